package importer

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"fasti/extract/actor/namekey"
)

// maxSiteName is the length in bytes of the longest name of a site.
const maxSiteName = 80

// siteName is the name of the site by the title of the page, which many write
// as "Headline | Site": the first or last part of it, if the page says itself
// that it is called so: in a link to its first page, in its logo, in its notice
// of rights, or in the name of its host.
func (p *page) siteName(doc *html.Node) string {
	parts := titleParts(p.title)
	if len(parts) < 2 {
		return ""
	}
	said := p.selfNames(doc)
	for _, s := range []string{parts[len(parts)-1], parts[0]} {
		if len(s) > maxSiteName || s == p.articleH1 || s == p.h1 && len(strings.Fields(s)) >= 4 {
			continue
		}
		if ofHost(s, p.link()) {
			return s
		}
		for _, name := range said {
			if strings.Contains(name, strings.ToLower(s)) {
				return s
			}
		}
	}
	return ""
}

// titleParts are the parts of a title between strokes that stand alone.
func titleParts(title string) []string {
	for _, stroke := range []string{"|", "–", "—", "-", "·", "•", "»", "::"} {
		title = strings.ReplaceAll(title, " "+stroke+" ", "\x00")
	}
	return strings.Split(title, "\x00")
}

// selfNames are the lines, in small letters, in which a page names its site.
func (p *page) selfNames(doc *html.Node) []string {
	var all []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || len(all) > 50 {
			continue
		}
		switch {
		case n.DataAtom == atom.A && (home(attr(n, "href"), p.link()) || strings.Contains(attr(n, "rel"), "home")):
			all = append(all, logo(n), inner(n))
		case p.words.hinted(n, siteHint):
			all = append(all, logo(n), inner(n))
		case leaf(n) && strings.ContainsAny(inner(n), "©"):
			all = append(all, inner(n))
		}
	}
	var short []string
	for _, s := range all {
		if s != "" && len(s) <= 2*maxSiteName {
			short = append(short, strings.ToLower(s))
		}
	}
	return short
}

// logo is what stands for the picture in a link.
func logo(n *html.Node) string {
	if img := find(n, func(c *html.Node) bool { return c.DataAtom == atom.Img }); img != nil {
		return attr(img, "alt")
	}
	return attr(n, "alt")
}

// home tells an address that is a site's first page.
func home(href, link string) bool {
	href = strings.TrimPrefix(strings.TrimSuffix(strings.TrimSpace(href), "/"), "/")
	if at := strings.Index(href, "://"); at >= 0 {
		_, path, below := strings.Cut(href[at+3:], "/")
		return (!below || path == "") && (link == "" || hostName(href) == hostName(link))
	}
	return href == "" || href == "." || strings.HasPrefix(href, "index.")
}

// minHost is the length in bytes of the shortest name of a host that can be
// known again in the name of a site.
const minHost = 5

// ofHost tells whether a name is that of the address' host: "Landkreis
// Öhringau" of oehringau.example.
func ofHost(name, link string) bool {
	labels := strings.Split(hostName(link), ".")
	if len(labels) < 2 {
		return false
	}
	host, letters := onlyLetters(labels[len(labels)-2]), onlyLetters(namekey.Slug(name))
	return len(host) >= minHost && len(letters) >= minHost && (strings.Contains(letters, host) || strings.Contains(host, letters))
}

// onlyLetters are the letters and digits of s.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
