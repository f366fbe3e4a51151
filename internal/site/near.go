package site

import (
	"sort"
)

// nearMax is how many neighbours by actor the page of an event shows.
const nearMax = 4

// near are the events closest in time in which two of the same actors take
// part, or one where no event has two.
func (t *timeline) near(e *event) []Link {
	if !e.bounded {
		return nil
	}
	shared := map[*event]int{}
	for _, p := range e.parts {
		if p.who == nil {
			continue
		}
		for _, o := range p.who.events.around(e) {
			if o != e && o.bounded {
				shared[o]++
			}
		}
	}
	var all []*event
	for o := range shared {
		all = append(all, o)
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if sa, sb := min(shared[a], 2), min(shared[b], 2); sa != sb {
			return sa > sb
		}
		if da, db := distance(e, a), distance(e, b); da != db {
			return da < db
		}
		return a.position < b.position
	})
	all = all[:min(len(all), nearMax)]
	sort.Slice(all, func(i, j int) bool { return all[i].position < all[j].position })
	var out []Link
	for _, o := range all {
		out = append(out, Link{Href: rel(e.path, o.path), Text: o.title(t.words), Lang: t.foreign(o.Lang), Note: t.stateNote(o, o.when.Short)})
	}
	return out
}

// nearReach is how far along an actor's events neighbours are looked for.
const nearReach = 40

// nearYears is over how many years they are noted by years.
const nearYears = 30

// around is the part of an actor's events that is near to one of them. Of a long
// list it notes the years that the part lies in and no others: whatever changes
// elsewhere, it stays the same part.
func (l *eventList) around(e *event) []*event {
	events := l.unnoted
	i := sort.Search(len(events), func(i int) bool { return events[i].position >= e.position })
	lo, hi := max(0, i-nearReach), min(len(events), i+nearReach+1)
	if len(events) <= 4*nearReach || i-lo < nearReach || hi-i <= nearReach || events[hi-1].month == nil {
		return l.all()[lo:hi]
	}
	first, last := events[lo].month.year, events[hi-1].month.year
	if last-first >= nearYears {
		return l.all()[lo:hi]
	}
	for y := first; y <= last; y++ { // those without an event too: there may be one tomorrow
		l.year(yearDir(y)).look()
	}
	return events[lo:hi]
}

func distance(a, b *event) int64 {
	if a.first > b.first {
		return a.first - b.first
	}
	return b.first - a.first
}

// neighbour is the event before or after in the order of the timeline.
func (t *timeline) neighbour(e *event, step int) Link {
	e.sides.look()
	i := e.position + step
	if i < 0 || i >= len(t.events.unnoted) {
		return Link{}
	}
	o := t.events.unnoted[i]
	return Link{Href: rel(e.path, o.path), Text: o.title(t.words), Lang: t.foreign(o.Lang), Note: t.stateNote(o, o.when.Label)}
}
