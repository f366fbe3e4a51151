package syntax

import "fasti/extract/lang/inflect"

// verbs reads the verbs of a clause: which is finite, its tense, voice, mood
// and modality.
func (g *Grammar) verbs(c int) {
	k := &g.Clauses[c]
	h := k.Head
	k.Particle = g.child(h, RelCompoundPrt)
	k.Lexical = h
	if !g.verbal(h) {
		k.Lexical = g.copula(h)
	}
	marked := g.infinitiveMark(h)
	var finite auxForm
	if !marked {
		k.Finite, finite = g.finite(h)
	} else if at, form := g.beTo(h); at >= 0 {
		k.Finite, finite = at, form
		if !g.rules.verbFirst { // "ist zu sehen" is a possibility
			k.Modality = Shall
		}
	}
	var have, be, become bool
	for _, w := range g.kids[h] {
		if g.inCondition(w) && !g.inCondition(h) {
			continue
		}
		switch g.words[w].Rel {
		case RelAuxPass:
			k.Voice = Passive
		case RelNsubjPass, RelCsubjPass:
			k.Voice = Passive
		case RelAux:
			switch v := g.rules.aux.any(g.low[w]); v {
			case auxHave:
				have = true
			case auxBe:
				be = true
			case auxBecome:
				become = true
			default:
				if m := auxModality[min(int(v), len(auxModality)-1)]; m != NoModality && k.Modality == NoModality {
					k.Modality = m
				}
			}
		}
	}
	be = be && !marked
	if become && !have && g.words[h].Morph.Form == Participle {
		k.Voice = Passive // "wurde gewählt", whatever the tree calls its auxiliary
	}
	progressive := be && !have && (g.words[h].Morph.Form == Gerund || g.words[h].Morph.Form == Participle && g.words[h].Morph.Tense == Pres)
	perfect := have || be && !progressive && (g.verbal(h) || k.Lexical >= 0 && k.Lexical != k.Finite)
	if k.Voice == Active && g.words[h].Morph.Form == Participle && k.Finite < 0 && !perfect && !marked && g.words[h].Morph.Tense != Pres {
		k.Voice = Passive // "the bill passed in May"
	}
	k.Complete = perfect && (k.Finite < 0 || k.Modality != NoModality)
	if k.Finite < 0 {
		return
	}
	k.Mood = finite.mood
	if k.Finite == h {
		k.Mood = moodOf(g.words[h].Morph)
	}
	if finite.verb == auxWould {
		k.Mood = Unreal
	}
	k.Tense = tenseOf(g.words[h].Morph, finite, k, perfect, h)
}

// beTo finds the form of "be" with which an infinitive and its mark make one finite
// verb: "is to step down", "war zu sehen"; -1 if there is none.
func (g *Grammar) beTo(h int) (int, auxForm) {
	for _, w := range g.kids[h] {
		if w > h && !g.rules.verbFirst || g.words[w].Rel != RelCop && g.words[w].Rel != RelAux && g.words[w].Rel != RelAuxPass || g.rules.aux.any(g.low[w]) != auxBe {
			continue
		}
		if f, ok, _ := g.rules.aux.finite(g.low[w]); ok {
			return w, f
		}
	}
	return -1, auxForm{}
}

// copula gives the copula of a predicate that is no verb, or -1; of two ("war …
// geworden") the one that is not finite.
func (g *Grammar) copula(h int) int {
	at := -1
	for _, w := range g.kids[h] {
		if g.words[w].Rel != RelCop {
			continue
		}
		if _, finite, _ := g.rules.aux.finite(g.low[w]); at < 0 || !finite {
			at = w
		}
	}
	return at
}

// moodOf is the mood of a finite full verb.
func moodOf(m Morph) ClauseMood {
	switch {
	case m.Mood == Imp:
		return Imperative
	case m.Mood == Sub && m.Tense == Past:
		return Unreal
	case m.Mood == Sub:
		return Reported
	}
	return Indicative
}

// tenseOf builds the tense of a clause of its finite verb and its perfect.
func tenseOf(m Morph, finite auxForm, k *Clause, perfect bool, h int) ClauseTense {
	future := finite.verb == auxWill || finite.verb == auxBecome && k.Voice == Active && k.Finite != h && !finite.past && k.Lexical == h
	switch {
	case k.Finite == h && finite.verb == auxNone:
		if m.Tense == Past || finite.past {
			return TensePast
		}
		return TensePresent
	case future && perfect:
		return TenseFuturePerfect
	case future:
		return TenseFuture
	case perfect && finite.past && k.Modality == NoModality:
		return TensePluperfect
	case perfect:
		return TensePerfect
	case finite.past:
		return TensePast
	}
	return TensePresent
}

// infinitiveMark reports whether "to" or "zu" makes a word an infinitive.
func (g *Grammar) infinitiveMark(h int) bool {
	if g.words[h].POS == VERB && g.rules.joined(g.low[h]) {
		return true
	}
	for _, w := range g.kids[h] {
		if g.words[w].Rel == RelMark && g.rules.is(classTo, g.low[w]) {
			return !g.rules.ing(g.low[h]) // "confessed to poisoning"
		}
	}
	return false
}

// finite finds the finite verb of the clause with predicate h.
func (g *Grammar) finite(h int) (int, auxForm) {
	at, form, sure := -1, auxForm{}, false
	for _, w := range append([]int{}, g.kids[h]...) {
		switch g.words[w].Rel {
		case RelAux, RelAuxPass, RelCop:
		default:
			continue
		}
		if g.inCondition(w) && !g.inCondition(h) {
			continue // "Should the river rise, two roads would be closed"
		}
		f, ok, certain := g.rules.aux.finite(g.low[w])
		if !ok && g.words[w].Morph.Form == Fin {
			f, ok = auxForm{finite: true, past: g.words[w].Morph.Tense == Past, mood: moodOf(g.words[w].Morph)}, true
		}
		if ok && (at < 0 || certain && !sure) {
			at, form, sure = w, f, certain
		}
	}
	if at >= 0 {
		return at, form
	}
	m := g.words[h].Morph
	if !g.verbal(h) {
		return -1, auxForm{}
	}
	if f, ok, _ := g.rules.aux.finite(g.low[h]); ok && (m.Form == Fin || m.Form == 0) {
		return h, f
	}
	if f, ok := g.bareFinite(h); ok {
		return h, f
	}
	if g.rules.pastParticiples && m.Form == Participle && m.Tense != Pres && g.child(h, RelNsubj) >= 0 && g.child(h, RelAux, RelAuxPass, RelMark) < 0 {
		return h, auxForm{finite: true, past: true}
	}
	if m.Form == Fin || m.Form == 0 && (m.Mood != 0 || m.Tense != 0) {
		return h, auxForm{}
	}
	return -1, auxForm{}
}

// bareFinite reports whether a verb that is read as an infinitive has a subject
// and no mark or auxiliary, so that it is finite: "suspect that he set fire".
func (g *Grammar) bareFinite(h int) (auxForm, bool) {
	if g.rules.verbFirst || g.words[h].Morph.Form != Inf || g.child(h, RelNsubj) < 0 || g.child(h, RelAux, RelAuxPass) >= 0 || g.infinitiveMark(h) {
		return auxForm{}, false
	}
	f := g.rules.forms[g.low[h]]
	return auxForm{finite: true, past: f&inflect.Past != 0}, f&inflect.Finite != 0
}

// share gives a further part of a coordination the auxiliaries of the first:
// "was arrested and charged", "wurden verletzt und getötet".
func (g *Grammar) share(c int) {
	k := &g.Clauses[c]
	if g.words[k.Head].Rel != RelConj || k.Finite >= 0 || k.Parent < 0 || !g.verbal(k.Head) {
		return
	}
	o := &g.Clauses[k.Parent]
	if o.Head != k.Governor || g.child(k.Head, RelAux, RelAuxPass, RelMark) >= 0 {
		return
	}
	form, other := g.words[k.Head].Morph.Form, g.words[o.Head].Morph.Form
	if form != other && form != 0 && other != 0 {
		return
	}
	k.Finite, k.Tense, k.Mood, k.Modality, k.Complete = o.Finite, o.Tense, o.Mood, o.Modality, o.Complete
	k.Voice = o.Voice
}

// polarity reads the negation of a clause: at its verbs, or of its subject or
// object as a whole ("no one", "keine Schüsse").
func (g *Grammar) polarity(c int) {
	k := &g.Clauses[c]
	for _, w := range g.kids[k.Head] {
		switch g.words[w].Rel {
		case RelAdvmod, RelDet, RelCc, RelMark, RelAux, RelDep, RelDiscourse, RelCompoundPrt:
			if g.rules.is(classNegation, g.low[w]) {
				k.Polarity = Negated
			}
			if len(g.kids[w]) > 0 && g.rules.is(classNegation, g.low[g.kids[w][0]]) && g.rules.verbFirst { // "kam nicht zustande"
				k.Polarity = Negated
			}
		case RelNsubj, RelNsubjPass, RelObj:
			neither := g.child(w, RelCc) // "weder Lind noch Roe"
			if g.rules.is(classNegation, g.low[w]) || g.rules.is(classNegation, g.low[g.det(w)]) || neither >= 0 && neither < w && g.rules.is(classNegation, g.low[neither]) {
				k.Polarity = Negated
			}
		}
	}
	if cop := g.child(k.Head, RelCop); cop >= 0 {
		for _, w := range g.kids[cop] {
			if g.rules.is(classNegation, g.low[w]) {
				k.Polarity = Negated
			}
		}
	}
}

// det gives the determiner of a noun, or the noun.
func (g *Grammar) det(i int) int {
	if d := g.child(i, RelDet); d >= 0 {
		return d
	}
	return i
}
