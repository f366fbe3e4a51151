package event

import "fasti/extract/syntax"

// entry chooses the lexicon's entry for the main verb of a clause: with the
// particle that the tree gives it, with the words that follow it, or alone.
func (x *lexicon) entry(s *sentence, k *clause) {
	w := &s.words[k.lex]
	if len(w.forms) == 0 && len(w.aux) == 0 {
		w.forms = x.unlisted(w.verbal)
	}
	if f, ok := x.ofWords(s, k); ok {
		k.verb, w.reading = f.verb, f
	}
	x.phrased(s, k)
}

// unlisted is what a verb may be that no table has.
func (x *lexicon) unlisted(v verbal) []form {
	switch {
	case v == infinitive && x.verbLast:
		return x.unknownZu
	case v == infinitive:
		return x.unknownBase
	case v == participle && x.verbLast:
		return x.unknownPart
	case v == participle:
		return x.unknown
	}
	return nil
}

// ofWords chooses among the forms that the main verb's word may be.
func (x *lexicon) ofWords(s *sentence, k *clause) (form, bool) {
	w := &s.words[k.lex]
	for _, f := range w.forms {
		if f.features&fSep == 0 || !fits(w.verbal, f.features) {
			continue
		}
		if p := x.particleOf(s, k, x.verbs[f.verb].particle); p >= 0 {
			k.particle = p
			return f, true
		}
	}
	sein, told := s.perfectWith(k)
	for _, f := range w.forms {
		if v := &x.verbs[f.verb]; told && f.features&fSep == 0 && f.features&fPart != 0 && v.strong && v.sein == sein {
			return f, true
		}
	}
	for _, f := range w.forms {
		if f.features&fSep == 0 && fits(w.verbal, f.features) {
			return f, true
		}
	}
	return form{}, false
}

// fits reports whether a form can serve as a verb does.
func fits(v verbal, f feature) bool {
	switch v {
	case finite:
		return f&fFinite != 0
	case infinitive:
		return f&fInf != 0
	case gerund:
		return f&fPart1 != 0
	}
	return f&fPart != 0
}

// particleOf finds the words that belong to a verb of several: the particle that
// the tree gives it, or words of its clause behind it ("found the nurse not
// guilty"); -1 if they are not there.
func (x *lexicon) particleOf(s *sentence, k *clause, words []string) int {
	if k.particle >= 0 && len(words) == 1 {
		if s.words[k.particle].low == words[0] {
			return k.particle
		}
		return -1
	}
	if x.verbLast {
		return -1
	}
	g := s.grammar()
	for i := k.lex + 1; i < len(s.words); i++ {
		if !k.reads(s, i, words) {
			continue
		}
		// a preposition with its noun is no particle: "called on Monday"
		if h := g.Words[g.in(i)]; i == k.lex+1 || len(words) > 1 || h.POS != syntax.ADP {
			return i
		}
	}
	return -1
}

// perfectWith says whether the clause's participle has "sein" or "haben" for
// its auxiliary; told is false if it has none of them, or is a passive.
func (s *sentence) perfectWith(k *clause) (sein, told bool) {
	if k.fin < 0 || k.passive || s.words[k.lex].verbal != participle || k.fin == k.lex {
		return false, false
	}
	switch pickAux(s.words[k.fin].aux).verb {
	case auxBe:
		return true, true
	case auxHave:
		return false, true
	}
	return false, false
}

// says reports whether a word is a verb of saying or thinking.
func (x *lexicon) says(s *sentence, i int) bool {
	if i < 0 {
		return false
	}
	for _, f := range s.words[i].forms {
		if v := &x.verbs[f.verb]; v.class == classReport || v.class == classDeny || v.frame == frameSpeaks {
			return true
		}
	}
	return false
}
