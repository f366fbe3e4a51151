package site

import "strconv"

// monthMax is how many events a page of a month lists; a fuller month is
// divided, between two days where that can be.
const monthMax = 500

// divide cuts the events of a month into the parts that its pages list.
func divide(events []*event, most int) [][]*event {
	var out [][]*event
	for len(events) > most {
		cut := most
		for cut > 0 && events[cut-1].first == events[cut].first {
			cut--
		}
		if cut == 0 { // a single day fills more than a page
			cut = most
		}
		out = append(out, events[:cut])
		events = events[cut:]
	}
	return append(out, events)
}

// partPath is the page of a month's n-th part, from 0.
func (m *month) partPath(n int) string {
	if n == 0 {
		return m.path
	}
	return yearDir(m.year) + "/" + twoDigits(m.number) + "/part-" + strconv.Itoa(n+1) + "/index.html"
}

// partName says from when to when a part reaches.
func (t *timeline) partName(events []*event) string {
	a, b := dayOf(events[0].first), dayOf(events[len(events)-1].first)
	if a == b {
		return t.words.dayLabel(a, true)
	}
	return t.words.say("date_from_to", "a", t.words.dayLabel(a, true), "b", t.words.dayLabel(b, true))
}

// partLinks leads to all parts of a month.
func (t *timeline) partLinks(m *month, parts [][]*event, from string) []Link {
	if len(parts) < 2 {
		return nil
	}
	var out []Link
	for i, events := range parts {
		path := m.partPath(i)
		out = append(out, Link{Href: rel(from, path), Text: t.partName(events), Note: t.words.number(len(events)), Current: path == from})
	}
	return out
}

// listed is the page of the calendar that lists an event with a year.
func (e *event) listed(t *timeline) string {
	if e.month.number == 0 || e.month.events.count() <= monthMax {
		return t.monthPath(e.month)
	}
	for i, part := range divide(e.month.events.all(), monthMax) {
		if e.position <= part[len(part)-1].position {
			return e.month.partPath(i)
		}
	}
	return e.month.path
}
