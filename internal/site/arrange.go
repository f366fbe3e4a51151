package site

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"fasti/internal/edtf"
	"fasti/internal/fold"
)

// order sorts the events, totally, and fills what hangs on the order.
func (t *timeline) order() {
	sort.Slice(t.events.unnoted, func(i, j int) bool {
		return before(t.events.unnoted[i], t.events.unnoted[j])
	})
	t.orderDays()
	for i, e := range t.events.unnoted {
		e.position = i
		t.byID[e.ID] = e
		if e.bounded {
			t.dated = i + 1
		}
		for _, r := range e.reports {
			r.events.unnoted = append(r.events.unnoted, e)
		}
		seen := map[*actor]bool{}
		for _, p := range e.parts {
			if p.who == nil {
				continue
			}
			p.who.roles[p.role]++
			if !seen[p.who] {
				seen[p.who] = true
				p.who.events.unnoted = append(p.who.events.unnoted, e)
			}
		}
	}
	for _, a := range t.actorOf {
		if len(a.events.unnoted) > 0 || !a.Auto {
			t.actors = append(t.actors, a)
		}
	}
	keys := make(map[*actor]string, len(t.actors))
	for _, a := range t.actors {
		keys[a] = fold.Key(a.name)
	}
	slices.SortFunc(t.actors, func(a, b *actor) int {
		return cmp.Or(strings.Compare(keys[a], keys[b]), strings.Compare(a.ID, b.ID))
	})
	sort.SliceStable(t.articles, func(i, j int) bool {
		a, b := t.articles[i], t.articles[j]
		if a.Date != b.Date {
			return a.Date > b.Date
		}
		return a.Name < b.Name
	})
}

// before orders events as pages list them: as edtf.Compare does, but what is
// dated only by its end ("until 8 February") stands at its end.
func before(a, b *event) bool {
	if a.bounded && b.bounded && a.first != b.first {
		return a.first < b.first
	}
	if a.bounded != b.bounded {
		return a.bounded
	}
	if c := edtf.Compare(a.When, b.When); c != 0 {
		return c < 0
	}
	return a.ID < b.ID
}

// arrange puts the events into months, years, places and kinds.
func (t *timeline) arrange() {
	months := map[[2]int]*month{}
	at := func(y, m int) *month {
		v := months[[2]int{y, m}]
		if v == nil {
			v = &month{year: y, number: m, path: yearDir(y) + "/" + twoDigits(m) + "/index.html"}
			months[[2]int{y, m}] = v
			t.months = append(t.months, v)
		}
		return v
	}
	for _, e := range t.events.unnoted[:t.dated] {
		y, m := monthOf(e)
		e.month = at(y, m)
		e.month.events.unnoted = append(e.month.events.unnoted, e)
	}
	for _, e := range t.events.unnoted[:t.dated] {
		for _, m := range e.laterMonths() {
			v := at(m[0], m[1])
			v.running.unnoted = append(v.running.unnoted, e)
		}
	}
	sort.Slice(t.months, func(i, j int) bool {
		a, b := t.months[i], t.months[j]
		return a.year < b.year || a.year == b.year && a.number < b.number
	})
	for _, m := range t.months {
		if len(t.years) == 0 || t.years[len(t.years)-1].year != m.year {
			t.years = append(t.years, &year{year: m.year, path: yearDir(m.year) + "/index.html"})
		}
		y := t.years[len(t.years)-1]
		y.months = append(y.months, m)
		y.count += len(m.events.unnoted)
	}
	t.places, t.placeOf = t.gather(func(e *event) []string { return e.Places }, t.placeGroup)
	t.kinds, t.kindOf = t.gather(func(e *event) []string { return nonEmpty(e.Kind) }, t.kindGroup)
}

// monthOf says under which month an event is listed; month 0 if that is not
// known, or the date reaches over a whole year.
func monthOf(e *event) (y, m int) {
	p := e.When.Start()
	if !given(p) {
		p = e.When.End()
	}
	d := edtf.DayOf(e.first)
	if p.Season > 0 || p.HasMonth && p.MonthMask == 0 {
		return d.Year, d.Month
	}
	return d.Year, 0
}

// laterMonths are the months after its first that an event of several days
// reaches into, 24 at most: what lasts longer is no event of months.
func (e *event) laterMonths() [][2]int {
	if e.when.Mark != "range" || !exact(e.When.Start()) {
		return nil
	}
	var out [][2]int
	a, b := edtf.DayOf(e.first), edtf.DayOf(e.last)
	for y, m := a.Year, a.Month; len(out) < 24; {
		if m++; m > 12 {
			y, m = y+1, 1
		}
		if y > b.Year || y == b.Year && m > b.Month {
			break
		}
		out = append(out, [2]int{y, m})
	}
	return out
}

// yearDir is the folder of a year: "2024", "-0043".
func yearDir(y int) string {
	s := edtf.Day{Year: y, Month: 1, Day: 1}.String()
	return strings.TrimSuffix(s, "-01-01")
}
