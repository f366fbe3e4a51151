package importer

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"fasti/extract/lang"
)

// minEntries is how many dated entries make a page a live ticker.
const minEntries = 3

// ticker takes the entries of a live ticker out of the page, each with the day
// and time of its own, because "today" in an entry of Tuesday is Tuesday. A
// page whose entries are all of the page's day stays one article.
func (im *Importer) ticker(doc *html.Node, page *Article) []*Article {
	var boxes []*html.Node
	days := map[string]bool{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.Time || outside(n, nil, im.words) {
			continue
		}
		d := readDate(attr(n, "datetime"))
		box := entry(n)
		if d == "" || box == nil {
			continue
		}
		days[day(d)] = true
		boxes = append(boxes, box)
	}
	if len(boxes) < minEntries || len(days) < 2 {
		return nil
	}
	var all []*Article
	for _, box := range boxes {
		t := find(box, func(n *html.Node) bool { return n.DataAtom == atom.Time })
		e := &Article{Date: readDate(attr(t, "datetime")), Lang: page.Lang, tags: page.tags, Publisher: page.Publisher, Author: page.Author, entry: true}
		blocks := im.words.prune(prose(box), im.stamps)
		if len(blocks) > 1 && blocks[0].kind == heading {
			e.Title, blocks = blocks[0].text, blocks[1:]
		}
		e.Body = markdown(blocks)
		if e.Title == "" {
			e.Title = page.Title
		}
		if page.Link != "" {
			e.Link = page.Link + "#" + first(attr(box, "id"), moment(e.Date))
		}
		box.Parent.RemoveChild(box)
		if e.Body != "" {
			all = append(all, e)
		}
	}
	return all
}

// entries are those of a live ticker that is parted by lines of days and of
// times ("Thursday, 16 October", "11:20"), if they are of several days, and
// what stands before them.
func (s *stamps) entries(page *Article, blocks []block) ([]*Article, []block) {
	var all []*Article
	var texts [][]block
	var clocks []string
	days := map[string]bool{}
	at, start := "", len(blocks)
	begin := func(day, line string) {
		all = append(all, &Article{Date: day, Lang: page.Lang, tags: page.tags, Publisher: page.Publisher, Author: page.Author, entry: true})
		texts = append(texts, nil)
		clocks = append(clocks, clockTime.FindString(figuredDay.ReplaceAllString(line, "")))
	}
	for i, b := range blocks {
		switch on := s.dayLine(b, page.Lang); {
		case on != "":
			at, start = on, min(start, i)
		case s.momentLine(b, page.Lang) != "":
			at, start = s.momentLine(b, page.Lang), min(start, i)
			days[at] = true
			begin(at, b.text)
		case at != "" && clockTime.MatchString(b.text) && s.only(b.text):
			days[at] = true
			begin(at, b.text)
		case len(all) > 0:
			texts[len(all)-1] = append(texts[len(all)-1], b)
		}
	}
	if len(all) < minEntries || len(days) < 2 {
		return nil, blocks
	}
	for i, e := range all {
		e.Title = page.Title
		if t := texts[i]; len(t) > 1 && t[0].kind == heading {
			e.Title, texts[i] = t[0].text, t[1:]
		}
		e.Body = markdown(s.words.prune(texts[i], s))
		if page.Link != "" {
			e.Link = page.Link + "#" + moment(e.Date+" "+clocks[i])
		}
	}
	all = slices.DeleteFunc(all, func(e *Article) bool { return e.Body == "" })
	return all, blocks[:start]
}

// figuredDay is a day in figures with dots, of which a part looks like a time.
var figuredDay = regexp.MustCompile(`\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?`)

// momentLine is the day that a line names with a time of day, and nothing else;
// "" if it is none.
func (s *stamps) momentLine(b block, language string) string {
	if len(b.text) > maxKicker || !clockTime.MatchString(figuredDay.ReplaceAllString(b.text, "")) || !s.only(b.text) {
		return ""
	}
	if d := s.read(b.text, lang.Primary(language)); len(d) == 1 && !d[0].cued {
		return d[0].day
	}
	return ""
}

// dayLine is the day that a heading or a short line is, and nothing else; "" if
// it is none.
func (s *stamps) dayLine(b block, language string) string {
	if len(b.text) > maxKicker || clockTime.MatchString(b.text) || !s.only(b.text) {
		return ""
	}
	if d := s.read(b.text, lang.Primary(language)); len(d) == 1 {
		return d[0].day
	}
	return ""
}

// updates are the entries of a live ticker that the page declares, if they are
// of several days, and the page's own text without theirs.
func (page *Article) updates(declared []update, own []block) ([]*Article, []block) {
	days := map[string]bool{}
	for _, u := range declared {
		days[day(u.date)] = true
	}
	if len(declared) < minEntries || len(days) < 2 {
		return nil, own
	}
	var all []*Article
	theirs := map[string]bool{}
	for _, u := range declared {
		e := &Article{Title: first(u.title, page.Title), Date: u.date, Lang: page.Lang, tags: page.tags, Publisher: page.Publisher, Author: page.Author, entry: true}
		blocks := declaredBody(u.body)
		for _, b := range blocks {
			theirs[b.text] = true
		}
		theirs[u.title] = true
		e.Body = markdown(blocks)
		if page.Link != "" {
			e.Link = page.Link + "#" + moment(u.date)
		}
		all = append(all, e)
	}
	own = slices.DeleteFunc(own, func(b block) bool { return theirs[b.text] })
	return all, own
}

// moment names an entry by its day and time, which stay when others come before
// it.
func moment(date string) string {
	return "entry-" + strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, date[:min(len(date), len("2006-01-02T15:04:05"))])
}

// entry is the element that a time element dates: the next one around it that
// holds text of its own, but no other time and not the page's heading.
func entry(t *html.Node) *html.Node {
	for up := t.Parent; up != nil; up = up.Parent {
		switch up.DataAtom {
		case atom.Body, atom.Main, atom.Html:
			return nil
		}
		times := 0
		for c := range up.Descendants() {
			if c.Type == html.ElementNode && (c.DataAtom == atom.Time && attr(c, "datetime") != attr(t, "datetime") || c.DataAtom == atom.H1) {
				times++
			}
		}
		if times > 0 {
			return nil
		}
		if textLen(up) > textLen(t)+40 {
			return up
		}
	}
	return nil
}
