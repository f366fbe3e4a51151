package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// standIns links the nouns for bodies and groups that stand without a name:
// "the company" and "das Gericht" to the one body of the article that they
// take up, "die Regierung" to the state of which the article speaks. What
// takes up nobody is an actor of its own, in this article only: "die Polizei",
// "residents".
func (a *analysis) standIns(ps []phrase) {
	if len(a.hits) == 0 {
		return
	}
	s := &standIns{analysis: a, ix: a.index(), bound: map[int]bool{}, own: map[string]int{}, towns: map[string]int{}}
	for i := range ps {
		if p := &ps[i]; p.person >= 0 {
			s.bound[p.noun] = true
		}
	}
	for i := range a.hits {
		if h := &a.hits[i]; !h.done && s.isHead(h) {
			s.named(h)
		}
	}
	for i := range a.hits {
		if h := &a.hits[i]; !h.done && s.isHead(h) {
			s.link(h)
		}
	}
}

// standIns is the work on one article's nouns for bodies.
type standIns struct {
	*analysis
	ix    index
	bound map[int]bool   // tokens of nouns that belong to a person
	own   map[string]int // head -> the actor that only the noun names
	towns map[string]int // class -> the one place named with it, -1 if several
}

// nounPhrase is the words before a noun for a body.
type nounPhrase struct {
	first     int  // its first token
	the, a    bool // its article
	possessed bool
	governed  bool // a preposition stands right before it
}

// isHead tells whether the noun is free and the last of its phrase: no part of
// a name, no person's role, and in languages that write compounds apart not
// followed by another noun ("police officer").
func (s *standIns) isHead(h *bodyHit) bool {
	if s.bound[h.first] {
		return false
	}
	for i := h.first; i < h.last; i++ {
		if s.named1(i) {
			return false
		}
	}
	if h.last >= len(s.doc.Tokens) || !s.genitiveFree() {
		return true
	}
	t := s.doc.Tokens[h.last]
	if t.Class != segment.Lower {
		return t.Class == segment.Punct || !s.words.is(s.doc.Word(h.last), "genitive")
	}
	w := t.Of(s.doc.Text)
	return s.words.follows[w] || s.words.acts[w] != 0 || s.words.preps[w] != 0 || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ly")
}

// named1 tells whether a token lies in a name.
func (s *standIns) named1(token int) bool {
	at, _ := slices.BinarySearchFunc(s.cands, token, func(c cand, t int) int { return c.last - 1 - t })
	for ; at < len(s.cands) && s.cands[at].first <= token; at++ {
		if c := &s.cands[at]; !c.drop && !c.part && (c.name || c.form == ByName) {
			return true
		}
	}
	return false
}

// phraseOf reads the article and the adjectives before the noun.
func (s *standIns) phraseOf(h *bodyHit) nounPhrase {
	p := nounPhrase{first: h.first}
	floor := s.doc.Sentences[h.sentence].First
	for i := h.first - 1; i >= floor && i >= h.first-4; i-- {
		t := s.doc.Tokens[i]
		w := lowered(t.Of(s.doc.Text))
		switch {
		case s.words.is(w, "the"):
			p.first, p.the = i, true
			return p
		case s.words.is(w, "a"):
			p.first, p.a = i, true
			return p
		case s.words.possessives[w]:
			p.first, p.possessed = i, true
			return p
		case t.Class == segment.Number:
			p.first, p.a = i, true
		case s.words.prepositions[w]:
			p.governed = i == p.first-1 && p.first == h.first
			return p
		case t.Class != segment.Lower && t.Class != segment.Mixed || s.words.acts[w] != 0 || s.words.small[w] != "" || s.words.follows[w]:
			return p
		}
	}
	return p
}

// named makes bodies of nouns that stand with the name of a place: "Landgericht
// Hamburg", "Baltimore police", "Münchner Polizei"; "Gemeinde Marling" is the
// place itself.
func (s *standIns) named(h *bodyHit) {
	if h.cut > 0 && strings.HasSuffix(s.doc.Word(h.first)[:h.cut], "-") {
		return
	}
	switch h.class {
	case "people", "agents", "fighters", "group", "company", "party", "none":
		return
	}
	p := s.phraseOf(h)
	if at := s.ix.ends[h.first]; at >= 0 && p.first < h.first && s.ofRegion(&s.cands[at]) {
		e := &s.dict.entries[s.cands[at].entry]
		name := s.institutionName(e, h.bodyWord, article.Span{Start: s.cands[at].Start, End: s.doc.Tokens[h.last-1].End})
		s.body(h, s.cands[at].first, h.last, upperFirst(name), &s.cands[at])
		return
	}
	if h.rules() {
		return
	}
	if h.last < len(s.ix.starts) {
		if at := s.ix.starts[h.last]; at >= 0 && s.cands[at].name && s.cands[at].typ == LOC && s.cands[at].actor >= 0 && !s.genitiveFree() {
			c := &s.cands[at]
			if h.class == "municipality" || h.class == "town" {
				s.town(h, c)
				return
			}
			if c.Of(s.doc.Text) == c.base || c.entry >= 0 && !strings.HasSuffix(c.Of(s.doc.Text), "s") {
				s.body(h, h.first, c.last, s.headOf(h)+" "+c.Of(s.doc.Text), c)
			}
			return
		}
	}
	if s.genitiveFree() {
		at := int32(-1)
		if h.first > s.doc.Sentences[h.sentence].First {
			at = s.ix.ends[h.first]
		}
		if at >= 0 && s.cands[at].name && s.cands[at].typ == LOC && s.cands[at].actor >= 0 && h.class != "town" && h.class != "municipality" {
			c := &s.cands[at]
			s.body(h, c.first, h.last, c.Of(s.doc.Text)+" "+s.headOf(h), c)
		}
		return
	}
	if i := p.first; i == h.first && i-1 > s.doc.Sentences[h.sentence].First && s.ofCity(i-1) {
		s.body(h, i-1, h.last, s.doc.Word(i-1)+" "+s.headOf(h), nil)
	}
}

// ofRegion tells whether a candidate is the adjective of a region, which may
// have bodies of its own: "die bayerische Regierung".
func (s *standIns) ofRegion(c *cand) bool {
	return c.form == ByAdjective && !c.part && c.entry >= 0 && s.dict.entries[c.entry].kind == Place
}

// ofCity tells whether a word is the adjective of a city: "Münchner".
func (s *standIns) ofCity(i int) bool {
	w := s.doc.Word(i)
	end := s.words.cityEnd
	if end == "" || s.doc.Tokens[i].Class != segment.Upper || !strings.HasSuffix(w, end) || len(w) < len(end)+4 || s.named1(i) {
		return false
	}
	_, role, _ := s.words.nouns.at(s.doc, i, i+1, nil)
	_, body, _ := s.words.bodies.at(s.doc, i, i+1, false, nil)
	return role == 0 && body == 0 && s.words.preps[w] == 0 && s.words.small[w] == ""
}

// body makes a mention of the body that stands with a place's name.
func (s *standIns) body(h *bodyHit, first, last int, name string, place *cand) {
	at, ok := s.own[name]
	if !ok {
		at = s.bodyNamed(name)
	}
	if at < 0 {
		at = len(s.actors)
		d := draft{name: name, kind: Organisation, entry: -1, words: strings.Fields(name), class: h.class}
		if place != nil {
			d.country = s.actors[place.actor].country
		}
		s.actors = append(s.actors, d)
	}
	s.own[name] = at
	h.done = true
	s.mention(at, article.Span{Start: s.doc.Tokens[first].Start, End: s.doc.Tokens[last-1].End}, ByName)
	s.actors[at].aliases = append(s.actors[at].aliases, s.headOf(h))
}

// bodyNamed is the actor of that name, or -1.
func (s *standIns) bodyNamed(name string) int {
	return slices.IndexFunc(s.actors, func(d draft) bool { return d.kind == Organisation && strings.EqualFold(d.name, name) })
}

// town makes the noun before a place's name a mention of the place that acts.
func (s *standIns) town(h *bodyHit, c *cand) {
	h.done = true
	span := article.Span{Start: s.doc.Tokens[h.first].Start, End: c.End}
	s.mention(c.actor, span, ByName)
	d := &s.actors[c.actor]
	d.aliases = append(d.aliases, s.headOf(h)+" "+d.name)
	if at, ok := s.towns[h.class]; ok && at != c.actor {
		s.towns[h.class] = -1
		return
	}
	s.towns[h.class] = c.actor
}

// link gives the noun to the actor that it takes up, or to one of its own.
func (s *standIns) link(h *bodyHit) {
	p := s.phraseOf(h)
	if s.namedBehind(h) || s.ownedByName(h, p) {
		return
	}
	span := article.Span{Start: s.doc.Tokens[p.first].Start, End: s.doc.Tokens[h.last-1].End}
	if at := s.takenUp(h, p, span); at >= 0 {
		s.mention(at, span, ByRole)
		return
	}
	if !s.actsAlone(h, p) {
		return
	}
	head := s.headOf(h)
	at, ok := s.own[head]
	if !ok {
		at = len(s.actors)
		s.own[head] = at
		kind := Organisation
		switch h.class {
		case "people", "agents", "fighters", "group", "authorities":
			kind = Group
		}
		s.actors = append(s.actors, draft{name: upperFirst(head), kind: kind, entry: -1, words: strings.Fields(head), class: h.class, generic: true,
			aliases: s.shorter(h)})
	}
	s.mention(at, span, ByRole)
}

// namedBehind tells whether a name behind the noun says who is meant: "the
// company Hydra", "Holms Partei, die SLP".
func (s *standIns) namedBehind(h *bodyHit) bool {
	i, end := h.last, s.doc.Sentences[h.sentence].Last
	if i+1 < end && s.doc.Word(i) == "," {
		if i++; s.words.is(s.doc.Word(i), "the") {
			i++
		}
		at := s.ix.starts[min(i, end)]
		return at >= 0 && s.cands[at].name && s.cands[at].typ == ORG && s.cands[at].last < end && s.closes(s.cands[at].last, &s.doc.Sentences[h.sentence])
	}
	at := s.ix.starts[i]
	return at >= 0 && i < end && s.cands[at].name && (s.cands[at].typ == ORG || s.cands[at].typ == MISC)
}

// ownedByName tells whether a name in the genitive stands right before the
// phrase: "Holms Partei", "Macron's office".
func (s *standIns) ownedByName(h *bodyHit, p nounPhrase) bool {
	if p.the || p.a || p.possessed || p.first == s.doc.Sentences[h.sentence].First {
		return false
	}
	i := p.first
	if s.words.is(s.doc.Word(i-1), "genitive") {
		i--
	}
	at := s.ix.ends[i]
	return at >= 0 && s.cands[at].form != ByAdjective && (i < p.first || strings.HasSuffix(s.cands[at].Of(s.doc.Text), "s"))
}

// actsForName tells whether a name right behind says for whom: "Vertreter der
// Hamas", "envoys of the Red Cross".
func (s *standIns) actsForName(h *bodyHit) bool {
	for i := h.last; i < s.doc.Sentences[h.sentence].Last && i <= h.last+2; i++ {
		if at := s.ix.starts[i]; at >= 0 && i > h.last {
			return s.cands[at].name || s.cands[at].form == ByAdjective
		}
		if w := s.doc.Word(i); !s.words.is(w, "link") && !s.words.is(w, "the") {
			return false
		}
	}
	return false
}

// shorter are the other names of a body without a name: the noun without its
// compound's front.
func (s *standIns) shorter(h *bodyHit) []string {
	if h.cut > 0 && strings.HasSuffix(s.doc.Word(h.first)[:h.cut], "-") {
		return []string{h.head}
	}
	if cut := strings.LastIndexByte(h.head, ' '); cut > 0 {
		if _, ok := s.words.bodies.forms[h.head[cut+1:]]; ok {
			return []string{h.head[cut+1:]}
		}
	}
	return nil
}

// actsAlone tells whether the noun may be an actor of its own.
func (s *standIns) actsAlone(h *bodyHit, p nounPhrase) bool {
	if !p.the && !p.a && !p.possessed && p.governed && h.class != "people" && h.class != "agents" && h.class != "fighters" {
		return false // "vor Gericht", "in parliament"
	}
	if h.last < len(s.doc.Tokens) && s.words.is(s.doc.Word(h.last), "genitive") {
		return false
	}
	if h.class == "agents" && s.actsForName(h) {
		return false
	}
	switch h.class {
	case "none", "government":
		return h.class == "government" && p.the
	case "town":
		return p.the && s.actsAt(h.first-1, h.first, h.last)
	case "setting":
		return p.the
	case "group":
		return p.the || p.a
	}
	return true
}
