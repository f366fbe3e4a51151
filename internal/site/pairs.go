package site

import "sort"

// pairMin is the number of shared events from which two actors get a page of
// their own.
const pairMin = 3

// pairPath is the page of two actors, the same from both sides.
func pairPath(a, b *actor) string {
	if a.ID > b.ID {
		a, b = b, a
	}
	return "a/" + a.ID + "/" + b.ID + "/index.html"
}

// compare draws the events of two actors side by side, and those of both.
func (t *timeline) compare(a, b *actor, shared []*event, from string) *Chart {
	union := append([]*event(nil), a.events.all()...)
	for _, e := range b.events.all() {
		if !e.has(a) {
			union = append(union, e)
		}
	}
	sort.Slice(union, func(i, j int) bool { return union[i].position < union[j].position })
	x := t.newAxis(union)
	if x == nil {
		return nil
	}
	c := t.draw(x, from, 40)
	c.Title = t.words.say("pair", "a", a.name, "b", b.name)
	key := func(e *event) bool { return !e.isKey }
	for _, l := range []struct {
		name, href string
		events     []*event
	}{{t.shortName(a), rel(from, a.path), a.events.all()}, {t.shortName(b), rel(from, b.path), b.events.all()}, {t.words.say("pair_both"), "", shared}} {
		c.Lanes = append(c.Lanes, Lane{Name: l.name, Href: l.href, Count: t.words.number(len(l.events)), Dots: t.lane(x, l.events, key, from)})
	}
	return &c
}

// pairPages are the pages of the actors that share enough events.
func (t *timeline) pairPages() []listMaker {
	var out []listMaker
	for _, a := range t.actors {
		for _, o := range t.seenWith(a) {
			if o.n < pairMin || a.ID > o.who.ID {
				continue
			}
			out = append(out, listMaker{pairPath(a, o.who), func() List { return t.pairPage(a, o) }})
		}
	}
	return out
}

// pairPage is the page of an actor and another that it shares events with.
func (t *timeline) pairPage(a *actor, o companion) List {
	a.own.look()
	o.who.own.look()
	path := pairPath(a, o.who)
	v := t.list(path, t.words.say("pair", "a", a.name, "b", o.who.name))
	v.Page = t.page(path, "list", "actors", v.Heading)
	v.Description = joinNonEmpty(" – ", v.Heading, t.cfg.Title)
	v.Crumbs = t.crumbs(path, Link{Href: "a/index.html", Text: t.words.say("nav_actors")}, Link{Href: a.path, Text: a.name}, Link{Href: o.who.path, Text: o.who.name})
	v.Dek = t.words.count("pair_dek", o.n, "a", a.name, "b", o.who.name)
	var shared []*event
	for _, e := range a.events.all() {
		if e.has(o.who) {
			shared = append(shared, e)
		}
	}
	events, more := t.best(shared, listMax)
	v.Months, v.More = t.byMonth(events, path), more
	v.Chart = t.compare(a, o.who, shared, path)
	return v
}
