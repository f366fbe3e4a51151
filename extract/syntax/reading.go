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

// Decision is something that later stages may rest on trees.
type Decision string

// The decisions. What a governing word says of its complement, and who does
// what the complement tells, belong to the status.
const (
	DecidesStatus   Decision = "status"
	DecidesSubjects Decision = "subjects"
	DecidesRoles    Decision = "roles"
	DecidesDates    Decision = "dates"
)

var decisions = []Decision{DecidesStatus, DecidesSubjects, DecidesRoles, DecidesDates}
