package site

// pairMin is the number of shared events from which two actors get a page of
// their own.
const pairMin = 5

// pairPath is the page of two actors, the same from both sides.
func pairPath(a, b *actor) string {
	if a.ID > b.ID {
		a, b = b, a
	}
	return "a/" + a.ID + "/" + b.ID + "/index.html"
}

// pairPages are the pages of the actors that share enough events.
func (t *timeline) pairPages() []List {
	var out []List
	for _, a := range t.actors {
		for _, o := range t.seenWith(a) {
			if o.n < pairMin || a.ID > o.who.ID {
				continue
			}
			path := pairPath(a, o.who)
			v := t.list(path, t.words.say("pair", "a", a.name, "b", o.who.name))
			v.Page = t.page(path, "list", "actors", v.Heading)
			v.Description = joinNonEmpty(" – ", v.Heading, t.cfg.Title)
			v.Crumbs = t.crumbs(path, Link{Href: "a/index.html", Text: t.words.say("nav_actors")}, Link{Href: a.path, Text: a.name}, Link{Href: o.who.path, Text: o.who.name})
			v.Dek = t.words.count("pair_dek", o.n, "a", a.name, "b", o.who.name)
			var shared []*event
			for _, e := range a.events {
				if e.has(o.who) {
					shared = append(shared, e)
				}
			}
			events, more := t.best(shared, listMax)
			v.Months, v.More = t.byMonth(events, path), more
			out = append(out, v)
		}
	}
	return out
}
