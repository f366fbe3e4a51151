package title

import (
	"slices"
	"strings"

	"fasti/extract/syntax"
)

// predicate is what a clause says of its subject: its verb with the
// auxiliaries, or a noun or adjective with its copula.
type predicate struct {
	head     int
	aux      []int // auxiliaries and copula in their order
	particle int   // "an" in "kündigte … an", "down" in "stepped down"; -1
	finite   int   // the finite one among head and aux; -1
	copula   int   // -1
	passive  int   // its auxiliary; -1
	negation []int // "not" and its like beside the verb

	rumour string // an adverb that makes hearsay of it, which stands before the verb

	lead string // the title's verb: "kündigt"; all of it in a language that keeps its verbs together
	tail string // what stands at the title's end: "an", "getroffen"
	drop bool   // lead is an auxiliary that a headline goes without
}

// predicate reads the predicate of word i.
func (d *draft) predicate(i int) *predicate {
	p := &predicate{head: i, particle: -1, finite: -1, copula: -1, passive: -1}
	for _, k := range d.kids[i] {
		if d.brack[k] && !d.brack[i] {
			continue
		}
		switch d.rel(k) {
		case syntax.RelAux, syntax.RelAuxPass, syntax.RelCop:
			p.aux = append(p.aux, k)
			if d.rel(k) == syntax.RelAuxPass {
				p.passive = k
			}
			if d.rel(k) == syntax.RelCop && d.pos(i) != syntax.VERB {
				p.copula = k
			}
		case syntax.RelCompoundPrt:
			p.particle = k
		case syntax.RelAdvmod:
			if d.is("negation", k) {
				p.negation = append(p.negation, k)
			}
		}
	}
	if k := i + 1; p.particle < 0 && !d.words.verbSecond && k < len(d.low) && len(d.kids[k]) == 0 && d.rel(k) != syntax.RelMark && (d.rel(k) != syntax.RelCase || d.is("particle", k)) && d.phrasal[d.lemma(i)+" "+d.low[k]] {
		p.particle = k
	}
	if p.passive < 0 && d.kid(i, syntax.RelNsubjPass, syntax.RelOblAgent) >= 0 && len(p.aux) > 0 { // told by the subject
		for _, k := range p.aux {
			if l := d.lemma(k); d.words.is("become", l) || d.words.is("be", l) {
				p.passive = k
			}
		}
	}
	d.passiveLeft(p)
	for _, k := range append(slices.Clone(p.aux), i) {
		if d.finiteWord(k) && p.finite < 0 {
			p.finite = k
		}
	}
	if p.finite < 0 || d.words.verbSecond && (p.finite != i && d.is("infinitive", p.finite) || p.finite == i && d.lastInMain(i)) {
		d.shared(p)
	}
	if p.finite < 0 && len(p.aux) > 0 {
		p.finite = p.aux[0]
	}
	return p
}

// passiveLeft takes the participle of the passive's auxiliary that stands right
// behind the verb and hangs elsewhere: "verhaftet worden waren".
func (d *draft) passiveLeft(p *predicate) {
	k := p.head + 1
	if !d.words.verbSecond || k >= len(d.low) || !d.is("nonfinite", k) || slices.Contains(p.aux, k) || len(p.aux) == 0 {
		return
	}
	p.aux = append(p.aux, k)
	slices.Sort(p.aux)
	p.passive = k
}

// lastInMain reports whether a verb that is coordinated with another stands
// behind its object, as only the verbs do that an auxiliary has before.
func (d *draft) lastInMain(i int) bool {
	if d.rel(i) != syntax.RelConj || !d.participle(i) {
		return false
	}
	k := d.kid(i, syntax.RelObj, syntax.RelOblArg, syntax.RelObl, syntax.RelNsubjPass)
	return k >= 0 && k < i
}

// participle reports whether a word is a participle, by its tag or the tables.
func (d *draft) participle(i int) bool {
	if d.s.Words[i].Morph.Form == syntax.Participle {
		return true
	}
	p, ok := d.verbs.Present(d.low[i])
	return ok && p.Participle == d.low[i] && p.Particle+p.Plur != d.low[i]
}

// shared gives a predicate the auxiliaries of the one that it is coordinated
// with: "soll geplant und gebaut werden", "was tried and sentenced".
func (d *draft) shared(p *predicate) {
	if d.rel(p.head) != syntax.RelConj || d.s.Words[p.head].Morph.Form == syntax.Gerund {
		return
	}
	first := d.predicate(d.s.Words[p.head].Head)
	if first.finite < 0 || first.finite == first.head || first.copula >= 0 {
		return
	}
	p.aux = append(slices.Clone(first.aux), p.aux...)
	slices.Sort(p.aux)
	p.aux = slices.Compact(p.aux)
	p.finite = first.finite
	if p.passive < 0 {
		p.passive = first.passive
	}
	d.f.add("verb:shared")
}

// finiteWord reports whether a word is a finite verb, as far as its form says.
func (t *tree) finiteWord(k int) bool {
	m := t.s.Words[k].Morph
	if t.is("nonfinite", k) {
		return false
	}
	return m.Form == syntax.Fin || m.Form == 0 && (m.Tense != 0 || m.Mood != 0) || m.Mood == syntax.Ind || m.Mood == syntax.Sub
}

func (t *tree) lemma(i int) string { return strings.ToLower(t.s.Words[i].Lemma) }

// infinitive is the infinitive of a verb as the tables of forms know it, else its lemma.
func (t *tree) infinitive(i int) string {
	if v, ok := t.verbs.Present(t.low[i]); ok {
		return v.Particle + v.Plur
	}
	return t.lemma(i)
}

// auxIs reports whether word i is an auxiliary of a class, by its lemma or,
// where that is not known, its form.
func (d *draft) auxIs(class string, i int) bool {
	return d.words.is(class, d.lemma(i)) || d.words.is(class, d.low[i])
}

// present gives the present tense of a verb form, in the number of the clause.
func (d *draft) present(i int, plural bool) (string, string, bool) {
	if form, ok := d.words.irregular[d.low[i]]; ok {
		if plural {
			return form[1], "", true
		}
		return form[0], "", true
	}
	p, ok := d.verbs.Present(d.low[i])
	if !ok && !d.words.verbSecond && d.lemma(i) != d.low[i] { // "found": of "find" or of "found", as the tree says
		p, ok = d.verbs.PresentOf(d.lemma(i))
	}
	if !ok {
		return "", "", false
	}
	if plural {
		return p.Plur, p.Particle, true
	}
	return p.Sing, p.Particle, true
}
