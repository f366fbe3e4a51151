package site

import (
	"strconv"
	"strings"
)

// actorPart is a page of an actor whose events are too many for one: those of
// a year, or a part of them.
type actorPart struct {
	path   string
	name   string
	events []*event
}

// actorParts divides the events of an actor by years, those without a year
// last; nil if the actor's own page has them all.
func (t *timeline) actorParts(a *actor) []actorPart {
	if a.events.count() <= listable(a.events.all(), actorMax) {
		return nil
	}
	var out []actorPart
	dir := strings.TrimSuffix(a.path, "index.html")
	all := a.events.all()
	for i := 0; i < len(all); {
		j, m := i, all[i].month
		for j < len(all) && (all[j].month == nil) == (m == nil) && (m == nil || all[j].month.year == m.year) {
			j++
		}
		at, name := dir+"undated/", t.words.say("undated_title")
		if m != nil {
			at, name = dir+yearDir(m.year)+"/", t.words.year(m.year)
		}
		for k, events := range divide(all[i:j], monthMax) {
			p := actorPart{path: at + "index.html", name: name, events: events}
			if k > 0 {
				p.path = at + "part-" + strconv.Itoa(k+1) + "/index.html"
				p.name += " (" + t.words.number(k+1) + ")"
			}
			out = append(out, p)
		}
		i = j
	}
	return out
}

// actorPartLinks leads to all events of an actor.
func (t *timeline) actorPartLinks(parts []actorPart, from string) []Link {
	var out []Link
	for _, p := range parts {
		out = append(out, Link{Href: rel(from, p.path), Text: p.name, Note: t.words.number(len(p.events)), Current: p.path == from})
	}
	return out
}

// actorPartPages are the further pages of an actor with many events.
func (t *timeline) actorPartPages(a *actor) []List {
	var out []List
	parts := t.actorParts(a)
	for _, p := range parts {
		v := t.list(p.path, a.name+" – "+p.name)
		v.Here = "actors"
		v.Crumbs = t.crumbs(p.path, Link{Href: "a/index.html", Text: t.words.say("nav_actors")}, Link{Href: a.path, Text: a.name}, Link{Text: p.name})
		v.Dek = t.words.count("events", len(p.events))
		v.Parts, v.PartsName = t.actorPartLinks(parts, p.path), t.words.say("by_year")
		v.Months = t.byMonth(p.events, p.path)
		v.Filter = t.filter(p.events, p.path, nil)
		out = append(out, v)
	}
	return out
}

// Of a page with a list, gzipped: what a card takes beside its words, and how
// many bytes all cards may take so that the page keeps to 20 kB.
const (
	cardBytes = 55
	listBytes = 10_500
	listLeast = 20
)

// listable is how many of the events a page may list, at most so many. Words
// are taken to shrink to two fifths when they are packed.
func listable(events []*event, most int) int {
	if len(events) <= listLeast {
		return len(events)
	}
	words := 0
	for _, e := range events {
		words += len(e.Title) + len(e.Slug)/3 + 12*len(e.parts)
		if len(e.Sources) > 0 {
			words += min(len(e.Sources[0].Quote), 2000)
		}
	}
	card := cardBytes + words*2/5/len(events)
	return min(len(events), most, max(listLeast, listBytes/card))
}
