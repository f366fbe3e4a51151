package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// compounds finds the article's people and bodies at the front of hyphened words:
// "Ebner-Besuch", "Ebner-led".
func (a *analysis) compounds() {
	surnames := map[string]int{}
	for i := range a.actors {
		d := &a.actors[i]
		if d.entry >= 0 || len(d.words) == 0 || d.kind != Person && len(d.words) > 1 {
			continue
		}
		last := d.words[len(d.words)-1]
		if at, ok := surnames[last]; ok && at != i {
			surnames[last] = -1
			continue
		}
		surnames[last] = i
	}
	var more []cand
	for i, t := range a.doc.Tokens {
		if t.Class != segment.Upper && t.Class != segment.Mixed {
			continue
		}
		front, _, ok := strings.Cut(t.Of(a.doc.Text), "-")
		if !ok || front == "" {
			continue
		}
		if at, ok := surnames[front]; ok && at >= 0 && !a.covered(i) {
			more = append(more, cand{Span: article.Span{Start: t.Start, End: t.Start + len(front) + 1}, first: i, last: i + 1,
				typ: typeOf(a.actors[at].kind), entry: -1, form: ByAdjective, part: true, actor: at, base: front})
		}
	}
	if len(more) > 0 {
		a.cands = append(a.cands, more...)
		slices.SortStableFunc(a.cands, func(x, y cand) int { return x.Start - y.Start })
	}
}

// covered tells whether a candidate holds the token.
func (a *analysis) covered(token int) bool {
	at, _ := slices.BinarySearchFunc(a.cands, token, func(c cand, t int) int { return c.last - 1 - t })
	return at < len(a.cands) && a.cands[at].first <= token
}
