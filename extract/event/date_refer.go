package event

import "fasti/extract/segment"

// How far back the event is looked for that a sentence takes up: an event
// that its noun names, and one that just any word for happenings may name.
const (
	namedBack = 12
	anyBack   = 2
)

// longestGap is how many days before or after an event still are counted.
const longestGap = 60

// tell remembers what a sentence told, so that later ones can lean on it.
func (cal *calendar) tell(list []*candidate) {
	for _, c := range list {
		if (c.status == Happened || c.status == Alleged) && !c.date.when.IsZero() && !isYear(c.date.when) && !c.date.when.YearUnknown() {
			cal.told = append(cal.told, c)
		}
	}
}

// referent finds the earlier event that the definite noun at word t takes up:
// "bei dem Angriff", "after the meeting"; nil if there is none.
func (cal *calendar) referent(s *sentence, t int) *candidate {
	if !cal.definite(s, t) {
		return nil
	}
	x := cal.lex
	n := &x.nouns[s.words[t].noun.noun]
	any := n.kind == Other && n.class == classWeak
	for k := len(cal.told) - 1; k >= 0; k-- {
		e := cal.told[k]
		back := s.index - e.sent.index
		if back > namedBack {
			return nil
		}
		switch {
		case e.sent == s:
		case any && back <= anyBack && !e.drop && (e.class == classEvent || e.class == classWeak) && !e.nominal && e.date.own:
			return e
		case e.nominal && x.nouns[e.noun.noun].lemma == n.lemma, !any && e.kind.family() == n.kind.family() && e.class == classEvent && !e.drop:
			return e
		}
	}
	return nil
}

// definite reports whether the noun at word t takes up something known: a
// definite article, a demonstrative or a possessive before it, no modifier.
func (cal *calendar) definite(s *sentence, t int) bool {
	w := &s.words[t]
	if !w.isNoun || w.noun.plural || w.quoted || w.dates {
		return false
	}
	if n := t + 1; !cal.lex.verbLast && n < len(s.words) && s.words[n].class == segment.Lower && s.words[n].tags == 0 && s.words[n].verbal == notVerb {
		return false // only the front of a compound: "the tournament referee"
	}
	i := t - w.nounLen
	return i >= 0 && s.words[i].is(tagThe)
}

// leans dates a clause by an earlier event that it takes up: as many days
// after or before it as a length of time says, or at its time.
func (cal *calendar) leans(c *candidate) (dated, bool) {
	s := c.sent
	for i := range s.words {
		w := &s.words[i]
		if w.clause != c.clause || i == c.trigger || w.quoted {
			continue
		}
		if w.is(tagThen) || cal.lex.atThatTime(s, i) {
			if e := cal.last(s); e != nil {
				return cal.inherit(e, 0), true
			}
		}
		if !w.isNoun || w.verbal != notVerb {
			continue
		}
		e := cal.referent(s, i)
		if e == nil {
			continue
		}
		p := cal.lex.preposition(s, i)
		switch {
		case p < 0 || s.words[p].is(tagDuring):
			return cal.inherit(e, 0), true
		case s.words[p].is(tagPast):
			if n, ok := cal.gap(s, p); ok {
				return cal.inherit(e, n), true
			}
		case s.words[p].is(tagEarlier):
			if n, ok := cal.gap(s, p); ok {
				return cal.inherit(e, -n), true
			}
		}
	}
	return dated{}, false
}

// last gives the event that was told last, the one with a date of its own
// before others.
func (cal *calendar) last(s *sentence) *candidate {
	var found *candidate
	for k := len(cal.told) - 1; k >= 0 && s.index-cal.told[k].sent.index <= anyBack; k-- {
		e := cal.told[k]
		switch {
		case e.sent == s:
		case e.date.own:
			return e
		case found == nil:
			found = e
		}
	}
	return found
}

// atThatTime reports whether a phrase that begins at word i means the time of
// what was told last: "at the time".
func (x *lexicon) atThatTime(s *sentence, i int) bool {
	words := x.grammar["then-phrase"]
	if len(words) == 0 || i+len(words) > len(s.words) {
		return false
	}
	for k, w := range words {
		if s.words[i+k].low != w {
			return false
		}
	}
	return true
}

// inherit gives the date of an earlier event, some days later or earlier.
func (cal *calendar) inherit(e *candidate, days int) dated {
	d := e.date.lends(e.date.when, "day of the event that it takes up")
	if day, ok := lastDay(d.when); days != 0 && ok {
		d.when, d.rule = day.Add(days).Date(), "days from the event that it takes up"
	}
	return d
}

// gap reads the length of time right before the preposition p, in days.
func (cal *calendar) gap(s *sentence, p int) (int, bool) {
	if p < 1 || s.words[p-1].timex < 0 {
		return 0, false
	}
	n, ok := cal.in.Timexes.Timexes[s.words[p-1].timex].Days()
	return n, ok && n <= longestGap
}
