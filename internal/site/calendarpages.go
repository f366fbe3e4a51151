package site

import (
	"slices"

	"fasti/internal/edtf"
)

// monthPages are the pages of the months that have events.
func (t *timeline) monthPages() []listMaker {
	var out []listMaker
	for _, m := range t.months {
		if m.number == 0 {
			continue
		}
		for k := range divide(m.events.unnoted, monthMax) {
			out = append(out, listMaker{m.partPath(k), func() List { return t.monthPage(m, k) }})
		}
	}
	return out
}

// sideMonths are the months before and after one that have pages; nil where
// there is none.
func (t *timeline) sideMonths(m *month) (before, after *month) {
	t.shape.look()
	i := slices.Index(t.months, m)
	for k := i - 1; k >= 0 && before == nil; k-- {
		if t.months[k].number > 0 {
			before = t.months[k]
		}
	}
	for k := i + 1; k < len(t.months) && after == nil; k++ {
		if t.months[k].number > 0 {
			after = t.months[k]
		}
	}
	return before, after
}

// monthPage is the page of the k-th part of a month.
func (t *timeline) monthPage(m *month, k int) List {
	w, parts := t.words, divide(m.events.all(), monthMax)
	previous, next := t.sideMonths(m)
	path := m.partPath(k)
	v := t.list(path, t.monthTitle(m))
	v.Crumbs = t.crumbs(path, Link{Href: yearDir(m.year) + "/index.html", Text: w.year(m.year)}, Link{Text: w.month(m.number, false)})
	v.Dek = w.count("events", m.events.count())
	section := t.section(m, parts[k], path)
	v.Parts = t.partLinks(m, parts, path)
	v.Calendar, v.Index = t.monthCalendar(m, path), t.paperIndex(parts[k])
	v.Map = t.mapOf(parts[k], path, false)
	v.Rail = t.rail(path, m.year, func(x *month) string { return rel(path, t.monthPath(x)) })
	markCurrent(v.Rail, rel(path, m.path))
	switch {
	case k > 0:
		v.Page.Title += " (" + t.partName(parts[k]) + ")"
		v.Prev = Link{Href: rel(path, m.partPath(k-1)), Text: t.partName(parts[k-1]), Note: w.count("events", len(parts[k-1]))}
		section.Running = nil
	case previous != nil:
		o := previous
		v.Prev = Link{Href: rel(path, o.partPath(o.lastPart())), Text: t.monthTitle(o), Note: w.count("events", o.events.count())}
	}
	switch {
	case k+1 < len(parts):
		v.Next = Link{Href: rel(path, m.partPath(k+1)), Text: t.partName(parts[k+1]), Note: w.count("events", len(parts[k+1]))}
	case next != nil:
		o := next
		v.Next = Link{Href: rel(path, o.path), Text: t.monthTitle(o), Note: w.count("events", o.events.count())}
	}
	v.Months = []Month{section}
	v.Together = true
	return v
}

// lastPart is the number of the last part of a month.
func (m *month) lastPart() int {
	if m.events.count() <= monthMax {
		return 0
	}
	return len(divide(m.events.all(), monthMax)) - 1
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
		events := m.events.all()
		for i := 0; i < len(events); {
			e := events[i]
			j := i
			for j < len(events) && events[j].first == e.first {
				j++
			}
			var day []*event
			for _, x := range events[i:j] {
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
func (t *timeline) dayPages() []listMaker {
	var out []listMaker
	for _, events := range t.busyDays() {
		path := dayPath(dayOf(events[0].first))
		out = append(out, listMaker{path, func() List { return t.dayPage(events, path) }})
	}
	return out
}

func (t *timeline) dayPage(events []*event, path string) List {
	d := dayOf(events[0].first)
	m := events[0].month
	m.events.whole.look()
	v := t.list(path, t.words.dayLabel(d, false))
	v.Kicker = t.words.weekday(d, false)
	v.Crumbs = t.crumbs(path, Link{Href: yearDir(d.Year) + "/index.html", Text: t.words.year(d.Year)}, Link{Href: m.path, Text: t.words.month(d.Month, false)}, Link{Text: t.words.dayLabel(d, false)})
	v.Dek = t.words.count("events", len(events))
	v.Months = []Month{{ID: "day", Title: v.Title, Days: t.days(events, path)}}
	v.Together = true
	return v
}

// yearPages are the pages of the years that have events.
func (t *timeline) yearPages() []listMaker {
	var out []listMaker
	for i, y := range t.years {
		out = append(out, listMaker{y.path, func() List { return t.yearPage(i) }})
	}
	return out
}

// yearPage is the page of the i-th year.
func (t *timeline) yearPage(i int) List {
	y := t.years[i]
	t.shape.look()
	v := t.list(y.path, t.words.year(y.year))
	v.Crumbs = t.crumbs(y.path, Link{Text: t.words.year(y.year)})
	v.See = Link{Href: rel(y.path, allPath+"#y-"+yearDir(y.year)), Text: t.words.say("all_title")}
	v.Dek = t.words.count("events", y.events())
	for _, m := range y.months {
		if m.events.count() == 0 {
			continue
		}
		s := t.section(m, yearEvents(m), y.path)
		s.Running = nil
		if n := m.events.count(); m.number > 0 {
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
		v.Prev = Link{Href: rel(y.path, t.years[i-1].path), Text: t.words.year(t.years[i-1].year), Note: t.words.count("events", t.years[i-1].events())}
	}
	if i+1 < len(t.years) {
		v.Next = Link{Href: rel(y.path, t.years[i+1].path), Text: t.words.year(t.years[i+1].year), Note: t.words.count("events", t.years[i+1].events())}
	}
	return v
}

// events is how many a year has.
func (y *year) events() int {
	y.size.look()
	return y.count
}

// yearMonthMax is how many events of one month the page of a year lists; the
// rest stand on the page of the month.
const yearMonthMax = 30

func yearEvents(m *month) []*event {
	if m.number == 0 || m.events.count() <= yearMonthMax {
		return m.events.all()
	}
	var out []*event
	for _, e := range m.events.all() {
		if e.isKey {
			out = append(out, e)
		}
	}
	return out
}
