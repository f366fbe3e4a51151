package actor

import (
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/segment"
)

// byHolder is the person who held the office that day by the site's roles or
// the table; a person of that name in the article, or a new actor. -1 if
// nobody is sure.
func (a *analysis) byHolder(p *phrase, day string) int {
	owner := int32(-1)
	if p.owner >= 0 {
		owner = a.stateOf(a.cands[p.owner].entry)
	}
	for _, o := range a.owners(p, owner) {
		if len(p.x.of) > 0 && !slices.Contains(p.x.of, a.holderID(o)) {
			continue
		}
		if owner < 0 && len(p.x.implied) > 1 && !a.mentioned(o) {
			continue
		}
		for _, office := range p.x.offices {
			for _, id := range [...]string{a.dict.entries[o].id, a.holderID(o)} { // the site's word first
				if t, ok := a.words.holders.holder(id, office, day); ok {
					return a.person(p, t, o, office)
				}
			}
		}
	}
	return -1
}

// holderID is the tables' id of an entry, also where the site has it under an
// id of its own.
func (a *analysis) holderID(entry int32) string {
	if s := a.dict.entries[entry].shipped; s != "" {
		return s
	}
	return a.dict.entries[entry].id
}

// person is the actor of a holder: one of the article's people with that name,
// or a new one.
func (a *analysis) person(p *phrase, t term, owner int32, office string) int {
	found := -1
	for _, i := range a.families[t.person.Key()] {
		d := &a.actors[i]
		if d.known == t.id || t.site && d.entry >= 0 && a.dict.entries[d.entry].id == t.id {
			return i
		}
		if g := namekey.Split(d.name).Agree(t.person); g >= namekey.Heard || g == namekey.Possible && len(d.words) == 1 {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	if found >= 0 {
		d := &a.actors[found]
		d.known = t.id
		if len(d.words) == 1 {
			d.aliases = append(d.aliases, d.name)
			d.name, d.words = t.name, strings.Fields(t.name)
		}
	} else {
		found = len(a.actors)
		a.actors = append(a.actors, draft{name: t.name, kind: Person, entry: -1, words: strings.Fields(t.name), known: t.id})
		a.register(found)
		a.findSurname(found, t)
		if e, ok := a.siteEntry(t); ok {
			a.actors[found].entry = e
		}
	}
	d := &a.actors[found]
	if d.gender == 0 || d.gender == 'u' {
		d.gender = a.genderOf(t.name)
	}
	if d.country == "" {
		d.country = a.dict.entries[owner].country
	}
	span := a.titleSpan(p)
	d.roles = append(d.roles, draftRole{Role: Role{Title: span.Of(a.doc.Text), Mention: span, Office: a.holderID(owner) + "/" + office, From: t.from, To: closed(t.to)}, owner: owner, office: office, head: p.x.head})
	return found
}

// siteEntry is the site's own actor for a holder, by its id or its name.
func (a *analysis) siteEntry(t term) (int32, bool) {
	if e, ok := a.dict.byID[t.id]; ok && t.site {
		return e, true
	}
	s, ok := a.dict.forms[t.name]
	if !ok || s.entry < 0 || !a.dict.entries[s.entry].site || a.dict.entries[s.entry].kind != Person {
		return 0, false
	}
	return s.entry, true
}

// closed is the end of a term, "" while it is open.
func closed(to string) string {
	if to == ".." {
		return ""
	}
	return to
}

func (a *analysis) isPending(token int) bool {
	return slices.ContainsFunc(a.pending, func(c cand) bool { return c.first <= token && token < c.last })
}

// findSurname finds the holder's surname where the engine saw no name: the
// article speaks of the office, so the surname is the holder's.
func (a *analysis) findSurname(actor int, t term) {
	words := strings.Fields(t.name)
	last := words[len(words)-1]
	if noun := a.words.bareNoun(last); noun != "" {
		last = noun
	}
	if len(last) < 3 || !a.rememberable(last) {
		return
	}
	forms := a.dict.endings.of("name", last)
	var more []cand
	for i, tok := range a.doc.Tokens {
		if tok.Class != segment.Upper || !slices.Contains(forms, tok.Of(a.doc.Text)) || a.covered(i) || a.isPending(i) {
			continue
		}
		if i > 0 && (a.words.is(lowered(a.doc.Word(i-1)), "the") || a.words.is(lowered(a.doc.Word(i-1)), "a")) {
			continue
		}
		more = append(more, cand{Span: tok.Span, first: i, last: i + 1, typ: PER, entry: -1, form: ByName, name: true, base: last, actor: actor})
	}
	a.pending = append(a.pending, more...) // the phrases count the candidates, so these wait
}
