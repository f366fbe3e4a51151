package site

import (
	"slices"
	"strings"

	"fasti/internal/edtf"
)

// orderDays puts the events of one date into the order in which they happened,
// as far as it is known: by the time of day, then as the report tells them that
// tells of most of them, then as the others do. Without reports the order is
// that of ids.
func (t *timeline) orderDays() {
	for i := 0; i < len(t.events.unnoted); {
		j := i + 1
		for j < len(t.events.unnoted) && t.events.unnoted[j].bounded == t.events.unnoted[i].bounded && edtf.Compare(t.events.unnoted[j].When, t.events.unnoted[i].When) == 0 {
			j++
		}
		if j-i > 1 {
			copy(t.events.unnoted[i:j], told(t.events.unnoted[i:j]))
		}
		i = j
	}
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
	}
	by := map[string][]place{}
	for _, e := range events {
		first := map[string]int{}
		for _, s := range e.Sources {
			if n, ok := first[s.Article]; !ok || s.Sentence < n {
				first[s.Article] = s.Sentence
			}
		}
		for article, n := range first {
			by[article] = append(by[article], place{e, n})
		}
	}
	names := sortedKeys(by)
	slices.SortStableFunc(names, func(a, b string) int { return len(by[b]) - len(by[a]) })
	var out [][]*event
	for _, name := range names {
		places := by[name]
		slices.SortFunc(places, func(a, b place) int {
			if a.sentence != b.sentence {
				return a.sentence - b.sentence
			}
			return strings.Compare(a.e.ID, b.e.ID)
		})
		telling := make([]*event, len(places))
		for i, p := range places {
			telling[i] = p.e
		}
		out = append(out, telling)
	}
	return out
}
