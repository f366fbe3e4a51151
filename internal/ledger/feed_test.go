package ledger

import "testing"

// The sentences of an event that others were joined into belong to the same
// group as theirs, though nobody has reviewed the event itself.
func TestVetoesOfAJoin(t *testing.T) {
	source := func(n int) []Source { return []Source{{Article: "a", Sentence: n}} }
	c := &Content{Events: []*Event{
		{ID: "e1", Auto: true, Review: Proposed, review: Proposed, Sources: source(1)},
		{ID: "e2", Auto: true, Review: Merged, review: Merged, Into: []string{"e1"}, Sources: source(2)},
		{ID: "e3", Auto: true, Review: Proposed, review: Proposed, Sources: source(3)},
	}}
	got := map[int]string{}
	for _, v := range c.Vetoes() {
		got[v.Sentence] = v.Group
	}
	if len(got) != 2 || got[1] != "e1" || got[2] != "e1" {
		t.Errorf("groups by sentence %v, want 1 and 2 in e1", got)
	}
}
