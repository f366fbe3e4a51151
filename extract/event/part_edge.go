package event

import (
	"strings"

	"fasti/extract/syntax"
)

// What a phrase is to the word that tells a happening, as the table of roles
// has it. A phrase behind a preposition is named by it; a "+" stands before the
// preposition of what hangs on a noun of happening.
const (
	edgeSubject  = "subject"
	edgePassive  = "passive-subject"
	edgeObject   = "object"
	edgeIndirect = "indirect"
	edgeAgent    = "agent"
	edgeOwner    = "owner"  // a genitive or possessive at a noun of happening
	edgeFront    = "front"  // in the compound or before it: "Hamas-Angriff"
	edgeHolder   = "holder" // subject of the verb that the noun of happening belongs to
	edgeWithin   = "within" // in what the subject or agent consists of: "the government of Norway"
	edgeInside   = "inside" // belongs to another noun of the clause
	edgeAway     = "away"   // in another clause
)

// coreEdges are those that a verb has of itself.
var coreEdges = []string{edgeSubject, edgePassive, edgeObject, edgeIndirect, edgeAgent}

// edge says what a mention is to a candidate, by the tree; "" where there is none.
func (c *candidate) edge(m *mention) string {
	t := c.sent.grammar()
	at := t.clause(c.trigger)
	if at < 0 {
		return ""
	}
	head := t.top(t.headOf(m.from, m.last))
	if c.done {
		return c.edgeOfDone(t, head)
	}
	if c.nominal {
		if e := t.atNoun(t.in(c.trigger), head); e != "" {
			return e
		}
		if e := t.throughNouns(t.in(c.trigger), head); e != "" {
			return e
		}
	}
	k := &t.Clauses[at]
	if s := t.Subject(at); s >= 0 && (head == t.top(s) || t.headOf(m.from, m.last) == s) {
		switch {
		case c.nominal:
			return edgeHolder
		case k.Voice == syntax.Passive:
			return edgePassive
		}
		return edgeSubject
	}
	h := t.Words[head].Head
	switch {
	case h < 0 || t.ClauseOf(head) != at && t.ClauseOf(h) != at:
		return edgeAway
	case h != k.Head && !c.nominal:
		return c.nested(t, at, head, m)
	case h != k.Head:
		return edgeInside
	}
	return t.atVerb(head)
}

// edgeOfDone says what a phrase is to a past participle before its noun: the noun is what
// it was done to, or who did it where the verb has no passive ("das gesunkene Schiff");
// what hangs on the participle is what it would be at the verb.
func (c *candidate) edgeOfDone(t tree, head int) string {
	p := t.in(c.trigger)
	switch {
	case t.Words[p].Head == head && c.active:
		return edgeSubject
	case t.Words[p].Head == head:
		return edgePassive
	case t.Words[head].Head == p:
		return t.atVerb(head)
	}
	return edgeAway
}

// nested says what the phrase of the tree's word head, which hangs on another noun of
// clause at, is to the verb: behind a preposition at an object, what it would be
// at the verb itself, for a tree rarely knows where such a phrase belongs ("sent
// a letter to Roe"); whose subject or agent it is, part of that.
func (c *candidate) nested(t tree, at, head int, m *mention) string {
	k, p := &t.Clauses[at], t.Preposition(head)
	noun := t.top(t.Words[head].Head)
	owner := p < 0 || t.Belongs(p)
	if t.Words[noun].Head == k.Head && !owner && t.Words[head].Rel == syntax.RelNmod {
		switch e := t.Edge(noun); {
		case (e == syntax.EdgePassive || e == syntax.EdgeSubject) && c.does(t, at, head) && c.noHappening(t.out(noun)):
			return edgeAgent
		case e == syntax.EdgeObject || e == syntax.EdgePassive || c.holds(t, noun, p): // "the trial against Roe began"
			return t.Base(p)
		}
	}
	if !owner || m.person {
		return edgeInside
	}
	return t.partOf(at, noun)
}

// partOf says whether a noun stands in what the subject or agent of a clause consists of.
func (t tree) partOf(at, noun int) string {
	k := &t.Clauses[at]
	for n := 0; n < len(t.Words) && t.Words[noun].Head >= 0 && t.Words[noun].Head != k.Head; n++ {
		noun = t.top(t.Words[noun].Head)
	}
	if s := t.Subject(at); s >= 0 && noun == t.top(s) && k.Voice != syntax.Passive || t.Edge(noun) == syntax.EdgeAgent {
		return edgeWithin
	}
	return edgeInside
}

// edgeSent is the edge of an adjective that means a state or body and stands
// before somebody without a name by whom it is done: "von katarischen
// Vermittlern übergeben".
const edgeSent = "of-agent"

// before gives the word of the tree before which a mention stands as an
// adjective, or as one of several; -1 if it does not.
func (t tree) before(m *mention) int {
	if !t.known() {
		return -1
	}
	i := t.headOf(m.from, m.last)
	for t.Words[i].Rel == syntax.RelConj && t.Words[i].Head >= 0 {
		i = t.Words[i].Head
	}
	if t.Words[i].Rel != syntax.RelAmod {
		return -1
	}
	return t.Words[i].Head
}

// sends reports whether a mention is such an adjective.
func (c *candidate) sends(m *mention) bool {
	s := c.sent
	t := s.grammar()
	at, noun := t.clause(c.trigger), t.before(m)
	if at < 0 || noun < 0 || c.nominal {
		return false
	}
	if o := t.out(noun); o < 0 || s.words[o].mention >= 0 && s.mentions[s.words[o].mention].person {
		return false
	}
	for k := range t.Words { // "der israelische Premierminister Holm"
		if w := &t.Words[k]; w.Head == noun && (w.Rel == syntax.RelAppos || w.Rel == syntax.RelFlat || w.Rel == syntax.RelNmodDesc) {
			return false
		}
	}
	top := t.top(noun)
	return t.Words[top].Head == t.Clauses[at].Head && c.does(t, at, top)
}

// owned reports whether a mention only says whose somebody or something is that
// does what a verb tells: "the lawyer of Roe left", "Roe's lawyer left".
func (c *candidate) owned(m *mention) bool {
	s := c.sent
	t := s.grammar()
	at := t.clause(c.trigger)
	if at < 0 || c.nominal || !m.person {
		return false
	}
	head := t.top(t.headOf(m.from, m.last))
	if r := t.Words[head].Rel; r != syntax.RelNmod && r != syntax.RelNmodPoss || t.Words[head].Head < 0 {
		return false
	}
	noun := t.Words[head].Head
	if o := t.out(noun); o < 0 || s.words[o].isNoun || s.words[o].mention >= 0 || t.Words[noun].POS != syntax.NOUN {
		return false
	}
	if subject := t.Subject(at); subject >= 0 && t.top(noun) == t.top(subject) {
		return true
	}
	return t.Words[t.top(noun)].Head == t.Clauses[at].Head && t.Edge(t.top(noun)) == syntax.EdgeAgent
}

// does reports whether the phrase of a word does what a passive clause tells:
// it stands behind "von" or "by", also where the tree has no better name for
// that than an adverbial.
func (c *candidate) does(t tree, clause, head int) bool {
	p := t.out(t.Preposition(head))
	return t.Clauses[clause].Voice == syntax.Passive && p >= 0 && p < len(c.sent.words) && c.sent.words[p].is(tagAgent)
}

// atVerb names what a phrase is to the verb that it hangs on.
func (t tree) atVerb(head int) string {
	switch t.Edge(head) {
	case syntax.EdgeAgent:
		return edgeAgent
	case syntax.EdgeObject:
		return edgeObject
	case syntax.EdgeIndirect:
		return edgeIndirect
	}
	if p := t.Preposition(head); p >= 0 {
		return t.Base(p)
	}
	return t.Words[head].Rel.String()
}

// atNoun names what a phrase is to the noun that it hangs on, "" if it hangs
// on another word.
func (t tree) atNoun(noun, head int) string {
	if head == noun {
		return edgeFront
	}
	if t.Words[head].Head != noun {
		return ""
	}
	switch t.Words[head].Rel {
	case syntax.RelCompound, syntax.RelAmod, syntax.RelNmodDesc:
		return edgeFront
	}
	if p := t.Preposition(head); p >= 0 {
		return "+" + t.Base(p)
	}
	if t.parted(noun, head) {
		return "" // "after a shooting in May, the club"
	}
	return edgeOwner
}

// parted reports whether a comma stands between a noun and a word behind it.
func (t tree) parted(noun, head int) bool {
	for i := noun + 1; i < head; i++ {
		if t.Words[i].Lemma == "," {
			return true
		}
	}
	return false
}

// throughNouns names a phrase behind a preposition that a parser hangs on a
// noun which itself belongs to the noun of happening: "the attack of the rebels
// on the port".
func (t tree) throughNouns(noun, head int) string {
	p := t.Preposition(head)
	if p < 0 {
		return ""
	}
	if t.parted(noun, head) {
		return ""
	}
	for n, h := 0, t.Words[head].Head; n < 3 && h >= 0; n, h = n+1, t.Words[h].Head {
		if h == noun {
			return "+" + t.Base(p)
		}
		if pos := t.Words[h].POS; pos != syntax.NOUN && pos != syntax.PROPN {
			return ""
		}
	}
	return ""
}

// longestPath is how many edges a path names.
const longestPath = 4

// path writes the edges from the words of a mention up to the word that they
// have in common with a candidate, and down to it: "nmod:of obj^".
func (c *candidate) path(m *mention) string {
	t := c.sent.grammar()
	if !t.known() {
		return "no tree"
	}
	up := map[int]int{}
	for n, i := 0, t.in(c.trigger); i >= 0; n, i = n+1, t.Words[i].Head {
		up[i] = n
	}
	var steps []string
	i := t.top(t.headOf(m.from, m.last))
	for i >= 0 {
		if n, ok := up[i]; ok {
			down := i
			for range n {
				down = t.below(down, t.in(c.trigger))
				steps = append(steps, t.Words[down].Rel.String()+"^")
			}
			break
		}
		steps = append(steps, t.step(i))
		i = t.Words[i].Head
	}
	if len(steps) > longestPath {
		return "long"
	}
	return strings.Join(steps, " ")
}

// step names the edge above a word, with its preposition.
func (t tree) step(i int) string {
	r := t.Words[i].Rel.String()
	if p := t.Preposition(i); p >= 0 {
		r += ":" + t.Base(p)
	}
	return r
}

// below gives the word under top on the way down to word i.
func (t tree) below(top, i int) int {
	for n := 0; n < len(t.Words) && t.Words[i].Head != top && t.Words[i].Head >= 0; n++ {
		i = t.Words[i].Head
	}
	return i
}

// holds reports whether a noun of happening at the verb has somebody behind a
// preposition that says against or to whom: "the trial against Roe began".
func (c *candidate) holds(t tree, noun, p int) bool {
	o := t.out(p)
	return !c.noHappening(t.out(noun)) && o >= 0 && o < len(c.sent.words) && !c.sent.words[o].is(tagAgent|tagOwner|tagGen)
}
