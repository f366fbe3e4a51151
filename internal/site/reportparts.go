package site

import (
	"strconv"
	"strings"
)

// Reports is a page with further sentences of an event that more reports speak
// of than its own page can hold.
type Reports struct {
	Page
	Heading string  `json:"heading"`
	HLang   string  `json:"hlang"`
	HDir    string  `json:"hdir"`
	Reports string  `json:"reports"`
	Start   int     `json:"start"` // number of the first sentence
	Quotes  []Quote `json:"quotes"`
	Prev    Link    `json:"prev"`
	Next    Link    `json:"next"`
}

// Of a page of evidence, gzipped: what a sentence takes beside its words, and
// how many bytes all may take so that the page keeps to 15 kB.
const (
	quoteBytes = 48
	proofBytes = 8_500
	proofLeast = 8
)

// proofs divides the sentences of an event, so that each page keeps to its
// size: from, to of each page. Words are taken to shrink to two fifths when
// they are packed.
func (e *event) proofs() [][2]int {
	out := [][2]int{{0, len(e.Sources)}}
	size := 0
	for i, s := range e.Sources {
		last := &out[len(out)-1]
		size += quoteBytes + min(len(s.Quote), 4000)*2/5
		if size > proofBytes && i-last[0] >= proofLeast {
			last[1] = i
			out = append(out, [2]int{i, len(e.Sources)})
			size = 0
		}
	}
	return out
}

// proofPath is the page of the n-th part of an event's sentences, from 0.
func (e *event) proofPath(n int) string {
	if n == 0 {
		return e.path
	}
	return strings.TrimSuffix(e.path, "index.html") + "reports-" + strconv.Itoa(n+1) + "/index.html"
}

// proofLink leads to a part of an event's sentences.
func (t *timeline) proofLink(e *event, parts [][2]int, n int, from string) Link {
	if n < 0 || n >= len(parts) {
		return Link{}
	}
	a, b := t.words.number(parts[n][0]+1), t.words.number(parts[n][1])
	return Link{Href: rel(from, e.proofPath(n)), Text: t.words.say("sentences_of", "a", a, "b", b, "total", t.words.number(len(e.Sources)))}
}

// reportPages are the pages of further sentences of an event.
func (t *timeline) reportPages(e *event) []Reports {
	var out []Reports
	parts := e.proofs()
	for n := 1; n < len(parts); n++ {
		path := e.proofPath(n)
		c := t.card(e, path)
		v := Reports{
			Page: t.page(path, "reports", "", e.title(t.words)), Heading: c.Title, HLang: c.Lang, HDir: c.Dir,
			Reports: t.words.count("reports_heading", len(e.reports)), Start: parts[n][0] + 1,
			Prev: t.proofLink(e, parts, n-1, path), Next: t.proofLink(e, parts, n+1, path),
		}
		v.Crumbs = t.crumbs(path, t.eventCrumb(e), Link{Href: e.path, Text: e.title(t.words), Lang: c.Lang}, Link{Text: t.proofLink(e, parts, n, path).Text})
		for _, s := range e.Sources[parts[n][0]:parts[n][1]] {
			v.Quotes = append(v.Quotes, t.quote(e, s, path))
		}
		out = append(out, v)
	}
	return out
}
