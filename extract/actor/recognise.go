package actor

import (
	"strings"

	"fasti/extract/actor/namekey"
)

// recognise takes a person for the holder of the office if the names agree: it
// gets the full name and the tables' id.
func (a *analysis) recognise(d *draft, owner int32, office string) {
	if owner < 0 || office == "" || d.entry >= 0 || d.known != "" {
		return
	}
	p := namekey.Split(d.name)
	t, inOffice, ok := a.named(owner, office, p)
	if !ok || len(p.Given) == 0 && !inOffice {
		return
	}
	d.known = t.id
	if len(p.Given) == 0 {
		d.aliases = append(d.aliases, d.name)
		d.name, d.words = t.name, strings.Fields(t.name)
		d.gender = a.genderOf(t.name)
	}
}

// recogniseNames takes people whom the article calls by their full names for
// the holders of that name, where it speaks of the holder's state or body too.
func (a *analysis) recogniseNames() {
	for i := range a.actors {
		d := &a.actors[i]
		if d.kind != Person || d.known != "" || d.entry >= 0 || len(d.words) < 2 {
			continue
		}
		t, ok := a.words.holders.byName[namekey.Fold(d.name)]
		if !ok {
			continue
		}
		if e, ok := a.dict.byID[t.owner]; ok && a.mentioned(e) && !a.contradicts(d, e) {
			d.known = t.id
			if d.country == "" {
				d.country = a.dict.entries[e].country
			}
		}
	}
}

// contradicts tells whether the article gives the person an office elsewhere.
func (a *analysis) contradicts(d *draft, owner int32) bool {
	for _, r := range d.roles {
		if r.owner >= 0 && a.dict.entries[r.owner].country != a.dict.entries[owner].country {
			return true
		}
	}
	return false
}
