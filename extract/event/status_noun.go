package event

import "fasti/extract/syntax"

// cancels reports whether a clause says that something does not take place.
func (x *lexicon) cancels(s *sentence, n int) bool {
	v := s.clauses[n].verb
	return v >= 0 && (x.verbs[v].class == classCancel || s.clauses[n].cancels)
}

// cancelled reports whether the clause of a noun of happening says of it, its subject or
// object, that it does not take place; not of what else it speaks of: "after the attack
// Roe cancelled his rallies".
func (x *lexicon) cancelled(c *candidate) bool {
	if !x.cancels(c.sent, c.clause) {
		return false
	}
	t := c.sent.grammar()
	if t.clause(c.trigger) < 0 {
		return true
	}
	i := t.top(t.in(c.trigger))
	for n := 0; n < len(t.Words) && t.Words[i].Head >= 0; n++ {
		p := t.Preposition(i)
		if r := t.Words[i].Rel; r != syntax.RelNmod && r != syntax.RelCompound && r != syntax.RelNmodPoss || p >= 0 && !t.Belongs(p) {
			break
		}
		i = t.top(t.Words[i].Head) // "the start of the trial was put off"
	}
	switch t.Edge(i) {
	case syntax.EdgeAdverbial, syntax.EdgeGoverned:
		return t.Preposition(i) < 0
	}
	return t.Words[i].Rel != syntax.RelNmod
}

// calledOff reports whether the clause joined to a noun's own takes back what
// that one says of its subject: "had been planned for May but was cancelled".
func (x *lexicon) calledOff(c *candidate) bool {
	k := &c.sent.clauses[c.clause]
	if c.trigger < k.subject.first || k.subject.last <= c.trigger {
		return false
	}
	for i := range c.sent.clauses {
		if c.sent.clauses[i].coord == c.clause && x.cancels(c.sent, i) {
			return true
		}
	}
	return false
}

// aheadOfNoun reports whether a noun names something still to come: the
// object of planning, or the subject of what is set to begin.
func (x *lexicon) aheadOfNoun(c *candidate) bool {
	if c.clause < 0 {
		return false
	}
	s := c.sent
	k := &s.clauses[c.clause]
	if k.verb >= 0 && x.verbs[k.verb].class == classPlan && k.lex < c.trigger {
		return true
	}
	return x.carrier(c) >= 0
}

// carrier finds the infinitive that tells what is ahead of the noun: behind
// it ("a meeting to be held"), or behind the verb whose subject it is ("the
// trial is set to begin"); -1 if there is none.
func (x *lexicon) carrier(c *candidate) int {
	s := c.sent
	if c.clause < 0 {
		return -1
	}
	k := &s.clauses[c.clause]
	for i := range s.clauses {
		d := &s.clauses[i]
		if d.parent != c.clause || d.kind != infClause || d.verb < 0 {
			continue
		}
		first, _ := d.bounds()
		dc := x.verbs[d.verb].class
		if (dc == classSupport || dc == classAspect || x.verbs[d.verb].frame == frameGoes || d.passive) && !k.past &&
			(first == c.trigger+1 || k.subject.first <= c.trigger && c.trigger < k.subject.last) || first == c.trigger+1 && d.passive {
			return i
		}
	}
	return -1
}
