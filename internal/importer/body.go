package importer

import (
	"strings"

	"golang.org/x/net/html"
)

// minBody is the length in bytes of the shortest text that a box named as the
// article's can hold.
const minBody = 120

// body are the boxes that the page itself names as those of its article's
// text, by microdata or by a class that content systems use: the one with most
// text, and those beside it. nil if there are none.
func (w *words) body(doc *html.Node) []*html.Node {
	var all []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && w.named(n) && find(n, isH1) == nil && !inside(n, all) {
			all = append(all, n)
		}
	}
	var best *html.Node
	for _, n := range all {
		if best == nil || textLen(n) > textLen(best) {
			best = n
		}
	}
	var boxes []*html.Node
	for _, n := range all {
		if n.Parent == best.Parent {
			boxes = append(boxes, n)
		}
	}
	return boxes
}

// inside tells an element below one of those; as they come in the page's
// order, the last is the one to ask.
func inside(n *html.Node, all []*html.Node) bool {
	if len(all) == 0 {
		return false
	}
	for up := n.Parent; up != nil; up = up.Parent {
		if up == all[len(all)-1] {
			return true
		}
	}
	return false
}

// named tells an element that is named as the body of an article.
func (w *words) named(n *html.Node) bool {
	if strings.EqualFold(attr(n, "itemprop"), "articleBody") || strings.Contains(attr(n, "property"), "content:encoded") {
		return true
	}
	for _, key := range []string{"class", "id", "data-testid", "data-hook"} {
		for _, s := range strings.Fields(attr(n, key)) {
			if w.bodyName(s) {
				return true
			}
		}
	}
	return false
}

// bodyName tells a word of a class that names the body of an article, however
// its parts are joined: article-body, ArticleBody, com-article__body.
func (w *words) bodyName(s string) bool {
	s = strings.ToLower(strings.NewReplacer("__", "-", "_", "-").Replace(s))
	for _, name := range w.bodies {
		before, after, ok := strings.Cut(s, name)
		if ok && (before == "" || strings.HasSuffix(before, "-")) && (after == "" || strings.HasPrefix(after, "--")) {
			return true
		}
	}
	return false
}

// within gives the text of the boxes that the page names as its article's, if
// it is at least half of what was found without asking for names: what was
// found beside them is furniture, and what is prose in them belongs to the
// article.
func within(boxes []*html.Node, found []block) []block {
	kept := map[string]bool{}
	for _, b := range found {
		kept[b.text] = true
	}
	var all []block
	for _, n := range boxes {
		all = append(all, prose(n)...)
	}
	if n := proseLen(all); n < minBody || 2*n < proseLen(found) {
		return found
	}
	var out []block
	for _, b := range all {
		if kept[b.text] || b.kind == item || b.kind == heading || sentence(b.text) {
			out = append(out, b)
		}
	}
	return out
}
