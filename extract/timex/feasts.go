package timex

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fasti/extract/lang"
)

// feast is a day that each year has, or some years have, by a rule that can be
// computed or by a table.
type feast struct {
	id     string
	how    string
	n      []int
	length int      // days that it lasts, at least 1
	approx bool     // known to a day or two only
	month  bool     // it lasts as long as its month
	clear  int      // the days from Easter on which it is not: it is a week later then
	moved  [8]int   // by how many days it is moved if it falls on a weekday
	in     []string // regions that keep it so; none: all that say nothing else
	others []int    // the same feast in other regions
	moons  *moons   // the months of the Islamic calendar, as far as they are tabled
}

// feastRules is how many numbers the rules take.
var feastRules = map[string]int{"fixed": 2, "easter": 1, "orthodox": 1, "nth": 3, "nth-on": 4, "advent": 2, "before": 5,
	"islamic": 2, "jewish": 2, "table": -1}

// feastRow reads "id <TAB> rule <TAB> notes". The rules:
//
//	fixed M D        the same day each year
//	easter N         days from Easter Sunday; orthodox N: from that of the Julian calendar
//	nth M W N        the Nth weekday W of month M; N -1: the last; nth-on M W N D: D days on
//	before M D W N X the Nth weekday W before the day M-D, and X days on
//	advent N X       the Nth Sunday of Advent, and X days on
//	islamic M D      a day of the Islamic calendar, by the months tabled before, else by the tabular reckoning: approximate
//	months Y D BITS  the months of the Islamic calendar from 1 Muharram Y on day D (20240708) on: 0 has 29 days, 1 has 30
//	jewish N D       days from the Jewish new year (N 0), the feast of lights (1), Passover (2)
//	table Y D D …    month and day (211 for 11 February) of the years from Y on; 0: none
//
// The notes: for=N, the days that it lasts; for=month, as long as the month of
// its calendar; approx; off=5:-1,7:1, moved by a day where it falls on a Friday
// or a Sunday; clear=49, a week later where it falls on the 49th day from Easter; in=GB,IE, the regions that keep the feast of this name by this rule.
func (g *grammar) feastRow(_ string, r lang.Row) error {
	f := feast{id: r.Field(0), length: 1, moons: g.moons}
	fields := strings.Fields(r.Field(1))
	if len(fields) == 4 && fields[0] == "months" {
		return g.moonsRow(fields)
	}
	if len(fields) == 0 || f.id == "" {
		return fmt.Errorf("a feast has an id and a rule")
	}
	f.how = fields[0]
	want, ok := feastRules[f.how]
	if !ok || want >= 0 && len(fields)-1 != want || len(fields) < 2 {
		return fmt.Errorf("no rule %q", r.Field(1))
	}
	for _, s := range fields[1:] {
		n, err := strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("%q is no number", s)
		}
		f.n = append(f.n, n)
	}
	f.approx = f.how == "islamic"
	if err := f.notes(r.Field(2)); err != nil {
		return err
	}
	if first, ok := g.feastByID[f.id]; ok {
		g.feasts[first].others = append(g.feasts[first].others, len(g.feasts))
	} else {
		g.feastByID[f.id] = len(g.feasts)
	}
	g.feasts = append(g.feasts, f)
	return nil
}

// notes reads what stands behind the rule of a feast.
func (f *feast) notes(s string) error {
	for _, note := range strings.Fields(s) {
		name, value, _ := strings.Cut(note, "=")
		switch name {
		case "approx":
			f.approx = true
		case "in":
			f.in = strings.Split(value, ",")
		case "clear":
			n, err := strconv.Atoi(value)
			if err != nil {
				return fmt.Errorf("%q is no number of days", value)
			}
			f.clear = n
		case "off":
			if err := f.moves(value); err != nil {
				return err
			}
		case "for":
			if value == "month" {
				f.month, f.length = true, 29
				continue
			}
			n, err := strconv.Atoi(value)
			if err != nil || n < 1 {
				return fmt.Errorf("%q is no number of days", value)
			}
			f.length = n
		default:
			return fmt.Errorf("no note %q", note)
		}
	}
	return nil
}

// moves reads by how many days a feast moves off which weekdays.
func (f *feast) moves(s string) error {
	for _, m := range strings.Split(s, ",") {
		day, by, _ := strings.Cut(m, ":")
		w, err1 := strconv.Atoi(day)
		n, err2 := strconv.Atoi(by)
		if err1 != nil || err2 != nil || w < 1 || w > 7 {
			return fmt.Errorf("%q is no move off a weekday", m)
		}
		f.moved[w] = n
	}
	return nil
}

// day is the first day of the feast in a year; false if it has none then, or
// none that is known.
func (f *feast) day(y int) (int, bool) {
	n, ok := f.rule(y)
	if ok {
		n += f.moved[weekday(n)]
		if f.clear > 0 && n == easter(y)+f.clear {
			n += 7
		}
	}
	return n, ok
}

// days is how many days the feast lasts that begins on a day.
func (f *feast) days(n int) int {
	if f.month {
		for k := 27; k <= 31; k++ {
			if next, ok := f.moons.next(n + k); ok {
				return next - n
			}
		}
	}
	return f.length
}

// feast is the feast of an index as the region keeps it.
func (r *resolver) feast(i int) *feast {
	f := &r.g.feasts[i]
	for _, k := range f.others {
		if other := &r.g.feasts[k]; slices.Contains(other.in, r.region) {
			return other
		}
	}
	return f
}

// rule is the day by the rule alone.
func (f *feast) rule(y int) (int, bool) {
	switch n := f.n; f.how {
	case "fixed":
		return days(y, n[0], n[1]), true
	case "easter":
		return easter(y) + n[0], true
	case "orthodox":
		return orthodoxEaster(y) + n[0], true
	case "nth":
		return nthWeekday(y, n[0], n[1], n[2]), true
	case "nth-on":
		return nthWeekday(y, n[0], n[1], n[2]) + n[3], true
	case "before":
		x := days(y, n[0], n[1]) - 1
		return x - floorMod(weekday(x)-n[2], 7) - 7*(n[3]-1) + n[4], true
	case "advent": // the fourth Sunday is the last before Christmas
		x := days(y, 12, 25)
		return x - weekday(x) - 7*(4-n[0]) + n[1], true
	case "jewish":
		return jewishFeast(y, n[0], n[1])
	case "table":
		if k := y - n[0] + 1; k >= 1 && k < len(n) && n[k] > 0 {
			return days(y, n[k]/100, n[k]%100), true
		}
	case "islamic":
		for hy := (y-622)*33/32 - 1; hy <= (y-622)*33/32+3; hy++ {
			if d := f.moons.day(hy, n[0], n[1]); date(d).y == y {
				return d, true
			}
		}
	}
	return 0, false
}

// nthWeekday is the Nth weekday w of a month, or the last for n = -1, the last
// but one for -2.
func nthWeekday(y, m, w, n int) int {
	if n < 0 {
		last := days(y, m, monthDays(y, m))
		return last - (weekday(last)-w+7)%7 + 7*(n+1)
	}
	first := days(y, m, 1)
	return first + (w-weekday(first)+7)%7 + 7*(n-1)
}

// feastReach is how many years off the next feast of a name may lie.
const feastReach = 8

// nextFeast is the year of the feast nearest to a day: before it (step -1) or
// behind it (1), not on it.
func (f *feast) nextFeast(n, y, step int) (int, bool) {
	for k := 0; k <= feastReach; k++ {
		if d, ok := f.day(y + step*k); ok && (d-n)*step > 0 {
			return y + step*k, true
		}
	}
	return 0, false
}

func (r *resolver) relFeast(p *parts, rel, n int, c civil, why reason) (point, reason, bool) {
	f := r.feast(p.get(fFeast))
	y, ok := c.y, true
	if rel != 0 {
		y, ok = f.nextFeast(n, c.y, rel/abs(rel))
	}
	if !ok {
		return point{}, why, false
	}
	pt, ok := r.celebrated(f, p, y)
	return pt, why, ok
}

// feastDay: Easter, Christmas and what else has a rule.
func (r *resolver) feastDay(p *parts, x *raw) (point, reason, bool) {
	f := r.feast(p.get(fFeast))
	y, why := r.year(p)
	if why.basis == NoBasis {
		if r.baseAnchor() == anchorNone {
			if f.how == "fixed" {
				return point{grain: gDay, noYear: true, m: f.n[0], d: f.n[1], hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
			}
			return point{}, why, false
		}
		var ok bool
		if y, why, ok = r.feastYear(f, x); !ok {
			return point{}, why, false
		}
	}
	if p.has(fMOffset) {
		return point{}, why, false
	}
	pt, ok := r.celebrated(f, p, y)
	return pt, why, ok
}

// feastYear is the year of a feast that is named without one. One that not
// every year has is the nearest in the direction of the tense.
func (r *resolver) feastYear(f *feast, x *raw) (int, reason, bool) {
	ref := r.base()
	n, ok := f.day(ref.y)
	if ok {
		c := date(n)
		y, why := r.inferYear(x, c.m, c.d, 0)
		if _, ok := f.day(y); ok {
			return y, why, true
		}
	}
	step, why := -1, reason{r.baseAnchor(), "past", Inferred}
	if x.tense.ahead() || x.tense == tensePlan {
		step, why.choice = 1, "future"
	}
	at := days(ref.y, ref.m, ref.d)
	if ok && n == at {
		return ref.y, why, true
	}
	y, ok := f.nextFeast(at, ref.y, step)
	return y, why, ok
}

// celebrated is the day, the days or the weekend of a feast in a year.
func (r *resolver) celebrated(f *feast, p *parts, y int) (point, bool) {
	n, ok := f.day(y)
	if !ok {
		return point{}, false
	}
	pt := dayPoint(n)
	switch {
	case p.has(fWeekend):
		if w := weekday(n); w <= 2 { // the weekend nearest to it
			n -= w
		}
		y, w := isoWeek(n)
		pt = unitPoint(gWeekend, y, 0, w)
	case f.length > 1 && !p.any(fPart, fHour):
		pt = spanPoint(n, n+f.days(n)-1)
	}
	if f.approx {
		pt.mod = modAPPROX
	}
	return pt, true
}
