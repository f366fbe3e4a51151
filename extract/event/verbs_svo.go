package event

import (
	"strings"

	"fasti/extract/segment"
)

// group is a verb with its auxiliaries.
type group struct {
	first, last int // words [first, last)
	fin, lex    int
	kind        verbal // of the whole: finite, infinitive, participle, gerund
	maybe       bool   // a form in -ed that may be finite or a reduced relative
}

// groups reads the verbs of the sentence from left to right.
func (x *lexicon) groups(s *sentence) []group {
	var out []group
	for i := 0; i < len(s.words); i++ {
		w := &s.words[i]
		if len(w.forms) == 0 && x.afterTo(s, i) {
			w.forms = x.unknownBase
		}
		if w.timex >= 0 || len(w.aux) == 0 && len(w.forms) == 0 {
			continue
		}
		if len(w.aux) > 0 && x.isAux(s, i) {
			if g, ok := x.auxGroup(s, i); ok {
				out = append(out, g)
				i = g.last - 1
				continue
			}
		}
		if n := x.phrasal(s, i); n > 1 || n == 1 && s.words[i+1].isNoun {
			for k := i + 1; k <= i+n; k++ { // "hold talks": no verb of its own
				s.words[k].forms = nil
			}
		}
		if k := x.lexical(s, i); k != notVerb {
			if w.verbal = k; k == attributed {
				continue
			}
			g := group{first: i, last: i + 1, fin: -1, lex: i, kind: k}
			if k == finite {
				g.fin = i
				g.maybe = formsOf(w)&fPart != 0
			}
			out = append(out, g)
		}
	}
	return out
}

// afterTo reports whether an unknown word is an infinitive: "to arrange the
// deal".
func (x *lexicon) afterTo(s *sentence, i int) bool {
	w := &s.words[i]
	if i == 0 || i+1 >= len(s.words) || !s.words[i-1].is(tagTo) || w.class != segment.Lower || w.tags != 0 || w.isNoun || w.mention >= 0 || strings.HasSuffix(w.low, "s") {
		return false
	}
	next := &s.words[i+1]
	return next.is(tagArt|tagPoss|tagPron) && !next.is(tagSub)
}

func formsOf(w *word) feature {
	var all feature
	for _, f := range w.forms {
		all |= f.features
	}
	return all
}

func (x *lexicon) isAux(s *sentence, i int) bool {
	w := &s.words[i]
	if w.owns {
		return i > 0 && s.words[i-1].is(tagPron|tagRel|tagWe)
	}
	return !w.capital() || i == 0 || w.class == segment.Lower || w.low == w.text
}

// auxGroup reads auxiliaries, adverbs and the verb behind them.
func (x *lexicon) auxGroup(s *sentence, i int) (group, bool) {
	g := group{first: i, last: i + 1, fin: i, lex: -1, kind: finite}
	s.words[i].verbal = finite
	a := s.words[i].aux
	if a[0].features&fFinite == 0 {
		g.fin, g.kind = -1, gerund
		if a[0].features&fPart != 0 {
			g.kind = participle
		}
		if a[0].features&fInf != 0 {
			g.kind = infinitive
		}
	}
	if i > 0 && s.words[i-1].is(tagTo) && a[0].features&fInf != 0 || i > 0 && s.words[i-1].is(tagTo) && len(a) > 0 && a[0].verb == auxHave {
		g.fin, g.kind = -1, infinitive
	}
	for k := i + 1; k < len(s.words) && k < g.last+4; k++ {
		w := &s.words[k]
		if w.class == segment.Punct || w.timex >= 0 && len(w.forms) == 0 {
			break
		}
		if len(w.aux) > 0 && (w.aux[0].features&(fPart|fPart1|fInf) != 0 || w.low == "have") {
			g.last, w.verbal = k+1, participle
			continue
		}
		f := formsOf(w)
		if f == 0 && w.class == segment.Lower && w.tags == 0 && x.lastAux(s, &g) > auxBecome && !w.manner {
			w.forms = x.unknownBase
			f = fInf
		}
		if f&(fPart|fPart1|fInf) != 0 && x.takes(s, &g, f) && !w.capital() {
			w.verbal = participle
			if f&fPart == 0 {
				w.verbal = infinitive
				if f&fPart1 != 0 {
					w.verbal = gerund
				}
			} else if x.lastAux(s, &g) != auxBe && x.lastAux(s, &g) != auxHave && f&fInf != 0 {
				w.verbal = infinitive
			}
			g.last, g.lex = k+1, k
			return g, true
		}
		if !x.adverb(w) {
			break
		}
	}
	if g.lex < 0 { // "was the first": the auxiliary is the verb
		if g.kind == finite || g.kind == infinitive {
			g.lex = g.last - 1
			if w := &s.words[g.lex]; g.lex > g.first && w.aux[0].features&fInf != 0 {
				w.verbal = infinitive
			}
			return g, true
		}
		return g, g.fin >= 0
	}
	return g, true
}

// lastAux is the last auxiliary of a group.
func (x *lexicon) lastAux(s *sentence, g *group) auxVerb {
	for k := g.last - 1; k >= g.first; k-- {
		if a := s.words[k].aux; len(a) > 0 {
			return a[0].verb
		}
	}
	return auxNone
}

// takes reports whether the group's last auxiliary goes with such a form.
func (x *lexicon) takes(s *sentence, g *group, f feature) bool {
	switch x.lastAux(s, g) {
	case auxBe:
		return f&(fPart|fPart1) != 0
	case auxHave:
		return f&fPart != 0
	default:
		return f&fInf != 0
	}
}

// adverb reports whether a word may stand between auxiliary and verb.
func (x *lexicon) adverb(w *word) bool {
	if len(w.aux) > 0 {
		return w.aux[0].features&fFinite == 0
	}
	return w.is(tagNeg|tagFill|tagAlleged|tagPlanned|tagMaybe) && !w.is(tagArt) || w.manner || w.timex >= 0
}

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
	case all&fPart1 != 0 && all&fPast == 0:
		if next != nil && next.class == segment.Lower && next.tags == 0 && prev != nil && prev.class != segment.Punct && !prev.is(tagPrep) {
			return notVerb // "the last surviving member"
		}
		if prev != nil && (prev.is(tagArt|tagPoss) || prev.owns) || w.isNoun && (!x.objectAhead(next) || next.is(tagTo)) {
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
	case !w.isNoun && all&fPres != 0 && nominal(prev) && strings.HasSuffix(prev.low, "s") && !strings.HasSuffix(prev.low, "us") && !strings.HasSuffix(prev.low, "ss") && !prev.capital() && x.objectAhead(next):
		return finite
	}
	return notVerb
}

// infinitiveBefore reports whether an infinitive stands before the coordinator
// at word i, so that the one behind it is another: "to arrange the deal and
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
	return next != nil && (next.is(tagArt|tagPoss|tagPron|tagTo|tagPrep|tagNum) || next.mention >= 0 || next.capital() || next.low == "that" || next.class == segment.Number)
}
