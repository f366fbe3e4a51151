package event

import "fasti/extract/syntax"

// statusFrom are the statuses of this package for those of the grammar.
var statusFrom = [...]Status{
	syntax.Happened: Happened, syntax.Alleged: Alleged, syntax.Planned: Planned,
	syntax.Cancelled: Cancelled, syntax.Denied: Denied, syntax.Hypothetical: Hypothetical,
}

// treeStatus says whether the candidate took place by the grammar of its
// sentence. A noun that its verb only supports ("no talks took place"), or that
// tells the same as it ("failed to reach an agreement"), is as true as the verb.
func (x *lexicon) treeStatus(c *candidate, t tree) Status {
	i := t.in(c.trigger)
	v := c.judged(t, i)
	if c.support || x.repeats(c) {
		k := &t.Clauses[t.ClauseOf(i)]
		if k.Head != i {
			v.Status = max(v.Status, c.judged(t, k.Head).Status)
		}
	}
	return statusFrom[v.Status]
}

// repeats reports whether a noun is the object of its clause's verb and of the
// same kind, so that both tell one happening.
func (x *lexicon) repeats(c *candidate) bool {
	t := c.sent.grammar()
	if i := t.in(c.trigger); !c.nominal || c.clause < 0 || t.Edge(i) != syntax.EdgeObject || t.Words[i].Head != t.Clauses[t.ClauseOf(i)].Head {
		return false
	}
	v := c.sent.clauses[c.clause].verb
	return v >= 0 && x.verbs[v].class == classEvent && x.verbs[v].kind == c.kind && c.kind != Other
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
