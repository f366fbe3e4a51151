package site

import (
	"sort"

	"fasti/internal/digest"
	"fasti/internal/ledger"
)

// latestMax is how many events the home page names as the latest.
const latestMax = 4

// newestEvents are the last things that happened, the newest first. What goes on
// "until 2030" has begun nobody knows when, and is not the newest for its end.
func (t *timeline) newestEvents(from string) []Link {
	var events []*event
	for _, e := range t.events.all()[:t.dated] {
		_, begun := e.When.Earliest()
		if begun && (e.Status == "happened" || e.Status == "alleged" || e.Status == "") {
			events = append(events, e)
		}
	}
	if len(events) <= latestMax {
		return nil
	}
	sort.SliceStable(events, func(i, j int) bool {
		if events[i].first != events[j].first {
			return events[i].first > events[j].first
		}
		return events[i].points > events[j].points
	})
	var out []Link
	for _, e := range events[:latestMax] {
		out = append(out, Link{Href: rel(from, e.path), Text: e.title(t.words), Lang: t.foreign(e.Lang), Note: t.stateNote(e, e.when.Label)})
	}
	return out
}

// rate says how much each event matters, for the choice of the key ones.
func (t *timeline) rate(articles []*ledger.Article) {
	c := digest.New(articles)
	for _, e := range t.events.all() {
		e.points = 10*c.Importance(e.Event).Importance + legible(e.Title) + 3*min(len(e.parts), 3)
	}
}

// standfirst is the line below the title: the owner's, else the timeline in
// figures.
func (t *timeline) standfirst(span string) string {
	if t.cfg.Description != "" || len(t.articles) == 0 {
		return t.cfg.Description
	}
	publishers := map[string]bool{}
	for _, r := range t.articles {
		publishers[publisherOf(r)] = true
	}
	return t.words.count("standfirst", t.events.count(), "span", span, "reports", t.words.count("reports", len(t.articles)), "publishers", t.words.count("publishers", len(publishers)))
}

// ahead leads to what is planned for after the end of a drawing.
func (t *timeline) ahead(a *axis, from string) Link {
	n := 0
	for _, e := range t.events.all()[:t.dated] {
		if e.Status == "planned" && e.first > a.to {
			n++
		}
	}
	if n == 0 {
		return Link{}
	}
	return Link{Href: rel(from, "planned/index.html"), Text: t.words.count("chart_ahead", n)}
}
