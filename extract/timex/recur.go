package timex

// recur finds what recurs only by the words before it: "every Tuesday and
// Thursday", "jedes Jahr im August", "chaque année à Noël".
func (g *grammar) recur(items []item, raws []raw, gaps []gap) {
	for k := 1; k < len(raws); k++ {
		a, b := &raws[k-1], &raws[k]
		if g.rules[a.rule].kind != kindSet || g.rules[b.rule].kind != kindDate {
			continue
		}
		switch {
		case a.parts.has(fWeekday) && (gaps[k].left == jointAnd || gaps[k].left == jointOr || gaps[k].left == jointComma) &&
			b.parts.only(fWeekday, fPart):
		case !a.parts.any(fWeekday, fMonth, fDay) && g.beside(items, a, b):
			switch a.parts.get(fUnit) {
			case unitY:
				if !b.parts.any(fMonth, fSeason, fFeast) || b.parts.any(fYear, fYY, fRel, fMRel, fYRel) {
					continue
				}
				g.yearly(&b.parts)
			case unitW:
				if !b.parts.only(fWeekday, fPart) {
					continue
				}
			default:
				continue
			}
		default:
			continue
		}
		b.rule = a.rule
	}
}

// beside reports whether at most two small words or commas stand between two
// expressions.
func (g *grammar) beside(items []item, a, b *raw) bool {
	if b.first-a.last > 2 || b.block != a.block {
		return false
	}
	for i := a.last; i < b.first; i++ {
		it := &items[i]
		if it.kind == markItem && it.mark != ',' || it.kind == numberItem || it.flags&capital != 0 || g.is(it, rolesFinite) {
			return false
		}
	}
	return true
}

// yearly turns a feast into the day on which it falls each year; one that
// moves is only known to come every year.
func (g *grammar) yearly(p *parts) {
	if !p.has(fFeast) {
		return
	}
	if f := &g.feasts[p.get(fFeast)]; f.how == "fixed" {
		p.put(fMonth, int32(f.n[0]))
		p.put(fDay, int32(f.n[1]))
		return
	}
	p.put(fUnit, unitY)
}
