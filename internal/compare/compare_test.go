package compare

import (
	"strings"
	"testing"

	"fasti/internal/ledger"
)

func event(id, title string, f func(*ledger.Event)) *ledger.Event {
	e := &ledger.Event{ID: id, Title: title, Kind: "other", Status: "happened", Basis: "explicit", Review: ledger.Proposed, Auto: true,
		Sources: []ledger.Source{{ID: "s1", Article: "a", Quote: "The dike broke."}}}
	if f != nil {
		f(e)
	}
	return e
}

// Each way of a change is told as what it is.
func TestStates(t *testing.T) {
	old := &ledger.Content{Events: []*ledger.Event{
		event("e1", "Same", nil), event("e2", "Old words", nil), event("e3", "Merged", nil), event("e4", "Gone", nil),
		event("e5", "Back", func(e *ledger.Event) { e.Review = ledger.Rejected }), event("e6", "Withdrawn", nil), event("e8", "Denied now", nil),
	}}
	now := &ledger.Content{Events: []*ledger.Event{
		event("e1", "Same", nil), event("e2", "New words", func(e *ledger.Event) {
			e.Sources = append(e.Sources, ledger.Source{ID: "s2", Article: "b", Quote: "It broke at noon."})
		}),
		event("e3", "Merged", func(e *ledger.Event) { e.Review, e.Into = ledger.Merged, []string{"e1"} }), event("e5", "Back", nil),
		event("e6", "Withdrawn", func(e *ledger.Event) { e.Review, e.Sources = ledger.Withdrawn, nil }), event("e7", "New", nil),
		event("e8", "Denied now", func(e *ledger.Event) { e.Status = "denied" }),
		event("e9", "Never seen", func(e *ledger.Event) { e.Review = ledger.Rejected }),
	}, Actors: []*ledger.Actor{{ID: "x", Title: "X"}}}
	r := States("HEAD", old, now, "all")
	got := map[string]string{}
	for _, x := range r.Events {
		got[x.ID] = x.What + " " + x.note()
	}
	want := map[string]string{"e2": "corrected ", "e3": "merged ", "e4": "removed ", "e5": "returned ", "e6": "withdrawn ", "e7": "new ", "e8": "corrected no longer published"}
	for id, w := range want {
		if strings.TrimSpace(got[id]) != strings.TrimSpace(w) {
			t.Errorf("%s: %q, want %q", id, got[id], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
	if len(r.Actors) != 1 || r.Actors[0].What != New {
		t.Errorf("actors: %+v", r.Actors)
	}
	text := r.text()
	for _, line := range []string{"merged event e3: Merged\n  into e1: Same\n", "  title: Old words -> New words\n", "  + b: It broke at noon.\n", "  - a: The dike broke.\n"} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
}

// Titles and quotations are others' words: in a comment they call nobody, load
// nothing, link nowhere and break out of nothing, and the comment stays within
// what GitHub takes.
func TestMarkdownIsHarmless(t *testing.T) {
	hostile := "@everyone see #1 <img src=x onerror=alert(1)> ![x](https://evil.example/a.png) **bold** `code` | ~~x~~\n\n# Heading\u202e"
	var events []*ledger.Event
	for i := range 2000 {
		events = append(events, event(strings.Repeat("e", i%50+1)+"x", hostile, func(e *ledger.Event) { e.Sources[0].Quote = strings.Repeat(hostile, 5) }))
	}
	for i := range events {
		events[i].ID = "e" + strings.Repeat("a", i%40) + string(rune('a'+i%26)) + strings.Repeat("b", i/40)
	}
	s := States("HEAD", &ledger.Content{}, &ledger.Content{Events: events}, "all").markdown()
	for _, bad := range []string{"@everyone", " #1", "<img", "![x]", "https://", "\n# ", "\u202e", " **bold**"} {
		if strings.Contains(s, bad) {
			t.Errorf("%q stands in the comment", bad)
		}
	}
	if len(s) > 65_000 || !strings.Contains(s, "more; `fasti diff` lists them all") {
		t.Errorf("%d bytes", len(s))
	}
}
