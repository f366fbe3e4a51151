package site

import (
	"slices"
	"sort"
	"strings"

	"fasti/internal/ledger"
)

// Series is a numbered row of like events, such as journeys.
type Series struct {
	Name string      `json:"name"`
	Rows []SeriesRow `json:"rows"`
}

// SeriesRow is one member.
type SeriesRow struct {
	Number  string `json:"number"`
	Href    string `json:"href"`
	Title   string `json:"title"`
	Lang    string `json:"lang"`
	When    string `json:"when"`
	Stops   string `json:"stops"`
	Reports string `json:"reports"`
}

// seriesName is what the first numbered row of an actor is called.
func seriesName(a *actor) string {
	for _, e := range a.events.all() {
		if e.Series != nil && e.Series.Of == a.ID {
			return e.Series.What
		}
	}
	return ""
}

// inRow is how many events of the timeline stand in a numbered row.
func (t *timeline) inRow(s *ledger.Series) int {
	n := 0
	if a := t.actorOf[s.Of]; a != nil {
		for _, e := range a.events.all() {
			if e.Series != nil && e.Series.Of == s.Of && e.Series.What == s.What && e.Series.Number > 0 {
				n++
			}
		}
	}
	return n
}

// seriesOf are the numbered rows that belong to an actor.
func (t *timeline) seriesOf(a *actor) []Series {
	rows := map[string][]*event{}
	for _, e := range a.events.all() {
		if e.Series != nil && e.Series.Of == a.ID && e.Series.Number > 0 {
			rows[e.Series.What] = append(rows[e.Series.What], e)
		}
	}
	var out []Series
	for _, what := range sortedKeys(rows) {
		events := rows[what]
		if len(events) < 2 { // one of a kind is no row
			continue
		}
		sort.SliceStable(events, func(i, j int) bool { return events[i].Series.Number < events[j].Series.Number })
		s := Series{Name: what}
		for _, e := range events {
			s.Rows = append(s.Rows, SeriesRow{
				Number: t.words.say("ordinal", "n", t.words.number(e.Series.Number)), Href: rel(a.path, e.path),
				Title: e.title(t.words), Lang: t.foreign(e.Lang), When: e.when.Short, Stops: t.stops(e, a), Reports: t.words.number(len(e.reports)),
			})
		}
		out = append(out, s)
	}
	return out
}

// stops are the places of a journey; if it has none of its own, those of the
// traveller's other events on its days; else the states and places that it
// was to.
func (t *timeline) stops(e *event, of *actor) string {
	var names []string
	add := func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, p := range e.Places {
		add(t.place(p).name)
	}
	if len(e.Places) == 0 && e.when.Mark == "range" {
		for _, o := range of.events.all() {
			if o == e || !o.bounded || o.first < e.first || o.last > e.last || !o.acts(of) {
				continue
			}
			for _, p := range o.Places {
				add(t.place(p).name)
			}
		}
	}
	if len(names) > 0 {
		return strings.Join(names, t.words.say("list_comma"))
	}
	for _, p := range e.parts {
		if p.who != nil && p.who != of && (p.who.Kind == "state" || p.who.Kind == "place") {
			add(p.who.name)
		}
	}
	return strings.Join(names, t.words.say("list_comma"))
}

// acts reports whether the actor does something in the event and is not only
// named.
func (e *event) acts(a *actor) bool {
	for _, p := range e.parts {
		if p.who == a && p.role == "actor" {
			return true
		}
	}
	return false
}
