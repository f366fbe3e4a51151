package syntax

// findCondition finds a condition that the sentence begins with, also where
// the tree misreads it: a conjunction of conditions ("If the talks fail, …"),
// or a verb that stands first ("Had the bank collapsed, …", "Kommt es zum
// Streik, fallen …"), and the comma that ends it.
func (g *Grammar) findCondition() {
	g.opening, g.conditionEnd = -1, -1
	first := 0
	for first < len(g.words) && (g.words[first].POS == PUNCT || g.words[first].POS == CCONJ) {
		first++
	}
	if first+2 >= len(g.words) || g.question() {
		return
	}
	inverted := g.inverted(first)
	if !inverted && (g.rules.links[g.low[first]] != LinkIf || g.words[first].POS != SCONJ) {
		return
	}
	for i := first + 2; i+1 < len(g.words); i++ {
		if g.low[i] != "," {
			continue
		}
		if g.rules.verbFirst && !g.finiteAt(i+1) {
			continue // the main clause begins with its verb
		}
		g.opening, g.conditionEnd = first, i
		return
	}
}

// inverted reports whether the sentence begins with a finite verb that makes
// it a condition.
func (g *Grammar) inverted(first int) bool {
	if !g.rules.verbFirst {
		return g.rules.is(classInvert, g.low[first]) && g.words[first+1].POS != ADP && g.words[first+1].POS != VERB
	}
	return g.finiteAt(first) && g.words[first].Morph.Mood != Imp
}

// finiteAt reports whether word i is a finite verb.
func (g *Grammar) finiteAt(i int) bool {
	if !g.verbal(i) {
		return false
	}
	if _, ok, _ := g.rules.aux.finite(g.low[i]); ok {
		return true
	}
	m := g.words[i].Morph
	return m.Form == Fin || m.Form == 0 && (m.Mood != 0 || m.Tense != 0)
}

// inCondition reports whether a word stands in the condition that the
// sentence begins with.
func (g *Grammar) inCondition(i int) bool { return g.opening >= 0 && i < g.conditionEnd }
