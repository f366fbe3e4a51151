package actor

import (
	"slices"
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
	for n := range a.hits {
		h := &a.hits[n]
		if a.cabinet(h, ix, made) {
			continue
		}
		if h.class == "agents" && h.cut == 0 && a.agentsOf(h, ix) {
			h.done = true
			continue
		}
		first, last, owner := a.ownerOf(h, ix, parts)
		if owner < 0 || a.cands[owner].entry < 0 { // a state that no table knows
			continue
		}
		e := &a.dict.entries[a.cands[owner].entry]
		if e.kind != State {
			continue
		}
		h.done = true
		if h.class == "agents" {
			if i := h.last; i >= a.doc.Sentences[h.sentence].Last || !a.words.is(a.doc.Word(i), "like") {
				a.agents(owner, h.last, ix)
			}
			continue
		}
		span := article.Span{Start: a.doc.Tokens[first].Start, End: a.doc.Tokens[last-1].End}
		if h.rules() {
			at := a.cands[owner].actor
			a.mention(at, span, ByRole)
			a.actors[at].aliases = append(a.actors[at].aliases, span.Of(a.doc.Text))
			a.governs(at)
			continue
		}
		key := e.id + " " + h.head
		at, ok := made[key]
		if !ok {
			at = len(a.actors)
			made[key] = at
			name := upperFirst(a.institutionName(e, h.bodyWord, span))
			a.actors = append(a.actors, draft{name: name, kind: Organisation, country: e.country, entry: -1, words: strings.Fields(name), class: h.class})
		}
		a.mention(at, span, ByName)
		a.actors[at].aliases = append(a.actors[at].aliases, span.Of(a.doc.Text), h.head)
		if i := ix.starts[h.first]; i >= 0 && a.cands[i].last == h.last && a.cands[i].actor >= 0 && a.actors[a.cands[i].actor].generic {
			a.cands[i].actor = at // the engine's "Polizei" of "chilenische Polizei"
		}
	}
}

// agents lets a state act by the people before whom its adjective stands, and
// the one that is listed with it: "katarische und ägyptische Vermittler".
func (a *analysis) agents(owner, last int, ix index) {
	first := &a.cands[owner]
	a.mention(first.actor, article.Span{Start: first.Start, End: a.doc.Tokens[last-1].End}, ByMetonym)
	for n := 0; owner >= 0; n++ {
		c := &a.cands[owner]
		if c.form == ByAdjective && n > 0 {
			c.form = ByMetonym
		}
		owner = -1
		if i := c.first - 1; i > 0 && !c.part && (a.words.is(a.doc.Word(i), "and") || a.doc.Word(i) == ",") {
			at := ix.ends[i]
			if at >= 0 && a.cands[at].form == ByAdjective && a.doc.Tokens[i-1].Class == a.doc.Tokens[c.first].Class &&
				a.cands[at].entry >= 0 && a.dict.entries[a.cands[at].entry].kind == State {
				owner = int(at)
			}
		}
	}
}

// agentsOf reads the states behind a noun for people who act for them: "den
// Vertretern Serbiens", "mediators from Uruguay and Panama".
func (a *analysis) agentsOf(h *bodyHit, ix index) bool {
	sent := &a.doc.Sentences[h.sentence]
	i := h.last
	for i < sent.Last && i < h.last+2 && (a.words.is(a.doc.Word(i), "link") || a.words.is(a.doc.Word(i), "from") || a.words.is(a.doc.Word(i), "the")) {
		i++
	}
	if i == h.last && a.genitiveFree() {
		return false
	}
	return a.actFor(h.first, i, i == h.last, ix, sent)
}

// governs notes a state whose government the article speaks of.
func (a *analysis) governs(actor int) {
	if !slices.Contains(a.governing, actor) {
		a.governing = append(a.governing, actor)
	}
}

// ownerOf reads the state before or behind a noun for a government or institution:
// the first token of both, the one behind both, and the state's candidate; -1 if
// there is none.
func (a *analysis) ownerOf(h *bodyHit, ix index, parts map[int]int) (first, last, owner int) {
	if !h.state {
		return 0, 0, -1
	}
	i := h.first
	if h.cut > 0 {
		if c, ok := parts[i]; ok && a.cands[c].Start == a.doc.Tokens[i].Start { // US-Armee
			return i, h.last, c
		}
		return 0, 0, -1
	}
	sent := &a.doc.Sentences[h.sentence]
	j := i
	if j > sent.First && a.words.is(a.doc.Word(j-1), "genitive") {
		j--
	}
	at := int32(-1)
	if j > sent.First {
		at = ix.ends[j]
	}
	if at < 0 || a.cands[at].entry < 0 || a.cands[at].actor < 0 || j == i && !a.ownerBefore(&a.cands[at]) {
		if h.class == "agents" {
			return 0, 0, -1
		}
		return a.ownerNext(h, ix, sent)
	}
	return a.cands[at].first, h.last, int(at)
}

// ownerNext reads the state behind a noun for a government or institution:
// "Regierung Norwegens", "the parliament of Iraq".
func (a *analysis) ownerNext(h *bodyHit, ix index, sent *segment.Sentence) (first, last, owner int) {
	i := h.last
	for i < sent.Last && i < h.last+2 && (a.words.is(a.doc.Word(i), "owner") || i > h.last && a.words.is(a.doc.Word(i), "the")) {
		i++
	}
	if i >= sent.Last || ix.starts[i] < 0 {
		return 0, 0, -1
	}
	c := &a.cands[ix.starts[i]]
	switch {
	case c.entry < 0 || c.actor < 0 || c.part || !c.name || c.form == ByAdjective:
		return 0, 0, -1
	case i == h.last && (a.genitiveFree() || !a.ownerBefore(c)):
		return 0, 0, -1
	case a.genitiveFree() && c.last < sent.Last && capital(a.doc, c.last): // of Norway Rail
		return 0, 0, -1
	}
	return h.first, c.last, int(ix.starts[i])
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
func (a *analysis) cabinet(h *bodyHit, ix index, made map[string]int) bool {
	if !h.rules() || h.cut > 0 {
		return false
	}
	sent, i := &a.doc.Sentences[h.sentence], h.first
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
	h.done = true
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
