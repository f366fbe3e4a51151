package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/actor/namekey"
)

// bodies joins the names of organisations and places that the dictionary does
// not know: the same words are the same body, with or without the company's
// legal form, and so are a name and the acronym that the article gives it.
func (a *analysis) bodies() {
	byName := map[string]int{}
	for i := range a.cands {
		c := &a.cands[i]
		a.shortOfKnown(i)
		if !c.name || c.entry >= 0 || c.actor >= 0 || c.typ == MISC || c.typ == PER {
			continue
		}
		key := namekey.Fold(a.firm(c.base))
		at, ok := byName[key]
		if !ok {
			at = a.acronymOf(i)
		}
		if at < 0 && !ok {
			at = a.spelledOut(c)
		}
		if at < 0 || !ok && a.actors[at].kind != Organisation {
			kind := Organisation
			if c.typ == LOC {
				kind = Place
			}
			at = len(a.actors)
			a.actors = append(a.actors, draft{name: c.base, kind: kind, entry: -1, country: c.country, words: strings.Fields(c.base),
				generic: kind == Organisation && a.commonName(c)})
		}
		byName[key] = at
		c.actor = at
		if d := &a.actors[at]; len(d.name) < len(c.base) {
			d.name = c.base
		}
	}
}

// borne makes an actor of each storm or ship that has a name, by the whole name and by
// what it is called alone: two storms of one day are two.
func (a *analysis) borne() {
	byName := map[string]int{}
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.typ != MISC || c.actor >= 0 || c.last-c.first < 2 || !a.bearing(a.doc).bearer(a.doc, c.first, true) {
			continue
		}
		called := a.doc.Text[a.doc.Tokens[c.first+1].Start:c.End]
		at, ok := byName[called]
		if !ok {
			at = len(a.actors)
			byName[called] = at
			a.actors = append(a.actors, draft{name: c.Of(a.doc.Text), kind: Group, entry: -1, aliases: []string{called}, words: strings.Fields(c.Of(a.doc.Text))})
		}
		c.actor = at
	}
	for i := range a.cands {
		if c := &a.cands[i]; c.name && c.typ == MISC && c.actor < 0 {
			if at, ok := byName[c.Of(a.doc.Text)]; ok {
				c.actor = at
			}
		}
	}
}

// commonName tells whether a name is nothing but a noun for a body, which many
// have: "Supreme Court", "Landgericht".
func (a *analysis) commonName(c *cand) bool {
	_, last, _ := a.words.bodies.at(a.doc, c.first, c.last, true, nil)
	return last == c.last
}

// firm is a company's name without its legal form.
func (a *analysis) firm(name string) string {
	for {
		cut := strings.LastIndexByte(name, ' ')
		if cut <= 0 || !a.words.legal[name[cut+1:]] {
			return name
		}
		name = name[:cut]
	}
}

// acronymOf is the actor whose name stands right before this one's brackets
// with the same first letters, or for which this one in brackets stands:
// "Vereinte Dienste (VD)". -1 if there is none.
func (a *analysis) acronymOf(i int) int {
	c := &a.cands[i]
	if i == 0 || c.first < 2 || a.doc.Word(c.first-1) != "(" {
		return -1
	}
	b := &a.cands[i-1]
	if b.part || b.last != c.first-1 || b.actor < 0 || !b.name {
		return -1
	}
	if initials(b.base, c.base) || initials(c.base, b.base) || b.typ == ORG && c.typ == ORG && isAcronym(c.base) && lettersOf(b.base, c.base) {
		return b.actor
	}
	return -1
}

// shortOfKnown gives the letters in brackets behind a body's name that the
// dictionary has to that body, here and wherever they stand: "the Labour Party
// (LP)".
func (a *analysis) shortOfKnown(i int) {
	c := &a.cands[i]
	if i == 0 || !c.name || c.entry >= 0 || c.typ != ORG || c.first < 2 || a.doc.Word(c.first-1) != "(" {
		return
	}
	b := &a.cands[i-1]
	if b.entry < 0 || b.typ != ORG || b.part || b.last != c.first-1 || !initials(a.joined(b.first, b.last), c.base) {
		return
	}
	for k := range a.cands {
		if d := &a.cands[k]; d.name && d.entry < 0 && d.typ == ORG && d.base == c.base {
			d.entry, d.country = b.entry, b.country
		}
	}
}

// spelledOut is the only body of the article that the letters of this name
// are the initials of, or the other way about: "United Cabin Workers … UCW".
// -1 if there is none or more than one.
func (a *analysis) spelledOut(c *cand) int {
	if c.typ != ORG {
		return -1
	}
	found := -1
	for at := range a.actors {
		d := &a.actors[at]
		if d.kind != Organisation || d.generic || d.entry >= 0 {
			continue
		}
		if len(c.base) > 2 && initials(d.name, c.base) || len(d.name) > 2 && initials(c.base, d.name) {
			if found >= 0 {
				return -1
			}
			found = at
		}
	}
	return found
}

// initials tells whether the letters of the acronym begin words of the name,
// in order; every capital word must give one.
func initials(name, acronym string) bool {
	rest := strings.ReplaceAll(acronym, ".", "")
	if !isAcronym(rest) {
		return false
	}
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		r, n := utf8.DecodeRuneInString(w)
		if len(rest) > 0 && unicode.ToUpper(r) == rune(rest[0]) {
			rest = rest[1:]
			for _, r := range w[n:] { // "UniCredit" gives two
				if len(rest) > 0 && r == rune(rest[0]) {
					rest = rest[1:]
				}
			}
		} else if unicode.IsUpper(r) {
			return false
		}
	}
	return rest == ""
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
			e := &a.dict.entries[c.entry]
			at = len(a.actors)
			byEntry[c.entry] = at
			a.actors = append(a.actors, draft{name: e.name, kind: e.kind, country: e.country, entry: c.entry, words: strings.Fields(e.name)})
		}
		c.actor = at
	}
}

// from is the first candidate that begins at the offset or behind it.
func (a *analysis) from(offset int) int {
	i, _ := slices.BinarySearchFunc(a.cands, offset, func(c cand, o int) int { return c.Start - o })
	return i
}
