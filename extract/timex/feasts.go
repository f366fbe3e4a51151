package timex

import (
	"fmt"
	"strconv"
	"strings"

	"fasti/extract/lang"
)

// feast is a day that each year has, by a rule that can be computed.
type feast struct {
	id     string
	how    string
	n      [3]int
	approx bool // known to a day or two only
}

// feastRow reads "id <TAB> rule":
//
//	fixed M D      the same day each year
//	easter N       days from Easter Sunday
//	nth M W N      the Nth weekday W of month M; N -1: the last
//	before M D W N the Nth weekday W before the day M-D (advent: Sundays before Christmas)
//	islamic M D    a day of the Islamic calendar, by the tabular reckoning: approximate
func (g *grammar) feastRow(_ string, r lang.Row) error {
	f := feast{id: r.Field(0)}
	fields := strings.Fields(r.Field(1))
	if len(fields) == 0 || f.id == "" {
		return fmt.Errorf("a feast has an id and a rule")
	}
	f.how = fields[0]
	want, ok := map[string]int{"fixed": 2, "easter": 1, "nth": 3, "advent": 1, "islamic": 2}[f.how]
	if !ok || len(fields)-1 != want {
		return fmt.Errorf("no rule %q", r.Field(1))
	}
	for i, s := range fields[1:] {
		n, err := strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("%q is no number", s)
		}
		f.n[i] = n
	}
	f.approx = f.how == "islamic"
	g.feastByID[f.id] = len(g.feasts)
	g.feasts = append(g.feasts, f)
	return nil
}

// day is the day of the feast in a year.
func (f *feast) day(y int) (int, bool) {
	switch f.how {
	case "fixed":
		return days(y, f.n[0], f.n[1]), true
	case "easter":
		return easter(y) + f.n[0], true
	case "nth":
		return nthWeekday(y, f.n[0], f.n[1], f.n[2]), true
	case "advent": // the Nth Sunday of Advent; the fourth is the last before Christmas
		x := days(y, 12, 25)
		return x - weekday(x) - 7*(4-f.n[0]), true
	case "islamic":
		for hy := (y-622)*33/32 - 1; hy <= (y-622)*33/32+3; hy++ {
			if n := islamic(hy, f.n[0], f.n[1]); date(n).y == y {
				return n, true
			}
		}
	}
	return 0, false
}

// nthWeekday is the Nth weekday w of a month, or the last for n = -1.
func nthWeekday(y, m, w, n int) int {
	if n < 0 {
		last := days(y, m, monthDays(y, m))
		return last - (weekday(last)-w+7)%7
	}
	first := days(y, m, 1)
	return first + (w-weekday(first)+7)%7 + 7*(n-1)
}

func (r *resolver) relFeast(p *parts, rel, n int, c civil, why reason) (point, reason, bool) {
	f := &r.g.feasts[p.get(fFeast)]
	y := c.y
	day, ok := f.day(y)
	if !ok {
		return point{}, why, false
	}
	switch {
	case rel < 0 && day >= n:
		y--
	case rel > 0 && day <= n:
		y++
	}
	if day, ok = f.day(y); !ok {
		return point{}, why, false
	}
	pt := dayPoint(day)
	if f.approx {
		pt.mod = modAPPROX
	}
	return pt, why, true
}

// feastDay: Easter, Christmas and what else has a rule.
func (r *resolver) feastDay(p *parts, x *raw) (point, reason, bool) {
	f := &r.g.feasts[p.get(fFeast)]
	y, why := r.year(p)
	if why.basis == NoBasis {
		ref := r.base().y
		if r.baseAnchor() == anchorNone {
			if f.how == "fixed" {
				return point{grain: gDay, noYear: true, m: f.n[0], d: f.n[1], hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
			}
			return point{}, why, false
		}
		n, ok := f.day(ref)
		if !ok {
			return point{}, why, false
		}
		c := date(n)
		y, why = r.inferYear(x, c.m, c.d, 0)
	}
	n, ok := f.day(y)
	if p.has(fMOffset) || !ok {
		return point{}, why, false
	}
	pt := dayPoint(n)
	if f.approx {
		pt.mod = modAPPROX
	}
	if p.has(fWeekend) {
		y, w := isoWeek(n)
		pt = unitPoint(gWeekend, y, 0, w)
	}
	return pt, why, true
}
