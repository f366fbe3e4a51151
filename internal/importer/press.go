package importer

import (
	"strings"
	"unicode"

	"fasti/extract/article"
)

// pressLines is how many lines of a text may stand before its headline in what
// a press database (Nexis, wiso, Factiva) gives.
const pressLines = 8

// maxHeadLine is the length in bytes of the longest line of such a head.
const maxHeadLine = 200

// press reads a text with the head of a press database: the paper, its day, the
// headline, and lines "AUTHOR: …", "LÄNGE: …" in capitals before and behind the
// text. It reports whether the text has such a head.
func (im *Importer) press(a *Article, text string) bool {
	var r article.Article
	r.ReadText(text)
	at, when := im.headDay(r, text)
	if at < 0 || at+1 >= len(r.Blocks) {
		return false
	}
	blocks := make([]string, len(r.Blocks))
	for i, b := range r.Blocks {
		blocks[i] = strings.Join(strings.Fields(b.Of(text)), " ")
	}
	a.Date = when
	head, body := blocks[:at], blocks[at+1:]
	if len(head) > 0 {
		a.Publisher = head[0]
	}
	for len(head) > 1 && a.Title == "" { // the headline stands before the day in some
		a.Title = head[len(head)-1]
		head = head[:len(head)-1]
	}
	var out []block
	for _, b := range body {
		key, value, field := labelled(b)
		switch {
		case field:
			if im.words.opens(bylineCue, strings.ToLower(key)+":") != "" {
				a.Author = im.words.authors(value)
			}
		case a.Title == "" && isTitle(b):
			a.Title = b
		case im.words.closing(b):
		default:
			out = append(out, block{kind: paragraph, text: b})
		}
	}
	a.Body = markdown(out)
	if a.Body == "" {
		*a = Article{}
		return false
	}
	a.Notes = append(a.Notes, "it was read as a text from a press database: paper and day stand before the headline")
	return true
}

// headDay finds the line of the head that is nothing but a day.
func (im *Importer) headDay(r article.Article, text string) (int, string) {
	for i, b := range r.Blocks {
		line := strings.Join(strings.Fields(b.Of(text)), " ")
		if i >= pressLines || len(line) > maxHeadLine {
			break
		}
		if i == 0 || !im.stamps.only(line) {
			continue
		}
		if d := im.stamps.read(line, ""); len(d) > 0 {
			return i, d[0].day
		}
	}
	return -1, ""
}

// labelled splits a line that gives a value under a name in capitals:
// "RUBRIK: LOKALES; S. 12".
func labelled(line string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(line, ":")
	if !ok || len(key) > 40 || key == "" || len(line) > maxHeadLine {
		return "", "", false
	}
	for _, r := range key {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return "", "", false
		}
	}
	return key, strings.TrimSpace(value), true
}

// closing tells the notice of rights behind a text.
func (w *words) closing(line string) bool {
	return len(line) < maxHeadLine && w.opens(rightsCue, strings.ToLower(line)) != ""
}
