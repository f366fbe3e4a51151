package ledger

import (
	"slices"

	"fasti/internal/edtf"
)

// Shown is the event as readers see it: each source with how it stands to its
// article, and without what fasti read in it where a person knows better. A
// corrected date or status stands once; fasti's reading of the report is not
// set against it as if it were the paper's word.
func (c *Content) Shown(e *Event) *Event {
	out := *e
	out.Sources = slices.Clone(e.Sources)
	for i, s := range e.Sources {
		out.Sources[i] = e.reading(s)
		out.Sources[i].Standing = c.Standing(e, s)
	}
	return &out
}

// reading is a source without what does not count: all that fasti read in it if
// a person says that it misread it; a date or status that a person has given
// the event otherwise. What a person says of the source itself counts.
func (e *Event) reading(s Source) Source {
	if s.Misread {
		s.When, s.Basis, s.Status, s.Said, s.Places = "", "", "", "", ""
		return s
	}
	if s.old && e.sourceOwned(s) { // a person has changed something in it, nobody knows what
		return s
	}
	if e.corrects("status") && !s.byHand("status") && s.Status != e.Status {
		s.Status = ""
	}
	if e.corrects("when") && !s.byHand("when") && s.When != "" {
		if d, err := edtf.Parse(s.When); err == nil && !edtf.Overlaps(d, e.When) {
			s.When, s.Basis, s.Said = "", "", ""
		}
	}
	if e.corrects("places") && !s.byHand("places") {
		s.Places = ""
	}
	return s
}

// corrects reports whether a person has given the event's key.
func (e *Event) corrects(key string) bool { return !e.Auto || slices.Contains(e.Edited, key) }

// ByHand reports whether a person has given a key of the source; else it is
// fasti's reading of the sentence.
func (s Source) ByHand(key string) bool { return s.byHand(key) }
