package actor

import (
	"fasti/extract/article"
	"fasti/extract/segment"
)

// ages links "der 61-Jährige" and "the 61-year-old" to the one person whose
// age the article gives so.
func (a *analysis) ages() {
	if len(a.words.ages) == 0 {
		return
	}
	ages := a.statedAges()
	a.aged = ages
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			age, form := a.ageAt(a.doc, i)
			if form != "noun" || i == sent.First || !a.words.is(lowered(a.doc.Word(i-1)), "the") {
				continue
			}
			if at, ok := ages[age]; ok && at >= 0 {
				a.mention(at, article.Span{Start: a.doc.Tokens[i-1].Start, End: a.doc.Tokens[i].End}, ByRole)
			}
		}
	}
}

// ageAt reads a word of age: "61-Jährige" is 61, noun.
func (f *Finder) ageAt(doc *segment.Doc, i int) (age, form string) {
	w := doc.Word(i)
	if w[0] < '0' || w[0] > '9' {
		return "", ""
	}
	n := 0
	for n < len(w) && '0' <= w[n] && w[n] <= '9' {
		n++
	}
	return w[:n], f.words.ages[w[n:]]
}

// statedAges is who the article says is how old; -1 where two are.
func (a *analysis) statedAges() map[string]int {
	ages := map[string]int{}
	put := func(age string, actor int) {
		if have, ok := ages[age]; ok && have != actor {
			actor = -1
		}
		ages[age] = actor
	}
	for i := range a.cands {
		c := &a.cands[i]
		if c.actor < 0 || !a.isPerson(c) {
			continue
		}
		if n := c.last; n+2 < len(a.doc.Tokens) { // N. N. (61) and N. N., 61,
			open, close := a.doc.Word(n), a.doc.Word(n+2)
			if t := a.doc.Tokens[n+1]; t.Class == segment.Number && t.Len() <= 3 && (open == "(" && close == ")" || open == "," && (close == "," || close == ".")) {
				put(t.Of(a.doc.Text), c.actor)
			}
		}
		for j := c.first - 1; j >= 0 && j >= c.first-4; j-- { // der 61-jährige Maler N. N.
			if a.doc.Tokens[j].Class == segment.Punct {
				break
			}
			if age, form := a.ageAt(a.doc, j); form != "" {
				put(age, c.actor)
				break
			}
		}
	}
	return ages
}
