package title

import (
	"slices"
	"strings"

	"fasti/extract/syntax"
)

// verbV2 words the predicate of a language with the finite verb second: what
// stands second, and what ends the title. It reports false where no form is
// known that tells the same.
func (d *draft) verbV2(p *predicate, plural bool) bool {
	f := p.finite
	if f < 0 {
		return d.participleV2(p)
	}
	if f != p.head && d.is("infinitive", f) && d.one(d.sub) && len(p.aux) == 1 {
		d.f.add("verb:none") // "haben" of one: its modal verb stands elsewhere
		return false
	}
	m := d.s.Words[f].Morph
	if d.sayer >= 0 && d.plainMood(p, f, plural) {
		return true
	}
	if m.Mood == syntax.Sub && d.hearsay(p, f) {
		return true
	}
	if m.Mood == syntax.Sub && d.intends(p, f) {
		return true
	}
	if m.Mood == syntax.Sub && !d.modalV2(p, f) {
		d.f.add("verb:reported")
		return false
	}
	switch {
	case len(p.aux) == 0:
		return d.simpleV2(p, plural)
	case p.passive < 0 && d.auxIs("become", f) && len(p.aux) == 1 && p.copula < 0 && d.participle(p.head) && d.s.Words[p.head].Morph.Form != syntax.Inf:
		p.passive = f // the tree takes it for the future
		return d.passiveV2(p, plural)
	case p.copula >= 0:
		p.lead = d.low[f]
		if v, ok := d.verbs.Present(d.low[f]); ok && d.auxIs("become", f) && len(p.aux) == 1 {
			p.lead = v.Sing
			if plural {
				p.lead = v.Plur
			}
		}
		p.tail = d.cluster(p, f)
		d.become(p, f, plural)
		d.f.add("verb:copula")
		return true
	case d.modalV2(p, f):
		d.borrow(p)
		p.lead, p.tail = d.low[f], d.cluster(p, f)
		if d.participle(p.head) && len(p.aux) < 2 {
			d.f.add("verb:incomplete")
			return false
		}
		d.f.add("verb:modal")
		return true
	case p.passive >= 0 && d.auxIs("become", p.passive):
		return d.passiveV2(p, plural)
	case p.passive >= 0 && len(p.aux) == 1 && d.withBe(p.head): // "ist gestorben"
		return d.perfectV2(p, plural)
	case p.passive >= 0: // "ist geplant"
		p.lead, p.tail = d.low[f], d.cluster(p, f)
		d.f.add("verb:state")
		return true
	case len(p.aux) == 1 && (d.auxIs("have", f) || d.auxIs("be", f)):
		return d.perfectV2(p, plural)
	}
	p.lead, p.tail = d.low[f], d.cluster(p, f)
	d.f.add("verb:kept")
	return true
}

// become words the perfect of a verb that says what something becomes: "war bekannt
// geworden" is "wird bekannt".
func (d *draft) become(p *predicate, f int, plural bool) {
	if len(p.aux) != 2 || !d.auxIs("be", f) || d.s.Words[f].Morph.Mood == syntax.Sub {
		return
	}
	k := p.aux[0]
	if k == f {
		k = p.aux[1]
	}
	v, ok := d.verbs.PresentOf(d.lemma(k))
	if !ok || !d.auxIs("become", k) || !d.participle(k) {
		return
	}
	p.lead, p.tail = v.Sing, ""
	if plural {
		p.lead = v.Plur
	}
}

// plainMood words a verb of reported speech as the speaker said it: "plane" is
// "plant", "werde gebaut" is "wird gebaut". It reports false where the verb stands in
// the plain mood, or no such form is known.
func (d *draft) plainMood(p *predicate, f int, plural bool) bool {
	now, ok := d.words.now[d.low[f]]
	switch {
	case ok && d.s.Words[f].Morph.Mood == syntax.Sub && f != p.head:
		p.lead, p.tail = now, d.cluster(p, f)
	case d.s.Words[f].Morph.Mood == syntax.Sub && f == p.head && len(p.aux) == 0:
		v, known := d.verbs.PresentOf(d.lemma(f))
		if !known || p.particle >= 0 {
			return false
		}
		p.lead, p.tail = v.Sing, v.Particle
		if plural {
			p.lead = v.Plur
		}
	default:
		return false
	}
	d.f.add("verb:said")
	return true
}

// withBe reports whether the tables know that a verb forms its perfect as the
// passive of a state is formed.
func (d *draft) withBe(i int) bool {
	v, ok := d.verbs.Present(d.low[i])
	return ok && v.Sein && d.words.is("withbe", v.Particle+v.Plur)
}

// one reports whether a noun is clearly a single thing.
func (d *draft) one(i int) bool {
	if i < 0 || d.pos(i) != syntax.NOUN || d.kid(i, syntax.RelConj) >= 0 {
		return false
	}
	det := d.kid(i, syntax.RelDet)
	return det >= 0 && d.is("indefinite", det) || d.s.Words[i].Morph.Number == syntax.Sing
}

// modalV2 reports whether the finite verb is a modal, or the future's.
func (d *draft) modalV2(p *predicate, f int) bool {
	if f == p.head || f == p.passive || d.auxIs("have", f) || d.auxIs("be", f) {
		return false
	}
	return true
}

// borrow gives a participle behind a modal the infinitive that stands with the
// last of a coordination: "soll geplant und gebaut werden".
func (d *draft) borrow(p *predicate) {
	if len(p.aux) > 1 || !d.participle(p.head) {
		return
	}
	for _, k := range d.kids[p.head] {
		if d.rel(k) != syntax.RelConj {
			continue
		}
		for _, x := range d.kids[k] {
			if (d.rel(x) == syntax.RelAux || d.rel(x) == syntax.RelAuxPass) && d.is("infinitive", x) {
				p.aux = append(p.aux, x)
			}
		}
	}
}

// simpleV2 words a verb without auxiliaries: in the present where the tables
// know it.
func (d *draft) simpleV2(p *predicate, plural bool) bool {
	if f := d.s.Words[p.head].Morph.Form; f == syntax.Inf || f == syntax.Participle {
		d.f.add("verb:none")
		return false
	}
	particle := ""
	if p.particle >= 0 {
		particle = d.low[p.particle]
	}
	present, attached, ok := d.present(p.head, plural)
	if d.auxIs("be", p.head) {
		ok = false
	}
	tense := d.s.Words[p.head].Morph.Tense
	switch {
	case tense == syntax.Pres && p.particle >= 0:
		p.lead = d.low[p.head]
	case ok:
		p.lead = present
		if particle == "" {
			particle = attached
		}
	case d.second(p):
		p.lead = d.low[p.head]
		d.f.add("verb:kept")
	default: // at the end of its clause, where a particle may be part of it
		return false
	}
	p.tail = particle
	return true
}

// second reports whether the finite verb stands second already.
func (d *draft) second(p *predicate) bool {
	return d.kid(p.head, syntax.RelMark) < 0 && d.rel(p.head) != syntax.RelAclRelcl
}

// perfectV2 words a perfect: in the present where the tables know it.
func (d *draft) perfectV2(p *predicate, plural bool) bool {
	if v, ok := d.verbs.Present(d.low[p.head]); ok && !v.Sein && d.auxIs("be", p.finite) { // "ist geplant": what came of it
		p.lead, p.tail = d.low[p.finite], d.cluster(p, p.finite)
		d.f.add("verb:state")
		return true
	}
	if present, particle, ok := d.present(p.head, plural); ok {
		if particle == "" && p.particle >= 0 && p.particle < p.head { // "hat seinen Rücktritt bekannt gegeben"
			particle = d.low[p.particle]
		}
		p.lead, p.tail = present, particle
		return true
	}
	p.lead, p.tail = d.low[p.finite], d.cluster(p, p.finite)
	d.f.add("verb:kept")
	return true
}

// passiveV2 words a passive: the participle alone at the end, where nobody can
// read it as something else, or behind "wird".
func (d *draft) passiveV2(p *predicate, plural bool) bool {
	p.tail = d.low[p.head]
	d.f.add("verb:passive")
	pres, ok := d.verbs.Present(d.low[p.head])
	aux, known := d.verbs.Present(d.low[p.passive])
	if !known {
		aux, known = d.verbs.PresentOf(d.lemma(p.passive)) // "worden"
	}
	past := d.s.Words[p.finite].Morph.Tense != syntax.Pres || d.auxIs("be", p.finite)
	if ok && past && d.low[p.head] != pres.Sing && d.low[p.head] != pres.Plur && d.low[p.head] != pres.Particle+pres.Sing && d.low[p.head] != pres.Particle+pres.Plur {
		p.drop = true
	}
	switch {
	case past && known && plural:
		p.lead = aux.Plur
	case past && known:
		p.lead = aux.Sing
	default:
		p.lead = d.low[p.finite]
	}
	return p.lead != ""
}

// participleV2 words a participle that stands for a clause: "nach dem gestern
// veröffentlichten Bericht" is none.
func (d *draft) participleV2(p *predicate) bool {
	d.f.add("verb:none")
	return false
}

// cluster gives the verbs at the end of a clause as they stand, but for the
// finite one: "getötet worden sein".
func (d *draft) cluster(p *predicate, finite int) string {
	all := slices.Clone(p.aux)
	if p.copula < 0 {
		all = append(all, p.head)
	}
	for _, k := range d.kids[p.head] {
		if d.rel(k) == syntax.RelCompoundPrt && k != p.head-1 || d.rel(k) == syntax.RelMark && d.is("to", k) && k == p.head-1 { // "sind zu beklagen"
			all = append(all, k)
		}
	}
	slices.Sort(all)
	var out []string
	for _, k := range all {
		if k != finite {
			out = append(out, d.low[k])
		}
	}
	return strings.Join(out, " ")
}

// intends words what its own subject says of its will, whose source the title need not
// name: "die Bank wolle verzichten" is "die Bank will verzichten". It reports false for
// other verbs, and where the subject is nobody who could say so.
func (d *draft) intends(p *predicate, f int) bool {
	if !d.is("own", f) || f == p.head || d.words.now[d.low[f]] == "" || !d.person(d.sub) {
		return false
	}
	p.lead, p.tail = d.words.now[d.low[f]], d.cluster(p, f)
	d.f.add("verb:modal")
	d.f.add("verb:intends")
	return true
}

// hearsay words a verb of reported speech whose source the title does not name as
// headlines do: "habe … gestohlen" is "soll … gestohlen haben". It reports false
// where the table has no such form.
func (d *draft) hearsay(p *predicate, f int) bool {
	form, ok := d.words.hearsay[d.low[f]]
	if slices.ContainsFunc(d.kids[p.head], func(k int) bool { return d.is("otherwise", k) }) {
		return false // "andernfalls sei …": if not
	}
	if !ok || !d.alleged || f == p.head && p.copula < 0 {
		return false
	}
	p.lead, p.tail = form[0], d.cluster(p, f)
	if p.tail != "" {
		p.tail += " "
	}
	p.tail += form[1]
	d.f.add("verb:hearsay")
	return true
}
