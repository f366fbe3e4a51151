package site

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

// compare draws the events of two actors side by side, and those of both. Where
// one has very many, the bars are those of both, and of the one it is only said
// that there are as many: else whatever such an actor does would change the pages
// of all pairs that it belongs to.
func (t *timeline) compare(a, b *actor, shared []*event, from string) *Chart {
	all, label := union(a.events.all(), b.events.all()), ""
	x := t.emptyAxis(all)
	if x == nil {
		return nil
	}
	if max(len(a.events.all()), len(b.events.all())) > tickMax {
		all, label = shared, t.words.say("pair_both")
	}
	x.count(all)
	c := t.draw(x, from, 40)
	c.Label = label
	c.Title = t.words.say("pair", "a", a.name, "b", b.name)
	key := func(e *event) bool { return !e.isKey }
	for _, l := range []struct {
		name, href string
		events     []*event
	}{{t.shortName(a), rel(from, a.path), a.events.all()}, {t.shortName(b), rel(from, b.path), b.events.all()}, {t.words.say("pair_both"), "", shared}} {
		count := t.words.number(min(len(l.events), tickMax))
		if len(l.events) > tickMax {
			count += "+"
		}
		c.Lanes = append(c.Lanes, Lane{Name: l.name, Href: l.href, Count: count, Dots: t.lane(x, l.events, key, from)})
	}
	return &c
}

// union is the events of two lists in the order of the timeline, each once.
func union(a, b []*event) []*event {
	out := make([]*event, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].position < b[0].position:
			out, a = append(out, a[0]), a[1:]
		case a[0].position > b[0].position:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
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
