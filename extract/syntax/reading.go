package syntax

import "strings"

// read fills in the grammar of a sentence.
func (r *rules) read(s *Sentence, text string) {
	g := &s.Grammar
	words := make([]string, len(s.Words))
	for i := range s.Words {
		words[i] = text[s.Words[i].Start:s.Words[i].End]
	}
	*g = r.mend(s.Words, words)
	g.findClauses()
	g.findCondition()
	for c := range g.Clauses {
		g.extent(c)
		g.verbs(c)
	}
	for c := range g.Clauses {
		g.share(c)
		g.polarity(c)
		g.kind(c)
	}
}

// mend corrects the tree of some words by what word lists know better.
func (r *rules) mend(words []Word, text []string) Grammar {
	n := len(words)
	g := Grammar{rules: r, words: words, low: make([]string, n), kids: make([][]int, n), clause: make([]int, n)}
	for i := range words {
		g.low[i], g.clause[i] = strings.ToLower(text[i]), -1
	}
	g.findKids()
	g.repair()
	g.reread()
	return g
}
