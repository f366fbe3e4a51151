package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Around the heading: how many lines before and behind it are looked at for a
// printed day.
const (
	linesBefore = 6
	linesBehind = 12
)

// page gives the days that a page prints by its heading. A line counts if it
// says that it is one (by its class, or by a word before the day) or is
// nothing but a day.
// The names in a line that also says when the page was made are its authors.
func (s *stamps) page(doc *html.Node, title, language string) (days []printed, authors string) {
	lines, at := s.lines(doc, title)
	if at < 0 {
		return s.foot(lines, language), ""
	}
	var sure, bare pageLines
	for i := 1; i <= linesBehind; i++ { // behind the heading first: before it is today
		for _, k := range []int{at + i, at - i} {
			if k < 0 || k >= len(lines) || at-k > linesBefore {
				continue
			}
			l := lines[k]
			names, signed := s.signed(l.text, language)
			authors = first(authors, names)
			s.sort(l, signed, language, &sure, &bare)
		}
	}
	days = append(sure.published, bare.published...)
	days = append(append(days, sure.changed...), bare.changed...)
	if len(days) == 0 {
		days = s.foot(lines, language)
	}
	return days, authors
}

// pageLines are the days that lines of a page give.
type pageLines struct{ published, changed []printed }

// sort puts the days of a line to those that it says to be the page's, or to
// those that stand alone.
func (s *stamps) sort(l line, signed bool, language string, sure, bare *pageLines) {
	if len(l.text) > maxStamp || outside(l.node, s.words) {
		return
	}
	found := s.read(l.text, language)
	if len(found) == 0 {
		return
	}
	to := sure
	if !signed && !l.marked && !found[0].cued {
		to = bare
		if !s.only(l.text) || found[0].day < oldestPage || ofTable(l.node) {
			return
		}
	}
	for _, p := range found {
		if p.modified {
			to.changed = append(to.changed, p)
		} else {
			to.published = append(to.published, p)
		}
	}
}

// foot gives the day of the last change that a page prints at its end.
func (s *stamps) foot(lines []line, language string) []printed {
	for i := len(lines) - 1; i >= max(0, len(lines)-linesBehind); i-- {
		l := lines[i]
		lower := strings.ToLower(l.text)
		if len(l.text) <= maxStamp && (s.words.has(thisPageCue, lower) || !outside(l.node, s.words) && s.words.has(modifiedCue, lower)) {
			for _, p := range s.read(l.text, language) {
				if p.modified || s.words.has(thisPageCue, lower) {
					p.modified = true
					return []printed{p}
				}
			}
		}
	}
	return nil
}

// oldestPage is the first day of the web: a day before it that stands alone is
// what the text is about.
const oldestPage = "1991-08-06"

// ofTable tells a cell of a table of data, whose days are what it tells of: one
// of three rows or more that begin with a figure.
func ofTable(n *html.Node) bool {
	for up := n; up != nil; up = up.Parent {
		if up.DataAtom != atom.Table {
			continue
		}
		dated := 0
		for c := range up.Descendants() {
			if c.DataAtom == atom.Tr && strings.IndexAny(inner(c), "0123456789") == 0 {
				dated++
			}
		}
		return dated >= 3
	}
	return false
}

// line is the text of one element without block elements in it.
type line struct {
	node   *html.Node
	text   string
	marked bool // its class says that it holds a day
}

// lines are the lines of a page in order, and which of them is the heading; -1
// if there is none.
func (s *stamps) lines(doc *html.Node, title string) ([]line, int) {
	var all []line
	at, named := -1, false
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !leaf(n) {
			continue
		}
		text := inner(n)
		if text == "" {
			continue
		}
		marked := s.marks(n) || find(n, s.marks) != nil || s.words.hinted(n, bylineHint) || n.Parent != nil && s.words.hinted(n.Parent, stampHint)
		all = append(all, line{n, text, marked})
		if at < 0 && n.DataAtom == atom.H1 || text == title && !named && (n.DataAtom == atom.H1 || heads(n)) {
			at, named = len(all)-1, text == title
		}
	}
	return all, at
}

// marks tells an element that says by its name that it holds a day.
func (s *stamps) marks(n *html.Node) bool {
	return n.DataAtom == atom.Time || s.words.hinted(n, stampHint)
}

// heads tells a heading of any level below the first.
func heads(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4:
		return true
	}
	return false
}

// leaf tells an element whose text is one line: it holds no other that makes
// lines, and is not itself inside such a one.
func leaf(n *html.Node) bool {
	if !blockAtom[n.DataAtom] && !(n.DataAtom == atom.Span || n.DataAtom == atom.Time) {
		return false
	}
	if n.DataAtom == atom.Span || n.DataAtom == atom.Time {
		for up := n.Parent; up != nil; up = up.Parent {
			if blockAtom[up.DataAtom] {
				return !leaf(up)
			}
		}
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (blockAtom[c.DataAtom] || strings.EqualFold(c.Data, "article")) {
			return false
		}
	}
	return true
}

// blockAtom are the elements that make lines.
var blockAtom = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Li: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dd: true,
	atom.Dt: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Blockquote: true, atom.Body: true, atom.Address: true,
	atom.Figure: true, atom.Figcaption: true, atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Form: true, atom.Pre: true, atom.Html: true,
}
