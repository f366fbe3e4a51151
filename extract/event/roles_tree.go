package event

import "fasti/extract/syntax"

// function is what a mention is to the verb of a candidate, by the tree.
type function uint8

const (
	functionUnknown   function = iota // the tree does not say
	functionSubject                   // it, or one of the subject's coordinated or apposed parts, is the subject
	functionObject                    // an object, also an indirect one
	functionArgument                  // another phrase of the verb
	functionAgent                     // "by …", "von …"
	functionOwned                     // it belongs to a noun of the clause
	functionDeep                      // it belongs to a noun that belongs to another noun
	functionElsewhere                 // it stands in another clause
)

// functionOf says what mention m is to the verb of candidate c.
func functionOf(s *sentence, c *candidate, m *mention) function {
	t := s.grammar()
	cc := t.clause(c.trigger)
	if c.nominal || cc < 0 {
		return functionUnknown
	}
	head := t.headOf(m.first, m.last)
	top := t.top(head)
	if subject := t.Subject(cc); subject >= 0 && (top == t.top(subject) || head == subject) {
		return functionSubject
	}
	steps := 0
	for n := 0; n < len(t.Words) && t.Words[top].Head >= 0; n++ {
		h := t.Words[top].Head
		if h == t.Clauses[cc].Head || t.Words[h].Rel == syntax.RelCop {
			break
		}
		if t.ClauseOf(h) != cc && t.ClauseOf(top) != cc {
			return functionElsewhere
		}
		top = t.top(h)
		steps++
	}
	switch {
	case t.Words[top].Head != t.Clauses[cc].Head:
		return functionElsewhere
	case steps == 0 && t.Edge(top) == syntax.EdgeAgent:
		return functionAgent
	case steps == 0 && (t.Edge(top) == syntax.EdgeObject || t.Edge(top) == syntax.EdgeIndirect):
		return functionObject
	case steps == 0:
		return functionArgument
	case steps == 1:
		return functionOwned
	}
	return functionDeep
}

// headOf gives the word of the tree that carries the words [first, last) of
// the sentence.
func (t tree) headOf(first, last int) int {
	k := t.in(first)
	for n := first; n < last; n++ {
		h := t.Words[k].Head
		if o := t.out(h); h < 0 || o < first || o >= last {
			break
		}
		k = h
	}
	return k
}

// top climbs from the parts of a coordination, from appositions and names to
// the head of the whole phrase.
func (t tree) top(i int) int {
	for n := 0; n < len(t.Words) && t.Words[i].Head >= 0; n++ {
		switch t.Words[i].Rel {
		case syntax.RelConj:
			if c := t.ClauseOf(i); c >= 0 && t.Clauses[c].Head == i {
				return i
			}
		case syntax.RelAppos, syntax.RelFlat, syntax.RelNmodDesc:
		default:
			return i
		}
		i = t.Words[i].Head
	}
	return i
}

// passive reports whether the subject of a candidate's verb suffers its deed.
func (c *candidate) passive() bool {
	t := c.sent.grammar()
	if cc := t.clause(c.trigger); cc >= 0 && !c.nominal && t.Clauses[cc].Head == t.in(c.trigger) {
		return t.Clauses[cc].Voice == syntax.Passive
	}
	return c.clause >= 0 && c.sent.clauses[c.clause].passive
}
