package importer

import (
	"bytes"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"fasti/internal/diag"
)

// maxElements is the size of a page, in elements, up to which its article is
// looked for by weighing its parts, which costs more than it is long.
const maxElements = 50_000

// readHTML reads an article from a page: its prose by go-readability, what is
// known about it from JSON-LD, meta and time elements.
func readHTML(data []byte) (*Article, error) {
	text, err := htmlText(data)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, fault(diag.Unreadable, "the page could not be read: "+err.Error(), "")
	}
	a := readMeta(doc)
	blocks := prose(mainPart(doc))
	blocks = a.withoutTitle(blocks)
	if a.Body = markdown(blocks); a.Body == "" {
		return nil, fault(diag.NoText, "no article was found in the page", "save its text as a .txt or .md file")
	}
	return a, nil
}

// htmlText gives a page in UTF-8, by its byte order mark, its meta element, or
// the rules of browsers.
func htmlText(data []byte) (string, error) {
	if binary(data) && !bytes.HasPrefix(data, []byte{0xff, 0xfe}) && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
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
	p := readability.NewParser()
	p.DisableJSONLD = true // we read what is known about the article ourselves
	p.CharThresholds = 200
	art, err := p.ParseDocument(doc, nil)
	if err != nil || art.Node == nil || len(prose(art.Node)) == 0 {
		return nil
	}
	return art.Node
}

// withoutTitle drops headings that only say the title again.
func (a *Article) withoutTitle(blocks []block) []block {
	for len(blocks) > 1 && blocks[0].kind == heading && strings.EqualFold(blocks[0].text, a.Title) {
		blocks = blocks[1:]
	}
	return blocks
}

// fragment reads a piece of HTML, such as a feed's item holds.
func fragment(s string) []block {
	doc, err := html.Parse(strings.NewReader(s))
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
