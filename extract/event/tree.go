package event

import (
	"sort"

	"fasti/extract/syntax"
)

// tree is the grammar of a sentence, asked in the words that this package
// has. Its zero value, of a sentence that no model reads, knows nothing.
type tree struct {
	*syntax.Sentence
	first int // the word of the tree that is the sentence's word 0
}

// grammar gives the tree of a sentence; it is read when it is first asked for.
func (s *sentence) grammar() tree {
	if !s.asked {
		s.asked = true
		if t := s.syntax.Sentence(s.index); t != nil && len(s.words) > 0 && len(s.words) <= len(t.Words) {
			at := sort.Search(len(t.Words), func(k int) bool { return t.Words[k].Start >= s.words[0].Start })
			if at+len(s.words) == len(t.Words) {
				s.tree = tree{t, at}
			}
		}
	}
	return s.tree
}

// known reports whether there is a tree.
func (t tree) known() bool { return t.Sentence != nil }

// in gives the tree's word for the sentence's word i.
func (t tree) in(i int) int { return i + t.first }

// out gives the sentence's word for the tree's word i, or -1.
func (t tree) out(i int) int {
	if i < t.first {
		return -1
	}
	return i - t.first
}

// clause gives the clause that word i of the sentence belongs to, or -1.
func (t tree) clause(i int) int {
	if !t.known() || i < 0 {
		return -1
	}
	return t.ClauseOf(t.in(i))
}

// phrase gives the words of the sentence in the phrase that the tree's word i
// heads.
func (t tree) phrase(i int) piece {
	if i < 0 {
		return piece{}
	}
	first, last := t.Phrase(i)
	first, last = t.out(first), t.out(last)
	if first < 0 || last < 0 {
		return piece{}
	}
	return piece{first, last}
}

// ruled reports whether a row of the table of governors says of the predicate
// at word i of the sentence whether it took place, and of its governor
// something else: "was charged on Monday with killing".
func (t tree) ruled(i int) bool {
	c := t.clause(i)
	if c < 0 || t.Clauses[c].Governor < 0 {
		return false
	}
	v := t.Judge(t.Clauses[c].Head)
	return v.Ruled && v.Status != syntax.Happened
}

// above reports whether one of the sentence's words on the way from the tree's word
// i up to the predicate, without both, is such a one.
func (t tree) above(i, predicate int, such func(o int) bool) bool {
	for n := 0; n < len(t.Words); n++ {
		if i = t.Words[i].Head; i < 0 || i == predicate {
			return false
		}
		if o := t.out(i); o >= 0 && such(o) {
			return true
		}
	}
	return false
}
