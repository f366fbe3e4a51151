package ledger

import (
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/merge"
)

// cast says which actor of the site each actor of the timeline is. The
// timeline makes ids of names, and the fullest name may change with every
// article; the site's ids stay.
type cast struct {
	id   map[string]string // timeline's id -> site's id
	file map[string]*Actor // timeline's id -> its file
}

// castOf matches the timeline's actors with the files: first by what a
// person wrote, then by the shipped entry that both are, then by id, then by
// names, each time only where one fits. Whom none fits gets an id that nobody
// has.
func (a *applier) castOf(t *merge.Timeline) *cast {
	c := &cast{id: map[string]string{}, file: map[string]*Actor{}}
	taken, files := map[string]bool{}, map[string]bool{}
	for _, f := range a.c.Actors {
		files[f.ID] = true
	}
	for _, fits := range []func(x *merge.Actor, f *Actor) bool{
		func(x *merge.Actor, f *Actor) bool { return x.Known == f.ID && (!f.Auto || len(f.Edited) > 0) },
		func(x *merge.Actor, f *Actor) bool { return x.Known != "" && x.Known == f.known },
		func(x *merge.Actor, f *Actor) bool { return x.ID == f.ID && compatible(x, f) },
		func(x *merge.Actor, f *Actor) bool { return compatible(x, f) && fullName(x, f) },
		func(x *merge.Actor, f *Actor) bool { return compatible(x, f) && shortName(x, f) },
	} {
		claims := map[string][]*merge.Actor{} // file -> actors that it fits
		for i := range t.Actors {
			x := &t.Actors[i]
			if c.file[x.ID] != nil {
				continue
			}
			var fit []*Actor
			for _, f := range a.byName(x) {
				if !taken[f.ID] && fits(x, f) {
					fit = append(fit, f)
				}
			}
			if len(fit) == 1 {
				claims[fit[0].ID] = append(claims[fit[0].ID], x)
			}
		}
		for _, f := range a.c.Actors {
			if len(claims[f.ID]) == 1 {
				x := claims[f.ID][0]
				c.id[x.ID], c.file[x.ID], taken[f.ID] = f.ID, f, true
			}
		}
	}
	used := a.c.usedIDs()
	no := func(id string) bool { return taken[id] || files[id] }
	for i := range t.Actors {
		x := &t.Actors[i]
		if to := a.mem.renamed[x.ID]; c.file[x.ID] == nil && files[to] {
			c.id[x.ID] = to // people have said who that is
			continue
		}
		if c.file[x.ID] == nil {
			c.id[x.ID] = free(usual(x, used, no), no)
			taken[c.id[x.ID]] = true
		}
	}
	return c
}

// usedIDs are the ids of actors that events speak of.
func (c *Content) usedIDs() map[string]bool {
	used := map[string]bool{}
	for _, e := range c.Events {
		for _, p := range e.Actors {
			used[p.ID] = true
		}
		for _, p := range e.Places {
			used[p] = true
		}
	}
	return used
}

// usual gives the id under which events already speak of an actor that has no
// file, so that "syrien" does not become "syria" when an English article is
// added; else the timeline's.
func usual(x *merge.Actor, used map[string]bool, no func(string) bool) string {
	if used[x.ID] {
		return x.ID
	}
	for _, lang := range sortedKeys(x.Names) {
		if id := namekey.Slug(x.Names[lang]); used[id] && !no(id) {
			return id
		}
	}
	return x.ID
}

// byName gives the files that have an id or a name of the timeline's actor.
func (a *applier) byName(x *merge.Actor) []*Actor {
	if a.names == nil {
		a.names = map[string][]*Actor{}
		for _, f := range a.c.Actors {
			keys := append([]string{f.ID, f.Title}, f.KnownAs...)
			for _, n := range f.Names {
				keys = append(keys, n)
			}
			if f.known != "" {
				keys = append(keys, "="+f.known)
			}
			for i, k := range keys {
				keys[i] = strings.ToLower(k)
			}
			slices.Sort(keys)
			for _, k := range slices.Compact(keys) {
				a.names[k] = append(a.names[k], f)
			}
		}
	}
	var out []*Actor
	keys := append([]string{x.ID, x.Name, x.Known, "=" + x.Known}, x.Aliases...)
	for _, n := range x.Names {
		keys = append(keys, n)
	}
	for _, k := range keys {
		for _, f := range a.names[strings.ToLower(k)] {
			if k != "" && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// compatible reports whether nothing says that the two are different.
func compatible(x *merge.Actor, f *Actor) bool {
	if x.Known != "" && f.known != "" && x.Known != f.known {
		return false
	}
	if x.Kind != "" && f.Kind != "" && string(x.Kind) != f.Kind {
		return false
	}
	return !slices.Contains(f.Not, x.Name)
}

func fullNames(x *merge.Actor) []string {
	out := []string{x.Name}
	for _, n := range x.Names {
		out = append(out, n)
	}
	return out
}

// fullName reports whether the two share a fullest name.
func fullName(x *merge.Actor, f *Actor) bool {
	for _, n := range fullNames(x) {
		if n == f.Title || hasValue(f.Names, n) {
			return true
		}
	}
	return false
}

// shortName reports whether the fullest name of one is another name of the
// other: the articles that told the first name are new, or gone.
func shortName(x *merge.Actor, f *Actor) bool {
	if slices.Contains(x.Aliases, f.Title) {
		return true
	}
	for _, n := range fullNames(x) {
		if slices.Contains(f.KnownAs, n) {
			return true
		}
	}
	return false
}

// rename puts the site's ids in the place of the timeline's.
func (c *cast) rename(f *found) {
	swap := func(id string) string {
		if to, ok := c.id[id]; ok {
			return to
		}
		return id
	}
	var parts []Part
	for _, p := range f.Actors {
		p.ID = swap(p.ID)
		if goodName(p.ID) && !slices.ContainsFunc(parts, func(q Part) bool { return q.ID == p.ID }) {
			parts = append(parts, p)
		}
	}
	f.Actors = parts
	for i := range f.Places {
		f.Places[i] = swap(f.Places[i])
	}
	if f.Series != nil {
		f.Series.Of = swap(f.Series.Of)
	}
}
