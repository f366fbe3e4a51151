package ledger

import "testing"

// A sentence that is read with another word for its event still tells the event
// that a file has: what is left of the old reading, and is not sure enough to be an
// event, does not keep it.
func TestAnotherReadingIsTheEventThatIsKnown(t *testing.T) {
	at := mark{article: "vote", sentence: 3, like: likeness("The members want to let the council vote on Monday.")}
	old, other := at, at
	old.trigger, other.trigger = "let", "vote"
	file := &Event{ID: "e1", Title: "Members want a vote", Kind: "agree", Review: Proposed, when: "2031-03-10"}
	m := &matcher{
		knowns:    []known{{ev: file, id: "e1", marks: []mark{old}}},
		byArticle: map[string][]ref{"vote": {{0, 0}}},
	}
	left := &found{Event: Event{Title: "Members want a vote", Kind: "other", when: "2031-03-10"}, marks: []mark{old}, candidate: true}
	sure := &found{Event: Event{Title: "Members want a vote", Kind: "agree", when: "2031-03-10"}, marks: []mark{other}}
	if of, _ := m.match([]*found{left, sure}); of[0] != -1 || of[1] != 0 {
		t.Errorf("got %v, want the sure reading to be the event", of)
	}
	if of, _ := m.match([]*found{left}); of[0] != 0 {
		t.Error("alone, what is left of it is still the event")
	}
}
