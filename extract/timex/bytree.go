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

// past reports whether the clause that the text at an offset stands in tells,
// as a fact, of what is over: its finite verb is in the past, the perfect or
// the pluperfect, whatever stands between it and its participle ("hat am Montag
// in Brunshafen einen Kai eröffnet").
func (t trees) past(offset int) bool {
	if t.read == nil {
		return false
	}
	n := t.doc.SentenceAt(offset)
	s := t.read.Sentence(n)
	if s == nil {
		return false
	}
	w := 0
	for w+1 < len(s.Words) && s.Words[w+1].Start <= offset {
		w++
	}
	c := s.ClauseOf(w)
	if c < 0 {
		return false
	}
	k := &s.Clauses[c]
	return k.Tense == syntax.TensePerfect && k.Mood == syntax.Indicative && k.Modality == syntax.NoModality && s.Judge(k.Head).Status == syntax.Happened
}
