package event

import (
	"fasti/extract/segment"
)

// settle decides which forms in -ed are reduced relatives: those with
// another finite verb behind them that lacks a subject of its own.
func (x *lexicon) settle(s *sentence, groups []group) {
	for k := range groups {
		g := &groups[k]
		if !g.maybe || g.first == 0 {
			continue
		}
		prev := &s.words[g.first-1]
		if x.apart(s, groups, k) {
			g.kind, g.fin = participle, -1
			s.words[g.lex].verbal = participle
			continue
		}
		if prev.is(tagPron|tagRel|tagCoord) || prev.class == segment.Punct && prev.text != ")" || !nominal(prev) {
			continue
		}
		next := g.last + x.phrasal(s, g.lex)
		told := k > 0 && groups[k-1].fin >= 0 && !marked(s, groups[k-1].last, g.first) && !x.says(s, groups[k-1].lex)
		if next >= len(s.words) || !(s.words[next].is(tagPrep|tagTo) || s.words[next].timex >= 0 || x.isWord("compares", s.words[next].low) || told && (isBreak(&s.words[next]) || next+1 < len(s.words) && s.words[next].class == segment.Lower && s.words[next+1].is(tagAgent))) || next > g.last && !told {
			continue
		}
		if told {
			g.kind, g.fin = participle, -1
			s.words[g.lex].verbal = participle
			continue
		}
		for j := k + 1; j < len(groups); j++ {
			if marked(s, g.last, groups[j].first) {
				break
			}
			if groups[j].fin >= 0 {
				g.kind, g.fin = participle, -1
				s.words[g.lex].verbal = participle
				break
			}
		}
	}
}

// apart reports whether a form in -ed stands between commas behind a noun, with
// the finite verb right behind the second: "the probe, called X, reached".
func (x *lexicon) apart(s *sentence, groups []group, k int) bool {
	g := &groups[k]
	if g.first < 2 || s.words[g.first-1].text != "," || !nominal(&s.words[g.first-2]) || k+1 >= len(groups) || groups[k+1].fin < 0 {
		return false
	}
	next := groups[k+1].first
	return s.words[next-1].text == "," && s.nextBreak(g.last, next) == next-1
}

// phrasal gives how many words of a verb of several words follow word i.
func (x *lexicon) phrasal(s *sentence, i int) int {
	for _, f := range s.words[i].forms {
		n := len(x.verbs[f.verb].particle)
		if f.features&fSep == 0 || i+n >= len(s.words) {
			continue
		}
		ok := true
		for k, p := range x.verbs[f.verb].particle {
			ok = ok && s.words[i+1+k].low == p
		}
		if ok {
			return n
		}
	}
	return 0
}

// says reports whether a word is a verb of saying or thinking.
func (x *lexicon) says(s *sentence, i int) bool {
	if i < 0 {
		return false
	}
	for _, f := range s.words[i].forms {
		if v := &x.verbs[f.verb]; v.class == classReport || v.class == classDeny || v.frame == frameSpeaks {
			return true
		}
	}
	return false
}

// marked reports whether something between two verbs begins a new clause.
func marked(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		w := &s.words[i]
		if w.is(tagCoord) || w.is(tagSub|tagRel) && !w.is(tagPrep) && (!w.is(tagArt) || w.is(tagSub) && w.is(tagRel)) || isBreak(w) {
			return true
		}
	}
	return false
}

// resolveSVO chooses the lexicon's entry for the main verb.
func (x *lexicon) resolveSVO(s *sentence, c *clause) {
	if c.lex < 0 {
		return
	}
	w := &s.words[c.lex]
	best := -1
	for k, f := range w.forms {
		if !fits(w.verbal, f.features) {
			continue
		}
		if f.features&fSep != 0 {
			if p := x.particleSVO(s, c, x.verbs[f.verb].particle); p >= 0 {
				c.particle, best = p, k
				break
			}
			continue
		}
		if best < 0 {
			best = k
		}
	}
	if best >= 0 {
		c.verb, w.reading = w.forms[best].verb, w.forms[best]
	}
	c.tenses(s)
	c.aspect(s)
}

func fits(v verbal, f feature) bool {
	switch v {
	case finite:
		return f&fFinite != 0
	case infinitive:
		return f&fInf != 0
	case gerund:
		return f&fPart1 != 0
	}
	return f&fPart != 0
}

// aspect reads the auxiliaries of a group: "has been killed", "would have".
func (c *clause) aspect(s *sentence) {
	if c.fin < 0 || c.lex < 0 {
		if c.lex >= 0 && s.words[c.lex].verbal == participle {
			c.passive, c.perfect = !s.had(c), s.had(c)
		}
		return
	}
	var be, have bool
	for i := c.fin; i < c.lex; i++ {
		for _, a := range s.words[i].aux {
			be = be || a.verb == auxBe
			have = have || a.verb == auxHave && i > c.fin
		}
	}
	part := s.words[c.lex].verbal == participle
	first := pickAux(s.words[c.fin].aux).verb
	c.passive = part && be
	if c.passive && first == auxBe {
		c.perfect, c.pluperf = false, false
		c.past = pickAux(s.words[c.fin].aux).features&fPast != 0
	}
	if have || first == auxHave && part {
		c.perfect = true
	}
	if first == auxHave {
		c.pluperf = part && pickAux(s.words[c.fin].aux).features&fPast != 0
	}
}

// had reports whether a verb without a finite form begins with "having" or "to
// have" alone: "of having taken part".
func (s *sentence) had(c *clause) bool {
	have := false
	first, _ := c.bounds()
	for i := max(first, c.lex-3); i < c.lex; i++ {
		for _, a := range s.words[i].aux {
			if a.verb == auxBe {
				return false
			}
			have = have || a.verb == auxHave
		}
	}
	return have
}

// particleSVO finds the words that belong to a verb of several words.
func (x *lexicon) particleSVO(s *sentence, c *clause, words []string) int {
	for i := c.lex + 1; i < len(s.words) && i <= c.lex+5; i++ {
		if isBreak(&s.words[i]) {
			break
		}
		if s.words[i].low != words[0] {
			if len(words) > 1 && i > c.lex+1 {
				break
			}
			continue
		}
		ok := true
		for k, p := range words {
			ok = ok && i+k < len(s.words) && s.words[i+k].low == p
		}
		if ok && (i == c.lex+1 || len(words) == 1 && (i+1 >= len(s.words) || !x.objectAhead(&s.words[i+1]) || s.words[i+1].is(tagPrep))) {
			return i
		}
	}
	return -1
}
