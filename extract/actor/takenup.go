package actor

import (
	"strings"

	"fasti/extract/actor/refer"
	"fasti/extract/article"
)

// takenUp is the body that the noun takes up; -1 if there is none or more than
// one.
func (s *standIns) takenUp(h *bodyHit, p nounPhrase, span article.Span) int {
	if h.rules() || h.class == "cabinet" && h.cut == 0 {
		if at := s.government(h, p, span); at >= 0 {
			return at
		}
	}
	if !p.the && !(h.class == "police" || h.class == "prosecution") || p.a || p.possessed {
		return -1
	}
	if at, ok := s.called[strings.ToLower(s.headOf(h))]; ok && p.the {
		return at
	}
	switch h.class {
	case "municipality", "town":
		if at, ok := s.towns[h.class]; ok {
			return at
		}
	case "people", "agents", "setting":
		return -1
	}
	if at := s.sameHead(h, span); at >= 0 {
		return at
	}
	return s.lastOfSort(h, p, span)
}

// lastOfSort is the only body near that may be what the noun says, or the only
// one of the article that surely is; -1 if there is none.
func (s *standIns) lastOfSort(h *bodyHit, p nounPhrase, span article.Span) int {
	switch h.class {
	case "company", "party", "group", "fighters", "club", "union", "association", "office":
		if !p.the || strings.IndexByte(h.head, ' ') > 0 { // "the district attorney's office" says more
			return -1
		}
		from := s.doc.Sentences[max(h.sentence-2, 0)].Start
		at := s.lastBody(h.class, from, span.Start)
		if at == -1 {
			at = s.onlyBody(h.class, span.Start)
		}
		if at >= 0 && !s.anotherOfSort(&s.actors[at], h) && !s.tooNarrow(&s.actors[at], h) {
			return at
		}
	}
	return -1
}

// callBy notes which body a noun stands right before the name of: "die
// Gewerkschaft GVB", so that "die Gewerkschaft" is that one again.
func (s *standIns) callBy(h *bodyHit) {
	if h.last >= len(s.doc.Tokens) || h.class == "artists" { // an article tells of many bands
		return
	}
	at := s.ix.starts[h.last]
	if at < 0 {
		return
	}
	if c := &s.cands[at]; c.name && c.typ == ORG && c.actor >= 0 && s.actors[c.actor].kind == Organisation {
		s.called[strings.ToLower(s.headOf(h))] = c.actor
	}
}

// tooNarrow tells whether a compound for members' bodies says more than is known of one:
// "die Fluglotsengewerkschaft" is not whatever body stood before it.
func (s *standIns) tooNarrow(d *draft, h *bodyHit) bool {
	switch h.class {
	case "union", "association", "party":
		_, sure := refer.ClassFits(h.class, s.classOf(d))
		return h.cut > 0 && !sure
	}
	return false
}

// anotherOfSort tells whether a body is of the noun's sort, but by its name
// another one: both are compounds with the same end ("der Sozialverband" after
// "Arbeitgeberverband").
func (s *standIns) anotherOfSort(d *draft, h *bodyHit) bool {
	if h.cut == 0 {
		return false
	}
	whole, base := strings.ToLower(s.headOf(h)), strings.ToLower(h.head)
	other := false
	for _, name := range append([]string{d.name}, d.aliases...) {
		for _, w := range strings.Fields(strings.ToLower(name)) {
			if strings.HasSuffix(w, whole) || len(w) > len(base) && strings.HasSuffix(whole, w) {
				return false
			}
			other = other || len(w) > len(base) && strings.HasSuffix(w, base)
		}
	}
	return other
}

// government is the one state whose government the article speaks of, or the
// only state that it names before.
func (s *standIns) government(h *bodyHit, p nounPhrase, span article.Span) int {
	if i := h.last + 1; i < s.doc.Sentences[h.sentence].Last { // die Regierung in London
		if at := s.ix.starts[i]; at >= 0 && s.cands[at].form == ByMetonym && s.cands[at].actor >= 0 && s.words.preps[s.doc.Word(h.last)] != 0 {
			s.governs(s.cands[at].actor)
			return s.cands[at].actor
		}
	}
	if !p.the || h.class == "authorities" || p.first+1 != h.first { // "the church leadership" is nobody's government
		return -1
	}
	if len(s.governing) > 0 {
		if len(s.governing) == 1 {
			return s.governing[0]
		}
		return -1
	}
	found := -1
	for i := range s.cands {
		c := &s.cands[i]
		if c.drop || c.actor < 0 || s.actors[c.actor].kind != State {
			continue
		}
		if found >= 0 && found != c.actor || c.Start > span.Start && found < 0 {
			return -1
		}
		found = c.actor
	}
	return found
}

// sameHead is the one actor of the article whose name has the noun: "das
// Gericht" after "Landgericht Hamburg"; of several the only one near.
func (s *standIns) sameHead(h *bodyHit, span article.Span) int {
	head := strings.ToLower(s.headOf(h))
	found, near, nears := -1, -1, 0
	from := s.doc.Sentences[max(h.sentence-2, 0)].Start
	for i := range s.actors {
		d := &s.actors[i]
		if d.kind == Person || d.kind == State || d.kind == Place || !s.hasHead(d, h, head) {
			continue
		}
		before, close := s.seenBefore(i, from, span.Start)
		if !before {
			continue
		}
		if close {
			near = i
			nears++
		}
		if found >= 0 {
			found = -2
		} else if found == -1 {
			found = i
		}
	}
	if found >= 0 {
		return found
	}
	if nears == 1 {
		return near
	}
	return -1
}

// seenBefore tells whether an actor has a mention before the offset, and one
// behind from.
func (s *standIns) seenBefore(actor, from, to int) (before, near bool) {
	check := func(span article.Span) {
		before = before || span.Start < to
		near = near || span.Start < to && span.Start >= from
	}
	for _, m := range s.actors[actor].mentions {
		check(m.Span)
	}
	for i := range s.cands {
		if c := &s.cands[i]; c.actor == actor && !c.drop && !c.part && c.Start < to {
			check(c.Span)
		}
	}
	return before, near
}

// hasHead tells whether a body's name has the noun as a word, or as the end of
// a compound where the language writes compounds together.
func (s *standIns) hasHead(d *draft, h *bodyHit, head string) bool {
	if d.entry >= 0 && (h.class == "union" || h.class == "association") {
		return false // the European Union is none
	}
	if s.headIn(d.name, head) {
		return true
	}
	for _, alias := range d.aliases {
		if s.headIn(alias, head) {
			return true
		}
	}
	return false
}

func (s *standIns) headIn(name, head string) bool {
	low := strings.ToLower(name)
	if len(low) < len(head) {
		return false
	}
	for {
		i := strings.Index(low, head)
		if i < 0 {
			return false
		}
		end := i + len(head)
		if (i == 0 || low[i-1] == ' ' || low[i-1] == '-' || !s.genitiveFree()) && (end == len(low) || low[end] == ' ' || low[end] == ',') {
			return true
		}
		low = low[end:]
	}
}
