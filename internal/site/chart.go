package site

import (
	"fmt"
	"sort"
	"strconv"

	"fasti/internal/edtf"
)

// Chart is a drawing of events over time: bars for how many, lanes for whom.
// Places along the axis are per cent of the width, so the drawing follows the
// page without a script; heights are pixels.
type Chart struct {
	Title  string     `json:"title"`
	Span   string     `json:"span"` // "October 2023 – March 2024"
	Height int        `json:"height"`
	Bars   []Bar      `json:"bars"`
	Lines  []string   `json:"lines"` // x of the borders of months or years
	Ticks  []Link     `json:"ticks"` // months or years below the axis
	Cols   string     `json:"cols"`  // widths of the ticks, for a grid
	Marks  []ChartDot `json:"marks"` // of the key events, on the bars
	Lanes  []Lane     `json:"lanes"`
	Alt    string     `json:"alt"`
	Rows   []ChartRow `json:"rows"` // the same as a table
	Unit   string     `json:"unit"` // heading of the table's first column
	Total  string     `json:"total"`
	Beyond string     `json:"beyond"` // events that lie outside of the drawing
}

// Bar is one span of the axis.
type Bar struct {
	X string `json:"x"`
	W string `json:"w"`
	Y int    `json:"y"`
	H int    `json:"h"`
}

// ChartDot is one event: a dot, a ring, a pill or a tick.
type ChartDot struct {
	Shape string `json:"shape"`
	X     string `json:"x"`
	W     string `json:"w"` // of a pill
}

// Lane is one actor's line.
type Lane struct {
	Name  string     `json:"name"`
	Href  string     `json:"href"`
	Count string     `json:"count"`
	Dots  []ChartDot `json:"dots"`
	Bands []ChartDot `json:"bands"`
	Head  bool       `json:"head"` // the line of all events or of the series
	Alt   string     `json:"alt"`
}

// ChartRow is a line of the table twin.
type ChartRow struct {
	Name  string `json:"name"`
	Count string `json:"count"`
}

// axis is the stretch of days that a drawing shows, first and last included.
type axis struct {
	from, to int64
	bins     []bin
	unit     string // week, month, year, decade
	ticks    []tick
	outside  int
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

// newAxis spans the events. A few events far from all the others do not
// stretch it; they are counted as outside.
func (t *timeline) newAxis(events []*event) *axis {
	var days []int64
	for _, e := range events {
		if e.bounded && e.when.Mark != "part" {
			days = append(days, e.first)
		}
	}
	for _, e := range events {
		// Months and years alone do not stretch the axis unless all is so.
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
		a.bins[i].n++
	}
	return a
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
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000} {
		if step = s; (last.Year-first.Year)/s <= 9 {
			break
		}
	}
	for y := first.Year; y <= last.Year; y += step {
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

func (t *timeline) findMonth(y, m int) *month {
	for _, v := range t.months {
		if v.year == y && v.number == m {
			return v
		}
	}
	return nil
}

func (t *timeline) findYear(y int) *year {
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

// pct writes hundredths of a per cent.
func pct(n int64) string {
	return strconv.FormatInt(n/100, 10) + "." + fmt.Sprintf("%02d", n%100) + "%"
}

// draw makes the frame and the bars.
func (t *timeline) draw(a *axis, from string, height int) Chart {
	w := t.words
	c := Chart{Height: height, Unit: w.say("unit_" + a.unit)}
	most := 1
	for _, b := range a.bins {
		most = max(most, b.n)
	}
	total := 0
	busiest := 0
	for i, b := range a.bins {
		total += b.n
		if b.n > a.bins[busiest].n {
			busiest = i
		}
		h := 0
		if b.n > 0 {
			h = max(2, b.n*(height-9)/most)
		}
		x, to := a.x(b.from), a.x(b.to+1)
		c.Bars = append(c.Bars, Bar{X: pct(x), W: pct(max(20, (to-x)*84/100)), Y: height - h, H: h})
		if b.n > 0 {
			c.Rows = append(c.Rows, ChartRow{Name: t.binName(a, b), Count: w.number(b.n)})
		}
	}
	for i, k := range a.ticks {
		if i > 0 {
			c.Lines = append(c.Lines, pct(a.x(k.from)))
		}
		end := a.to + 1
		if i+1 < len(a.ticks) {
			end = a.ticks[i+1].from
		}
		c.Cols = joinNonEmpty(" ", c.Cols, strconv.FormatInt(end-k.from, 10)+"fr")
		l := Link{Text: k.short, Note: k.long}
		if k.path != "" {
			l.Href = rel(from, k.path)
		}
		c.Ticks = append(c.Ticks, l)
	}
	first, last := edtf.DayOf(a.from), edtf.DayOf(a.to)
	c.Span = w.say("date_from_to", "a", w.dayLabel(first, false), "b", w.dayLabel(last, false))
	c.Total = w.number(total)
	c.Alt = w.count("chart_alt", total, "unit", w.say("per_"+a.unit), "busiest", t.binName(a, a.bins[busiest]), "k", w.number(a.bins[busiest].n))
	if a.outside > 0 {
		c.Beyond = w.count("chart_beyond", a.outside)
	}
	return c
}

// binName is one bin in words.
func (t *timeline) binName(a *axis, b bin) string {
	w := t.words
	x, y := edtf.DayOf(b.from), edtf.DayOf(b.to)
	switch a.unit {
	case "month":
		return w.say("date_my", "m", w.month(x.Month, false), "y", w.year(x.Year))
	case "year":
		return w.year(x.Year)
	case "decade":
		return w.say("date_from_to", "a", w.year(x.Year), "b", w.year(y.Year))
	}
	d, err := edtf.Parse(x.String() + "/" + y.String())
	if err != nil {
		return x.String()
	}
	return w.label(d, true)
}

// dot is the mark of an event; plain makes it a tick.
func (a *axis) dot(e *event, plain bool) (ChartDot, bool) {
	if !e.bounded || e.first > a.to || e.last < a.from {
		return ChartDot{}, false
	}
	x, to := a.x(e.first), a.x(e.last+1)
	mid := (x + to) / 2
	switch {
	case to-x > 5000: // no place on the axis to speak of
		return ChartDot{}, false
	case plain:
		return ChartDot{Shape: "tick", X: pct(mid)}, true
	case e.when.Mark == "range":
		return ChartDot{Shape: "range", X: pct(x), W: pct(to - x)}, true
	case e.when.Mark == "day":
		return ChartDot{Shape: "dot", X: pct(mid)}, true
	}
	return ChartDot{Shape: "ring", X: pct(mid)}, true
}

// dots draws events, ticks first, so that the key ones lie on top.
func (a *axis) dots(events []*event, plain func(*event) bool) []ChartDot {
	var ticks, marks []ChartDot
	seen := map[ChartDot]bool{}
	for _, e := range events {
		p := plain(e)
		d, ok := a.dot(e, p)
		if !ok || seen[d] {
			continue
		}
		seen[d] = true
		if p {
			ticks = append(ticks, d)
		} else {
			marks = append(marks, d)
		}
	}
	return append(ticks, marks...)
}
