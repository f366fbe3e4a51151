package importer

import (
	"strings"
	"unicode"

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
// says that it is one (by its class, or by a word before the day), is
// nothing but a day, or stands right by the heading and has little else.
// The names in a line that also says when the page was made are its authors.
func (s *stamps) page(doc *html.Node, title, language string) (days []printed, authors string) {
	lines, at := s.lines(doc, title)
	if at < 0 {
		days = s.headless(lines, language)
	} else {
		days, authors = s.around(lines, at, language)
	}
	if len(days) == 0 {
		days = s.foot(lines, language)
	}
	if len(days) == 0 {
		days = s.opens(title, language)
	}
	return days, authors
}

// around gives the days and authors that lines around the heading name.
func (s *stamps) around(lines []line, at int, language string) (days []printed, authors string) {
	found := pageLines{around: ancestors(lines[at].node)}
	under := true                       // nothing long has come since the heading
	for i := 1; i <= linesBehind; i++ { // behind the heading first: before it is today
		for _, k := range []int{at + i, at - i} {
			if k < 0 || k >= len(lines) || at-k > linesBefore {
				continue
			}
			l := lines[k]
			names, signed := s.signed(l.text, language)
			authors = first(authors, names, s.byline(l))
			under = under && (k < at || len(l.text) <= maxStamp)
			s.sort(l, place{k - at, under}, signed, language, &found)
		}
	}
	return found.all(), authors
}

// opens gives the day before a title: "07.02.2024 - Neue Brücke in Ulm".
func (s *stamps) opens(title, language string) []printed {
	p := s.read(title, language)
	if len(p) == 0 || p[0].at > 0 || !strings.ContainsRune(":-–|", firstRune(strings.TrimSpace(title[p[0].end:]))) {
		return nil
	}
	return p[:1]
}

// place is where a line stands: how many lines behind the heading, and whether
// only short ones stand between.
type place struct {
	distance int
	under    bool
}

// headless gives the day of a page whose heading is not known: the one that all
// its lines of stamps name.
func (s *stamps) headless(lines []line, language string) []printed {
	var found pageLines
	for _, l := range lines {
		_, signed := s.signed(l.text, language)
		s.sort(l, place{distance: 1}, signed, language, &found)
	}
	all := found.all()
	for _, p := range all {
		if p.day != all[0].day {
			return nil
		}
	}
	return all
}

// pageLines are the days that lines of a page give.
type pageLines struct {
	around             map[*html.Node]bool // the elements that hold the heading
	sure, bare, little stampLines
}

// stampLines are days of one kind of line, the nearest to the heading first.
type stampLines struct{ published, changed []printed }

// all are the days, the surest first.
func (f *pageLines) all() []printed {
	kinds := []stampLines{f.sure, f.bare, f.little}
	var all []printed
	for _, k := range kinds {
		all = append(all, k.published...)
	}
	for _, k := range kinds {
		all = append(all, k.changed...)
	}
	return all
}

// sort puts the days of a line to those that it says to be the page's, to
// those that stand alone, or to those with little else by the heading.
func (s *stamps) sort(l line, at place, signed bool, language string, into *pageLines) {
	distance := at.distance
	// The author's box right under the heading is the article's.
	under := at.under && (distance == 1 || l.marked && distance > 0 && distance <= nextLines) && !beside(l.node, into.around, s.words)
	if len(l.text) > maxStamp || !under && outside(l.node, into.around, s.words) || s.words.ofEvent(l.node) {
		return
	}
	found := s.read(l.text, language)
	if len(found) == 0 {
		return
	}
	to := &into.sure
	cued := found[0].cued && (!sentence(l.text) || s.stamped(l.text, strings.ToLower(l.text)))
	if !signed && !l.marked && !cued {
		switch alone := s.alone(l, found[0]); {
		case alone && (distance < 1 || distance > nextLines):
			to = &into.bare
		case alone:
		case distance >= -nextLines && distance <= nextLines && s.little(l, found):
			to = &into.little
		default:
			return
		}
	}
	for _, p := range found {
		p.behind = distance > 0 && !found[0].modified // a line of changes may also name the next one
		if p.modified {
			to.changed = append(to.changed, p)
		} else {
			to.published = append(to.published, p)
		}
	}
}

// nextLines is how many lines from the heading one stands right by it.
const nextLines = 3

// maxBeside is how many words may stand beside the day in a line that has little else.
const maxBeside = 5

// little tells a line of one day and a few words, which are no sentence: the
// page's section, or who wrote it. The day opens or ends the line.
func (s *stamps) little(l line, found []printed) bool {
	p, last := found[0], found[len(found)-1]
	if p.day != last.day || p.day < oldestPage || sentence(l.text) && !s.known(l.text[last.end:]) || ofTable(l.node) {
		return false
	}
	before, behind := l.text[:p.at], l.text[last.end:]
	if !s.known(before) && !s.known(behind) || !s.apart(before, behind) {
		return false
	}
	words := strings.FieldsFunc(before+" "+behind, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '.' })
	return len(words) <= maxBeside && len(l.text) < maxKicker && !strings.ContainsAny(before+behind, "?!„“\"©")
}

// apart tells whether what stands before and behind a day is set apart from it:
// by a sign that parts, or because it is a name or a section of the site. Of
// "Sitting: 7 May", "valid until 7 May" the day says something else.
func (s *stamps) apart(before, behind string) bool {
	words := strings.Fields(before)
	for len(words) > 0 && s.known(words[len(words)-1]) && strings.ContainsFunc(words[len(words)-1], unicode.IsLetter) {
		words = words[:len(words)-1] // "by Ann Poe on 7 May"
	}
	if len(words) > 0 {
		last := words[len(words)-1]
		parted := strings.ContainsRune(",|•·–—-/)", lastRune(last))
		if !parted && (strings.HasSuffix(last, ":") || !unicode.IsUpper(firstRune(last))) {
			return false
		}
	}
	if words = strings.Fields(behind); len(words) > 0 {
		r := firstRune(words[0])
		return strings.ContainsRune(",|•·–—-/(", r) || unicode.IsUpper(r) || s.known(words[0])
	}
	return true
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
		if len(l.text) <= maxStamp && (s.words.has(thisPageCue, lower) || !outside(l.node, nil, s.words) && s.words.has(modifiedCue, lower) && (!sentence(l.text) || s.stamped(l.text, lower))) {
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
