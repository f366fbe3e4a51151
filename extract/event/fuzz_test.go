package event_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/internal/edtf"
)

// FuzzEvents feeds any text through the whole pipeline: no panic, every span
// on character borders and inside the text, every event with its evidence,
// every title short and without line breaks.
func FuzzEvents(f *testing.F) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Die Ministerin traf am Dienstag den Kanzler, der seit 2021 im Amt ist, und reiste ab.", "de", "2024-02-07")
	f.Add("On Friday the court, which had met twice, sentenced Anna Roe to two years; she appealed.", "en", "2024-02-07")
	f.Add("„Wir kommen“, sagte er – um zu helfen. (Am 7. Mai.) \"…", "de", "")
	f.Add("to be to has been had 's not n't that who which , and or", "en", "2024-02-07")
	f.Fuzz(func(t *testing.T, text, lang, date string) {
		if !utf8.ValidString(text) || len(text) > 1<<14 {
			t.Skip()
		}
		if _, ok := article.ParseDate(date); !ok {
			date = ""
		}
		if lang != "de" {
			lang = "en"
		}
		a := &article.Article{Name: "f", Lang: lang, Date: date}
		a.ReadText(text)
		for _, e := range x.Article(a).Events {
			check(t, a, &e)
		}
	})
}

func check(t *testing.T, a *article.Article, e *event.Event) {
	t.Helper()
	inside := func(s article.Span) bool {
		return 0 <= s.Start && s.Start <= s.End && s.End <= len(a.Text) && utf8.ValidString(s.Of(a.Text))
	}
	if !inside(e.Trigger) || e.Trigger.Len() == 0 {
		t.Errorf("trigger %v of %q", e.Trigger, a.Text)
	}
	if len(e.Sources) == 0 {
		t.Fatalf("event without evidence: %+v", e)
	}
	for _, s := range e.Sources {
		if !inside(s.Span) || s.Len() == 0 || s.Sentence < 1 {
			t.Errorf("source %+v of %q", s, a.Text)
		}
		if !strings.Contains(a.Text, s.Said) {
			t.Errorf("said %q is not in the text", s.Said)
		}
	}
	if utf8.RuneCountInString(e.Title) > 90 || strings.ContainsAny(e.Title, "\n\t") || !utf8.ValidString(e.Title) {
		t.Errorf("title %q", e.Title)
	}
	if _, err := edtf.Parse(e.When); err != nil && e.When != "" {
		t.Fatalf("event on %s, which does not exist: %v", e.When, err)
	}
	if e.Published && (e.When == "" || e.Basis == event.None || e.Title == "") {
		t.Errorf("published without date or title: %+v", e)
	}
	if e.Confidence < 0 || e.Confidence > 100 {
		t.Errorf("confidence %d", e.Confidence)
	}
	if !slices.Contains(event.Kinds(), e.Kind) {
		t.Errorf("kind %q is none of docs/kinds.md", e.Kind)
	}
}

// TestEvidence holds that every event of every case rests on the bytes of its
// article.
func TestEvidence(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"de", "en"} {
		n := 0
		for _, c := range readCases(t, "../../testdata/events/"+lang+"/phenomena.txt") {
			a := &article.Article{Name: c.name, Date: c.date, Lang: lang}
			a.ReadText(strings.Join(c.text, "\n"))
			for _, e := range x.Article(a).Events {
				check(t, a, &e)
				n++
				for _, s := range e.Sources {
					if !strings.Contains(a.Body, a.Quote(s.Span)) {
						t.Errorf("%s: the quote is not in the body", c.name)
					}
				}
			}
		}
		if n < 30 {
			t.Errorf("%s: only %d candidates", lang, n)
		}
	}
}
