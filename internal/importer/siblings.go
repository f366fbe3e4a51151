package importer

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Site builders set each run of paragraphs into a box of its own, and a reader
// of pages keeps some of them. withSiblings adds the sentences of boxes that
// stand beside a box of the found text and are called the same.
func withSiblings(doc *html.Node, found []block) []block {
	kept := map[string]bool{}
	for _, b := range found {
		kept[b.text] = true
	}
	var missing []block
	if count(doc, maxElements) >= maxElements {
		return found
	}
	for parent := range doc.Descendants() {
		for _, group := range twins(parent) {
			if slices.ContainsFunc(group, func(n *html.Node) bool { return holds(n, kept) }) {
				for _, n := range group {
					missing = append(missing, plainProse(n, kept)...)
				}
			}
		}
	}
	if len(missing) == 0 {
		return found
	}
	return merged(prose(doc), found, missing)
}

// box tells an element that a class names.
func box(n *html.Node) bool {
	return n.Type == html.ElementNode && n.Parent != nil && attr(n, "class") != "" &&
		(n.DataAtom == atom.Div || n.DataAtom == atom.Section)
}

// holds tells a box whose text is mostly the article's.
func holds(n *html.Node, kept map[string]bool) bool {
	if textLen(n) < minBody {
		return false
	}
	have, all := 0, 0
	for _, b := range prose(n) {
		all += len(b.text)
		if kept[b.text] {
			have += len(b.text)
		}
	}
	return have >= minBody && 2*have >= all
}

// mostTwins is how many boxes of one class can be parts of one text; a list has
// more.
const mostTwins = 40

// twins are the boxes in an element that are called the same, two or more.
func twins(parent *html.Node) [][]*html.Node {
	var order []string
	by := map[string][]*html.Node{}
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		if !box(n) {
			continue
		}
		key := n.Data + " " + attr(n, "class")
		if by[key] == nil {
			order = append(order, key)
		}
		by[key] = append(by[key], n)
	}
	var groups [][]*html.Node
	for _, key := range order {
		if n := len(by[key]); n > 1 && n <= mostTwins {
			groups = append(groups, by[key])
		}
	}
	return groups
}

// plainProse is the text of a box that is nothing but sentences: without a
// heading, a day, a link that stands alone.
func plainProse(n *html.Node, kept map[string]bool) []block {
	if find(n, func(c *html.Node) bool {
		return heads(c) || isH1(c) || c.DataAtom == atom.Time || c.DataAtom == atom.Form || c.DataAtom == atom.Button
	}) != nil {
		return nil
	}
	blocks := prose(n)
	for _, b := range blocks {
		if kept[b.text] || b.kind != paragraph || b.linked || len(b.text) < minLead || !sentence(b.text) {
			return nil
		}
	}
	return blocks
}

// merged puts the missing blocks among those found, as they stand in the page.
func merged(page, found, missing []block) []block {
	place := map[string]int{}
	for i, b := range page {
		if _, ok := place[b.text]; !ok {
			place[b.text] = i
		}
	}
	out := slices.Clone(found)
	for _, b := range missing {
		if slices.ContainsFunc(out, func(o block) bool { return o.text == b.text }) {
			continue
		}
		at := 0
		for i, o := range out {
			if p, ok := place[o.text]; ok && p < place[b.text] {
				at = i + 1
			}
		}
		out = slices.Insert(out, at, b)
	}
	return out
}

// sideCells are the cells of a table that only lays a page out which stand
// beside the cell of the article and hold no paragraph: menus, dates, hours.
func sideCells(doc *html.Node) []*html.Node {
	var all []*html.Node
	for row := range doc.Descendants() {
		if row.DataAtom != atom.Tr || !articleRow(row) {
			continue
		}
		for c := row.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Td && !articleCell(c) && find(c, isParagraph) == nil {
				all = append(all, c)
			}
		}
	}
	return all
}

// articleRow tells a row of a table of which one cell, and only one, is that of
// an article, the largest.
func articleRow(row *html.Node) bool {
	n, most, largest := 0, 0, false
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td {
			continue
		}
		own := articleCell(c)
		if own {
			n++
		}
		if size := textLen(c); size > most {
			most, largest = size, own
		}
	}
	return n == 1 && largest
}

// articleCell tells a cell with a heading and paragraphs.
func articleCell(c *html.Node) bool {
	return find(c, func(n *html.Node) bool { return isH1(n) || heads(n) }) != nil && find(c, isParagraph) != nil
}

func isParagraph(n *html.Node) bool { return n.DataAtom == atom.P && textLen(n) >= minLead }
