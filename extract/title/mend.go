package title

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// A tree that is wrong about the subject or the verb of its sentence mostly
// shows it: the sentence has a noun or a time at its root, a verb lacks its
// subject while a noun hangs on the time before it. What follows puts such
// trees right, in a language that has the subject before its verb.

// mend puts right what the form of the sentence shows to be wrong.
func (t *tree) mend() {
	t.mendDateline()
	t.mendTwoSubjects()
	if t.words.verbSecond {
		t.mendV2()
		return
	}
	t.mendRoot()
	t.mendPlace()
	t.mendPreposition()
	t.mendSaidSubject()
	t.mendLater()
	t.mendSaying()
	t.mendOpening()
	t.mendOffice()
	t.mendAfter()
	t.mendWhen()
	t.mendTitled()
}

// mendDateline takes a place and a source before a dash out of the sentence:
// "HOLM (Reuters) - The parliament passed …", "Ulm – Am Montag wird gestreikt".
func (t *tree) mendDateline() {
	m := t.dateline()
	if m < 0 {
		return
	}
	for i := range m + 1 {
		t.brack[i] = true
	}
	v := t.s.Words[0].Head
	if v < m || t.rel(0) != syntax.RelNsubj && t.rel(0) != syntax.RelNsubjPass {
		return
	}
	c := slices.IndexFunc(t.s.Words, func(w syntax.Word) bool {
		return w.Head == 0 && w.POS != syntax.PUNCT && w.Rel == syntax.RelAppos && w.Start > t.s.Words[m].Start
	})
	t.own()
	if c > m {
		t.hang(c, v, t.rel(0))
	}
	t.hang(0, v, syntax.RelParataxis)
	t.freed[v] = true
}

// longestPlace is how many words the place of a dateline has at most.
const longestPlace = 3

// dateline is the dash behind the place that a report begins with, or behind the
// source in brackets that follows it; -1 if there is none.
func (t *tree) dateline() int {
	if m := t.agency(); m >= 0 {
		return m
	}
	if t.pos(0) != syntax.PROPN && t.class(0) != segment.Upper {
		return -1
	}
	for m := 1; m < min(len(t.low)-1, 9); m++ {
		if !strings.Contains("-–—", t.low[m]) || t.s.Words[m-1].End == t.s.Words[m].Start {
			continue
		}
		if t.low[m-1] == ")" && m > 2 {
			return m
		}
		if m > longestPlace || t.s.Words[m].End == t.s.Words[m+1].Start || t.class(m+1) != segment.Upper || slices.ContainsFunc(t.low[m+1:], func(w string) bool { return strings.Contains("–—", w) }) {
			return -1
		}
		for i := range m {
			if t.pos(i) != syntax.PROPN || t.class(i) != segment.Upper {
				return -1
			}
		}
		return m
	}
	return -1
}

// agency is the dash behind the sign of an agency in brackets, before which only what
// stands above a report is run together with it: "Ministerium bestätigt Streik ULM (ddp) -
// Die Lotsen …"; -1 if there is none.
func (t *tree) agency() int {
	for m := 3; m+1 < len(t.low); m++ {
		if !strings.Contains("-–—", t.low[m]) || t.low[m-1] != ")" || t.s.Words[m-1].End == t.s.Words[m].Start || t.class(m+1) != segment.Upper {
			continue
		}
		a := m - 2
		for a > 0 && a > m-6 && t.low[a] != "(" {
			a--
		}
		if t.low[a] == "(" && t.class(a+1) == segment.Lower && t.s.Words[a+1].End-t.s.Words[a+1].Start <= longestSign {
			return m
		}
	}
	return -1
}

// longestSign is how many bytes the sign of an agency has at most: "afp", "dpa-AFX".
const longestSign = 7

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
		case syntax.RelAppos, syntax.RelConj, syntax.RelFlat, syntax.RelNmodDesc, syntax.RelParataxis, syntax.RelNmod:
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
	if t.bound(i) {
		return false
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

// bound reports whether a verb is that of a relative or other dependent clause, or
// a participle.
func (t *tree) bound(i int) bool {
	for _, k := range t.kids[i] {
		switch t.rel(k) {
		case syntax.RelMark, syntax.RelOblAgent:
			return true
		case syntax.RelNsubj, syntax.RelNsubjPass:
			if t.pos(k) == syntax.PRON {
				return true
			}
		}
		if k > i {
			continue
		}
		if t.is("relative", k) || slices.ContainsFunc(t.kids[k], func(x int) bool { return t.is("relative", x) }) { // "in which"
			return true
		}
	}
	return false
}

// mendPlace makes a noun the subject of the verb right behind it where the tree
// has it as a second name of a place before it: no comma closes it. "In Reading,
// Berkshire, | a stabbing killed …".
func (t *tree) mendPlace() {
	for v := range t.low {
		s := t.kid(v, syntax.RelNsubj)
		if t.pos(v) != syntax.VERB || s < 0 || s > v || t.pos(s) != syntax.PROPN {
			continue
		}
		if a, _ := t.actorAt(t.last(s)); a != nil && a.Kind != actor.Place && a.Kind != actor.State {
			continue
		}
		k := t.kid(s, syntax.RelAppos)
		for _, x := range t.kids[s] {
			if t.rel(x) == syntax.RelAppos && t.kid(x, syntax.RelDet) >= 0 {
				k = x
			}
		}
		if k < 0 || t.pos(k) != syntax.NOUN || t.kid(k, syntax.RelDet) < 0 || !t.apart(k) {
			continue
		}
		if u := t.under(k); u[len(u)-1] == v-1 {
			t.own()
			t.hang(k, v, syntax.RelNsubj)
			t.hang(s, v, syntax.RelParataxis)
			t.freed[v] = true
		}
	}
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
		if h := t.s.Words[v].Head; t.saysBefore(v, h) {
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

// saysBefore reports whether verb v, which hangs on h, really says the clause of h:
// all of that stands behind it, and no comma parts them where the tree has v as
// what h says.
func (t *tree) saysBefore(v, h int) bool {
	if h < v || t.kid(v, syntax.RelMark) >= 0 || !t.behindAll(v, h) {
		return false
	}
	s := t.kid(h, syntax.RelNsubj, syntax.RelNsubjPass)
	switch t.rel(v) {
	case syntax.RelAdvcl, syntax.RelParataxis:
		return s >= 0
	case syntax.RelCcomp:
		return s >= 0 && s < h && t.pos(t.first(s)-1) != syntax.PUNCT // "X said | his friends said"
	}
	return false
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
	first := slices.Index(t.token, t.in.Doc.Sentences[t.index].Lead)
	if first < 0 || t.pos(first) != syntax.VERB {
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

// A time without a preposition often hangs wrongly in a tree: as the head of
// the noun before it ("a fire yesterday afternoon | killed …"), or as an
// attribute of the one behind it ("Last year President Lee resigned"). Since
// the times are known, they are taken out of such phrases before a title is
// made.

// freeTimes hangs times on the verb of their clause where the tree makes them
// parts of a noun phrase that stands before or behind them.
func (t *tree) freeTimes() {
	for a := 0; a < len(t.low); {
		b := a + 1
		for b < len(t.low) && t.timex[b] == t.timex[a] {
			b++
		}
		if t.timex[a] >= 0 && t.dated(a) {
			t.freeTime(a, b-1)
		}
		a = b
	}
}

// freeTime does so for the time from word a to word b.
func (t *tree) freeTime(a, b int) {
	h := t.runHead(a, b)
	if h < 0 || t.brack[h] || a > 0 && t.pos(a-1) == syntax.ADP {
		return
	}
	if c := t.nounBefore(h, a); c >= 0 {
		t.promote(c, h, a, b)
		return
	}
	if t.opens(a, b) {
		if v := t.verbAbove(h); v >= 0 && v != t.s.Words[h].Head {
			t.own()
			t.hang(h, v, syntax.RelOblUnmarked)
			t.freed[h] = true
		}
	}
}

// runHead is the word of a run on which its others hang, if there is one, else -1.
func (t *tree) runHead(a, b int) int {
	head := -1
	for i := a; i <= b; i++ {
		if h := t.s.Words[i].Head; h < a || h > b {
			if head >= 0 {
				return -1
			}
			head = i
		}
	}
	return head
}

// nounBefore is the dependent of a time's head h that is really the noun on
// which the time follows, or -1: it ends right before the time, at word a.
func (t *tree) nounBefore(h, a int) int {
	if a == 0 {
		return -1
	}
	c := a - 1
	for t.s.Words[c].Head >= 0 && t.s.Words[c].Head < a && c != t.s.Words[c].Head {
		c = t.s.Words[c].Head
	}
	if t.s.Words[c].Head != h || t.verbal(c) {
		return -1
	}
	switch t.pos(c) {
	case syntax.NOUN:
		return c
	case syntax.PROPN:
		if t.is("filler", a) || t.who[a-1].actor >= 0 {
			return c
		}
	}
	return -1
}

// promote puts noun c in the place of the time from a to b, whose head is h.
func (t *tree) promote(c, h, a, b int) {
	t.own()
	w := &t.s.Words[h]
	rel, head := w.Rel, w.Head
	if head < 0 {
		return
	}
	for _, k := range slices.Clone(t.kids[h]) {
		if (k < a || k > b) && k != c {
			t.hang(k, c, t.rel(k))
		}
	}
	t.hang(c, head, rel)
	v := t.verbAbove(c)
	if v < 0 {
		v = c
	}
	t.hang(h, v, syntax.RelOblUnmarked)
	t.freed[h] = true
}

// opens reports whether a time opens its clause without a comma behind: a noun
// phrase with an article or a name follows.
func (t *tree) opens(a, b int) bool {
	if a > 0 && t.pos(a-1) != syntax.PUNCT || b+1 >= len(t.low) || b == a && !t.is("filler", a) {
		return false
	}
	switch t.pos(b + 1) {
	case syntax.DET, syntax.PROPN, syntax.ADJ:
		return true
	}
	return false
}

// verbAbove is the verb on which a word hangs, at whatever depth, or -1.
func (t *tree) verbAbove(i int) int {
	for n := 0; i >= 0 && n < len(t.low); n++ {
		if i = t.s.Words[i].Head; i >= 0 && t.pos(i) == syntax.VERB {
			return i
		}
	}
	return -1
}

// own gives the tree words of its own, which may be changed.
func (t *tree) own() {
	if t.freed != nil {
		return
	}
	s := *t.s
	s.Words = slices.Clone(s.Words)
	t.s, t.freed = &s, make([]bool, len(s.Words))
}

// hang makes word i a dependent of word head.
func (t *tree) hang(i, head int, rel syntax.Rel) {
	t.unhang(i)
	t.s.Words[i].Head, t.s.Words[i].Rel = head, rel
	n, _ := slices.BinarySearch(t.kids[head], i)
	t.kids[head] = slices.Insert(t.kids[head], n, i)
}

// mendOffice makes the noun right behind a passive that names somebody what it names
// them, where the tree has it as a second verb: "was elected | President".
func (t *tree) mendOffice() {
	for v := 0; v+1 < len(t.low); v++ {
		k := v + 1
		if t.pos(v) != syntax.VERB || !t.words.is("complement", t.lemma(v)) || t.kid(v, syntax.RelAuxPass) < 0 || t.kid(v, syntax.RelXcomp) >= 0 {
			continue
		}
		for k+1 < len(t.low) && t.s.Words[k].Head > k && t.nominalWord(k) && t.timex[k] < 0 {
			k = t.s.Words[k].Head // "was elected prime minister"
		}
		if t.s.Words[k].Head != v || t.pos(k) != syntax.NOUN && t.pos(k) != syntax.PROPN || t.timex[k] >= 0 || t.kid(k, syntax.RelCase, syntax.RelCc) >= 0 || t.first(k) != v+1 {
			continue
		}
		switch t.rel(k) {
		case syntax.RelConj, syntax.RelObl, syntax.RelOblUnmarked, syntax.RelDep, syntax.RelParataxis, syntax.RelAppos:
			t.own()
			t.hang(k, v, syntax.RelXcomp)
		}
	}
}

// pastAtNoun reports whether a finite verb in the past hangs on a noun before it, with
// neither a subject nor a pronoun nor a comma.
func (t *tree) pastAtNoun(v int) bool {
	m, n := t.s.Words[v].Morph, t.s.Words[v].Head
	if t.rel(v) != syntax.RelAclRelcl && t.rel(v) != syntax.RelAcl || m.Form != syntax.Fin || m.Tense != syntax.Past || n < 0 || n > v {
		return false
	}
	return t.pos(v) == syntax.VERB && !t.bound(v) && t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass) < 0 && !t.apart(v)
}

// mendAfter makes a clause of a noun behind a word that can be a preposition or a
// conjunction, and of the finite verb that the tree hangs on it as a relative clause
// without any pronoun: "came weeks after the total number of cases | surpassed one
// million".
func (t *tree) mendAfter() {
	for v := range t.low {
		if !t.pastAtNoun(v) {
			continue
		}
		n := t.s.Words[v].Head
		for t.kid(n, syntax.RelCase) < 0 || t.is("genitive", t.kid(n, syntax.RelCase)) {
			if t.rel(n) != syntax.RelNmod || t.s.Words[n].Head < 0 {
				break
			}
			n = t.s.Words[n].Head
		}
		c := t.kid(n, syntax.RelCase)
		if h := t.s.Words[n].Head; c < 0 || c > n || h < 0 || h > c || !t.is("circumstance", c) || t.is("where", c) {
			continue
		}
		t.own()
		t.hang(v, t.s.Words[n].Head, syntax.RelAdvcl)
		t.hang(c, v, syntax.RelMark)
		t.hang(n, v, syntax.RelNsubj)
		t.freed[v] = true
	}
}

// mendWhen makes the verb that the tree hangs on the subject as a participle the main one
// where the verb at the root stands in a clause that "when" or "after" opens: "The judge in
// the trial | ruled that … | when he cleared Lee".
func (t *tree) mendWhen() {
	r := t.root()
	if r < 0 || t.pos(r) != syntax.VERB {
		return
	}
	m, s := t.kid(r, syntax.RelAdvmod, syntax.RelMark), t.kid(r, syntax.RelNsubj)
	if m <= s || s < 0 || !t.is("circumstance", m) || !t.is("relative", m) && t.rel(m) != syntax.RelMark || t.timex[s] >= 0 {
		return
	}
	v := slices.IndexFunc(t.s.Words, func(w syntax.Word) bool {
		return w.Rel == syntax.RelAcl && w.Start > t.s.Words[s].Start && w.End < t.s.Words[m].Start
	})
	if v < 0 || !t.pastAtNoun(v) && t.kid(v, syntax.RelCcomp, syntax.RelObj) < 0 {
		return
	}
	if f, ok := t.verbs.Present(t.low[v]); !ok || !f.Finite {
		return
	}
	t.own()
	t.unhang(v)
	t.s.Words[v].Head, t.s.Words[v].Rel = -1, syntax.RelRoot
	t.hang(s, v, syntax.RelNsubj)
	t.hang(r, v, syntax.RelAdvcl)
	t.freed[v], t.freed[r] = true, true
}

// mendTitled makes a word right before the name of a subject, which the tree has for a clause
// though no comma parts it from the name, the office of whom it names: "Police | constable |
// Dan Roe stated that …".
func (t *tree) mendTitled() {
	for s := 1; s < len(t.low); s++ {
		k, v := s-1, t.s.Words[s].Head
		if t.pos(s) != syntax.PROPN || t.rel(s) != syntax.RelNsubj || t.pos(k) != syntax.VERB || t.s.Words[k].Head != v {
			continue
		}
		if t.rel(k) != syntax.RelCcomp && t.rel(k) != syntax.RelAdvcl || t.kid(k, syntax.RelAux, syntax.RelObj, syntax.RelMark) >= 0 {
			continue
		}
		t.own()
		t.hang(k, s, syntax.RelNmodDesc)
		if n := t.kid(k, syntax.RelNsubj); n >= 0 {
			t.hang(n, k, syntax.RelCompound)
		}
	}
}

// A verb has one subject. A tree that gives it two is wrong about one of them, and
// the form of the phrases mostly shows about which: one has a case that no subject
// has, or stands behind a word that opens an occasion.

// mendTwoSubjects takes the subject that is none from verbs that have two.
func (t *tree) mendTwoSubjects() {
	for v := range t.low {
		var list []int
		for _, k := range t.kids[v] {
			if t.rel(k) == syntax.RelNsubj || t.rel(k) == syntax.RelNsubjPass {
				list = append(list, k)
			}
		}
		if len(list) != 2 {
			continue
		}
		if t.words.verbSecond {
			t.mendDative(v, list)
		} else {
			t.mendOccasion(v, list[0])
		}
	}
}

// mendDative makes the one of two subjects that stands in the dative an object:
// "schloss sich die Partei | dieser Forderung an".
func (t *tree) mendDative(v int, list []int) {
	a, b := t.dative(list[0]), t.dative(list[1])
	if a == b {
		return
	}
	k := list[0]
	if b {
		k = list[1]
	}
	t.own()
	t.hang(k, v, syntax.RelIobj)
}

// dative reports whether a noun and its article both stand in the dative.
func (t *tree) dative(i int) bool {
	det := t.kid(i, syntax.RelDet)
	return det >= 0 && t.s.Words[i].Morph.Case == syntax.Dat && t.s.Words[det].Morph.Case == syntax.Dat
}

// mendOccasion makes what stands between a word that opens an occasion and a comma
// an adverbial of verb v: "Since the closure of the port, | the line has relied on".
func (t *tree) mendOccasion(v, k int) {
	m := t.first(k) - 1
	if m < 0 || t.s.Words[m].Head != v || !t.is("aside", m) || t.rel(m) != syntax.RelMark && t.rel(m) != syntax.RelCase {
		return
	}
	u := t.under(k)
	if end := u[len(u)-1]; t.low[end] != "," && (end+1 >= len(t.low) || t.low[end+1] != ",") {
		return
	}
	t.own()
	t.hang(m, k, syntax.RelCase)
	t.hang(k, v, syntax.RelObl)
	t.freed[v] = true
}

// mendPreposition makes a participle that is a preposition one, and the clause behind
// its phrase what is said, where the tree has it for a verb: "announced that |
// following the flood, some shops would close".
func (t *tree) mendPreposition() {
	for k := range t.low {
		v, o := t.s.Words[k].Head, t.kid(k, syntax.RelObj)
		if v < 0 || v > k || o < k || t.rel(k) != syntax.RelCcomp || !t.bareUse(k) {
			continue
		}
		c := slices.IndexFunc(t.s.Words, func(w syntax.Word) bool {
			return w.Head == v && w.Start > t.s.Words[o].End && (w.Rel == syntax.RelConj || w.Rel == syntax.RelParataxis)
		})
		if c < 0 || t.kid(c, syntax.RelNsubj, syntax.RelNsubjPass) < 0 || t.kid(c, syntax.RelCc) >= 0 {
			continue
		}
		t.own()
		for _, m := range slices.Clone(t.kids[k]) {
			if m != o {
				t.hang(m, c, t.rel(m))
			}
		}
		t.hang(c, v, syntax.RelCcomp)
		t.hang(o, c, syntax.RelObl)
		t.hang(k, o, syntax.RelCase)
		t.freed[v] = true
	}
}

// bareUse reports whether a participle that can be a preposition has nothing that
// only verbs have.
func (t *tree) bareUse(k int) bool {
	return t.is("prepositional", k) && t.kid(k, syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelAux, syntax.RelAuxPass, syntax.RelCop) < 0
}

// mendSaidSubject makes what the tree takes for the object of a verb the subject of the
// clause that the verb says, where the tree has the verb itself for that: "announced |
// a trial was stopped".
func (t *tree) mendSaidSubject() {
	for v := range t.low {
		h, o := t.s.Words[v].Head, t.kid(v, syntax.RelObj)
		if t.rel(v) != syntax.RelNsubj && t.rel(v) != syntax.RelNsubjPass || t.pos(v) != syntax.VERB || h < v || o < v || o > h {
			continue
		}
		if s := t.kid(v, syntax.RelNsubj); s < 0 || s > v || t.kid(v, syntax.RelAux, syntax.RelMark) >= 0 || t.rel(h) != syntax.RelRoot {
			continue
		}
		if u := t.under(o); !t.finiteWord(u[len(u)-1] + 1) {
			continue
		}
		t.own()
		rel := t.rel(v)
		t.unhang(v)
		t.s.Words[v].Head, t.s.Words[v].Rel = -1, syntax.RelRoot
		t.hang(h, v, syntax.RelCcomp)
		t.hang(o, h, rel)
		t.freed[v], t.freed[h] = true, true
	}
}

// mendLater makes the first of two clauses the main one where the tree has it below the
// second, though that stands behind a word that makes it the dependent one: "announced
// a pact | after Wexland began a blockade".
func (t *tree) mendLater() {
	for v := range t.low {
		h, s := t.s.Words[v].Head, t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass)
		if t.rel(v) != syntax.RelAdvcl || h < v || s < 0 || s > v || !t.finiteClause(v) {
			continue
		}
		if t.rel(h) != syntax.RelRoot || !t.finiteClause(h) || t.kid(h, syntax.RelNsubj, syntax.RelNsubjPass) >= 0 {
			continue
		}
		n, c := t.introduced(h, v)
		if n < 0 || !t.is("circumstance", c) && !t.is("doubt", c) || t.is("where", c) {
			continue
		}
		t.own()
		t.unhang(v)
		t.s.Words[v].Head, t.s.Words[v].Rel = -1, syntax.RelRoot
		t.hang(h, v, syntax.RelAdvcl)
		t.hang(c, h, syntax.RelMark)
		t.hang(n, h, syntax.RelNsubj)
		for _, k := range slices.Clone(t.kids[v]) {
			if k < s && t.pos(k) == syntax.ADV && t.rel(k) == syntax.RelCcomp {
				t.hang(k, v, syntax.RelAdvmod) // "Late on Sunday"
			}
		}
		t.freed[v], t.freed[h] = true, true
		return
	}
}

// finiteClause reports whether a word is a finite verb without a word that makes its
// clause a dependent one.
func (t *tree) finiteClause(i int) bool {
	return t.pos(i) == syntax.VERB && t.finiteWord(i) && t.kid(i, syntax.RelMark) < 0
}

// introduced gives the noun right before word h, behind word v, with its preposition;
// -1 if there is none.
func (t *tree) introduced(h, v int) (noun, preposition int) {
	n := h - 1
	for n > v && t.s.Words[n].Head == n+1 && t.kid(n, syntax.RelCase) < 0 {
		n--
	}
	c := t.kid(n, syntax.RelCase)
	for c > v && t.is("where", c) && t.rel(n) == syntax.RelNmod && t.s.Words[n].Head > v && t.s.Words[n].Head < n {
		n = t.s.Words[n].Head // "after the lab | in Holm | tested"
		c = t.kid(n, syntax.RelCase)
	}
	if n <= v || c < v || !t.nominalWord(n) {
		return -1, -1
	}
	return n, c
}
