package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// noArticle says why a page has no article, though it has a few words: it
// tells that there is none at its address, asks who one is, or shows others in
// frames. "" if nothing speaks against it.
func (w *words) noArticle(doc *html.Node, p *page, blocks []block) string {
	if find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Frameset }) != nil {
		return "this page is only a frame around others"
	}
	if proseLen(blocks) >= shortArticle {
		return ""
	}
	for _, s := range append(titleParts(p.title), p.h1, p.articleH1) {
		if w.opens(noPageCue, strings.ToLower(strings.TrimSpace(s))) != "" {
			return "this is no article but the page \"" + s + "\""
		}
	}
	password := func(n *html.Node) bool {
		return n.DataAtom == atom.Input && strings.EqualFold(attr(n, "type"), "password")
	}
	if find(doc, password) != nil {
		return "this page only asks for a password"
	}
	return ""
}
