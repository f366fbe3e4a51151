package importer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"fasti/extract/article"
)

// pressLines is how many lines may stand before the text in what a press
// database (Nexis, wiso, Factiva) gives.
const pressLines = 16

// maxHeadLine is the length in bytes of the longest line of such a head.
const maxHeadLine = 200

// press reads a text of a press database: one article or several, each with its
// paper, its day, its headline, and lines such as "LENGTH: …" around the text.
// nil if the text has no such head.
func (im *Importer) press(text string) []*Article {
	var r article.Article
	r.ReadText(text)
	lines := make([]string, len(r.Blocks))
	for i, b := range r.Blocks {
		lines[i] = strings.Join(strings.Fields(b.Of(text)), " ")
	}
	return im.pressLines(lines)
}

// pressLines reads the lines of such a text.
func (im *Importer) pressLines(lines []string) []*Article {
	var all []*Article
	for _, doc := range im.words.documents(lines) {
		p := &pressText{words: im.words, stamps: im.stamps}
		a := p.read(doc)
		if a == nil {
			if len(all) == 0 {
				return nil
			}
			continue
		}
		if p.fromBase() {
			a.Notes = append(a.Notes, "it was read as a text from a press database: paper and day stand by the headline")
		} else {
			a.Notes = append(a.Notes, "its date is the one printed by its headline")
		}
		all = append(all, a)
	}
	return all
}

// counted parts the articles of a file: "1 of 20 DOCUMENTS".
var counted = regexp.MustCompile(`^(?:\pL+ )?\d+ (?:of|von|de|sur) \d+(?: \pL+)?$`)

// documents are the lines of the articles of one file.
func (w *words) documents(lines []string) [][]string {
	var all [][]string
	var doc []string
	for _, l := range lines {
		if counted.MatchString(l) {
			all, doc = append(all, doc), nil
			continue
		}
		doc = append(doc, l)
		if w.press[strings.ToLower(l)] == pressEnd {
			all, doc = append(all, doc), nil
		}
	}
	all = append(all, doc)
	return slices.DeleteFunc(all, func(d []string) bool { return len(d) == 0 })
}

// pressText reads one article.
type pressText struct {
	words  *words
	stamps *stamps

	article Article
	plain   []string // lines of the head that are neither labelled nor a day
	behind  []string // … those of them behind the day
	body    []string
	codes   int // lines that only such a head has
	labels  int // lines that give a value under a name
}

// fromBase tells whether anything but a day says that the text comes from a
// press database.
func (p *pressText) fromBase() bool { return p.codes+p.labels > 0 || p.article.Publisher != "" }

// read gives the article; nil if the lines have no head of a press database.
func (p *pressText) read(lines []string) *Article {
	if a := p.fields(lines); a != nil {
		return a
	}
	if a := p.wire(lines); a != nil {
		return a
	}
	at := p.bodyAt(lines)
	if at < 0 {
		return nil
	}
	for _, l := range lines[:at] {
		p.headLine(l)
	}
	for _, l := range lines[at:] {
		switch key, value, ok := p.label(l); {
		case p.words.press[strings.ToLower(l)] == pressTail:
			return p.finish()
		case ok && key == pressAuthor && p.article.Author == "":
			p.labels++
			p.article.Author = p.author(value)
		case ok, p.words.closing(l):
		default:
			p.body = append(p.body, l)
		}
	}
	return p.finish()
}

// bodyAt is the line with which the text begins: behind a line that says so,
// else behind the last that belongs to a head; -1 if there is no head, which
// has a day at least.
func (p *pressText) bodyAt(lines []string) int {
	at, dated, prose := -1, false, 0
	for i, l := range lines[:min(len(lines), pressLines)] {
		if dated && p.words.press[strings.ToLower(l)] == pressBody {
			return i + 1
		}
		ofHead := p.ofHead(l)
		if !ofHead && sentence(l) && len(l) > maxKicker {
			if prose++; dated || prose > 1 {
				break // the text has begun
			}
		}
		if paper, day := p.day(l); day != "" && (i > 0 || paper != "") {
			dated, ofHead = true, true
		}
		if ofHead {
			at = i + 1
		}
	}
	if !dated || at < 0 || at >= len(lines) {
		return -1
	}
	return p.behindTitle(lines, at)
}

// behindTitle is the line behind the headline, where that stands behind the day.
func (p *pressText) behindTitle(lines []string, at int) int {
	if at < len(lines)-1 && p.codesIn(lines[:at]) == 0 && isTitle(lines[at]) {
		return at + 1
	}
	return at
}

// ofHead tells a line, not the day's, that only a head has.
func (p *pressText) ofHead(l string) bool {
	_, _, labelled := p.label(l)
	return labelled || p.words.closing(l) || p.isCode(l)
}

// codesIn counts the lines that only heads have.
func (p *pressText) codesIn(lines []string) int {
	n := 0
	for _, l := range lines {
		if p.isCode(l) {
			n++
		}
	}
	return n
}

// headLine takes one line of the head.
func (p *pressText) headLine(l string) {
	key, value, ok := p.label(l)
	paper, day := p.day(l)
	switch {
	case ok:
		p.labels++
		if key == pressAuthor {
			p.article.Author = p.author(value)
		}
	case day != "":
		if p.article.Date == "" {
			p.article.Date = day
		}
		p.article.Publisher = first(p.article.Publisher, paper)
	case p.isCode(l):
		p.codes++
	case p.words.closing(l) || p.words.press[strings.ToLower(l)] != "":
	case p.words.opens(bylineCue, strings.ToLower(l)) != "" && len(l) < maxKicker:
		p.article.Author = p.author(l)
	case p.article.Date == "":
		p.plain = append(p.plain, l)
	default:
		p.behind = append(p.behind, l)
	}
}

// finish tells headline and paper apart and gives the article.
func (p *pressText) finish() *Article {
	a, before, behind := &p.article, p.plain, p.behind
	switch {
	case a.Publisher != "" || len(before) == 0:
		a.Title = first(append(before, behind...)...)
	case p.codes > 0 && len(behind) > 0: // Factiva: the paper stands behind the day
		a.Title, a.Publisher = before[0], behind[0]
	case len(before) > 1: // headline, paper, day
		a.Title, a.Publisher = before[0], before[len(before)-1]
	case len(behind) > 0: // paper, day, headline
		a.Title, a.Publisher = behind[0], before[0]
	default:
		a.Title = before[0]
	}
	var out []block
	for _, l := range p.body {
		out = append(out, block{kind: paragraph, text: l})
	}
	if a.Body = markdown(p.words.prune(out, p.stamps)); a.Body == "" {
		return nil
	}
	return a
}

// A report as the wire of an agency brings it: its first line, the line that
// ends the headline, and the moment at its end (day, hour, minute, month, year).
var (
	wireHead  = regexp.MustCompile(`^[a-z]{2,4}\d{3,4} \d \pL{1,3} \d+ +(\pL{3,4}) +\d{3,4}$`)
	wireClock = regexp.MustCompile(`^(\d\d)(\d\d)(\d\d) (\pL{3}) (\d\d)$`)
)

// wire reads such a report; nil for another text.
func (p *pressText) wire(lines []string) *Article {
	m := wireHead.FindStringSubmatch(lines[0])
	if m == nil {
		return nil
	}
	a := &p.article
	a.Publisher = m[1]
	p.codes++
	done := false
	for _, l := range lines[1:] {
		title, ends := strings.CutSuffix(l, "=")
		switch t := wireClock.FindStringSubmatch(l); {
		case t != nil && p.words.months[strings.ToLower(t[4])] > 0:
			a.Date = readDate(fmt.Sprintf("20%s-%02d-%s", t[5], p.words.months[strings.ToLower(t[4])], t[1]))
		case p.words.press[strings.ToLower(strings.Trim(l, "# "))] == pressTail:
			done = true
		case ends && a.Title == "":
			a.Title = strings.TrimSpace(title)
		case a.Title != "" && !done:
			p.body = append(p.body, l)
		}
	}
	if a.Title == "" {
		return nil
	}
	p.plain = []string{a.Title}
	return p.finish()
}

// author brings "Lind, Rosa" to the order of names, and lists to form.
func (p *pressText) author(s string) string {
	if last, given, ok := strings.Cut(s, ","); ok && len(strings.Fields(last)) == 1 && len(strings.Fields(given)) == 1 {
		s = strings.TrimSpace(given) + " " + last
	}
	return p.words.authors(s)
}

// day reads a line that gives the day: alone, or behind the name of the paper
// ("Wiesenauer Allgemeine vom 12.02.2031, S. 12").
func (p *pressText) day(l string) (paper, day string) {
	if len(l) > maxHeadLine || sentence(l) {
		return "", ""
	}
	found := p.stamps.read(l, "")
	if len(found) == 0 {
		return "", ""
	}
	if p.stamps.only(l) {
		return "", found[0].day
	}
	if before := strings.TrimSpace(l[:found[0].at]); found[0].cued && before != "" {
		words := strings.Fields(before)
		return strings.Join(words[:len(words)-1], " "), found[0].day
	}
	return "", ""
}

// isCode tells a line that only the head of a press database has: a number of
// words, a code of the paper, a page, the name of a language.
func (p *pressText) isCode(l string) bool {
	if wordCount.MatchString(l) || onlyClock.MatchString(l) || len(l) <= 4 && l != "" && strings.Trim(l, "0123456789") == "" {
		return true
	}
	upper := len(l) <= 8 && len(l) > 2 && !strings.ContainsFunc(l, func(r rune) bool { return !unicode.IsUpper(r) && !unicode.IsDigit(r) })
	return upper || p.words.press[strings.ToLower(l)] == pressLanguage
}

// onlyClock is a line that gives the time of day.
var onlyClock = regexp.MustCompile(`^\d{1,2}[:.]\d\d(?: (?:AM|PM|Uhr))?$`)

// wordCount is a line that says how long a text is.
var wordCount = regexp.MustCompile(`^\d+ (?:words|Wörter|mots)$`)

// label splits a line that gives a value under a name: "RUBRIK: LOKALES; S. 12",
// "Byline: Ann Poe". What the value is, the table says; names in capitals count
// though it does not know them.
func (p *pressText) label(line string) (kind, value string, ok bool) {
	key, value, ok := strings.Cut(line, ":")
	if !ok || len(key) > 50 || key == "" || len(line) > maxHeadLine {
		return "", "", false
	}
	kind = p.words.press[strings.ToLower(key)]
	capitals := !strings.ContainsFunc(key, func(r rune) bool { return unicode.IsLower(r) || unicode.IsDigit(r) })
	if kind == "" && capitals {
		kind = pressOther
	}
	return kind, strings.TrimSpace(value), kind == pressAuthor || kind == pressOther
}

// fields reads an article whose parts stand under codes of two capitals, as
// Factiva writes them; nil for another text.
func (p *pressText) fields(lines []string) *Article {
	values := map[string][]string{}
	key := ""
	for _, l := range lines {
		if len(l) == 2 && l == strings.ToUpper(l) && p.words.press[strings.ToLower(l)] == pressField {
			key = l
			continue
		}
		if key != "" {
			values[key] = append(values[key], l)
		}
	}
	date := first(values["PD"]...)
	if len(values["HD"]) == 0 || len(values["SN"]) == 0 || date == "" {
		return nil
	}
	if d := p.stamps.read(date, ""); len(d) > 0 {
		p.article.Date = d[0].day
	}
	p.plain, p.article.Publisher = values["HD"], first(values["SN"]...)
	p.article.Author = p.author(first(values["BY"]...))
	p.body = slices.Concat(values["LP"], values["TD"])
	return p.finish()
}

// closing tells the notice of rights behind a text.
func (w *words) closing(line string) bool {
	return len(line) < maxHeadLine && w.opens(rightsCue, strings.ToLower(line)) != ""
}
