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
