package site

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
)

// feedMax is how many entries a feed has.
const feedMax = 50

// latest are the events that were new or changed last, in the order of the
// changes: of one day, the later one comes first.
func (t *timeline) latest(events []*event) []*event {
	type dated struct {
		*event
		day  string
		turn int
	}
	all := make([]dated, 0, len(events))
	for _, e := range events {
		all = append(all, dated{e, e.updated(t), t.turn[e.ID]})
	}
	slices.SortFunc(all, func(a, b dated) int {
		return cmp.Or(strings.Compare(b.day, a.day), b.turn-a.turn, b.position-a.position)
	})
	out := make([]*event, 0, feedMax)
	for _, e := range all[:min(len(all), feedMax)] {
		out = append(out, e.event)
	}
	return out
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr,omitempty"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomAuthor  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID       string     `xml:"id"`
	Title    string     `xml:"title"`
	Updated  string     `xml:"updated"`
	Links    []atomLink `xml:"link"`
	Category *atomTerm  `xml:"category"`
	Summary  string     `xml:"summary"`
}

type atomTerm struct {
	Term string `xml:"term,attr"`
}

// atom is the feed of new and changed events (RFC 4287). The ids of entries
// never change; the times are days of the site's history, not of the build.
func (t *timeline) atom(events []*event, title, path, page string) []byte {
	f := t.newFeed(title, path, page)
	for _, e := range t.latest(events) {
		at := moment(e.updated(t))
		f.Updated = max(f.Updated, at)
		x := atomEntry{ID: t.urn(e.ID), Title: joinNonEmpty(": ", e.when.Label, t.headline(e)), Updated: at, Summary: t.feedText(e)}
		x.Links = []atomLink{{Rel: "alternate", Type: "text/html", Href: t.address(path, e.path)}}
		if at := t.pictureAddress(e.Image); at != "" {
			x.Links = append(x.Links, atomLink{Rel: "enclosure", Type: "image/jpeg", Href: at})
		}
		if e.Kind != "" {
			x.Category = &atomTerm{e.Kind}
		}
		f.Entries = append(f.Entries, x)
	}
	return f.bytes()
}

// newFeed begins a feed that stands at path and shows what page does.
func (t *timeline) newFeed(title, path, page string) *atomFeed {
	f := &atomFeed{Lang: t.words.lang, ID: t.urn("feed:" + path), Title: title, Author: atomAuthor{t.cfg.Title}, Updated: moment("")}
	f.Links = []atomLink{{Rel: "self", Type: "application/atom+xml", Href: t.address(path, path)}, {Rel: "alternate", Type: "text/html", Href: t.address(path, page)}}
	return f
}

func (f *atomFeed) bytes() []byte { return indented(f) }

// urn is a stable id for feeds.
func (t *timeline) urn(id string) string {
	if base := t.cfg.BaseURL; strings.HasPrefix(base, "http") {
		return strings.TrimSuffix(base, "/") + "/#" + href(id)
	}
	return "urn:x-fasti:" + slug(t.cfg.Title) + ":" + href(t.prefix()+id)
}

// moment is midnight UTC of a day.
func moment(day string) string {
	if day == "" {
		day = "1970-01-01"
	}
	return day + "T00:00:00Z"
}

// feedText is what a feed shows of an event: the editor's words, else the
// first sentence that reports it.
func (t *timeline) feedText(e *event) string {
	if s := summary(e.Body); s != "" {
		return s
	}
	if len(e.Sources) == 0 {
		return ""
	}
	s := t.prose(e.Sources[0])
	if r := t.report[e.Sources[0].Article]; r != nil {
		s += " (" + publisherOf(r) + ")"
	}
	return s
}

// jsonFeed is the same as JSON Feed 1.1.
func (t *timeline) jsonFeed(events []*event, title, path, page string) []byte {
	type item struct {
		ID      string   `json:"id"`
		URL     string   `json:"url"`
		Title   string   `json:"title"`
		Text    string   `json:"content_text"`
		Image   string   `json:"image,omitempty"`
		Lang    string   `json:"language,omitempty"`
		Updated string   `json:"date_modified"`
		Tags    []string `json:"tags,omitempty"`
	}
	f := struct {
		Version string `json:"version"`
		Title   string `json:"title"`
		Home    string `json:"home_page_url"`
		Self    string `json:"feed_url"`
		Lang    string `json:"language"`
		Items   []item `json:"items"`
	}{"https://jsonfeed.org/version/1.1", title, t.address(path, page), t.address(path, path), t.words.lang, []item{}}
	for _, e := range t.latest(events) {
		text := t.feedText(e)
		if text == "" {
			text = t.headline(e)
		}
		f.Items = append(f.Items, item{t.urn(e.ID), t.address(path, e.path), joinNonEmpty(": ", e.when.Label, t.headline(e)), text, t.pictureAddress(e.Image), e.Lang, moment(e.updated(t)), nonEmpty(e.Kind)})
	}
	b, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return nil
	}
	return append(b, '\n')
}
