package title

import (
	"slices"

	"fasti/extract/actor"
	"fasti/extract/syntax"
)

// guess finds the subject of a past form for which the tree has none, in a
// language that puts it before the verb: a name that stands right before it,
// or between it and the name only what commas set apart ("Ann Lee, who had
// led the union, resigned"). The name must begin its sentence, or stand behind
// a comma or a time. It gives the first and the last word, or -1.
func (d *draft) guess(i int) (first, last int) {
	if d.words.verbSecond || d.pos(i) != syntax.VERB || !d.pastForm(i) {
		return -1, -1
	}
	for k := 0; k < i; k++ {
		a, form := d.actorAt(k)
		if a == nil || form != actor.ByName || d.brack[k] {
			continue
		}
		adjacent := k == i-1
		aside := k+2 < i && d.low[k+1] == "," && d.low[i-1] == ","
		if !adjacent && !aside {
			continue
		}
		if f := d.phraseStart(d.who[k].first); d.begins(f) && (adjacent || d.opensSentence(f)) {
			return f, k
		}
	}
	return -1, -1
}

// pastForm reports whether a word is a past form of a verb that stands alone.
func (d *draft) pastForm(i int) bool {
	m := d.s.Words[i].Morph
	return m.Tense == syntax.Past && m.Form != syntax.Gerund && d.kid(i, syntax.RelAux, syntax.RelAuxPass, syntax.RelCop) < 0
}

// phraseStart is where the words begin that stand before a name as its title:
// "Governor Kay Ivey", "the Turkish minister X".
func (d *draft) phraseStart(i int) int {
	for i > 0 && d.timex[i-1] < 0 {
		switch d.pos(i - 1) {
		case syntax.NOUN, syntax.PROPN, syntax.ADJ, syntax.DET:
			i--
			continue
		}
		break
	}
	return i
}

// opensSentence reports whether only a time or an adverbial stands before word i.
func (d *draft) opensSentence(i int) bool {
	if i == 0 || d.timex[i-1] >= 0 {
		return true
	}
	switch d.pos(0) {
	case syntax.ADP, syntax.ADV, syntax.SCONJ:
		return true
	}
	return false
}

// sufferer finds the subject of a passive for which the tree has none: the
// noun phrase right behind its auxiliary, or the one that the clause begins
// with. Whatever the tree takes it for, a passive has no other. -1 if there is
// none.
func (d *draft) sufferer(p *predicate) int {
	if p.passive < 0 || p.finite < 0 || d.kid(p.head, syntax.RelMark) >= 0 {
		return -1
	}
	for _, k := range d.kids[p.head] {
		if d.pos(k) != syntax.NOUN && d.pos(k) != syntax.PROPN || d.kid(k, syntax.RelCase) >= 0 || d.timex[k] >= 0 {
			continue
		}
		if m := d.s.Words[k].Morph.Case; m == syntax.Dat || m == syntax.Gen {
			continue
		}
		f, u := d.first(k), d.under(k)
		if f == p.finite+1 && d.words.verbSecond || u[len(u)-1] == p.finite-1 && (f == 0 || d.pos(f-1) == syntax.PUNCT) {
			d.f.add("subject:guessed")
			return k
		}
	}
	return -1
}

// behindFinite gives the noun phrase right behind the finite verb, where the
// subject stands if something else stands first, or -1.
func (d *draft) behindFinite(p *predicate) int {
	if !d.words.verbSecond || p.finite < 0 || d.kid(p.head, syntax.RelMark) >= 0 {
		return -1
	}
	for _, k := range d.kids[p.head] {
		if (d.pos(k) == syntax.NOUN || d.pos(k) == syntax.PROPN) && d.first(k) == p.finite+1 && d.kid(k, syntax.RelCase) < 0 && d.timex[k] < 0 && d.s.Words[k].Morph.Case != syntax.Dat {
			return k
		}
	}
	return -1
}

// mainVerb gives the subject of a past form that the tree hangs on a noun as its
// participle though the sentence has no other verb: the noun at its root. "The
// number of deaths | passed a thousand". -1 if the sentence has a verb.
func (d *draft) mainVerb(i int) int {
	if d.words.verbSecond || d.rel(i) != syntax.RelAcl || d.kid(i, syntax.RelAux, syntax.RelAuxPass, syntax.RelMark) >= 0 {
		return -1
	}
	v, ok := d.verbs.Present(d.low[i])
	root := i
	for n := 0; d.s.Words[root].Head >= 0 && n < len(d.low); n++ {
		root = d.s.Words[root].Head
	}
	if !ok || !v.Finite || root > i || d.pos(root) != syntax.NOUN && d.pos(root) != syntax.PROPN || d.kid(root, syntax.RelCop, syntax.RelNsubj, syntax.RelCase) >= 0 {
		return -1
	}
	for _, k := range d.under(root) {
		if k != i && k > root && d.rel(k) == syntax.RelAcl && k > i && d.kid(k, syntax.RelObj) >= 0 {
			return -1
		}
	}
	if d.kid(i, syntax.RelObj) < 0 && !d.hasGoverned(i) {
		return -1
	}
	return root
}

// hasGoverned reports whether a verb has a phrase with a preposition that it governs.
func (d *draft) hasGoverned(i int) bool {
	for _, k := range d.kids[i] {
		if c := d.kid(k, syntax.RelCase); c >= 0 && d.needs(i, c) {
			return true
		}
	}
	return false
}

// begins reports whether a phrase at word i can be the first of its clause.
func (d *draft) begins(i int) bool {
	return i == 0 || d.low[i-1] == "," || d.timex[i-1] >= 0
}

// A German clause may have no subject: "mit Verspätungen wird gerechnet", "dem Team
// gelang es, …". What stands first in it, or may stand there, opens its title.

// foremostPhrase gives the phrase that opens the title of a main clause without a subject,
// or -1.
func (d *draft) foremostPhrase(i int, p *predicate) int {
	if !d.words.verbSecond || p.finite < 0 || !d.subjectless(i, p) {
		return -1
	}
	best, there := -1, d.words.is("exist", d.lemma(i))
	for _, k := range d.kids[i] {
		if !d.mayOpen(i, k, p) {
			continue
		}
		c := d.kid(k, syntax.RelCase)
		switch {
		case there && (c < 0 || d.is("becoming", c)):
		case d.first(k) < p.finite, c >= 0 && d.is("where", c):
			return k
		case best < 0 && d.rank(i, k, p) >= rankBound && !there:
			best = k
		}
	}
	return best
}

// subjectless reports whether a main clause has no subject but perhaps "es".
func (d *draft) subjectless(i int, p *predicate) bool {
	if d.kid(i, syntax.RelMark, syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelCsubj) >= 0 {
		return false
	}
	if r := d.rel(i); r != syntax.RelRoot && r != syntax.RelConj || d.rel(p.finite) == syntax.RelConj && p.finite != i {
		return false
	}
	return p.passive >= 0 || slices.ContainsFunc(d.kids[i], func(k int) bool { return d.is("its", k) && d.who[k].actor < 0 })
}

// mayOpen reports whether a phrase can stand first: one with a noun that is no date
// and points to nothing.
func (d *draft) mayOpen(i, k int, p *predicate) bool {
	if d.isVerb(p, k) || d.clausal(k) || d.brack[k] || d.temporal(k) || d.leansAside(k) {
		return false
	}
	if d.pos(k) != syntax.NOUN && d.pos(k) != syntax.PROPN {
		return false
	}
	if slices.ContainsFunc(d.under(k), func(x int) bool { return x != k && d.bareNoun(x) }) {
		return false // another noun, of which the tree is wrong
	}
	switch d.rel(k) {
	case syntax.RelIobj, syntax.RelObj, syntax.RelObl, syntax.RelOblArg:
		c := d.kid(k, syntax.RelCase)
		return c < 0 || !d.is("source", c)
	}
	return false
}

// bareNoun reports whether a noun in a phrase has a case that it only has as the
// subject or object of a verb, and belongs to no list.
func (d *draft) bareNoun(x int) bool {
	det := d.kid(x, syntax.RelDet)
	if d.pos(x) != syntax.NOUN && d.pos(x) != syntax.PROPN || d.rel(x) == syntax.RelConj || d.kid(x, syntax.RelCase) >= 0 || det < 0 {
		return false
	}
	return d.direct(x) || d.direct(det)
}

// direct reports whether the form of a word is that of a subject or an object.
func (d *draft) direct(i int) bool {
	m := d.s.Words[i].Morph.Case
	return m == syntax.Nom || m == syntax.Acc
}

// withoutSubject words a clause without a subject, opened by phrase k.
func (d *draft) withoutSubject(i, k int, p *predicate, trigger int) string {
	d.impersonal = true
	d.f.add("clause:impersonal")
	d.take(k)
	d.sub = k
	return d.worded(i, k, d.kept(k), p, trigger)
}
