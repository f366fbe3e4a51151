package title

import (
	"slices"
	"strings"

	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// asked reports whether a verb only tells what somebody wants: its one auxiliary is a bare
// "be" behind "that": "ordered that ballots be accepted".
func (d *draft) asked(p *predicate) bool {
	k := p.aux[0]
	if len(p.aux) > 1 || !d.auxIs("be", k) || d.low[k] != d.lemma(k) {
		return false
	}
	m := d.kid(p.head, syntax.RelMark)
	return m < 0 || !d.is("to", m)
}

// verbSVO words the predicate of a language that keeps its verbs together. It
// reports false where no form is known that tells the same.
func (d *draft) verbSVO(p *predicate, plural bool) bool {
	particle := ""
	if p.particle >= 0 && p.particle == p.head+1 {
		particle = " " + d.low[p.particle]
	}
	f := p.finite
	if len(p.aux) > 0 && d.s.Words[p.aux[0]].Morph.Form == syntax.Gerund {
		d.f.add("verb:none") // "in having won"
		return false
	}
	if len(p.aux) == 0 {
		if d.besideWith(p.head) {
			d.f.add("verb:none")
			return false
		}
		return d.simpleSVO(p, plural, particle)
	}
	if f < 0 {
		f = p.aux[0]
	}
	if d.asked(p) {
		d.f.add("verb:none")
		return false
	}
	chain := d.chain(p)
	if rest, ok := strings.CutPrefix(chain, d.low[f]+" to "); ok && d.auxIs("be", f) && len(p.negation) == 0 && !d.missed(p) { // "is to open"
		p.lead = "to " + rest + particle
		d.f.add("verb:future")
		return true
	}
	switch {
	case d.words.is("future", d.low[f]) && len(p.negation) == 0:
		p.lead = "to " + strings.TrimPrefix(chain, d.low[f]+" ") + particle
		d.f.add("verb:future")
	case p.passive >= 0 && len(p.negation) == 0 && d.plainPassive(p):
		p.lead = d.low[p.head] + particle
		d.f.add("verb:passive")
	case p.passive < 0 && p.copula < 0 && len(p.aux) == 1 && len(p.negation) == 0 && d.auxIs("have", f):
		if present, _, ok := d.present(p.head, plural); ok && !d.hoped(p.head, f) {
			p.lead = present + particle
			break
		}
		p.lead = chain + particle
		d.f.add("verb:kept")
	case d.reportedNow(p.head, f):
		p.lead = d.words.now[d.low[f]] + strings.TrimPrefix(chain, d.low[f]) + particle
	default:
		p.lead = chain + particle
		d.f.add("verb:kept")
		if p.copula >= 0 {
			d.f.add("verb:copula")
		}
	}
	return true
}

// missed reports whether a predicate tells what should have been and was not: "was to have
// played".
func (d *draft) missed(p *predicate) bool {
	return d.s.Words[p.aux[0]].Morph.Tense == syntax.Past && slices.ContainsFunc(p.aux[1:], func(k int) bool { return d.auxIs("have", k) })
}

// besideWith reports whether a verb stands in a phrase that "with" opens, where no
// finite one can: "with more babies | named Keira than Kiera".
func (d *draft) besideWith(i int) bool {
	return slices.ContainsFunc(d.kids[i], func(k int) bool {
		return k < i && d.is("with", k) && (d.rel(k) == syntax.RelMark || d.rel(k) == syntax.RelCase)
	})
}

// hoped reports whether a verb tells in the pluperfect what somebody expected before it
// came otherwise: "had expected to shrink".
func (d *draft) hoped(i, have int) bool {
	return d.words.is("hoped", d.lemma(i)) && d.s.Words[have].Morph.Tense == syntax.Past
}

// simpleSVO words a verb without auxiliaries.
func (d *draft) simpleSVO(p *predicate, plural bool, particle string) bool {
	m := d.s.Words[p.head].Morph
	if v, ok := d.verbs.PresentOf(d.lemma(p.head)); ok && d.f.has("clause:absolute") && !d.auxIs("have", p.head) && (m.Form == syntax.Gerund || m.Tense == syntax.Pres) {
		p.lead = v.Sing + particle
		if plural {
			p.lead = v.Plur + particle
		}
		return true
	}
	switch {
	case m.Form == syntax.Gerund || m.Form == syntax.Participle && m.Tense == syntax.Pres || m.Form == syntax.Inf && !d.invariable(p.head) || d.pos(p.head) != syntax.VERB && d.pos(p.head) != syntax.AUX:
		d.f.add("verb:none")
		return false
	case m.Form == syntax.Participle && !d.ownSubject(p.head) && !d.f.has("subject:guessed") && !d.onlyVerb(p.head) && !d.afterFinite(p.head) && !d.noPassive(p.head): // "arrested in May"
		if v, ok := d.verbs.Present(d.low[p.head]); ok && v.Finite && (d.kid(p.head, syntax.RelObj) >= 0 || d.kid(p.head, syntax.RelCcomp) >= 0 && !d.words.is("addressee", d.lemma(p.head))) {
			d.f.add("verb:none") // "infections | surpassed 100,000": finite, of another subject
			return false
		}
		if m.Tense == syntax.Pres || p.head+1 < len(d.low) && d.class(p.head+1) == segment.Number && d.timex[p.head+1] < 0 { // "touring"
			d.f.add("verb:none")
			return false
		}
		p.lead = d.low[p.head] + particle
		d.f.add("verb:participle")
		return true
	case m.Tense == syntax.Pres:
		p.lead = d.low[p.head] + particle
		return true
	}
	if v, ok := d.verbs.Present(d.low[p.head]); ok && !v.Finite { // "the emergency begun in May"
		d.f.add("verb:none")
		return false
	}
	if present, _, ok := d.present(p.head, plural); ok && !d.openNumber(d.sub) {
		p.lead = present + particle
		return true
	}
	p.lead = d.low[p.head] + particle
	d.f.add("verb:kept")
	return true
}

// invariable reports whether a form that looks like an infinitive is the past
// of its verb, with its own subject: "cut", "shut".
func (d *draft) invariable(i int) bool {
	v, ok := d.verbs.Present(d.low[i])
	return ok && v.Finite && v.Plur == d.low[i] && d.ownSubject(i) && d.kid(i, syntax.RelMark) < 0
}

// backshift brings the verb of what was said into the present with that of the
// saying, where a form of it shows that it was no past for the speaker: "announced
// she was endorsing X", "said it would close".
func (d *draft) backshift(i int, p *predicate) {
	if d.words.verbSecond || !d.words.is("content", d.lemma(i)) || p.lead == d.low[i] {
		return
	}
	for _, c := range d.kids[i] {
		if d.rel(c) != syntax.RelCcomp || !d.keep[c] || d.conditional(c) {
			continue
		}
		for _, k := range d.kids[c] {
			now, ok := d.words.now[d.low[k]]
			if d.rel(k) == syntax.RelAux && ok && (d.is("modal", k) || d.s.Words[c].Morph.Form == syntax.Gerund || d.s.Words[c].Morph.Tense == syntax.Pres) {
				d.say[k] = now
				continue
			}
			if have, ok := d.words.irregular[d.low[k]]; ok && d.rel(k) == syntax.RelAux && k < c { // "had closed"
				d.say[k] = have[0]
				if d.manyAsked(d.kid(c, syntax.RelNsubj, syntax.RelNsubjPass)) {
					d.say[k] = have[1]
				}
			}
		}
	}
}

// conditional reports whether a clause holds for a condition in the past tense that the
// title shows, so that its own verb says what would be: "would flood unless it was
// closed".
func (d *draft) conditional(c int) bool {
	return slices.ContainsFunc(d.kids[c], func(k int) bool {
		m := d.kid(k, syntax.RelMark)
		return d.rel(k) == syntax.RelAdvcl && d.keep[k] && m >= 0 && d.is("doubt", m)
	})
}

// manyAsked reports whether the subject of a clause is many, or a pronoun that takes
// the form of many.
func (d *draft) manyAsked(i int) bool {
	if i < 0 {
		return false
	}
	return d.plural(i, -1) || d.pos(i) == syntax.PRON && d.s.Words[i].Morph.Number == syntax.Plur
}

// reportedNow reports whether a verb tells in the past what was going on when
// somebody said so: "said | she was ending her bid".
func (d *draft) reportedNow(i, finite int) bool {
	h := d.s.Words[i].Head
	if d.words.now[d.low[finite]] == "" || d.is("modal", finite) || d.rel(i) != syntax.RelCcomp || h < 0 || !d.words.is("content", d.lemma(h)) {
		return false
	}
	m := d.s.Words[i].Morph
	return d.pos(i) == syntax.VERB && (m.Form == syntax.Gerund || m.Tense == syntax.Pres)
}

// onlyVerb reports whether a participle at a noun is the one verb of its
// sentence that can be finite: the tree is wrong then.
func (d *draft) onlyVerb(i int) bool {
	h := d.s.Words[i].Head
	v, ok := d.verbs.Present(d.low[i])
	if d.mainVerb(i) >= 0 {
		return true
	}
	if !ok || !v.Finite || h < 0 || d.rel(h) != syntax.RelRoot || h > i {
		return false
	}
	for k := range d.low {
		if k != i && d.verbal(k) && d.finiteWord(k) {
			return false
		}
	}
	return true
}

// noPassive reports whether a past form belongs to a verb that has no passive, so
// that it can only be finite: "died".
func (d *draft) noPassive(i int) bool {
	v, ok := d.verbs.Present(d.low[i])
	return ok && v.Finite && d.words.is("unaccusative", v.Plur) && d.s.Words[i].Morph.Tense != syntax.Pres
}

// afterFinite reports whether a form is coordinated with a finite verb and can
// be one itself: "suffered an attack and died".
func (d *draft) afterFinite(i int) bool {
	h := d.s.Words[i].Head
	if d.rel(i) != syntax.RelConj || h < 0 || !d.verbal(h) || d.apart(i) && d.kid(i, syntax.RelCc) < 0 {
		return false
	}
	if d.kid(h, syntax.RelAux, syntax.RelAuxPass) >= 0 || !d.finiteWord(h) {
		return false
	}
	v, ok := d.verbs.Present(d.low[i])
	return ok && v.Finite
}

// ownSubject reports whether a verb without auxiliaries has a subject before
// it: it is finite then, whatever its form looks like.
func (d *draft) ownSubject(i int) bool {
	k := d.kid(i, syntax.RelNsubj)
	return k >= 0 && k < i && d.rel(i) != syntax.RelAcl
}

// plainPassive reports whether a passive is one that a headline tells by the
// participle alone: "was arrested", "has been arrested".
func (d *draft) plainPassive(p *predicate) bool {
	for _, k := range p.aux {
		if !d.auxIs("be", k) && !d.auxIs("have", k) || d.s.Words[k].Morph.Form == syntax.Gerund {
			return false
		}
	}
	return true
}

// chain gives the auxiliaries, negations and the verb as they stand.
func (d *draft) chain(p *predicate) string {
	all := append(slices.Clone(p.aux), p.negation...)
	for _, k := range d.kids[p.head] {
		if d.rel(k) == syntax.RelMark && d.is("to", k) && len(p.aux) > 0 && k > p.aux[0] {
			all = append(all, k)
		}
	}
	if p.copula < 0 {
		all = append(all, p.head)
	}
	slices.Sort(all)
	var b strings.Builder
	for n, k := range all {
		if n > 0 && !(d.s.Words[all[n-1]].End == d.s.Words[k].Start) {
			b.WriteByte(' ')
		}
		b.WriteString(d.low[k])
	}
	return b.String()
}
