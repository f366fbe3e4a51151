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
// at some time, sorted, those of today among them: all names of files that the
// log tells of, and the articles that events rested on.
func (c *Content) Addresses() []Address {
	var out []Address
	for _, a := range c.Log().Acts {
		m := minted{id: a.Event + a.Actor, path: a.Path}
		switch {
		case strings.HasPrefix(a.Path, "events/"):
			out = append(out, Address{m.id, "e", m.slug()})
		case strings.HasPrefix(a.Path, "actors/"):
			out = append(out, Address{m.id, "a", m.slug()})
		}
		for _, text := range a.Marks {
			if k, ok := parseMark(text); ok {
				out = append(out, Address{"", "s", k.article})
			}
		}
		if goodName(a.Article) {
			out = append(out, Address{"", "s", a.Article})
		}
	}
	for old := range c.Renamed() {
		out = append(out, Address{old, "a", old})
	}
	slices.SortFunc(out, func(a, b Address) int {
		return strings.Compare(path.Join(a.Section, a.Name, a.ID), path.Join(b.Section, b.Name, b.ID))
	})
	return slices.Compact(out)
}

// Broken reports whether a file of that name, without its ending, is there and
// could not be read.
func (c *Content) Broken(name string) bool { return c.broken[name] }
