package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"fasti/extract/lang"
)

// readMeta reads what a page says about its article: first JSON-LD, then meta
// elements, then the page itself.
func readMeta(doc *html.Node) *Article {
	p := page{meta: map[string]string{}}
	p.gather(doc)
	ld := readJSONLD(p.scripts)
	publisher := first(ld.publisher, p.meta["og:site_name"], p.meta["application-name"], p.meta["dc.publisher"])
	a := &Article{
		Title:     p.headline(publisher, ld.title, p.meta["og:title"], p.meta["twitter:title"], p.meta["dc.title"]),
		Date:      firstDate(ld.date, p.metaDate(), p.timeDate()),
		Lang:      first(lang.Primary(p.lang), lang.Primary(ld.lang), lang.Primary(p.meta["og:locale"]), lang.Primary(p.meta["content-language"])),
		Publisher: publisher,
		Author:    first(ld.author, p.meta["author"], p.meta["article:author"], p.meta["dc.creator"]),
		Link:      firstLink(p.canonical, p.meta["og:url"], ld.link),
	}
	if webLink(a.Author) != "" { // article:author is often the address of a profile
		a.Author = ""
	}
	return a
}

// page is what stands in a page beside its prose.
type page struct {
	meta            map[string]string // by name, property or itemprop, in small letters; the first one counts
	lang, canonical string
	title           string
	h1, articleH1   string
	scripts         []string // JSON-LD
	times           []stamp
}

// stamp is a time element.
type stamp struct {
	date      string
	published bool // it says of itself that it is the day of publication
	inArticle bool
}

// gather reads the elements of a page.
func (p *page) gather(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			p.lang = first(p.lang, attr(n, "lang"), attr(n, "xml:lang"))
		case atom.Meta:
			p.addMeta(n)
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				p.canonical = first(p.canonical, attr(n, "href"))
			}
		case atom.Title:
			if n.Parent != nil && n.Parent.DataAtom == atom.Head {
				p.title = first(p.title, inner(n))
			}
		case atom.H1:
			p.addHeading(n)
		case atom.Time:
			p.addTime(n)
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && len(p.scripts) < 50 {
				p.scripts = append(p.scripts, raw(n))
			}
		}
	}
}

// addHeading notes the first heading of the first level, those in the article
// before others: many pages have their own name in one.
func (p *page) addHeading(n *html.Node) {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == atom.Article || up.DataAtom == atom.Main {
			p.articleH1 = first(p.articleH1, inner(n))
			return
		}
	}
	p.h1 = first(p.h1, inner(n))
}

// headline is the title of the article: of what the page declares (best first),
// the first that its title element or a heading confirms, because some declare
// a description; else a heading that the title element confirms; else the title
// element itself.
func (p *page) headline(publisher string, declared ...string) string {
	confirmed := func(s string) bool {
		return strings.Contains(strings.ToLower(p.title), strings.ToLower(s)) || s == p.articleH1 || s == p.h1
	}
	best := ""
	for _, s := range declared {
		if s = withoutName(clean(s), publisher); s == "" {
			continue
		}
		if best == "" {
			best = s
		}
		if confirmed(s) {
			return s
		}
	}
	if best != "" {
		return best
	}
	for _, s := range []string{p.articleH1, p.h1} {
		if s != "" && s != publisher && (p.title == "" || strings.Contains(p.title, s)) {
			return s
		}
	}
	return first(withoutName(p.title, publisher), p.articleH1, p.h1)
}

// withoutName is a title without the name of its publisher, which many pages
// put behind it.
func withoutName(title, publisher string) string {
	bare, ok := strings.CutSuffix(title, publisher)
	if cut := strings.TrimRight(bare, " |–—-·:•»"); ok && publisher != "" && cut != "" && len(cut) < len(bare) {
		return cut
	}
	return title
}

func (p *page) addMeta(n *html.Node) {
	value := clean(attr(n, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		k := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if k != "" && p.meta[k] == "" {
			p.meta[k] = value
		}
	}
}

// metaDate is the day of publication that a meta element names; those that
// name the day of a change are not asked.
func (p *page) metaDate() string {
	for _, k := range []string{
		"article:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
		"dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
		"publication_date", "publish-date", "publishdate", "pubdate", "article.published", "date",
	} {
		if d := readDate(p.meta[k]); d != "" {
			return d
		}
	}
	return ""
}

// addTime notes a time element, unless it stands for a change or outside the
// article.
func (p *page) addTime(n *html.Node) {
	d := readDate(attr(n, "datetime"))
	if d == "" {
		return
	}
	about := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class") + " " + attr(n, "id"))
	if strings.Contains(about, "modif") || strings.Contains(about, "updat") {
		return
	}
	_, pubdate := attrOK(n, "pubdate")
	s := stamp{date: d, published: pubdate || strings.Contains(about, "publi")}
	for up := n.Parent; up != nil; up = up.Parent {
		switch up.DataAtom {
		case atom.Nav, atom.Aside, atom.Footer:
			return
		case atom.Article, atom.Main:
			s.inArticle = true
		}
		if c := strings.ToLower(attr(up, "class") + " " + attr(up, "id")); strings.Contains(c, "comment") || strings.Contains(c, "related") {
			return
		}
	}
	p.times = append(p.times, s)
}

// timeDate is the day of publication by the page's time elements: the one that
// says so, else the one day that all of them in the article name, else the one
// that all of the page name. Where they disagree, nothing is known.
func (p *page) timeDate() string {
	for _, s := range p.times {
		if s.published {
			return s.date
		}
	}
	for _, inArticle := range []bool{true, false} {
		var found string
		agree := true
		for _, s := range p.times {
			if s.inArticle != inArticle {
				continue
			}
			if found == "" {
				found = s.date
			}
			agree = agree && day(s.date) == day(found)
		}
		if found != "" {
			if agree {
				return found
			}
			return ""
		}
	}
	return ""
}

// first is the first value that is not empty, on one line.
func first(values ...string) string {
	for _, v := range values {
		if v = clean(v); v != "" {
			return v
		}
	}
	return ""
}

func firstDate(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func firstLink(values ...string) string {
	for _, v := range values {
		if l := webLink(v); l != "" {
			return l
		}
	}
	return ""
}

// inner is the text inside an element.
func inner(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return clean(b.String())
}

// raw is the text inside a script as it stands.
func raw(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

func attrOK(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}
