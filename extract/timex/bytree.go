package timex

import (
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// trees gives the tree of a sentence where the language has one.
type trees struct {
	doc  *segment.Doc
	read *syntax.Doc // nil: none
}

// perfect reports whether the clause that the text at an offset stands in tells
// as a fact what is over, in the perfect, whatever stands between its auxiliary
// and its participle ("hat am Montag in Brunshafen einen Kai eröffnet").
func (t trees) perfect(offset int) bool {
	s, c := t.clause(offset)
	if c < 0 {
		return false
	}
	k := &s.Clauses[c]
	return k.Tense == syntax.TensePerfect && k.Mood == syntax.Indicative && k.Modality == syntax.NoModality && s.Judge(k.Head).Status == syntax.Happened
}

// clause gives the clause that the text at an offset stands in, or -1.
func (t trees) clause(offset int) (*syntax.Sentence, int) {
	if t.read == nil {
		return nil, -1
	}
	s := t.read.Sentence(t.doc.SentenceAt(offset))
	if s == nil || len(s.Words) == 0 || s.Words[0].Start > offset { // a dateline
		return nil, -1
	}
	w := 0
	for w+1 < len(s.Words) && s.Words[w+1].Start <= offset {
		w++
	}
	return s, s.ClauseOf(w)
}

// ofNoun reports whether the text at an offset belongs to a noun or a word before
// one, not to a verb that tells: "the vote on May 10", "der am 10. Mai
// stattfindenden Wahl".
func (t trees) ofNoun(offset int) bool {
	s, c := t.clause(offset)
	if c < 0 {
		return false
	}
	w := 0
	for w+1 < len(s.Words) && s.Words[w+1].Start <= offset {
		w++
	}
	for n := 0; n < 4; n++ { // out of the expression itself
		h := s.Words[w].Head
		if h < 0 || h == s.Clauses[c].Head && s.Words[h].POS != syntax.NOUN {
			return false
		}
		switch s.Words[w].Rel {
		case syntax.RelNmod, syntax.RelAppos, syntax.RelAmod, syntax.RelNmodUnmarked:
			if p := s.Words[h].POS; p == syntax.NOUN || p == syntax.PROPN {
				return s.Words[h].Start < offset || s.Words[w].Rel == syntax.RelAmod
			}
		}
		w = h
	}
	return false
}

// aside reports whether the text at an offset stands in a clause that only
// says more of a noun, and the text at another does not: "the company, founded
// in 1998, had warned in July".
func (t trees) aside(offset, other int) bool {
	s, c := t.clause(offset)
	if c < 0 {
		return false
	}
	for ; c >= 0; c = s.Clauses[c].Parent {
		k := &s.Clauses[c]
		if k.Kind == syntax.RelativeClause || k.Kind == syntax.ParticipleClause || k.Kind == syntax.AttributeClause {
			break
		}
	}
	if c < 0 {
		return false
	}
	o, d := t.clause(other)
	for ; o == s && d >= 0; d = s.Clauses[d].Parent {
		if d == c {
			return false
		}
	}
	return true
}
