package syntax

import "fasti/extract/lang/inflect"

// Clauses with "that" which tell what an allegation, a rumour or a proof is
// about, where the tree takes them for something else.

// ofThat makes the content of a noun of a clause that the tree takes for a
// relative one: "charges that she bribed a judge". It is relative only where
// something is missing in it that the "that" stands for.
func (g *Grammar) ofThat(v int) {
	n := g.words[v].Head
	if g.words[v].Rel != RelAclRelcl || n < 0 || n > v || g.row(n, []string{"that"}) == nil {
		return
	}
	that := g.thatIn(n, v)
	s := g.child(v, RelNsubj, RelNsubjPass)
	if that < 0 || s < that || s == that || g.gap(v) {
		return
	}
	g.words[that].POS = SCONJ
	g.words[v].Rel = RelAcl
	g.hang(that, v, RelMark)
}

// gap reports whether the object of a verb is missing behind it.
func (g *Grammar) gap(v int) bool {
	if g.child(v, RelObj, RelCop, RelAuxPass, RelXcomp, RelCcomp, RelCompoundPrt) >= 0 || g.rules.is(classAlone, g.words[v].Lemma) || g.rules.is(classAlone, g.low[v]) {
		return false
	}
	for _, k := range g.kids[v] { // "that he lied to the court"
		if k > v && g.words[k].Rel == RelObl && g.child(k, RelCase) > v {
			return g.words[k].POS == PROPN || g.words[k].POS == NUM // only when or where
		}
	}
	return true
}

// thatIn gives the "that" right behind noun n that hangs on v, or -1; what belongs
// to the noun may stand between: "a claim by the union that".
func (g *Grammar) thatIn(n, v int) int {
	for k := n + 1; k < v; k++ {
		if g.rules.links[g.low[k]] == LinkThat && g.words[k].Head == v {
			return k
		}
		if g.verbal(k) || g.words[k].POS == PUNCT {
			return -1
		}
	}
	return -1
}

// finiteMarked makes a finite verb of a form that is read as a participle though
// a conjunction and a subject stand before it: "that the brothers smuggled".
func (g *Grammar) finiteMarked(v int) {
	w := &g.words[v]
	if w.POS != VERB || w.Morph.Form != Participle || g.child(v, RelAux, RelAuxPass, RelCop) >= 0 || g.rules.forms[g.low[v]]&inflect.Part1 != 0 {
		return
	}
	m, s := g.child(v, RelMark), g.child(v, RelNsubj)
	if m < 0 || s < m || v < s || !g.pastLike(v) {
		return
	}
	switch g.rules.links[g.low[m]] {
	case LinkThat, LinkWhether, LinkFact:
		g.finiteForm(v, true)
	}
}

// crossed parts a noun's content from what is said of the noun, where a tree takes
// the one verb for the other: "Rumours that the king died spread quickly."
func (g *Grammar) crossed(v int) {
	n := g.child(v, RelNsubj, RelNsubjPass)
	if n < 0 || n > v || g.child(v, RelAux, RelAuxPass, RelCop, RelMark) >= 0 || g.row(n, []string{"that"}) == nil {
		return
	}
	for _, k := range g.kids[n] {
		m, s := g.child(k, RelMark), g.child(k, RelNsubj, RelNsubjPass)
		if k < v || m != n+1 || s < m || s > v || g.rules.links[g.low[m]] != LinkThat {
			continue
		}
		for _, w := range g.kids[k] {
			if w < v {
				g.words[w].Head = v
			}
		}
		g.findKids()
		g.exchange(v, k, RelAcl)
		g.words[n].Head, g.words[n].Rel = k, RelNsubj
		g.finiteForm(v, true)
		g.finiteForm(k, g.rules.forms[g.low[k]]&inflect.Pres == 0)
		g.hang(v, n, RelAcl)
		return
	}
}

// pastLike reports whether a participle may be a form of the past: also one of a
// verb that no list has, which is a regular one.
func (g *Grammar) pastLike(p int) bool {
	m := g.words[p].Morph
	return g.pastForm(p) || g.rules.forms[g.low[p]] == 0 && g.words[p].POS == VERB && m.Form == Participle && m.Tense == Past
}

// lostComplement makes a clause of what the tree takes for the object of a verb of
// saying: "The suit claims the school ignored complaints."
func (g *Grammar) lostComplement(p int) {
	o := g.words[p].Head
	n := g.child(p, RelCompound)
	if g.words[p].Rel != RelAmod && g.words[p].Rel != RelCompound || !g.pastLike(p) || o < p || n != p-1 || g.words[o].Rel != RelObj {
		return
	}
	v := g.words[o].Head
	if v < 0 || v > n || g.row(v, []string{"that"}) == nil {
		return
	}
	for _, k := range g.kids[o] {
		if k < n {
			g.words[k].Head = n
		}
	}
	g.words[n].Head, g.words[n].Rel = p, RelNsubj
	g.words[o].Head, g.words[o].Rel = p, RelObj
	g.finiteForm(p, true)
	g.hang(p, v, RelCcomp)
}

// pluperfect makes one verb of a form of "have" and the bare participle behind it
// that the tree takes for its object: "If the dam had burst".
func (g *Grammar) pluperfect(o int) {
	h := g.words[o].Head
	if h < 0 || h != o-1 || g.words[o].Rel != RelObj || g.words[o].POS != NOUN || g.rules.forms[g.low[o]]&inflect.Part == 0 {
		return
	}
	if g.rules.aux.any(g.low[h]) != auxHave || g.child(h, RelAux) >= 0 {
		return
	}
	g.words[o].POS, g.words[o].Morph = VERB, Morph{Form: Participle, Tense: Past}
	g.swap(h, o)
}
