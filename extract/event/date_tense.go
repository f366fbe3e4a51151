package event

import (
	"fasti/extract/syntax"
	"fasti/internal/edtf"
)

// side says on which side of the day of publication an event is by its words:
// before it (or on it), behind it (or on it), or unknown.
type side int8

const (
	either side = iota
	before
	behind
)

// sideOf reads the side from the tense and the status of a candidate, without
// regard to its date.
func (cal *calendar) sideOf(c *candidate) side {
	probe := *c
	probe.date = dated{}
	st := cal.lex.statusOf(&probe, edtf.Date{})
	var k *clause
	if c.clause >= 0 {
		k = &c.sent.clauses[c.clause]
	}
	switch {
	case c.done:
		return before
	case k == nil:
		return either
	case k.pluperf && (st == Planned || st == Cancelled):
		return before // "had been planned for August"
	case c.nominal && k.pluperf && k.verb >= 0 && cal.lex.verbs[k.verb].class == classPlan:
		return before
	case st == Planned:
		return behind
	case st == Cancelled && cal.aimed(c):
		return behind // put off until then
	case st == Cancelled && c.date.weekday:
		return cal.sideOfPlan(c)
	case c.date.own && cal.moved(c.sent, c.sent.timeFrom(c.date.first)):
		return behind
	case c.nominal && k.past && c.date.own && c.sent.setFor(c.sent.timeFrom(c.date.first)):
		return behind // "announced a summit for Friday"
	case c.nominal && k.past && c.date.basis == Inferred && cal.goal(c.sent, c.trigger):
		return behind // "nominated Roe for the election on 5 June"
	case c.nominal && !c.support:
		return either
	case st != Happened && st != Alleged:
		return either
	case k.past:
		return before
	case k.fin >= 0 && !k.perfect && k.kind == mainClause && cal.scheduled(c):
		return behind
	}
	return either
}

// timeFrom gives the first word of a time expression from word i on, i if there is none.
func (s *sentence) timeFrom(i int) int {
	for k := i; k < len(s.words); k++ {
		if s.words[k].timex >= 0 {
			return k
		}
	}
	return i
}

// scheduled reports whether a verb in the present tense tells of a fixed day
// ahead: what meets, begins or takes place on a day that is named. In a history
// the present tense tells of the past.
func (cal *calendar) scheduled(c *candidate) bool {
	if end := &c.sent.words[len(c.sent.words)-1]; end.text != "." || cal.in.Article.Genre == "narrative" {
		return false // a headline's present is the past
	}
	return c.class == classEvent || c.class == classWeak || c.support
}

// aimed reports whether the date stands behind a word that puts something off
// to it: "auf März verschoben".
func (cal *calendar) aimed(c *candidate) bool {
	s, d := c.sent, &c.date
	return d.own && d.first < d.last && s.words[d.first].is(tagUntil)
}

// unaimed reports whether no word puts the date of a candidate to what is called off.
func (cal *calendar) unaimed(c *candidate) bool {
	return c.date.own && !cal.aimed(c) && !c.sent.words[c.date.first].is(tagAim)
}

// nearby is how many days off a date is too near to be a mistaken year.
const nearby = 150

// retense moves a day whose week or year was worked out to the side of the
// day of publication that the event is on.
func (cal *calendar) retense(c *candidate) {
	d := &c.date
	exact := grain(d.when)
	if !d.own || cal.dct.IsZero() || d.when.YearUnknown() || exact != "day" && exact != "month" {
		return
	}
	if cal.afterAct(c) {
		return
	}
	moved, at := d.when, cal.sideOf(c)
	switch {
	case at == either:
		return
	case d.basis == Relative && d.weekday:
		moved = cal.otherWeek(c, at)
	case d.basis == Inferred:
		moved = cal.otherYear(c, at)
	}
	if moved == d.when {
		return
	}
	d.when, d.rule = moved, toldAs[at]
	if c.status != Cancelled || c.putOffTo() {
		probe := *c
		c.status = cal.lex.statusOf(&probe, cal.dct)
	}
}

// toldAs are the rules that move a date to a side of the day of publication.
var toldAs = [...]string{before: "told as past", behind: "told as ahead"}

// otherWeek gives the date of a candidate on the other side of the day of
// publication, a week off, if its day of the week is not on the side at.
func (cal *calendar) otherWeek(c *candidate, at side) edtf.Date {
	day, ok := dayOf(c.date.when)
	dct, _ := cal.dct.Earliest()
	off := day.Ordinal() - dct.Ordinal()
	switch {
	case ok && at == before && off > 0:
		return day.Add(-7).Date()
	case ok && at == behind && off < 0 && !cal.lent(c):
		return day.Add(7).Date()
	}
	return c.date.when
}

// otherYear gives the date of a candidate in the year that puts it on the side
// at of the day of publication. What is near is no mistaken year: the present
// tense alone does not outweigh it.
func (cal *calendar) otherYear(c *candidate, at side) edtf.Date {
	when := c.date.when
	day, _ := when.Earliest()
	dct, _ := cal.dct.Earliest()
	year := dct.Year
	if grain(when) == "month" {
		dct.Day = 1
	}
	off := roughly(day) - roughly(dct)
	switch {
	case at == behind && earlier(when, dct):
		if -off < nearby && !cal.lex.isAhead(c) && !cal.aimed(c) {
			return when
		}
		if earlier(when.InYear(year), dct) {
			year++
		}
	case at == before && later(when, dct):
		if off < nearby {
			return when
		}
		if later(when.InYear(year), dct) {
			year--
		}
	default:
		return when
	}
	return when.InYear(year)
}

// lent reports whether the date of a candidate stands in the clause that its own is
// coordinated with, which tells of the past: "hat am Samstag gewonnen und steigt auf".
func (cal *calendar) lent(c *candidate) bool {
	n := c.sent.words[c.date.first].clause
	return n >= 0 && c.clause >= 0 && c.sent.clauses[c.clause].coord == n && c.sent.clauses[n].past
}

// order moves a weekday in a clause of what comes later to behind that of the clause
// it stands with: "bestreiten am Donnerstag ein Training, ehe am Samstag die Wahl ansteht".
func (cal *calendar) order(s *sentence, list []*candidate) {
	for _, c := range list {
		day, ok := dayOf(c.date.when)
		if !ok || c.clause < 0 || !c.date.weekday {
			continue
		}
		k := &s.clauses[c.clause]
		t := s.grammar()
		n := t.clause(c.trigger)
		if n < 0 || t.Clauses[n].Link != syntax.LinkBefore || k.parent < 0 {
			continue
		}
		for _, d := range list {
			first, known := dayOf(d.date.when)
			if known && d.clause == k.parent && d.date.own && d.status == Planned && day.Ordinal() < first.Ordinal() {
				c.date.when, c.date.rule = day.Add(7).Date(), "after that of the clause it stands with"
				c.status = cal.lex.statusOf(c, cal.dct)
				break
			}
		}
	}
}

// isAhead reports whether the candidate is planned by its words, not only by
// its date.
func (x *lexicon) isAhead(c *candidate) bool {
	probe := *c
	probe.date = dated{}
	return x.statusOf(&probe, edtf.Date{}) == Planned
}
