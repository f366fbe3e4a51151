package importer

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// uncover takes out of a page what lies over its article or beside it (dialogs,
// boxes that ask for consent, comments), and shows what a dialog hides.
// Elements that hold the page's heading, or most of its text, stay whatever
// they are called.
func (w *words) uncover(doc *html.Node) {
	var drop []*html.Node
	total, told := textLen(doc), w.told(doc)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if attr(n, "aria-hidden") == "true" && 3*textLen(n) > total {
			unset(n, "aria-hidden")
		}
		if w.furniture(n) && (3*textLen(n) < 2*total || w.hinted(n, consentHint)) && find(n, isH1) == nil && !holdsMost(n, told) {
			drop = append(drop, n)
		}
	}
	remove(drop)
}

// told are the paragraphs of a page that tell something: those with a sentence
// that neither stand among comments nor ask for consent.
func (w *words) told(doc *html.Node) []*html.Node {
	var all []*html.Node
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if w.hinted(n, commentHint) || w.hinted(n, consentHint) || silent(n.DataAtom) {
			return
		}
		if n.DataAtom == atom.P && sentence(inner(n)) {
			all = append(all, n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return all
}

// holdsMost tells an element with more than half of what a page tells: the box
// of its text, though its class also says what else it has ("entry share",
// "long-form").
func holdsMost(n *html.Node, told []*html.Node) bool {
	in, all := 0, 0
	for _, p := range told {
		length := textLen(p)
		all += length
		for up := p; up != nil; up = up.Parent {
			if up == n {
				in += length
				break
			}
		}
	}
	return in > shortArticle && 2*in > all
}

// remove takes elements out of their page.
func remove(all []*html.Node) {
	for _, n := range all {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// furniture tells an element that is no part of the article by what it says of
// itself.
func (w *words) furniture(n *html.Node) bool {
	switch attr(n, "role") {
	case "dialog", "alertdialog":
		return true
	}
	if attr(n, "aria-modal") == "true" {
		return true
	}
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.Ul, atom.Ol, atom.P, atom.Figcaption, atom.Span, atom.Td, atom.Dd, atom.Nav, atom.Header:
		if w.hinted(n, captionHint) && len(inner(n)) < 600 {
			return true
		}
		return w.hinted(n, dropHint) || w.hinted(n, commentHint) || w.hinted(n, consentHint) || w.hinted(n, apartHint)
	}
	return false
}

func isH1(n *html.Node) bool { return n.DataAtom == atom.H1 }

// textLen is how many bytes of text stand below n, scripts left out.
func textLen(n *html.Node) int {
	total := 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Parent != nil && c.Parent.DataAtom != atom.Script && c.Parent.DataAtom != atom.Style {
			total += len(strings.TrimSpace(c.Data))
		}
	}
	return total
}

// unset drops an attribute.
func unset(n *html.Node, key string) {
	for i, a := range n.Attr {
		if a.Key == key {
			n.Attr = append(n.Attr[:i], n.Attr[i+1:]...)
			return
		}
	}
}

// prune takes blocks out that are no prose of the article: credits of pictures,
// lines that only say when or by whom, pointers to other articles and what
// stands under them, and a paragraph that stands twice.
func (w *words) prune(blocks []block, s *stamps) []block {
	blocks = w.withoutContact(blocks)
	var out []block
	seen := map[string]bool{}
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		lower := strings.ToLower(b.text)
		if w.is(relatedCue, lower) {
			for i+1 < len(blocks) && blocks[i+1].kind == item && !sentence(blocks[i+1].text) {
				i++
			}
			continue
		}
		if i+1 < len(blocks) && w.teaser(b, blocks[i+1]) {
			i++
			continue
		}
		if w.apart(b, lower, s) || len(b.text) >= 60 && seen[b.text] {
			continue
		}
		seen[b.text] = true
		out = append(out, b)
	}
	return s.closing(out)
}

// closing drops the short lines after the last paragraph that are neither
// sentences nor say when something was: a signature, an address.
func (s *stamps) closing(blocks []block) []block {
	for i := len(blocks) - 1; i > 0; i-- {
		b := blocks[i]
		if b.kind == heading {
			continue
		}
		if b.kind == item || b.kind == quotation || len(b.text) >= maxKicker || sentence(b.text) || len(s.read(b.text, "")) > 0 {
			return blocks[:i+1]
		}
	}
	return blocks
}

// maxKicker is the length in bytes of the longest line over a text that only
// says where it belongs: "Politics", "Harbour".
const maxKicker = 60

// opening drops the lines before the first paragraph that are neither sentences
// nor say when something was: a kicker, a category, a name.
func (s *stamps) opening(blocks []block) []block {
	for i, b := range blocks {
		if b.kind != paragraph && b.kind != item || len(b.text) >= maxKicker || sentence(b.text) || strings.HasSuffix(b.text, ":") || len(s.read(b.text, "")) > 0 {
			if i+1 >= len(blocks) {
				return blocks
			}
			return blocks[i:]
		}
	}
	return blocks
}

// withoutContact cuts off what stands at the end for those who have questions:
// a line such as "Press contact" and the lines of names and numbers below it,
// up to the next sentence.
func (w *words) withoutContact(blocks []block) []block {
	before, all := 0, proseLen(blocks)
	for i, b := range blocks {
		if before >= minLead && len(b.text) <= maxByline && w.opens(contactCue, strings.ToLower(b.text)) != "" {
			long := func(b block) bool { return sentence(b.text) && len(b.text) > maxByline }
			if 2*(all-before) < 3*before && !slices.ContainsFunc(blocks[i+1:], long) {
				return blocks[:i]
			}
		}
		before += len(b.text)
	}
	return blocks
}

// teaser tells a heading that leads to another article, and the line under it
// that ends with a link to more of it.
func (w *words) teaser(b, next block) bool {
	if b.kind != heading || !b.linked || next.kind != paragraph || sentence(next.text) {
		return false
	}
	lower := strings.ToLower(strings.TrimRight(next.text, " .…»›>"))
	for _, c := range w.cues[moreCue] {
		if strings.HasSuffix(lower, " "+c) {
			return true
		}
	}
	return false
}

// maxLine is the length in bytes of the longest block that can be furniture.
const maxLine = 320

// apart tells a block that is no prose.
func (w *words) apart(b block, lower string, s *stamps) bool {
	if !strings.ContainsFunc(b.text, isLetter) && !strings.ContainsAny(b.text, "0123456789") {
		return true
	}
	if len(b.text) > maxLine || b.kind == quotation {
		return false
	}
	return w.has(promoCue, lower) || w.is(buttonCue, lower) || w.line(b, lower) || w.pointer(b, lower) || !sentence(b.text) && w.scrap(b, lower) || s.stamp(b, lower)
}

// pointer tells a line that leads to another article.
func (w *words) pointer(b block, lower string) bool {
	if w.opens(readOnCue, lower) != "" && (len(b.text) < 200 || !sentence(b.text)) {
		return true
	}
	return b.linked && !sentence(b.text) && b.kind != heading
}

// scrap tells a line, no sentence, that is a single word, a row of links, the
// names of the authors, or the credit of a picture.
func (w *words) scrap(b block, lower string) bool {
	if b.kind == paragraph {
		switch {
		case len(strings.Fields(b.text)) == 1 && !strings.ContainsAny(b.text, "0123456789"):
			return true
		case strings.Count(b.text, " | ") > 1:
			return true
		case len(b.text) < maxByline && w.opens(bylineCue, lower) != "":
			return true
		}
	}
	return w.has(creditCue, lower) && strings.LastIndexAny(b.text, ".:") > len(b.text)-60
}

// stamp tells a line that only says when or by whom the page was made. A
// heading that is nothing but a day is one of a chronicle.
func (s *stamps) stamp(b block, lower string) bool {
	if _, signed := s.signed(b.text, ""); signed || s.stamped(b.text, lower) {
		return true
	}
	if b.kind == heading && !s.words.has(publishedCue, lower) && !s.words.has(modifiedCue, lower) && !clockTime.MatchString(lower) {
		return false
	}
	return s.only(b.text)
}

// address is where to write to, or what to open.
var address = regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.-]+|\bhttps?://`)

// line tells a short line that is no sentence and gives a value under a name
// ("Category: Sport"), or an address to write to.
func (w *words) line(b block, lower string) bool {
	if address.MatchString(b.text) {
		return len(b.text) <= maxByline
	}
	return len(b.text) <= maxByline && !sentence(b.text) && w.opens(labelCue, lower) != ""
}

// sentence tells a line that ends as a sentence does.
func sentence(s string) bool {
	s = strings.TrimRight(s, "\"'»«”“’)› ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}
