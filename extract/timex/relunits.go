package timex

// sideOfYear: "fell at the end of the year" lies in the year before, if the
// end of this one is still to come; "will fall at the beginning of the year"
// lies in the next.
func (r *resolver) sideOfYear(p *parts, x *raw, n int, c civil) int {
	pt, _, ok := r.relUnit(p, 0, n, c, reason{anchor: anchorDCT})
	a, b, known := pt.bounds()
	if !ok || !known {
		return 0
	}
	third := (b - a + 1) / 3
	switch {
	case x.tense == tensePast && p.get(fMod) == modEND && b-third > n+third/2:
		return -1
	case x.tense.ahead() && p.get(fMod) == modSTART && a+third < n:
		return 1
	}
	return 0
}

func (r *resolver) relUnit(p *parts, rel, n int, c civil, why reason) (point, reason, bool) {
	exact := why.anchor == anchorDCT || r.last.grain == gDay && !r.last.noDay
	switch p.get(fUnit) {
	case unitD, unitNI:
		if !exact {
			return r.someDay(), reason{why.anchor, "open", Relative}, true
		}
		return dayPoint(n + rel), why, true
	case unitW:
		if !exact && r.last.grain != gWeek && r.last.grain != gWeekend {
			return unitPoint(gWeek, c.y, 0, 0), reason{why.anchor, "open", Relative}, true
		}
		y, w := isoWeek(n + 7*rel)
		if p.has(fWeekday) {
			return dayPoint(weekMonday(y, w) + p.get(fWeekday) - 1), why, true
		}
		return unitPoint(gWeek, y, 0, w), why, true
	case unitWE:
		return relWeekend(rel, n, tenseNone), why, true
	case unitM:
		if !exact && r.last.grain != gMonth && r.last.grain != gDay && r.last.grain != gWeek {
			return unitPoint(gMonth, c.y, 0, 0), reason{why.anchor, "open", Relative}, true
		}
		e := addMonths(civil{c.y, c.m, 1}, rel)
		if d := p.get(fDay); d > 0 {
			return dayPoint(days(e.y, e.m, d)), why, d <= monthDays(e.y, e.m)
		}
		return unitPoint(gMonth, e.y, e.m, 0), why, true
	case unitQ:
		q := c.y*4 + (c.m-1)/3 + rel
		return unitPoint(gQuarter, floorDiv(q, 4), 0, floorMod(q, 4)+1), why, true
	case unitHY:
		h := c.y*2 + (c.m-1)/6 + rel
		return unitPoint(gHalf, floorDiv(h, 2), 0, floorMod(h, 2)+1), why, true
	case unitY:
		return unitPoint(gYear, c.y+rel, 0, 0), why, true
	case unitDE:
		return decadePoint(c.y + 10*rel), why, true
	case unitCE:
		return centuryPoint(c.y + 100*rel), why, true
	case unitML:
		return unitPoint(gMillen, (c.y-1)/1000*1000+1000*rel, 0, 0), why, c.y > 0
	case unitX:
		ref := []int{refPast, refPresent, refFuture}[min(max(rel, -1), 1)+1]
		return point{grain: gNone, n: ref}, why, true
	}
	return point{}, why, false
}

// relSeason counts seasons in a row, so that January belongs to the winter
// that began the year before.
func relSeason(s, rel int, c civil) point {
	now := floorDiv(c.y*12+c.m-3, 3)
	seq := c.y*4 + s - 1
	switch {
	case rel < 0:
		for seq >= now {
			seq -= 4
		}
		for seq+4 < now {
			seq += 4
		}
	case rel > 0:
		for seq <= now {
			seq += 4
		}
		for seq-4 > now {
			seq -= 4
		}
	case seq-now > 2:
		seq -= 4
	}
	return unitPoint(gSeason, floorDiv(seq, 4), 0, floorMod(seq, 4)+1)
}

func relQuarter(q, rel int, c civil) point {
	now, y := (c.m+2)/3, c.y
	switch {
	case rel < 0 && q >= now:
		y--
	case rel > 0 && q <= now:
		y++
	}
	return unitPoint(gQuarter, y, 0, q)
}
