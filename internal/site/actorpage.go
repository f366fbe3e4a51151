package site

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ActorPage is the page of one actor.
type ActorPage struct {
	Page
	ID      string   `json:"id"`
	Kind    string   `json:"kind"` // the class for h-card: person, …
	Kicker  string   `json:"kicker"`
	Segs    []Seg    `json:"segs"` // the name, its last part set apart for a person
	Dek     string   `json:"dek"`
	Facts   []Fact   `json:"facts"`
	Names   []Link   `json:"names"` // Text with its Lang
	Chart   *Chart   `json:"chart"`
	Series  []Series `json:"series"`
	Offices []Link   `json:"offices"`
	Months  []Month  `json:"months"`
	With    []Link   `json:"with"`
	Roles   []Link   `json:"roles"`
	Feeds   []Link   `json:"follow"`
	History []Link   `json:"history"`
	More    string   `json:"more"`
}

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

func (t *timeline) actorPages() []ActorPage {
	var out []ActorPage
	for _, a := range t.actors {
		out = append(out, t.actorPage(a))
	}
	return out
}

func (t *timeline) actorPage(a *actor) ActorPage {
	w := t.words
	v := ActorPage{Page: t.page(a.path, "actor", "actors", a.name), ID: a.ID, Kind: a.Kind, Kicker: t.actorKicker(a)}
	v.Body = a.Body
	v.Segs = []Seg{{Text: a.name}}
	if s := surname(a.name); a.Kind == "person" && s != a.name {
		v.Segs = emphasis(a.name, s)
	}
	v.Crumbs = t.crumbs(a.path, Link{Href: "a/index.html", Text: w.say("nav_actors")}, Link{Text: a.name})
	reports := map[*report]bool{}
	for _, e := range a.events {
		for _, r := range e.reports {
			reports[r] = true
		}
	}
	v.Dek = w.count("actor_dek", len(a.events), "name", a.name, "total", w.number(len(t.events)), "reports", w.count("reports", len(reports)))
	v.Description = v.Dek
	v.Facts = t.actorFacts(a)
	v.Names = t.namesOf(a)
	others := t.seenWith(a)
	v.With = withBars(t, a, others)
	v.Chart = t.actorChart(a, others)
	v.Series = t.seriesOf(a)
	for _, r := range a.Roles {
		v.Offices = append(v.Offices, Link{Text: joinNonEmpty(", ", r.Title, t.idName(r.Of)), Note: t.term(r.From, r.To)})
	}
	events := a.events
	if len(events) > actorMax {
		events = a.strongest(actorMax)
		v.More = w.count("actor_more", len(a.events), "k", w.number(len(events)))
	}
	v.Months = t.byMonth(events, a.path)
	v.Roles = t.rolesOf(a)
	dir := strings.TrimSuffix(a.path, "index.html")
	v.Page.Feeds = append(v.Page.Feeds, Link{Href: "feed.xml", Text: a.name, Type: "application/atom+xml"})
	for _, f := range [][2]string{{"feed.xml", "Atom"}, {"events.ics", w.say("calendar")}, {"events.csv", "CSV"}, {"events.json", "JSON"}} {
		v.Feeds = append(v.Feeds, Link{Href: rel(a.path, dir+f[0]), Text: f[1]})
	}
	v.History = t.historyOf(a.ID)
	v.JSONLD = t.actorLD(a)
	return v
}

// actorMax is how many events the page of an actor lists; more are reached by
// the months and the data.
const actorMax = 150

// strongest picks the n best attested events, in their order.
func (a *actor) strongest(n int) []*event {
	all := append([]*event(nil), a.events...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].weight() > all[j].weight() })
	all = all[:n]
	sort.Slice(all, func(i, j int) bool { return all[i].position < all[j].position })
	return all
}

// actorKicker is the office that an actor holds, else its kind.
func (t *timeline) actorKicker(a *actor) string {
	for i := len(a.Roles) - 1; i >= 0; i-- {
		if r := a.Roles[i]; r.Title != "" {
			return joinNonEmpty(", ", r.Title, t.idName(r.Of))
		}
	}
	return t.words.named("actorkind", a.Kind)
}

// idName is the name of an actor by id; what is no id stands for itself.
func (t *timeline) idName(id string) string {
	if a := t.actorOf[id]; a != nil {
		return a.name
	}
	return id
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
	facts := []Fact{{Name: w.say("facts_events"), Value: w.number(len(a.events))}}
	var dated []*event
	for _, e := range a.events {
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

// wikidata is the address of an item, "" if the text is no item's number.
func wikidata(q string) string {
	if len(q) < 2 || len(q) > 12 || q[0] != 'Q' || strings.Trim(q[1:], "0123456789") != "" {
		return ""
	}
	return "https://www.wikidata.org/wiki/" + q
}

// namesOf lists the other names of an actor.
func (t *timeline) namesOf(a *actor) []Link {
	seen := map[string]bool{a.name: true}
	var out []Link
	for _, l := range sortedKeys(a.Names) {
		if n := a.Names[l]; !seen[n] {
			seen[n] = true
			out = append(out, Link{Text: n, Lang: l, Type: direction(l)})
		}
	}
	for _, n := range append([]string{a.Title}, a.KnownAs...) {
		if n != "" && !seen[n] {
			seen[n] = true
			out = append(out, Link{Text: n})
		}
	}
	return out
}

// companion is another actor and the events shared with it.
type companion struct {
	who *actor
	n   int
}

func (t *timeline) seenWith(a *actor) []companion {
	n := map[*actor]int{}
	for _, e := range a.events {
		seen := map[*actor]bool{a: true}
		for _, p := range e.parts {
			if p.who != nil && !seen[p.who] {
				seen[p.who] = true
				n[p.who]++
			}
		}
	}
	var out []companion
	for who, k := range n {
		out = append(out, companion{who, k})
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].n != out[j].n {
			return out[i].n > out[j].n
		}
		return out[i].who.ID < out[j].who.ID
	})
	return out
}

// pairMin is the number of shared events from which two actors get a page of
// their own.
const pairMin = 5

func withBars(t *timeline, a *actor, others []companion) []Link {
	var out []Link
	for i, o := range others[:min(len(others), 12)] {
		if i >= 6 && o.n < 2 {
			break
		}
		l := Link{Href: rel(a.path, o.who.path), Text: o.who.name, Note: t.words.number(o.n), Bar: pct(int64(o.n) * 10000 / int64(others[0].n))}
		if o.n >= pairMin {
			l.Type = rel(a.path, pairPath(a, o.who))
		}
		out = append(out, l)
	}
	return out
}

// actorChart draws the actor's events, its series, and those it is seen with.
func (t *timeline) actorChart(a *actor, others []companion) *Chart {
	x := t.newAxis(a.events)
	if x == nil || len(a.events) < 3 {
		return nil
	}
	w := t.words
	c := t.draw(x, a.path, 48)
	c.Title = w.say("actor_chart", "name", a.name)
	var bands []ChartDot
	for _, e := range a.events {
		if e.Series != nil && e.Series.Of == a.ID {
			if d, ok := x.dot(e, false); ok && d.Shape == "range" {
				bands = append(bands, d)
			}
		}
	}
	c.Marks = x.dots(a.events, func(e *event) bool { return !e.isKey })
	if len(bands) > 0 {
		c.Lanes = append(c.Lanes, Lane{Name: seriesName(a), Count: w.number(len(bands)), Head: true, Dots: bands})
	}
	for _, o := range others[:min(len(others), 5)] {
		var shared []*event
		for _, e := range o.who.events {
			if e.has(a) {
				shared = append(shared, e)
			}
		}
		c.Lanes = append(c.Lanes, Lane{Name: shortName(o.who), Href: rel(a.path, o.who.path), Count: w.number(o.n), Bands: bands,
			Dots: x.dots(shared, func(e *event) bool { return !e.isKey })})
	}
	return &c
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

func (e *event) has(a *actor) bool {
	for _, p := range e.parts {
		if p.who == a {
			return true
		}
	}
	return false
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
		names = append(names, t.placeOrWord("place", p))
	}
	for _, p := range e.parts {
		if len(e.Places) == 0 && p.who != nil && p.who != of && (p.who.Kind == "state" || p.who.Kind == "place") {
			names = append(names, p.who.name)
		}
	}
	return strings.Join(names, t.words.say("list_comma"))
}

func (t *timeline) rolesOf(a *actor) []Link {
	keys := sortedKeys(a.roles)
	sort.SliceStable(keys, func(i, j int) bool { return a.roles[keys[i]] > a.roles[keys[j]] })
	var out []Link
	for _, r := range keys {
		out = append(out, Link{Text: t.words.named("role", r), Note: t.words.number(a.roles[r])})
	}
	return out
}

// surname is the last part of a name, with the small words that belong to it
// ("bin Salman", "von der Leyen").
func surname(name string) string {
	parts := strings.Fields(name)
	if len(parts) < 2 {
		return name
	}
	i := len(parts) - 1
	for i > 1 {
		r, _ := utf8.DecodeRuneInString(parts[i-1])
		if !unicode.IsLower(r) && parts[i-1] != "Al" && parts[i-1] != "El" {
			break
		}
		i--
	}
	return strings.Join(parts[i:], " ")
}

// ActorIndex lists all actors.
type ActorIndex struct {
	Page
	Heading string    `json:"heading"`
	Dek     string    `json:"dek"`
	Kinds   []Link    `json:"kinds"`
	Chief   []Link    `json:"chief"`
	Letters []Letters `json:"letters"`
}

// Letters are the actors under one initial.
type Letters struct {
	Initial string `json:"initial"`
	Items   []Link `json:"items"`
}

func (t *timeline) actorIndex() ActorIndex {
	const path = "a/index.html"
	w := t.words
	v := ActorIndex{Page: t.page(path, "actors", "actors", w.say("nav_actors")), Heading: w.say("nav_actors")}
	v.Dek = w.count("actors_dek", len(t.actors))
	v.Description = v.Dek
	kinds := map[string]int{}
	for _, a := range t.actors {
		kinds[a.Kind]++
		initial := w.initial(a.name)
		if n := len(v.Letters); n == 0 || v.Letters[n-1].Initial != initial {
			v.Letters = append(v.Letters, Letters{Initial: initial})
		}
		l := &v.Letters[len(v.Letters)-1]
		l.Items = append(l.Items, Link{Href: rel(path, a.path), Text: a.name, Note: w.number(len(a.events)), Type: w.named("actorkind", a.Kind)})
	}
	for _, k := range []string{"person", "organisation", "state", "place", "group"} {
		if kinds[k] > 0 {
			v.Kinds = append(v.Kinds, Link{Text: w.named("actorkinds", k), Note: w.number(kinds[k]), Type: k})
		}
	}
	chief := t.chief(12)
	for _, a := range chief {
		v.Chief = append(v.Chief, Link{Href: rel(path, a.path), Text: a.name, Note: w.number(len(a.events)), Bar: pct(int64(len(a.events)) * 10000 / int64(len(chief[0].events)))})
	}
	return v
}

// initial is the letter that a name stands under.
func (w *words) initial(name string) string {
	for _, r := range sortKey(name) {
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return "#"
}
