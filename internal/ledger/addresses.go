package ledger

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"fasti/internal/decisions"
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

// Once is a value that an event has, or had at some time: a date, a kind, a
// place. Lists of events have addresses made of them.
type Once struct{ ID, Key, Value string }

// Once gives all of them, sorted: what the files say, and what the log tells.
func (c *Content) Once() []Once {
	var out []Once
	add := func(id, key, value string) {
		for _, v := range oneByOne(key, value) {
			out = append(out, Once{id, key, v})
		}
	}
	for _, e := range c.Events {
		add(e.ID, "when", e.when)
		add(e.ID, "kind", e.Kind)
		add(e.ID, "places", strings.Join(e.Places, ", "))
	}
	for _, a := range c.Log().Acts {
		switch a.Act {
		case decisions.New:
			add(a.Event, "when", a.Values["when"])
			add(a.Event, "kind", a.Values["kind"])
		case decisions.Changed, decisions.Set:
			if a.Event != "" {
				add(a.Event, a.Key, a.Old)
				add(a.Event, a.Key, a.New)
			}
		}
	}
	slices.SortFunc(out, func(a, b Once) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(a.Value, b.Value), strings.Compare(a.ID, b.ID))
	})
	return slices.Compact(out)
}

// oneByOne parts the value of a key that lists of events go by; none of others.
func oneByOne(key, value string) []string {
	switch {
	case value == "":
		return nil
	case key == "places":
		return strings.Split(value, ", ")
	case key == "when", key == "kind":
		return []string{value}
	}
	return nil
}
