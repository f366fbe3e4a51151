package syntax

import "strings"

// read fills in the grammar of a sentence.
func (r *rules) read(s *Sentence, text string) {
	g := &s.Grammar
	n := len(s.Words)
	g.rules, g.words = r, s.Words
	g.low, g.kids, g.clause = make([]string, n), make([][]int, n), make([]int, n)
	for i := range s.Words {
		g.low[i] = strings.ToLower(text[s.Words[i].Start:s.Words[i].End])
		g.clause[i] = -1
	}
	g.findKids()
	g.repair()
	g.reread()
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
