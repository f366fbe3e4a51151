package site

import (
	"strings"

	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// Page is what every page shows around its own matter.
type Page struct {
	Path   string `json:"path"` // in the output folder
	Layout string `json:"-"`
	Body   string `json:"-"` // Markdown below the front matter

	Title       string   `json:"title"` // plain
	Description string   `json:"description"`
	Root        string   `json:"root"` // from here to the home folder: "../../" or ""
	Site        string   `json:"site"`
	SiteSegs    []Seg    `json:"site_segs"` // the site's title with its emphasised word
	Lang        string   `json:"lang"`
	Dir         string   `json:"dir"`
	Here        string   `json:"here"`    // entry of the site's navigation
	Section     string   `json:"section"` // class of the body
	Crumbs      []Link   `json:"crumbs"`
	Search      string   `json:"search"` // words in the empty search field
	Nav         []Link   `json:"nav"`
	Foot        []Link   `json:"foot"`
	Head        string   `json:"head"` // serve's reload script
	Custom      bool     `json:"custom"`
	Canonical   string   `json:"canonical"`
	Feeds       []Link   `json:"feeds"`
	JSONLD      string   `json:"jsonld"`
	Languages   []Link   `json:"languages"`
	Robots      string   `json:"robots"`
	Changed     string   `json:"changed"` // day of the newest change
	Scripts     []string `json:"scripts"`
}

// Link leads to a page; an empty Href is plain text.
type Link struct {
	Href    string `json:"href"`
	Text    string `json:"text"`
	Lang    string `json:"lang"`
	Note    string `json:"note"` // a count or a role, set apart
	Current bool   `json:"current"`
	Type    string `json:"type"`
	Bar     string `json:"bar"` // width of a bar in per cent
	Time    string `json:"time"`
}

// rel is the address of the page to, seen from the page from.
func rel(from, to string) string {
	dirs := strings.Split(from, "/")
	target := strings.Split(to, "/")
	i := 0
	for i < len(dirs)-1 && i < len(target)-1 && dirs[i] == target[i] {
		i++
	}
	return href(strings.Repeat("../", len(dirs)-1-i) + strings.Join(target[i:], "/"))
}

// upTo is the way from a page to the home folder.
func upTo(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }

// page fills in the frame of a page.
func (t *timeline) page(path, layout, here, title string) Page {
	w := t.words
	p := Page{
		Path: path, Layout: layout, Title: title, Here: here, Section: layout,
		Root: upTo(path), Site: t.cfg.Title, SiteSegs: emphasis(t.cfg.Title, t.cfg.Fasti.Emphasis),
		Lang: w.lang, Dir: w.dir,
		Search: w.count("search_events", len(t.events)),
	}
	if n := len(t.history); n > 0 {
		p.Changed = t.history[n-1].Day
	}
	for _, n := range []struct{ key, path string }{
		{"timeline", "index.html"}, {"actors", "a/index.html"}, {"sources", "s/index.html"},
		{"changes", "changes/index.html"}, {"about", "about/index.html"},
	} {
		p.Nav = append(p.Nav, Link{Href: rel(path, n.path), Text: w.say("nav_" + n.key), Current: n.key == here})
	}
	if base := t.cfg.BaseURL; strings.HasPrefix(base, "http") {
		p.Canonical = strings.TrimSuffix(base, "/") + "/" + href(strings.TrimSuffix(path, "index.html"))
	}
	p.Foot = []Link{
		{Href: rel(path, "feed.xml"), Text: "Atom"}, {Href: rel(path, "events.json"), Text: "JSON"},
		{Href: rel(path, "events.csv"), Text: "CSV"}, {Href: rel(path, "events.ics"), Text: w.say("calendar")},
	}
	p.Feeds = []Link{
		{Href: rel(path, "feed.xml"), Text: t.cfg.Title, Type: "application/atom+xml"},
		{Href: rel(path, "feed.json"), Text: t.cfg.Title, Type: "application/feed+json"},
	}
	return p
}

// emphasis cuts a title so that its emphasised word stands alone.
func emphasis(title, word string) []Seg {
	before, after, ok := strings.Cut(title, word)
	if word == "" || !ok {
		return []Seg{{Text: title}}
	}
	var out []Seg
	if before != "" {
		out = append(out, Seg{Text: before})
	}
	out = append(out, Seg{Text: word, Mark: "em"})
	if after != "" {
		out = append(out, Seg{Text: after})
	}
	return out
}

// crumbs is the way down to a page; the last is the page itself.
func (t *timeline) crumbs(from string, links ...Link) []Link {
	out := []Link{{Href: rel(from, "index.html"), Text: t.words.say("nav_timeline")}}
	for _, l := range links {
		if l.Href != "" {
			l.Href = rel(from, l.Href)
		}
		out = append(out, l)
	}
	return out
}

// Card is an event in a list.
type Card struct {
	ID       string  `json:"id"`
	Anchor   string  `json:"anchor"`
	Href     string  `json:"href"`
	Title    string  `json:"title"`
	Lang     string  `json:"lang"` // of the title, if not the site's
	Dir      string  `json:"dir"`
	Kind     Link    `json:"kind"`
	Places   []Link  `json:"places"`
	When     When    `json:"when"`
	Status   string  `json:"status"` // a word, "" if it happened
	State    string  `json:"state"`  // the status for styles and scripts
	Auto     bool    `json:"auto"`   // made by fasti and not yet reviewed
	Summary  string  `json:"summary"`
	Who      []Link  `json:"who"`
	Actors   string  `json:"actors"` // ids, for the filter
	Quotes   []Quote `json:"quotes"` // the first only
	More     string  `json:"more"`   // "and 3 more reports"
	MoreHref string  `json:"more_href"`
	Differs  bool    `json:"differs"`
	Lead     bool    `json:"lead"`
	KindID   string  `json:"kind_id"` // for the filter, as the next four
	PlaceIDs string  `json:"place_ids"`
	From     string  `json:"from"`
	To       string  `json:"to"`
	Reviewed bool    `json:"reviewed"`
	Updated  string  `json:"updated"` // day of the last change in the history
}

// Day is the events of one date.
type Day struct {
	When  When   `json:"when"`
	Href  string `json:"href"` // of the page of a busy day
	Cards []Card `json:"cards"`
	Who   string `json:"who"` // ids of all actors, for the filter
}

// Month is a section of a list.
type Month struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Sub     string `json:"sub"`
	Href    string `json:"href"`
	Running []Link `json:"running"`
	Days    []Day  `json:"days"`
	More    Link   `json:"more"`
}

// card is an event as lists on the page from show it.
func (t *timeline) card(e *event, from string) Card {
	w := t.words
	c := Card{
		ID: e.ID, Anchor: "e-" + e.Slug, Href: rel(from, e.path), Title: e.title(w), When: e.when,
		State: e.Status, Auto: e.unreviewed(), Summary: summary(e.Body), Differs: e.differs(),
	}
	c.KindID, c.Reviewed, c.Updated = e.Kind, !c.Auto, t.changed[e.ID]
	if e.bounded {
		c.From, c.To = dayOf(e.first).String(), dayOf(e.last).String()
	}
	if e.Lang != "" && e.Lang != w.lang {
		c.Lang, c.Dir = e.Lang, direction(e.Lang)
	}
	if e.Status != "happened" && e.Status != "" {
		c.Status = w.named("status", e.Status)
	}
	if e.Kind != "" {
		c.Kind = Link{Href: rel(from, "k/"+slug(e.Kind)+"/index.html"), Text: w.named("kind", e.Kind)}
	}
	for _, p := range e.Places {
		c.PlaceIDs = joinNonEmpty(" ", c.PlaceIDs, slug(p))
		c.Places = append(c.Places, Link{Href: rel(from, "p/"+slug(p)+"/index.html"), Text: t.placeOrWord("place", p)})
	}
	var ids []string
	for _, p := range e.parts {
		if p.who == nil {
			c.Who = append(c.Who, Link{Text: p.id})
			continue
		}
		c.Who = append(c.Who, t.actorLink(p.who, from))
		ids = append(ids, p.who.ID)
	}
	c.Actors = strings.Join(ids, " ")
	if len(e.Sources) > 0 {
		c.Quotes = []Quote{t.quote(e, e.Sources[0], from)}
	}
	if n := len(e.Sources) - 1; n > 0 {
		c.More, c.MoreHref = w.count("more_reports", n), rel(from, e.path+"#sources")
	}
	return c
}

// actorLink leads to an actor; its name carries its language where the site's
// language has none for it.
func (t *timeline) actorLink(a *actor, from string) Link {
	return Link{Href: rel(from, a.path), Text: a.name}
}

func (e *event) title(w *words) string {
	if e.Title == "" {
		return w.say("untitled")
	}
	return e.Title
}

// unreviewed reports whether nobody has looked at an automatic event.
func (e *event) unreviewed() bool {
	return e.Auto && (e.Review == ledger.Proposed || e.Review == "")
}

// days groups events that stand in order by their date.
func (t *timeline) days(events []*event, from string) []Day {
	var out []Day
	for _, e := range events {
		c := t.card(e, from)
		if n := len(out); n > 0 && out[n-1].When.EDTF == c.When.EDTF {
			out[n-1].Cards = append(out[n-1].Cards, c)
			continue
		}
		out = append(out, Day{When: c.When, Cards: []Card{c}})
	}
	for i := range out {
		if n := len(out[i].Cards); n >= dayMin && out[i].When.Mark == "day" {
			if p, err := edtf.Parse(out[i].When.EDTF); err == nil && dayPath(day(p.Start())) != from {
				out[i].Href = rel(from, dayPath(day(p.Start())))
			}
		}
	}
	return out
}

// monthTitle is the heading of a month, or of the events of a year whose
// month is not known.
func (t *timeline) monthTitle(m *month) string {
	if m.number == 0 {
		return t.words.year(m.year)
	}
	return t.words.say("date_my", "m", t.words.month(m.number, false), "y", t.words.year(m.year))
}

func monthID(m *month) string { return "m-" + yearDir(m.year) + "-" + twoDigits(m.number) }

// section is one month of a list, with the given ones of its events.
func (t *timeline) section(m *month, events []*event, from string) Month {
	v := Month{ID: monthID(m), Title: t.monthTitle(m), Href: rel(from, t.monthPath(m)), Days: t.days(events, from)}
	if m.number == 0 {
		v.Sub = t.words.say("date_month_unknown")
	}
	for _, e := range m.running {
		v.Running = append(v.Running, Link{Href: rel(from, e.path), Text: e.title(t.words), Note: e.when.Short})
	}
	return v
}

// monthPath is the page that lists a month; events without a month stand on
// the page of the year.
func (t *timeline) monthPath(m *month) string {
	if m.number == 0 {
		return yearDir(m.year) + "/index.html"
	}
	return m.path
}
