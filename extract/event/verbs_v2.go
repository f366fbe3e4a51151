package event

import (
	"fasti/extract/segment"
)

// readVerbV2 gives a word its first reading as a verb.
func (x *lexicon) readVerbV2(s *sentence, i int) {
	w := &s.words[i]
	if len(w.aux) > 0 && i > 0 && s.words[i-1].is(tagTo) { // "getan zu haben"
		for _, a := range w.aux {
			if a.features&fInf != 0 {
				w.verbal = infinitive
				return
			}
		}
	}
	if a := pickAux(w.aux); a.verb != auxNone || len(w.aux) > 0 {
		w.verbal = finite
		if a.verb == auxNone {
			w.verbal = participle
			if w.aux[0].features&fInf != 0 {
				w.verbal = notVerb // "sein" is a possessive more often
				if i > 0 && (s.words[i-1].is(tagTo) || s.words[i-1].verbal == participle) {
					w.verbal = infinitive
				}
			}
		}
		return
	}
	if len(w.forms) == 0 && x.infinitiveLike(s, i) {
		w.forms = x.unknownZu
	}
	all := formsOf(w)
	switch {
	case all == 0 || w.capital() && i > 0:
	case w.capital() && all&fPart == 0:
		// A statement does not begin with its finite verb: "Bewaffnete" is a noun.
	case all&fZu != 0:
		w.verbal = infinitive
	case all&fInf != 0 && i > 0 && s.words[i-1].is(tagTo):
		w.verbal = infinitive
	case all&fInf != 0 && i+2 < len(s.words) && s.words[i+1].is(tagTo) && formsOf(&s.words[i+2])&fInf != 0:
		w.verbal = infinitive // "fahren zu lassen"
	case all&fPast != 0 && i > 0 && i+1 < len(s.words) && s.words[i-1].is(tagArt|tagPoss) && s.words[i+1].capital() && s.words[i+1].class != segment.Punct:
		w.verbal = attributed // "eine alarmierte Streife"
	case all&fFinite != 0 && all&fPart == 0:
		w.verbal = finite
	case all&fPart != 0:
		w.verbal = participle // or finite: settled in the clause
	case all&fInf != 0:
		w.verbal = infinitive
	case all&fAttr != 0:
		w.verbal = attributed
	}
}

// infinitiveLike reports whether a word that no table has is an infinitive:
// with "zu" before it, or last behind a modal verb.
func (x *lexicon) infinitiveLike(s *sentence, i int) bool {
	w := &s.words[i]
	if i == 0 || w.class != segment.Lower || w.tags != 0 || w.timex >= 0 || len(w.low) < 5 || !x.ends("infinitive-end", w.low) {
		return false
	}
	if i+1 < len(s.words) && !isBreak(&s.words[i+1]) && !s.words[i+1].is(tagCoord) && len(s.words[i+1].aux) == 0 && !isQuoteMark(&s.words[i+1]) {
		return false
	}
	if s.words[i-1].is(tagTo) {
		return true
	}
	for k := i - 1; k >= 0 && !isBreak(&s.words[k]); k-- {
		if a := pickAux(s.words[k].aux); a.verb > auxBecome {
			return x.ends("infinitive-end", w.low)
		}
	}
	return false
}

// canFinite reports whether a word read as a participle could be finite.
func (s *sentence) canFinite(i int) bool {
	for _, f := range s.words[i].forms {
		if f.features&fFinite != 0 {
			return true
		}
	}
	return false
}

func (s *sentence) zu(i int) bool {
	for _, f := range s.words[i].forms {
		if f.features&fZu != 0 {
			return true
		}
	}
	return false
}

// verbsV2 finds the finite and the main verb of a clause and reads them.
func (x *lexicon) verbsV2(s *sentence, n int) {
	c := &s.clauses[n]
	var verbs []int
	c.each(func(i int) bool {
		if v := s.words[i].verbal; v == finite || v == infinitive || v == participle {
			verbs = append(verbs, i)
		}
		return true
	})
	if len(verbs) == 0 {
		return
	}
	if c.fin < 0 && c.kind != infClause {
		c.fin = x.finiteOf(s, c, verbs)
	}
	if c.fin < 0 && c.coord >= 0 {
		shared := &s.clauses[c.coord]
		if shared.fin >= 0 && len(s.words[shared.fin].aux) > 0 {
			c.fin = shared.fin
		}
	}
	c.lex = mainVerb(s, c, verbs)
	if c.lex < 0 {
		c.lex = c.fin
	}
	x.resolveV2(s, c)
	x.phrased(s, c)
	c.tenses(s)
	if c.passive || c.lex < 0 || c.fin < 0 {
		return
	}
	for _, v := range verbs { // "ist ... worden", "soll ... getötet worden sein"
		if a := s.words[v].aux; v != c.fin && len(a) > 0 && a[0].verb == auxBecome {
			c.passive = s.words[c.lex].verbal == participle
		}
		if a := s.words[v].aux; v != c.fin && len(a) > 0 && c.modal != auxNone && (a[0].verb == auxHave || a[0].verb == auxBe) && s.words[c.lex].verbal == participle {
			c.perfect = true
		}
	}
}

// finiteOf picks the finite verb: the last one where the verb is last.
func (x *lexicon) finiteOf(s *sentence, c *clause, verbs []int) int {
	for k := len(verbs) - 1; k >= 0; k-- {
		if s.words[verbs[k]].verbal == finite {
			if c.kind == mainClause && k > 0 {
				for _, v := range verbs {
					if s.words[v].verbal == finite {
						return v
					}
				}
			}
			return verbs[k]
		}
	}
	for k := len(verbs) - 1; k >= 0; k-- {
		if s.canFinite(verbs[k]) && c.coord < 0 {
			s.words[verbs[k]].verbal = finite
			return verbs[k]
		}
	}
	return -1
}

// mainVerb picks the verb that carries the meaning: a participle or
// infinitive beside an auxiliary, else the finite verb itself.
func mainVerb(s *sentence, c *clause, verbs []int) int {
	if c.fin >= 0 && len(s.words[c.fin].aux) == 0 {
		return c.fin
	}
	best := -1
	for _, v := range verbs {
		w := &s.words[v]
		if v == c.fin || len(w.aux) > 0 {
			continue
		}
		best = v
	}
	if best >= 0 && s.words[best].verbal == finite {
		s.words[best].verbal = infinitive
	}
	return best
}

// resolveV2 chooses the lexicon's entry for the main verb, with its particle.
func (x *lexicon) resolveV2(s *sentence, c *clause) {
	if c.lex < 0 {
		return
	}
	w := &s.words[c.lex]
	if w.verbal == finite {
		if p := x.particleV2(s, c); p >= 0 {
			for _, f := range w.forms {
				if f.features&fSep != 0 && x.verbs[f.verb].particle[0] == s.words[p].low {
					c.particle, c.verb, w.reading = p, f.verb, f
					return
				}
			}
		}
	}
	sein, told := s.perfectWith(c)
	if told {
		for _, f := range w.forms {
			if v := &x.verbs[f.verb]; f.features&fSep == 0 && f.features&fPart != 0 && v.strong && v.sein == sein {
				c.verb, w.reading = f.verb, f
				return
			}
		}
	}
	want := feature(fFinite)
	switch w.verbal {
	case participle:
		want = fPart
	case infinitive:
		want = fInf
	}
	for _, f := range w.forms {
		if f.features&fSep == 0 && f.features&want != 0 {
			c.verb, w.reading = f.verb, f
			return
		}
	}
}

// perfectWith says whether the clause's participle has "sein" or "haben" for
// its auxiliary; told is false if it has none of them, or is a passive.
func (s *sentence) perfectWith(c *clause) (sein, told bool) {
	if c.fin < 0 || s.words[c.lex].verbal != participle || c.fin == c.lex {
		return false, false
	}
	if i := c.lex + 1; i < len(s.words) && len(s.words[i].aux) > 0 && s.words[i].aux[0].verb == auxBecome {
		return false, false
	}
	switch pickAux(s.words[c.fin].aux).verb {
	case auxBe:
		return true, true
	case auxHave:
		return false, true
	}
	return false, false
}

// particleV2 finds a separated particle at the end of a main clause.
func (x *lexicon) particleV2(s *sentence, c *clause) int {
	if c.kind != mainClause {
		return -1
	}
	found := -1
	c.each(func(i int) bool {
		w := &s.words[i]
		if i > c.fin && x.particle[w.low] && w.class == segment.Lower {
			end := i+1 >= len(s.words) || isBreak(&s.words[i+1]) || s.words[i+1].is(tagCoord) || s.words[i+1].clause != w.clause && false
			if end || !w.is(tagPrep|tagArt) || s.words[i+1].is(tagPrep) && !w.is(tagPrep) {
				found = i
			} else if s.words[i+1].is(tagSub) || s.words[i+1].is(tagPrep) {
				found = i
			}
		}
		return true
	})
	return found
}
