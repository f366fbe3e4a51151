package actor

import (
	"slices"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// initialNames finds people whom an article calls by initials alone ("der
// 47-jährige Bauer K.L."): once an age or a role has introduced them, wherever
// the same initials stand.
func (a *analysis) initialNames() {
	introduced := map[string]bool{}
	var at []int
	for i, t := range a.doc.Tokens {
		w := t.Of(a.doc.Text)
		if !isInitials(w) || a.words.legal[w] || a.covered(i) {
			continue
		}
		if _, known := a.dict.forms[w]; known {
			continue
		}
		at = append(at, i)
		for j := i - 1; j >= 0 && j >= i-3 && a.doc.Tokens[j].Class != segment.Punct; j-- {
			if _, form := a.ageAt(a.doc, j); form != "" {
				introduced[w] = true
			}
		}
		if i > 0 {
			if _, last, _ := a.words.nouns.at(a.doc, i-1, i, nil); last > 0 {
				introduced[w] = true
			}
		}
	}
	for _, i := range at {
		t := a.doc.Tokens[i]
		if introduced[t.Of(a.doc.Text)] {
			a.cands = append(a.cands, cand{Span: t.Span, first: i, last: i + 1, typ: PER, entry: -1, form: ByName, name: true, actor: -1})
		}
	}
	a.sortCands()
}

// isInitials tells whether a word is two capitals with dots: "K.L.".
func isInitials(w string) bool {
	return len(w) == 4 && w[1] == '.' && w[3] == '.' && 'A' <= w[0] && w[0] <= 'Z' && 'A' <= w[2] && w[2] <= 'Z'
}

// coordinated finds full names that are listed with a person's and that the
// engine missed, in languages where nouns are small: "Ida Holm and Tarvo Quen".
func (a *analysis) coordinated() {
	if !a.genitiveFree() {
		return
	}
	var more []cand
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.typ != PER || c.last-c.first < 2 || c.last+2 >= len(a.doc.Tokens) || !a.words.is(a.doc.Word(c.last), "and") {
			continue
		}
		first := c.last + 1
		last := first
		for last < len(a.doc.Tokens) && last < first+3 && a.doc.Tokens[last].Class == segment.Upper && !a.covered(last) && !a.isTitle(last) {
			if _, known := a.dict.forms[a.doc.Word(last)]; known {
				break
			}
			last++
		}
		if last-first < 2 || last < len(a.doc.Tokens) && a.doc.Tokens[last].Class == segment.Upper {
			continue
		}
		if _, n, _ := a.words.nouns.at(a.doc, first, last, nil); n > 0 {
			continue
		}
		more = append(more, cand{Span: article.Span{Start: a.doc.Tokens[first].Start, End: a.doc.Tokens[last-1].End}, first: first, last: last,
			typ: PER, entry: -1, form: ByName, name: true, actor: -1})
	}
	if len(more) > 0 {
		a.cands = append(a.cands, more...)
		a.sortCands()
	}
}

func (a *analysis) sortCands() {
	slices.SortStableFunc(a.cands, func(x, y cand) int { return x.Start - y.Start })
}
