package site

import (
	"sort"

	"fasti/internal/fold"
)

// Filter is what a reader can narrow a list of events by. Each choice says how
// many of the events on the page it leaves; the script does the rest and keeps
// the choice in the address behind #.
type Filter struct {
	Chips  []Choice `json:"chips"` // the chief actors, a button each
	Actors []Choice `json:"actors"`
	Kinds  []Choice `json:"kinds"`
	Places []Choice `json:"places"`
	Review []Choice `json:"review"`
	Status []Choice `json:"status"`
	Langs  []Choice `json:"langs"` // of the reports
	First  string   `json:"first"` // days that the events lie between, for the fields of dates
	Last   string   `json:"last"`
	Typed  bool     `json:"typed"` // dates that no date field can hold are typed
	Open   bool     `json:"open"`  // its fields are in view at once: to narrow down is what the page is for
}

// Choice is one value of a filter.
type Choice struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Count string `json:"count"`
	Href  string `json:"href"` // of the page with all its events, if this page has not all
	All   string `json:"all"`  // the words of that link
}

// filterMin is the number of events from which a list can be narrowed, and
// choiceMax how many values a menu offers, the most frequent ones.
const (
	filterMin = 6
	choiceMax = 60
)

// filter makes the controls for the events listed on the page from, with
// buttons for the given actors.
func (t *timeline) filter(events []*event, from string, chips []*actor) *Filter {
	if len(events) < filterMin {
		return nil
	}
	w := t.words
	v := &Filter{}
	actors, kinds, places, states, langs := choices{}, choices{}, choices{}, choices{}, choices{}
	reviewed := 0
	for _, e := range events {
		t.offer(e, actors, kinds, places)
		states.add(e, e.Status, w.named("status", e.Status), "", nil)
		for _, r := range e.reports {
			if r.Lang != "" {
				langs.add(e, r.Lang, w.named("lang", r.Lang), "", nil)
			}
		}
		if !e.unreviewed() {
			reviewed++
		}
	}
	for _, a := range chips {
		if c := actors[a.ID]; c != nil {
			chip := *c
			chip.Text = t.shortName(a)
			v.Chips = append(v.Chips, t.finish(chip, from))
		}
	}
	v.Actors, v.Kinds, v.Places = t.menu(actors, len(events), from), t.menu(kinds, len(events), from), t.menu(places, len(events), from)
	v.Status, v.Langs = t.menu(states, len(events), from), t.menu(langs, len(events), from)
	if n := len(events) - reviewed; n > 0 && reviewed > 0 {
		v.Review = []Choice{
			{ID: "1", Text: w.say("filter_reviewed"), Count: w.number(reviewed)},
			{ID: "0", Text: w.say("filter_automatic"), Count: w.number(n)},
		}
	}
	v.between(events)
	return v
}

// offer counts an event under each of its values.
func (t *timeline) offer(e *event, actors, kinds, places choices) {
	for _, p := range e.parts {
		if p.who != nil {
			actors.add(e, p.who.ID, p.who.name, p.who.path, &p.who.events)
		}
	}
	if g := t.kindOf[e.Kind]; g != nil {
		kinds.add(e, g.id, g.name, g.path, &g.events)
	}
	for _, p := range e.Places {
		if g := t.placeOf[p]; g != nil {
			places.add(e, g.id, g.name, g.path, &g.events)
		}
	}
}

// between sets the days that the events lie between.
func (v *Filter) between(events []*event) {
	var first, last int64
	dated := false
	for _, e := range events {
		if !e.bounded {
			continue
		}
		if !dated || e.first < first {
			first = e.first
		}
		if !dated || e.last > last {
			last = e.last
		}
		dated = true
	}
	if !dated || first == last {
		return
	}
	a, b := dayOf(first), dayOf(last)
	v.First, v.Last = a.String(), b.String()
	v.Typed = a.Year < 1 || b.Year > 9999
}

// choices are the values of one filter by their ids.
type choices map[string]*choice

type choice struct {
	Choice
	path string
	n    int        // of the page's events
	all  *eventList // wherever they are; nil if no page has them
	last *event
}

// add counts an event under a value, once.
func (c choices) add(e *event, id, name, path string, all *eventList) {
	v := c[id]
	if v == nil {
		v = &choice{Choice: Choice{ID: id, Text: name}, path: path, all: all}
		c[id] = v
	}
	if v.last != e {
		v.last = e
		v.n++
	}
}

// menu lists the most frequent values by name.
func (t *timeline) menu(c choices, events int, from string) []Choice {
	all := make([]*choice, 0, len(c))
	for _, id := range sortedKeys(c) {
		if c[id].n < events { // what all have in common narrows nothing
			all = append(all, c[id])
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].n > all[j].n })
	all = all[:min(len(all), choiceMax)]
	sort.SliceStable(all, func(i, j int) bool { return fold.Key(all[i].Text) < fold.Key(all[j].Text) })
	var out []Choice
	for _, v := range all {
		out = append(out, t.finish(*v, from))
	}
	return out
}

// finish adds to a value its count and the way to all of its events. How many
// those are is not said: every list would change with each event.
func (t *timeline) finish(v choice, from string) Choice {
	v.Count = t.words.number(v.n)
	if v.path != from && v.all != nil && v.all.more(v.n) {
		v.Href, v.All = rel(from, v.path), t.words.say("filter_all_of")
	}
	return v.Choice
}

// eventsOf are the events that a list of months shows, in order.
func (t *timeline) eventsOf(months []Month) []*event {
	var out []*event
	for _, m := range months {
		for _, d := range m.Days {
			for _, c := range d.Cards {
				if e := t.byID[c.ID]; e != nil {
					out = append(out, e)
				}
			}
		}
	}
	return out
}
