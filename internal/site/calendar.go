package site

import (
	"fasti/internal/edtf"
)

// Calendar is the days of a month with how much happened on each: the way to a
// day without scrolling.
type Calendar struct {
	Head  []Weekday `json:"head"`
	Weeks [][]Cell  `json:"weeks"`
}

// Weekday heads a column.
type Weekday struct {
	Short string `json:"short"`
	Long  string `json:"long"`
}

// Cell is a day of the calendar; Day is "" outside of the month.
type Cell struct {
	Day   string `json:"day"`
	Count string `json:"count"` // "" if nothing is known of the day
	Label string `json:"label"` // "7 February 2024: 3 events"
	Href  string `json:"href"`
	Heat  int    `json:"heat"` // 0 to 4
}

// calendar is the one of a month that has enough on known days to look up.
func (t *timeline) monthCalendar(m *month, from string) *Calendar {
	counts, firsts := map[int]int{}, map[int]*event{}
	note := func(e *event) {
		if !exact(e.When.Start()) || e.When.IsSet() || e.last-e.first > 31 {
			return
		}
		for o := e.first; o <= e.last; o++ {
			if d := dayOf(o); d.Year == m.year && d.Month == m.number {
				if counts[d.Day]++; firsts[d.Day] == nil || e.first == o && firsts[d.Day].first != o {
					firsts[d.Day] = e
				}
			}
		}
	}
	for _, e := range m.events.all() {
		note(e)
	}
	for _, e := range m.running.all() {
		note(e)
	}
	if len(counts) < 2 {
		return nil
	}
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	v := &Calendar{}
	monday := edtf.Day{Year: 2024, Month: 1, Day: 1}
	for i := range 7 {
		d := monday.Add(i)
		v.Head = append(v.Head, Weekday{t.words.weekday(d, true), t.words.weekday(d, false)})
	}
	first := edtf.Day{Year: m.year, Month: m.number, Day: 1}
	week := make([]Cell, ((first.Ordinal()-monday.Ordinal())%7+7)%7, 7) // the days before the first
	for k := 1; k <= edtf.DaysIn(m.year, m.number); k++ {
		week = append(week, t.cell(edtf.Day{Year: m.year, Month: m.number, Day: k}, counts[k], most, firsts[k], from))
		if len(week) == 7 {
			v.Weeks, week = append(v.Weeks, week), make([]Cell, 0, 7)
		}
	}
	if len(week) > 0 {
		for len(week) < 7 {
			week = append(week, Cell{})
		}
		v.Weeks = append(v.Weeks, week)
	}
	return v
}

func (t *timeline) cell(d edtf.Day, n, most int, e *event, from string) Cell {
	c := Cell{Day: t.words.number(d.Day)}
	if n == 0 {
		return c
	}
	c.Count, c.Heat = t.words.number(n), (4*n+most-1)/most
	c.Label = t.words.say("claim_who", "x", t.words.dayLabel(d, false), "who", t.words.count("events", n))
	c.Href = "#e-" + e.Slug
	if at := e.listed(t); at != from { // another part of the month, or the month before
		c.Href = rel(from, at+"#e-"+e.Slug)
	}
	return c
}
