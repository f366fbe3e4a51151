package event

import (
	"fasti/extract/syntax"
	"fasti/extract/timex"
	"fasti/internal/edtf"
)

// infer dates a candidate that has no time expression of its own.
func (cal *calendar) infer(c *candidate) dated {
	s := c.sent
	var k *clause
	if c.clause >= 0 {
		k = &s.clauses[c.clause]
	}
	if k == nil || k.fin < 0 && k.kind == mainClause {
		return dated{basis: None}
	}
	past := cal.tells(s, c.clause)
	if !past || c.status == Planned || c.status == Hypothetical {
		return dated{basis: None}
	}
	if d, ok := cal.leans(c); ok {
		return d
	}
	if !cal.frame.when.IsZero() && cal.age <= 6 && !k.perfect {
		return cal.frame
	}
	if cal.dct.IsZero() || k.pluperf && !cal.justBefore(s, k) || s.goesBack || s.longAgo(k) || cal.otherTime(s, c.clause) {
		return dated{basis: None}
	}
	if !cal.lead.when.IsZero() && !k.perfect {
		return cal.lead
	}
	return dated{when: cal.dct, basis: DCT, rule: "told as today's news"}
}

// justBefore reports whether a pluperfect only puts a piece of today's news
// before another one: "war zuvor mit X zusammengetroffen".
func (cal *calendar) justBefore(s *sentence, k *clause) bool {
	if s.index > 2 {
		return false
	}
	found := false
	k.each(func(i int) bool {
		found = found || s.words[i].is(tagBefore)
		return !found
	})
	return found || k.coord >= 0 && cal.justBefore(s, &s.clauses[k.coord])
}

// otherTime reports whether a clause speaks of a time that gives no date: "a
// year later".
func (cal *calendar) otherTime(s *sentence, n int) bool {
	found := false
	s.clauses[n].each(func(i int) bool {
		if t := s.words[i].timex; t >= 0 && !cal.topic(s, i) && !cal.limit(t) && !cal.dayOfThing(s, i) {
			x := &cal.in.Timexes.Timexes[t]
			found = found || cal.saysAge(s, i) || !x.Now() && (x.Type != timex.Duration || cal.counted(s, i))
		}
		return !found
	})
	return found
}

// dayOfThing reports whether a time expression is the day that tells which one a
// thing is; by a year alone, who tells of it tells of long ago.
func (cal *calendar) dayOfThing(s *sentence, i int) bool {
	return isDay(cal.when[s.words[i].timex]) && s.datesThing(i)
}

// counted reports whether a length of time, one of whose words is word i, says
// how far off something was: "a day after".
func (cal *calendar) counted(s *sentence, i int) bool {
	for i+1 < len(s.words) && s.words[i+1].timex == s.words[i].timex {
		i++
	}
	if i+1 < len(s.words) && s.words[i+1].is(tagPast|tagEarlier) {
		return true
	}
	for i > 0 && s.words[i-1].timex == s.words[i].timex {
		i--
	}
	p := cal.lex.preposition(s, i) // "in the last two years", not "to two years"
	return p >= 0 && !s.words[p].is(tagTo|tagAim) && !cal.in.Timexes.Timexes[s.words[i].timex].Hours()
}

// tells reports whether a clause tells of the past: its own verb does, or,
// for infinitives and participles, the verb it hangs on.
func (cal *calendar) tells(s *sentence, n int) bool {
	for depth := 0; n >= 0 && depth < 5; depth++ {
		k := &s.clauses[n]
		if k.fin >= 0 {
			return k.past
		}
		n = k.parent
	}
	return false
}

// next moves on to a sentence: a frame holds inside a block.
func (cal *calendar) next(s *sentence, block int) {
	if block != cal.block {
		cal.block, cal.frame, cal.age, cal.back = block, dated{}, 0, false
	}
	plain, turns := false, false
	for i := range s.clauses {
		if k := &s.clauses[i]; k.kind == mainClause && k.fin >= 0 {
			plain = k.past && !k.perfect
			turns = turns || s.longAgo(k)
		}
	}
	s.goesBack = cal.back && plain && !s.timed()
	cal.back = turns || s.goesBack
	cal.age++
}

// longAgo reports whether an adverb puts what a clause tells long before its day;
// before a noun such a word only says how long that is: "die lange Strecke".
func (s *sentence) longAgo(k *clause) bool {
	found := false
	k.each(func(i int) bool {
		if s.words[i].is(tagBackground) { // only then is the tree asked for
			t := s.grammar()
			found = !t.known() || t.Words[t.in(i)].POS == syntax.ADV
		}
		return !found
	})
	return found
}

// timed reports whether a time expression stands in a sentence.
func (s *sentence) timed() bool {
	for i := range s.words {
		if s.words[i].timex >= 0 {
			return true
		}
	}
	return false
}

// set lets a date that a main clause tells frame the sentences behind it.
func (cal *calendar) set(c *candidate) {
	if c.date.own && c.clause >= 0 && c.sent.clauses[c.clause].kind == mainClause && (c.status == Happened || c.status == Alleged) {
		day, ok := lastDay(c.date.when)
		if !ok {
			return
		}
		if cal.recent(day) {
			cal.frame, cal.age = c.date.lends(day.Date(), "day told before"), 0
		}
		if cal.lead.when.IsZero() && c.sent.index < opening && cal.fresh(day) {
			cal.lead = c.date.lends(day.Date(), "day of the article's first sentences")
		}
	}
}

// opening is how many sentences may say what day an article is about.
const opening = 3

// fresh reports whether an article that begins with a day still tells of it
// where it names no other: not of yesterday, for the day of publication is
// then as likely, and not of long ago.
func (cal *calendar) fresh(day edtf.Day) bool {
	dct, ok := cal.dct.Earliest()
	age := roughly(dct) - roughly(day)
	return ok && 2 <= age && age <= 10
}

// recent reports whether a day lies in the month before publication.
func (cal *calendar) recent(day edtf.Day) bool {
	dct, ok := cal.dct.Earliest()
	age := roughly(dct) - roughly(day)
	return !ok || 0 <= age && age <= 31
}
