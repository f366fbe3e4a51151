package site

import (
	"html"
	"strings"
	"unicode/utf8"
)

// Page is what every page shows around its own matter.
type Page struct {
	Path   string `json:"path"` // in the output folder
	Layout string `json:"-"`
	Body   string `json:"-"` // Markdown below the front matter

	Modified string `json:"-"` // day of the last change of what it shows, for the sitemap; "" if not known

	source source // where the body was written

	Title       string   `json:"title"` // plain
	Tab         string   `json:"tab"`   // the title in a browser's tab: bounded, with the site's where there is room
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
	BodyLang    string   `json:"body_lang"`  // of Body, if not the page's
	Shared      string   `json:"shared"`     // from the home folder to what all languages share: "" or "../"
	Languages   []Link   `json:"languages"`  // this page in the other languages
	Alternates  []Link   `json:"alternates"` // this page in every language, for search engines
	Robots      string   `json:"robots"`
	Changed     string   `json:"changed"` // day of the newest change
	Scripts     []string `json:"scripts"`
	Legal       []Link   `json:"legal"` // the owner's menu at the foot
	Share       *Share   `json:"share"` // the picture beside a link on other sites
}

// Share is the picture that other sites show with a link to a page (Open Graph).
type Share struct {
	URL    string `json:"url"` // absolute
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Alt    string `json:"alt"`
}

// Link leads to a page; an empty Href is plain text.
type Link struct {
	Href    string `json:"href"`
	Text    string `json:"text"`
	Lang    string `json:"lang"`
	Note    string `json:"note"` // a count or a role, set apart
	Current bool   `json:"current"`
	Type    string `json:"type"`
	Bar     string `json:"bar"` // width of a bar in per cent, or share of a tick
	Time    string `json:"time"`
	Spark   string `json:"spark,omitempty"` // path of a small drawing over time
}

// page fills in the frame of a page.
func (t *timeline) page(path, layout, here, title string) Page {
	w := t.words
	p := Page{
		Path: path, Layout: layout, Title: title, Here: here, Section: layout,
		Root: upTo(path), Site: t.cfg.Title, SiteSegs: emphasis(t.cfg.Title, t.cfg.Fasti.Emphasis),
		Lang: w.lang, Dir: w.dir,
		Tab: tab(title, t.cfg.Title), Search: w.say("search"),
	}
	t.frame.look()
	// What counts the whole timeline stands on few pages only: every other one
	// would have to be made anew with each event.
	switch layout {
	case "index", "search":
		if n := t.events.count(); n > 0 {
			p.Search = w.count("search_events", n)
		}
		fallthrough
	case "list", "actor", "all":
		t.newestDay.look()
		p.Changed = t.newest
	}
	for _, n := range []struct{ key, path string }{
		{"timeline", "index.html"}, {"actors", "a/index.html"}, {"sources", "s/index.html"},
		{"changes", "changes/index.html"}, {"about", "about/index.html"},
	} {
		p.Nav = append(p.Nav, Link{Href: rel(path, n.path), Text: w.say("nav_" + n.key), Current: n.key == here})
	}
	for _, l := range t.menus["main"] {
		p.Nav = append(p.Nav, l.from(path))
	}
	for _, l := range t.menus["footer"] {
		p.Legal = append(p.Legal, l.from(path))
	}
	if base := t.cfg.BaseURL; strings.HasPrefix(base, "http") {
		p.Share = &Share{URL: strings.TrimSuffix(base, "/") + "/" + shareName, Width: shareWidth, Height: shareHeight, Alt: t.cfg.Title}
		p.Canonical = canonical(base, path)
	}
	t.otherLanguages(&p)
	p.Foot = append(t.otherIndexes(path), []Link{
		{Href: rel(path, "feed.xml"), Text: "Atom"}, {Href: rel(path, "events.json"), Text: "JSON"},
		{Href: rel(path, "events.csv"), Text: "CSV"}, {Href: rel(path, "events.ics"), Text: w.say("calendar")},
	}...)
	p.Feeds = []Link{
		{Href: rel(path, "feed.xml"), Text: t.cfg.Title, Type: "application/atom+xml"},
		{Href: rel(path, "feed.json"), Text: t.cfg.Title, Type: "application/feed+json"},
	}
	return p
}

// canonical is the address of a page on the web.
func canonical(base, path string) string {
	return strings.TrimSuffix(base, "/") + "/" + href(strings.TrimSuffix(path, "index.html"))
}

// tabMax is how many letters of a title browsers and search engines show.
const tabMax = 70

// tab is the title of a page for a browser's tab.
func tab(title, site string) string {
	switch both := title + " – " + site; {
	case title == "" || title == site:
		title = site
	case fits(both):
		return both
	}
	for n := tabMax; !fits(title); n-- {
		title = clip(title, n)
	}
	return title
}

// fits reports whether a title stays within the bound as HTML writes it.
func fits(s string) bool { return utf8.RuneCountInString(html.EscapeString(s)) <= tabMax }

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
