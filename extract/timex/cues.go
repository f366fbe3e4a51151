package timex

// cue is an item that says something of the tense around it: a verb form, or a
// mark that ends a clause or a sentence.
type cue struct {
	at   int32
	verb role
	ends stop
}

type stop uint8

const (
	endsNothing stop = iota
	endsClause
	endsSentence
)

// scene is a block with its cues, found as far as they were asked for. Each
// item is looked at once, however many expressions ask.
type scene struct {
	g     *grammar
	items []item
	text  string
	trees trees
	cues  []cue
	next  int // the first item that was not looked at
	here  int // the first cue not before the expression asked for last
}

// clauseReach bounds how far the verb of a clause is looked for, in items.
const clauseReach = 40

// look finds the cues around items [first, last). Expressions must be asked
// for in the order of the text.
func (s *scene) look(first, last int) {
	if from := first - clauseReach + 1; s.next < from {
		s.cues, s.next, s.here = s.cues[:0], from, 0
	}
	for to := min(len(s.items), last+clauseReach); s.next < to; s.next++ {
		c := cue{at: int32(s.next)}
		switch s.items[s.next].kind {
		case wordItem:
			c.verb = s.g.verb(s.items, s.next, s.text) & (rolesTense | rolePastShape | rolePresentShape)
		case markItem:
			if boundary(s.items, s.next, true) {
				c.ends = endsClause
				if boundary(s.items, s.next, false) {
					c.ends = endsSentence
				}
			}
		}
		if c.verb != 0 || c.ends != endsNothing {
			s.cues = append(s.cues, c)
		}
	}
	for s.here < len(s.cues) && int(s.cues[s.here].at) < first {
		s.here++
	}
}

// nearRoles are those of which the nearer one counts.
const nearRoles = roleFuture | rolePlan | rolePast | roleHave | rolePastShape

// tense is the tense that the verbs around items [first, last) give, up to
// the end of the clause or of the sentence on either side.
func (s *scene) tense(first, last int, end stop) tense {
	s.look(first, last)
	var all, near role
	aside := false // a comma opens the clause
	for k := s.here - 1; k >= 0 && int(s.cues[k].at) > first-clauseReach; k-- {
		if s.cues[k].ends >= end {
			aside = s.cues[k].ends == endsClause
			break
		}
		if near == 0 {
			near = s.cues[k].verb & nearRoles
		}
		all |= s.cues[k].verb
	}
	for k := s.here; k < len(s.cues) && int(s.cues[k].at) < last+clauseReach; k++ {
		if int(s.cues[k].at) < last {
			continue
		}
		if s.cues[k].ends >= end {
			break
		}
		if near == 0 {
			near = s.cues[k].verb & nearRoles
		}
		all |= s.cues[k].verb
	}
	// Two verbs that disagree, as in "said the port would open on Monday":
	// where clauses follow without a comma, the nearer one before counts.
	if s.g.nearVerb && all&(roleFuture|rolePlan) != 0 && all&(rolePast|roleHave|rolePastShape) != 0 {
		switch {
		case near&roleFuture != 0 && near&rolePast == 0:
			return tenseFuture
		case near&rolePlan != 0:
			return tensePlan
		}
		return tensePast
	}
	t := tenseOf(all)
	if t == tenseNone && aside && all&(roleParticiple|roleMoved) != 0 { // ", ouvert lundi,"
		return tensePast
	}
	return t
}
