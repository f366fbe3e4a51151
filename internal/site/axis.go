package site

import (
	"sort"

	"fasti/internal/edtf"
)

// axis is the stretch of days that a drawing shows, first and last included.
type axis struct {
	from, to int64
	bins     []bin
	unit     string // week, month, year, decade
	ticks    []tick
	outside  int
	events   int // drawn
	wide     int
}

type bin struct {
	from, to int64
	n        int
}

type tick struct {
	from        int64
	short, long string
	path        string
}

// drawn are the events that drawings of the whole timeline show: what is
// planned has not happened, and does not stretch them.
func (t *timeline) drawn() []*event {
	var out []*event
	for _, e := range t.events.all()[:t.dated] {
		if e.Status != "planned" {
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		return t.events.all()[:t.dated]
	}
	return out
}

// newAxis spans the events and counts them; nil if there is nothing to draw.
func (t *timeline) newAxis(events []*event) *axis {
	a := t.emptyAxis(events)
	if a != nil {
		a.count(events)
	}
	return a
}

// emptyAxis spans the events. A few events far from all the others do not
// stretch it.
func (t *timeline) emptyAxis(events []*event) *axis {
	var days []int64
	for _, e := range events {
		if _, begun := e.When.Earliest(); begun && e.bounded && e.when.Mark != "part" {
			days = append(days, e.first)
		}
	}
	for _, e := range events {
		// Months, years and ends alone do not stretch the axis unless all is so.
		if e.bounded && len(days) == 0 {
			days = append(days, e.first, e.last)
		}
	}
	if len(days) == 0 {
		return nil
	}
	sort.Slice(days, func(i, j int) bool { return days[i] < days[j] })
	lo, hi := trim(days)
	a := &axis{}
	for _, e := range events {
		if e.bounded && e.first >= lo && e.first <= hi && e.last > hi && e.last-hi < 400 {
			hi = e.last
		}
	}
	a.frame(lo, hi)
	a.cut()
	t.ticks(a)
	return a
}

// count counts events in the bins of the axis, and those that lie outside of it.
func (a *axis) count(events []*event) {
	for _, e := range events {
		if !e.bounded {
			continue
		}
		if e.first < a.from && e.last >= a.from {
			a.wide++ // a year of which the drawing shows a part
			continue
		}
		if e.first < a.from || e.first > a.to {
			a.outside++
			continue
		}
		i := sort.Search(len(a.bins), func(i int) bool { return a.bins[i].to >= e.first })
		a.events++
		a.bins[i].n++
		for i++; e.when.Mark == "range" && i < len(a.bins) && a.bins[i].from <= e.last; i++ {
			a.bins[i].n++ // it counts in each week or month that it touches
		}
	}
}

// trim finds the stretch to draw: all days, unless a few of them, a tenth at
// most, make it more than three times as long. It leaves out no more of them
// than that takes.
func trim(days []int64) (lo, hi int64) {
	n := len(days)
	lo, hi = days[0], days[n-1]
	for cut := 1; cut <= n/10; cut++ {
		best, bestLen := lo, hi-lo
		for i := 0; i <= cut; i++ {
			if l := days[n-1-cut+i] - days[i]; l < bestLen {
				best, bestLen = days[i], l
			}
		}
		if bestLen+31 < (hi-lo)/3 {
			lo, hi = best, best+bestLen
		}
	}
	return lo, hi
}

// frame rounds the stretch to whole months or years and picks the unit.
func (a *axis) frame(lo, hi int64) {
	x, y := edtf.DayOf(lo), edtf.DayOf(hi)
	switch span := hi - lo; {
	case span <= 430:
		a.unit = "week"
	case span <= 366*6:
		a.unit = "month"
	case span <= 366*110:
		a.unit = "year"
	default:
		a.unit = "decade"
	}
	x.Day, y.Day = 1, edtf.DaysIn(y.Year, y.Month)
	if a.unit == "year" || a.unit == "decade" {
		x.Month, y.Month, y.Day = 1, 12, 31
	}
	a.from, a.to = x.Ordinal(), y.Ordinal()
}

// cut divides the axis into its bins.
func (a *axis) cut() {
	years := 1
	if a.unit == "decade" {
		years = max(10, int((a.to-a.from)/366/80+9)/10*10)
	}
	for from := a.from; from <= a.to; {
		d := edtf.DayOf(from)
		next := from + 7
		switch a.unit {
		case "month":
			next = edtf.Day{Year: d.Year + d.Month/12, Month: d.Month%12 + 1, Day: 1}.Ordinal()
		case "year":
			next = edtf.Day{Year: d.Year + 1, Month: 1, Day: 1}.Ordinal()
		case "decade":
			next = edtf.Day{Year: d.Year + years, Month: 1, Day: 1}.Ordinal()
		}
		a.bins = append(a.bins, bin{from: from, to: min(next-1, a.to)})
		from = next
	}
}

// ticks labels the axis: months while they fit, else years, in round steps.
func (t *timeline) ticks(a *axis) {
	first, last := edtf.DayOf(a.from), edtf.DayOf(a.to)
	if months := (last.Year-first.Year)*12 + last.Month - first.Month + 1; months <= 14 {
		for y, m := first.Year, first.Month; y < last.Year || y == last.Year && m <= last.Month; {
			k := tick{from: edtf.Day{Year: y, Month: m, Day: 1}.Ordinal(), short: t.words.month(m, true), long: t.words.year(y)}
			if v := t.findMonth(y, m); v != nil {
				k.path = v.path
			}
			a.ticks = append(a.ticks, k)
			if m++; m > 12 {
				y, m = y+1, 1
			}
		}
		return
	}
	step := 1
	for i := 0; (last.Year-first.Year)/step > 9; i++ { // 1, 2, 5, 10, 20 …
		if step *= 2; i%3 == 1 {
			step = step / 4 * 5
		}
	}
	for y := first.Year; y <= last.Year; y = nextTick(y, step) {
		if n := y - first.Year; n > 0 && n*5 < step*4 && n*6 < last.Year-first.Year {
			continue // no room behind the first
		}
		k := tick{from: edtf.Day{Year: y, Month: 1, Day: 1}.Ordinal(), short: t.words.year(y)}
		if y == first.Year {
			k.from = a.from
		}
		if v := t.findYear(y); v != nil {
			k.path = v.path
		}
		a.ticks = append(a.ticks, k)
	}
}

// nextTick is the next round year after y in steps: 1900, 1950; before our era
// they are round as people count them, 100 BCE is the year -99.
func nextTick(y, step int) int {
	if y > 0 {
		return (y/step + 1) * step
	}
	if bce := -y / step * step; bce > 0 {
		return 1 - bce
	}
	return step
}

func (t *timeline) findMonth(y, m int) *month {
	t.shape.look()
	for _, v := range t.months {
		if v.year == y && v.number == m {
			return v
		}
	}
	return nil
}

func (t *timeline) findYear(y int) *year {
	t.shape.look()
	for _, v := range t.years {
		if v.year == y {
			return v
		}
	}
	return nil
}

// x is the place of the morning of a day, in hundredths of a per cent.
func (a *axis) x(day int64) int64 {
	day = max(a.from, min(day, a.to+1))
	return (day - a.from) * 10000 / (a.to - a.from + 1)
}
