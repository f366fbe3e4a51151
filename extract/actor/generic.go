package actor

import (
	"strings"

	"fasti/extract/article"
)

// link gives the noun to the actor that it takes up, or to one of its own.
func (s *standIns) link(h *bodyHit) {
	p := s.phraseOf(h)
	if s.namedBehind(h) || s.ownedByName(h, p) {
		s.callBy(h)
		return
	}
	if s.somebodyBehind(h) {
		return
	}
	span := article.Span{Start: s.doc.Tokens[p.first].Start, End: s.doc.Tokens[h.last-1].End}
	if at := s.apposedTo(h, p); at >= 0 {
		s.mention(at, span, ByRole)
		return
	}
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

// somebodyBehind tells whether a person's name stands right behind a noun for
// people, which then is what he or she is: "der Beamte Jan Roth".
func (s *standIns) somebodyBehind(h *bodyHit) bool {
	at := s.ix.starts[h.last]
	return at >= 0 && h.last < len(s.doc.Tokens) && s.cands[at].name && s.cands[at].typ == PER && (h.class == "people" || h.class == "agents")
}

// apposedTo is the body of whose name a noun with an indefinite article right
// behind says what it is: "Blocknetz, ein Bündnis der Gegner, …"; -1 if there
// is none.
func (s *standIns) apposedTo(h *bodyHit, p nounPhrase) int {
	if !p.a || p.first < 2 || s.doc.Word(p.first-1) != "," {
		return -1
	}
	at := s.ix.ends[p.first-1]
	if at < 0 || !s.cands[at].name || s.cands[at].typ != ORG || s.cands[at].actor < 0 || s.actors[s.cands[at].actor].kind != Organisation {
		return -1
	}
	return s.cands[at].actor
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
	case "owned", "false", "artists":
		return false
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
