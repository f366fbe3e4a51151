package ledger

import (
	"fmt"
	"slices"

	"fasti/internal/decisions"
)

// transition says what an act does to the review of an event: from where it
// may lead, and from where only if a person asks for it by name.
type transition struct {
	act    decisions.Kind
	from   []Review
	reopen []Review // see Options.Reopen
	to     Review   // "" if the act leaves the state alone
}

// transitions is the table of all of them. What stands in no row is left as it
// is, and the act says so.
func transitions() []transition {
	standing := []Review{Proposed, Accepted, Corrected}
	return []transition{
		{act: decisions.Accept, from: []Review{Proposed}, reopen: []Review{Corrected, Rejected, Merged, Split, Withdrawn}, to: Accepted},
		{act: decisions.Reject, from: []Review{Proposed, Withdrawn}, reopen: []Review{Accepted, Corrected, Merged, Split}, to: Rejected},
		{act: decisions.Merge, from: []Review{Proposed, Accepted, Corrected, Withdrawn}, to: Merged},
		{act: decisions.Unmerge, from: []Review{Merged}}, // to what it was before
		{act: decisions.Split, from: standing},
		{act: decisions.Move, from: standing},
		{act: decisions.Keep, from: standing},
		{act: decisions.Follow, from: standing},
		{act: decisions.Drop, from: standing},
		{act: decisions.Misread, from: standing},
		{act: decisions.Set, from: append(standing, Withdrawn)},
	}
}

// may says whether an act may touch an event; if not, why. done is set if the
// event is where the act would put it.
func may(act decisions.Kind, e *Event, reopen bool) (why string, ok bool) {
	for _, t := range transitions() {
		if t.act != act {
			continue
		}
		switch {
		case e.Review == t.to && t.to != "" && !e.byItself(t.to):
			return fmt.Sprintf("%s already", t.to), false
		case slices.Contains(t.from, e.Review), e.byItself(Merged) && act != decisions.Unmerge && e.Review == Merged && slices.Contains(t.reopen, Merged) && reopen:
			return "", true
		case slices.Contains(t.reopen, e.Review) && reopen:
			return "", true
		case slices.Contains(t.reopen, e.Review):
			return fmt.Sprintf("%s; name any with --reopen to %s it all the same", e.Review, act), false
		}
		return string(e.Review), false
	}
	return "", true
}

// Left is what an act did not touch, and why.
type Left struct {
	Path string `json:"path"` // of its file
	ID   string `json:"id"`
	Why  string `json:"why"`
}
