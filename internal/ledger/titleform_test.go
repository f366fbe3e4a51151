package ledger

import (
	"strings"
	"testing"

	"fasti/internal/diag"
)

// A quotation for a title is marked in the file, listed by check, and renewed
// with the title; once a person has written a title, neither holds.
func TestQuotedTitle(t *testing.T) {
	s := vote(t)
	quoted := strings.Replace(s.timeline, "title=", "title_is=quote; title=", 1)
	s.timeline = quoted
	s.run()
	file := s.only()
	if !strings.Contains(s.read(file), "\ntitle_is: quote\n") {
		t.Fatalf("no mark:\n%s", s.read(file))
	}
	if c := s.load(); !c.Events[0].Quoted() || !hasCode(c.Check(nil), diag.TitleQuoted) {
		t.Error("check does not list the title")
	}

	s.timeline = strings.Replace(quoted, "title_is=quote; ", "", 1)
	s.run()
	if strings.Contains(s.read(file), "title_is") {
		t.Errorf("the mark stays at a worded title:\n%s", s.read(file))
	}

	s.timeline = quoted
	s.run()
	s.edit(file, "title: ", "title: Words of a person about ")
	s.run()
	c := s.load()
	if c.Events[0].Quoted() || hasCode(c.Check(nil), diag.TitleQuoted) || !strings.Contains(s.read(file), "title: Words of a person") {
		t.Errorf("a person's title counts as a quotation:\n%s", s.read(file))
	}
}

// The language of a person's title is what the file says, else what the words
// look like; that of fasti's is its report's.
func TestTitleLanguage(t *testing.T) {
	s := vote(t)
	s.run()
	file := s.only()
	if e := s.load().Events[0]; e.Lang != "en" {
		t.Fatalf("language %q of a title from an English report", e.Lang)
	}
	s.edit(file, "title: Council of Kiel votes for a harbour", "title: Der Rat der Stadt stimmt für einen neuen Hafen")
	if e := s.load().Events[0]; e.Lang != "de" {
		t.Errorf("language %q of a German title", e.Lang)
	}
	s.edit(file, "title: Der Rat der Stadt stimmt für einen neuen Hafen", "title: Rat\ntitle_lang: nl")
	if e := s.load().Events[0]; e.Lang != "nl" {
		t.Errorf("language %q, the file says nl", e.Lang)
	}
	s.edit(file, "title_lang: nl", "title_lang: Dutch, mostly")
	if _, found := Load(s.dir); !hasCode(found, diag.BadValue) {
		t.Error("a language without a code passes")
	}
}

// A title from a report of another language than the first source's says so.
func TestTitleOfAnotherReport(t *testing.T) {
	s := vote(t)
	s.timeline = strings.Replace(s.timeline, "title=", "lang=de; title=", 1)
	s.run()
	if e := s.load().Events[0]; e.TitleLang != "de" || e.Lang != "de" {
		t.Errorf("language %q, key %q", e.Lang, e.TitleLang)
	}
}
