package ledger

import (
	"reflect"
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/merge"
	"fasti/internal/decisions"
)

// Whatever an article holds: the file of its event can be read, says what was
// found, and is fasti's own; a second run leaves it alone.
func FuzzNewEvent(f *testing.F) {
	f.Add("Council votes", "On Tuesday, \"the\" council voted.", "On Tuesday", "Kiel", "2024-02-06")
	f.Add("yes", "a\r\nb\u2028c\u0085d\x07", " on: ", "- x", "XXXX-10-07")
	f.Add("# x: y", "'{[&*!|>%@`", "null", "123", "[2024-01-29..2024-01-31]")
	f.Add("", "\ufeff\u200b\U0010ffff ---\n---\n", "~", "a,b", "Y17E8")
	f.Fuzz(func(t *testing.T, title, quote, said, place, when string) {
		body := strings.ToValidUTF8(quote, "?")
		said, title, place = strings.ToValidUTF8(said, "?"), strings.ToValidUTF8(title, "?"), strings.ToValidUTF8(place, "?")
		if strings.TrimSpace(body) == "" {
			return
		}
		a := &Article{Path: "content/articles/a.md", Article: article.Article{Name: "a", Body: body}}
		m := merge.Event{Event: event.Event{Title: title, When: when, Kind: "other", Status: event.Happened, Basis: event.Explicit, Confidence: 90, Published: true,
			Parts: []event.Part{{Actor: place, Role: event.Actor}}, Places: []string{place}, Series: &event.Series{Of: said, What: title, Number: 2}}}
		m.Sources = []merge.Source{{Source: event.Source{Span: article.Span{End: len(body)}, Sentence: 1, When: when, Said: said}, Article: "a", Quote: body, Trigger: said}}
		timeline := &merge.Timeline{Events: []merge.Event{m}}
		c := &Content{Articles: []*Article{a}}
		p := c.Apply(timeline, Options{Day: "2024-03-01"})
		var file File
		for _, x := range p.Files {
			if x.What == "new event" {
				file = x
			}
		}
		if file.Path == "" {
			t.Fatal("no event")
		}
		name := strings.TrimSuffix(file.Path[strings.LastIndexByte(file.Path, '/')+1:], ".md")
		l := &loader{c: &Content{Articles: c.Articles, broken: map[string]bool{}}}
		if d, ok := badName(name); !ok {
			t.Fatal(d)
		}
		l.event(file.Path, name, file.New)
		for _, d := range l.found {
			t.Fatalf("%s\n%s", d, file.New)
		}
		e := l.c.Events[0]
		if len(e.Edited) > 0 || e.Review != Proposed || e.Sources[0].Quote != body || e.Sources[0].Span != [2]int{0, len(body)} {
			t.Fatalf("edited %v, source %+v\n%s", e.Edited, e.Sources[0], file.New)
		}
		for _, x := range p.Files {
			if x.What == "log" {
				acts, _, err := decisions.Parse(x.New)
				if err != nil {
					t.Fatal(err)
				}
				l.setLog(acts)
			}
		}
		if len(l.found) > 0 {
			t.Fatal(l.found)
		}
		if !reflect.DeepEqual(l.c.History, p.Changes) {
			t.Fatalf("history %+v\nis not %+v", l.c.History, p.Changes)
		}
		if again := l.c.Apply(timeline, Options{Day: "2024-03-02"}); !again.Empty() {
			t.Fatalf("a second run writes %s\n%s\nwas\n%s", again.Files[0].Path, again.Files[0].New, again.Files[0].Old)
		}
	})
}

// Hostile content never stops the loader, and what it reads can be printed.
func FuzzLoadFiles(f *testing.F) {
	f.Add([]byte("---\ntitle: x\nactors: [a, {id: b}]\nsources: [{span: [1, 2]}]\nfasti: {id: e1, wrote: {title: x}}\n---\n"), []byte("e1 events/x.md a:1:00ff:x\n"), []byte("2024-01-01\te1\tnew\t\t\ta\\tb\t\n"))
	f.Add([]byte("---\ntitle: &a [*a]\n---\n"), []byte("\x00"), []byte("\t\t\t\t\t\t"))
	f.Add([]byte("---\nsources: {a: b}\nactors: 3\nseries: []\nfasti: []\nnames: x\nroles: [[1]]\nwhen: {}\ninto: [[]]\n---\n"), []byte("# x\n"), []byte(""))
	f.Fuzz(func(t *testing.T, file, ids, history []byte) {
		l := &loader{c: &Content{broken: map[string]bool{}}}
		l.article("content/articles/a.md", "a", file)
		l.event("content/events/a.md", "a", file)
		l.actor("content/actors/a.md", "a", file)
		acts := legacyActs(l.parseHistory(history), l.parseIDs(ids))
		more, _, _ := decisions.Parse(history)
		l.setLog(append(acts, more...))
		for _, d := range l.found {
			if d.Line < 0 || d.Message == "" || strings.ContainsRune(d.String(), '\n') {
				t.Fatalf("%+v", d)
			}
		}
		l.unique()
		l.c.sort()
		l.c.Check(l.c.Apply(&merge.Timeline{}, Options{Day: "2024-01-01"}))
		l.c.Known()
		l.c.Vetoes()
		if back, _, err := decisions.Parse(decisions.Print(acts)); err != nil || !reflect.DeepEqual(back, acts) && len(acts) > 0 {
			t.Fatalf("%+v comes back as %+v, %v", acts, back, err)
		}
	})
}
