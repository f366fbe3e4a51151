package timex

// The direction of a date: whether it lies before or behind the moment of
// speaking. Words beside it say so ("seit", "bis", "vom"), a verb that sets a
// date ("auf Freitag verschoben"), or else the tense of the clause.

// tenseAt is the direction of items [first, last): what stands before them
// says it, or the verbs of the clause, or those of the sentence.
func (s *scene) tenseAt(first, last int) tense {
	g, items := s.g, s.items
	hint := g.hintBefore(items, first, last)
	if hint == roleHintPast || hint == roleHintNoun {
		return tensePast
	}
	if hint == roleAheadPrep && g.setAhead(items, first, last) {
		return tenseFuture
	}
	t := s.tense(first, last, endsClause)
	if t == tenseNone {
		t = s.tense(first, last, endsSentence)
	}
	switch {
	case hint == roleHintFuture && t == tensePlan || hint == roleHintFuture && t < tensePast:
		return tenseAhead
	case (t == tensePresent || t == tenseNow) && g.behindEvent(items, s.text, first):
		return tensePast
	}
	return t
}

// hintBefore is what the word before item first says of its direction.
func (g *grammar) hintBefore(items []item, first, last int) role {
	for i := first - 1; i >= 0 && i >= first-2; i-- {
		it := &items[i]
		switch {
		case g.is(it, roleHintPast):
			return roleHintPast
		case g.is(it, roleHintNoun) && i > 0 && items[i-1].kind == wordItem && items[i-1].flags&capital != 0 && !g.rangeOpens(items, last):
			return roleHintNoun
		case g.is(it, roleAheadPrep) && g.setAhead(items, first, last):
			return roleAheadPrep
		case g.is(it, roleHintFuture):
			return roleHintFuture
		}
		if i > 0 && g.is(it, roleFrom) && g.is(&items[i-1], roleSinceHead) { // "à partir de"
			return roleHintFuture
		}
		if !g.is(it, roleFill|roleTo) {
			break
		}
	}
	return 0
}

// rangeOpens reports whether a joint of a range stands behind an expression.
func (g *grammar) rangeOpens(items []item, last int) bool {
	if last < len(items) && items[last].kind == markItem && items[last].mark == '.' {
		last++
	}
	return last < len(items) && (g.is(&items[last], roleTo|roleOn) || items[last].kind == markItem && items[last].mark == '-')
}

// aheadReach bounds how far from the date the verb may stand that sets it.
const aheadReach = 8

// setAhead reports whether a word that sets a date ahead stands in the clause:
// "adjourned until March 4", "auf Freitag verschoben".
func (g *grammar) setAhead(items []item, first, last int) bool {
	for i := first - 1; i >= 0 && i >= first-aheadReach && !boundary(items, i, true); i-- {
		if g.is(&items[i], roleAhead) {
			return true
		}
	}
	for i := last; i < len(items) && i < last+aheadReach && !boundary(items, i, true); i++ {
		if g.is(&items[i], roleAhead) {
			return true
		}
	}
	return false
}

// behindEvent reports whether the date belongs to something that is over:
// "nach dem Angriff am Sonntag bleibt", "after the vote on Friday".
func (g *grammar) behindEvent(items []item, text string, first int) bool {
	for i := first - 1; i >= 0 && i >= first-aheadReach && !boundary(items, i, true); i-- {
		if g.is(&items[i], roleHintAfter) {
			return first-i > 2
		}
		if g.verb(items, i, text)&rolesFinite != 0 {
			return false
		}
	}
	return false
}
