package importer

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// boxes are the parts of a page that lead to other articles: a box that opens
// with a heading such as "More posts", and an article element beside that of
// the page's heading, whose own heading is a link.
func (w *words) boxes(doc *html.Node) []*html.Node {
	var all []*html.Node
	total, titled, core := textLen(doc), find(doc, ownHeading) != nil, core(doc)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch {
		case teaserBox(n):
			all = append(all, n)
		case n.DataAtom == atom.Article && titled && leadsElsewhere(n):
			all = append(all, n)
		case opensBox(n) && w.opensOther(n, core):
			if box := boxOf(n); box != nil && 2*textLen(box) < total {
				all = append(all, box)
			}
		}
	}
	told := w.told(doc)
	return slices.DeleteFunc(append(all, calls(doc, core)...), func(n *html.Node) bool { return holdsMost(n, told) })
}

// Of boxes that call the reader to something: the length in bytes of the
// longest, and how much of a page, of 100, they can make up together.
const (
	maxCall   = 700
	mostCalls = 40
)

// calls are the boxes that ask the reader to do something or lead elsewhere:
// short ones with a heading of their own, and a button, a form, or a link that
// stands alone. Where they make up much of a page, the page is built of such.
func calls(doc, core *html.Node) []*html.Node {
	if core == nil {
		return nil
	}
	var all []*html.Node
	length := 0
	for n := range core.Descendants() {
		switch n.DataAtom {
		case atom.Div, atom.Section, atom.Aside, atom.Li:
		default:
			continue
		}
		if inside(n, all) || textLen(n) > maxCall || find(n, isH1) != nil || !callsOut(n) {
			continue
		}
		all = append(all, n)
		length += textLen(n)
	}
	if 100*length > mostCalls*textLen(core) {
		return nil
	}
	return all
}

// callsOut tells a box that opens with a heading and has a button, a form or a
// link that stands alone.
func callsOut(n *html.Node) bool {
	h := find(n, heads)
	if h == nil || textLen(h) == 0 || textAbove(n, h) > maxLabel {
		return false
	}
	return find(n, func(c *html.Node) bool {
		switch c.DataAtom {
		case atom.Button, atom.Form:
			return true
		case atom.A:
			return attr(c, "href") != "" && !strings.HasPrefix(attr(c, "href"), "#") && textLen(c) > 0 && textLen(c.Parent) == textLen(c)
		}
		return false
	}) != nil
}

// maxLabel is the length in bytes of the longest label over the heading of a box.
const maxLabel = 30

// textAbove is how many bytes of text stand in n before its part h.
func textAbove(n, h *html.Node) int {
	total := 0
	for c := range n.Descendants() {
		if c == h {
			break
		}
		if c.Type == html.TextNode {
			total += len(strings.TrimSpace(c.Data))
		}
	}
	return total
}

// teaserBox tells an element with a heading whose whole text is a link.
func teaserBox(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Li, atom.Aside:
	default:
		return false
	}
	if find(n, isH1) != nil || find(n, heads) == nil {
		return false
	}
	text, linked := textLen(n), 0
	for c := range n.Descendants() {
		if c.DataAtom == atom.A && !strings.HasPrefix(attr(c, "href"), "#") {
			linked += textLen(c)
		}
	}
	return text > 0 && linked >= text
}

// opensOther tells the heading of a box that leads elsewhere. Headings such as
// "Dates" do so beside the article only; in it they are its own.
func (w *words) opensOther(n, core *html.Node) bool {
	line := strings.ToLower(inner(n))
	return w.is(relatedCue, line) || w.is(sideBoxCue, line) && core != nil && !inside(n, []*html.Node{core})
}

// core is the smallest element that holds the page's heading and a good part of
// its text; nil without a heading.
func core(doc *html.Node) *html.Node {
	h1 := find(doc, isH1)
	if h1 == nil {
		return nil
	}
	total := textLen(doc)
	for up := h1.Parent; up != nil; up = up.Parent {
		if 3*textLen(up) >= total {
			return up
		}
	}
	return nil
}

// ownHeading tells the heading of a page's article: one of the first level that
// is more than the name of the paper.
func ownHeading(n *html.Node) bool {
	if n.DataAtom != atom.H1 {
		return false
	}
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == atom.Article || up.DataAtom == atom.Main {
			return true
		}
	}
	return len(strings.Fields(inner(n))) >= 4
}

// opensBox tells an element whose line can be the heading of a box.
func opensBox(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1:
		return false
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Strong, atom.B, atom.P, atom.Dt, atom.Span, atom.Legend:
		return true
	}
	return n.DataAtom == atom.Div && leaf(n)
}

// boxOf is the largest element whose text begins with that of the heading,
// within its article; nil if the heading stands alone in it.
func boxOf(h *html.Node) *html.Node {
	box := h
	for up := h.Parent; up != nil; up = up.Parent {
		switch up.DataAtom {
		case atom.Body, atom.Main, atom.Html:
			up = nil
		}
		if up == nil || textBefore(up, box) || find(up, isH1) != nil {
			break
		}
		box = up
	}
	if textLen(box) == textLen(h) {
		return nil
	}
	return box
}

// textBefore tells whether text stands in n before its child c.
func textBefore(n, c *html.Node) bool {
	for s := n.FirstChild; s != nil && s != c; s = s.NextSibling {
		if s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" || s.Type == html.ElementNode && textLen(s) > 0 {
			return true
		}
	}
	return false
}

// leadsElsewhere tells an article element that is a pointer to another one: it
// has no heading of the first level, and its first heading is a link.
func leadsElsewhere(n *html.Node) bool {
	if find(n, isH1) != nil {
		return false
	}
	h := find(n, func(c *html.Node) bool {
		return c.DataAtom == atom.H2 || c.DataAtom == atom.H3 || c.DataAtom == atom.H4
	})
	if h == nil {
		return false
	}
	if h.Parent != nil && h.Parent.DataAtom == atom.A {
		return true
	}
	a := find(h, func(c *html.Node) bool { return c.DataAtom == atom.A })
	return a != nil && textLen(a) == textLen(h) && !strings.HasPrefix(attr(a, "href"), "#")
}
