package syntax

import "fasti/extract/syntax/model"

// The parser builds trees without crossing arcs. A clause behind the verb that
// belongs to a noun before it ("hat den Mann gesehen, der …") hangs on the verb
// there, marked as lifted.

// lower hangs lifted clauses on the noun that they belong to: the nearest one
// before the clause that agrees with the relative pronoun.
func (s *Sentence) lower(tree model.Tree, lifted []bool) {
	for i := range s.Words {
		if !lifted[tree.Rel[i]] {
			continue
		}
		if k := s.owner(i); k >= 0 {
			s.Words[i].Head = k
		}
	}
}

// owner finds the noun of the relative clause at i, or -1.
func (s *Sentence) owner(i int) int {
	first := i
	for k := i - 1; k >= 0; k-- {
		if s.below(k, i) {
			first = k
		}
	}
	var pronoun Morph
	for k := first; k <= i; k++ {
		if w := &s.Words[k]; w.POS == PRON {
			pronoun = w.Morph
			break
		}
	}
	any := -1
	for k := first - 1; k >= 0 && first-k < 30; k-- {
		w := &s.Words[k]
		if w.POS != NOUN && w.POS != PROPN && w.POS != PRON || w.Rel == RelFlat || k == s.Words[i].Head {
			continue
		}
		if any < 0 {
			any = k
		}
		if agree(w.Morph, pronoun) {
			return k
		}
	}
	return any
}

// agree tells whether two words can have the same number and gender.
func agree(a, b Morph) bool {
	return (a.Number == b.Number || a.Number == 0 || b.Number == 0) &&
		(a.Gender == b.Gender || a.Gender == 0 || b.Gender == 0 || a.Number == Plur)
}

// below tells whether word k stands below word i in the tree.
func (s *Sentence) below(k, i int) bool {
	for steps := 0; k >= 0 && steps <= len(s.Words); steps++ {
		if k = s.Words[k].Head; k == i {
			return true
		}
	}
	return false
}

// oneRoot leaves one root: the first; others hang on it beside.
func (s *Sentence) oneRoot() {
	root := -1
	for i := range s.Words {
		w := &s.Words[i]
		switch {
		case w.Head >= 0:
		case root < 0:
			root, w.Rel = i, RelRoot
		default:
			w.Head, w.Rel = root, RelParataxis
		}
	}
}
