package event

import (
	"slices"
	"strings"

	"fasti/extract/segment"
)

// clauseSVO words a clause of a language that keeps the order of subject,
// verb and object.
func (w *writer) clauseSVO(k *clause, subject []phrase) string {
	v := &w.lex.verbs[k.verb]
	_, after := w.rest(k)
	verb := w.verbSVO(k, v)
	if len(v.particle) > 0 && k.particle != k.lex+1 { // it stands behind the object and stays there
		whole := *k
		whole.particle = -1
		_, after = w.rest(&whole)
	} else if len(v.particle) > 0 {
		verb += " " + strings.Join(v.particle, " ")
		after = w.withoutParticle(k, after)
	}
	after = append(w.object(k), after...)
	if t := w.turned(k, v, after); t != "" {
		return t
	}
	title, lost := w.compose(titleLimit, append(append(slices.Clone(subject), verbPhrase(verb)), after...), "")
	if short := w.shortName(k); lost >= rankBound && short != nil {
		title, _ = w.compose(titleLimit, append(append(short, verbPhrase(verb)), after...), "")
	}
	if title != "" && len(title) < 45 {
		title = w.withContent(k, title)
	}
	return title
}

// verbSVO words the verb: present tense, a bare participle for the passive,
// an infinitive for what is ahead.
func (w *writer) verbSVO(k *clause, v *verb) string {
	lex := &w.s.words[k.lex]
	neg := ""
	if k.neg || v.lemma == "" { // without an entry no other form is known
		return w.group(k)
	}
	switch {
	case k.passive && (k.future || w.c.status == Planned && k.modal == auxNone):
		return "to be " + v.part
	case k.passive && k.modal == auxNone:
		return neg + v.part
	case k.future || k.kind == infClause:
		return "to " + v.inf
	case k.modal != auxNone:
		return w.group(k)
	case lex.verbal == gerund && k.fin >= 0 && k.past && !k.perfect:
		return w.group(k)
	}
	if w.pluralSubject(k) {
		return v.inf
	}
	return v.pres
}

// group gives the verbs as they stand.
func (w *writer) group(k *clause) string {
	first := k.fin
	if first < 0 {
		first = k.lex
	}
	var out []string
	for i := first; i <= k.lex; i++ {
		if !w.skip[i] {
			out = append(out, w.s.words[i].text)
		}
	}
	return strings.Join(out, " ")
}

// withoutParticle leaves out the particle that already stands with the verb.
func (w *writer) withoutParticle(k *clause, phrases []phrase) []phrase {
	v := &w.lex.verbs[k.verb]
	words := strings.Join(v.particle, " ")
	for i, p := range phrases {
		if p.text == words {
			return slices.Delete(slices.Clone(phrases), i, i+1)
		}
		if rest, ok := strings.CutPrefix(p.text, words+" "); ok {
			out := slices.Clone(phrases)
			out[i].text, out[i].rank = rest, rankObject
			return out
		}
	}
	return phrases
}

// pluralSubject reports whether the subject is plural: by the auxiliary, a
// coordination, or its noun.
func (w *writer) pluralSubject(k *clause) bool {
	if w.named {
		return false
	}
	if k.fin >= 0 && k.fin != k.lex {
		a := pickAux(w.s.words[k.fin].aux)
		if a.features&(fSg|fPl) != 0 {
			return a.features&fPl != 0 && a.features&fSg == 0
		}
	}
	return w.lex.pluralPhrase(w.s, w.lex.subjectOf(w.s, w.c.clause))
}

// pluralPhrase reports whether a subject is plural by its own words.
func (x *lexicon) pluralPhrase(s *sentence, p piece) bool {
	if p.first >= p.last {
		return false
	}
	head := -1
	for i := p.first; i < p.last; i++ {
		y := &s.words[i]
		if y.is(tagCoord) && y.is(tagGen) && i > p.first && i+1 < p.last {
			if m := s.words[p.last-1].mention; m >= 0 && s.mentions[m].person && !s.words[i+1].capital() && !s.words[i+1].is(tagArt|tagPoss) && s.words[i+1].mention < 0 {
				return false // "friend and historian X" is one
			}
			return true
		}
		if y.is(tagPrep) && i > p.first {
			break
		}
		head = i
	}
	if head < 0 {
		return false
	}
	y := &s.words[head]
	if y.mention >= 0 && y.capital() {
		return false
	}
	if y.is(tagPlural) || s.words[p.first].is(tagPlural) && s.words[p.first].is(tagNum) {
		return true
	}
	return strings.HasSuffix(y.low, "s") && !strings.HasSuffix(y.low, "ss") && !strings.HasSuffix(y.low, "us") && !strings.HasSuffix(y.low, "is") && (!y.capital() || head == 0 && y.class == segment.Upper)
}
