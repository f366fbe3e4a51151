package event

import (
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
	if i == 0 || i+1 >= len(s.words) || !s.words[i-1].is(tagTo) || w.class != segment.Lower || w.tags != 0 || w.isNoun || w.mention >= 0 || x.ends("plural-end", w.low) {
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
		if len(w.aux) > 0 && (w.aux[0].features&(fPart|fPart1|fInf) != 0 || x.isWord("have", w.low)) {
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
