package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// bareNames takes titles and genitives off. A genitive s goes only where the
// article or the dictionary knows the name without it: Barneas, Davis.
func (a *analysis) bareNames() {
	seen := map[string]bool{}
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.entry >= 0 || c.drop {
			continue
		}
		for c.last-c.first > 1 && a.isTitle(c.first) || c.last-c.first > 2 && c.typ == PER && a.words.is(a.doc.Word(c.first), "royal") {
			c.first++
			c.Start, c.typ = a.doc.Tokens[c.first].Start, PER
		}
		if c.typ == PER {
			a.widen(i)
			a.onward(i)
		}
		if c.base == "" {
			c.base = a.joined(c.first, c.last)
		}
		for _, w := range strings.Fields(c.base) {
			seen[w] = true
			if noun := a.words.bareNoun(w); noun != "" {
				seen[noun] = true
			}
		}
	}
	for i := range a.cands {
		c := &a.cands[i]
		if c.base == "" {
			continue
		}
		if bare, ok := a.bare(c.base, seen); ok {
			c.base = bare
		}
	}
}

// widen takes given names before a person's name into it.
func (a *analysis) widen(at int) {
	c := &a.cands[at]
	floor := a.doc.Sentences[max(a.doc.SentenceAt(c.Start), 0)].First
	if at > 0 {
		floor = max(floor, a.cands[at-1].last)
	}
	for c.first > floor {
		t := a.doc.Tokens[c.first-1]
		w := t.Of(a.doc.Text)
		_, given := a.words.given[w]
		_, known := a.dict.forms[w]
		if c.first-2 >= floor && a.isTitle(c.first-2) && !a.isTitle(c.first-1) {
			given = true // Dr. Almut Ebner: a title before a name that no list has
		}
		if !given || known || t.Class != segment.Upper || a.words.is(w, "royal") {
			return
		}
		c.first--
		c.Start = t.Start
	}
}

// bare is a name without its genitive ending if the last word is known so.
func (a *analysis) bare(name string, seen map[string]bool) (string, bool) {
	cut := strings.LastIndexByte(name, ' ') + 1
	last := name[cut:]
	for _, end := range a.words.genitives {
		b, ok := strings.CutSuffix(last, end)
		if !ok || b == "" {
			continue
		}
		if end != "s" || seen[b] && slices.Contains(a.dict.endings.of("name", b), last) {
			return name[:cut] + b, true
		}
	}
	return name, false
}

func (a *analysis) isTitle(token int) bool {
	_, ok := a.words.titles[a.doc.Word(token)]
	return ok
}

// joined is the text of tokens with single blanks for the gaps.
func (a *analysis) joined(first, last int) string {
	span := article.Span{Start: a.doc.Tokens[first].Start, End: a.doc.Tokens[last-1].End}
	text := span.Of(a.doc.Text)
	if strings.ContainsAny(text, "\n\t") || strings.Contains(text, "  ") {
		text = strings.Join(strings.Fields(text), " ")
	}
	return text
}
