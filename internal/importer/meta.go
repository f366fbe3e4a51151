package importer

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"fasti/extract/lang"
)

// readMeta reads what a page says about its article: first JSON-LD, then meta
// elements, then the page itself. What it says of its days is left to the
// caller, who also knows the body.
func (im *Importer) readMeta(doc *html.Node) (*Article, *page) {
	p := &page{words: im.words, meta: map[string]string{}}
	p.gather(doc)
	p.ld = p.words.readJSONLD(p.scripts)
	publisher := first(p.ld.publisher, p.meta["og:site_name"], p.meta["application-name"], p.meta["dc.publisher"], p.siteName(doc))
	a := &Article{
		Title:     p.headline(publisher, p.ld.title, p.ld.name, p.meta["og:title"], p.meta["twitter:title"], p.meta["dc.title"]),
		Lang:      first(lang.Primary(p.lang), lang.Primary(p.ld.lang), lang.Primary(p.meta["og:locale"]), lang.Primary(p.meta["content-language"])),
		Publisher: publisher,
		Link:      first(p.link(), original(webLink(savedFrom(doc)))),
		tags:      []string{p.lang, p.ld.lang, p.meta["og:locale"], p.meta["content-language"]},
	}
	if a.Publisher == "" {
		a.Publisher = hostName(a.Link)
	}
	a.Author = p.author(publisher)
	return a, p
}

// link is the address of the page: what it declares as canonical, unless that
// leads to the host of another paper, which printed the text too.
func (p *page) link() string {
	canonical, og := original(p.absolute(p.canonical)), original(p.absolute(p.meta["og:url"]))
	if canonical != "" && og != "" && hostName(canonical) != hostName(og) {
		return og
	}
	return firstLink(canonical, og, original(p.ld.link))
}

// absolute is an address of the page, which may be written without its host
// where the page names one for all of them; "" if it is none of the web.
func (p *page) absolute(link string) string {
	base, err := url.Parse(webLink(p.base))
	if link == "" || err != nil || base.Host == "" {
		return webLink(link)
	}
	u, err := base.Parse(strings.TrimSpace(link))
	if err != nil {
		return ""
	}
	return webLink(u.String())
}

// savedAt is the address of a page that was saved from another: what the page
// itself says, unless that is another host's or only the site's.
func savedAt(said, from string) string {
	u, err := url.Parse(said)
	if said == "" || err != nil || large(hostName(said)) != large(hostName(from)) || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
		return from
	}
	return said
}

// archived is the address under which a web archive keeps another.
var archived = regexp.MustCompile(`^https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(https?:/.*)$`)

// original is the address of a page that a web archive keeps.
func original(link string) string {
	if m := archived.FindStringSubmatch(link); m != nil {
		scheme, rest, _ := strings.Cut(m[1], ":/")
		return webLink(scheme + "://" + strings.TrimPrefix(rest, "/"))
	}
	return link
}

// hostName is the host of an address without "www.".
func hostName(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// author is who wrote it: declared, else by the line under the heading. The
// name of the publisher is no author.
func (p *page) author(publisher string) string {
	for _, s := range []string{p.ld.author, p.meta["author"], p.meta["article:author"], p.meta["byl"], p.meta["dc.creator"], p.meta["parsely-author"], p.meta["sailthru.author"]} {
		s = first(s)
		if s == "" || webLink(s) != "" || strings.EqualFold(s, publisher) { // article:author is often the address of a profile
			continue
		}
		if names := p.words.authors(s); names != "" && !strings.EqualFold(names, publisher) {
			return names
		}
	}
	for _, s := range p.bylines {
		if names := p.words.authors(s); names != "" && !strings.EqualFold(names, publisher) {
			return names
		}
	}
	return ""
}

// authors brings a line of authors to "Name, Name": without the word before
// it, and with commas for "and".
func (w *words) authors(line string) string {
	line = clean(line)
	if c := w.opens(bylineCue, strings.ToLower(line)); c != "" && len(c) < len(line) {
		line = strings.TrimSpace(line[len(c):])
	}
	for _, and := range w.cues[andCue] {
		line = strings.ReplaceAll(line, " "+and+" ", ", ")
	}
	var names []string
	for _, n := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '·' || r == '•' }) {
		if n = strings.Trim(n, " -–—:"); n != "" && !w.is(nobodyCue, strings.ToLower(n)) && len(n) < 80 && !strings.ContainsAny(n, "0123456789@") && len(names) < 10 {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}

// page is what stands in a page beside its prose.
type page struct {
	words           *words
	ld              about
	meta            map[string]string // by name, property or itemprop, in small letters; the first one counts
	lang, canonical string
	base            string // before addresses without a host
	title           string
	h1, articleH1   string
	named           string              // the first heading that its class calls the article's
	h2              string              // the first heading below that level
	scripts         []string            // JSON-LD
	own             *html.Node          // the article element with the page's heading
	around          map[*html.Node]bool // the elements that hold that heading
	times           []stamp
	micro           []string // values of itemprop datePublished outside of meta elements
	microModified   string
	bylines         []string // lines that name the authors, the surest first
}

// stamp is a time element.
type stamp struct {
	date      string
	published bool // it says of itself that it is the day of publication
	modified  bool // … of a change
	inArticle bool
}

// gather reads the elements of a page.
func (p *page) gather(doc *html.Node) {
	p.own = find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Article && find(n, isH1) != nil })
	if h := find(doc, ownHeading); h != nil {
		p.around = ancestors(h)
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			p.element(n)
		}
	}
	p.base = first(webLink(p.base), savedFrom(doc))
}

func (p *page) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		p.lang = first(p.lang, attr(n, "lang"), attr(n, "xml:lang"))
	case atom.Meta:
		p.addMeta(n)
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			p.canonical = first(p.canonical, attr(n, "href"))
		}
	case atom.Base:
		p.base = first(p.base, attr(n, "href"))
	case atom.Title:
		if n.Parent != nil && n.Parent.DataAtom == atom.Head {
			p.title = first(p.title, inner(n))
		}
	case atom.H1:
		p.addHeading(n)
	case atom.H2, atom.H3:
		p.addSubheading(n)
	case atom.Time:
		p.addTime(n)
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && len(p.scripts) < 50 {
			p.scripts = append(p.scripts, raw(n))
		}
	default:
		p.addByline(n)
	}
	p.addMicrodata(n)
}

// addSubheading notes a heading below the first level.
func (p *page) addSubheading(n *html.Node) {
	if p.named == "" && (p.words.hinted(n, titleHint) || attr(n, "itemprop") == "headline") {
		p.named = inner(n)
	}
	if p.h2 == "" && !outside(n, p.around, p.words) {
		p.h2 = inner(n)
	}
}

// addMicrodata notes the days that an element of the body declares.
func (p *page) addMicrodata(n *html.Node) {
	if n.DataAtom == atom.Meta || n.DataAtom == atom.Time {
		return
	}
	if title := attr(n, "title"); n.DataAtom == atom.Abbr && p.words.hinted(n, stampHint) && readDate(title) != "" { // hAtom
		p.micro = append(p.micro, title)
	}
	property := attr(n, "property") // RDFa: dc:date, schema:datePublished
	if attr(n, "content") == "" {
		property = ""
	}
	property = property[strings.LastIndexByte(property, ':')+1:]
	switch strings.ToLower(first(attr(n, "itemprop"), property)) {
	case "date", "issued", "created":
		if property != "" {
			p.micro = append(p.micro, attr(n, "content"))
		}
	case "datepublished", "datecreated":
		p.micro = append(p.micro, first(attr(n, "content"), attr(n, "datetime"), inner(n)))
	case "datemodified":
		p.microModified = first(p.microModified, attr(n, "content"), attr(n, "datetime"))
	}
}

// maxByline is the length in bytes of the longest line of authors.
const maxByline = 120

// addByline notes an element that names the authors.
func (p *page) addByline(n *html.Node) {
	marked := strings.EqualFold(attr(n, "rel"), "author") || strings.EqualFold(attr(n, "itemprop"), "author")
	hinted := p.words.hinted(n, bylineHint)
	if !marked && !hinted || len(p.bylines) > 20 || outside(n, p.around, p.words) {
		return
	}
	text, named := p.nameIn(n, marked)
	lower := strings.ToLower(text)
	switch {
	case text == "" || len(text) > maxByline || p.words.is(bylineCue, lower):
	case named:
		p.bylines = append([]string{text}, p.bylines...)
	case p.words.opens(bylineCue, lower) != "" || personLike(text):
		p.bylines = append(p.bylines, text)
	}
}

// nameIn is the text of an element that names authors, and whether it is a name
// for sure: the element is marked as such, or one in it is.
func (p *page) nameIn(n *html.Node, marked bool) (string, bool) {
	if marked {
		return inner(n), true
	}
	if text := inner(n); p.words.opens(bylineCue, strings.ToLower(text)) != "" && len(text) <= maxByline && leaf(n) {
		names := strings.Split(p.words.authors(text), ", ")
		if !slices.ContainsFunc(names, func(s string) bool { return !personLike(s) }) {
			return text, true
		}
	}
	named := find(n, func(c *html.Node) bool { return p.words.hinted(c, nameHint) })
	if named == nil {
		named = find(n, func(c *html.Node) bool { return personLike(inner(c)) })
	}
	if named != nil {
		return inner(named), true
	}
	return inner(n), false
}

// personLike tells a line that can be the name of a person: two to four words
// that begin with a capital.
func personLike(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if !unicode.IsUpper(firstRune(w)) || strings.ContainsAny(w, "0123456789:,;|") {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 4
}

// days are the days of publication and change that the page declares.
func (p *page) days() pageDays {
	var d pageDays
	add := func(date, source string) {
		if date != "" {
			d.declared = append(d.declared, dated{date, source})
		}
	}
	add(p.ld.date, "")
	add(p.metaDate(), "")
	for _, s := range p.micro {
		add(p.words.anyDate(s), "")
	}
	add(p.timeDate(true), "")
	add(p.ld.otherDate, "what the page declares of itself, not of its article")
	d.loose = p.timeDate(false)
	modified := []string{p.ld.modified, p.meta["article:modified_time"], p.meta["og:updated_time"], p.meta["datemodified"], p.meta["dcterms.modified"], p.meta["last-modified"], p.meta["revised"], p.microModified}
	for _, s := range p.times {
		if s.modified {
			modified = append(modified, s.date)
		}
	}
	for _, s := range modified {
		if m := p.words.anyDate(s); m != "" {
			d.modified = m
			break
		}
	}
	return d
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

// headline is the title of the article: the heading of the article itself if
// it is a line of words, because that is what readers saw and what is declared
// is often made for search machines; else of what the page declares the first
// that a heading or the title element confirms.
func (p *page) headline(publisher string, declared ...string) string {
	var said []string
	for _, s := range declared {
		if s = withoutName(clean(s), publisher); s != "" {
			said = append(said, s)
		}
	}
	if wordy(p.articleH1) && p.articleH1 != publisher {
		return p.withoutKicker(said)
	}
	if s := p.confirmed(said); s != "" {
		return s
	}
	return p.undeclared(publisher)
}

// withoutKicker is the heading of the article without the words before it that
// no title has.
func (p *page) withoutKicker(said []string) string {
	for _, s := range append(said, titleParts(p.title)...) {
		if strings.HasSuffix(p.articleH1, s) && (wordy(s) || slices.Contains(said, s)) {
			return s
		}
	}
	return p.articleH1
}

// confirmed is the first of the declared titles that a heading says, else a
// heading that the title element says, else the first that this one says, else
// the first; "" if there is none.
func (p *page) confirmed(said []string) string {
	for _, s := range said {
		if s == p.articleH1 || s == p.h1 {
			return s
		}
	}
	if len(strings.Fields(p.articleH1)) >= 3 && slices.Contains(titleParts(p.title), p.articleH1) {
		return p.articleH1
	}
	for _, s := range said {
		if strings.Contains(strings.ToLower(p.title), strings.ToLower(s)) {
			return s
		}
	}
	return first(said...)
}

// undeclared is the title of a page that declares none: a heading if the title
// element has it, or only names the page's place in the site.
func (p *page) undeclared(publisher string) string {
	if p.named != "" && strings.HasSuffix(p.title, p.named) && !wordy(p.h1) {
		return p.named
	}
	place := !slices.ContainsFunc(titleParts(p.title), wordy)
	if place && len(strings.Fields(p.h1)) >= 3 && p.h1 != publisher {
		return p.h1
	}
	saidToo := func(s string) bool {
		return s != "" && s != publisher && (p.title == "" || strings.Contains(p.title, s))
	}
	if i := slices.IndexFunc([]string{p.articleH1, p.h1}, saidToo); i >= 0 {
		return []string{p.articleH1, p.h1}[i]
	}
	if place && p.h1 == "" && p.articleH1 == "" && len(strings.Fields(p.h2)) >= 3 {
		return p.h2
	}
	return first(withoutName(p.title, publisher), p.articleH1, p.h1)
}

// wordy tells a line that can be a headline: four words or more.
func wordy(s string) bool { return len(strings.Fields(s)) >= 4 }

// withoutName is a title without the name of its publisher, which many pages
// put behind it.
func withoutName(title, publisher string) string {
	if bare, ok := strings.CutPrefix(title, publisher); ok && publisher != "" {
		if cut := strings.TrimLeft(bare, " |–—-·:•»"); cut != "" && len(strings.TrimLeft(bare, " ")) > len(cut) {
			return cut
		}
	}
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
		if d := p.words.anyDate(p.meta[k]); d != "" {
			return d
		}
	}
	return ""
}

// addTime notes a time element of the article.
func (p *page) addTime(n *html.Node) {
	d := readDate(first(attr(n, "datetime"), attr(n, "content")))
	if d == "" && len(inner(n)) < maxStamp { // only printed, or in a form of the site's own
		d = first(p.words.anyDate(attr(n, "datetime")), p.words.anyDate(inner(n)))
	}
	if d == "" || outside(n, p.around, p.words) || p.words.ofEvent(n) {
		return
	}
	about := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class") + " " + attr(n, "id"))
	_, pubdate := attrOK(n, "pubdate")
	s := stamp{date: d, published: pubdate || strings.Contains(about, "publi")}
	s.modified = strings.Contains(about, "modif") || strings.Contains(about, "updat") || p.words.has(modifiedCue, strings.ToLower(before(n)+" "+inner(n)))
	for up := n.Parent; up != nil; up = up.Parent {
		s.inArticle = s.inArticle || up == p.own || p.own == nil && (up.DataAtom == atom.Article || up.DataAtom == atom.Main)
	}
	p.times = append(p.times, s)
}

// ofEvent tells a day on which something takes place, by the class of its
// element or those next around it.
func (w *words) ofEvent(n *html.Node) bool {
	for up, i := n, 0; up != nil && i < 3; up, i = up.Parent, i+1 {
		if w.hinted(up, eventHint) {
			return true
		}
	}
	return false
}

// before is the text that stands right before an element.
func before(n *html.Node) string {
	if n.PrevSibling != nil && n.PrevSibling.Type == html.TextNode {
		return clean(n.PrevSibling.Data)
	}
	return ""
}

// outside tells an element that stands in a part of the page which is not the
// article's: navigation, an aside, what readers wrote. around are the elements
// that hold the article's heading, whatever their classes say; nil if it is not
// known.
func outside(n *html.Node, around map[*html.Node]bool, w *words) bool {
	for up := n; up != nil && !around[up]; up = up.Parent {
		if w.margin(up) || w.hinted(up, dropHint) || w.hinted(up, captionHint) {
			return true
		}
	}
	return false
}

// beside tells an element that stands in a margin of the page.
func beside(n *html.Node, around map[*html.Node]bool, w *words) bool {
	for up := n; up != nil && !around[up]; up = up.Parent {
		if w.margin(up) {
			return true
		}
	}
	return false
}

// margin tells an element that is no part of the article wherever it stands.
func (w *words) margin(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside:
		return true
	case atom.Footer:
		return !ownFooter(n)
	}
	return w.hinted(n, commentHint) || w.hinted(n, consentHint) || attr(n, "role") == "dialog"
}

// ancestors are all elements that hold n, and n.
func ancestors(n *html.Node) map[*html.Node]bool {
	all := map[*html.Node]bool{}
	for up := n; up != nil; up = up.Parent {
		all[up] = true
	}
	return all
}

// humps are the places in a class where words are joined by a capital:
// EmailSubscribe.
var humps = regexp.MustCompile(`([a-z])([A-Z])`)

// ownFooter tells the footer of the page's article, in which many systems say
// when and by whom it was written.
func ownFooter(n *html.Node) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == atom.Article {
			return find(up, isH1) != nil
		}
	}
	return false
}

// hinted tells an element whose class or id has a word of the kind.
func (w *words) hinted(n *html.Node, kind hintKind) bool {
	if n.Type != html.ElementNode || n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return false
	}
	for _, key := range []string{"class", "id"} {
		for _, s := range strings.Fields(attr(n, key)) {
			if w.hints[strings.ToLower(s)] == kind {
				return true
			}
			s = strings.ToLower(humps.ReplaceAllString(s, "$1-$2"))
			parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '_' })
			for i, part := range parts {
				if w.hints[part] == kind && (i == 0 || !w.negates(parts[i-1])) {
					return true
				}
			}
		}
	}
	return false
}

// negates tells the part of a class after which a word says what else the
// element has, not what it is: has-sidebar, no-comments.
func (w *words) negates(part string) bool {
	return part == "has" || part == "with" || part == "no"
}

// timeDate is the day of publication by the page's time elements in the article
// or beside it: the one that says so, else the one day that all of them name.
// Where they disagree, nothing is known.
func (p *page) timeDate(inArticle bool) string {
	found := ""
	for _, s := range p.times {
		switch {
		case s.modified:
		case s.published && inArticle:
			return s.date
		case s.inArticle != inArticle:
		case found != "" && day(s.date) != day(found):
			return p.publishedTime(inArticle)
		case found == "":
			found = s.date
		}
	}
	return found
}

// publishedTime is the first time element that says of itself that it is the
// day of publication.
func (p *page) publishedTime(asked bool) string {
	for _, s := range p.times {
		if asked && s.published && !s.modified {
			return s.date
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
