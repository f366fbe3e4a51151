package syntax

import (
	"slices"
	"strings"

	"fasti/extract/lang/inflect"
)

// Sentences that a tree misreads as a whole, though word lists and valency say
// what they are: a sentence without a finite verb, a verb that wants an object
// and has none. Each is read anew by moving the few words in question.

// reread reads anew what the tree cannot mean.
func (g *Grammar) reread() {
	steps := []func(){g.lostVerb, g.fronted, g.each(g.pluperfect), g.each(g.lostThat), g.each(g.lostComplement), g.each(g.ofContent), g.each(g.ofThat), g.each(g.finiteMarked), g.each(g.lostGerund), g.each(g.pastBefore), g.each(g.objectless), g.each(g.twoSubjects), g.lateFinite, g.each(g.crossed), g.besideNonfinite, g.each(g.objectless), g.each(g.noSubject)}
	if g.rules.verbFirst {
		steps = []func(){g.lostCopula, g.each(g.firstNoun), g.each(g.onlyNoun), g.each(g.wrongCase), g.lostFinite, g.each(g.presentOf), g.each(g.repairEnd), g.each(g.repairNot)}
	}
	g.each(g.lostInfinitive)()
	saved := slices.Clone(g.words)
	for _, step := range steps {
		step()
		if g.tree() {
			copy(saved, g.words)
		} else { // words that move crosswise: it stays as it was read
			copy(g.words, saved)
			g.findKids()
		}
	}
}

// each makes one step of what is done for each word.
func (g *Grammar) each(do func(i int)) func() {
	return func() {
		for i := range g.words {
			do(i)
		}
	}
}

// tree reports whether the heads make a tree: one root, which every word reaches.
func (g *Grammar) tree() bool {
	roots := 0
	for i := range g.words {
		if g.words[i].Head < 0 {
			roots++
		}
		n := 0
		for h := g.words[i].Head; h >= 0 && n <= len(g.words); n++ {
			h = g.words[h].Head
		}
		if n > len(g.words) {
			return false
		}
	}
	return roots == 1
}

// hang hangs a word on another one.
func (g *Grammar) hang(i, head int, rel Rel) {
	g.words[i].Head, g.words[i].Rel = head, rel
	g.findKids()
}

// exchange puts word to in the place of word i, and hangs i on it.
func (g *Grammar) exchange(i, to int, rel Rel) {
	g.words[to].Head, g.words[to].Rel = g.words[i].Head, g.words[i].Rel
	g.words[i].Head, g.words[i].Rel = to, rel
	for _, k := range g.kids[i] { // the mark at the end belongs to the sentence
		if g.words[k].Rel == RelPunct && k > to && k > i {
			g.words[k].Head = to
		}
	}
	g.findKids()
}

// finiteForm makes a word a finite verb.
func (g *Grammar) finiteForm(i int, past bool) {
	w := &g.words[i]
	w.POS, w.Morph.Form, w.Morph.Mood, w.Morph.Tense = VERB, Fin, Ind, Pres
	if past {
		w.Morph.Tense = Past
	}
	g.numberOf(i)
}

// ended reports whether the sentence ends with a full stop: no headline.
func (g *Grammar) ended() bool { return len(g.low) > 1 && g.low[len(g.low)-1] == "." }

// lostInfinitive makes an infinitive of a word that carries the mark of one
// inside ("zurückzutreten") or before it ("to land").
func (g *Grammar) lostInfinitive(i int) {
	w := &g.words[i]
	switch {
	case w.POS == VERB && g.rules.joined(g.low[i]):
		w.Morph = Morph{Form: Inf}
		if w.Rel == RelAclRelcl || w.Rel == RelCcomp {
			w.Rel = RelXcomp
		}
	case w.POS == NOUN || w.POS == PROPN || w.POS == ADJ:
		for _, k := range g.kids[i] {
			if g.words[k].Rel == RelCase && g.words[k].POS == PART && g.rules.is(classTo, g.low[k]) && k == i-1 {
				w.POS, w.Morph = VERB, Morph{Form: Inf}
				g.words[k].Rel = RelMark
			}
		}
	}
}

// lostGerund makes a clause of an -ing form behind a preposition that the tree
// takes for a part of the noun behind it, where a row of the table governs one:
// "suspect the driver of setting fire to the barn".
func (g *Grammar) lostGerund(i int) {
	w := &g.words[i]
	if w.Rel == RelFlat && w.POS == VERB && w.Morph.Form != Fin && w.Head >= 0 && g.words[w.Head].Rel == RelCompoundPrt { // "ruled out resigning"
		w.Morph.Form = Gerund
		g.hang(i, g.words[w.Head].Head, RelXcomp)
		return
	}
	if w.Rel != RelCompound || i == 0 || w.Head < i || g.rules.forms[g.low[i]]&inflect.Part1 == 0 {
		return
	}
	noun, p := w.Head, i-1
	if g.words[p].Head != noun || g.words[p].Rel != RelCase {
		return
	}
	for h, n := g.words[noun].Head, 0; h >= 0 && n < deepest; n++ {
		if g.row(h, []string{g.low[p] + "+ing"}) != nil {
			w.POS, w.Morph = VERB, Morph{Form: Gerund}
			w.Head, w.Rel = h, RelAdvcl
			g.words[noun].Head, g.words[noun].Rel = i, RelObj
			g.words[p].Head, g.words[p].Rel = i, RelMark
			g.findKids()
			return
		}
		h = g.words[h].Head
	}
}

// objectless makes a participle of a verb that accuses nobody: where a verb that
// wants an object has none and stands before what it says of somebody, it
// describes the noun before it, and another verb is the finite one: "The man
// accused of killing the judge fled", "A coach appeared in court charged with …".
func (g *Grammar) objectless(i int) {
	w := &g.words[i]
	if w.POS != VERB || g.rules.forms[g.low[i]]&inflect.Part == 0 || g.child(i, RelAux, RelAuxPass, RelObj, RelCop, RelMark) >= 0 {
		return
	}
	n := g.child(i, RelNsubj, RelNsubjPass)
	content := g.accusation(i)
	if h := w.Head; n < 0 && content >= 0 && w.Rel == RelAcl && g.words[h].Rel == RelObl && h < i { // "appeared in court on Tuesday charged with"
		g.reduce(i, g.words[h].Head, RelAdvcl)
		return
	}
	if n < 0 || n > i || content < 0 {
		return
	}
	if w.Rel == RelNsubj || w.Rel == RelNsubjPass {
		g.words[n].Head, g.words[n].Rel = w.Head, w.Rel
		g.reduce(i, n, RelAcl)
		return
	}
	if f := g.finiteBeside(i, n, content); f >= 0 {
		g.describe(i, n, f, content)
	}
}

// twoSubjects makes a relative clause of a verb that has both a noun and the
// pronoun that takes it up for its subject, where another verb is there to be the
// finite one: "the man who was charged with killing a guard died".
func (g *Grammar) twoSubjects(i int) {
	n, who := -1, -1
	for _, k := range g.kids[i] {
		switch w := &g.words[k]; {
		case w.Rel != RelNsubj && w.Rel != RelNsubjPass || k > i:
		case w.POS == PRON && n >= 0 && g.bare(n, k):
			who = k
		case w.POS == NOUN || w.POS == PROPN:
			n = k
		}
	}
	if who < 0 {
		return
	}
	if f := g.finiteBeside(i, n, i); f >= 0 {
		form := g.words[i].Morph
		g.describe(i, n, f, i)
		g.words[i].Morph, g.words[i].Rel = form, RelAclRelcl
		g.findKids()
	}
}

// pastBefore makes the first of two past forms the finite verb where the tree takes it for
// a participle of the subject though it has an object, and the second, which has none,
// describes that object: "Nurses | called off a strike | planned for Monday".
func (g *Grammar) pastBefore(i int) {
	w := &g.words[i]
	s := g.child(i, RelNsubj)
	if w.Rel != RelRoot || s < 0 || s > i || !g.pastForm(i) || g.rules.forms[g.low[i]]&inflect.Part == 0 {
		return
	}
	if g.rules.is(classAlone, strings.ToLower(w.Lemma)) || g.child(i, RelObj, RelCcomp, RelXcomp, RelCompoundPrt, RelMark) >= 0 {
		return
	}
	for a := s + 1; a < i; a++ {
		if g.words[a].Rel != RelAcl || !g.pastForm(a) {
			continue
		}
		g.nounBefore(a, i)
		if o := g.objectBehind(a); o >= 0 {
			if _, behind := g.span(o); behind == i {
				g.firstFinite(s, a, o, i)
				return
			}
		}
	}
}

// nounBefore makes the noun right before verb i, which the tree has as the first part of a
// compound with it, the object of verb a, with the article before it.
func (g *Grammar) nounBefore(a, i int) {
	o := i - 1
	if g.words[o].Head != i || g.words[o].Rel != RelCompound || g.words[o].POS != NOUN || g.child(a, RelObj) >= 0 {
		return
	}
	d := g.child(i, RelDet)
	if d <= a || d > o {
		return
	}
	for _, k := range append([]int{}, g.kids[i]...) {
		if k >= d && k < o {
			g.words[k].Head = o
		}
	}
	g.hang(o, a, RelObj)
}

// objectBehind is the object of a verb, with an article or a number, also where the tree
// takes the particle of the verb for a preposition; or -1.
func (g *Grammar) objectBehind(a int) int {
	if g.words[a].POS != VERB {
		return -1
	}
	o, p := g.child(a, RelObj), a+1
	if o < 0 && p < len(g.words) && g.words[p].Rel == RelCase && g.words[p].Head > p && g.words[g.words[p].Head].Head == a && g.phrasal(a, p) {
		o = g.words[p].Head
	}
	if o < a || g.child(o, RelDet, RelNmodPoss, RelNummod) < 0 {
		return -1
	}
	return o
}

// firstFinite makes verb a with subject s and object o the root, and the root i a
// participle of that object, which keeps what stands right behind it.
func (g *Grammar) firstFinite(s, a, o, i int) {
	if p := a + 1; g.words[p].Head == o && g.words[p].Rel == RelCase {
		g.words[p].Head, g.words[p].Rel, g.words[p].POS = a, RelCompoundPrt, ADP
	}
	near := true
	for _, k := range append([]int{}, g.kids[i]...) {
		first, _ := g.span(k)
		near = near && (k < i || g.words[k].Rel == RelObl || g.words[k].Rel == RelOblUnmarked) && first <= i+1
		if k != s && (k < i || !near) {
			g.words[k].Head = a
		}
	}
	g.words[a].Head, g.words[a].Rel = -1, RelRoot
	g.finiteForm(a, true)
	g.words[s].Head = a
	g.words[o].Head, g.words[o].Rel = a, RelObj
	g.reduce(i, o, RelAcl)
}

// describe makes verb i describe noun n, whose finite verb is f; content is what
// completes i, or i.
func (g *Grammar) describe(i, n, f, content int) {
	w := &g.words[i]
	if o := g.child(f, RelNsubj, RelNsubjPass); o >= 0 && f > content { // "killing the judge fled"
		g.words[o].Head, g.words[o].Rel = content, RelObj
	} else if h := g.words[f].Head; h >= 0 && h > content && g.nominal(h) && g.words[f].Rel == RelAcl && g.words[h].Rel == RelNsubj {
		g.words[h].Rel = RelObj
	}
	subject := RelNsubj
	if g.child(f, RelAuxPass) >= 0 {
		subject = RelNsubjPass
	}
	g.words[f].Head, g.words[f].Rel = -2, NoRel // out of the way
	g.findKids()
	head, rel := w.Head, w.Rel
	last := len(g.words) - 1
	if g.words[last].Rel == RelPunct && g.words[last].Head == i {
		g.words[last].Head = f
	}
	g.words[f].Head, g.words[f].Rel = head, rel
	if g.child(f, RelAux, RelAuxPass) < 0 {
		g.finiteForm(f, true)
	}
	g.words[n].Head, g.words[n].Rel = f, subject
	if f < i {
		g.reduce(i, f, RelAdvcl)
	} else {
		g.reduce(i, n, RelAcl)
	}
}

// reduce makes a participle of a verb and hangs it on a word.
func (g *Grammar) reduce(i, head int, rel Rel) {
	g.words[i].Morph = Morph{Form: Participle, Tense: Past}
	g.hang(i, head, rel)
}

// accusation gives the word behind a verb that completes it as its row of the
// table says, if the row is of a verb that says it of its object; else -1.
func (g *Grammar) accusation(i int) int {
	for _, k := range g.kids[i] {
		if k < i || g.child(k, RelMark, RelCase) < i {
			continue
		}
		p := g.Base(g.child(k, RelMark, RelCase))
		if v := g.row(i, []string{p + "+ing", p + "+noun"}); v != nil && v.doer == DoerObject && v.pos[0] == 'v' {
			return k
		}
	}
	return -1
}

// finiteBeside finds the finite verb of a sentence whose subject n is described
// by the participle i with its content: between both, or inside of what the
// tree takes for the content.
func (g *Grammar) finiteBeside(i, n, content int) int {
	for k := n + 1; k < i; k++ {
		if g.pastForm(k) && g.beside(k, n, -1) {
			return k
		}
	}
	for k := content + 1; k < len(g.words); k++ {
		if g.words[k].POS != VERB || !g.below(k, content) || g.child(k, RelMark) >= 0 || g.low[k-1] == "," {
			continue
		}
		switch g.words[k].Rel {
		case RelCcomp, RelXcomp, RelAdvcl, RelAcl, RelParataxis, RelAclRelcl, RelConj, RelDep:
			if g.pastForm(k) || g.child(k, RelAux, RelAuxPass) >= 0 && g.child(k, RelNsubj, RelNsubjPass) >= 0 {
				return k
			}
		}
	}
	return -1
}

// pastForm reports whether a verb without auxiliary can be a form of the past.
func (g *Grammar) pastForm(i int) bool {
	if g.words[i].POS != VERB || g.child(i, RelAux, RelAuxPass, RelOblAgent) >= 0 {
		return false
	}
	f := g.rules.forms[g.low[i]]
	return f&inflect.Past != 0 || f == 0 && g.words[i].Morph.Form == Fin
}

// lateFinite gives a sentence without a finite verb the one that the tree takes
// for a participle of its subject, or for a noun: "The planned merger of the two
// banks collapsed on Monday.", "Roe denies strangling her."
func (g *Grammar) lateFinite() {
	if !g.ended() {
		return
	}
	g.bareActive()
	for r := range g.words {
		if rel := g.words[r].Rel; rel != RelRoot && rel != RelCcomp || g.child(r, RelCop, RelAux) >= 0 {
			continue
		}
		switch {
		case g.verbal(r):
			g.lateNoun(r)
		case g.nominal(r) && (g.words[r].Rel == RelCcomp || !g.verbNoun(r)):
			g.lateVerb(r)
		}
	}
}

// bareActive makes a form of the past of a root that is read as the participle of a
// passive without its auxiliary, which only headlines have: "Torvan named Lena
// Brandt chief executive."
func (g *Grammar) bareActive() {
	r := g.root()
	if r < 0 || g.words[r].POS != VERB || g.words[r].Morph.Form != Participle || !g.pastForm(r) || g.child(r, RelAux, RelAuxPass, RelCop, RelNsubj) >= 0 {
		return
	}
	n := g.child(r, RelNsubjPass)
	if n < 0 || n > r {
		return
	}
	g.finiteForm(r, true)
	g.words[n].Rel = RelNsubj
}

// lateVerb finds the finite verb of noun r in what the tree hangs below it.
func (g *Grammar) lateVerb(r int) {
	for _, fits := range []func(k, r int) bool{g.heardAfter, g.participleOf} {
		for k := r + 1; k < len(g.words); k++ {
			if g.below(k, r) && fits(k, r) {
				g.finiteForm(k, g.rules.forms[g.low[k]]&inflect.Pres == 0)
				g.splitNoun(k, r)
				g.exchange(r, k, RelNsubj)
				if g.takes(k) && g.words[k+1].POS == VERB {
					g.hang(k+1, k, RelXcomp)
				}
				return
			}
		}
	}
}

// lateNoun makes the finite verb of the subject of an infinitive: "On Tuesday,
// the firm plans to build a dam."
func (g *Grammar) lateNoun(r int) {
	v := g.child(r, RelNsubj)
	if v < 0 || v > r || !g.nonfinite(r) || g.words[v].POS != NOUN || g.rules.forms[g.low[v]]&inflect.Finite == 0 {
		return
	}
	if n := g.subjectNoun(v); n >= 0 {
		g.splitNoun(v, n)
		g.words[n].Head, g.words[n].Rel = v, RelNsubj
		g.finiteForm(v, false)
		g.exchange(r, v, RelXcomp)
	}
}

// heardAfter fits a verb behind an apposition or a relative clause: "The court,
// who came from Dorwick, never heard the witness."
func (g *Grammar) heardAfter(k, r int) bool {
	w := &g.words[k]
	switch {
	case !g.afterComma(k, r):
		return false
	case w.POS == NOUN && g.rules.forms[g.low[k]]&inflect.Finite != 0 && k+1 < len(g.words):
		if w.Rel == RelCompound && w.Head == k+1 { // "face accusations"
			w.Rel, g.words[k+1].Head, g.words[k+1].Rel = g.words[k+1].Rel, k, RelObj
			g.findKids()
			return true
		}
		return g.takes(k)
	}
	return g.pastForm(k) && g.child(k, RelNsubj, RelNsubjPass, RelMark) < 0
}

// participleOf fits a verb that is read as a participle of the noun before it.
func (g *Grammar) participleOf(k, _ int) bool {
	w := &g.words[k]
	return g.pastForm(k) && w.Rel == RelAcl && g.nominal(w.Head) && g.low[k-1] != "," && w.Morph.Form != Gerund
}

// verbNoun makes a verb of a root that is read as a noun though it has a subject
// of its own, or a noun before it and what only a verb has behind it: "Roe denies
// strangling her", "The firm plans to build a dam", "On Tuesday, the union
// alleges that".
func (g *Grammar) verbNoun(r int) bool {
	v := g.predicateNoun(r)
	if v < 0 {
		return false
	}
	f := g.rules.forms[g.low[v]]
	if g.words[v].POS != NOUN || f&inflect.Finite == 0 || v+1 >= len(g.words) {
		return false
	}
	n := g.subjectNoun(v)
	if n < 0 || n > v {
		return false
	}
	g.splitNoun(v, n)
	g.words[n].Head, g.words[n].Rel = v, RelNsubj
	g.finiteForm(v, f&inflect.Past != 0 && f&inflect.Pres == 0)
	g.findKids()
	if v != r {
		g.exchange(r, v, RelObl)
	}
	return true
}

// predicateNoun gives the root, or the word beside it where the root is a phrase
// with a preposition, which is no predicate; -1 if there is none.
func (g *Grammar) predicateNoun(r int) int {
	if p := g.child(r, RelCase); p < 0 || p > r {
		return r
	}
	for _, k := range g.kids[r] {
		if g.words[k].Rel == RelAppos && (g.child(k, RelNsubj) >= 0 || g.subjectNoun(k) >= 0) {
			return k
		}
	}
	return -1
}

// subjectNoun gives the subject of a verb that is read as a noun: its own, or the
// noun before it where an article or an infinitive stands behind it; or -1.
func (g *Grammar) subjectNoun(v int) int {
	if n := g.child(v, RelNsubj); n >= 0 || v+1 >= len(g.words) {
		return n
	}
	c := g.child(v, RelCompound)
	for c >= 0 && c+1 < v && g.words[c+1].Rel == RelCompound && g.words[c+1].Head == v {
		c++ // "the city council plans"
	}
	for k := c + 1; c >= 0 && k < v; k++ {
		if g.words[k].Head != c || g.words[k].Rel != RelFlat {
			return -1
		}
	}
	if c >= 0 && g.takes(v) {
		return c
	}
	return -1
}

// takes reports whether behind a word stands what only a verb takes: an article,
// an infinitive, an -ing form.
func (g *Grammar) takes(v int) bool {
	if v+1 >= len(g.words) {
		return false
	}
	next := &g.words[v+1]
	return next.POS == DET || next.POS == VERB && g.rules.ing(g.low[v+1]) || g.rules.is(classTo, g.low[v+1]) && next.Head >= 0 && g.words[next.Head].POS == VERB
}

// nonfinite reports whether a verb is an infinitive with its mark or an -ing form
// without an auxiliary.
func (g *Grammar) nonfinite(r int) bool {
	return g.infinitiveMark(r) || g.rules.ing(g.low[r]) && g.child(r, RelAux, RelAuxPass, RelCop) < 0
}

// splitNoun gives what hung on a noun that is a verb to its subject or makes it a
// complement.
func (g *Grammar) splitNoun(v, n int) {
	for _, k := range g.kids[v] {
		switch w := &g.words[k]; {
		case k < n && (w.Rel == RelDet || w.Rel == RelAmod || w.Rel == RelNmodPoss || w.Rel == RelCompound):
			w.Head = n
		case k > v && w.Rel == RelNmod:
			w.Rel = RelObl
		case k > v && (w.Rel == RelAcl || w.Rel == RelAclRelcl):
			w.Rel = RelXcomp
			if g.child(k, RelMark) >= 0 && !g.infinitiveMark(k) {
				w.Rel = RelCcomp
			}
		}
	}
}

// afterComma reports whether only an adverb stands between a comma behind word r
// and word k, and the comma closes what another one opened.
func (g *Grammar) afterComma(k, r int) bool {
	at, commas := k-1, 0
	if at > r && g.words[at].POS == ADV {
		at--
	}
	if g.low[at] != "," {
		return false
	}
	for i := r + 1; i <= at; i++ {
		if g.low[i] == "," {
			commas++
		}
	}
	for r+1 < at && g.words[r+1].Rel == RelFlat {
		r++
	}
	return commas == 2 && g.low[r+1] == ","
}

// fronted gives the verb of a sentence that opens with an adverbial and a comma the
// subject that the tree hangs on that adverbial as if it went on: "On Thursday,
// Sergei Holm, the mayor of Warna, extended the lockdown".
func (g *Grammar) fronted() {
	g.openingDay()
	v := g.root()
	if v < 0 || g.words[v].POS != VERB || g.child(v, RelNsubj, RelNsubjPass, RelCsubj, RelExpl) >= 0 || g.infinitiveMark(v) {
		return
	}
	for _, o := range g.kids[v] {
		if r := g.words[o].Rel; o > v || r != RelObl && r != RelOblUnmarked {
			continue
		}
		if subject := g.behindOpening(o, v); subject >= 0 {
			g.words[subject].Head, g.words[subject].Rel = v, RelNsubj
			if g.child(v, RelAuxPass) >= 0 {
				g.words[subject].Rel = RelNsubjPass
			}
			g.findKids()
			return
		}
	}
}

// behindOpening finds what hangs on the adverbial with head o behind a comma and
// before verb v as if it went on; of several such words, which the tree tore apart,
// the last has the others for its parts. It is -1 if there is none.
func (g *Grammar) behindOpening(o, v int) int {
	subject := -1
	for _, k := range g.kids[o] {
		if k < o || k > v || !g.goesOnFrom(k) || subject < 0 && !g.commaBetween(o, k) {
			continue
		}
		if subject >= 0 {
			g.words[subject].Head, g.words[subject].Rel = k, RelCompound
		}
		subject = k
	}
	return subject
}

// goesOnFrom reports whether a noun without a preposition or conjunction of its own
// is set beside the word that it hangs on.
func (g *Grammar) goesOnFrom(k int) bool {
	switch g.words[k].Rel {
	case RelConj, RelAppos, RelParataxis:
	default:
		return false
	}
	mark := g.child(k, RelCase, RelCc)
	return g.nominal(k) && (mark < 0 || mark != k-1) && g.child(k, RelNsubj) < 0
}

// openingDay makes an adverbial of a day behind a preposition that is read as the
// root, where a finite verb hangs on it.
func (g *Grammar) openingDay() {
	r := g.root()
	if r < 0 || r > 2 || !g.rules.days[g.low[r]] || g.child(r, RelCase) < 0 {
		return
	}
	for _, k := range g.kids[r] {
		if w := &g.words[k]; k < r || w.POS != VERB || w.Morph.Form != Fin {
			continue
		}
		switch g.words[k].Rel {
		case RelAclRelcl, RelConj, RelParataxis, RelAppos:
			g.finiteForm(k, g.pastForm(k))
			g.exchange(r, k, RelObl)
			g.subjectWithin(k)
			return
		}
	}
}

// subjectWithin gives verb v the subject that the tree hangs on an infinitive that
// describes what stands between the two.
func (g *Grammar) subjectWithin(v int) {
	if g.child(v, RelNsubj, RelNsubjPass) >= 0 {
		return
	}
	for i := range g.words[:v] {
		if w := &g.words[i]; (w.Rel == RelNsubj || w.Rel == RelNsubjPass) && w.Head > i && w.Head < v && g.words[w.Head].Rel == RelAcl && g.infinitiveMark(w.Head) {
			w.Head, w.Rel = v, RelNsubj
			g.findKids()
			return
		}
	}
}

// commaBetween reports whether a comma stands between two words.
func (g *Grammar) commaBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if g.low[i] == "," {
			return true
		}
	}
	return false
}

// noSubject takes a phrase with a preposition for no subject; what stands beside
// it behind the comma is it: "On Tuesday, the man who … died".
func (g *Grammar) noSubject(i int) {
	w := &g.words[i]
	p := g.child(i, RelCase)
	if w.Rel != RelNsubj && w.Rel != RelNsubjPass || p < 0 || p > i || g.words[p].POS != ADP {
		return
	}
	for _, k := range g.kids[i] {
		if g.words[k].Rel == RelAppos && k > i && g.child(k, RelCase) < 0 {
			g.words[k].Head, g.words[k].Rel = w.Head, w.Rel
			w.Rel = RelObl
			g.findKids()
			return
		}
	}
}

// lostThat makes a clause of what stands behind a "that" that is no article: one
// stands behind it ("fear that the dam burst").
func (g *Grammar) lostThat(i int) {
	if g.rules.links[g.low[i]] != LinkThat || i+2 >= len(g.words) || g.words[i+1].POS != DET || g.words[i].Rel == RelMark {
		return
	}
	v := g.words[i].Head
	if v <= i+1 || !g.nominal(v) || g.rules.forms[g.low[v]]&(inflect.Finite|inflect.Inf) == 0 {
		return
	}
	n := g.child(v, RelCompound)
	if n != v-1 {
		return
	}
	h := g.words[v].Head
	for h >= 0 && !g.verbal(h) {
		h = g.words[h].Head
	}
	if h < 0 {
		return
	}
	for _, k := range g.kids[v] {
		if k > i && k < n {
			g.words[k].Head = n
		}
	}
	g.words[i].POS, g.words[i].Rel = SCONJ, RelMark
	g.finiteForm(v, g.rules.forms[g.low[v]]&inflect.Past != 0)
	g.words[n].Head, g.words[n].Rel = v, RelNsubj
	g.hang(v, h, RelCcomp)
}

// ofContent parts a noun's content from what is said of the noun, where a tree
// takes both for one clause: "Reports that the king died are untrue."
func (g *Grammar) ofContent(p int) {
	n, m, cop, s := g.words[p].Head, g.child(p, RelMark), g.child(p, RelCop), g.child(p, RelNsubj)
	if n < 0 || m != n+1 || s < m || cop < s || g.rules.links[g.low[m]] != LinkThat || !g.nominal(n) {
		return
	}
	for _, v := range g.kids[s] {
		if v < s || v > cop || g.words[v].Rel != RelAcl || !g.pastForm(v) {
			continue
		}
		g.finiteForm(v, true)
		g.exchange(n, p, RelNsubj)
		g.words[m].Head = v
		g.words[v].Head, g.words[v].Rel = n, RelAcl
		g.hang(s, v, RelNsubj)
		return
	}
}

// presentOf makes a finite verb of a form that is read as a participle or an
// infinitive though nothing makes it one: "Die Behörde, …, verdächtigt den
// Fahrer", "Wenn die Gespräche scheitern".
func (g *Grammar) presentOf(i int) {
	w := &g.words[i]
	if w.POS != VERB || w.Morph.Form == Fin || g.rules.forms[g.low[i]]&inflect.Finite == 0 || g.infinitiveMark(i) || g.child(i, RelAux, RelAuxPass, RelCop) >= 0 {
		return
	}
	if w.Rel == RelRoot && w.Morph.Form == Participle && g.child(i, RelNsubj) >= 0 && g.child(i, RelObj, RelIobj, RelOblArg) > i {
		g.finiteForm(i, false)
		return
	}
	m := g.child(i, RelMark)
	if m < 0 || m > i || w.Rel == RelXcomp || g.child(i, RelNsubj, RelNsubjPass) >= 0 {
		return
	}
	switch g.rules.links[g.low[m]] {
	case LinkIf, LinkFact, LinkWhether, LinkThat:
		if o := g.child(i, RelObj); o >= 0 && o < i {
			g.words[o].Rel = RelNsubj
			g.finiteForm(i, false)
		}
	}
}

// besideNonfinite makes the verb that describes the subject the finite one where
// the root can be none: "The driver denied on Monday having killed".
func (g *Grammar) besideNonfinite() {
	r := g.root()
	if r < 0 || g.words[r].POS != VERB {
		return
	}
	n := g.child(r, RelNsubj, RelNsubjPass)
	if !g.having(r) && !g.nonfinite(r) {
		g.nounRead(r, n)
		return
	}
	if at, _ := g.finite(r); at >= 0 {
		return
	}
	if n < 0 {
		for _, k := range g.kids[r] { // "Roe denied …", read as beside "having killed"
			if k < r && g.words[k].Rel == RelAdvcl && g.words[k].POS == VERB && g.child(k, RelNsubj) >= 0 && g.child(k, RelMark) < 0 {
				g.exchange(r, k, RelXcomp)
				return
			}
		}
		return
	}
	if g.pastForm(n) && g.child(n, RelNsubj) >= 0 { // "He denied", read as the subject of "having met"
		g.exchange(r, n, RelXcomp)
		return
	}
	for k := n + 1; k < r; k++ {
		if g.pastForm(k) && g.beside(k, n, r) {
			g.finiteForm(k, true)
			g.words[n].Head, g.words[n].Rel = k, RelNsubj
			g.exchange(r, k, RelXcomp)
			return
		}
	}
}

// beside reports whether a verb between a subject and a form that cannot be finite
// is what they need.
func (g *Grammar) beside(k, n, r int) bool {
	w := &g.words[k]
	switch {
	case w.Rel == RelAcl && w.Head == n:
		return true
	case w.Rel == RelAdvcl && w.Head == r && g.child(k, RelMark) < 0:
		return true
	}
	return g.below(k, n) && g.afterComma(k, n)
}

// nounRead makes the object of the verb before it of a noun that is read as the
// finite verb: "The ministry rejected reports that …".
func (g *Grammar) nounRead(r, n int) {
	a := r - 1
	if n < 0 || a <= n || g.words[a].Rel != RelAcl || g.words[a].Head != n || !g.pastForm(a) {
		return
	}
	if g.child(r, RelAux, RelAuxPass) >= 0 || g.words[r].Morph.Tense == Past {
		return
	}
	g.finiteForm(a, true)
	g.words[n].Head, g.words[n].Rel = a, RelNsubj
	g.words[r].POS, g.words[r].Morph = NOUN, Morph{Number: Plur}
	for _, k := range g.kids[r] {
		if g.words[k].Rel == RelCcomp {
			g.words[k].Rel = RelAcl
		}
	}
	g.exchange(r, a, RelObj)
}

// root gives the root of the sentence, or -1.
func (g *Grammar) root() int {
	for i := range g.words {
		if g.words[i].Rel == RelRoot {
			return i
		}
	}
	return -1
}

// wrongCase corrects what articles say of cases: a noun behind "dem" is no
// subject, and a noun that stands beside the subject without "und" is an object.
func (g *Grammar) wrongCase(i int) {
	w := &g.words[i]
	h := w.Head
	switch {
	case h < 0 || !g.nominal(i):
	case w.Rel == RelNsubj && g.secondSubject(i, h):
		w.Rel, w.Morph.Case = RelIobj, Dat // "Der Plan würde der Armee erlauben"
	case w.Rel == RelNsubj && (g.dative(i) || g.givenTo(i, h)):
		for _, k := range g.kids[h] {
			if g.words[k].Rel == RelObj && g.nominal(k) && !g.dative(k) && g.child(k, RelCase) < 0 {
				w.Rel, g.words[k].Rel, w.Morph.Case = RelIobj, RelNsubj, Dat
			}
		}
	case w.Rel == RelConj && i > h && g.subjectOfVerb(h) && g.child(i, RelCc, RelCase) < 0 && g.bare(h, i):
		g.hang(i, g.words[h].Head, RelObj) // "sagte die Liga das Rennen ab"
	}
}

// lostCopula makes a clause of a noun that is read as the root, with the finite
// auxiliary behind it and what somebody is or becomes set beside it: "Leo Sand
// wurde am Montag Bürgermeister".
func (g *Grammar) lostCopula() {
	r := g.root()
	if r < 0 || !g.nominal(r) || g.child(r, RelCop, RelAux, RelNsubj, RelNsubjPass, RelCase) >= 0 {
		return
	}
	a := g.child(r, RelParataxis)
	if a < r || g.words[a].POS != AUX || len(g.kids[a]) > 0 {
		return
	}
	if _, ok, _ := g.rules.aux.finite(g.low[a]); !ok {
		return
	}
	p := g.besideCopula(r, a)
	if p < 0 {
		return
	}
	g.exchange(r, p, RelNsubj)
	g.words[a].Head, g.words[a].Rel = p, RelCop
	for _, k := range g.kids[r] {
		if w := &g.words[k]; k > a && w.Rel != RelPunct {
			w.Head, w.Rel = p, RelObl
		}
	}
	g.findKids()
}

// besideCopula finds the noun without a preposition that stands behind auxiliary a,
// beside root r or right behind a day there; -1 if there is none.
func (g *Grammar) besideCopula(r, a int) int {
	for _, k := range g.kids[r] {
		switch {
		case k < a || !g.nominal(k):
		case !g.rules.days[g.low[k]] && g.child(k, RelCase) < 0:
			return k
		default:
			if n := g.child(k, RelAppos); n > k && g.child(n, RelCase) < 0 {
				return n
			}
		}
	}
	return -1
}

// firstNoun makes the subject of an inflected adjective or a name that stands alone
// right before the finite verb, whose tree takes an accusative for it: "Bewaffnete
// töteten drei Bauern", "Holm hatte die Armee angewiesen".
func (g *Grammar) firstNoun(i int) {
	w := &g.words[i]
	h := w.Head
	if w.Rel != RelAdvmod || h < i || w.POS != PROPN && (w.POS != ADJ || w.Morph.Case != Nom) {
		return
	}
	next := i + 1
	for _, k := range g.kids[i] {
		if g.words[k].Rel != RelFlat {
			return
		}
		next = max(next, k+1)
	}
	if at, _ := g.finite(h); at != next {
		return
	}
	n := g.child(h, RelNsubj)
	if n < next || g.words[n].Morph.Case != Acc {
		return
	}
	if w.POS == ADJ {
		w.POS = NOUN
	}
	w.Rel, g.words[n].Rel = RelNsubj, RelObj
	g.findKids()
}

// onlyNoun makes a subject of the only noun of a finite verb that has none: "Am
// Dienstag wirft die Anklage der Bäuerin vor, …".
func (g *Grammar) onlyNoun(i int) {
	w := &g.words[i]
	if w.POS != VERB || w.Morph.Form != Fin || w.Rel == RelConj || g.child(i, RelNsubj, RelNsubjPass, RelExpl, RelCsubj, RelAuxPass, RelAux) >= 0 {
		return
	}
	o := g.child(i, RelObj)
	if o < 0 || g.words[o].POS != NOUN || g.words[o].Morph.Case == Acc && g.words[o].Morph.Gender == Masc || g.dative(o) {
		return
	}
	if d := g.child(o, RelDet, RelDetPoss); d >= 0 && g.rules.is(classFeminine, g.low[d]) {
		return
	}
	g.words[o].Rel = RelNsubj
}

// secondSubject reports whether a noun whose article may be a dative is the second
// that the tree takes for the subject of one verb.
func (g *Grammar) secondSubject(i, h int) bool {
	d := g.child(i, RelDet)
	first := g.child(h, RelNsubj)
	return d >= 0 && first >= 0 && first < i && g.clauseless(first) && (g.rules.is(classFeminine, g.low[d]) || g.rules.is(classDative, g.low[d]))
}

// clauseless reports whether a word is a noun without a clause of its own kind.
func (g *Grammar) clauseless(i int) bool { return g.nominal(i) && g.words[i].POS != PRON }

// subjectOfVerb reports whether a word is the subject of a verb.
func (g *Grammar) subjectOfVerb(i int) bool {
	w := &g.words[i]
	return (w.Rel == RelNsubj || w.Rel == RelNsubjPass) && w.Head >= 0 && g.verbal(w.Head)
}

// dative reports whether its article says that a noun is in the dative.
func (g *Grammar) dative(i int) bool {
	d := g.child(i, RelDet)
	if d < 0 {
		return false
	}
	return g.rules.is(classDative, g.low[d]) || g.rules.is(classFeminine, g.low[d]) && g.words[i].Morph.Gender == Fem && g.words[i].Morph.Number != Plur
}

// givenTo reports whether a noun behind a verb that has what it tells done to
// somebody is that somebody: its article may be a dative, and another noun stands
// before the verb: "Die Anklage wirft der Bäuerin vor".
func (g *Grammar) givenTo(i, h int) bool {
	d := g.child(i, RelDet)
	if d < 0 || i < h || !g.rules.is(classFeminine, g.low[d]) {
		return false
	}
	o := g.child(h, RelObj)
	if o < 0 || o > h {
		return false
	}
	for _, key := range g.keys(h) {
		for _, row := range g.rules.governors[key] {
			if row.doer == DoerIndirect {
				return true
			}
		}
	}
	return false
}

// lostFinite finds the finite verb of a sentence whose root is a noun: a form
// that can be nothing else, right behind the noun or what describes it: "Der
// Senator widersprach …", "Die Firma, die aus Dorwick kam, soll …".
func (g *Grammar) lostFinite() {
	r := g.root()
	if r < 0 || !g.ended() || !g.nominal(r) || g.child(r, RelCop, RelNsubj, RelAux) >= 0 {
		return
	}
	for v := r + 1; v < len(g.words); v++ {
		aux, only := g.onlyFinite(v)
		if !only || g.words[v].POS == VERB && g.words[v].Rel != RelAclRelcl || g.words[v].POS == AUX || g.low[v-1] != "," && !g.bare(r, v) {
			continue
		}
		if !aux {
			g.finiteForm(v, g.rules.forms[g.low[v]]&inflect.Past != 0)
			g.reroot(r, v, v)
			return
		}
		for w := len(g.words) - 1; w > v; w-- {
			if g.words[w].POS == VERB && g.words[w].Morph.Form != Fin && !g.infinitiveMark(w) {
				g.words[v].POS, g.words[v].Morph = AUX, Morph{Form: Fin}
				g.reroot(r, w, v)
				g.hang(v, w, RelAux)
				return
			}
		}
		return
	}
}

// onlyFinite reports whether a form in small letters is a finite one and nothing
// else: of an auxiliary, or of a full verb.
func (g *Grammar) onlyFinite(i int) (aux, only bool) {
	if strings.ToLower(g.words[i].Lemma) != g.words[i].Lemma && g.words[i].POS == PROPN {
		return false, false
	}
	if _, ok, sure := g.rules.aux.finite(g.low[i]); ok {
		return true, sure
	}
	f := g.rules.forms[g.low[i]]
	return false, f&inflect.Finite != 0 && f&(inflect.Inf|inflect.Part|inflect.Part1) == 0 && !g.nominal(i) && g.words[i].POS != ADP
}

// atVerb gives the relation that a word of a noun has to a verb.
func (g *Grammar) atVerb(k int) Rel {
	w := &g.words[k]
	switch {
	case w.Rel == RelAclRelcl && g.infinitiveMark(k):
		return RelXcomp
	case w.Rel != RelNmod && w.Rel != RelNmodPoss && w.Rel != RelAppos && (w.Rel != RelConj || !g.nominal(k)):
		return w.Rel
	case g.child(k, RelCase) >= 0:
		return RelObl
	case g.dative(k):
		return RelOblArg
	}
	return RelObj
}

// reroot makes verb v the root of a sentence whose root was its subject r; what
// stands from word from on belongs to the verb.
func (g *Grammar) reroot(r, v, from int) {
	g.words[v].Head, g.words[v].Rel = -1, RelRoot
	g.words[r].Head, g.words[r].Rel = v, RelNsubj
	for k := range g.words {
		w := &g.words[k]
		if k <= from || k == v || w.Head >= from && w.Head != v && w.Head != r && w.Head != from {
			continue
		}
		if w.Rel != RelPunct || w.Head <= r || w.Head >= from {
			w.Head, w.Rel = v, g.atVerb(k)
		}
	}
	for k := range g.words { // what hung on the word that was no verb
		if k < from && g.words[k].Head == from {
			g.words[k].Head = v
		}
	}
	g.findKids()
}
