package ledger

import (
	"cmp"
	"maps"
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
	seen := map[Address]bool{}
	for _, a := range c.Log().Acts {
		m := minted{id: a.Event + a.Actor, path: a.Path}
		switch {
		case strings.HasPrefix(a.Path, "events/"):
			seen[Address{m.id, "e", m.slug()}] = true
		case strings.HasPrefix(a.Path, "actors/"):
			seen[Address{m.id, "a", m.slug()}] = true
		}
		for _, text := range a.Marks {
			if k, ok := parseMark(text); ok {
				seen[Address{"", "s", k.article}] = true
			}
		}
		if goodName(a.Article) {
			seen[Address{"", "s", a.Article}] = true
		}
	}
	for old := range c.Renamed() {
		seen[Address{old, "a", old}] = true
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b Address) int {
		return cmp.Or(cmp.Compare(a.Section, b.Section), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
}

// Broken reports whether a file of that name, without its ending, is there and
// could not be read.
func (c *Content) Broken(name string) bool { return c.broken[name] }
