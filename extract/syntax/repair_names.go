package syntax

// repairCalled makes an apposition of the name behind a word that says how somebody is
// called, where the tree hangs it on that word or takes that word for a preposition: "a
// boy named Jonas Krol", "ein Mann namens Krol", "with the name of Krol".
func (g *Grammar) repairCalled(i int) {
	w := &g.words[i]
	if w.POS != PROPN || w.Head < 0 || w.Head >= i {
		return
	}
	if p := g.child(i, RelCase); p >= 0 && w.Rel == RelNmod && g.rules.is(classCalled, g.low[p]) {
		w.Rel = RelAppos
		return
	}
	by := w.Head
	noun := g.words[by].Head
	if by != i-1 || !g.rules.is(classCalled, g.low[by]) || noun < 0 || noun > by || !g.nominal(noun) {
		return
	}
	switch g.words[by].Rel {
	case RelAcl, RelNmod, RelAmod:
	default:
		return
	}
	w.Head, w.Rel = noun, RelAppos
	g.words[by].Head, g.words[by].Rel = i, RelAmod
	if g.words[by].POS == VERB {
		g.words[by].POS = ADJ // it tells no happening
	}
	g.findKids()
}

// repairPossessive makes an owner of a plural with an apostrophe that the tree takes for
// the subject beside its own: "the United States' National League suspended …".
func (g *Grammar) repairPossessive(i int) {
	w := &g.words[i]
	if w.POS != PUNCT || i == 0 || i+1 >= len(g.words) || !g.rules.is(classApostrophe, g.low[i]) || g.quoted(i) {
		return
	}
	owner := i - 1
	if low := g.low[owner]; !g.nominal(owner) || low[len(low)-1] != 's' {
		return
	}
	thing := i + 1
	for h := g.words[thing].Head; h > thing; h = g.words[thing].Head {
		if !g.nominal(h) {
			break
		}
		thing = h
	}
	if o := &g.words[owner]; !g.nominal(thing) || g.words[thing].Head != o.Head && g.words[thing].Head != owner {
		return
	}
	if g.words[thing].Head == owner {
		g.words[thing].Head, g.words[thing].Rel = g.words[owner].Head, g.words[owner].Rel
	}
	g.words[owner].Head, g.words[owner].Rel = thing, RelNmodPoss
	w.Head, w.Rel, w.POS = owner, RelCase, PART
	g.findKids()
}

// quoted reports whether a mark like that at word i opens or ends a quotation: there is
// another of them.
func (g *Grammar) quoted(i int) bool {
	for k := range g.low {
		if k != i && g.low[k] == g.low[i] {
			return true
		}
	}
	return false
}

// repairTitled makes an apposition of a name that the tree takes for a second subject of
// its verb though it stands right behind a noun in the phrase of the first: "two brothers
// of the footballer Sam Holm died".
func (g *Grammar) repairTitled(i int) {
	w := &g.words[i]
	if w.POS != PROPN || i == 0 || w.Head < i || w.Rel != RelNsubj && w.Rel != RelNsubjPass || g.child(i, RelCase, RelDet, RelCc) >= 0 {
		return
	}
	n := i - 1
	if g.words[n].POS != NOUN || g.words[n].Rel != RelNmod && g.words[n].Rel != RelNmodPoss {
		return
	}
	for h := g.words[n].Head; h >= 0 && h != w.Head; h = g.words[h].Head {
		if s := &g.words[h]; s.Head == w.Head && (s.Rel == RelNsubj || s.Rel == RelNsubjPass) {
			w.Head, w.Rel = n, RelAppos
			g.findKids()
			return
		}
	}
}
