package title

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/syntax"
)

// mendV2 puts right what shows to be wrong in a language with the finite verb
// second.
func (t *tree) mendV2() {
	t.mendDayBefore()
	t.mendBehindTime()
	for i := range t.low {
		t.mendBeside(i)
		t.mendCases(i)
		t.mendNumber(i)
		t.mendApposed(i)
		t.mendAdjacent(i)
		t.mendParticle(i)
		t.mendNoGenitive(i)
		t.mendSaidBehind(i)
		t.mendInverted(i)
		t.mendInfinitive(i)
		t.mendObject(i)
		t.mendRelative(i)
		t.mendIdiom(i)
		t.mendNames(i)
	}
}

// mendDayBefore parts a noun from the day right before it, to which the preposition belongs
// that the tree gives the noun: "kaufte am Montag | Aktien".
func (t *tree) mendDayBefore() {
	for k := range t.low {
		c, v := t.kid(k, syntax.RelCase), t.s.Words[k].Head
		if !t.nounOf(k) || t.timex[k] >= 0 || c < 0 || c+1 >= k || v < 0 || !t.verbal(v) {
			continue
		}
		day := c + 1
		if !t.dated(day) || t.s.Words[day].Head != k || day+1 < k && t.timex[k-1] != t.timex[day] || t.rel(k) != syntax.RelObl {
			continue
		}
		t.own()
		t.hang(c, day, syntax.RelCase)
		t.hang(day, v, syntax.RelObl)
		if t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass) < 0 {
			t.setSubject(k, v)
		} else if t.kid(v, syntax.RelObj) < 0 {
			t.hang(k, v, syntax.RelObj)
		}
	}
}

// mendBeside makes a bare noun right behind the subject the object that its verb
// lacks, where the tree has it as a second name: "reichte die Schauspielerin |
// Klage ein".
func (t *tree) mendBeside(v int) {
	s := t.kid(v, syntax.RelNsubj)
	if f := t.kid(v, syntax.RelAux); t.pos(v) != syntax.VERB || s < v && (f < 0 || s < f) || t.kid(v, syntax.RelObj, syntax.RelAuxPass, syntax.RelXcomp, syntax.RelCcomp) >= 0 || t.pos(s) != syntax.NOUN {
		return
	}
	k := t.kid(s, syntax.RelAppos, syntax.RelFlat)
	if k != s+1 || t.pos(k) != syntax.NOUN && !t.bareThing(v, k) || t.kid(k, syntax.RelFlat) >= 0 || t.kid(s, syntax.RelDet) < 0 {
		return
	}
	if t.who[k].actor >= 0 && t.s.Words[s].Morph.Number != syntax.Plur { // one name is not that of many
		return
	}
	t.own()
	t.hang(k, v, syntax.RelObj)
}

// bareThing reports whether a word that looks like a name is a bare noun: the verb is
// nothing without an object, and the word is the only one that could be it.
func (t *tree) bareThing(v, k int) bool {
	lemma := t.infinitive(v)
	if p := t.kid(v, syntax.RelCompoundPrt); p >= 0 {
		lemma = t.low[p] + lemma
	}
	return t.pos(k) == syntax.PROPN && len(t.kids[k]) == 0 && t.words.is("transitive", lemma)
}

// mendNumber exchanges the subject and the object of a verb whose number shows that the
// tree has them the wrong way round: "Ein Erdbeben hat | 19 Menschen | getötet".
func (t *tree) mendNumber(v int) {
	s, o := t.kid(v, syntax.RelNsubj), t.kid(v, syntax.RelObj)
	if s < 0 || o < 0 || t.pos(s) != syntax.NOUN || !t.nounOf(o) || t.oblique(o) || t.kid(v, syntax.RelConj) >= 0 {
		return
	}
	if t.kid(o, syntax.RelCase) >= 0 || t.kid(s, syntax.RelConj, syntax.RelAppos, syntax.RelFlat) >= 0 {
		return
	}
	f := t.finiteOf(v)
	n := t.s.Words[f].Morph.Number
	if det := t.kid(s, syntax.RelDet, syntax.RelDetPoss); det >= 0 && (t.is("marked", det) || t.s.Words[det].Morph.Number != opposite(n)) {
		return
	}
	if n == 0 || !t.finiteWord(f) || t.s.Words[s].Morph.Number != opposite(n) || t.s.Words[o].Morph.Number != n {
		return
	}
	t.own()
	t.hang(s, v, syntax.RelObj)
	t.setSubject(o, v)
	t.freed[v] = true
}

// nounOf reports whether a word is a noun or a name.
func (t *tree) nounOf(i int) bool { return t.pos(i) == syntax.NOUN || t.pos(i) == syntax.PROPN }

// finiteOf is the auxiliary of a verb, or the verb if it has none.
func (t *tree) finiteOf(v int) int {
	if k := t.kid(v, syntax.RelAux, syntax.RelAuxPass); k >= 0 {
		return k
	}
	return v
}

// mendApposed makes a noun with an article of the dative an object of its verb where the
// tree has it as a second name of the noun before it: "schloss sich die Feuerwehr | dem
// Streik an".
func (t *tree) mendApposed(k int) {
	h := t.s.Words[k].Head
	if h < 0 || h > k || t.pos(k) != syntax.NOUN || t.kid(k, syntax.RelCase) >= 0 || !t.dative(k) || t.apart(k) {
		return
	}
	if det := t.kid(k, syntax.RelDet); !t.is("oblique", det) || t.is("genitives", det) { // "der" can be a genitive, too
		return
	}
	switch t.rel(k) {
	case syntax.RelAppos, syntax.RelNmod, syntax.RelFlat, syntax.RelNmodPoss:
	default:
		return
	}
	v, r := t.s.Words[h].Head, t.rel(h)
	if v < 0 || t.pos(v) != syntax.VERB || r != syntax.RelNsubj && r != syntax.RelNsubjPass && r != syntax.RelObj || t.kid(h, syntax.RelCase) >= 0 {
		return
	}
	t.own()
	t.hang(k, v, syntax.RelIobj)
}

// mendAdjacent makes somebody's name right behind another's in the phrase of a subject
// the object that its verb lacks: "stellte Jo Roe | Ida Holm dem Rat vor".
func (t *tree) mendAdjacent(i int) {
	p := t.who[i]
	if p.first < 1 || !t.personAt(i) || !t.personAt(p.first-1) || t.who[p.first-1].actor == p.actor {
		return
	}
	v := t.verbAbove(i)
	if v < 0 || t.kid(v, syntax.RelObj, syntax.RelAuxPass) >= 0 {
		return
	}
	s := t.kid(v, syntax.RelNsubj)
	k := p.first
	for h := t.s.Words[k].Head; h >= p.first && h <= i; h = t.s.Words[h].Head {
		k = h
	}
	if s < 0 || s >= k || t.s.Words[k].Head == v {
		return
	}
	t.own()
	t.hang(k, v, syntax.RelObj)
	for x := p.first; x <= i; x++ {
		if h := t.s.Words[x].Head; x != k && (h < p.first || h > i) {
			t.hang(x, k, syntax.RelFlat)
		}
	}
}

// mendNoGenitive makes a noun the subject that its verb lacks, where the tree has it as a
// genitive though its article is none: "wird mit dem Läuten der Glocken | das Fest | eröffnet".
func (t *tree) mendNoGenitive(k int) {
	det := t.kid(k, syntax.RelDet)
	if t.rel(k) != syntax.RelNmodPoss && t.rel(k) != syntax.RelNmod || det < 0 || t.kid(k, syntax.RelCase) >= 0 || t.apart(k) {
		return
	}
	if t.is("genitives", det) || t.is("oblique", det) || !t.is("definite", det) && !t.is("indefinite", det) {
		return
	}
	v := t.verbAbove(k)
	if v < 0 || t.rel(v) != syntax.RelRoot || t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelCsubj, syntax.RelExpl) >= 0 {
		return
	}
	t.own()
	t.setSubject(k, v)
	t.freed[v] = true
}

// mendSaidBehind makes a main clause in the mood of what is only said the content of the
// verb before it, where the tree has it as a relative clause: "werfen Roe vor, | er habe
// gelogen".
func (t *tree) mendSaidBehind(k int) {
	h := t.s.Words[k].Head
	if t.rel(k) != syntax.RelAclRelcl || h < 0 || h > k || !t.verbal(h) {
		return
	}
	f := t.first(k)
	s := t.kid(k, syntax.RelNsubj, syntax.RelNsubjPass)
	if s < 0 || t.first(s) != f || t.relativeWord(f) || !t.apart(k) || t.s.Words[t.finiteOf(k)].Morph.Mood != syntax.Sub {
		return
	}
	t.own()
	t.hang(k, h, syntax.RelParataxis)
}

// relativeWord reports whether a word can begin a relative clause.
func (t *tree) relativeWord(i int) bool { return t.words.is("relative", t.low[i]) }

// personAt reports whether the name of a person ends with word i.
func (t *tree) personAt(i int) bool {
	if t.who[i].mention < 0 {
		return false
	}
	a, form := t.actorAt(i)
	return a != nil && a.Kind == actor.Person && form == actor.ByName && !a.Generic
}

// mendParticle makes a preposition right before a number one, where the tree has it for
// the particle of the verb, which would end the clause: "lag | mit -7,9 Prozent vor".
func (t *tree) mendParticle(k int) {
	if t.rel(k) != syntax.RelCompoundPrt || t.pos(k) != syntax.ADP {
		return
	}
	n := k + 1
	if n+1 < len(t.low) && strings.Contains("-−+", t.low[n]) {
		n++
	}
	if n >= len(t.low) || t.pos(n) != syntax.NUM {
		return
	}
	v := t.s.Words[k].Head
	for n >= 0 && t.s.Words[n].Head != v {
		n = t.s.Words[n].Head
	}
	if n > k {
		t.own()
		t.hang(k, n, syntax.RelCase)
	}
}

// oblique reports whether the article of a noun shows that it is no subject.
func (t *tree) oblique(i int) bool {
	det := t.kid(i, syntax.RelDet)
	return det >= 0 && t.is("oblique", det)
}

// mendInverted makes the object of a finite verb without a subject its subject,
// where no form of it speaks against that: "In Ulmen trat | ein Gesetz in Kraft".
func (t *tree) mendInverted(v int) {
	if t.pos(v) != syntax.VERB || t.rel(v) != syntax.RelRoot && t.rel(v) != syntax.RelParataxis && t.rel(v) != syntax.RelCcomp || t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass, syntax.RelCsubj, syntax.RelExpl, syntax.RelIobj, syntax.RelAuxPass) >= 0 {
		return
	}
	k := t.kid(v, syntax.RelObj)
	if k < 0 || t.pos(k) != syntax.NOUN && t.pos(k) != syntax.PROPN || t.timex[k] >= 0 || t.clausal(k) {
		return
	}
	if det := t.kid(k, syntax.RelDet); det >= 0 && t.is("marked", det) && t.s.Words[det].Morph.Case != syntax.Nom {
		return
	}
	t.own()
	t.setSubject(k, v)
}

// mendInfinitive makes an infinitive with its mark the complement of the verb
// that the tree coordinates it with: "aufgefordert, … herauszugeben".
func (t *tree) mendInfinitive(i int) {
	h := t.s.Words[i].Head
	if t.pos(i) != syntax.VERB || t.rel(i) != syntax.RelConj || h < 0 || t.pos(h) != syntax.VERB || t.kid(i, syntax.RelCc, syntax.RelNsubj) >= 0 || !t.apart(i) {
		return
	}
	k := t.kid(i, syntax.RelMark)
	if k >= 0 && t.is("to", k) || t.markedWithin(i) {
		t.own()
		t.hang(i, h, syntax.RelXcomp)
	}
}

// mendNames parts two names that the tree takes for one though they name two:
// the second is the object of the verb behind them. "hatten A und B | C angegriffen".
func (t *tree) mendNames(i int) {
	if t.rel(i) != syntax.RelFlat || i == 0 {
		return
	}
	a, b := t.who[i-1], t.who[i]
	v := t.verbAbove(i)
	if a.actor < 0 || b.actor < 0 || a.actor == b.actor || b.first != i || v < i {
		return
	}
	if t.kid(v, syntax.RelObj, syntax.RelAuxPass) >= 0 || t.kid(v, syntax.RelNsubj) < 0 {
		return
	}
	t.own()
	t.hang(i, v, syntax.RelObj)
}

// mendIdiom hangs the words with which a verb makes one verb on it: "tritt ein
// Gesetz | in Kraft".
func (t *tree) mendIdiom(x int) {
	k := t.s.Words[x].Head
	if t.rel(x) != syntax.RelNmod || k < 0 || t.rel(k) != syntax.RelNsubj && t.rel(k) != syntax.RelObj {
		return
	}
	if v := t.s.Words[k].Head; t.idioms[t.lemma(v)+" "+t.phrase(x)] {
		t.own()
		t.hang(x, v, syntax.RelOblArg)
	}
}

// mendRelative makes a clause that begins with a relative pronoun behind a comma
// a relative clause where the tree has it as the complement of the verb.
func (t *tree) mendRelative(i int) {
	f := t.first(i)
	if t.rel(i) != syntax.RelCcomp || f == i || t.pos(f) != syntax.PRON || !t.is("relative", f) || !t.is("definite", f) || !t.apart(i) {
		return
	}
	for n := f - 2; n >= 0; n-- {
		if p := t.pos(n); p == syntax.NOUN || p == syntax.PROPN {
			t.own()
			t.hang(i, n, syntax.RelAclRelcl)
			return
		} else if p != syntax.VERB && p != syntax.AUX {
			return
		}
	}
}

// mendBehindTime makes a noun that hangs on the time before it the subject or
// object that its verb lacks: "wählte am Montag | Ruth Kalder".
func (t *tree) mendBehindTime() {
	for v := range t.low {
		if t.pos(v) != syntax.VERB {
			continue
		}
		for _, h := range slices.Clone(t.kids[v]) {
			c := -1
			if t.timeHead(h) {
				c = t.nounBehind(h)
			}
			if c < 0 || t.clausal(c) || t.s.Words[c].Morph.Case == syntax.Gen {
				continue
			}
			if t.kid(h, syntax.RelCase) < 0 && t.rel(h) == syntax.RelObj {
				t.own()
				t.hang(h, v, syntax.RelOblUnmarked)
			}
			switch s := t.kid(v, syntax.RelNsubj, syntax.RelNsubjPass); {
			case s < 0:
				t.own()
				t.setSubject(c, v)
			case t.rel(s) == syntax.RelNsubj && t.kid(v, syntax.RelObj) < 0:
				t.own()
				t.hang(c, v, syntax.RelObj)
			}
		}
	}
}

// mendCases exchanges the subject and the object of a verb whose articles show
// that the tree has them the wrong way round: "Der Konvoi hatte den Übergang
// passiert".
func (t *tree) mendCases(v int) {
	s, o := t.kid(v, syntax.RelNsubj), t.kid(v, syntax.RelObj, syntax.RelIobj)
	if s < 0 || o < 0 || t.pos(o) == syntax.PRON || !t.oblique(s) || t.oblique(o) || t.kid(o, syntax.RelCase) >= 0 {
		return
	}
	t.own()
	t.hang(s, v, syntax.RelObj)
	t.setSubject(o, v)
}

// mendObject makes a noun the object of its verb where the tree has it as a
// genitive though its adjective shows that it is none: "infolge eines Unfalls |
// schwere Verletzungen".
func (t *tree) mendObject(i int) {
	h, v := t.s.Words[i].Head, t.verbAbove(i)
	if t.pos(i) != syntax.NOUN || v < 0 || t.timex[i] >= 0 || t.kid(i, syntax.RelCase) >= 0 || t.kid(v, syntax.RelObj, syntax.RelAuxPass, syntax.RelNsubjPass) >= 0 || t.becomes(v) {
		return
	}
	if t.rel(i) == syntax.RelObl && h == v && t.markedWithin(v) { // "innerhalb von drei Tagen Daten herauszugeben"
		t.own()
		t.hang(i, v, syntax.RelObj)
		return
	}
	if t.rel(i) != syntax.RelNmodPoss || h > i || t.kid(i, syntax.RelDet, syntax.RelDetPoss) >= 0 {
		return
	}
	a := t.kid(i, syntax.RelAmod)
	if a < 0 || t.marks.strong["pl"] == "" || !strings.HasSuffix(t.low[a], t.marks.strong["pl"]) {
		return
	}
	t.own()
	t.hang(i, v, syntax.RelObj)
}

// becomes reports whether a verb has the auxiliary of the passive or the future.
func (t *tree) becomes(v int) bool {
	return slices.ContainsFunc(t.kids[v], func(k int) bool { return t.rel(k) == syntax.RelAux && t.words.is("become", t.lemma(k)) })
}
