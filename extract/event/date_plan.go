package event

import "fasti/extract/syntax"

// What is called off has two days: that of the plan and that of the act. A time
// expression in the phrase of what was planned is the plan's ("Saturday's concert",
// "die für Freitag geplante Sitzung"), one at the verb the act's ("was called off on
// Monday"). A cancelled event is the plan, so it has the day of the plan; that of the
// act stands in where the plan's is not told.

// calledOff reports whether a noun of happening is by its governor's row what is
// called off.
func (c *candidate) calledOff() bool {
	t := c.sent.grammar()
	if !c.nominal || t.clause(c.trigger) < 0 {
		return false
	}
	v := t.Judge(t.in(c.trigger))
	return v.Ruled && v.Status == syntax.Cancelled
}

// planned reports whether the time expression that begins at word i stands in the phrase of what
// is called off, or right behind it while another stands with the verb.
func (c *candidate) planned(i int) bool {
	s := c.sent
	for i < len(s.words)-1 && s.words[i].timex < 0 { // its preposition
		i++
	}
	t := s.grammar()
	w, noun := timexHead(s, t, i), t.in(c.trigger)
	if t.Preposition(w) == noun+1 && !s.words[c.trigger+1].is(tagUntil|tagAim) {
		for k := range s.words[:c.trigger] {
			if s.words[k].timex >= 0 && s.words[k].clause == c.clause && s.words[k].timex != s.words[i].timex {
				return true
			}
		}
	}
	for n := 0; n < len(t.Words) && w >= 0; n++ {
		if w == noun {
			return true
		}
		w = t.Words[w].Head
	}
	return false
}

// actOnly reports whether the time expression at word i is that of the act which
// calls a plan off, while the plan has its own.
func (cal *calendar) actOnly(c *candidate, i int) bool {
	if !c.calledOff() || c.planned(i) {
		return false
	}
	return cal.planTime(c) >= 0
}

// planTime gives the first word of the time expression in the phrase of what is called
// off, or -1.
func (cal *calendar) planTime(c *candidate) int {
	s := c.sent
	for k := range s.words {
		w := &s.words[k]
		if w.timex < 0 || k > 0 && s.words[k-1].timex == w.timex || !c.planned(k) {
			continue
		}
		if t := &cal.in.Timexes.Timexes[w.timex]; usable(t) {
			return k
		}
	}
	return -1
}

// sideOfPlan says on which side of the day of publication a weekday of what is called
// off is: the plan's lies ahead, that of an act in the past behind.
func (cal *calendar) sideOfPlan(c *candidate) side {
	k := &c.sent.clauses[c.clause]
	if !c.planned(c.date.first) && k.past && cal.unaimed(c) {
		return before
	}
	return behind
}

// afterAct moves the weekday of a plan to the first one from the day on on which it was
// called off: "on Monday the city called off Saturday's concert".
func (cal *calendar) afterAct(c *candidate) bool {
	if !c.date.weekday || len(c.date.when) != 10 || !c.calledOff() || !c.planned(c.date.first) {
		return false
	}
	act := ""
	for i := range c.sent.times {
		t := &c.sent.times[i]
		if !c.planned(t.at) && len(t.d.when) == 10 && t.d.when <= cal.dct && c.sent.words[t.at].clause == c.clause {
			act = t.d.when
		}
	}
	if act == "" {
		return false
	}
	for day, n := act, 0; n < 7; day, n = addDays(act, n+1), n+1 {
		if weekday(day) == weekday(c.date.when) {
			c.date.when = day
			break
		}
	}
	return true
}
