package importer

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// minLead is the length in bytes of the shortest line that can be a lead.
const minLead = 50

// leads are the sentences between the heading and the text, which many papers
// set apart so that a reader of pages loses them: those that read as such or
// are named a lead by their class, and the block that the page's description
// repeats word for word.
func (im *Importer) leads(doc *html.Node, p *page, found []block) []block {
	all := prose(doc)
	var out []block
	if h1 := find(doc, isH1); h1 != nil {
		named := im.words.namedLeads(doc)
		for _, b := range between(all, inner(h1), found) {
			if named[b.text] || b.kind == paragraph && len(b.text) >= minLead && sentence(b.text) && !b.linked {
				out = append(out, block{kind: paragraph, text: b.text})
			}
		}
	}
	description := first(p.meta["og:description"], p.meta["description"])
	if len(description) < minLead || opensWith(out, description) {
		return out
	}
	for _, b := range all {
		if b.text == description {
			return append(out, block{kind: paragraph, text: b.text})
		}
	}
	return out
}

// namedLeads are the texts of the elements whose class says that they are a
// lead.
func (w *words) namedLeads(doc *html.Node) map[string]bool {
	all := map[string]bool{}
	for n := range doc.Descendants() {
		if w.hinted(n, leadHint) {
			if text := strings.Map(printable, inner(n)); len(text) >= minLead {
				all[text] = true
			}
		}
	}
	return all
}

// between are the blocks of the page after the heading and before the first
// block of the text; none where the text begins before the heading or does not
// stand in the page as it was found.
func between(all []block, title string, found []block) []block {
	from := slices.IndexFunc(all, func(b block) bool { return b.kind == heading && b.text == title })
	if from < 0 {
		return nil
	}
	rest := all[from+1:]
	for _, f := range found[:min(len(found), 3)] {
		if f.text == title {
			continue
		}
		if to := slices.IndexFunc(rest, func(b block) bool { return b.text == f.text }); to >= 0 {
			return rest[:to]
		}
	}
	return nil
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
