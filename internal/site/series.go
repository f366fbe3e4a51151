package site

import (
	"sort"
	"strings"
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
	for _, e := range a.events {
		if e.Series != nil && e.Series.Of == a.ID {
			return e.Series.What
		}
	}
	return ""
}

// seriesOf are the numbered rows that belong to an actor.
func (t *timeline) seriesOf(a *actor) []Series {
	rows := map[string][]*event{}
	for _, e := range t.events {
		if e.Series != nil && e.Series.Of == a.ID && e.Series.Number > 0 {
			rows[e.Series.What] = append(rows[e.Series.What], e)
		}
	}
	var out []Series
	for _, what := range sortedKeys(rows) {
		events := rows[what]
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

// stops are the places of a journey, else the states and places it was to.
func (t *timeline) stops(e *event, of *actor) string {
	var names []string
	for _, p := range e.Places {
		names = append(names, t.place(p).name)
	}
	for _, p := range e.parts {
		if len(e.Places) == 0 && p.who != nil && p.who != of && (p.who.Kind == "state" || p.who.Kind == "place") {
			names = append(names, p.who.name)
		}
	}
	return strings.Join(names, t.words.say("list_comma"))
}
