package site

import (
	"slices"
	"sort"
	"strings"
)

// ActorPage is the page of one actor.
type ActorPage struct {
	Page
	ID         string   `json:"id"`
	Kind       string   `json:"kind"` // the class for h-card: person, …
	Kicker     string   `json:"kicker"`
	KickerLang string   `json:"kicker_lang"` // if not the page's
	Segs       []Seg    `json:"segs"`        // the name, its last part set apart for a person
	Dek        string   `json:"dek"`
	See        Link     `json:"see"` // the page of what happened there, for a place
	Facts      []Fact   `json:"facts"`
	Names      []Link   `json:"names"` // Text with its Lang
	Chart      *Chart   `json:"chart"`
	Map        *Map     `json:"map"`
	Photo      *Photo   `json:"photo"`
	Series     []Series `json:"series"`
	Offices    []Link   `json:"offices"`
	Filter     *Filter  `json:"filter"`
	Months     []Month  `json:"months"`
	With       []Link   `json:"with"`
	Roles      []Link   `json:"roles"`
	Feeds      []Link   `json:"follow"`
	History    []Link   `json:"history"`
	More       string   `json:"more"`
	Years      []Link   `json:"years"` // the pages with all events, if there are too many for this one
}

func (t *timeline) actorPage(a *actor) ActorPage {
	w := t.words
	v := ActorPage{Page: t.page(a.path, "actor", "actors", a.name), ID: a.ID, Kind: a.Kind}
	if a.NoIndex {
		v.Robots = "noindex"
	}
	v.Kicker, v.KickerLang = t.actorKicker(a)
	v.Body, v.source = a.Body, source{a.Path, a.BodyLine()}
	if len(t.cfg.Editions) > 0 {
		v.BodyLang = t.foreign(t.cfg.Editions[0].Language)
	}
	v.Segs = []Seg{{Text: a.name}}
	if s := surname(a.name); a.Kind == "person" && s != a.name {
		v.Segs = emphasis(a.name, s)
	}
	v.Crumbs = t.crumbs(a.path, Link{Href: "a/index.html", Text: w.say("nav_actors")}, Link{Text: a.name})
	reports := map[*report]bool{}
	for _, e := range a.events.all() {
		for _, r := range e.reports {
			reports[r] = true
		}
	}
	v.Dek = w.count("actor_dek", a.events.count(), "name", a.name, "reports", w.count("reports", len(reports)))
	if len(reports) == 0 {
		v.Dek = w.count("actor_dek_byhand", a.events.count(), "name", a.name, "total", w.number(t.events.count()))
	}
	v.Description, v.Modified = v.Dek, t.lastOf(a.events.all())
	v.Facts = t.actorFacts(a)
	v.Names = t.namesOf(a)
	if g := t.placeOf[a.ID]; g != nil && g.actor == a {
		v.See = Link{Href: rel(a.path, g.path), Text: w.count("actor_place", g.events.count())}
	}
	others := t.seenWith(a)
	v.With = withBars(t, a, others)
	v.Photo = t.photo(a.Image, a.path)
	t.sharePicture(a.Image, &v.Page)
	v.Chart, v.Map = t.actorChart(a, others), t.mapOf(a.events.all(), a.path, true)
	v.Series = t.seriesOf(a)
	for _, r := range w.offices.titles(a.Roles, w.short()) {
		v.Offices = append(v.Offices, Link{Text: joinNonEmpty(", ", r.Title, t.idName(r.Of)), Lang: t.foreign(w.offices.of(r.Title).lang), Note: t.term(r.From, r.To)})
	}
	events, more := t.best(a.events.all(), listable(a.events.all(), actorMax))
	v.More = more
	v.Years = t.actorPartLinks(t.actorParts(a), a.path)
	v.Months = t.byMonth(events, a.path)
	v.Filter = t.filter(events, a.path, nil)
	v.Roles = t.rolesOf(a)
	dir := strings.TrimSuffix(a.path, "index.html")
	v.Page.Feeds = append(v.Page.Feeds,
		Link{Href: "feed.xml", Text: a.name, Type: "application/atom+xml"}, Link{Href: "feed.json", Text: a.name, Type: "application/feed+json"})
	v.Feeds = dataLinks(a.path, dir)
	v.History = t.historyOf(a.ID)
	v.JSONLD = t.actorLD(a, v.Dek)
	return v
}

// actorMax is how many events the page of an actor lists; more are reached by
// the pages of its years.
const actorMax = 150

// actorKicker is the office that an actor holds, else its kind.
func (t *timeline) actorKicker(a *actor) (text, lang string) {
	o := t.words.offices
	roles := o.titles(a.Roles, t.words.short())
	for i := len(roles) - 1; i >= 0; i-- {
		if r := roles[i]; r.Title != "" {
			return joinNonEmpty(", ", r.Title, t.idName(r.Of)), t.foreign(o.of(r.Title).lang)
		}
	}
	return t.words.named("actorkind", a.Kind), ""
}

// term is an office's time.
func (t *timeline) term(from, to string) string {
	w := t.words
	a, b := t.dateWord(from), t.dateWord(to)
	switch {
	case a == "" && b == "":
		return ""
	case b == "":
		return w.say("date_since", "x", a)
	case a == "":
		return w.say("date_until", "x", b)
	}
	return w.say("date_from_to", "a", a, "b", b)
}

func (t *timeline) actorFacts(a *actor) []Fact {
	w := t.words
	facts := []Fact{{Name: w.say("facts_events"), Value: w.number(a.events.count())}}
	var dated []*event
	for _, e := range a.events.all() {
		if e.bounded {
			dated = append(dated, e)
		}
	}
	if n := len(dated); n > 0 {
		facts = append(facts, Fact{Name: w.say("first_seen"), Value: dated[0].when.Label, Href: rel(a.path, dated[0].path)})
		if n > 1 {
			facts = append(facts, Fact{Name: w.say("last_seen"), Value: dated[n-1].when.Label, Href: rel(a.path, dated[n-1].path)})
		}
	}
	if a.Wikidata != "" {
		facts = append(facts, Fact{Name: w.say("identifiers"), Value: "Wikidata " + a.Wikidata, Href: wikidata(a.Wikidata)})
	}
	return facts
}

func (t *timeline) rolesOf(a *actor) []Link {
	keys := sortedKeys(a.roles)
	sort.SliceStable(keys, func(i, j int) bool { return a.roles[keys[i]] > a.roles[keys[j]] })
	var out []Link
	for _, r := range keys {
		out = append(out, Link{Text: t.words.named("role", r), Note: joinNonEmpty(" · ", t.roleSpan(a, r), t.words.number(a.roles[r]))})
	}
	return out
}

// roleSpan is from when to when an actor has a role in the timeline.
func (t *timeline) roleSpan(a *actor, role string) string {
	w := t.words
	var first, last string
	for _, e := range a.events.all() {
		if !e.bounded || !slices.ContainsFunc(e.parts, func(p part) bool { return p.who == a && p.role == role }) {
			continue
		}
		p := e.When.Start()
		if !given(p) {
			p = e.When.End()
		}
		last = w.where(p)
		if first == "" {
			first = last
		}
	}
	if first == last {
		return first
	}
	return w.say("date_from_to", "a", first, "b", last)
}
