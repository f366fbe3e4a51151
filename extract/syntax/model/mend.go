package model

import "strings"

// The parser builds trees without crossing arcs. A clause behind the verb that
// belongs to a noun before it ("hat den Mann gesehen, der …") hangs on the verb
// there, marked as lifted.

// Lifted is the mark behind a relation whose word hangs higher in the tree than
// it belongs, because the arc to its head would cross others.
const Lifted = "^"

// Plain takes the mark of a lifted word off the name of a relation.
func Plain(rel string) (plain string, lifted bool) { return strings.CutSuffix(rel, Lifted) }

// lower hangs lifted clauses on the noun that they belong to.
func (m *Model) lower(a *Analysis, t *Tree) {
	for i, r := range t.Rel {
		if !m.lifted[r] {
			continue
		}
		if k := m.owner(a, t, i); k >= 0 {
			t.Head[i] = int16(k)
		}
	}
}

// owner finds the noun of the lifted clause at i: the nearest one before the
// clause that agrees with the relative pronoun, or else the nearest; -1 if
// there is none.
func (m *Model) owner(a *Analysis, t *Tree, i int) int {
	first := i
	for k := i - 1; k >= 0; k-- {
		if t.below(k, i) {
			first = k
		}
	}
	var pronoun Trait
	for k := first; k <= i; k++ {
		if a.POS[k] == pPRON {
			pronoun = m.Traits[a.Morph[k]]
			break
		}
	}
	nearest := -1
	for k := first - 1; k >= 0 && first-k < 30; k-- {
		p := a.POS[k]
		if p != pNOUN && p != pPROPN && p != pPRON || t.Rel[k] == m.flat || k == int(t.Head[i]) {
			continue
		}
		if nearest < 0 {
			nearest = k
		}
		if agree(m.Traits[a.Morph[k]], pronoun) {
			return k
		}
	}
	return nearest
}

// agree tells whether two words can have the same number and gender.
func agree(a, b Trait) bool {
	return (a.Number == b.Number || a.Number == 0 || b.Number == 0) &&
		(a.Gender == b.Gender || a.Gender == 0 || b.Gender == 0 || a.Number == plural)
}

// below tells whether word k stands below word i in the tree.
func (t *Tree) below(k, i int) bool {
	for steps := 0; k >= 0 && steps <= len(t.Head); steps++ {
		if k = int(t.Head[k]); k == i {
			return true
		}
	}
	return false
}

// oneRoot leaves one root: the first that is no mark of punctuation, if there
// is one; others hang on it beside.
func (m *Model) oneRoot(a *Analysis, t *Tree) {
	root := -1
	for i, h := range t.Head {
		if h == none && (root < 0 || a.POS[root] == pPUNCT && a.POS[i] != pPUNCT) {
			root = i
		}
	}
	for i, h := range t.Head {
		switch {
		case i == root:
			t.Rel[i] = rootRel
		case h == none:
			t.Head[i], t.Rel[i] = int16(root), m.beside
		}
		if i != root && a.POS[i] == pPUNCT {
			t.Rel[i] = m.punct
		}
	}
}
