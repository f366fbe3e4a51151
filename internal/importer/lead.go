package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// minLead is the length in bytes of the shortest line that can be a lead.
const minLead = 50

// leads are the sentences between the heading and the text, which many papers
// set apart so that a reader of pages loses them: what stands in the heading's
// own header element, and the block that the page's description repeats word
// for word.
func (im *Importer) leads(doc *html.Node, p *page) []block {
	var out []block
	h1 := find(doc, isH1)
	if h1 != nil {
		for up := h1.Parent; up != nil && len(out) == 0; up = up.Parent {
			if up.DataAtom == atom.Header {
				out = behind(prose(unwrapped(up)), inner(h1))
				break
			}
		}
	}
	description := first(p.meta["og:description"], p.meta["description"])
	if len(description) >= minLead && len(out) == 0 {
		for _, b := range prose(doc) {
			if b.text == description {
				out = append(out, block{kind: paragraph, text: b.text})
				break
			}
		}
	}
	return out
}

// unwrapped is the element as one that holds prose: header elements in other
// places hold the page's own.
func unwrapped(n *html.Node) *html.Node {
	c := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	c.FirstChild, c.LastChild = n.FirstChild, n.LastChild
	return c
}

// behind are the blocks after the heading that read as sentences.
func behind(blocks []block, title string) []block {
	var out []block
	past := false
	for _, b := range blocks {
		if b.kind == heading && b.text == title {
			past = true
			continue
		}
		if past && b.kind == paragraph && len(b.text) >= minLead && sentence(b.text) {
			out = append(out, b)
		}
	}
	return out
}

// withLead puts the lead before the text that lacks it.
func withLead(lead, blocks []block) []block {
	have := map[string]bool{}
	for _, b := range blocks {
		have[b.text] = true
	}
	var out []block
	for _, b := range lead {
		if !have[b.text] && !opensWith(blocks, b.text) {
			out = append(out, b)
		}
	}
	return append(out, blocks...)
}

// opensWith tells whether the text stands inside a block already.
func opensWith(blocks []block, text string) bool {
	for _, b := range blocks {
		if strings.Contains(b.text, text) {
			return true
		}
	}
	return false
}
