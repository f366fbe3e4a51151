package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fasti/extract/event"
)

// cluster is the items that are one event.
type cluster struct {
	items    []*item // in canonical order
	articles map[string]bool
	series   int // number, 0 if none has one
	ids      map[string]string
	group    string
	fixed    string
	lo, hi   int64 // first and last day of the items dated to a day or two
	dated    bool
	happened bool
	undone   bool  // cancelled
	unreal   bool  // denied or hypothetical
	plan     int64 // day of the last article that speaks of a plan
	fact     int64 // day of the first article that speaks of what came of it
	links    []link
}

// link is why two items are one event.
type link struct {
	a, b *item
	rule string
}

// judged is a pair with its score.
type judged struct {
	pair
	verdict
}

// told says in words why two items were joined.
func (g *judged) told() string {
	return fmt.Sprintf("%d points of %d: %s", g.score, enough, strings.Join(g.why, ", "))
}

// clusterItems joins items into events: best pairs first, ties by canonical
// order, never across what rules a join out. The order of the articles has no
// say, since all is sorted before it is looked at.
func clusterItems(items []*item, trace bool) ([]*cluster, []Proposal) {
	findOver(items)
	s := newScorer(items)
	s.trace = trace
	var good, weak []judged
	for _, p := range candidates(items, s) {
		switch v := s.compare(items[p.a], items[p.b]); {
		case v.never:
		case v.score >= enough:
			good = append(good, judged{p, v})
		case v.score >= doubt:
			weak = append(weak, judged{p, v})
		}
	}
	slices.SortStableFunc(good, func(x, y judged) int { return cmp.Compare(y.score, x.score) })
	sets := newForest(len(items))
	clusters := make([]*cluster, len(items))
	for i, it := range items {
		clusters[i] = newCluster(it)
	}
	for _, p := range pinned(items) { // a person has said so
		x, y := clusters[sets.find(p.a)], clusters[sets.find(p.b)]
		if x != y {
			clusters[sets.union(p.a, p.b)] = x.absorb(y, link{items[p.a], items[p.b], "a person put them together"})
		}
	}
	for _, g := range good {
		a, b := sets.find(g.a), sets.find(g.b)
		if a == b || !clusters[a].takes(clusters[b]) {
			continue
		}
		x, y := clusters[a], clusters[b]
		why := link{a: items[g.a], b: items[g.b]}
		if trace {
			why.rule = g.told()
		}
		clusters[sets.union(a, b)] = x.absorb(y, why)
	}
	attach(items, sets, clusters)
	var out []*cluster
	for i := range items {
		if sets.find(i) == i {
			slices.SortFunc(clusters[i].items, func(x, y *item) int { return cmp.Compare(x.order, y.order) })
			out = append(out, clusters[i])
		}
	}
	var doubts []Proposal
	for _, w := range weak {
		a, b := sets.find(w.a), sets.find(w.b)
		if a != b && items[w.a].ev.Published && items[w.b].ev.Published && clusters[a].takes(clusters[b]) {
			doubts = append(doubts, Proposal{"event", items[w.a].ref(), items[w.b].ref(),
				fmt.Sprintf("alike by %d points of %d", w.score, enough)})
		}
	}
	return out, doubts
}

// pinned pairs the events that people have put into one group.
func pinned(items []*item) []pair {
	first := map[string]int{}
	var pairs []pair
	for i, it := range items {
		if it.group == "" || !it.pinned {
			continue
		}
		if j, ok := first[it.group]; ok {
			pairs = append(pairs, pair{j, i})
		} else {
			first[it.group] = i
		}
	}
	return pairs
}

// ref names an item by its evidence.
func (it *item) ref() string {
	return fmt.Sprintf("%s:%d", it.res.Article.Name, it.ev.Sources[0].Sentence)
}

func newCluster(it *item) *cluster {
	c := &cluster{
		items:    []*item{it},
		articles: map[string]bool{it.res.Article.Name: true},
		ids:      map[string]string{},
		group:    it.group, fixed: it.fixed,
		happened: it.ev.Status.Told(),
		undone:   it.ev.Status == event.Cancelled,
		unreal:   it.ev.Status.Unreal(),
	}
	if it.ev.Series != nil {
		c.series = it.ev.Series.Number
	}
	if it.span.ok && it.span.days() <= 2 {
		c.dated, c.lo, c.hi = true, it.span.lo, it.span.hi
	}
	if it.ev.Status == event.Planned {
		c.plan = it.day
	} else {
		c.fact = it.day
	}
	return c
}

// takes reports whether two clusters can be one: what no pair may hold, the
// whole may not hold either.
func (c *cluster) takes(d *cluster) bool {
	if len(c.items) < len(d.items) {
		c, d = d, c
	}
	for a := range d.articles {
		if c.articles[a] {
			return false
		}
	}
	switch {
	case differ(c.group, d.group), differ(c.fixed, d.fixed):
		return false
	case c.series > 0 && d.series > 0 && c.series != d.series:
		return false
	case c.dated && d.dated && max(c.hi, d.hi)-min(c.lo, d.lo) > 2:
		return false // chains of neighbouring days
	case c.happened && d.undone, c.undone && d.happened, c.unreal != d.unreal:
		return false
	}
	plan, fact := max(c.plan, d.plan), earliest(c.fact, d.fact)
	return plan == 0 || fact == 0 || plan <= fact
}

func differ(a, b string) bool { return a != "" && b != "" && a != b }

func earliest(a, b int64) int64 {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// absorb makes one cluster of two.
func (c *cluster) absorb(d *cluster, why link) *cluster {
	if len(c.items) < len(d.items) {
		c, d = d, c
	}
	c.items = append(c.items, d.items...)
	c.links = append(append(c.links, d.links...), why)
	for a := range d.articles {
		c.articles[a] = true
	}
	c.series = cmp.Or(c.series, d.series)
	c.group, c.fixed = cmp.Or(c.group, d.group), cmp.Or(c.fixed, d.fixed)
	switch {
	case c.dated && d.dated:
		c.lo, c.hi = min(c.lo, d.lo), max(c.hi, d.hi)
	case d.dated:
		c.dated, c.lo, c.hi = true, d.lo, d.hi
	}
	c.happened, c.undone, c.unreal = c.happened || d.happened, c.undone || d.undone, c.unreal || d.unreal
	c.plan, c.fact = max(c.plan, d.plan), earliest(c.fact, d.fact)
	return c
}
