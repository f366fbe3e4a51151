package timex

// A bare number is a year only if nothing speaks for a count. Words beside it
// are tested by the tables; what is tested here needs the whole sentence.

// withoutCounts drops the years of weak rules from sentences that count with
// numbers of the same size ("1745 Stimmen, ihre Gegner 1699"), pairs that
// run backwards ("1500 to 1200"), and what the tree says is none.
func (g *grammar) withoutCounts(items []item, block []raw, t trees) []raw {
	at, from := 0, 0 // the sentence's first item and its first expression
	kept := block[:0]
	for from < len(block) {
		end := at
		for end < len(items) && !boundary(items, end, false) {
			end++
		}
		to := from
		for to < len(block) && int(block[to].first) <= end {
			to++
		}
		count := g.firstCount(items, block[from:to], at, end)
		for k := from; k < to; k++ {
			x := &block[k]
			if g.rules[x.rule].weak && (int(x.first) > count && bare(items, x) || g.dated(items, block, k)) || g.backward(items, block, k) || g.figure(items, x, t) {
				continue
			}
			kept = append(kept, *x)
		}
		at, from = end+1, to
	}
	return kept
}

// firstCount is the first number of the size of a year that stands outside
// all expressions of the items [at, end), or end.
func (g *grammar) firstCount(items []item, block []raw, at, end int) int {
	weak := false
	for k := range block {
		weak = weak || g.rules[block[k].rule].weak
	}
	if !weak {
		return end
	}
	k := 0
	for i := at; i < end; i++ {
		for k < len(block) && int(block[k].last) <= i {
			k++
		}
		if it := &items[i]; it.kind == numberItem && it.digits == 4 && it.num >= 1000 && it.num < 3000 &&
			(k == len(block) || i < int(block[k].first)) && whole4(items, i) {
			return i
		}
	}
	return end
}

// whole4 reports whether a number is no part of a longer figure.
func whole4(items []item, i int) bool {
	if items[i].flags&glued != 0 {
		return false
	}
	return i+2 >= len(items) || items[i+1].flags&glued == 0 || items[i+1].kind == markItem && items[i+2].flags&glued == 0
}

// bare reports whether nothing follows an expression in its clause.
func bare(items []item, x *raw) bool {
	return int(x.last) == len(items) || items[x.last].kind == markItem && items[x.last].mark != '-'
}

// dated reports whether expression k has a year of its own right behind it,
// and so is a count: "1700 im vergangenen Jahr", "1700 in 2011".
func (g *grammar) dated(items []item, block []raw, k int) bool {
	if k+1 == len(block) {
		return false
	}
	a, b := &block[k], &block[k+1]
	switch {
	case b.first == a.last:
		return b.parts.any(fRel, fYRel)
	case b.first-a.last != 1 || !b.parts.any(fYear, fYY, fRel, fYRel):
		return false
	}
	it := &items[a.last]
	return it.kind == wordItem && !g.is(it, roleTo|roleJoin)
}

// backward reports whether expression k is an end of a pair of years of which
// the second is the earlier one.
func (g *grammar) backward(items []item, block []raw, k int) bool {
	for _, p := range [2]int{k - 1, k} {
		if p < 0 || p+1 >= len(block) {
			continue
		}
		a, b := &block[p], &block[p+1]
		if a.last-a.first == 1 && b.last-b.first == 1 && b.first-a.last <= 2 && a.parts.has(fYear) && b.parts.has(fYear) &&
			a.parts.val(fYear) > b.parts.val(fYear) && g.joint(items, int(a.last), int(b.first), true) == jointTo {
			return true
		}
	}
	return false
}
