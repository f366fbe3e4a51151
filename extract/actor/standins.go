package actor

import (
	"slices"
	"strings"

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
	s := &standIns{analysis: a, ix: a.index(), bound: map[int]bool{}, own: map[string]int{}, towns: map[string]int{}, called: map[string]int{}}
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
		if h := &a.hits[i]; !h.done && s.isHead(h) && !s.ownedByBody(h) {
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

	called map[string]int // head -> the body whose name it stood before last
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
	if i+1 < end && isQuote(s.doc.Word(i)) {
		i++
	}
	at := s.ix.starts[i]
	return at >= 0 && i < end && s.cands[at].name && (s.cands[at].typ == ORG || s.cands[at].typ == MISC)
}

// ownedByBody tells whether a body's name stands right before a noun for people
// or in the front of its compound: "EU officials", "Hamas-Kämpfer". They act
// for it.
func (s *standIns) ownedByBody(h *bodyHit) bool {
	switch h.class {
	case "people", "agents", "fighters":
	default:
		return false
	}
	for i := s.from(s.doc.Tokens[h.first].Start); h.cut > 0 && i < len(s.cands) && s.cands[i].first == h.first; i++ {
		if c := &s.cands[i]; c.part && c.actor >= 0 && s.actors[c.actor].kind != Person && s.actors[c.actor].kind != Place {
			c.form = ByMetonym
			return true
		}
	}
	at := s.ix.ends[h.first]
	return at >= 0 && s.genitiveFree() && s.cands[at].name && s.cands[at].typ == ORG
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
	return at >= 0 && s.cands[at].form != ByAdjective && (i < p.first || s.words.inGenitive(s.cands[at].Of(s.doc.Text)))
}
