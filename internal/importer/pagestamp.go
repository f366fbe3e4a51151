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
			authors = first(authors, names, s.byline(l))
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
	if len(l.text) > maxStamp || outside(l.node, s.words) || s.words.ofEvent(l.node) {
		return
	}
	found := s.read(l.text, language)
	if len(found) == 0 {
		return
	}
	to := sure
	cued := found[0].cued && (!sentence(l.text) || s.stamped(l.text, strings.ToLower(l.text)))
	if !signed && !l.marked && !cued {
		if to = bare; !s.alone(l, found[0]) {
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

// alone tells a line that is nothing but a day, and that of the page: not one of
// a table or of before the web.
func (s *stamps) alone(l line, p printed) bool {
	return (s.only(l.text) || s.coded(l.text) || s.placed(l.text, p)) && p.day >= oldestPage && !ofTable(l.node)
}

// foot gives the day of the last change that a page prints at its end.
func (s *stamps) foot(lines []line, language string) []printed {
	for i := len(lines) - 1; i >= max(0, len(lines)-linesBehind); i-- {
		l := lines[i]
		lower := strings.ToLower(l.text)
		if len(l.text) <= maxStamp && (s.words.has(thisPageCue, lower) || !outside(l.node, s.words) && s.words.has(modifiedCue, lower) && (!sentence(l.text) || s.stamped(l.text, lower))) {
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

// ofTable tells a line of a table or list of data, whose days are what it tells
// of: three lines of it or more begin with a figure.
func ofTable(n *html.Node) bool {
	for up := n; up != nil; up = up.Parent {
		switch up.DataAtom {
		case atom.Table, atom.Dl, atom.Ul, atom.Ol:
		default:
			continue
		}
		dated := 0
		for c := range up.Descendants() {
			switch c.DataAtom {
			case atom.Tr, atom.Dt, atom.Li:
				if strings.IndexAny(inner(c), "0123456789") == 0 {
					dated++
				}
			}
		}
		return dated >= 3
	}
	return false
}

// line is a run of text between two elements that make lines, or line breaks.
type line struct {
	node   *html.Node // the element that holds its beginning
	text   string
	marked bool // its class says that it holds a day
}

// liner gathers the lines of a page.
type liner struct {
	stamps *stamps
	title  string
	lines  []line
	at     int  // the line of the heading; -1 so far
	named  bool // that line is the title

	text   strings.Builder
	first  *html.Node
	marked bool
}

// lines are the lines of a page in order, and which of them is the heading; -1
// if there is none.
func (s *stamps) lines(doc *html.Node, title string) ([]line, int) {
	l := &liner{stamps: s, title: title, at: -1}
	l.walk(doc, doc)
	return l.lines, l.at
}

func (l *liner) walk(n, block *html.Node) {
	switch n.Type {
	case html.TextNode:
		if l.first == nil && strings.TrimSpace(n.Data) != "" {
			l.first = n.Parent
		}
		l.text.WriteString(n.Data)
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Svg:
		return
	case atom.Br:
		l.end(block)
		return
	}
	if blockAtom[n.DataAtom] {
		l.end(block)
		l.children(n, n)
		l.end(n)
		return
	}
	l.marked = l.marked || l.stamps.marks(n)
	l.text.WriteByte(' ')
	l.children(n, block)
	l.text.WriteByte(' ')
}

func (l *liner) children(n, block *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		l.walk(c, block)
	}
}

// end closes the line in hand, which stands in the block.
func (l *liner) end(block *html.Node) {
	text, first, marked := clean(l.text.String()), l.first, l.marked
	l.text.Reset()
	l.first, l.marked = nil, false
	if text == "" || first == nil {
		return
	}
	w := l.stamps.words
	marked = marked || l.stamps.marks(block) || w.hinted(block, bylineHint) || block.Parent != nil && w.hinted(block.Parent, stampHint)
	l.lines = append(l.lines, line{first, text, marked})
	isTitle := inner(block) == l.title
	if l.at < 0 && block.DataAtom == atom.H1 || isTitle && !l.named && (block.DataAtom == atom.H1 || heads(block)) {
		l.at, l.named = len(l.lines)-1, isTitle
	}
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
