package event

import (
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// nominative gives a noun without its case, with the front of its compound.
func (x *word) nominative(n *noun) string {
	base := n.lemma
	if x.noun.plural {
		base = n.plural
	}
	if x.nounAt == 0 {
		return base
	}
	front := x.text[:x.nounAt]
	if strings.HasSuffix(front, "-") {
		return front + base
	}
	return front + strings.ToLower(base)
}

// complement gives the first genitive or prepositional phrase behind the noun
// at word t, as it stands, or "".
func (x *lexicon) complement(s *sentence, t int, text string) string {
	first := t + 1
	if first >= len(s.words) {
		return ""
	}
	w := &s.words[first]
	if !(w.is(tagPrep) || w.is(tagArt) && w.is(tagObl) || w.is(tagGen) && !w.is(tagCoord) || w.capital() && w.mention >= 0) {
		return ""
	}
	end := first
	for end < len(s.words) && !x.endsComplement(s, t, end) && (end == first || !s.words[end].is(tagPrep)) {
		end++
	}
	for end > first && (s.words[end-1].is(tagPrep|tagArt|tagCoord) || s.words[end-1].class == segment.Punct) {
		end--
	}
	if end == first {
		return ""
	}
	return strings.Join(strings.Fields(article.Span{Start: w.Start, End: s.words[end-1].End}.Of(text)), " ")
}

// endsComplement reports whether the complement of the noun at word t ends
// before word i.
func (x *lexicon) endsComplement(s *sentence, t, i int) bool {
	w := &s.words[i]
	switch {
	case isBreak(w), isQuoteMark(w), w.clause != s.words[t].clause, w.timex >= 0,
		w.verbal == finite, w.verbal == infinitive, w.verbal == participle,
		w.is(tagSub) && !w.is(tagPrep), w.is(tagPron|tagRefl) && !w.is(tagArt), w.is(tagFill|tagNeg) && !w.is(tagArt):
		return true
	}
	return x.verbLast && i > t+1 && w.class == segment.Lower && w.mention < 0 && s.words[i-1].capital() && !w.is(tagPrep|tagArt|tagGen|tagCoord|tagPoss)
}
