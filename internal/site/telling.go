package site

import (
	"cmp"
	"slices"
	"strings"

	"fasti/internal/edtf"
)

// orderDays puts the events of one date into the order in which they happened,
// as far as it is known.
func (t *timeline) orderDays() {
	for i := 0; i < len(t.events.unnoted); {
		j := i + 1
		for j < len(t.events.unnoted) && t.events.unnoted[j].bounded == t.events.unnoted[i].bounded && edtf.Compare(t.events.unnoted[j].When, t.events.unnoted[i].When) == 0 {
			j++
		}
		if j-i > 1 {
			copy(t.events.unnoted[i:j], t.dayInOrder(t.events.unnoted[i:j]))
		}
		i = j
	}
}

// dayInOrder puts events of one date into order: by the time of day where it is
// told, else as the report tells them that tells of most of them, then as the
// others do; what looks back stands before what it looks back from. Without
// reports the order is that of ids.
func (t *timeline) dayInOrder(events []*event) []*event {
	out := told(events)
	for _, telling := range tellings(events) {
		for k, e := range telling {
			if k > 0 && slices.ContainsFunc(e.Sources, t.before) {
				out = slices.DeleteFunc(out, func(x *event) bool { return x == e })
				out = slices.Insert(out, slices.Index(out, telling[k-1]), e)
			}
		}
	}
	return t.byClock(out)
}

// byClock puts the events whose time of day is told into its order; the others
// stay behind what they follow.
func (t *timeline) byClock(events []*event) []*event {
	type run struct { // an event with a time, and what follows it without one
		minute int
		events []*event
	}
	var runs []run
	for _, e := range events {
		if m := t.moment(e); m.known || len(runs) == 0 {
			minute := -1
			if m.known {
				minute = m.minute
			}
			runs = append(runs, run{minute: minute})
		}
		last := &runs[len(runs)-1]
		last.events = append(last.events, e)
	}
	slices.SortStableFunc(runs, func(a, b run) int { return a.minute - b.minute })
	var out []*event
	for _, r := range runs {
		out = append(out, r.events...)
	}
	return out
}

// told is the order in which reports tell events.
func told(events []*event) []*event {
	tellings := tellings(events)
	var out []*event
	placed := map[*event]bool{}
	for _, telling := range tellings {
		at := 0 // behind the last of this telling that has a place
		for k, e := range telling {
			if placed[e] {
				at = slices.Index(out, e) + 1
				continue
			}
			if at == 0 { // before the first of the telling that has one
				at = firstOf(telling[k+1:], out, placed)
			}
			out = slices.Insert(out, at, e)
			placed[e] = true
			at++
		}
	}
	for _, e := range events {
		if !placed[e] {
			out = append(out, e)
		}
	}
	return out
}

// firstOf is the place of the first of the events that has one, else the end.
func firstOf(events, out []*event, placed map[*event]bool) int {
	for _, e := range events {
		if placed[e] {
			return slices.Index(out, e)
		}
	}
	return len(out)
}

// tellings are the events as each report tells them, the report that tells of
// most first.
func tellings(events []*event) [][]*event {
	type place struct {
		e        *event
		sentence int
		word     int // where in it the word stands that carries the event
	}
	by := map[string][]place{}
	for _, e := range events {
		first := map[string]place{}
		for _, s := range e.Sources {
			if p, ok := first[s.Article]; !ok || s.Sentence < p.sentence {
				first[s.Article] = place{e, s.Sentence, max(0, strings.Index(s.Quote, s.Trigger))}
			}
		}
		for article, p := range first {
			by[article] = append(by[article], p)
		}
	}
	names := sortedKeys(by)
	slices.SortStableFunc(names, func(a, b string) int { return len(by[b]) - len(by[a]) })
	var out [][]*event
	for _, name := range names {
		places := by[name]
		slices.SortFunc(places, func(a, b place) int {
			return cmp.Or(a.sentence-b.sentence, a.word-b.word, strings.Compare(a.e.ID, b.e.ID))
		})
		telling := make([]*event, len(places))
		for i, p := range places {
			telling[i] = p.e
		}
		out = append(out, telling)
	}
	return out
}
