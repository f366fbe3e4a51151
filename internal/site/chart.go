package site

import (
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
	Marks  []ChartDot `json:"marks"` // of the key events, on the bars
	Lanes  []Lane     `json:"lanes"`
	Alt    string     `json:"alt"`
	Rows   []ChartRow `json:"rows"` // the same as a table
	Unit   string     `json:"unit"` // heading of the table's first column
	Total  string     `json:"total"`
	Label  string     `json:"label,omitempty"` // of the bars; "" if they are all events
	Ahead  Link       `json:"ahead"`           // to what is planned for after its end
	Beyond string     `json:"beyond"`          // events that lie outside of the drawing
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
	Href  string `json:"href"`
	Title string `json:"title"`
	Lang  string `json:"lang"` // of the title, if not the page's
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

// pct writes hundredths of a per cent.
func pct(n int64) string {
	b := strconv.AppendInt(make([]byte, 0, 8), n/100, 10)
	return string(append(b, '.', byte('0'+n%100/10), byte('0'+n%10), '%'))
}

// draw makes the frame and the bars.
func (t *timeline) draw(a *axis, from string, height int) Chart {
	w := t.words
	c := Chart{Height: height, Unit: w.say("unit_" + a.unit)}
	most := 1
	for _, b := range a.bins {
		most = max(most, b.n)
	}
	total := a.events
	busiest := 0
	for i, b := range a.bins {
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
		l := Link{Text: k.short, Note: k.long, Bar: a.share(end - k.from)}
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

// share is how wide a tick of so many days is, from 1 to 31: a month has its
// days, longer ticks their part of the longest.
func (a *axis) share(days int64) string {
	most := int64(31)
	for i := 1; i < len(a.ticks); i++ {
		most = max(most, a.ticks[i].from-a.ticks[i-1].from)
	}
	if n := len(a.ticks); n > 0 {
		most = max(most, a.to+1-a.ticks[n-1].from)
	}
	return strconv.FormatInt(max(1, (31*days+most/2)/most), 10)
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

// tickMax is how many ticks fill an axis.
const tickMax = 200

// linkedTicks is up to how many events of a line each mark is a link; of more
// only the key ones are, and no more than linkedMarks of them.
const (
	linkedTicks = 40
	linkedMarks = 24
)

// lane draws events as dots does, each with its title and the way to its page.
// Events that lie upon each other share a mark, which names them all.
func (t *timeline) lane(a *axis, events []*event, plain func(*event) bool, from string) []ChartDot {
	at := map[ChartDot]int{}
	dots := a.dots(events, plain)
	for i, d := range dots {
		at[d] = i
	}
	linked := 0
	for _, e := range events {
		p := plain(e)
		if len(events) > linkedTicks && (p || linked >= linkedMarks) {
			continue
		}
		d, ok := a.dot(e, p)
		i, there := at[d]
		if !ok || !there {
			continue
		}
		linked++
		dots[i].Title = joinNonEmpty("; ", dots[i].Title, clip(joinNonEmpty(": ", e.when.Short, e.title(t.words)), 80))
		if dots[i].Href == "" {
			dots[i].Href, dots[i].Lang = rel(from, e.path), t.foreign(e.Lang)
		}
	}
	return dots
}

// dots draws events, ticks first, so that the key ones lie on top.
func (a *axis) dots(events []*event, plain func(*event) bool) []ChartDot {
	var ticks, marks []ChartDot
	seen := map[ChartDot]bool{}
	grain := int64(1) // so many ticks that they touch are drawn as few that do
	if len(events) > tickMax {
		grain = 10_000 / tickMax
	}
	for _, e := range events {
		p := plain(e)
		d, ok := a.dot(e, p)
		if p && ok && grain > 1 {
			d.X = pct((a.x(e.first) + a.x(e.last+1)) / 2 / grain * grain)
		}
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
