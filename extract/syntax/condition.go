package syntax

import "fasti/extract/lang/inflect"

// findCondition finds a condition that the sentence begins with, also where
// the tree misreads it: a conjunction of conditions ("If the talks fail, …"),
// or a verb that stands first ("Had the bank collapsed, …", "Kommt es zum
// Streik, fallen …"), and the comma that ends it.
func (g *Grammar) findCondition() {
	g.opening, g.conditionEnd, g.closing = -1, -1, g.lateCondition()
	first := 0
	for first+1 < len(g.words) && (g.words[first].POS == PUNCT || g.words[first].POS == CCONJ || g.words[first].POS == ADV && g.rules.links[g.low[first+1]] == LinkIf) {
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

// lateCondition finds the verb that makes a condition of the end of a sentence that
// tells what would have been: "The strike would have begun had the talks failed";
// or -1.
func (g *Grammar) lateCondition() int {
	would := false
	for k := 1; k+2 < len(g.words) && !g.rules.verbFirst; k++ {
		if g.rules.aux.any(g.low[k]) == auxWould {
			would = true
		}
		if !would || !g.rules.is(classInvert, g.low[k]) || g.words[k+1].POS != DET && g.words[k+1].POS != PRON && g.words[k+1].POS != PROPN {
			continue
		}
		for v := k + 2; v < len(g.words); v++ {
			if g.rules.forms[g.low[v]]&inflect.Part != 0 || g.words[v].POS == VERB && g.words[v].Morph.Form == Participle {
				return k
			}
			if g.words[v].POS == PUNCT || g.words[v].POS == AUX {
				break
			}
		}
	}
	return -1
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
// sentence begins or ends with.
func (g *Grammar) inCondition(i int) bool {
	return g.opening >= 0 && i < g.conditionEnd || g.closing >= 0 && i >= g.closing
}

// conditionAt gives the word that makes a condition of what word i stands in.
func (g *Grammar) conditionAt(i int) int {
	if g.closing >= 0 && i >= g.closing {
		return g.closing
	}
	return g.opening
}
