package ledger

import (
	"strings"
	"testing"

	"fasti/extract/merge"
	"fasti/internal/diag"
)

// A proposed join names the two events and the line of the source, and the
// command that joins them.
func TestProposalsNameEvents(t *testing.T) {
	event := func(id, path, article string, line int) *Event {
		return &Event{ID: id, Title: "Title of " + id, Path: path, Auto: true, Review: Proposed,
			Sources: []Source{{ID: "s1", Article: article, Sentence: 2}}, at: places{"sources.s1": {line, 5}}}
	}
	a := &applier{c: &Content{Events: []*Event{event("e1", "one.md", "north", 9), event("e2", "two.md", "south", 12)}}, plan: &Plan{articles: map[string]*Article{}}}
	d := diag.Diagnostic{Code: diag.Proposal, Message: "as merging says it"}
	a.eventProposal(&d, merge.Proposal{What: "event", A: "north:2", B: "south:2", Evidence: "alike"})
	for _, want := range []string{"one.md:9:5: ", "e1 (Title of e1) and e2 (Title of e2) may be one event: alike", "fasti merge e2 --into e1", "fasti apart e1 e2"} {
		if !strings.Contains(d.String(), want) {
			t.Errorf("%q lacks %q", d, want)
		}
	}
	d = diag.Diagnostic{Code: diag.Proposal, Message: "as merging says it"}
	if a.eventProposal(&d, merge.Proposal{What: "event", A: "north:2", B: "south:7"}); d.Message != "as merging says it" {
		t.Errorf("a sentence without an event: %q", d)
	}
}
