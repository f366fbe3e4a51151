package article

import (
	"sort"
	"strings"
)

// Prose is what a reader sees of a span of the Body: its words with the markup
// rendered away, blocks and lines apart by a blank. It is the inverse of
// [Article.InBody], so that a quotation is shown as it was read. A span that
// holds no prose gives "".
func (a *Article) Prose(body Span) string {
	if body.Start < 0 || body.End > len(a.Body) || body.Start >= body.End {
		return ""
	}
	if a.pieces == nil {
		return oneLine(body.Of(a.Body))
	}
	k := sort.Search(len(a.pieces), func(k int) bool { return a.pieces[k].body+a.pieces[k].m > body.Start })
	from, to := -1, -1
	for ; k < len(a.pieces) && a.pieces[k].body < body.End; k++ {
		p := a.pieces[k]
		first, last := p.text, p.text+p.n
		if p.n == p.m { // the same bytes: it may be cut
			first += max(0, body.Start-p.body)
			last -= max(0, p.body+p.m-body.End)
		}
		if from < 0 {
			from = first
		}
		to = last
	}
	if from < 0 {
		return ""
	}
	return oneLine(a.Text[from:to])
}

// oneLine makes each run of blanks that holds a line's end one blank.
func oneLine(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		i := strings.IndexAny(s, "\n\r\t")
		if i < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(strings.TrimRight(s[:i], " ") + " ")
		s = strings.TrimLeft(s[i:], " \n\r\t")
	}
	return b.String()
}

// InlineProse is the prose of a run of Markdown whose article is not at hand:
// it is read as the inside of a paragraph, so that "7. Oktober" is no list.
func InlineProse(markdown string) string {
	if strings.TrimSpace(markdown) == "" {
		return ""
	}
	const before = "a "
	var a Article
	a.ReadMarkdown(before + markdown)
	return oneLine(strings.TrimPrefix(a.Text, before))
}
