package actor

import (
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
	"fasti/extract/segment"
)

// institutions finds the bodies that a state has one of: "die israelische
// Armee", "Israels Armee", "the Indonesian parliament". A government is its
// state; every other is an organisation of its own, with the state's country.
func (a *analysis) institutions() {
	ix := a.index()
	parts := map[int]int{}
	for i := range a.cands {
		if c := &a.cands[i]; c.part {
			parts[c.first] = i
		}
	}
	made := map[string]int{}
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			if a.cabinet(i, sent, ix, made) {
				continue
			}
			word, first, last, owner := a.institutionAt(i, sent, ix, parts)
			if word.class == "" || a.cands[owner].entry < 0 { // a state that no table knows
				continue
			}
			e := &a.dict.entries[a.cands[owner].entry]
			if e.kind != State {
				continue
			}
			span := article.Span{Start: a.doc.Tokens[first].Start, End: a.doc.Tokens[last-1].End}
			if word.class == "government" {
				at := a.cands[owner].actor
				a.mention(at, span, ByRole)
				a.actors[at].aliases = append(a.actors[at].aliases, span.Of(a.doc.Text))
				continue
			}
			key := e.id + " " + word.head
			at, ok := made[key]
			if !ok {
				at = len(a.actors)
				made[key] = at
				name := a.institutionName(e, word, span)
				a.actors = append(a.actors, draft{name: name, kind: Organisation, country: e.country, entry: -1, words: strings.Fields(name)})
			}
			a.mention(at, span, ByName)
			a.actors[at].aliases = append(a.actors[at].aliases, span.Of(a.doc.Text), word.head)
			i = last - 1
		}
	}
}

// institutionAt reads a noun for a government or institution at token i with
// the state before it: its tokens from the state to the noun, and the state's
// candidate.
func (a *analysis) institutionAt(i int, sent *segment.Sentence, ix index, parts map[int]int) (word bodyWord, first, last, owner int) {
	w := a.doc.Word(i)
	word, last = a.words.bodies[w], i+1
	if i+1 < sent.Last {
		if two, ok := a.words.bodies[lowered(w)+" "+lowered(a.doc.Word(i+1))]; ok {
			word, last = two, i+2
		}
	}
	if word.class == "" {
		if c, ok := parts[i]; ok { // US-Armee
			if word, ok = a.words.bodies[w[strings.LastIndexByte(w, '-')+1:]]; ok && word.owned() && a.cands[c].Start == a.doc.Tokens[i].Start {
				return word, i, i + 1, c
			}
		}
		return bodyWord{}, 0, 0, 0
	}
	if !word.owned() {
		return bodyWord{}, 0, 0, 0
	}
	j := i
	if j > sent.First && a.words.is(a.doc.Word(j-1), "genitive") {
		j--
	}
	at := int32(-1)
	if j > sent.First {
		at = ix.ends[j]
	}
	if at < 0 || a.cands[at].entry < 0 || a.cands[at].actor < 0 || j == i && !a.ownerBefore(&a.cands[at]) {
		return bodyWord{}, 0, 0, 0
	}
	return word, a.cands[at].first, last, int(at)
}

// institutionName is how the body is called: the state's adjective as it agrees
// with the noun where the language declines ("Israelische Armee"), else the
// article's words.
func (a *analysis) institutionName(e *entry, w bodyWord, span article.Span) string {
	if w.ending == "" || e.adj == "" || strings.Contains(span.Of(a.doc.Text), "-") {
		return span.Of(a.doc.Text)
	}
	return upperFirst(e.adj) + w.ending + " " + w.head
}

// cabinet finds a government that is called by its head: "die Regierung
// Merkel", "the Obama administration". The name is one of the article's people
// or of a head of government or state in the table.
func (a *analysis) cabinet(i int, sent *segment.Sentence, ix index, made map[string]int) bool {
	if a.words.bodies[a.doc.Word(i)].class != "government" {
		return false
	}
	j := i + 1
	if a.genitiveFree() {
		j = i - 1
	}
	if j < sent.First || j >= sent.Last || a.doc.Tokens[j].Class != segment.Upper {
		return false
	}
	name, country := a.doc.Word(j), ""
	if at := ix.starts[j]; at >= 0 {
		c := &a.cands[at]
		if c.typ != PER || !c.name || c.last != j+1 || c.actor < 0 {
			return false
		}
		name, country = c.base, a.actors[c.actor].country
	}
	if country == "" {
		if country = a.headedBy(name); country == "" {
			return false
		}
	}
	span := article.Span{Start: a.doc.Tokens[min(i, j)].Start, End: a.doc.Tokens[max(i, j)].End}
	key := "cabinet " + name
	at, ok := made[key]
	if !ok {
		at = len(a.actors)
		made[key] = at
		a.actors = append(a.actors, draft{name: span.Of(a.doc.Text), kind: Organisation, country: country, entry: -1, words: []string{name}})
	}
	a.mention(at, span, ByName)
	return true
}

// headedBy is the country whose government a person of that surname has led by
// the day of the article; "" if nobody or people of two countries.
func (a *analysis) headedBy(surname string) string {
	p := namekey.Split(surname)
	country := ""
	for _, t := range a.words.holders.byFamily[p.Key()] {
		if t.person.Family != p.Family || t.from > a.day() || t.office != "head-of-government" && t.office != "president" {
			continue
		}
		e, ok := a.dict.byID[t.owner]
		if !ok || country != "" && country != a.dict.entries[e].country {
			return ""
		}
		country = a.dict.entries[e].country
	}
	return country
}
