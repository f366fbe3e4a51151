package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// gatherer walks a page and gathers its prose, block by block.
type gatherer struct {
	blocks []block
	text   strings.Builder
	times  strings.Builder // the part of text that stands in time elements
	links  int             // bytes of the text that stand in links
	bold   int             // bytes of it that are bold
}

// prose gives the blocks of text below n. Pictures and their captions, forms, navigation and asides are no prose. The parser bounds
// how deep elements nest, so walking down is safe.
func prose(n *html.Node) []block {
	g := &gatherer{}
	g.walk(n, paragraph)
	g.end(paragraph)
	return g.blocks
}

func (g *gatherer) walk(n *html.Node, kind blockKind) {
	switch n.Type {
	case html.TextNode:
		g.text.WriteString(n.Data)
		return
	case html.ElementNode:
	case html.DocumentNode:
	default:
		return
	}
	if strings.HasPrefix(attr(n, "itemprop"), "date") && len(inner(n)) < maxLine {
		return // the page's day, not its prose
	}
	if silent(tag(n)) {
		g.text.WriteByte(' ')
		return
	}
	if g.whole(n, kind) || hidden(n) {
		return
	}
	if tag(n) == atom.Tr && g.row(n, kind) || tag(n) == atom.Dl && g.pairs(n, kind) {
		return
	}
	if parts(tag(n)) {
		g.inside(n, kind, kind)
		return
	}
	g.marks(n)
	g.children(n, kind)
}

// silent tells elements whose text is no prose.
func silent(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Math, atom.Button, atom.Form,
		atom.Nav, atom.Aside, atom.Footer, atom.Head, atom.Select, atom.Textarea, atom.Object,
		atom.Audio, atom.Video, atom.Canvas, atom.Menu, atom.Dialog:
		return true
	}
	return false
}

// parts tells elements that part what stands in them from what stands around.
func parts(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Ul, atom.Ol, atom.Table,
		atom.Td, atom.Th, atom.Body, atom.Hr, atom.Address, atom.Details, atom.Summary, atom.Center, atom.Fieldset,
		atom.Tr, atom.Dl:
		return true
	}
	return false
}

// whole gathers an element that is a block, or no text, of its own kind, and
// reports whether it was one.
func (g *gatherer) whole(n *html.Node, kind blockKind) bool {
	switch tag(n) {
	case atom.Figure: // a picture, or a table that is set like one
		if t := find(n, func(c *html.Node) bool { return tag(c) == atom.Table }); t != nil {
			g.inside(t, kind, kind)
		}
		g.text.WriteByte(' ')
	case atom.Br:
		g.br(n, kind)
	case atom.Sup:
		return strings.Trim(inner(n), "0123456789[]()*†‡ ") == "" // the sign of a note
	case atom.Pre:
		if find(n, func(c *html.Node) bool { return tag(c) == atom.Code }) == nil {
			g.pre(n, kind)
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		g.inside(n, heading, kind)
	case atom.Li, atom.Dd, atom.Dt:
		g.inside(n, item, kind)
	case atom.Blockquote:
		g.inside(n, quotation, kind)
	default:
		return false
	}
	return true
}

// marks notes what the text of an element is: a day, a link, bold.
func (g *gatherer) marks(n *html.Node) {
	switch tag(n) {
	case atom.Time:
		g.times.WriteString(" " + inner(n) + " ")
		g.text.WriteByte(' ')
	case atom.Span:
		if prev := n.PrevSibling; prev != nil && tag(prev) == atom.Span && textLen(prev) > 1 && textLen(n) > 1 {
			g.text.WriteByte(' ') // set apart by their style
		}
	case atom.A:
		g.links += len(inner(n))
	case atom.Strong, atom.B:
		g.bold += len(inner(n))
	}
}

// pre gathers text that keeps its lines: an empty line parts paragraphs.
func (g *gatherer) pre(n *html.Node, kind blockKind) {
	g.end(kind)
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	for _, p := range strings.Split(lines(b.String()), "\n\n") {
		g.text.WriteString(p)
		g.end(kind)
	}
}

// row gathers a row of a table of data as one block, its first cell, which
// names what the row is about, before a colon. A row whose cells hold blocks
// of their own lays out a page and is none.
func (g *gatherer) row(n *html.Node, kind blockKind) bool {
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if t := tag(c); t != atom.Td && t != atom.Th {
			continue
		}
		for d := range c.Descendants() {
			if d.Type == html.ElementNode && blockAtom[tag(d)] && tag(d) != atom.P {
				return false
			}
		}
		if text := inner(c); text != "" {
			cells = append(cells, text)
		}
	}
	if len(cells) < 2 {
		return false
	}
	g.end(kind)
	g.text.WriteString(strings.TrimSuffix(cells[0], ":") + ": " + strings.Join(cells[1:], " | "))
	g.end(item)
	return true
}

// pairs gathers a list of names and what belongs to each as rows, if no part of
// it holds blocks of its own.
func (g *gatherer) pairs(n *html.Node, kind blockKind) bool {
	var rows [][]string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t := tag(c)
		if t != atom.Dt && t != atom.Dd {
			if c.Type == html.ElementNode {
				return false
			}
			continue
		}
		for d := range c.Descendants() {
			if d.Type == html.ElementNode && blockAtom[tag(d)] && tag(d) != atom.P {
				return false
			}
		}
		switch text := inner(c); {
		case t == atom.Dt:
			rows = append(rows, []string{text})
		case len(rows) == 0:
			return false
		default:
			rows[len(rows)-1] = append(rows[len(rows)-1], text)
		}
	}
	for _, r := range rows {
		g.end(kind)
		g.text.WriteString(strings.TrimSuffix(r[0], ":"))
		if len(r) > 1 {
			g.text.WriteString(": " + strings.Join(r[1:], " | "))
		}
		g.end(item)
	}
	return len(rows) > 0
}

// tag is what element n is. Elements that go-readability made carry their name
// only.
func tag(n *html.Node) atom.Atom {
	if n.DataAtom != 0 || n.Type != html.ElementNode {
		return n.DataAtom
	}
	return atom.Lookup([]byte(n.Data))
}

func (g *gatherer) children(n *html.Node, kind blockKind) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		g.walk(c, kind)
	}
}

// inside gathers a block's children between the blocks around it.
func (g *gatherer) inside(n *html.Node, kind, around blockKind) {
	g.end(around)
	g.children(n, kind)
	g.end(kind)
}

// br ends a line; two in a row end a paragraph.
func (g *gatherer) br(n *html.Node, kind blockKind) {
	next := n.NextSibling
	for next != nil && next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
		next = next.NextSibling
	}
	if next != nil && tag(next) == atom.Br {
		g.end(kind)
		return
	}
	g.text.WriteByte(' ')
}

// end closes the block in hand.
func (g *gatherer) end(kind blockKind) {
	text := strings.Join(strings.Fields(strings.Map(printable, g.text.String())), " ")
	times, links, bold := clean(g.times.String()), g.links, g.bold
	g.text.Reset()
	g.times.Reset()
	g.links, g.bold = 0, 0
	if kind == paragraph && bold >= len(text) && len(text) < maxKicker && !sentence(text) && !strings.HasSuffix(text, ":") {
		kind = heading // in bold type and nothing else on its line
	}
	if text != "" && text != times { // a time that stands alone is the page's, not the prose's
		g.blocks = append(g.blocks, block{kind: kind, text: text, linked: 10*links >= 8*len(text)})
	}
}

// hidden tells an element that a reader of the page does not see.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		}
	}
	return false
}
