package event

import "fasti/extract/syntax"

import (
	"fasti/extract/segment"
)

// lexical decides whether a word is a verb here, and of what kind.
func (x *lexicon) lexical(s *sentence, i int) verbal {
	w := &s.words[i]
	all := formsOf(w)
	if w.is(tagPrep) && !w.is(tagSub) {
		return notVerb // "following", "including"
	}
	if w.capital() && (i > 0 || all&(fPart1|fPart) == 0) || w.mention >= 0 && w.capital() {
		return notVerb
	}
	p := i - 1
	for p >= 0 && (s.words[p].manner || s.words[p].is(tagFill) && !s.words[p].is(tagArt)) {
		p--
	}
	var prev *word
	if p >= 0 {
		prev = &s.words[p]
	}
	var next *word
	if i+1 < len(s.words) {
		next = &s.words[i+1]
	}
	switch {
	case prev != nil && prev.owns && all&(fInf|fPres) != 0 && all&(fPast|fPart) == 0:
		return notVerb // "the president's ally"
	case all&fPart1 != 0 && all&fPast == 0:
		if next != nil && next.class == segment.Lower && next.tags == 0 && prev != nil && prev.class != segment.Punct && !prev.is(tagPrep) {
			return notVerb // "the last surviving member"
		}
		if prev != nil && (prev.is(tagArt|tagPoss) || prev.owns) || s.articleBeforeTime(p) || w.isNoun && (!x.objectAhead(next) || next.is(tagTo)) {
			return notVerb
		}
		if (next == nil || next.class == segment.Punct || next.is(tagPrep) || next.timex >= 0) && s.namedThing(p) {
			return notVerb // "at the Rafah crossing"
		}
		return gerund
	case all&(fPast|fPart) != 0 && all&fInf == 0:
		return x.pastForm(prev, next, all, w)
	case all&fPast != 0 && prev != nil && !w.isNoun && nominal(prev): // cut, hit, put
		return x.pastForm(prev, next, all, w)
	case all&fInf != 0:
		if prev != nil && prev.is(tagCoord) && !w.isNoun && s.infinitiveBefore(p) {
			return infinitive
		}
		return x.baseForm(prev, next, w, all)
	case all&fPres != 0 && s.nounInTree(i):
		return notVerb // "at the Harbour awards on Sunday"
	case all&fPres != 0:
		if prev == nil || prev.is(tagArt|tagPoss|tagPrep) && !prev.is(tagRel|tagPron) || prev.class == segment.Number || prev.is(tagNum) {
			return notVerb
		}
		if w.isNoun && !(nominal(prev) && x.objectAhead(next)) && !prev.is(tagPron|tagRel) {
			return notVerb
		}
		if next != nil && formsOf(next)&fPast != 0 && !next.isNoun && !prev.is(tagPron|tagRel) {
			return notVerb // "British forces bombed"
		}
		if s.behindPrep(p) && (!x.objectAhead(next) || next.is(tagSub|tagPrep)) && s.told(p) {
			return notVerb // "over safety concerns"
		}
		if nominal(prev) || prev.is(tagPron|tagRel) || prev.text == "," || prev.is(tagCoord) {
			return finite
		}
	}
	return notVerb
}

// pastForm reads a form in -ed or an irregular past or participle.
func (x *lexicon) pastForm(prev, next *word, all feature, w *word) verbal {
	switch {
	case prev == nil:
		if all&fPart != 0 {
			return participle
		}
		return finite
	case all&fPart != 0 && (prev.is(tagArt|tagPoss) && !prev.is(tagRel|tagPron) || prev.owns):
		return attributed
	case prev.is(tagPrep) && !prev.is(tagRel) && all&fPart != 0:
		return attributed
	case all&fPast == 0:
		return participle
	case next != nil && next.is(tagAgent) && all&fPart != 0 && !prev.is(tagPron|tagRel|tagCoord):
		return participle
	case w.isNoun && w.noun.noun >= 0 && !nominal(prev) && !prev.is(tagPron|tagRel|tagCoord):
		return notVerb
	}
	return finite
}

// baseForm reads a form that could be an infinitive, a present or a noun.
func (x *lexicon) baseForm(prev, next *word, w *word, all feature) verbal {
	if prev == nil {
		return notVerb
	}
	switch {
	case prev.is(tagTo):
		if w.isNoun && next != nil && (next.is(tagPrep) && !next.is(tagArt)) && w.noun.noun >= 0 && !x.goesOn(next) {
			return infinitive
		}
		return infinitive
	case len(prev.aux) > 0 && prev.verbal == finite && pickAux(prev.aux).verb >= auxWant:
		return infinitive
	case prev.is(tagPron) && !prev.is(tagPoss), prev.is(tagWe) && !prev.is(tagPoss), prev.is(tagRel) && !prev.is(tagArt):
		return finite
	case !w.isNoun && all&fPres != 0 && nominal(prev) && x.ends("plural-end", prev.low) && !x.ends("no-plural-end", prev.low) && !prev.capital() && x.objectAhead(next):
		return finite
	}
	return notVerb
}

// infinitiveBefore reports whether an infinitive stands before the coordinator
// at word i, so that the one behind it is another: "to repair the ferry and
// settle on prices".
func (s *sentence) infinitiveBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-12; k-- {
		w := &s.words[k]
		if w.verbal == infinitive {
			return true
		}
		if isBreak(w) || w.verbal != notVerb && w.verbal != attributed || w.is(tagCoord) {
			return false
		}
	}
	return false
}

func (x *lexicon) goesOn(w *word) bool { return w.is(tagPrep) }

// nominal reports whether a subject could end with this word.
func nominal(w *word) bool {
	if w.verbal != notVerb && w.verbal != attributed {
		return false
	}
	return w.mention >= 0 || w.class == segment.Upper || w.class == segment.Caps || w.class == segment.Mixed || w.class == segment.Number ||
		w.class == segment.Lower && w.tags&^tagNum&^tagFill == 0 || w.timex >= 0 || w.text == ")" || w.is(tagPron)
}

// objectAhead reports whether what follows could be an object.
func (x *lexicon) objectAhead(next *word) bool {
	return next != nil && (next.is(tagArt|tagPoss|tagPron|tagTo|tagPrep|tagNum) || next.mention >= 0 || next.capital() || x.isWord("that", next.low) || next.class == segment.Number)
}

// articleBeforeTime reports whether a time expression ends at word p that an article
// opens, so that a noun follows: "a 21 December ruling".
func (s *sentence) articleBeforeTime(p int) bool {
	return p >= 0 && s.words[p].timex >= 0 && s.articleBefore(s.timeStart(p))
}

// nounInTree reports whether the tree has a noun with its article behind a
// preposition at word i.
func (s *sentence) nounInTree(i int) bool {
	t := s.grammar()
	if !t.known() || t.Words[t.in(i)].POS != syntax.NOUN || t.Preposition(t.in(i)) < 0 {
		return false
	}
	for k := range t.Words {
		if t.Words[k].Head == t.in(i) && t.Words[k].Rel == syntax.RelDet {
			return true
		}
	}
	return false
}
