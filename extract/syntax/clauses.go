package syntax

// findClauses finds the predicates, and to which of them each word belongs.
func (g *Grammar) findClauses() {
	for i := range g.words {
		if g.predicate(i) {
			g.Clauses = append(g.Clauses, Clause{Head: i, Finite: -1, Lexical: -1, Particle: -1, Marker: -1, Governor: g.words[i].Head, Parent: -1, First: i, Last: i + 1})
			g.clause[i] = len(g.Clauses) - 1
		}
	}
	for i := range g.words {
		g.clause[i] = g.belongs(i)
	}
	for c := range g.Clauses {
		if h := g.Clauses[c].Governor; h >= 0 {
			g.Clauses[c].Parent = g.clause[h]
		}
	}
}

// belongs gives the clause of a word: that of the nearest predicate above it.
func (g *Grammar) belongs(i int) int {
	for depth := 0; i >= 0 && depth < len(g.words); depth++ {
		if g.clause[i] >= 0 {
			return g.clause[i]
		}
		i = g.words[i].Head
	}
	return -1
}

// predicate reports whether a word heads a clause.
func (g *Grammar) predicate(i int) bool {
	w := &g.words[i]
	if (g.verbal(i) || g.child(i, RelCop) >= 0) && g.infinitiveMark(i) {
		return true // whatever the tree takes it for
	}
	full := g.verbal(i) || g.child(i, RelCop, RelNsubj, RelNsubjPass, RelAux) >= 0
	switch w.Rel {
	case RelRoot:
		return true
	case RelCcomp, RelCsubj, RelCsubjPass, RelAdvcl, RelAcl, RelAclRelcl, RelAdvclRelcl, RelParataxis:
		return full || g.child(i, RelMark) >= 0
	case RelXcomp:
		return w.POS == VERB || g.child(i, RelCop, RelMark) >= 0
	case RelConj:
		return full && (w.Head < 0 || w.POS == VERB || g.predicate(w.Head))
	case RelAmod:
		return w.POS == VERB && len(g.kids[i]) > 0
	case RelNmod:
		if g.markedGerund(i) {
			return true
		}
	}
	return (w.POS == VERB || g.child(i, RelCop) >= 0) && g.child(i, RelNsubj, RelNsubjPass) >= 0
}

// markedGerund reports whether a word is an -ing form with the word that
// subordinates it: "they suspect of abducting".
func (g *Grammar) markedGerund(i int) bool {
	return g.words[i].POS == VERB && g.words[i].Morph.Form == Gerund && g.child(i, RelMark) >= 0
}

// extent finds the words of a clause with all that hangs on it, without the
// marks around it.
func (g *Grammar) extent(c int) {
	k := &g.Clauses[c]
	k.First, k.Last = g.span(k.Head)
}

// span gives the words from the first to behind the last of a word's subtree.
func (g *Grammar) span(i int) (first, last int) {
	first, last = i, i+1
	for _, k := range g.kids[i] {
		if g.words[k].Rel == RelPunct {
			continue
		}
		a, b := g.span(k)
		first, last = min(first, a), max(last, b)
	}
	return first, last
}

// kind says what a clause is in its sentence, and finds what subordinates it.
func (g *Grammar) kind(c int) {
	k := &g.Clauses[c]
	h := k.Head
	g.marker(k)
	switch rel := g.words[h].Rel; {
	case g.loneInfinitive(h) && k.Finite < 0:
		k.Kind = InfinitiveClause
	case k.Finite < 0 && g.having(h):
		k.Kind = ParticipleClause
	case rel == RelAclRelcl && k.Link == LinkThat && (g.words[k.Marker].Rel == RelMark || g.words[k.Marker].Rel == RelAdvmod):
		k.Kind = ComplementClause // "the allegation that it sold"
	case rel == RelConj && k.Parent >= 0:
		o := &g.Clauses[k.Parent]
		k.Kind = o.Kind
		if k.Marker < 0 {
			k.Link = o.Link
		}
	case rel == RelAclRelcl && k.Mood == Reported && g.asyndetic(k):
		k.Kind = ComplementClause // "der Vorwurf, er habe Geld genommen"
	case rel == RelAclRelcl || rel == RelAdvclRelcl:
		k.Kind = RelativeClause
	case rel == RelAmod:
		k.Kind = AttributeClause
	case k.Finite < 0 && rel != RelRoot && g.verbal(h):
		k.Kind = InfinitiveClause
		if f := g.words[h].Morph.Form; f == Gerund || f == Participle && !k.Complete || g.having(h) {
			k.Kind = ParticipleClause
		}
	case rel == RelCcomp || rel == RelCsubj || rel == RelCsubjPass || rel == RelXcomp || rel == RelAcl:
		k.Kind = ComplementClause
	case rel == RelAdvcl:
		k.Kind = AdverbialClause
	case rel == RelParataxis:
		k.Kind = BesideClause
	case k.Finite >= 0 && rel != RelRoot && k.Governor >= 0 && g.nominal(k.Governor) && g.relative(max(g.child(h, RelNsubj, RelNsubjPass), 0)) && g.child(h, RelNsubj, RelNsubjPass) >= 0:
		k.Kind = RelativeClause // "der seit Mai im Amt ist", read as a noun beside the name
	case k.Finite < 0 && !g.verbal(h):
		k.Kind = VerblessClause
	}
	if g.conditional(k) {
		k.Kind, k.Link = ConditionalClause, LinkIf
	}
	if k.Mood == Unreal && g.reportedUnreal(k) {
		k.Mood = Reported // "behaupten, sie hätten … abgeschossen"
	}
}

// reportedUnreal reports whether Konjunktiv II only stands for Konjunktiv I: in a
// complement without a conjunction, where nothing is a condition.
func (g *Grammar) reportedUnreal(k *Clause) bool {
	if !g.rules.verbFirst || k.Kind != ComplementClause || k.Link != NoLink || g.opening >= 0 {
		return false
	}
	return k.Modality == NoModality && !k.Complete
}

// asyndetic reports whether a clause has the order of a main clause: no word
// that subordinates it, its finite verb not at its end.
func (g *Grammar) asyndetic(k *Clause) bool {
	return k.Marker < 0 && k.Finite > k.First && k.Finite+1 < k.Last
}

// having reports whether an auxiliary makes a clause a participle: "having
// killed".
func (g *Grammar) having(h int) bool {
	for _, w := range g.kids[h] {
		if g.words[w].Rel == RelAux || g.words[w].Rel == RelAuxPass {
			for _, f := range g.rules.aux[g.low[w]] {
				if f.ing {
					return true
				}
			}
		}
	}
	return false
}

// loneInfinitive reports whether a word is an infinitive with its mark that
// does not only go on another one, so that it completes or describes what is
// above it, whatever the tree takes it for.
func (g *Grammar) loneInfinitive(h int) bool {
	if !g.infinitiveMark(h) {
		return false
	}
	up := g.words[h].Head
	return g.words[h].Rel != RelConj || up < 0 || !g.infinitiveMark(up)
}

// marker finds the word that subordinates a clause, and what it says.
func (g *Grammar) marker(k *Clause) {
	for _, w := range g.kids[k.Head] {
		switch g.words[w].Rel {
		case RelMark, RelCase:
		case RelAdvmod: // "when", "als" read as an adverb
			if w > k.First+1 || g.rules.links[g.low[w]] == NoLink || g.words[k.Head].Rel == RelRoot {
				continue
			}
		default:
			continue
		}
		link := g.rules.links[g.low[w]]
		if link == NoLink && (k.Marker >= 0 || w > k.Head) {
			continue
		}
		if k.Marker < 0 || k.Link == NoLink {
			k.Marker, k.Link = w, link
		}
	}
	if k.Link == NoLink {
		g.firstMarker(k)
	}
}

// firstMarker takes the word that a clause begins with for its marker where
// the tree hangs it elsewhere: "ohne die Rechnung zu bezahlen".
func (g *Grammar) firstMarker(k *Clause) {
	first := k.First
	if first >= k.Head || g.words[k.Head].Rel == RelRoot && g.words[first].POS != SCONJ {
		return
	}
	switch link := g.rules.links[g.low[first]]; link {
	case LinkWithout, LinkInstead, LinkPurpose:
		if k.Finite < 0 {
			k.Marker, k.Link = first, link
		}
	case LinkThat, LinkWhether, LinkIf:
		if g.words[first].POS == SCONJ {
			k.Marker, k.Link = first, link
		}
	}
}

// conditional reports whether a clause without a conjunction is a condition
// because its verb stands first: "Had the bank collapsed, …".
func (g *Grammar) conditional(k *Clause) bool {
	f := k.Finite
	if f < 0 || k.Marker >= 0 && k.Link != NoLink || g.question() {
		return false
	}
	if !g.rules.verbFirst && !g.rules.is(classInvert, g.low[f]) || g.rules.verbFirst && g.words[f].Morph.Mood == Imp {
		return false
	}
	subject := g.child(k.Head, RelNsubj, RelNsubjPass, RelExpl, RelCsubj)
	if subject < f || k.First != f {
		return false
	}
	switch g.words[k.Head].Rel {
	case RelAdvcl, RelParataxis, RelCcomp, RelCsubj, RelCsubjPass, RelNsubj, RelNsubjPass, RelConj, RelDep, RelObl:
		return f < k.Governor || k.Mood == Unreal && k.Parent >= 0 && g.Clauses[k.Parent].Mood == Unreal // "…, wären die Gespräche gescheitert"
	case RelRoot: // the main clause read as hanging on it
		for _, w := range g.kids[k.Head] {
			if r := g.words[w].Rel; w > k.Head && (r == RelParataxis || r == RelConj && g.child(w, RelCc) < 0 || r == RelCcomp) && g.clause[w] >= 0 && g.Clauses[g.clause[w]].Head == w && g.clauseFinite(g.clause[w]) {
				return true
			}
		}
	}
	return false
}

func (g *Grammar) clauseFinite(c int) bool { return g.Clauses[c].Finite >= 0 }

// question reports whether the sentence asks.
func (g *Grammar) question() bool {
	n := len(g.low)
	return n > 0 && g.low[n-1] == "?"
}
