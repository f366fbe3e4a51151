package syntax

// What a sentence says only on somebody's word: "according to prosecutors",
// "laut Anklage", "Berichten zufolge", "…, prosecutors allege". The words for
// those whose word is an accusation, and for what only goes round, stand in
// syntax/words.

// attributed finds a phrase at a predicate that names a source which alleges
// what it tells, or -1.
func (g *Grammar) attributed(h int) int {
	c := g.clause[h]
	for w := range g.words {
		if g.clause[w] != c || w == h {
			continue
		}
		switch g.words[w].Rel {
		case RelObl, RelOblUnmarked, RelAdvcl, RelNmod, RelParataxis, RelAdvmod, RelDep, RelOblArg, RelOblAgent, RelAppos, RelNmodPoss:
		default:
			continue
		}
		if g.onWordOf(w) && g.alleging(w) {
			return w
		}
	}
	return g.soSource(h)
}

// onWordOf reports whether a phrase says on whose word something is told.
func (g *Grammar) onWordOf(w int) bool {
	for _, p := range g.kids[w] {
		switch g.words[p].Rel {
		case RelCase, RelMark:
			if g.rules.is(classAttribution, g.Base(p)) || g.rules.is(classSaid, g.low[w]) && g.words[p].POS == ADP {
				return true
			}
		}
	}
	return false
}

// soSource finds the source that a sentence ends with: "…, so die Anklage."
func (g *Grammar) soSource(h int) int {
	last := len(g.words) - 1
	if !g.rules.verbFirst || g.words[h].Rel != RelRoot || last < 3 || g.words[last].POS != PUNCT {
		return -1
	}
	for k := last - 1; k > 1 && k > last-7; k-- {
		if g.words[k].POS == PUNCT {
			if g.rules.is(classAttribution, g.low[k+1]) && g.alleging(last-1) {
				return last - 1
			}
			return -1
		}
	}
	return -1
}

// alleging reports whether a phrase names a source whose word is an allegation:
// itself or by what belongs to it ("Angaben der Staatsanwaltschaft").
func (g *Grammar) alleging(w int) bool {
	if g.accuser(w) || g.rules.is(classRumour, g.low[w]) {
		return true
	}
	for _, k := range g.kids[w] {
		switch g.words[k].Rel {
		case RelNmod, RelNmodPoss, RelConj, RelCompound, RelAppos, RelFlat:
			if g.accuser(k) || g.rules.is(classRumour, g.low[k]) {
				return true
			}
		}
	}
	return false
}

// accuser reports whether a word is one of those who accuse: "prosecutors",
// "Anklage".
func (g *Grammar) accuser(w int) bool { return w >= 0 && g.rules.is(classAccuser, g.low[w]) }

// frame finds the verb of saying that ends a sentence and says whether it is so
// (", prosecutors allege."), by the order of words: trees hang it anywhere.
func (g *Grammar) frame(c int) (int, *governor) {
	last := len(g.words) - 1
	if g.Clauses[c].Kind != MainClause || last < 4 || g.words[last].POS != PUNCT {
		return -1, nil
	}
	v, comma := last-1, -1
	for k := v - 1; k > 0 && k > v-7 && comma < 0; k-- {
		switch g.words[k].POS {
		case PUNCT:
			comma = k
		case VERB, AUX, ADP, SCONJ, CCONJ:
			if !g.rules.verbFirst || k != v-1 {
				return -1, nil
			}
		}
	}
	if comma < 0 || comma == v-1 || g.low[comma] != "," || g.Clauses[c].Head > comma {
		return -1, nil
	}
	if g.rules.verbFirst {
		v = comma + 1
	}
	low := g.low[v]
	for _, row := range g.rules.governors["v:"+low] {
		if row.edges["that"] || row.edges["that@accuser"] && g.accuserBetween(comma, last) {
			return v, row
		}
	}
	return -1, nil
}

func (g *Grammar) accuserBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if g.accuser(k) {
			return true
		}
	}
	return false
}

// insertedFrame finds the verb of an insertion at a predicate that says on whose
// word it is told, and its row.
func (g *Grammar) insertedFrame(h int) (int, *governor) {
	for _, w := range g.kids[h] {
		if g.words[w].Rel != RelParataxis || w+1 >= len(g.words) {
			continue
		}
		first, last := g.span(w)
		if first == 0 || last >= len(g.words) || g.low[last] != "," || !g.comma(first) {
			continue
		}
		if row := g.row(w, []string{"that"}); row != nil && row.status != Happened {
			return w, row
		}
	}
	return -1, nil
}

// comma reports whether a word stands behind a comma, or behind the word that opens
// an insertion.
func (g *Grammar) comma(i int) bool {
	return g.low[i-1] == "," || i > 1 && g.low[i-2] == "," && g.rules.is(classAs, g.low[i-1])
}

// Source reports whether word i stands in the phrase that says on whose word a
// sentence rests: "according to the office", "nach Angaben der Behörde",
// "Behörden zufolge".
func (g *Grammar) Source(i int) bool {
	for n := 0; n < deepest && i >= 0; n++ {
		if p := g.Preposition(i); p >= 0 && g.words[p].POS == ADP && (g.rules.is(classAttribution, g.Base(p)) || g.rules.is(classSaid, g.low[i])) {
			return true
		}
		switch g.words[i].Rel {
		case RelNmod, RelNmodPoss, RelNmodDesc, RelNmodUnmarked, RelAmod, RelCompound, RelFlat, RelAppos, RelConj:
		default:
			return false
		}
		i = g.words[i].Head
	}
	return false
}
