package actor

import (
	"strings"

	"fasti/extract/actor/namekey"
)

// people joins the persons' names: full names first, then surnames on them.
func (a *analysis) people() {
	a.initialNames()
	a.coordinated()
	a.bareNames()
	a.initialSurnames()
	a.placesOfPeople()
	a.remember()
	for i := range a.cands {
		if c := &a.cands[i]; a.isPerson(c) && a.isFull(c.base) {
			a.fullName(c)
		}
	}
	a.kin()
	for i := range a.cands {
		if c := &a.cands[i]; a.isPerson(c) && c.actor < 0 {
			a.takeParticles(i)
			a.shortName(c)
		}
	}
}

// isFull tells whether a name has more than a surname. A word that is both a
// particle and a given name is the latter: "Ben Shaw".
func (a *analysis) isFull(name string) bool {
	first, _, more := strings.Cut(name, " ")
	return more && (!a.words.particle[lowered(first)] || a.given(first))
}

func (a *analysis) isPerson(c *cand) bool {
	return c.name && c.typ == PER && !c.drop && (c.entry < 0 || a.dict.entries[c.entry].kind == Person)
}

// fullName gives the name to the person of the same name, or a new one.
func (a *analysis) fullName(c *cand) {
	p := namekey.Split(c.base)
	key := p.Key()
	for _, i := range a.families[key] {
		d := &a.actors[i]
		if d.same(c.base, p, key) {
			c.actor = i
			d.full++
			d.named = append(d.named, c.Start)
			if len(c.base) > len(d.name) {
				d.name, d.words = c.base, a.words.parts(c.base)
				a.register(i)
			}
			return
		}
	}
	c.actor = len(a.actors)
	a.actors = append(a.actors, draft{name: c.base, kind: Person, entry: c.entry, words: a.words.parts(c.base), gender: a.genderOf(c.base), full: 1, named: []int{c.Start}})
	a.register(c.actor)
}
