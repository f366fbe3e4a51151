package merge

import (
	"cmp"
	"fmt"
	"slices"

	"fasti/extract/actor"
	"fasti/extract/event"
	"fasti/extract/title"
	"fasti/internal/edtf"
)

// compose makes the event of a cluster: the words of its best report, the
// date that most reports support, everybody who takes part in any of them.
func compose(c *cluster, cast *cast, opt Options) Event {
	date, basis := vote(c.items)
	status := c.status()
	best := c.best(status, opt.Lang)
	e := Event{Event: *best.ev}
	c.word(&e, status, opt.Lang)
	e.When, e.Basis, e.Status = date, basis, status
	e.Parts = c.parts(cast)
	e.Places = c.places(best, cast)
	e.Series = c.seriesOf(best, cast)
	e.Event.Sources = nil // the timeline's sources stand beside it, with their articles
	reports := map[string]bool{}
	for _, it := range c.items {
		e.Published = e.Published || it.ev.Published
		reports[it.res.Article.Name] = true
		e.Members = append(e.Members, Member{it.res.Article.Name, it.index})
	}
	e.Confidence = confidence(c.items)
	if opt.Trace {
		e.Decisions = c.decisions(&e)
	}
	e.Sources = c.sources(cast)
	e.Best = slices.IndexFunc(e.Sources, func(s Source) bool {
		return s.Article == best.res.Article.Name && s.Sentence == best.ev.Sources[0].Sentence
	})
	return e
}

// decisions tells why an event is what it is where its reports differ: which were
// joined and for which points, whose date, status and title it has, and what the
// others say. Odds are how many reports support a date.
func (c *cluster) decisions(e *Event) []event.Decision {
	var out []event.Decision
	for _, l := range c.links {
		a, b := l.a, l.b
		if b.order < a.order {
			a, b = b, a
		}
		out = append(out, event.Decision{What: "merged", Of: a.ref(), Value: b.ref(), Rule: l.rule})
	}
	if len(c.items) < 2 {
		return out
	}
	when := event.Decision{What: "when", Value: e.When, Rule: string(e.Basis)}
	claims := claimsOf(c.items)
	for _, x := range claims {
		if text := x.when.String(); text != e.When {
			when.Others = appendNew(when.Others, event.Alternative{Value: text, Odds: support(x, claims)})
		} else {
			when.Rule = fmt.Sprintf("%s, supported by %d", e.Basis, support(x, claims))
		}
	}
	for _, it := range c.items {
		if it.fixed != "" {
			when.Rule = "a person's"
		}
	}
	status := event.Decision{What: "status", Value: string(e.Status), Rule: "what came of a plan holds before the plan"}
	title := event.Decision{What: "title", Value: e.Title, Rule: "the wished language, worded, the surest"}
	for _, it := range c.items {
		if s := it.ev.Status; s != e.Status {
			status.Others = appendNew(status.Others, event.Alternative{Value: string(s)})
		}
		switch {
		case it.ev.Title != e.Title:
			title.Others = appendNew(title.Others, event.Alternative{Value: it.ev.Title})
		case title.Of == "":
			title.Of = it.ref()
		}
	}
	if len(status.Others) == 0 {
		status.Rule = "all reports say so"
	}
	return append(out, when, status, title)
}

// appendNew adds an alternative of which the list has none yet.
func appendNew(list []event.Alternative, a event.Alternative) []event.Alternative {
	for _, x := range list {
		if x.Value == a.Value {
			return list
		}
	}
	return append(list, a)
}

// confidence is that of the surest report, with a little for each other that
// says the same.
func confidence(items []*item) int {
	top := 0
	for _, it := range items {
		top = max(top, it.ev.Confidence)
	}
	return max(top, min(99, top+3*min(len(items)-1, 4)))
}

// status is what the latest reports say, what came of a plan before the plan.
func (c *cluster) status() event.Status {
	best := c.items[0].ev.Status
	for _, it := range c.items[1:] {
		if it.ev.Status.Rank() > best.Rank() {
			best = it.ev.Status
		}
	}
	return best
}

// best is the report to take the words from: published, of the event's status,
// naming who takes part, in the wished language, dated by its own words, the surest, the earliest.
func (c *cluster) best(status event.Status, lang string) *item {
	return slices.MinFunc(c.items, func(a, b *item) int {
		return cmp.Or(
			-boolean(a.ev.Published, b.ev.Published),
			-boolean(a.ev.Status == status, b.ev.Status == status),
			-boolean(len(a.actors) > 0, len(b.actors) > 0),
			-boolean(a.res.Article.Lang == lang, b.res.Article.Lang == lang),
			-boolean(a.ev.Basis.Rank() <= 2, b.ev.Basis.Rank() <= 2),
			-cmp.Compare(a.ev.Confidence, b.ev.Confidence),
			cmp.Compare(a.order, b.order),
		)
	})
}

// word gives the event its title: of all the reports', the one that says best
// what the event came to be.
func (c *cluster) word(e *Event, status event.Status, lang string) {
	choices := make([]title.Choice, 0, len(c.items))
	for _, it := range c.items {
		choices = append(choices, title.Choice{
			Text: it.ev.Title, Is: it.ev.TitleIs, Confidence: it.ev.TitleConfidence, Lang: it.res.Article.Lang,
			Status: it.ev.Status, Published: it.ev.Published,
		})
	}
	best := choices[title.Choose(choices, status, lang)]
	e.Title, e.TitleIs, e.TitleConfidence, e.Lang = best.Text, best.Is, best.Confidence, best.Lang
}

// boolean orders false before true.
func boolean(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// parts gives each actor the role that most reports give it.
func (c *cluster) parts(cast *cast) []event.Part {
	votes := map[int]map[event.Role]int{}
	var order []int
	for _, it := range c.items {
		for _, p := range it.actors {
			if votes[p.actor] == nil {
				votes[p.actor] = map[event.Role]int{}
				order = append(order, p.actor)
			}
			votes[p.actor][p.role]++
		}
	}
	var parts []event.Part
	for _, a := range order {
		best, count := event.Role(""), 0
		for r, n := range votes[a] {
			if n > count || n == count && cmp.Or(cmp.Compare(r.Rank(), best.Rank()), cmp.Compare(r, best)) < 0 {
				best, count = r, n
			}
		}
		parts = append(parts, event.Part{Actor: cast.actors[a].ID, Role: best})
	}
	slices.SortFunc(parts, func(a, b event.Part) int {
		return cmp.Or(cmp.Compare(a.Role.Rank(), b.Role.Rank()), cmp.Compare(a.Actor, b.Actor))
	})
	return parts
}

// places unites the reports' places, in the words of the best report where it
// has them.
func (c *cluster) places(best *item, cast *cast) []string {
	seen := map[string]bool{}
	var out []string
	take := func(it *item) {
		for i, p := range it.placesIn(cast) {
			if key := placeKey(it.res, it.ev.Places[i], cast); !seen[key] {
				seen[key] = true
				out = append(out, p)
			}
		}
	}
	take(best)
	for _, it := range c.items {
		take(it)
	}
	return out
}

// placesIn are the places of a report's event, as the timeline names them.
func (it *item) placesIn(cast *cast) []string {
	out := slices.Clone(it.ev.Places)
	for n, p := range out {
		if i := cast.of(it.res.Article.Name, p); i >= 0 {
			out[n] = cast.actors[i].ID
		}
	}
	return out
}

// elsewhere reports whether two reports name places and none in common.
func (c *cluster) elsewhere() bool {
	for i, a := range c.items {
		for _, b := range c.items[:i] {
			if len(a.places) > 0 && len(b.places) > 0 && !meets(a.places, b.places) {
				return true
			}
		}
	}
	return false
}

// seriesOf is the best report's series, or the first that a report has.
func (c *cluster) seriesOf(best *item, cast *cast) *event.Series {
	for _, it := range append([]*item{best}, c.items...) {
		if it.ev.Series == nil {
			continue
		}
		s := *it.ev.Series
		if i := cast.of(it.res.Article.Name, s.Of); i >= 0 {
			s.Of = cast.actors[i].ID
		} else if slices.ContainsFunc(it.res.Actors.Actors, func(a actor.Actor) bool { return a.ID == s.Of && a.Generic }) {
			s.Of = ""
		}
		return &s
	}
	return nil
}

// sources are the sentences of all reports, each once.
func (c *cluster) sources(cast *cast) []Source {
	var out []Source
	elsewhere := c.elsewhere()
	for _, it := range c.items {
		for _, s := range it.ev.Sources {
			src := Source{Source: s, Article: it.res.Article.Name, Lang: it.res.Article.Lang}
			src.Span = it.res.Article.InBody(s.Span)
			src.Quote = src.Span.Of(it.res.Article.Body)
			if s.Span.Contains(it.ev.Trigger) {
				src.Trigger = textOf(it.res, it.ev.Trigger)
			}
			if elsewhere {
				src.Places = it.placesIn(cast)
			}
			out = append(out, src)
		}
	}
	days := map[string]string{}
	for _, it := range c.items {
		days[it.res.Article.Name] = it.res.Article.Date
	}
	slices.SortStableFunc(out, func(a, b Source) int {
		return cmp.Or(cmp.Compare(days[a.Article], days[b.Article]), cmp.Compare(a.Article, b.Article),
			cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Start, b.Start))
	})
	return slices.CompactFunc(out, func(a, b Source) bool { return a.Article == b.Article && a.Span == b.Span })
}

// sortEvents puts the events in the order of the timeline.
func sortEvents(events []Event) {
	type place struct {
		date edtf.Key
		at   int
		*Event
	}
	// Places are sorted, since an event is large and would be moved many times.
	all := make([]place, len(events))
	places := make([]*place, len(events))
	for i := range events {
		all[i] = place{dateOf(events[i].When).Key(), i, &events[i]}
		places[i] = &all[i]
	}
	slices.SortFunc(places, func(a, b *place) int {
		if c := a.date.Compare(&b.date); c != 0 {
			return c
		}
		if c := cmp.Compare(a.Title, b.Title); c != 0 {
			return c
		}
		x, y := &a.Sources[0], &b.Sources[0]
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Sentence, y.Sentence),
			cmp.Compare(a.Trigger.Start, b.Trigger.Start), cmp.Compare(a.Trigger.End, b.Trigger.End), a.at-b.at)
	})
	sorted := make([]Event, len(events))
	for i, e := range places {
		sorted[i] = *e.Event
	}
	copy(events, sorted)
}
