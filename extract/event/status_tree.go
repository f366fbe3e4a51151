package event

import "fasti/extract/syntax"

// statusFrom are the statuses of this package for those of the grammar.
var statusFrom = [...]Status{
	syntax.Happened: Happened, syntax.Alleged: Alleged, syntax.Planned: Planned,
	syntax.Cancelled: Cancelled, syntax.Denied: Denied, syntax.Hypothetical: Hypothetical,
}

// treeStatus says whether the candidate took place by the grammar of its
// sentence. A noun that its verb only supports ("no talks took place") is as
// true as the verb.
func treeStatus(c *candidate, t tree) Status {
	i := t.in(c.trigger)
	v := c.judged(t, i)
	if c.support {
		k := &t.Clauses[t.ClauseOf(i)]
		if k.Head != i {
			v.Status = max(v.Status, c.judged(t, k.Head).Status)
		}
	}
	return statusFrom[v.Status]
}

// judged asks the grammar of word i, or of the predicate whose auxiliary or
// copula it is.
func (c *candidate) judged(t tree, i int) syntax.Verdict {
	if c.nominal {
		return t.Judge(i)
	}
	switch t.Words[i].Rel {
	case syntax.RelCop, syntax.RelAux, syntax.RelAuxPass:
		i = t.Words[i].Head
	}
	return t.Judge(i)
}

// statusAt gives what the grammar says of the verb at word i; Happened where there
// is no tree.
func (s *sentence) statusAt(i int) Status {
	t := s.grammar()
	if i < 0 || t.clause(i) < 0 {
		return Happened
	}
	return statusFrom[t.Judge(t.in(i)).Status]
}
