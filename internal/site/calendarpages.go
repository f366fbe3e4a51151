package site

import (
	"fasti/internal/edtf"
)

// monthPages are the pages of the months that have events.
func (t *timeline) monthPages() []List {
	var months []*month
	for _, m := range t.months {
		if m.number > 0 {
			months = append(months, m)
		}
	}
	var out []List
	for i, m := range months {
		parts := divide(m.events, monthMax)
		for k := range parts {
			out = append(out, t.monthPage(months, i, parts, k))
		}
	}
	return out
}

// monthPage is the page of the k-th part of the i-th month.
func (t *timeline) monthPage(months []*month, i int, parts [][]*event, k int) List {
	w, m := t.words, months[i]
	path := m.partPath(k)
	v := t.list(path, t.monthTitle(m))
	v.Crumbs = t.crumbs(path, Link{Href: yearDir(m.year) + "/index.html", Text: w.year(m.year)}, Link{Text: w.month(m.number, false)})
	v.Dek = w.count("events", len(m.events))
	section := t.section(m, parts[k], path)
	v.Parts = t.partLinks(m, parts, path)
	v.Calendar, v.Index = t.monthCalendar(m, path), t.paperIndex(parts[k])
	v.Map = t.mapOf(parts[k], path, false)
	v.Rail = t.rail(path, m.year, func(x *month) string { return rel(path, t.monthPath(x)) })
	markCurrent(v.Rail, rel(path, m.path))
	last := func(m *month) int { return len(divide(m.events, monthMax)) - 1 }
	switch {
	case k > 0:
		v.Page.Title += " (" + t.partName(parts[k]) + ")"
		v.Prev = Link{Href: rel(path, m.partPath(k-1)), Text: t.partName(parts[k-1]), Note: w.count("events", len(parts[k-1]))}
		section.Running = nil
	case i > 0:
		o := months[i-1]
		v.Prev = Link{Href: rel(path, o.partPath(last(o))), Text: t.monthTitle(o), Note: w.count("events", len(o.events))}
	}
	switch {
	case k+1 < len(parts):
		v.Next = Link{Href: rel(path, m.partPath(k+1)), Text: t.partName(parts[k+1]), Note: w.count("events", len(parts[k+1]))}
	case i+1 < len(months):
		o := months[i+1]
		v.Next = Link{Href: rel(path, o.path), Text: t.monthTitle(o), Note: w.count("events", len(o.events))}
	}
	v.Months = []Month{section}
	v.Together = true
	return v
}

// indexMin is from how many events a month has an index on paper.
const indexMin = 8

// paperIndex lists what stands on a printed month.
func (t *timeline) paperIndex(events []*event) []Link {
	if len(events) < indexMin {
		return nil
	}
	var out []Link
	for _, e := range events {
		out = append(out, Link{Href: "#e-" + e.Slug, Text: e.title(t.words), Lang: t.foreign(e.Lang), Note: e.when.Short})
	}
	return out
}

func markCurrent(rails []Rail, href string) {
	for _, r := range rails {
		for i := range r.Items {
			r.Items[i].Current = r.Items[i].Href == href
		}
	}
}

// dayMin is how many events make a day busy enough for a page of its own.
const dayMin = 25

// dayPath is the page of a day.
func dayPath(d edtf.Day) string {
	return yearDir(d.Year) + "/" + twoDigits(d.Month) + "/" + twoDigits(d.Day) + "/index.html"
}

// busyDays are the exact days with many events, in order.
func (t *timeline) busyDays() [][]*event {
	var out [][]*event
	for _, m := range t.months {
		for i := 0; i < len(m.events); {
			e := m.events[i]
			j := i
			for j < len(m.events) && m.events[j].first == e.first {
				j++
			}
			var day []*event
			for _, x := range m.events[i:j] {
				if x.first == x.last && exact(x.When.Start()) {
					day = append(day, x)
				}
			}
			if len(day) >= dayMin {
				out = append(out, day)
			}
			i = j
		}
	}
	return out
}

// dayPages are the pages of the busy days.
func (t *timeline) dayPages() []List {
	var out []List
	for _, events := range t.busyDays() {
		d := dayOf(events[0].first)
		m := events[0].month
		path := dayPath(d)
		v := t.list(path, t.words.dayLabel(d, false))
		v.Kicker = t.words.weekday(d, false)
		v.Crumbs = t.crumbs(path, Link{Href: yearDir(d.Year) + "/index.html", Text: t.words.year(d.Year)}, Link{Href: m.path, Text: t.words.month(d.Month, false)}, Link{Text: t.words.dayLabel(d, false)})
		v.Dek = t.words.count("events", len(events))
		v.Months = []Month{{ID: "day", Title: v.Title, Days: t.days(events, path)}}
		v.Together = true
		out = append(out, v)
	}
	return out
}

// yearPages are the pages of the years that have events.
func (t *timeline) yearPages() []List {
	var out []List
	for i, y := range t.years {
		v := t.list(y.path, t.words.year(y.year))
		v.Crumbs = t.crumbs(y.path, Link{Text: t.words.year(y.year)})
		v.See = Link{Href: rel(y.path, allPath+"#y-"+yearDir(y.year)), Text: t.words.say("all_title")}
		v.Dek = t.words.count("events", y.count)
		for _, m := range y.months {
			if len(m.events) == 0 {
				continue
			}
			s := t.section(m, yearEvents(m), y.path)
			s.Running = nil
			if n := len(m.events); m.number > 0 {
				s.Sub = t.words.count("events", n)
				if len(yearEvents(m)) < n {
					s.More = Link{Href: rel(y.path, m.path), Text: t.words.count("all_in_month", n, "month", t.monthTitle(m))}
				}
			}
			v.Months = append(v.Months, s)
		}
		v.Rail = t.rail(y.path, y.year, func(x *month) string {
			if x.year == y.year {
				return "#" + monthID(x)
			}
			return rel(y.path, t.monthPath(x))
		})
		if i > 0 {
			v.Prev = Link{Href: rel(y.path, t.years[i-1].path), Text: t.words.year(t.years[i-1].year), Note: t.words.count("events", t.years[i-1].count)}
		}
		if i+1 < len(t.years) {
			v.Next = Link{Href: rel(y.path, t.years[i+1].path), Text: t.words.year(t.years[i+1].year), Note: t.words.count("events", t.years[i+1].count)}
		}
		out = append(out, v)
	}
	return out
}

// yearMonthMax is how many events of one month the page of a year lists; the
// rest stand on the page of the month.
const yearMonthMax = 30

func yearEvents(m *month) []*event {
	if m.number == 0 || len(m.events) <= yearMonthMax {
		return m.events
	}
	var out []*event
	for _, e := range m.events {
		if e.isKey {
			out = append(out, e)
		}
	}
	return out
}
