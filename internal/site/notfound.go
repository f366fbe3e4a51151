package site

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// NotFound is the page that hosts show at addresses that lead nowhere. It is
// one file: at any depth of address its looks come with it, and its links name
// the site's whole address, where it has one.
type NotFound struct {
	Page
	Heading string `json:"heading"`
	Text    string `json:"text"`
	CSS     string `json:"css"`
	Links   []Link `json:"links"`
	Action  string `json:"action"` // of the search
}

const notFoundPath = "404.html"

func (t *timeline) notFound(css string) NotFound {
	w := t.words
	v := NotFound{Page: t.page(notFoundPath, "notfound", "", w.say("notfound_title")), Heading: w.say("notfound_title"), Text: w.say("notfound_text"), CSS: withoutFonts(css)}
	v.Robots, v.Canonical, v.Feeds, v.Alternates = "noindex", "", nil, nil
	for _, y := range t.years {
		v.Links = append(v.Links, Link{Href: rel(notFoundPath, y.path), Text: w.year(y.year), Note: w.count("events", y.count)})
	}
	v.Links = append(t.otherIndexes(notFoundPath), v.Links...)
	v.Action = "search/index.html"
	if strings.HasPrefix(t.cfg.BaseURL, "http") {
		base := strings.TrimSuffix(t.cfg.BaseURL, "/") + "/"
		v.Root, v.Action = base, base+v.Action
		for _, links := range [][]Link{v.Nav, v.Foot, v.Links, v.Languages} {
			for i := range links {
				if !strings.Contains(links[i].Href, ":") {
					links[i].Href = base + links[i].Href
				}
			}
		}
	}
	return v
}

// loadedFace is a face that a style sheet loads from a file.
var loadedFace = regexp.MustCompile(`@font-face\{[^}]*url\([^}]*\}`)

// withoutFonts takes the faces that are files out of a sheet: it stands where
// no relative address leads to them.
func withoutFonts(css string) string { return loadedFace.ReplaceAllString(css, "") }

// robots says to search engines that they may read all, and where the list of
// pages is. A robots.txt in static/ goes before it.
func robots(base string) []byte {
	s := "User-agent: *\nDisallow:\n"
	if base != "" {
		s += fmt.Sprintf("\nSitemap: %ssitemap.xml\n", base)
	}
	return []byte(s)
}

// manifestFile is what a device needs to know to put the site on its first
// screen (W3C Web Application Manifest).
const manifestFile = "site.webmanifest"

func (t *timeline) webManifest() []byte {
	type icon struct {
		Src   string `json:"src"`
		Sizes string `json:"sizes"`
		Type  string `json:"type"`
	}
	shared := upTo(t.prefix())
	v := struct {
		Name        string `json:"name"`
		ShortName   string `json:"short_name"`
		Description string `json:"description,omitempty"`
		Lang        string `json:"lang"`
		Dir         string `json:"dir"`
		Start       string `json:"start_url"`
		Scope       string `json:"scope"`
		Display     string `json:"display"`
		Background  string `json:"background_color"`
		Theme       string `json:"theme_color"`
		Icons       []icon `json:"icons"`
	}{t.cfg.Title, clip(t.cfg.Title, 24), t.cfg.Description, t.words.lang, t.words.dir, "./index.html", "./", "minimal-ui", "#fbf9f4", "#fbf9f4", []icon{
		{shared + "assets/icon.svg", "any", "image/svg+xml"}, {shared + "assets/icon-192.png", "192x192", "image/png"}, {shared + "assets/icon-512.png", "512x512", "image/png"},
	}}
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return nil // strings always marshal
	}
	return append(b, '\n')
}
