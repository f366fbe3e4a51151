package actor

import (
	"strings"

	"fasti/extract/actor/namekey"
)

// bodies joins the names of organisations and places that the dictionary does
// not know: the same words are the same body.
func (a *analysis) bodies() {
	byName := map[string]int{}
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.entry >= 0 || c.actor >= 0 || c.typ == MISC || c.typ == PER {
			continue
		}
		kind := Organisation
		if c.typ == LOC {
			kind = Place
		}
		at, ok := byName[namekey.Fold(c.base)]
		if !ok {
			at = len(a.actors)
			byName[namekey.Fold(c.base)] = at
			a.actors = append(a.actors, draft{name: c.base, kind: kind, entry: -1, country: c.country, words: strings.Fields(c.base)})
		}
		c.actor = at
	}
}

// known gives each find of the dictionary to its actor.
func (a *analysis) known() {
	byEntry := map[int32]int{}
	for i := range a.cands {
		c := &a.cands[i]
		if c.entry < 0 || c.actor >= 0 || c.drop {
			continue
		}
		at, ok := byEntry[c.entry]
		if !ok {
			e := a.dict.entries[c.entry]
			at = len(a.actors)
			byEntry[c.entry] = at
			a.actors = append(a.actors, draft{name: e.name, kind: e.kind, country: e.country, entry: c.entry, words: strings.Fields(e.name)})
		}
		c.actor = at
	}
}
