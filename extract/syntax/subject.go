package syntax

// Subject gives the head word of what does, or in a passive suffers, what
// clause c tells, also where another clause names it: the first of a
// coordination, the noun that a relative clause or participle describes, who
// an infinitive's governor says. It is -1 if nobody is named.
func (g *Grammar) Subject(c int) int {
	for depth := 0; c >= 0 && depth < len(g.Clauses)+1; depth++ {
		k := &g.Clauses[c]
		if s := g.OwnSubject(k); s >= 0 {
			if k.Kind == RelativeClause && g.relative(s) && k.Governor >= 0 {
				return g.antecedent(k.Governor)
			}
			return s
		}
		if g.loneInfinitive(k.Head) && k.Finite < 0 {
			return g.controller(c)
		}
		switch g.words[k.Head].Rel {
		case RelConj:
			c = k.Parent
		case RelAmod:
			return k.Governor
		case RelAcl, RelAclRelcl:
			if k.Kind == ParticipleClause && k.Marker < 0 {
				return g.antecedent(k.Governor)
			}
			return g.controller(c)
		case RelXcomp, RelCcomp, RelAdvcl, RelCsubj, RelCsubjPass:
			if k.Finite >= 0 {
				return -1
			}
			return g.controller(c)
		default:
			return -1
		}
	}
	return -1
}

// Firm reports whether what Subject says of clause c is as sure as the tree: the
// clause has a subject of its own, or is a participle at the noun it describes, or is
// coordinated to one that has. Who a word of another clause lends is a guess.
func (g *Grammar) Firm(c int) bool {
	for depth := 0; c >= 0 && depth < len(g.Clauses)+1; depth++ {
		k := &g.Clauses[c]
		if g.OwnSubject(k) >= 0 {
			return true
		}
		switch g.words[k.Head].Rel {
		case RelConj:
			c = k.Parent
		case RelAmod:
			return true
		case RelAcl, RelAclRelcl:
			return k.Kind == ParticipleClause && k.Marker < 0
		default:
			return false
		}
	}
	return false
}

// OwnSubject gives the subject that stands in a clause itself, or -1. Where
// infinitives have none, what is taken for one is an object.
func (g *Grammar) OwnSubject(k *Clause) int {
	if k.Kind == InfinitiveClause && g.rules.bareInfinitives && g.infinitiveMark(k.Head) {
		return -1
	}
	for _, w := range g.kids[k.Head] {
		if r := g.words[w].Rel; (r == RelNsubj || r == RelNsubjPass) && g.clauseHead(w) < 0 {
			return w
		}
	}
	return -1
}

// relative reports whether a word only takes up the noun before.
func (g *Grammar) relative(i int) bool {
	return g.words[i].POS == PRON || g.words[i].POS == DET || g.words[i].POS == SCONJ
}

// antecedent gives the noun that a relative clause at word i speaks of: of an
// apposition's noun the name that it stands beside is as good.
func (g *Grammar) antecedent(i int) int { return i }

// controller says who does what a clause without a subject of its own tells,
// by the word that governs it.
func (g *Grammar) controller(c int) int {
	k := &g.Clauses[c]
	at, rule := g.governorOf(k.Head)
	doer := DoerSubject
	if rule != nil {
		doer = rule.doer
	} else {
		at = k.Governor
		if g.words[k.Head].Rel == RelXcomp && g.child(at, RelObj, RelIobj) >= 0 {
			doer = DoerObject
		}
	}
	return g.doer(at, doer)
}

// doer gives who at a governing word is the subject of its complement.
func (g *Grammar) doer(at int, d Doer) int {
	if at < 0 {
		return -1
	}
	if g.nominal(at) && g.clauseHead(at) < 0 {
		return g.nounDoer(at, d)
	}
	c := g.clause[at]
	if c < 0 {
		return -1
	}
	if h := g.clauseHead(at); h >= 0 {
		c = h
	}
	if g.words[at].Rel == RelAmod && d == DoerSubject {
		return g.words[at].Head // "found the sisters not guilty of"
	}
	passive := g.Clauses[c].Voice == Passive || d == DoerObject && g.child(g.Clauses[c].Head, RelCop) >= 0
	switch d {
	case DoerNobody:
		return -1
	case DoerObject:
		if passive {
			return g.Subject(c)
		}
		return g.objectOf(g.Clauses[c].Head)
	case DoerIndirect:
		return g.indirect(c)
	}
	if passive && g.rules.governors != nil && d == DoerSubject {
		if a := g.child(g.Clauses[c].Head, RelOblAgent); a >= 0 && !g.raises(at) {
			return a
		}
	}
	return g.Subject(c)
}

// objectOf gives the object of the verb that heads a clause, or -1.
func (g *Grammar) objectOf(h int) int {
	if o := g.child(h, RelObj, RelIobj, RelOblArg); o >= 0 {
		return o
	}
	for _, w := range g.kids[h] { // "called on the mayor to"
		if p := g.child(w, RelCase); g.words[w].Rel == RelObl && p == h+1 && g.phrasal(h, p) {
			return w
		}
	}
	if g.words[h].Rel == RelConj { // "accused him and charged"
		return g.child(g.words[h].Head, RelObj)
	}
	return g.stray(h)
}

// indirect gives the indirect object of a clause, whatever the tree takes it
// for: a noun in the dative, else an object without preposition.
func (g *Grammar) indirect(c int) int {
	h := g.Clauses[c].Head
	any := g.child(h, RelIobj)
	for _, w := range g.kids[h] {
		r := g.words[w].Rel
		if r != RelOblArg && r != RelObj && r != RelObl && r != RelNsubj && r != RelNsubjPass || g.child(w, RelCase) >= 0 || g.clauseHead(w) >= 0 || !g.nominal(w) {
			continue
		}
		if g.words[w].Morph.Case == Dat {
			return w
		}
		if any < 0 && r != RelNsubj && r != RelNsubjPass && r != RelObl {
			any = w
		}
	}
	if any >= 0 {
		return any
	}
	if w := g.stray(h); w >= 0 || g.Clauses[c].Voice != Passive {
		return w
	}
	return g.child(h, RelNsubjPass) // "Zwei Beamten wird vorgeworfen"
}

// stray finds the object of a verb where the tree hangs it on the noun before
// it: as a further name ("sprach das Gericht Karl Roe frei") or as a genitive
// ("befahl ein Richter der Firma").
func (g *Grammar) stray(h int) int {
	if !g.rules.verbFirst {
		return -1
	}
	found := -1
	for w := h + 1; w < len(g.words); w++ {
		if g.clause[w] != g.clause[h] {
			continue
		}
		switch g.words[w].Rel {
		case RelAppos:
			if !g.commaBefore(w) && g.words[w].POS == PROPN && g.words[g.words[w].Head].Head == h {
				return w
			}
		case RelNmodPoss:
			if d := g.child(w, RelDet); d >= 0 && g.rules.is(classFeminine, g.low[d]) {
				found = w
			}
		}
	}
	return found
}

// raises reports whether a passive governor's subject is that of its
// complement: "is said to have".
func (g *Grammar) raises(at int) bool {
	return g.clause[at] >= 0 && g.Clauses[g.clause[at]].Voice == Passive
}

// nounDoer gives who does what completes a noun: whom it is held against, who
// has it, or who acts with it.
func (g *Grammar) nounDoer(at int, d Doer) int {
	if d == DoerNobody {
		return -1
	}
	if d == DoerObject {
		for _, w := range g.kids[at] {
			if g.words[w].Rel == RelNmod && g.against(w) {
				return w
			}
		}
	}
	for _, w := range g.kids[at] {
		switch g.words[w].Rel {
		case RelNmodPoss, RelDetPoss:
			return w
		case RelNmod:
			if p := g.child(w, RelCase); p >= 0 && g.rules.is(classOf, g.low[p]) {
				return w
			}
		}
	}
	c := g.clause[at]
	if c < 0 {
		return -1
	}
	h := g.Clauses[c].Head
	for _, w := range g.kids[h] {
		if d == DoerObject && (g.words[w].Rel == RelObl || g.words[w].Rel == RelOblArg) && g.against(w) {
			return w
		}
	}
	if verb, row := g.governorOf(at); row != nil && row.doer != DoerNobody && g.clause[verb] == c { // "sprach ihn vom Vorwurf frei"
		if s := g.doer(verb, row.doer); s != at && !g.below(at, s) {
			return s
		}
		return -1
	}
	if s := g.Subject(c); s != at && !g.below(at, s) {
		return s
	}
	return -1
}

// below reports whether word i hangs on word top, at any depth.
func (g *Grammar) below(i, top int) bool {
	for n := 0; i >= 0 && n < len(g.words); n++ {
		if i = g.words[i].Head; i == top && i >= 0 {
			return true
		}
	}
	return false
}

// against reports whether a phrase names whom something is held against.
func (g *Grammar) against(i int) bool {
	p := g.child(i, RelCase)
	return p >= 0 && g.rules.is(classAgainst, g.low[p])
}
