package syntax

// Subject gives the head word of what does, or in a passive suffers, what
// clause c tells, also where another clause names it: the first of a
// coordination, the noun that a relative clause or participle describes, who
// an infinitive's governor says. It is -1 if nobody is named.
func (g *Grammar) Subject(c int) int {
	for depth := 0; c >= 0 && depth < len(g.Clauses)+1; depth++ {
		k := &g.Clauses[c]
		if s := g.child(k.Head, RelNsubj, RelNsubjPass); s >= 0 {
			if k.Kind == RelativeClause && g.relative(s) && k.Governor >= 0 {
				return g.antecedent(k.Governor)
			}
			return s
		}
		switch g.words[k.Head].Rel {
		case RelConj:
			c = k.Parent
		case RelAclRelcl:
			return -1 // an object relative without its own subject
		case RelAmod:
			return k.Governor
		case RelAcl:
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
	passive := g.Clauses[c].Voice == Passive
	switch d {
	case DoerNobody:
		return -1
	case DoerObject:
		if passive {
			return g.Subject(c)
		}
		if o := g.child(g.Clauses[c].Head, RelObj, RelIobj, RelOblArg); o >= 0 {
			return o
		}
		if g.words[g.Clauses[c].Head].Rel == RelConj { // "accused him and charged"
			return g.child(g.words[g.Clauses[c].Head].Head, RelObj)
		}
		return -1
	case DoerIndirect:
		return g.child(g.Clauses[c].Head, RelIobj, RelOblArg, RelObj)
	}
	if passive && g.rules.governors != nil && d == DoerSubject {
		if a := g.child(g.Clauses[c].Head, RelOblAgent); a >= 0 && !g.raises(at) {
			return a
		}
	}
	return g.Subject(c)
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
		if p := g.child(at, RelNmodPoss, RelDetPoss); p >= 0 {
			return p
		}
		if c := g.clause[at]; c >= 0 {
			for _, w := range g.kids[g.Clauses[c].Head] {
				if (g.words[w].Rel == RelObl || g.words[w].Rel == RelOblArg) && g.against(w) {
					return w
				}
			}
			return g.Subject(c)
		}
		return -1
	}
	if p := g.child(at, RelNmodPoss, RelDetPoss, RelNmod); p >= 0 && (g.words[p].Rel != RelNmod || g.child(p, RelCase) >= 0 && g.rules.ofs[g.low[g.child(p, RelCase)]]) {
		return p
	}
	if c := g.clause[at]; c >= 0 {
		return g.Subject(c)
	}
	return -1
}

// against reports whether a phrase names whom something is held against.
func (g *Grammar) against(i int) bool {
	p := g.child(i, RelCase)
	return p >= 0 && g.rules.againsts[g.low[p]]
}
