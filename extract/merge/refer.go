package merge

import (
	"fasti/extract/event"
)

// aback is how many days an event lies behind when an article only refers to
// it: "the attack of 7 October".
const aback = 3

// occasion is what a reference gives to look an event up by.
type occasion struct {
	day  int64
	kind event.Kind
}

// attach joins bare references to the event that they mean. A reference gives
// a day of its own and a kind but no actors and no place; it takes for granted
// that everybody knows the event, so it means the one of that day and kind
// that more articles report than any other. Where no event stands out it stays
// alone.
func attach(items []*item, sets forest, clusters []*cluster) {
	known := map[occasion][]int{} // clusters with actors or places
	var bare []int
	for i, it := range items {
		if sets.find(i) != i || !it.span.ok || it.span.days() > 2 {
			continue
		}
		if it.refers() && len(clusters[i].items) == 1 {
			bare = append(bare, i)
			continue
		}
		for day := clusters[i].lo; day <= clusters[i].hi; day++ {
			at := occasion{day, it.ev.Kind}
			known[at] = append(known[at], i)
		}
	}
	chosen := make([]int, len(bare)) // for all before the first is joined, so that none changes the choice of another
	for n, i := range bare {
		chosen[n] = foremost(known[occasion{items[i].span.lo, items[i].ev.Kind}], clusters)
	}
	for n, i := range bare {
		if chosen[n] < 0 {
			continue
		}
		root := sets.find(chosen[n])
		if x, y := clusters[root], clusters[i]; x.takes(y) {
			clusters[sets.union(root, i)] = x.absorb(y, link{items[chosen[n]], items[i], "names no more than its day and kind, and most reports of these tell of this"})
		}
	}
}

// foremost is the cluster with most articles, -1 if two have as many.
func foremost(of []int, clusters []*cluster) int {
	best, tie := -1, false
	for _, i := range of {
		switch n := len(clusters[i].articles); {
		case best < 0 || n > len(clusters[best].articles):
			best, tie = i, false
		case n == len(clusters[best].articles):
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

// refers reports a bare reference to something that lies behind.
func (it *item) refers() bool {
	if len(it.actors) > 0 || len(it.places) > 0 || it.ev.Status != event.Happened {
		return false
	}
	own := it.ev.Basis == event.Explicit || it.ev.Basis == event.Inferred
	return own && it.day > 0 && it.day-it.span.hi >= aback
}
