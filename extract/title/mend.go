package title

import (
	"slices"
	"strings"

	"fasti/extract/syntax"
)

// A tree that is wrong about the subject or the verb of its sentence mostly
// shows it: the sentence has a noun or a time at its root, a verb lacks its
// subject while a noun hangs on the time before it. What follows puts such
// trees right, in a language that has the subject before its verb.

// mend puts right what the form of the sentence shows to be wrong.
func (t *tree) mend() {
	t.mendDateline()
	if t.words.verbSecond {
		t.mendV2()
		return
	}
	t.mendPhrasal()
	t.mendRoot()
	t.mendSubject()
	t.mendSaying()
	t.mendOpening()
}

// mendDateline takes a place and a source before a dash out of the sentence:
// "HOLM (Reuters) - The parliament passed …".
func (t *tree) mendDateline() {
	for m := 3; m < min(len(t.low), 9); m++ {
		if !strings.Contains("-–—", t.low[m]) || t.low[m-1] != ")" || t.pos(0) != syntax.PROPN {
			continue
		}
		for i := range m + 1 {
			t.brack[i] = true
		}
		v := t.s.Words[0].Head
		c := slices.IndexFunc(t.s.Words, func(w syntax.Word) bool {
			return w.Head == 0 && w.POS != syntax.PUNCT && w.Rel == syntax.RelAppos && w.Start > t.s.Words[m].Start
		})
		if v > m && c > m && (t.rel(0) == syntax.RelNsubj || t.rel(0) == syntax.RelNsubjPass) {
			t.own()
			t.hang(c, v, t.rel(0))
			t.hang(0, v, syntax.RelParataxis)
			t.freed[v] = true
		}
		return
	}
}

// mendPhrasal makes the word behind a verb its particle, and the noun behind
// that its object, where the tables know both as one verb: "called off its
// strike".
func (t *tree) mendPhrasal() {
	for v := 0; v+2 < len(t.low); v++ {
		k := v + 1
		h := t.s.Words[k].Head
		if t.pos(v) != syntax.VERB || t.rel(k) != syntax.RelCase || h < 0 || t.s.Words[h].Head != v || !t.phrasal[t.lemma(v)+" "+t.low[k]] || !t.is("particle", k) || t.kid(v, syntax.RelObj) >= 0 {
			continue
		}
		t.own()
		t.hang(k, v, syntax.RelCompoundPrt)
		t.hang(h, v, syntax.RelObj)
	}
}

// root is the word on which all others hang, or -1.
func (t *tree) root() int {
	return slices.IndexFunc(t.s.Words, func(w syntax.Word) bool { return w.Head < 0 })
}

// timeHead reports whether a word is, or heads, a date of the page: "at midnight
// local time".
func (t *tree) timeHead(i int) bool {
	return t.dated(i) || t.is("clock", i) && slices.ContainsFunc(t.kids[i], func(k int) bool { return k < i && t.timex[k] >= 0 })
}

// mendRoot makes the finite verb the root of a sentence that has a noun or a
// time there, or a participle that no sentence can have.
func (t *tree) mendRoot() {
	r := t.root()
	if r < 0 || t.kid(r, syntax.RelCop, syntax.RelAux, syntax.RelAuxPass) >= 0 {
		return
	}
	c := r
	switch {
	case t.timeHead(r):
		if c = t.nounBehind(r); c < 0 {
			return
		}
	case t.pos(r) == syntax.VERB && t.bareParticiple(r):
		if c = t.kid(r, syntax.RelNsubj, syntax.RelNsubjPass); c < 0 || c > r {
			return
		}
	case t.pos(r) != syntax.NOUN && t.pos(r) != syntax.PROPN || t.kid(r, syntax.RelNsubj, syntax.RelCase) >= 0:
		return
	}
	v := t.mainFinite(max(c, r), r)
	if v < 0 {
		return
	}
	if t.timeHead(r) {
		c = t.phraseBefore(v, c)
	}
	t.own()
	t.unhang(v)
	t.s.Words[v].Head, t.s.Words[v].Rel = -1, syntax.RelRoot
	if t.pos(r) == syntax.VERB {
		t.hang(r, c, syntax.RelAcl)
	}
	if name := t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass); name >= 0 {
		t.hang(c, name, syntax.RelNmodDesc)
	} else {
		t.setSubject(c, v)
	}
	if r != c && t.pos(r) != syntax.VERB {
		t.hang(r, v, syntax.RelOblUnmarked)
	}
	t.freed[v] = true
}

// phraseBefore is the head of the noun phrase that ends right before verb v, as
// the tree has it, or c.
func (t *tree) phraseBefore(v, c int) int {
	h := t.s.Words[v].Head
	if h < 0 || t.pos(h) != syntax.NOUN && t.pos(h) != syntax.PROPN {
		return c
	}
	for h != c && t.s.Words[h].Head >= 0 && (t.rel(h) == syntax.RelNmod || t.rel(h) == syntax.RelConj && t.kid(h, syntax.RelCc) >= 0) {
		h = t.s.Words[h].Head
	}
	if t.timex[h] >= 0 {
		return c
	}
	return h
}

// setSubject makes noun c the subject of verb v.
func (t *tree) setSubject(c, v int) {
	rel := syntax.RelNsubj
	if t.kid(v, syntax.RelAuxPass) >= 0 {
		rel = syntax.RelNsubjPass
	}
	t.hang(c, v, rel)
	t.freed[v] = true
}

// bareParticiple reports whether a verb without auxiliaries is a form that
// cannot be finite: "begun", "speaking".
func (t *tree) bareParticiple(i int) bool {
	if m := t.s.Words[i].Morph; m.Form == syntax.Gerund || m.Form == syntax.Participle && m.Tense == syntax.Pres {
		return true
	}
	v, ok := t.verbs.Present(t.low[i])
	return ok && !v.Finite
}

// nounBehind is the noun that hangs on a time, or on its own, and stands behind
// it: "On Tuesday | a boy was found". -1 if there is none.
func (t *tree) nounBehind(h int) int {
	for _, k := range t.kids[h] {
		if k < h || t.timex[k] >= 0 || t.is("clock", k) || t.brack[k] || t.kid(k, syntax.RelCase) >= 0 || t.kid(k, syntax.RelCc) >= 0 {
			continue
		}
		switch t.rel(k) {
		case syntax.RelAppos, syntax.RelConj, syntax.RelNmodDesc, syntax.RelParataxis, syntax.RelNmod:
			if t.pos(k) == syntax.NOUN || t.pos(k) == syntax.PROPN {
				return k
			}
		}
	}
	return -1
}

// mainFinite is the first verb behind word from, under word top, that can be
// the finite verb of the sentence, or -1.
func (t *tree) mainFinite(from, top int) int {
	for _, i := range t.under(top) {
		if i <= from || t.pos(i) != syntax.VERB || t.brack[i] {
			continue
		}
		switch t.rel(i) {
		case syntax.RelAcl, syntax.RelAclRelcl, syntax.RelConj:
		default:
			continue
		}
		if t.standsAlone(i) {
			if h := t.s.Words[i].Head; t.rel(i) == syntax.RelConj && t.kid(i, syntax.RelCc) >= 0 && t.rel(h) == syntax.RelAcl && h > from {
				return h // "shuttered and seized the site"
			}
			return i
		}
	}
	return -1
}

// standsAlone reports whether a verb can be the finite verb of a sentence: it is
// no relative clause, no passive participle, and has what only a finite verb of
// its kind has: an auxiliary, an object, or a meaning that has no passive.
func (t *tree) standsAlone(i int) bool {
	for _, k := range t.kids[i] {
		switch t.rel(k) {
		case syntax.RelMark, syntax.RelOblAgent:
			return false
		case syntax.RelAux, syntax.RelAuxPass:
			if k == t.kids[i][0] && t.is("nonfinite", k) {
				return false
			}
		}
		if t.is("relative", k) && k < i || (t.rel(k) == syntax.RelNsubj || t.rel(k) == syntax.RelNsubjPass) && t.pos(k) == syntax.PRON {
			return false
		}
		for _, x := range t.kids[k] { // "in which"
			if k < i && t.is("relative", x) {
				return false
			}
		}
	}
	if t.kid(i, syntax.RelAux, syntax.RelAuxPass) >= 0 {
		return true
	}
	v, ok := t.verbs.Present(t.low[i])
	if !ok || !v.Finite {
		return false
	}
	if h := t.s.Words[i].Head; t.rel(i) == syntax.RelConj && h >= 0 && t.standsAlone(h) {
		return false // the first of them
	}
	return t.kid(i, syntax.RelObj) >= 0 || t.words.is("unaccusative", v.Plur)
}

// mendSubject gives a verb without a subject the noun that hangs on the time
// before it.
func (t *tree) mendSubject() {
	for v := range t.low {
		if t.pos(v) != syntax.VERB || t.rel(v) == syntax.RelConj || t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelMark, syntax.RelCsubj) >= 0 || t.rel(v) == syntax.RelAmod {
			continue
		}
		for _, h := range t.kids[v] {
			if h > v || !t.timeHead(h) {
				continue
			}
			if c := t.nounBehind(h); c >= 0 && c < v && t.reaches(c, v) {
				t.own()
				t.setSubject(c, v)
				break
			}
		}
	}
}

// reaches reports whether a noun phrase stands right before verb v, but for what
// commas set apart.
func (t *tree) reaches(c, v int) bool {
	u := t.under(c)
	for i := u[len(u)-1] + 1; i < v; i++ {
		if (t.pos(i) == syntax.NOUN || t.pos(i) == syntax.PROPN || t.pos(i) == syntax.PRON) && t.timex[i] < 0 && !t.inAside(i, v) {
			return false
		}
	}
	return !t.is("relative", c)
}

// inAside reports whether a word stands in a clause beside verb v.
func (t *tree) inAside(i, v int) bool {
	for h := i; h >= 0 && h != v; h = t.s.Words[h].Head {
		if r := t.rel(h); r == syntax.RelAdvcl || r == syntax.RelAcl {
			return true
		}
	}
	return false
}

// mendSaying gives a verb that says something, and has neither object nor
// clause, the clause that the tree hangs elsewhere: on the time between them
// ("said on Friday | he can"), or above ("said | is in the midst").
func (t *tree) mendSaying() {
	for v := range t.low {
		if t.pos(v) != syntax.VERB || !t.sayable(v) {
			continue
		}
		if c := t.clauseOnTime(v); c >= 0 {
			t.own()
			t.hang(c, v, syntax.RelCcomp)
			t.freed[v] = true
			continue
		}
		h := t.s.Words[v].Head
		if (t.rel(v) == syntax.RelAdvcl || t.rel(v) == syntax.RelParataxis) && t.kid(v, syntax.RelMark) < 0 && h > v && t.kid(h, syntax.RelNsubj, syntax.RelNsubjPass) >= 0 && t.behindAll(v, h) {
			t.own()
			head, rel := t.s.Words[h].Head, t.rel(h)
			t.unhang(h)
			t.unhang(v)
			t.s.Words[v].Head, t.s.Words[v].Rel = head, rel
			if head >= 0 {
				t.hang(v, head, rel)
			}
			t.s.Words[h].Head = -1
			t.hang(h, v, syntax.RelCcomp)
			t.freed[v] = true
		}
	}
}

// sayable reports whether a verb says something, is finite with its subject
// before it, and has nothing that it says.
func (t *tree) sayable(v int) bool {
	lemma := t.s.Words[v].Lemma
	if !t.words.is("content", lemma) && !t.words.is("addressee", lemma) || t.rel(v) == syntax.RelAcl || t.rel(v) == syntax.RelAclRelcl {
		return false
	}
	s := t.kid(v, syntax.RelNsubj)
	if s < 0 || s > v || t.kid(v, syntax.RelCcomp, syntax.RelXcomp, syntax.RelParataxis) >= 0 {
		return false
	}
	return t.words.is("addressee", lemma) || t.kid(v, syntax.RelObj) < 0
}

// clauseOnTime is the clause that hangs on a time behind a verb, or -1. A noun
// there with its verb is one, too: "said on Saturday | 20 buildings collapsed".
func (t *tree) clauseOnTime(v int) int {
	for _, h := range t.kids[v] {
		if h < v || !t.timeHead(h) {
			continue
		}
		for _, k := range t.kids[h] {
			if k < h || t.brack[k] {
				continue
			}
			if t.pos(k) != syntax.AUX && t.clausal(k) && t.kid(k, syntax.RelNsubj, syntax.RelNsubjPass) >= 0 && t.kid(k, syntax.RelMark) < 0 {
				return k
			}
			if a := t.kid(k, syntax.RelAcl); a >= 0 && t.rel(k) == syntax.RelAppos && t.standsAlone(a) {
				t.own()
				t.unhang(a)
				t.s.Words[a].Head = -1
				t.setSubject(k, a)
				return a
			}
		}
	}
	return -1
}

// behindAll reports whether the words of clause h, but for those of v, all stand
// behind v.
func (t *tree) behindAll(v, h int) bool {
	for _, k := range t.kids[h] {
		if k < v && k != v && t.pos(k) != syntax.PUNCT {
			return false
		}
	}
	return true
}

// mendOpening makes a participle that opens a sentence a clause of its own
// beside the main one: "Born in 1935 in Ulm, Ann Lee began …".
func (t *tree) mendOpening() {
	first := t.in.Doc.Sentences[t.index].Lead - t.s.First
	if first < 0 || first >= len(t.low) || t.pos(first) != syntax.VERB {
		return
	}
	f := t.s.Words[first].Morph.Form
	if f != syntax.Participle && f != syntax.Gerund {
		return
	}
	v := t.s.Words[first].Head
	if t.rel(first) == syntax.RelRoot {
		v = t.kid(first, syntax.RelConj, syntax.RelParataxis, syntax.RelCcomp)
		if v < 0 || t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass) < 0 || t.kid(v, syntax.RelCc) >= 0 {
			return
		}
		t.own()
		t.unhang(v)
		t.s.Words[v].Head, t.s.Words[v].Rel = -1, syntax.RelRoot
		t.s.Words[first].Head = -1
		t.hang(first, v, syntax.RelAdvcl)
		return
	}
	if v < 0 || t.pos(v) != syntax.VERB || t.rel(first) != syntax.RelMark {
		return
	}
	s := t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass)
	if s < 0 || s < first {
		return
	}
	t.own()
	for _, k := range slices.Clone(t.kids[v]) {
		if k > first && k < s && t.rel(k) != syntax.RelNsubj && k < t.first(s) {
			t.hang(k, first, t.rel(k))
		}
	}
	t.hang(first, v, syntax.RelAdvcl)
}

// unhang takes a word off the word that it hangs on.
func (t *tree) unhang(i int) {
	if old := t.s.Words[i].Head; old >= 0 {
		t.kids[old] = slices.DeleteFunc(t.kids[old], func(k int) bool { return k == i })
	}
}
