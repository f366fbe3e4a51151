package review

import (
	"errors"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/fold"
	"fasti/internal/ledger"
)

// Find gives up to most events that stand, by words of their title or by id.
func (d *Desk) Find(words string, most int) []*Entry {
	out := []*Entry{}
	want := strings.Fields(fold.Key(words))
	for _, e := range d.entries {
		if len(out) == most {
			break
		}
		if !stands(d.events[e.ID]) {
			continue
		}
		title := fold.Key(e.Title)
		if e.ID == words || !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(title, w) && !strings.HasPrefix(e.When, w) }) {
			out = append(out, e)
		}
	}
	return out
}

// Undo plans that a decision is taken back: that of a group, or if none is
// named the last one of anybody.
func (d *Desk) Undo(group string, opt ledger.Options) (*ledger.Plan, error) {
	for _, g := range d.site.Content.Log().Groups() {
		if group == "" && !g.Undone && !g.ByHand() && g.Acts[0].Act != decisions.Undo || group != "" && g.ID == group {
			return d.site.Content.Undo([]decisions.Group{g}, opt), nil
		}
	}
	if group == "" {
		return nil, errors.New("there is nothing to take back")
	}
	return nil, errors.New("there is no such decision")
}
