package importer

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"fasti/extract/lang"
	"fasti/internal/diag"
)

// maxElements is the size of a page, in elements, up to which its article is
// looked for by weighing its parts, which costs more than it is long.
const maxElements = 50_000

// readHTML reads the article of a page, or the entries of a live ticker: its
// prose by go-readability, what is known about it from JSON-LD, meta and time
// elements and from what stands by its heading.
func (im *Importer) readHTML(data []byte, opt Options) ([]*Article, error) {
	text, err := htmlText(data)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(closeEmpty(text)))
	if err != nil {
		return nil, fault(diag.Unreadable, "the page could not be read: "+err.Error(), "")
	}
	remove(append(im.words.boxes(doc), sideCells(doc)...))
	a, p := im.readMeta(doc)
	host := hostName(a.Link)
	switch {
	case opt.Link != "":
		a.Link = opt.Link
	case opt.from != "":
		a.Link = savedAt(a.Link, original(opt.from))
	}
	if opt.from != "" && a.Publisher == host && opt.Publisher == "" { // it says nothing of its paper
		a.Publisher = hostName(a.Link)
	}
	days := p.days()
	var signed string
	days.printed, signed = im.stamps.page(doc, a.Title, a.tag(opt.Lang))
	a.Author = first(a.Author, signed)
	days.address = dayOfAddress(a.Link, a.tag(opt.Lang))
	var notes []string
	a.Date, notes = days.choose(im.words.zoneOf(opt.Zone, a.Link, a.Lang))
	a.Notes = append(a.Notes, notes...)
	im.words.uncover(doc)
	entries := im.ticker(doc, a)
	blocks := im.article(doc, p)
	lead := im.leads(doc, p, blocks)
	blocks = a.withoutTitle(withoutTop(blocks, prose(doc), a.Title))
	if len(entries) == 0 {
		entries, blocks = im.stamps.entries(a, blocks)
	}
	blocks = im.stamps.opening(im.words.prune(a.withoutNames(im.stamps, blocks), im.stamps))
	blocks = im.words.prune(withLead(lead, blocks), im.stamps)
	if len(entries) == 0 {
		entries, blocks = a.updates(p.ld.updates, blocks)
	}
	if why := im.words.noArticle(doc, p, blocks); why != "" && len(entries) == 0 {
		return nil, fault(diag.NotArticle, why, "save the page with its article again")
	}
	if a.Body = markdown(blocks); a.Body == "" && len(entries) == 0 {
		return nil, fault(diag.NoText, "no article was found in the page", "save its text as a .txt or .md file")
	}
	if n := proseLen(blocks); n < shortArticle && n > 0 {
		a.Notes = append(a.Notes, "its text is short: the page may show only a part of it")
	}
	if a.Body == "" || len(entries) > 0 && onlyHeadings(blocks) {
		return entries, nil
	}
	return append([]*Article{a}, entries...), nil
}

// onlyHeadings tells a page whose own text went into its entries.
func onlyHeadings(blocks []block) bool {
	return !slices.ContainsFunc(blocks, func(b block) bool { return b.kind != heading })
}

// shortArticle is the length of a text, in bytes, below which a page may have
// kept the rest to itself.
const shortArticle = 250

// article is the prose of the page's article. What the page declares as the
// article's body judges what was found: where most of it is missing, it is
// taken instead.
func (im *Importer) article(doc *html.Node, p *page) []block {
	found := prose(mainPart(doc))
	if boxes := im.words.body(doc); len(boxes) > 0 {
		found = within(boxes, found)
	}
	found = withSiblings(doc, found)
	declared := declaredBody(p.ld.body)
	if len(found) > 0 && proseLen(declared) < shortArticle {
		return found
	}
	if 10*shared(declared, found) < 6*proseLen(declared) {
		return declared
	}
	return found
}

// declaredBody are the paragraphs of JSON-LD's articleBody, which is plain
// text or, against the rules, HTML.
func declaredBody(s string) []block {
	if strings.Contains(s, "</p>") || strings.Contains(s, "<br") {
		return fragment(s)
	}
	var blocks []block
	for _, line := range strings.Split(s, "\n") {
		if line = strings.Join(strings.Fields(strings.Map(printable, html.UnescapeString(line))), " "); line != "" {
			blocks = append(blocks, block{kind: paragraph, text: line})
		}
	}
	return blocks
}

// shared is how many bytes of the first blocks stand in the others too, told
// by the beginnings of their sentences.
func shared(want, have []block) int {
	var all strings.Builder
	for _, b := range have {
		all.WriteString(b.text)
		all.WriteByte(' ')
	}
	text, n := all.String(), 0
	for _, b := range want {
		for _, s := range strings.SplitAfter(b.text, ". ") {
			if strings.Contains(text, strings.TrimSpace(s[:runeStart(s, min(len(s), 40))])) {
				n += len(s)
			}
		}
	}
	return n
}

// runeStart is the place at or before n where a character begins.
func runeStart(s string, n int) int {
	for n > 0 && n < len(s) && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

func proseLen(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.text)
	}
	return n
}

// emptyFrame finds elements that XHTML lets close themselves and HTML does
// not: a browser would take the rest of the page for their content.
var emptyFrame = regexp.MustCompile(`(?i)<(iframe|script|textarea|style|noscript|object|video|audio)((?:\s[^<>]*)?)/>`)

// closeEmpty closes such elements.
func closeEmpty(s string) string {
	return emptyFrame.ReplaceAllString(s, "<$1$2></$1>")
}

// htmlText gives a page in UTF-8, by its byte order mark, its meta element, or
// the rules of browsers.
func htmlText(data []byte) (string, error) {
	if !wide(data) {
		data = withoutZeros(data)
	}
	if binary(data) && !wide(data) {
		return "", fault(diag.Binary, "this is no page but a binary file", "fasti reads text, Markdown, HTML and feeds")
	}
	enc, _, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if validUTF8(data) {
		return strings.TrimPrefix(string(data), "\ufeff"), nil
	}
	b, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fault(diag.NotUTF8, "the page's encoding is broken", "save it as UTF-8")
	}
	return strings.TrimPrefix(string(b), "\ufeff"), nil
}

// wide tells a text in UTF-16 by its mark.
func wide(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
}

// marked gives a page or feed in UTF-16 the mark of order that it lacks: it
// begins with "<" and a zero, before it or behind.
func marked(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("<\x00")):
		return append([]byte("\xff\xfe"), data...)
	case bytes.HasPrefix(data, []byte("\x00<")):
		return append([]byte("\xfe\xff"), data...)
	}
	return data
}

// withoutZeros drops the zeros that some systems leave in a page; a file of
// many is none.
func withoutZeros(data []byte) []byte {
	if n := bytes.Count(data, []byte{0}); n == 0 || n*100 > len(data) {
		return data
	}
	return bytes.ReplaceAll(data, []byte{0}, nil)
}

// validUTF8 holds for a page in UTF-8, whatever it says of itself. A page in
// UTF-16 has zeros.
func validUTF8(data []byte) bool {
	return !bytes.Contains(data[:min(len(data), 1024)], []byte{0}) && strings.ToValidUTF8(string(data), "") == string(data)
}

// mainPart is the part of the page that holds the article.
func mainPart(doc *html.Node) *html.Node {
	if n := readable(doc); n != nil {
		return n
	}
	for _, name := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		if n := find(doc, func(n *html.Node) bool { return n.DataAtom == name }); n != nil {
			return n
		}
	}
	return doc
}

// readable is what go-readability takes for the article; nil if it finds none,
// or fails.
func readable(doc *html.Node) (n *html.Node) {
	defer func() {
		if recover() != nil { // a page that its author did not think of
			n = nil
		}
	}()
	if count(doc, maxElements) >= maxElements {
		return nil
	}
	for _, threshold := range []int{500, 200} { // the length of a text that counts as one
		p := readability.NewParser()
		p.DisableJSONLD = true // we read what is known about the article ourselves
		p.CharThresholds = threshold
		art, err := p.ParseDocument(doc, nil)
		if err == nil && art.Node != nil && proseLen(prose(art.Node)) >= threshold/2 {
			return art.Node
		}
	}
	return nil
}

// withoutTop drops the lines that stand in the page before its heading: where
// it belongs, what day it is today.
func withoutTop(blocks, page []block, title string) []block {
	at := slices.IndexFunc(page, func(b block) bool { return b.kind == heading && b.text == title })
	top := map[string]bool{}
	for _, b := range page[:max(0, at)] {
		top[b.text] = true
	}
	below := slices.DeleteFunc(slices.Clone(blocks), func(b block) bool { return top[b.text] })
	if 3*proseLen(below) < proseLen(blocks) {
		return blocks
	}
	return below
}

// tag is the language of the article with the region that the page or its
// domain gives, else the caller's.
func (a *Article) tag(given string) string {
	for _, t := range a.tags {
		if lang.Primary(t) == a.Lang && lang.Region(t) != "" {
			return t
		}
	}
	if at := country(a.Link); at != "" && a.Lang != "" {
		return a.Lang + "-" + at
	}
	return first(a.Lang, given)
}

// withoutNames drops the lines before the text that only say by whom it is, or
// where and on which day it was published.
func (a *Article) withoutNames(s *stamps, blocks []block) []block {
	for i, b := range blocks {
		if b.kind == heading && (a.Date == "" || s.dayLine(b, a.Lang) != day(a.Date)) {
			continue
		}
		if len(b.text) >= maxByline || sentence(b.text) {
			break
		}
		dated := s.read(b.text, lang.Primary(a.Lang))
		if a.names(b.text, s) || len(b.text) < maxKicker && len(dated) == 1 && a.Date != "" && dated[0].day == day(a.Date) {
			blocks = slices.Delete(slices.Clone(blocks), i, i+1)
			return a.withoutNames(s, blocks)
		}
	}
	return blocks
}

// names tells a line of the article's author or paper, and what stands around
// days.
func (a *Article) names(line string, s *stamps) bool {
	rest := line
	for _, name := range []string{a.Author, a.Publisher} {
		if name != "" {
			rest = strings.Replace(rest, name, "", 1)
		}
	}
	return rest != line && (!strings.ContainsFunc(rest, unicode.IsLetter) || s.known(rest))
}

// withoutTitle drops headings that only say the title again, and what stands
// before one near the beginning: the page's, not the article's.
func (a *Article) withoutTitle(blocks []block) []block {
	before, all := 0, proseLen(blocks)
	for i, b := range blocks {
		if b.kind == heading && (strings.EqualFold(b.text, a.Title) || wordy(a.Title) && strings.HasSuffix(b.text, a.Title)) && i+1 < len(blocks) && 3*before < all {
			return blocks[i+1:]
		}
		before += len(b.text)
	}
	return blocks
}

// fragment reads a piece of HTML, such as a feed's item holds.
func fragment(s string) []block {
	doc, err := html.Parse(strings.NewReader(closeEmpty(s)))
	if err != nil {
		return nil
	}
	return prose(doc)
}

// count is the number of elements below n, up to a limit.
func count(n *html.Node, limit int) int {
	total := 0
	for range n.Descendants() {
		if total++; total >= limit {
			break
		}
	}
	return total
}

// find is the first element below n that is wanted, in the page's order.
func find(n *html.Node, want func(*html.Node) bool) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && want(c) {
			return c
		}
	}
	return nil
}

// attr is the value of an attribute.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}
