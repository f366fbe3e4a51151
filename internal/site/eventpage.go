package site

import (
	"sort"
	"strings"
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
	Differ   bool      `json:"differ"` // not all of them are agreed on
	History  []Link    `json:"history"`
	Further  Link      `json:"further"` // to the sentences that this page has no room for
	Mini     *Mini     `json:"mini"`
	Map      *Map      `json:"map"`
	Photo    *Photo    `json:"photo"`
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

// eventPage is the page of an event.
func (t *timeline) eventPage(e *event) EventPage {
	w := t.words
	c := t.card(e, e.path)
	v := EventPage{
		Page: t.page(e.path, "event", "", e.title(w)), ID: e.ID, Heading: c.Title, HLang: c.Lang, HDir: c.Dir,
		Kind: c.Kind, Places: c.Places, When: e.when, Status: c.Status, State: c.State, Auto: c.Auto,
		Quotes: t.quotes(e, e.path), Claims: t.claims(e), Differ: t.differs(e),
	}
	if parts := e.proofs(); len(parts) > 1 {
		v.Quotes, v.Further = v.Quotes[:parts[0][1]], t.proofLink(e, parts, 1, e.path)
	}
	v.Body, v.BodyLang, v.source = e.Body, c.SumLang, source{e.Path, e.BodyLine()}
	v.Description, v.Modified = e.description(t), e.updated(t)
	v.Crumbs = t.crumbs(e.path, t.eventCrumb(e), Link{Text: e.title(w), Lang: c.Lang})
	if e.NoIndex {
		v.Robots = "noindex"
	}
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
	v.History = t.historyOf(e.ID)
	v.People = t.people(e)
	v.Near = t.near(e)
	v.Map, v.Photo = t.mapOf([]*event{e}, e.path, true), t.photo(e.Image, e.path)
	t.sharePicture(e.Image, &v.Page)
	v.Cite = joinNonEmpty(" ", w.say("cite", "title", t.headline(e), "site", t.cfg.Title, "id", e.ID, "version", t.version(e)), v.Canonical)
	if t.span.look(); t.overview != nil && e.bounded {
		if d, ok := t.overview.dot(e, false); ok {
			v.Mini, v.Spot = &Mini{v.Root + v.Shared + overviewFile}, &d
		}
		v.Position = t.inMonth(e)
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

// inMonth is the place of an event among those of its month, "" if that is
// not known.
func (t *timeline) inMonth(e *event) string {
	if e.month == nil || e.month.number == 0 {
		return ""
	}
	of := e.month.events.all()
	n := sort.Search(len(of), func(i int) bool { return of[i].position >= e.position })
	return t.words.say("position", "n", t.words.number(n+1), "total", t.words.number(len(of)), "month", t.monthTitle(e.month))
}

// description is a line for search engines and shared links.
func (e *event) description(t *timeline) string {
	if s := summary(e.Body); s != "" {
		return clip(s, 180)
	}
	s := joinNonEmpty(": ", e.when.Label, t.headline(e))
	return clip(s, 180)
}

func (t *timeline) eventCrumb(e *event) Link {
	if e.month == nil {
		return Link{Href: "undated/index.html", Text: t.words.say("undated_title")}
	}
	return Link{Href: e.listed(t) + "#e-" + e.Slug, Text: t.monthTitle(e.month)}
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
		if x, y := w.weekday(dayOf(e.first), false), w.weekday(dayOf(e.last), false); x != "" && y != "" {
			day = w.say("date_to", "a", x, "b", y)
		}
	}
	basis := ""
	switch {
	case t.byEditors(e):
		basis = w.say("date_by_editors")
	case e.Basis != "" && len(e.Sources) > 0:
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
		l.Href = rel(e.path, a.path)
		if t.inRow(s) > 1 {
			l.Href += "#series"
		}
	}
	return l
}

func (t *timeline) people(e *event) []Link {
	var out []Link
	for _, p := range e.parts {
		l := Link{Text: p.id, Note: t.words.say(t.roleKey("role", e, p.role))}
		if p.who != nil {
			l = t.actorLink(p.who, e.path)
			l.Note = t.words.say(t.roleKey("role", e, p.role))
			l.Type = p.who.Kind
		}
		out = append(out, l)
	}
	return out
}

func (t *timeline) foreign(lang string) string {
	if lang == t.words.lang {
		return ""
	}
	return lang
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
