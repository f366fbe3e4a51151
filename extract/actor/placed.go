package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

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
			if c.Of(s.doc.Text) == c.base || c.entry >= 0 && !s.words.inGenitive(c.Of(s.doc.Text)) {
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
	if last := s.calledAtStart(h); last > 0 {
		s.body(h, h.first, last, s.headOf(h)+" "+s.joined(h.last, last), nil)
		return
	}
	if i := p.first; i == h.first && i-1 > s.doc.Sentences[h.sentence].First && s.ofCity(i-1) {
		s.body(h, i-1, h.last, s.doc.Word(i-1)+" "+s.headOf(h), nil)
	}
}

// calledAtStart is the end of the capitalised words behind a noun that opens its
// sentence, up to the verb: nothing else than its name can stand there ("Die
// Gemeinde Auer kauft …"). 0 if there are none.
func (s *standIns) calledAtStart(h *bodyHit) int {
	sent := &s.doc.Sentences[h.sentence]
	if h.first != sent.First && (h.first != sent.First+1 || !s.words.is(lowered(s.doc.Word(sent.First)), "the")) {
		return 0
	}
	last := h.last
	for last < sent.Last && last < h.last+3 && s.doc.Tokens[last].Class == segment.Upper && s.ix.starts[last] < 0 && !s.words.days[s.doc.Word(last)] {
		last++
	}
	if last == h.last || last >= sent.Last || s.doc.Tokens[last].Class != segment.Lower || s.words.prepositions[s.doc.Word(last)] || s.words.is(s.doc.Word(last), "the") {
		return 0
	}
	return last
}

// ofRegion tells whether a candidate is the adjective of a region, which may
// have bodies of its own: "die bayerische Regierung".
func (f *Finder) ofRegion(c *cand) bool {
	return c.form == ByAdjective && !c.part && c.entry >= 0 && f.dict.entries[c.entry].kind == Place
}

// ofCity tells whether a word that is no name is the adjective of a city: "Münchner".
func (s *standIns) ofCity(i int) bool { return s.cityAdjective(s.doc, i) && !s.named1(i) }

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
