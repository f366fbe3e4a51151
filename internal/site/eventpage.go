package site

import (
	"sort"
	"strings"

	"fasti/internal/ledger"
)

// EventPage is the page of one event.
type EventPage struct {
	Page
	ID       string    `json:"id"`
	Heading  string    `json:"heading"`
	HLang    string    `json:"hlang"`
	HDir     string    `json:"hdir"`
	Kind     Link      `json:"kind"`
	Places   []Link    `json:"places"`
	When     When      `json:"when"`
	DateNote string    `json:"date_note"`
	Status   string    `json:"status"`
	StatusOf string    `json:"status_note"`
	State    string    `json:"state"`
	Review   string    `json:"review"` // in words
	Auto     bool      `json:"auto"`
	Series   Link      `json:"series"`
	Quotes   []Quote   `json:"quotes"`
	Reports  string    `json:"reports"` // heading: "What the sources say · 3 reports"
	NoSource string    `json:"nosource"`
	Claims   []Claim   `json:"claims"`
	History  []Link    `json:"history"`
	Mini     *Chart    `json:"mini"`
	Spot     *ChartDot `json:"spot"`
	Position string    `json:"position"`
	People   []Link    `json:"people"`
	Near     []Link    `json:"near"`
	Cite     string    `json:"cite"`
	Bibtex   string    `json:"bibtex"`
	Data     []Link    `json:"data"`
	Prev     Link      `json:"prev"`
	Next     Link      `json:"next"`
}

// eventPages are the pages of all published events. The drawing of the whole
// timeline is the same on each, so it is made once.
func (t *timeline) eventPages() []EventPage {
	a := t.newAxis(t.events[:t.dated])
	var mini *Chart
	if a != nil {
		c := t.draw(a, "e/x/index.html", 34)
		mini = &Chart{Bars: c.Bars}
	}
	out := make([]EventPage, 0, len(t.events))
	for _, e := range t.events {
		out = append(out, t.eventPage(e, a, mini))
	}
	return out
}

func (t *timeline) eventPage(e *event, a *axis, mini *Chart) EventPage {
	w := t.words
	c := t.card(e, e.path)
	v := EventPage{
		Page: t.page(e.path, "event", "", e.title(w)), ID: e.ID, Heading: c.Title, HLang: c.Lang, HDir: c.Dir,
		Kind: c.Kind, Places: c.Places, When: e.when, Status: c.Status, State: c.State, Auto: c.Auto,
		Quotes: t.quotes(e, e.path), Claims: t.claims(e),
	}
	v.Body = e.Body
	v.Description = e.description(t)
	v.Crumbs = t.crumbs(e.path, t.eventCrumb(e), Link{Text: e.title(w), Lang: c.Lang})
	if c.Status != "" {
		v.StatusOf = w.say("status_note_" + e.Status)
	}
	v.Review = w.named("review", t.reviewState(e))
	v.DateNote = t.dateNote(e)
	v.Series = t.seriesLink(e)
	v.Reports = w.count("reports_heading", len(e.reports))
	if len(e.Sources) == 0 {
		v.NoSource = w.say("by_hand")
	}
	if len(e.reports) < 2 {
		v.Claims = nil // one voice has nothing to agree with
	}
	v.History = t.historyOf(e.ID)
	v.People = t.people(e)
	v.Near = t.near(e)
	v.Cite = w.say("cite", "title", e.title(w), "site", t.cfg.Title, "id", e.ID, "version", t.version(e))
	if a != nil && e.bounded {
		if d, ok := a.dot(e, false); ok {
			v.Mini, v.Spot = mini, &d
		}
		v.Position = w.say("position", "n", w.number(e.position+1), "total", w.number(len(t.events)))
	}
	if _, _, ok := wholeDays(e.When); ok {
		v.Data = append(v.Data, Link{Href: rel(e.path, strings.TrimSuffix(e.path, "index.html")+"event.ics"), Text: w.say("calendar")})
	}
	v.Data = append(v.Data, []Link{
		{Href: rel(e.path, strings.TrimSuffix(e.path, "index.html")+"event.json"), Text: "JSON-LD"},
		{Href: rel(e.path, strings.TrimSuffix(e.path, "index.html")+"event.bib"), Text: "BibTeX"},
		{Href: rel(e.path, "embed/e/"+e.Slug+".html"), Text: w.say("embed")},
	}...)
	v.Prev, v.Next = t.neighbour(e, -1), t.neighbour(e, 1)
	v.JSONLD = t.eventLD(e)
	return v
}

// description is a line for search engines and shared links.
func (e *event) description(t *timeline) string {
	if s := summary(e.Body); s != "" {
		return clip(s, 180)
	}
	s := joinNonEmpty(": ", e.when.Label, e.title(t.words))
	return clip(s, 180)
}

func (t *timeline) eventCrumb(e *event) Link {
	if e.month == nil {
		return Link{Href: "undated/index.html", Text: t.words.say("undated_title")}
	}
	return Link{Href: t.monthPath(e.month) + "#e-" + e.Slug, Text: t.monthTitle(e.month)}
}

func (t *timeline) reviewState(e *event) string {
	switch {
	case !e.Auto:
		return "byhand"
	case e.Review == "":
		return "proposed"
	}
	return string(e.Review)
}

// dateNote says how exact the date is and what it rests on.
func (t *timeline) dateNote(e *event) string {
	w := t.words
	day := ""
	switch p := e.When.Start(); {
	case e.When.IsZero():
	case e.when.Mark == "day" || e.when.Mark == "about" && exact(p) || e.when.Mark == "doubt" && exact(p):
		day = w.weekday(dayOf(e.first), false)
	case e.when.Mark == "range" && exact(p) && exact(e.When.End()):
		day = w.say("date_to", "a", w.weekday(dayOf(e.first), false), "b", w.weekday(dayOf(e.last), false))
	}
	basis := ""
	if e.Basis != "" && len(e.Sources) > 0 {
		basis = w.named("basis", e.Basis)
	}
	return joinNonEmpty(" · ", day, e.when.Sense, basis)
}

// seriesLink names the numbered row that the event is a member of.
func (t *timeline) seriesLink(e *event) Link {
	s := e.Series
	if s == nil || s.Number <= 0 {
		return Link{}
	}
	l := Link{Text: t.words.say("series_member", "n", t.words.number(s.Number), "what", s.What)}
	if a := t.actorOf[s.Of]; a != nil {
		l.Text = t.words.say("series_member_of", "n", t.words.number(s.Number), "what", s.What, "who", a.name)
		l.Href = rel(e.path, a.path+"#series")
	}
	return l
}

func (t *timeline) people(e *event) []Link {
	var out []Link
	for _, p := range e.parts {
		l := Link{Text: p.id, Note: t.words.named("role", p.role)}
		if p.who != nil {
			l = t.actorLink(p.who, e.path)
			l.Note = t.words.named("role", p.role)
			l.Type = p.who.Kind
		}
		out = append(out, l)
	}
	return out
}

// nearMax is how many neighbours by actor the page of an event shows.
const nearMax = 4

// near are the events closest in time in which two of the same actors take
// part, or one where no event has two.
func (t *timeline) near(e *event) []Link {
	if !e.bounded {
		return nil
	}
	shared := map[*event]int{}
	for _, p := range e.parts {
		if p.who == nil {
			continue
		}
		for _, o := range around(p.who.events, e) {
			if o != e && o.bounded {
				shared[o]++
			}
		}
	}
	var all []*event
	for o := range shared {
		all = append(all, o)
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if sa, sb := min(shared[a], 2), min(shared[b], 2); sa != sb {
			return sa > sb
		}
		if da, db := distance(e, a), distance(e, b); da != db {
			return da < db
		}
		return a.position < b.position
	})
	all = all[:min(len(all), nearMax)]
	sort.Slice(all, func(i, j int) bool { return all[i].position < all[j].position })
	var out []Link
	for _, o := range all {
		out = append(out, Link{Href: rel(e.path, o.path), Text: o.title(t.words), Lang: t.foreign(o.Lang), Note: o.when.Short})
	}
	return out
}

// nearReach is how far along an actor's events neighbours are looked for.
const nearReach = 40

// around is the part of an actor's events, which stand in order, near to e.
func around(events []*event, e *event) []*event {
	i := sort.Search(len(events), func(i int) bool { return events[i].position >= e.position })
	return events[max(0, i-nearReach):min(len(events), i+nearReach+1)]
}

func (t *timeline) foreign(lang string) string {
	if lang == t.words.lang {
		return ""
	}
	return lang
}

func distance(a, b *event) int64 {
	if a.first > b.first {
		return a.first - b.first
	}
	return b.first - a.first
}

// neighbour is the event before or after in the order of the timeline.
func (t *timeline) neighbour(e *event, step int) Link {
	i := e.position + step
	if i < 0 || i >= len(t.events) {
		return Link{}
	}
	o := t.events[i]
	return Link{Href: rel(e.path, o.path), Text: o.title(t.words), Lang: t.foreign(o.Lang), Note: o.when.Label}
}

// historyOf lists what changed at an event or actor, the newest first.
func (t *timeline) historyOf(id string) []Link {
	var out []Link
	lines := t.historyBy[id]
	for i := len(lines) - 1; i >= 0; i-- {
		h := lines[i]
		out = append(out, Link{Text: t.changeText(h), Note: t.words.dateLabel(h.Day, true), Time: h.Day})
	}
	return out
}

// changeText is a line of history in words.
func (t *timeline) changeText(h ledger.Change) string {
	w := t.words
	s := w.named("change", h.What)
	if h.What == "new" {
		return joinNonEmpty(". ", s, h.Reason)
	}
	if h.What == "source added" { // the article's name and the sentence
		_, quote, _ := strings.Cut(h.New, " ")
		return w.say("change_report", "quote", clip(quote, 120))
	}
	if h.Key != "" {
		s = w.say("change_key", "what", s, "key", w.named("key", h.Key))
	}
	switch {
	case h.Old != "" && h.New != "":
		s = w.say("change_from_to", "what", s, "old", t.changeValue(h.Key, h.Old), "new", t.changeValue(h.Key, h.New))
	case h.New != "" && t.byID[h.New] != nil:
		s = w.say("change_into", "what", s, "new", t.byID[h.New].title(w))
	case h.New != "":
		s = w.say("change_to", "what", s, "new", t.changeValue(h.Key, h.New))
	}
	if h.Reason != "" {
		s += ". " + h.Reason
	}
	return s
}

// changeValue words the old or new value of a key.
func (t *timeline) changeValue(key, v string) string {
	switch key {
	case "when":
		return t.dateWord(v)
	case "kind", "status":
		return t.words.named(key, v)
	}
	return clip(v, 120)
}

// version is the day of the last change of an event, else that of its
// newest report.
func (t *timeline) version(e *event) string {
	if d := e.updated(t); d != "" {
		return t.words.dateLabel(d, false)
	}
	return "1"
}

// updated is the day that feeds and citations give for an event: of its last
// change, else of its newest report. It never depends on the clock.
func (e *event) updated(t *timeline) string {
	day := t.changed[e.ID]
	if day != "" {
		return day
	}
	for _, r := range e.reports {
		if d, ok := published(r.Date); ok && d.String() > day {
			day = d.String()
		}
	}
	return day
}

// clip cuts a text at a word, to n characters at most.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	s = string(r[:n-1])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:–-") + "…"
}
