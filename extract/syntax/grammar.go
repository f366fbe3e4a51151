package syntax

// Grammar is what follows from the tree of a sentence: its clauses and, by
// its methods, its labelled edges and what its words say of each other.
type Grammar struct {
	Clauses []Clause

	rules  *rules
	words  []Word
	low    []string // the words in small letters
	kids   [][]int  // of each word, in order
	clause []int    // of each word, or -1

	opening      int // the word that makes the sentence begin with a condition, or -1
	closing      int // the word that makes its end a condition, or -1
	conditionEnd int // the comma behind the condition
}

// findKids finds the words that hang on each word.
func (g *Grammar) findKids() {
	for i := range g.kids {
		g.kids[i] = g.kids[i][:0]
	}
	for i := range g.words {
		if h := g.words[i].Head; h >= 0 && h < len(g.words) {
			g.kids[h] = append(g.kids[h], i)
		}
	}
}

// child gives the first child of a word with one of the relations, or -1.
func (g *Grammar) child(i int, rels ...Rel) int {
	if i < 0 {
		return -1
	}
	for _, k := range g.kids[i] {
		for _, r := range rels {
			if g.words[k].Rel == r {
				return k
			}
		}
	}
	return -1
}

// verbal reports whether a word is a verb or auxiliary.
func (g *Grammar) verbal(i int) bool { return g.words[i].POS == VERB || g.words[i].POS == AUX }

// nominal reports whether a word is a noun, a name or a pronoun.
func (g *Grammar) nominal(i int) bool {
	switch g.words[i].POS {
	case NOUN, PROPN, PRON, NUM:
		return true
	}
	return false
}

// bare reports whether no mark and no "und" stands between two words.
func (g *Grammar) bare(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if g.words[k].POS == PUNCT || g.words[k].POS == CCONJ {
			return false
		}
	}
	return true
}
