package actor

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// both links "die beiden", "both men" and "the two" to the two people whom
// this sentence and the two before have named, if they are just two.
func (a *analysis) both() {
	var people [][]said
	for s := range a.doc.Sentences {
		sent := &a.doc.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			first, last, gender := a.bothAt(i, sent)
			if last == 0 {
				continue
			}
			if people == nil {
				people = a.peopleBySentence()
			}
			span := article.Span{Start: a.doc.Tokens[first].Start, End: a.doc.Tokens[last-1].End}
			if x, y, ok := a.lastTwo(people, s, span.Start, gender); ok {
				a.mention(x, span, ByRole)
				a.mention(y, span, ByRole)
			}
			i = last - 1
		}
	}
}

// bothAt reads a phrase for two people at token i: its tokens, and the gender
// that a noun tells. last is 0 if there is none.
func (a *analysis) bothAt(i int, sent *segment.Sentence) (first, last int, gender byte) {
	if c := a.doc.Tokens[i].Class; c != segment.Lower && i != sent.First {
		return 0, 0, 0
	}
	w := lowered(a.doc.Word(i))
	first, gender = i, 'u'
	the := func() bool { return i > sent.First && a.words.is(lowered(a.doc.Word(i-1)), "the") }
	switch {
	case a.words.is(w, "both"):
		if the() {
			first--
		}
	case a.words.is(w, "pair") && the():
		first--
	default:
		return 0, 0, 0
	}
	last = i + 1
	if last < sent.Last {
		switch n := a.doc.Word(last); {
		case a.words.is(n, "men"):
			return first, last + 1, 'm'
		case a.words.is(n, "women"):
			return first, last + 1, 'f'
		case a.words.is(n, "people"):
			return first, last + 1, 'u'
		case a.doc.Tokens[last].Class == segment.Upper, a.genitiveFree() && a.doc.Tokens[last].Class == segment.Lower && !a.words.follows[n] && a.words.acts[n] == 0 && !strings.HasSuffix(n, "ed"):
			return 0, 0, 0 // both sides
		case a.words.is(n, "link"), a.words.prepositions[n]:
			return 0, 0, 0 // both of the …
		}
	}
	return first, last, gender
}

// lastTwo are the two people of this sentence and the two before who are named
// before the offset; ok is false for fewer or more.
func (a *analysis) lastTwo(people [][]said, s, before int, gender byte) (x, y int, ok bool) {
	x, y = -1, -1
	for n := s; n >= 0 && n >= s-2; n-- {
		for _, p := range people[n] {
			if p.Start >= before || p.actor == x || p.actor == y || gender != 'u' && gender != a.actors[p.actor].gender {
				continue
			}
			switch {
			case x < 0:
				x = p.actor
			case y < 0:
				y = p.actor
			default:
				return 0, 0, false
			}
		}
		if y >= 0 {
			return x, y, true
		}
	}
	return 0, 0, false
}

// said is a person's mention in a sentence.
type said struct {
	actor int
	article.Span
}

// peopleBySentence lists the persons that each sentence names or means, in
// order of place.
func (a *analysis) peopleBySentence() [][]said {
	out := make([][]said, len(a.doc.Sentences))
	put := func(actor int, span article.Span) {
		if s := a.doc.SentenceAt(span.Start); s >= 0 {
			out[s] = append(out[s], said{actor, span})
		}
	}
	for i := range a.cands {
		if c := &a.cands[i]; !c.drop && c.actor >= 0 && a.actors[c.actor].kind == Person {
			put(c.actor, c.Span)
		}
	}
	for i := range a.actors {
		if a.actors[i].kind == Person {
			for _, m := range a.actors[i].mentions {
				put(i, m.Span)
			}
		}
	}
	for s := range out {
		slices.SortStableFunc(out[s], func(x, y said) int { return cmp.Compare(x.Start, y.Start) })
	}
	return out
}
