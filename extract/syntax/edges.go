package syntax

// Edge is what a word is to the predicate of its clause.
type Edge uint8

// The labelled edges.
const (
	NoEdge         Edge = iota
	EdgeSubject         // of an active clause
	EdgePassive         // subject of a passive clause: who or what the deed is done to
	EdgeObject          // direct object
	EdgeIndirect        // indirect object
	EdgeGoverned        // prepositional object, sole dative
	EdgeAdverbial       // any other phrase
	EdgeAgent           // "by …", "von …"
	EdgeComplement      // a clause, a predicate noun
	EdgeApposition
)

var edgeNames = []string{"", "subject", "passive-subject", "object", "indirect-object", "governed", "adverbial", "agent", "complement", "apposition"}

// String names the edge; "" for none.
func (e Edge) String() string { return nameOf(edgeNames, int(e)) }

var edgeOf = map[Rel]Edge{
	RelNsubj: EdgeSubject, RelCsubj: EdgeSubject, RelNsubjPass: EdgePassive, RelCsubjPass: EdgePassive,
	RelObj: EdgeObject, RelIobj: EdgeIndirect, RelOblArg: EdgeGoverned,
	RelObl: EdgeAdverbial, RelOblUnmarked: EdgeAdverbial, RelAdvmod: EdgeAdverbial, RelOblAgent: EdgeAgent,
	RelCcomp: EdgeComplement, RelXcomp: EdgeComplement, RelAppos: EdgeApposition,
}

// Edge gives what word i is to its head.
func (g *Grammar) Edge(i int) Edge {
	e := edgeOf[g.words[i].Rel]
	if e == EdgeSubject && g.clause[i] >= 0 {
		if k := &g.Clauses[g.clause[i]]; k.Voice == Passive && k.Head == g.words[i].Head && g.words[i].Rel == RelNsubj && k.Finite >= 0 {
			return EdgePassive
		}
	}
	return e
}

// ClauseOf gives the clause of word i, or -1.
func (g *Grammar) ClauseOf(i int) int {
	if i < 0 || i >= len(g.clause) {
		return -1
	}
	return g.clause[i]
}

// Dependents gives the words that stand to the predicate of clause c with an
// edge, its coordinated parts with it.
func (g *Grammar) Dependents(c int, e Edge) []int {
	var out []int
	for _, w := range g.kids[g.Clauses[c].Head] {
		if g.Edge(w) == e {
			out = append(out, g.Parts(w)...)
		}
	}
	return out
}

// Parts gives the heads of a coordination: "A, B und C".
func (g *Grammar) Parts(i int) []int {
	out := []int{i}
	for _, w := range g.kids[i] {
		if g.words[w].Rel == RelConj && g.clauseHead(w) < 0 {
			out = append(out, w)
		}
	}
	return out
}

// clauseHead gives the clause that word i heads, or -1.
func (g *Grammar) clauseHead(i int) int {
	if c := g.clause[i]; c >= 0 && g.Clauses[c].Head == i {
		return c
	}
	return -1
}

// Phrase gives the words of the phrase that word i heads, [first, last):
// with its modifiers and coordinated parts, without clauses, and without what
// stands behind a comma as an apposition.
func (g *Grammar) Phrase(i int) (first, last int) {
	first, last = i, i+1
	for _, k := range g.kids[i] {
		switch g.words[k].Rel {
		case RelPunct, RelAclRelcl, RelAcl, RelAdvcl, RelParataxis, RelAdvclRelcl, RelCcomp, RelCop, RelAux, RelNsubj, RelNsubjPass, RelAuxPass, RelMark, RelDep, RelList:
			continue
		case RelAppos:
			if k > 0 && g.words[k-1].POS == PUNCT || g.commaBefore(k) {
				continue
			}
		case RelConj:
			if g.clauseHead(k) >= 0 {
				continue
			}
		case RelCase:
			if k < i { // the preposition is no part of the phrase
				continue
			}
		}
		a, b := g.Phrase(k)
		if g.words[k].Rel == RelConj || g.words[k].Rel == RelNmod {
			a, b = g.withCase(k, a, b)
		}
		first, last = min(first, a), max(last, b)
	}
	return first, last
}

// withCase widens a phrase to its preposition.
func (g *Grammar) withCase(k, a, b int) (first, last int) {
	if p := g.child(k, RelCase); p >= 0 {
		return min(a, p), max(b, p+1)
	}
	return a, b
}

// commaBefore reports whether a comma stands before the phrase of word i.
func (g *Grammar) commaBefore(i int) bool {
	first, _ := g.span(i)
	return first > 0 && g.words[first-1].POS == PUNCT
}

// Preposition gives the word that governs the phrase of word i, or -1.
func (g *Grammar) Preposition(i int) int {
	if p := g.child(i, RelCase); p >= 0 && p < i {
		return p
	}
	if g.words[i].Rel == RelConj {
		return g.Preposition(g.words[i].Head)
	}
	return -1
}

// Belongs reports whether a preposition says whose something is: "of", "von".
func (g *Grammar) Belongs(p int) bool { return p >= 0 && g.rules.is(classOf, g.low[p]) }
