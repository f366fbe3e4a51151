package actor

import (
	"slices"
	"strconv"

	"fasti/extract/actor/namekey"
)

// names gives the final list of names, in order, not overlapping.
func (a *analysis) names() []Name {
	var names []Name
	end := 0
	for _, c := range a.cands {
		if c.name && !c.drop && c.Start >= end {
			names = append(names, Name{Span: c.Span, Type: c.typ})
			end = c.End
		}
	}
	return names
}

// build turns the drafts into actors, in order of first mention.
func (a *analysis) build() (actors, unnamed []Actor) {
	for _, c := range a.cands {
		if c.drop || c.actor < 0 {
			continue
		}
		d := &a.actors[c.actor]
		d.mentions = append(d.mentions, Mention{Span: c.Span, Form: c.form, Place: c.where, Whose: c.whose})
		if c.form == ByName {
			alias := c.base
			if alias == "" {
				alias = a.joined(c.first, c.last)
			}
			d.aliases = append(d.aliases, alias)
			if c.typ == PER && c.first > 0 && a.words.is(a.doc.Word(c.first-1), "royal") && alias == d.name {
				d.aliases = append(d.aliases, a.doc.Word(c.first-1)+" "+alias) // Queen Elizabeth II
			}
		}
	}
	order := make([]*draft, 0, len(a.actors))
	for i := range a.actors {
		if d := &a.actors[i]; len(d.mentions) > 0 {
			slices.SortFunc(d.mentions, func(x, y Mention) int {
				if x.Start != y.Start {
					return x.Start - y.Start
				}
				return x.End - y.End
			})
			order = append(order, d)
		}
	}
	slices.SortStableFunc(order, func(x, y *draft) int { return x.mentions[0].Start - y.mentions[0].Start })
	actors = make([]Actor, 0, len(order))
	taken := map[string]bool{}
	for _, d := range order {
		actors = append(actors, a.finish(d, taken))
	}
	a.writeRoles(order, actors)
	for i, d := range order {
		if d.unnamed {
			unnamed = append(unnamed, actors[i])
		}
	}
	n := -1
	actors = slices.DeleteFunc(actors, func(Actor) bool { n++; return order[n].unnamed })
	return actors, unnamed
}

// writeRoles turns the owners of the roles into actors' ids.
func (a *analysis) writeRoles(order []*draft, actors []Actor) {
	ids, bodies := map[int32]string{}, map[*draft]string{}
	for i, d := range order {
		bodies[d] = actors[i].ID
		if d.entry >= 0 {
			ids[d.entry] = actors[i].ID
		}
	}
	for i, d := range order {
		for _, r := range d.roles {
			if r.owner >= 0 {
				r.Of = ids[r.owner]
				if r.Of == "" {
					r.Of = a.dict.entries[r.owner].slug
				}
			}
			if r.body > 0 && &a.actors[r.body-1] != d {
				r.Of = bodies[&a.actors[r.body-1]]
			}
			if !hasRole(actors[i].Roles, r.Role) {
				actors[i].Roles = append(actors[i].Roles, r.Role)
			}
		}
	}
}

// hasRole tells whether the list has the role, wherever the text says it.
func hasRole(roles []Role, r Role) bool {
	for _, x := range roles {
		if x.Title == r.Title && x.Office == r.Office && x.Of == r.Of {
			return true
		}
	}
	return false
}

func (a *analysis) finish(d *draft, taken map[string]bool) Actor {
	x := Actor{Name: d.name, Kind: d.kind, Country: d.country, Known: d.known, Mentions: d.mentions, Owns: d.owns, Generic: d.generic}
	if d.entry >= 0 {
		x.Known = a.dict.entries[d.entry].id
		if a.dict.entries[d.entry].site {
			x.ID = x.Known
		}
	}
	if x.ID == "" {
		x.ID = namekey.Slug(d.name)
	}
	if x.ID == "" {
		x.ID = "actor"
	}
	for base, n := x.ID, 2; taken[x.ID]; n++ {
		x.ID = base + "-" + strconv.Itoa(n)
	}
	taken[x.ID] = true
	slices.Sort(d.aliases)
	for _, alias := range slices.Compact(d.aliases) {
		if alias != d.name && alias != "" {
			x.Aliases = append(x.Aliases, alias)
		}
	}
	return x
}
