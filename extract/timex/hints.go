package timex

import "strings"

// The direction of a date: whether it lies before or behind the moment of
// speaking. Words beside it say so ("seit", "bis", "vom"), a verb that sets a
// date ("auf Freitag verschoben"), or else the tense of the clause.

// tenseAt is the direction of items [first, last): what stands before them
// says it, or the verbs of the clause, or those of the sentence. It is aside if
// it belongs to something still to come that the clause does not tell.
func (s *scene) tenseAt(first, last int) (t tense, aside bool) {
	g, items := s.g, s.items
	hint := g.hintBefore(items, first, last)
	if hint == roleHintPast || hint == roleHintNoun {
		return tensePast, false
	}
	if hint == roleAheadPrep && !owns(items, last) {
		return tenseFuture, false
	}
	if owns(items, last) || hint == roleHintBefore {
		if d := g.byOwner(items, first); d != tenseNone {
			return d, d == tenseAhead
		}
	}
	t = s.tense(first, last, endsClause)
	if t == tenseNone {
		t = s.tense(first, last, endsSentence)
	}
	if t != tensePast && s.trees.perfect(int(items[first].start)) {
		t = tensePast
	}
	switch {
	case hint == roleHintFuture && t == tensePlan || hint == roleHintFuture && t < tensePast:
		return tenseAhead, false
	case (t == tensePresent || t == tenseNow) && g.behindEvent(items, s.text, first):
		return tensePast, false
	case t != tenseFuture && g.aheadOfEvent(items, s.text, first):
		return tenseAhead, true
	}
	return t, false
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

// leading says whether the word before an expression looks back to it, "since
// March", or can look ahead to it whatever the verb says: "extended the order
// until May 1", "kündigte für den 18. September einen Marsch an".
func (g *grammar) leading(items []item, first, last int) int8 {
	switch g.hintBefore(items, first, last) {
	case roleHintPast, roleHintNoun:
		return -1
	}
	i := first - 1
	for i >= 0 && i >= first-2 && g.is(&items[i], roleFill) {
		i--
	}
	if i >= 0 && g.is(&items[i], roleHintFuture|roleAheadPrep|roleHintBefore) && !(i > 0 && items[i-1].kind == numberItem) { // no range: "2 to 7 April"
		return 1
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

// owns reports whether the expression that ends before item last owns what
// follows: "Friday's vote".
func owns(items []item, last int) bool {
	return last < len(items) && items[last].kind == markItem && items[last].mark == '\'' && items[last].flags&glued != 0
}

// byOwner is the direction of a date that owns an event, by the word before
// it: "ahead of Thursday's vote", "following Friday's defeat".
func (g *grammar) byOwner(items []item, first int) tense {
	for i := first - 1; i >= 0 && i >= first-4; i-- {
		switch it := &items[i]; {
		case g.is(it, roleHintBefore):
			return tenseAhead
		case g.is(it, roleHintAfter):
			return tensePast
		case !g.is(it, roleFill|roleJoin|roleTo):
			return tenseNone
		}
	}
	return tenseNone
}

// aheadOfEvent reports whether the date belongs to something that is still to
// come: "im Vorfeld der Wahl am Sonntag", "before the vote on Sunday".
func (g *grammar) aheadOfEvent(items []item, text string, first int) bool {
	opener := first - 1
	for ; opener >= 0 && !g.is(&items[opener], roleHintBefore); opener-- {
		if opener < first-aheadReach || boundary(items, opener, true) {
			return false
		}
	}
	if opener < first-aheadReach || opener < 0 || boundary(items, opener, true) {
		return false
	}
	event := false
	for i := first - 1; i > opener; i-- {
		switch it := &items[i]; {
		case it.kind == wordItem && g.eventNoun(it, text):
			event = true
		case g.verb(items, i, text)&rolesFinite != 0:
			return false
		}
	}
	return event
}

// eventNoun reports whether a word names something that takes place, or ends
// with such a word: "Wahl", "Landtagswahl".
func (g *grammar) eventNoun(it *item, text string) bool {
	if g.is(it, roleEvent) {
		return true
	}
	w := fold(text[it.start:it.end])
	one := strings.TrimSuffix(w, g.owning)
	for _, e := range g.eventEnds {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) || g.owning != "" && strings.HasSuffix(one, e) {
			return true
		}
	}
	return false
}
