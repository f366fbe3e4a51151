package site

import (
	"sort"
)

// companion is another actor and the events shared with it.
type companion struct {
	who *actor
	n   int
}

func (t *timeline) seenWith(a *actor) []companion {
	n := map[*actor]int{}
	for _, e := range a.events.all() {
		seen := map[*actor]bool{a: true}
		for _, p := range e.parts {
			if p.who != nil && !seen[p.who] {
				seen[p.who] = true
				n[p.who]++
			}
		}
	}
	var out []companion
	for who, k := range n {
		out = append(out, companion{who, k})
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].n != out[j].n {
			return out[i].n > out[j].n
		}
		return out[i].who.ID < out[j].who.ID
	})
	return out
}

func withBars(t *timeline, a *actor, others []companion) []Link {
	var out []Link
	for i, o := range others[:min(len(others), 12)] {
		if i >= 6 && o.n < 2 {
			break
		}
		l := Link{Href: rel(a.path, o.who.path), Text: o.who.name, Note: t.words.number(o.n), Bar: pct(int64(o.n) * 10000 / int64(others[0].n))}
		if o.n >= pairMin {
			l.Type = rel(a.path, pairPath(a, o.who))
		}
		out = append(out, l)
	}
	return out
}

// actorChart draws the actor's events, its series, and those it is seen with.
func (t *timeline) actorChart(a *actor, others []companion) *Chart {
	x := t.newAxis(a.events.all())
	if x == nil || a.events.count() < 3 {
		return nil
	}
	w := t.words
	c := t.draw(x, a.path, 48)
	c.Title = w.say("actor_chart", "name", a.name)
	var bands []ChartDot
	for _, e := range a.events.all() {
		if e.Series != nil && e.Series.Of == a.ID {
			if d, ok := x.dot(e, false); ok && d.Shape == "range" {
				bands = append(bands, d)
			}
		}
	}
	c.Marks = t.actorMarks(x, a, a.events.all())
	if len(bands) > 0 {
		c.Lanes = append(c.Lanes, Lane{Name: capital(seriesName(a)), Count: w.number(len(bands)), Head: true, Dots: bands})
	}
	for _, o := range others[:min(len(others), 5)] {
		var shared []*event
		for _, e := range a.events.all() { // not the other's, who may have many more
			if e.has(o.who) {
				shared = append(shared, e)
			}
		}
		c.Lanes = append(c.Lanes, Lane{Name: t.shortName(o.who), Href: rel(a.path, o.who.path), Count: w.number(o.n), Bands: bands,
			Dots: t.actorMarks(x, a, shared)})
	}
	return &c
}

// actorMarks are some events of an actor's drawing, each with the way to its
// page, unless the actor has so many that the page has no room for that.
func (t *timeline) actorMarks(x *axis, a *actor, events []*event) []ChartDot {
	plain := func(e *event) bool { return !e.isKey }
	if a.events.count() > actorMax {
		return x.dots(events, plain)
	}
	return t.lane(x, events, plain, a.path)
}

func (e *event) has(a *actor) bool {
	for _, p := range e.parts {
		if p.who == a {
			return true
		}
	}
	return false
}
