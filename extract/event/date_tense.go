package event

import (
	"fmt"
	"strconv"
	"time"

	"fasti/extract/syntax"
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
	st := cal.lex.statusOf(&probe, "")
	var k *clause
	if c.clause >= 0 {
		k = &c.sent.clauses[c.clause]
	}
	switch {
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
	if !d.own || cal.dct == "" || len(d.when) != 10 && len(d.when) != 7 {
		return
	}
	if cal.afterAct(c) {
		return
	}
	dct := cal.dct[:len(d.when)]
	switch at := cal.sideOf(c); {
	case at == either:
		return
	case d.basis == Relative && d.weekday && len(d.when) == 10:
		switch {
		case at == before && d.when > dct:
			d.when = addDays(d.when, -7)
		case at == behind && d.when < dct && !cal.lent(c):
			d.when = addDays(d.when, 7)
		default:
			return
		}
	case d.basis == Inferred && d.when[0] != '.': // not "by March"
		year := cal.dct[:4]
		switch {
		case at == behind && d.when < dct:
			if dayNumber(dct)-dayNumber(d.when) < nearby && !cal.lex.isAhead(c) && !cal.aimed(c) {
				return // the present tense alone does not outweigh it
			}
			if year+d.when[4:] < dct {
				year = nextYear(year, 1)
			}
		case at == before && d.when > dct:
			if dayNumber(d.when)-dayNumber(dct) < nearby {
				return
			}
			if year+d.when[4:] > dct {
				year = nextYear(year, -1)
			}
		default:
			return
		}
		d.when = year + d.when[4:]
	default:
		return
	}
	if c.status != Cancelled {
		probe := *c
		c.status = cal.lex.statusOf(&probe, cal.dct)
	}
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
		if c.clause < 0 || !c.date.weekday || len(c.date.when) != 10 {
			continue
		}
		k := &s.clauses[c.clause]
		t := s.grammar()
		n := t.clause(c.trigger)
		if n < 0 || t.Clauses[n].Link != syntax.LinkBefore || k.parent < 0 {
			continue
		}
		for _, d := range list {
			if d.clause == k.parent && d.date.own && d.status == Planned && len(d.date.when) == 10 && c.date.when < d.date.when {
				c.date.when = addDays(c.date.when, 7)
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
	return x.statusOf(&probe, "") == Planned
}

func nextYear(year string, by int) string {
	n, err := strconv.Atoi(year)
	if err != nil {
		return year
	}
	return fmt.Sprintf("%04d", n+by)
}

// weekday is the day of the week of a day of the calendar, Sunday if it is none.
func weekday(day string) time.Weekday {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return time.Sunday
	}
	return t.Weekday()
}

// addDays counts on from a day of the calendar.
func addDays(day string, n int) string {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, n).Format("2006-01-02")
}
