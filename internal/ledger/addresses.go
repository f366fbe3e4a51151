package ledger

import (
	"path"
	"slices"
	"strings"
)

// Address is a name under which the site once had a page.
type Address struct {
	ID      string // of the event or actor; "" for an article
	Section string // "e", "a" or "s", as in the page's address
	Name    string // the last part of the address
}

// Addresses are the names under which events, actors and articles were known
// at some time, sorted, those of today among them: what ids were made with, and
// the articles that events rested on.
func (c *Content) Addresses() []Address {
	var out []Address
	for _, m := range c.minted {
		switch {
		case strings.HasPrefix(m.path, "events/"):
			out = append(out, Address{m.id, "e", m.slug()})
		case strings.HasPrefix(m.path, "actors/"):
			out = append(out, Address{m.id, "a", m.slug()})
		}
		for _, k := range m.marks {
			out = append(out, Address{"", "s", k.article})
		}
	}
	for _, h := range c.History {
		if name, _, ok := strings.Cut(h.Old, " "); ok && h.What == "source removed" && goodName(name) {
			out = append(out, Address{"", "s", name})
		}
	}
	slices.SortFunc(out, func(a, b Address) int {
		return strings.Compare(path.Join(a.Section, a.Name, a.ID), path.Join(b.Section, b.Name, b.ID))
	})
	return slices.Compact(out)
}
