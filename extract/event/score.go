package event

import "fasti/extract/segment"

// strongScore is the score of what the rules alone would take for news.
const strongScore = 38

// defaultThreshold is the confidence from which an event is published: by
// cross-validation nine of ten of these belong on a timeline.
const defaultThreshold = 64

// score rates a candidate by readable features, in per cent.
func (f *Finder) score(c *candidate, in Input) {
	s := c.sent
	total := 0
	add := func(name string, w int) {
		c.reason = append(c.reason, Feature{name, w})
		total += w
	}
	switch {
	case c.class == classEvent && !c.nominal:
		add("verb of happening", 40)
	case c.class == classEvent:
		add("noun of happening", 30)
	case c.class == classDeny:
		add("a denial", 32)
	case c.class == classCancel:
		add("verb of cancelling", 30)
	case c.class == classOpen:
		add("unknown verb", 8)
	case c.class == classWeak || c.nominal:
		add("weak trigger", 20)
	default:
		add("no verb of happening", -40)
	}
	switch c.date.basis {
	case Explicit, Inferred, Relative:
		add("own date", 35)
	case Inherited:
		add("date of a sentence nearby", 8)
	case DCT:
		add("fresh news", 5)
	}
	if !c.nominal && c.date.own && c.class == classOpen && c.date.when.End().Open {
		add("lasts since then", -45)
	}
	if s.index == 0 {
		add("first sentence", 20)
	} else if s.index < 3 {
		add("lead", 8)
	}
	if len(c.parts) > 0 {
		add("actors", 10)
	} else if p := f.lex.subjectOf(s, c.clause); !c.nominal && c.clause >= 0 && p.first < p.last && s.words[p.first].is(tagPron|tagWe) {
		add("nobody knows who", -20)
	} else if !c.nominal && c.clause >= 0 && p.first < p.last && !s.words[p.first].is(tagPron|tagWe) {
		add("no known actor", -2)
	} else {
		add("no actor", -10)
	}
	if c.nominal {
		if c.support {
			add("told by a support verb", 15)
		} else if c.date.basis == DCT || c.date.basis == Inherited {
			if len(c.parts) > 1 && c.class == classEvent {
				add("mentioned with its parties", -10)
			} else {
				add("mentioned in passing", -30)
			}
		}
	}
	if c.nominal && len(c.parts) == 0 && !c.support && f.alone(c) {
		add("a bare noun", -16)
	}
	if c.clause >= 0 {
		k := &s.clauses[c.clause]
		if !c.nominal && !c.date.own && k.any(s, tagOften) {
			add("more than once", -30)
		}
		if !c.nominal && c.class == classWeak && c.kind.is(figured) && k.number(s) {
			add("figures", 12)
		}
		switch k.kind {
		case relClause:
			add("relative clause", -6)
			if !c.date.own {
				add("background", -14)
			}
		case subClause:
			add("subordinate clause", -12)
		case infClause:
			if !f.lex.due(s, k) {
				add("infinitive", -15)
			}
		case partClause:
			add("participle", -8)
			if !c.date.own {
				add("background", -14)
			}
		}
		if k.reported {
			add("reported", -10)
		}
		if k.fin >= 0 && !k.past && !k.future && c.status == Happened {
			add("present tense", -12)
		}
	}
	c.score = max(0, min(99, total))
}

// due reports whether an infinitive is the main thing that its sentence tells,
// for the verb before it only says that it is ahead: "is due to start".
func (x *lexicon) due(s *sentence, k *clause) bool {
	if k.parent < 0 {
		return false
	}
	p := &s.clauses[k.parent]
	if p.kind != mainClause || p.lex < 0 || p.past || p.neg {
		return false
	}
	return len(s.words[p.lex].aux) > 0 || p.passive && p.verb >= 0
}

// any reports whether a word of the clause has the tag.
func (c *clause) any(s *sentence, t tag) bool {
	found := false
	c.each(func(i int) bool {
		found = found || s.words[i].is(t)
		return !found
	})
	return found
}

// number reports whether the clause has a number that is no date.
func (c *clause) number(s *sentence) bool {
	found := false
	c.each(func(i int) bool {
		found = found || s.words[i].class == segment.Number && s.words[i].timex < 0
		return !found
	})
	return found
}

// alone reports whether a noun has nothing behind it that says more.
func (f *Finder) alone(c *candidate) bool {
	i := c.trigger + 1
	return i >= len(c.sent.words) || !c.sent.words[i].is(tagPrep|tagGen) || c.sent.words[i].timex >= 0 || i+1 < len(c.sent.words) && c.sent.words[i+1].timex >= 0
}
