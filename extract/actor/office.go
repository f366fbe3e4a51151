package actor

import (
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
)

// office settles which office of whom a phrase means, for the person d.
func (a *analysis) office(p *phrase, d *draft) (owner int32, office string) {
	owner = -1
	if p.owner >= 0 {
		owner = a.stateOf(a.cands[p.owner].entry)
	}
	if len(p.x.offices) == 0 {
		return owner, ""
	}
	person := namekey.Split(d.name)
	owners := a.owners(p, owner)
	for _, o := range owners {
		for _, f := range p.x.offices {
			if _, _, ok := a.named(o, f, person); ok {
				return o, f
			}
		}
	}
	if owner < 0 && len(owners) == 1 && len(p.x.implied) == 1 {
		owner = owners[0]
	}
	if owner < 0 {
		owner = a.holderElsewhere(p, person)
	}
	if owner >= 0 && len(p.x.of) > 0 && !slices.Contains(p.x.of, a.holderID(owner)) {
		return owner, ""
	}
	return owner, p.x.offices[0]
}

// named looks for the holder under the site's id of the owner, then under the
// tables'.
func (a *analysis) named(owner int32, office string, p namekey.Person) (t term, inOffice, ok bool) {
	if t, inOffice, ok = a.words.holders.named(a.dict.entries[owner].id, office, p, a.day()); ok {
		return t, inOffice, ok
	}
	return a.words.holders.named(a.holderID(owner), office, p, a.day())
}

// holderElsewhere finds the one owner whose office the person holds that day
// by the table, when the text names no owner: "Verteidigungsminister N. N.".
func (a *analysis) holderElsewhere(p *phrase, person namekey.Person) int32 {
	found := int32(-1)
	for _, t := range a.words.holders.byFamily[person.Key()] {
		if !slices.Contains(p.x.offices, t.office) || t.person.Agree(person) < namekey.Heard && len(person.Given) > 0 || t.person.Agree(person) < namekey.Possible {
			continue
		}
		if fits, _ := a.words.holders.holds(t, a.day()); !fits && !p.former {
			continue
		}
		e, ok := a.dict.byID[t.owner]
		if !ok || found >= 0 && found != e {
			return -1
		}
		found = e
	}
	if found >= 0 && len(person.Given) == 0 && !a.mentioned(found) {
		return -1
	}
	return found
}

// mentioned tells whether the article names the entry in any form.
func (a *analysis) mentioned(entry int32) bool {
	if a.seen == nil {
		a.seen = map[int32]bool{}
		for i := range a.cands {
			if c := &a.cands[i]; c.entry >= 0 && !c.drop {
				a.seen[a.stateOf(c.entry)] = true
			}
		}
	}
	return a.seen[entry]
}

// owners are the entries that may own the phrase's office.
func (a *analysis) owners(p *phrase, owner int32) []int32 {
	if owner >= 0 {
		return []int32{owner}
	}
	var out []int32
	for _, id := range p.x.implied {
		if e, ok := a.dict.byID[id]; ok {
			out = append(out, e)
		}
	}
	return out
}

// stateOf is the state of a capital, else the entry itself.
func (a *analysis) stateOf(entry int32) int32 {
	if e := &a.dict.entries[entry]; e.seat >= 0 {
		return e.seat
	}
	return entry
}

// day is the day of publication.
func (a *analysis) day() string {
	if len(a.ctx.DCT) < 10 {
		return a.ctx.DCT
	}
	return a.ctx.DCT[:10]
}

// whose marks the names and adjectives that only say whose office a person of
// the article holds ("the French president", "Ron Tully, the governor of
// Vessia", "CDU-Chefin Ida Holm"), or where a body is at home ("Vessia-based").
func (a *analysis) whose(ps []phrase) {
	from := 0
	for i := range ps {
		p := &ps[i]
		if p.person < 0 || p.x.plural {
			continue
		}
		for from < len(a.cands) && a.cands[from].last <= p.first {
			from++
		}
		for k := from; k < len(a.cands) && a.cands[k].first < p.last; k++ {
			c := &a.cands[k]
			if c.first >= p.first && c.last <= p.last && c.actor >= 0 && c.actor != p.person {
				c.whose = true
			}
		}
	}
	for i := range a.cands {
		if c := &a.cands[i]; c.part && !c.drop {
			w := a.doc.Word(c.first)
			c.whose = c.whose || a.words.is(w[strings.LastIndexByte(w, '-')+1:], "seat")
		}
	}
}

// predicate tells whether a phrase for an office says what somebody was or
// became, and means nobody itself: "served as President of France", "is
// president of the club". An owner behind the office wants an article before
// it where somebody is meant.
func (a *analysis) predicate(p *phrase) bool {
	if p.the {
		return false
	}
	if p.first > 0 && a.words.is(lowered(a.doc.Word(p.first-1)), "as") {
		return true
	}
	return p.last > p.end && !slices.Contains([]string{",", "–", "("}, a.before(p.first))
}

// before is the word before a token, "" at the beginning.
func (a *analysis) before(i int) string {
	if i == 0 {
		return ""
	}
	return a.doc.Word(i - 1)
}
