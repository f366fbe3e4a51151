package article

import "sort"

// InBody carries a span of Text to the Body as it stands in the file. Where
// the span covers all that some markup encloses, the markup is covered too
// ("**Kiel**", not "Kiel**"). For plain text the two are the same.
func (a *Article) InBody(s Span) Span {
	if a.pieces == nil {
		return s
	}
	body := Span{a.bodyAt(s.Start, false), a.bodyAt(s.End, true)}
	if body.End < body.Start {
		body.End = body.Start
	}
	return a.widen(s, body)
}

// Quote is the text of the Body at a span of Text: the words as they stand in
// the file, markup included.
func (a *Article) Quote(s Span) string { return a.InBody(s).Of(a.Body) }

// bodyAt is where the byte at offset i of Text stands in Body; as an end, it
// is where the byte before i ends.
func (a *Article) bodyAt(i int, end bool) int {
	if end {
		i--
	}
	k := sort.Search(len(a.pieces), func(k int) bool { return a.pieces[k].text > i }) - 1
	if k < 0 {
		return 0
	}
	p := a.pieces[k]
	switch off := i - p.text; {
	case off >= p.n: // between two pieces: text that the body does not have
		return p.body + p.m
	case p.m != p.n && end: // written otherwise in the body: "&amp;"
		return p.body + p.m
	case p.m != p.n:
		return p.body
	case end:
		return p.body + off + 1
	default:
		return p.body + off
	}
}

// widen takes in the markup around what the span covers whole.
func (a *Article) widen(s, body Span) Span {
	k := sort.Search(len(a.markup), func(k int) bool { return a.markup[k].text.End > s.Start })
	for ; k < len(a.markup) && a.markup[k].text.Start < s.End; k++ {
		m := a.markup[k]
		if !s.Contains(m.text) {
			continue
		}
		if m.text.Start == s.Start {
			body.Start = min(body.Start, m.body.Start)
		}
		if m.text.End == s.End {
			body.End = max(body.End, m.body.End)
		}
	}
	return body
}
