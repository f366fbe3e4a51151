package event

import (
	"fasti/extract/segment"
)

// since reports whether the time expression at word i is the beginning of a
// span that is still open: "seit Oktober".
func (cal *calendar) since(s *sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		w := &s.words[k]
		if w.is(tagSince) {
			return true
		}
		if !w.is(tagArt | tagFill) {
			return false
		}
	}
	return false
}

// nounsOwn reports whether the time expression at word i can date a noun: in
// a clause with a verb of happening only one beside the noun can.
func (cal *calendar) nounsOwn(c *candidate, i int) bool {
	s := c.sent
	if c.clause < 0 {
		return true
	}
	k := &s.clauses[c.clause]
	p := cal.lex.preposition(s, c.trigger-s.words[c.trigger].nounLen+1)
	beside := p >= 0 && s.words[p].is(tagWhen) && s.words[p].is(tagPast|tagEarlier)
	if !beside && (k.verb < 0 || cal.lex.verbs[k.verb].class != classEvent) {
		return true
	}
	if sinceNoun(s, i) == c.trigger {
		return true
	}
	if i > c.trigger {
		if i-c.trigger > 6 {
			return false
		}
		for j := c.trigger + 1; j < i; j++ {
			if isBreak(&s.words[j]) || s.words[j].verbal != notVerb || s.words[j].isNoun || s.words[j].is(tagFill) {
				return false
			}
		}
		return true
	}
	if c.trigger-i > 3 {
		return false
	}
	for j := i + 1; j < c.trigger; j++ {
		if s.words[j].is(tagPrep|tagArt|tagPoss) || isBreak(&s.words[j]) || s.words[j].verbal != notVerb {
			return false
		}
	}
	return true
}

// topic reports whether a time expression is what something is for: "the
// forecasts for 2014 and 2015".
func (cal *calendar) topic(s *sentence, i int) bool {
	if cal.in.Timexes.Timexes[s.words[i].timex].During {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		w := &s.words[k]
		if w.is(tagAim) {
			return true
		}
		if w.timex < 0 && !w.is(tagArt|tagCoord) && w.text != "," {
			return false
		}
	}
	return false
}

// goesOn reports whether clause n is a main clause that "and" joins to the
// main clause m before it.
func (cal *calendar) goesOn(s *sentence, n, m int) bool {
	if m >= n {
		return false
	}
	k, o := &s.clauses[n], &s.clauses[m]
	first, _ := k.bounds()
	_, last := o.bounds()
	return k.kind == mainClause && o.kind == mainClause && o.fin >= 0 && k.fin >= 0 && k.past == o.past && first < len(s.words) && s.words[first].is(tagCoord) && last <= first && last >= first-1
}

// listed reports whether two time expressions stand in one list, so that the
// first one leads it.
func (cal *calendar) listed(s *sentence, a, b int) bool {
	coord := false
	for k := a; k < b; k++ {
		w := &s.words[k]
		if w.timex >= 0 || w.class == segment.Punct || w.is(tagPrep|tagArt) {
			continue
		}
		if !w.is(tagCoord) {
			return false
		}
		coord = true
	}
	return coord
}

// distance says how far a time expression at word i is from the candidate,
// or -1 if it belongs to another clause.
func (cal *calendar) distance(c *candidate, i int) int {
	if cal.foreignTo(c, i) {
		return -1
	}
	s := c.sent
	d := i - c.trigger
	if d < 0 {
		d = -d
	}
	cl := s.words[i].clause
	if c.nominal {
		if cl >= 0 && cl != c.clause { // "a trip planned for Monday"
			p := &s.clauses[cl]
			if cl == cal.lex.carrier(c) {
				return max(0, d-10) // "a meeting to be held on Monday"
			}
			if first, _ := p.bounds(); p.kind == partClause && p.verb >= 0 && cal.lex.verbs[p.verb].class == classPlan && first > c.trigger && first-c.trigger < 6 {
				return d
			}
		}
		if cl != c.clause || !cal.nounsOwn(c, i) {
			return -1
		}
		return d
	}
	if cl == c.clause {
		if owner := cal.nounOwner(s, i, c.trigger); owner {
			return d + 40
		}
		return d
	}
	// "and he founded": the date before it holds on
	if c.clause >= 0 && cl >= 0 && cal.goesOn(s, c.clause, cl) && !cal.otherTime(s, c.clause) {
		return d + 80
	}
	if c.clause >= 0 && cl > c.clause && cal.saidBehind(s, c.clause, cl) {
		return d + 120
	}
	// an infinitive or a participle shares the date of the clause it hangs on
	if c.clause >= 0 && cl >= 0 {
		k := &s.clauses[c.clause]
		if k.parent == cl && (k.kind == partClause || k.coord == cl) || k.coord == cl {
			return d + 60
		}
		if p := &s.clauses[cl]; k.kind == infClause && k.parent == cl && p.verb >= 0 {
			if v := &cal.lex.verbs[p.verb]; v.class == classSupport || v.class == classState || v.class == classOpen || v.frame == frameGoes {
				return d + 70
			}
		}
		if p := &s.clauses[cl]; p.parent == c.clause && p.kind == subClause && p.marker >= 0 && s.words[p.marker].is(tagSame) && p.past == k.past {
			return d + 70
		}
		if p := &s.clauses[c.clause]; p.parent == cl && p.kind == subClause && p.marker >= 0 && s.words[p.marker].is(tagSame) && p.past == s.clauses[cl].past {
			return d + 70
		}
		if p := &s.clauses[cl]; p.parent == c.clause && (p.kind == infClause || p.kind == partClause) && p.verb < 0 {
			return d + 60
		}
		if p := &s.clauses[cl]; p.kind == infClause && p.parent == c.clause && i > c.trigger && !c.nominal {
			if k.past && (ahead(cal.when[s.words[i].timex], cal.dct) || cal.lex.decides(c) && s.statusAt(p.lex) == Planned) {
				return -1 // what was decided is ahead, the decision is not
			}
			return d + 60
		}
	}
	return -1
}

// saidBehind reports whether clause m only says who told what main clause n
// tells: "has recalled the cars, it said on Monday". News is told on its day.
func (cal *calendar) saidBehind(s *sentence, n, m int) bool {
	k := &s.clauses[n]
	return k.kind == mainClause && k.fin >= 0 && k.past && !k.pluperf && cal.lex.teller(s, m)
}

// nounOwner reports whether the time expression at word i stands right
// behind an event noun, which it then dates rather than the verb
// ("seit dem Angriff am 7. Oktober").
func (cal *calendar) nounOwner(s *sentence, i, trigger int) bool {
	if p := sinceNoun(s, i); p >= 0 && p != trigger {
		s.words[p].dates = true
		return true
	}
	p := i - 1
	for p >= 0 && p >= i-2 && (s.words[p].is(tagPrep) || s.words[p].is(tagArt)) {
		p--
	}
	if p < 1 || p == trigger {
		return false
	}
	w := &s.words[p]
	if w.isNoun {
		w.dates = true
		return true
	}
	// "Angriff auf Israel am 7. Oktober"
	if w.mention >= 0 && p >= 2 && s.words[p-1].is(tagPrep) && s.words[p-2].isNoun {
		if !s.words[p-1].is(tagWith) {
			s.words[p-2].dates = true
			return true
		}
	}
	return false
}

// sinceNoun gives the event noun behind "since" that the time expression at
// word i dates at the end of its phrase, however long that is ("since the raid
// by gunmen of the group on the village on 5 May"), or -1.
func sinceNoun(s *sentence, i int) int {
	noun := -1
	for p := i - 1; p >= 0 && p >= i-14; p-- {
		w := &s.words[p]
		switch {
		case w.is(tagSince):
			return noun
		case isBreak(w), w.timex >= 0 && w.timex != s.words[i].timex, w.verbal != notVerb && w.verbal != attributed, w.is(tagFill | tagCoord):
			return -1
		case w.isNoun:
			noun = p
		}
	}
	return -1
}
