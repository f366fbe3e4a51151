package syntax

import "fasti/extract/lang/inflect"

// What word lists know better than a tree: which forms can be finite, and that
// an auxiliary beside a bare participle or infinitive makes one verb with it.

// repair corrects the words of a sentence before its clauses are found.
func (g *Grammar) repair() {
	for i := range g.words {
		g.repairForm(i)
		g.repairPerfect(i)
		g.repairNot(i)
		g.repairSubject(i)
		g.repairChain(i)
		g.repairDay(i)
		g.repairBehindDay(i)
		g.repairObject(i)
		g.repairGap(i)
		g.repairNaming(i)
		g.repairPronoun(i)
		g.repairAgent(i)
		g.repairPhrasal(i)
		g.repairEnd(i)
		g.repairParticle(i)
		g.repairFrom(i)
		g.repairSaid(i)
		g.repairScore(i)
		g.repairAside(i)
		g.repairNamed(i)
		g.repairCalled(i)
		g.repairPossessive(i)
		g.repairTitled(i)
		g.repairSince(i)
		g.repairBehindEvent(i)
	}
	if !g.rules.verbFirst {
		return
	}
	for i := range g.words {
		if g.words[i].POS == VERB || g.words[i].POS == AUX {
			g.joinAuxiliary(i)
		}
	}
}

// repairForm lets the lexicon say what a verb's form can be: "getötet" is no
// finite form, "trafen" is no participle.
func (g *Grammar) repairForm(i int) {
	w := &g.words[i]
	if w.POS != VERB {
		return
	}
	if g.rules.particles[g.low[i]] && w.Head >= 0 && w.Head < i && g.words[w.Head].POS == VERB {
		w.POS, w.Rel = ADP, RelCompoundPrt // "kam nicht zustande"
		return
	}
	f := g.rules.forms[g.low[i]]
	g.numberOf(i)
	switch {
	case f == 0:
	case f&inflect.Finite == 0 && f&inflect.Inf == 0 && f&inflect.Part != 0:
		w.Morph.Form, w.Morph.Mood = Participle, 0
		if f&inflect.Part1 == 0 {
			w.Morph.Tense = Past
		}
	case f&inflect.Part == 0 && f&inflect.Inf == 0 && f&inflect.Part1 == 0 && f&inflect.Finite != 0:
		w.Morph.Form = Fin
		if f&inflect.Finite == inflect.Past {
			w.Morph.Tense = Past
		}
	}
}

// numberOf lets the tables say of a finite verb without a number that its form is of one,
// in a language that has forms for that: "schloss".
func (g *Grammar) numberOf(i int) {
	w, f := &g.words[i], g.rules.forms[g.low[i]]
	if g.rules.verbFirst && w.Morph.Form == Fin && w.Morph.Number == 0 && f&inflect.Sg != 0 && f&inflect.Pl == 0 {
		w.Morph.Number = Sing
	}
}

// repairPerfect makes a perfect of what the tree takes for a passive, or for a noun
// with its copula, where the verb builds its perfect with "sein": "soll geflohen
// sein", "ist umgestürzt".
func (g *Grammar) repairPerfect(i int) {
	h, rel := g.words[i].Head, g.words[i].Rel
	if rel != RelAuxPass && rel != RelCop || h < 0 || g.rules.aux.any(g.low[i]) != auxBe || !g.rules.beings[g.low[h]] {
		return
	}
	g.words[i].Rel = RelAux
	for _, k := range g.kids[h] {
		if g.words[k].Rel == RelNsubjPass {
			g.words[k].Rel = RelNsubj
		}
	}
}

// repairAgent gives a body behind "von" that a tree hangs on the subject of a passive
// before it to the verb, where the subject stands behind the finite verb: "ist ein Mann
// vom Landgericht verurteilt worden". Before it ("Ein Mann vom Gericht wurde …") it is
// the subject's.
func (g *Grammar) repairAgent(i int) {
	w := &g.words[i]
	if w.Rel != RelNmod || w.Head < 0 || w.Head >= i || g.words[w.Head].Rel != RelNsubjPass || !g.bodyNoun(i) {
		return
	}
	p, v := g.child(i, RelCase), g.words[w.Head].Head
	if p < 0 || !g.rules.is(classOf, g.low[p]) || g.words[p].POS != ADP || v < i || g.child(v, RelOblAgent) >= 0 {
		return
	}
	if a := g.child(v, RelAuxPass, RelAux); a < 0 || a > w.Head && g.child(v, RelMark) < 0 {
		return
	}
	w.Head, w.Rel = v, RelOblAgent
	g.findKids()
}

// repairPhrasal makes the word behind a verb its particle, and the noun behind that its
// object, where the tables know both as one verb: "called off | its strike".
func (g *Grammar) repairPhrasal(v int) {
	k := v + 1
	if g.rules.verbFirst || g.words[v].POS != VERB || k+1 >= len(g.words) || g.words[k].Rel != RelCase || g.child(v, RelObj) >= 0 {
		return
	}
	if h := g.words[k].Head; h > k && g.nominal(h) && !g.rules.ing(g.low[h]) && g.words[h].Rel == RelObl && g.words[h].Head == v && g.phrasal(v, k) {
		g.words[k].Head, g.words[k].Rel = v, RelCompoundPrt
		g.words[h].Rel = RelObj
		g.findKids()
	}
}

// repairEnd makes a particle of a word that ends a clause and that the tree has for a
// preposition of the verb before it: "schloss Entlassungen nicht | aus".
func (g *Grammar) repairEnd(i int) {
	w := &g.words[i]
	if !g.rules.verbFirst || w.Rel != RelCase || w.Head < 0 || w.Head > i || g.words[w.Head].POS != VERB || !g.rules.particles[g.low[i]] {
		return
	}
	if i+1 == len(g.words) || g.words[i+1].POS == PUNCT {
		w.Rel = RelCompoundPrt
	}
}

// repairParticle gives the verb what the tree hangs on its particle: "legten | die Arbeit |
// nieder".
func (g *Grammar) repairParticle(i int) {
	if g.words[i].Rel != RelCompoundPrt || len(g.kids[i]) == 0 {
		return
	}
	for _, k := range g.kids[i] {
		if g.words[k].Rel != RelFlat {
			g.words[k].Head = g.words[i].Head
		}
	}
	g.findKids()
}

// repairFrom leaves the word that closes a time with its beginning to that, where the tree
// makes it a preposition of what follows: "vom 3. Oktober | an | 60 Zeichnungen".
func (g *Grammar) repairFrom(i int) {
	h := g.words[i].Head
	if i < 3 || g.words[i].Rel != RelCase || h < i || !g.rules.is(classOnward, g.low[i]) {
		return
	}
	d := i - 1
	if g.words[d].POS == NUM && g.rules.days[g.low[d-1]] { // "Oktober 2031"
		d--
	}
	p := g.child(d, RelCase)
	if p < 0 || !g.rules.days[g.low[d]] || !g.rules.is(classOf, g.low[p]) {
		return
	}
	g.words[i].Head = d
	if w := &g.words[h]; w.Head >= 0 && g.words[w.Head].POS == VERB && g.child(w.Head, RelObj) < 0 && (w.Rel == RelObl || w.Rel == RelOblArg) {
		w.Rel = RelObj
	}
	g.findKids()
}

// repairSaid makes what is told in the subjunctive behind a noun, without a relative
// pronoun, the content of that noun: "wies den Vorwurf zurück, | sie habe es gewusst".
func (g *Grammar) repairSaid(i int) {
	w := &g.words[i]
	if !g.rules.verbFirst || w.Rel != RelAclRelcl || w.Head < 0 || w.Head > i || !g.nominal(w.Head) {
		return
	}
	f := i
	if a := g.child(i, RelAux, RelAuxPass, RelCop); a >= 0 {
		f = a
	}
	s := g.child(i, RelNsubj, RelNsubjPass)
	first, _ := g.span(i)
	if s < 0 || g.words[f].Morph.Mood != Sub || f > i || first < 1 || g.low[first-1] != "," {
		return
	}
	if from, _ := g.span(s); from == first && (g.words[s].POS != PRON || g.words[s].Morph.Case == Nom || g.words[s].Morph.Person == 3) && !g.rules.is(classRelative, g.low[first]) {
		w.Rel = RelCcomp
	}
}

// repairScore makes one list of the results of a game: "6-4, | 7-5".
func (g *Grammar) repairScore(i int) {
	if i < 4 || !g.scoreAt(i) || !g.scoreAt(i-4) || g.low[i-1] != "," || g.low[i+1] != g.low[i-3] {
		return
	}
	top := i - 2
	for g.words[top].Head >= 0 && g.words[top].Head < top && g.words[g.words[top].Head].POS == NUM {
		top = g.words[top].Head
	}
	if g.words[i].Head == top {
		return
	}
	g.words[i].Head, g.words[i].Rel = top, RelConj
	g.findKids()
}

// scoreAt reports whether two numbers with a sign between them begin with word i.
func (g *Grammar) scoreAt(i int) bool {
	return i+2 < len(g.words) && g.words[i].POS == NUM && g.words[i+2].POS == NUM && g.words[i+1].POS != NUM && g.low[i+1] != ","
}

// repairAside keeps within an aside what the tree hangs on a noun before it, though the
// comma that opens the aside is not closed yet: "the town of Arden, home | to 900 people,
// sued", "the town of Arden, which is home to | 900 people, sued".
func (g *Grammar) repairAside(i int) {
	w := &g.words[i]
	if g.rules.verbFirst || w.Rel != RelNmod || w.Head < 0 || w.Head > i {
		return
	}
	if s := g.child(i, RelNsubj); s > 0 && g.words[s].POS == PRON && g.low[s-1] == "," && g.child(i, RelCop) > s {
		w.Rel = RelAclRelcl
		return
	}
	p := g.child(i, RelCase)
	if p < 2 {
		return
	}
	a := p - 1
	for a > w.Head && g.low[a] != "," && (g.words[a].Rel != RelAppos || g.words[a].Head >= a) {
		a--
	}
	if first, _ := g.span(a); a > w.Head && first > 0 && g.words[a].Rel == RelAppos && g.low[first-1] == "," && g.closed(i) {
		w.Head = a
		g.findKids()
	}
}

// repairNamed makes one subject of a noun and the name right behind it that the tree has as
// two of one verb: "The ferry company | Skerry Lines | lost money".
func (g *Grammar) repairNamed(i int) {
	w := &g.words[i]
	if g.rules.verbFirst || w.Rel != RelNsubj && w.Rel != RelNsubjPass || w.POS != NOUN || w.Head < i {
		return
	}
	for _, k := range g.kids[w.Head] {
		_, behind := g.span(i)
		first, _ := g.span(k)
		if k < i || k > w.Head || g.words[k].Rel != w.Rel || g.child(k, RelDet) >= 0 {
			continue
		}
		if first != i+1 || behind != first || g.words[first].POS != PROPN {
			continue
		}
		for _, m := range g.kids[i] {
			if g.words[m].Rel == RelDet || g.words[m].Rel == RelAmod {
				g.words[m].Head = k
			}
		}
		g.words[k].POS, g.words[k].Morph.Number = PROPN, w.Morph.Number
		w.Head, w.Rel = k, RelCompound
		g.findKids()
		return
	}
}

// closed reports whether a comma stands right behind the phrase of a word.
func (g *Grammar) closed(i int) bool {
	_, behind := g.span(i)
	return behind < len(g.low) && g.low[behind] == ","
}

// bodyNoun reports whether a noun is one for a body, or ends like one.
func (g *Grammar) bodyNoun(i int) bool {
	for n := range g.low[i] {
		if g.rules.is(classBody, g.low[i][n:]) {
			return true
		}
	}
	return false
}

// repairNot gives a "not" that stands behind the noun on which the tree hangs it
// to the verb: "griffen den Konvoi am Dienstag nicht an".
func (g *Grammar) repairNot(i int) {
	h := g.words[i].Head
	if !g.rules.verbFirst || g.words[i].POS != PART || h < 0 || h > i || !g.nominal(h) || !g.rules.is(classNegation, g.low[i]) {
		return
	}
	for n := 0; h >= 0 && n < deepest; n++ {
		if g.words[h].POS == VERB {
			g.words[i].Head, g.words[i].Rel = h, RelAdvmod
			g.findKids()
			return
		}
		h = g.words[h].Head
	}
}

// repairDay parts the day behind a preposition from the name behind it where the
// tree makes one phrase of them and leaves the verb without a subject: "On Sunday
// Ada Brook urged".
func (g *Grammar) repairDay(i int) {
	w := &g.words[i]
	h := w.Head
	if !g.rules.days[g.low[i]] || h <= i || w.Rel != RelCompound && w.Rel != RelFlat && w.Rel != RelNmod && w.Rel != RelAmod {
		return
	}
	p, v := g.child(h, RelCase), g.words[h].Head
	if p < 0 || p != i-1 || v < h || g.words[v].POS != VERB || g.child(v, RelNsubj, RelNsubjPass) >= 0 {
		return
	}
	g.words[p].Head = i
	w.Head, w.Rel = v, RelObl
	g.words[h].Rel = RelNsubj
	if g.child(v, RelAuxPass) >= 0 {
		g.words[h].Rel = RelNsubjPass
	}
	g.findKids()
}

// repairBehindDay gives the verb of a day what the tree hangs on the name of that day,
// which says no more than when: "On Friday Holm travelled", "kam am Mittwoch mit Holm
// zusammen".
func (g *Grammar) repairBehindDay(i int) {
	v := g.words[i].Head
	if !g.rules.days[g.low[i]] || v < 0 || g.words[v].POS != VERB || g.otherDay(v, i) {
		return // of several days each has what belongs to it
	}
	for _, k := range append([]int{}, g.kids[i]...) {
		w := &g.words[k]
		switch {
		case k < i || g.rules.days[g.low[k]] || w.POS != PROPN && w.POS != NOUN:
		case w.Rel == RelFlat && k < v && g.child(v, RelNsubj, RelNsubjPass) < 0:
			w.Head, w.Rel = v, RelNsubj
			if g.child(v, RelAuxPass) >= 0 {
				w.Rel = RelNsubjPass
			}
		case w.Rel == RelNmod && g.child(k, RelCase) >= 0:
			w.Head, w.Rel = v, RelObl
		}
	}
	g.findKids()
}

// repairGap sets apart what another day belongs to, where the verb is not told again:
// "Am Sonntag folgten A und B, am Montag C und D", "On Sunday Roe met Holm, on Monday
// Sand". C and Sand are no objects of what was done on Sunday.
func (g *Grammar) repairGap(i int) {
	v := g.words[i].Head
	if v < 0 || i < v || g.words[v].POS != VERB || !g.dayOf(v, i) || !g.afterMark(i) || !g.otherDay(v, i) {
		return
	}
	for _, k := range append(append([]int{}, g.kids[i]...), g.kids[v]...) {
		if k < i || !g.nominal(k) || g.child(k, RelCase) >= 0 || g.rules.days[g.low[k]] {
			continue
		}
		switch g.words[k].Rel {
		case RelObj, RelIobj, RelConj, RelNsubj, RelFlat, RelAppos, RelCompound:
			g.words[k].Head, g.words[k].Rel = v, RelParataxis
			g.words[i].Head = k
			g.findKids()
			return
		}
	}
}

// otherDay reports whether verb v has another day than word i.
func (g *Grammar) otherDay(v, i int) bool {
	for _, k := range g.kids[v] {
		if k != i && g.dayOf(v, k) {
			return true
		}
	}
	return false
}

// dayOf reports whether word k is the name of a day or month that says when verb v
// took place.
func (g *Grammar) dayOf(v, k int) bool {
	r := g.words[k].Rel
	return g.rules.days[g.low[k]] && g.words[k].Head == v && (r == RelObl || r == RelOblUnmarked)
}

// afterMark reports whether a comma stands before a phrase with its preposition.
func (g *Grammar) afterMark(k int) bool {
	if p := g.child(k, RelCase); p >= 0 {
		k = p
	}
	return k > 0 && g.low[k-1] == ","
}

// repairObject makes the object of a noun that is read as a verb of the present
// without a subject, right behind the verb that has it: "held talks with Holm".
func (g *Grammar) repairObject(i int) {
	w := &g.words[i]
	h := w.Head
	if g.rules.verbFirst || w.POS != VERB || w.Rel != RelCcomp && w.Rel != RelXcomp {
		return
	}
	if h != i-1 || g.words[h].POS != VERB || g.child(h, RelObj) >= 0 {
		return
	}
	if w.Morph.Form != Fin || w.Morph.Tense != Pres || g.child(i, RelNsubj, RelNsubjPass, RelMark, RelAux, RelAuxPass, RelCop, RelObj) >= 0 {
		return
	}
	w.POS, w.Rel = NOUN, RelObj
	w.Morph.Form, w.Morph.Tense, w.Morph.Mood, w.Morph.Person, w.Morph.Number = 0, 0, 0, 0, Plur
	for _, k := range g.kids[i] {
		switch g.words[k].Rel {
		case RelObl:
			g.words[k].Rel = RelNmod
		case RelAdvcl, RelAdvmod, RelParataxis:
			g.words[k].Head = h
		}
	}
	g.findKids()
}

// repairNaming gives a verb that says what somebody is made the name before that as
// its object: "named Lena Brandt chief executive".
func (g *Grammar) repairNaming(i int) {
	v := g.words[i].Head
	if g.rules.verbFirst || g.words[i].Rel != RelXcomp || g.words[i].POS != NOUN || v < 0 || g.child(v, RelObj, RelAuxPass) >= 0 {
		return
	}
	for _, k := range g.kids[i] {
		if w := &g.words[k]; k == v+1 && (w.Rel == RelCompound || w.Rel == RelNmodPoss && g.child(k, RelCase) < 0) && w.POS == PROPN {
			w.Head, w.Rel = v, RelObj
			g.findKids()
			return
		}
	}
}

// repairPronoun makes the subject of a pronoun in the nominative that the tree hangs
// on a predicate noun as if it described that: "2009 war sie Meisterin geworden".
func (g *Grammar) repairPronoun(i int) {
	w := &g.words[i]
	if !g.rules.verbFirst || w.POS != PRON || w.Morph.Case != Nom || w.Rel != RelNmod || g.child(w.Head, RelCop) < 0 || g.child(w.Head, RelNsubj, RelNsubjPass) >= 0 {
		return
	}
	w.Rel = RelNsubj
}

// repairSubject makes an adverbial of a subject that a preposition or one behind it
// governs, where the verb has another: "Behörden zufolge wurden 17 Gäste getötet".
func (g *Grammar) repairSubject(i int) {
	w := &g.words[i]
	if !g.rules.verbFirst || w.Rel != RelNsubj && w.Rel != RelNsubjPass || w.Head < 0 {
		return
	}
	p := g.child(i, RelCase)
	if p < 0 || g.words[p].POS != ADP {
		return
	}
	for _, k := range g.kids[w.Head] {
		if k != i && (g.words[k].Rel == RelNsubj || g.words[k].Rel == RelNsubjPass) {
			w.Rel = RelObl
			return
		}
	}
}

// repairChain gives a verb its subject where a sentence begins with an adverbial that
// ends in a chain of names, and the tree takes one of them for the subject and what the
// verb has before it for its apposition: "In Reading, Berkshire, a stabbing killed three".
func (g *Grammar) repairChain(i int) {
	w := &g.words[i]
	if w.Rel != RelNsubj && w.Rel != RelNsubjPass || w.POS != PROPN || i < 3 || w.Head < i {
		return
	}
	if g.words[0].POS != ADP || g.low[i-1] != "," || !g.nominal(i-2) {
		return
	}
	for _, k := range g.kids[i] {
		a := g.child(k, RelDet)
		if g.words[k].Rel != RelAppos || g.words[k].POS != NOUN || a < 1 || g.low[a-1] != "," || !g.verbsOnly(k+1, w.Head) {
			continue
		}
		g.words[k].Head, g.words[k].Rel = w.Head, w.Rel
		w.Head, w.Rel = i-2, RelAppos
		g.findKids()
		return
	}
}

// verbsOnly reports whether nothing but auxiliaries and adverbs stands between two words.
func (g *Grammar) verbsOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if p := g.words[i].POS; p != AUX && p != ADV {
			return false
		}
	}
	return true
}

// joinAuxiliary makes one verb of an auxiliary that the tree takes for the
// full verb and the bare participle or infinitive that it takes for its
// complement: "hat … gewonnen".
func (g *Grammar) joinAuxiliary(h int) {
	if _, ok, _ := g.rules.aux.finite(g.low[h]); !ok || g.words[h].Rel == RelAux || g.words[h].Rel == RelAuxPass || g.words[h].Rel == RelCop {
		return
	}
	for k := len(g.kids[h]) - 1; k >= 0; k-- {
		v := g.kids[h][k]
		w := &g.words[v]
		if w.POS != VERB || w.Morph.Form == Fin || g.infinitiveMark(v) || g.child(v, RelNsubj, RelNsubjPass, RelAux, RelAuxPass, RelMark) >= 0 {
			continue
		}
		switch w.Rel {
		case RelXcomp, RelCcomp, RelMark, RelDep, RelAdvcl, RelObj:
			g.swap(h, v)
			return
		}
	}
}

// swap makes the full verb the head and the other its auxiliary.
func (g *Grammar) swap(h, v int) {
	g.words[v].Head, g.words[v].Rel = g.words[h].Head, g.words[h].Rel
	for _, k := range g.kids[h] {
		if k != v {
			g.words[k].Head = v
		}
	}
	g.words[h].Head, g.words[h].Rel, g.words[h].POS = v, RelAux, AUX
	if g.rules.aux.any(g.low[h]) == auxBecome && g.words[v].Morph.Form == Participle {
		g.words[h].Rel = RelAuxPass
		for k := range g.words {
			if g.words[k].Head == v && g.words[k].Rel == RelNsubj {
				g.words[k].Rel = RelNsubjPass
			}
		}
	}
	g.findKids()
}

// lostVerb gives a sentence that the tree reads as a noun with a clause that says more of
// it back its verb, where that clause has neither a relative word nor another subject than
// the name right behind the noun: "two brothers of the footballer Sam Holm, …, died".
func (g *Grammar) lostVerb() {
	r := g.root()
	if r < 0 || !g.nominal(r) || g.words[r].POS == PRON {
		return
	}
	for v := r + 1; v < len(g.words); v++ {
		w := &g.words[v]
		if w.POS != VERB || w.Rel != RelAclRelcl && w.Rel != RelAcl || !g.below(w.Head, r) {
			continue
		}
		s := g.child(v, RelNsubj)
		if s != w.Head+1 || g.words[s].POS != PROPN || g.relativeIn(s, v) || g.child(v, RelAux, RelAuxPass, RelCop) >= 0 {
			continue
		}
		g.words[s].Head, g.words[s].Rel = w.Head, RelAppos
		g.exchange(r, v, RelNsubj)
		g.finiteForm(v, g.pastForm(v))
		return
	}
}

// relativeIn reports whether a relative pronoun stands between two words.
func (g *Grammar) relativeIn(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if g.rules.is(classRelative, g.low[k]) || g.rules.is(classJoins, g.low[k]) {
			return true
		}
	}
	return false
}

// repairSince gives a noun of what was before the preposition that the tree takes for the
// conjunction of its verb: "since | the murder of Lee in 2029, Holm has led the party". The
// verb at the root needs none.
func (g *Grammar) repairSince(i int) {
	w := &g.words[i]
	v := w.Head
	if w.Rel != RelMark || w.POS != SCONJ || v < i || g.rules.verbFirst || g.words[v].Head >= 0 {
		return
	}
	n, subject := g.child(v, RelObl, RelOblUnmarked), g.child(v, RelNsubj, RelNsubjPass)
	if n < 0 || n > v || subject >= 0 && subject < n {
		n, subject = subject, g.setBehind(subject, v)
	}
	if n < 0 || subject < n || subject > v || g.child(n, RelCase) >= 0 {
		return
	}
	if first, _ := g.span(n); first != i+1 || !g.commaBetween(n, subject) {
		return
	}
	rel := RelNsubj
	if g.child(v, RelAuxPass) >= 0 {
		rel = RelNsubjPass
	}
	w.Head, w.Rel, w.POS = n, RelCase, ADP
	g.words[n].Rel = RelObl
	g.words[subject].Head, g.words[subject].Rel = v, rel
	g.findKids()
}

// setBehind gives the noun that the tree has as an apposition in the phrase of noun n
// behind a comma, right before the verbs up to v; -1 if there is none.
func (g *Grammar) setBehind(n, v int) int {
	if n < 0 {
		return -1
	}
	for k := n + 1; k < v; k++ {
		if g.words[k].Rel != RelAppos || !g.nominal(k) || !g.below(k, n) {
			continue
		}
		if first, behind := g.span(k); g.low[first-1] == "," && g.verbsOnly(behind, v) {
			return k
		}
	}
	return -1
}

// repairBehindEvent gives the verb the name that the tree hangs on a noun behind the day of
// that noun, or on that day itself, in a language that has the finite verb second and the
// object behind such phrases: "Die Polizei sucht nach der Tat vom Sonntag | Karl Lee".
func (g *Grammar) repairBehindEvent(i int) {
	n := g.words[i].Head
	v := g.verbOfDay(i)
	if v < 0 || v > n || g.child(v, RelObj) >= 0 {
		return
	}
	first := -1
	for k := i + 1; k < len(g.words); k++ {
		w := &g.words[k]
		if w.POS != PROPN || w.Head != n && w.Head != i || w.Rel != RelAppos && w.Rel != RelFlat {
			continue
		}
		if first >= 0 {
			w.Head, w.Rel = first, RelFlat
			continue
		}
		if start, _ := g.span(k); start-1 == i && g.child(k, RelCase) < 0 { // no comma or bracket parts it
			first = k
			w.Head, w.Rel = v, RelObj
		}
	}
	g.findKids()
}

// verbOfDay gives the verb on which a noun with a preposition hangs, where word i is the
// day of that noun; -1 if it is none, or in a language that has the object elsewhere.
func (g *Grammar) verbOfDay(i int) int {
	n := g.words[i].Head
	if !g.rules.verbFirst || !g.rules.days[g.low[i]] || n < 0 || n > i || g.words[i].Rel != RelNmod {
		return -1
	}
	if r := g.words[n].Rel; !g.nominal(n) || g.child(n, RelCase) < 0 || r != RelObl && r != RelOblArg {
		return -1
	}
	if v := g.words[n].Head; v >= 0 && g.words[v].POS == VERB {
		return v
	}
	return -1
}
