package timex

// relative: last week, this year, next Friday, the following month.
func (r *resolver) relative(p *parts, x *raw) (point, reason, bool) {
	rel, c, anchor := p.get(fRel), r.base(), r.baseAnchor()
	ok := anchor != anchorNone
	if p.has(fMRel) {
		rel = p.get(fMRel)
		c, anchor, ok = r.mentionOr()
	}
	why := reason{anchor, direction(rel), Relative}
	if !ok {
		return r.unresolved(p), reason{anchorNone, "open", NoBasis}, true
	}
	n := days(c.y, c.m, c.d)
	switch {
	case p.has(fFeast):
		return r.relFeast(p, rel, n, c, why)
	case p.has(fUnit):
		if why.anchor == anchorDCT && rel == 0 && p.has(fMod) && !p.has(fMRel) {
			if y, ok := r.yearOfContext(x, 12); ok && p.get(fUnit) == unitY && x.tense == tensePast {
				c.y, why.anchor = y, anchorMention
			} else {
				rel = r.sideOfYear(p, x, n, c)
			}
		}
		return r.relUnit(p, rel, n, c, why)
	case p.has(fWeekend):
		return relWeekend(rel, n, x.tense), why, true
	case p.has(fMonth):
		y := c.y
		switch {
		case rel < 0 && p.get(fMonth) >= c.m:
			y += rel
		case rel < 0:
			y += rel + 1
		case rel > 0 && p.get(fMonth) <= c.m:
			y += rel
		case rel > 0:
			y += rel - 1
		}
		if p.has(fDay) {
			return dayPoint(days(r.relDayYear(p, rel, c), p.get(fMonth), p.get(fDay))), why, true
		}
		return unitPoint(gMonth, y, p.get(fMonth), 0), why, true
	case p.has(fSeason):
		return relSeason(p.get(fSeason), rel, c), why, true
	case p.has(fQuarter):
		return relQuarter(p.get(fQuarter), rel, c), why, true
	case p.has(fHalf):
		y := c.y
		if rel < 0 && p.get(fHalf) >= (c.m+5)/6 {
			y--
		} else if rel > 0 && p.get(fHalf) <= (c.m+5)/6 {
			y++
		}
		return unitPoint(gHalf, y, 0, p.get(fHalf)), why, true
	case p.has(fWeekday):
		return relWeekday(p.get(fWeekday), rel, n, x.tense), why, true
	case p.any(fPart, fHour):
		if p.has(fMRel) && r.last.grain != gDay {
			return r.someDay(), why, true
		}
		return dayPoint(n + rel), why, true
	}
	return point{}, why, false
}

func direction(rel int) string {
	switch {
	case rel < 0:
		return "past"
	case rel > 0:
		return "future"
	}
	return "this"
}

// relDayYear is the year of "last 6 May".
func (r *resolver) relDayYear(p *parts, rel int, c civil) int {
	pos, at := p.get(fMonth)*32+p.get(fDay), c.m*32+c.d
	switch {
	case rel < 0 && pos >= at:
		return c.y - 1
	case rel > 0 && pos <= at:
		return c.y + 1
	}
	return c.y
}

// unresolved keeps what is known of a relative expression without an anchor.
func (r *resolver) unresolved(p *parts) point {
	g := gDay
	switch p.get(fUnit) {
	case unitW:
		g = gWeek
	case unitM:
		g = gMonth
	case unitY, unitDE, unitCE:
		g = gYear
	}
	pt := point{grain: g, noYear: true, noDay: true, hour: -1, sec: -1, m: p.get(fMonth)}
	switch {
	case p.has(fWeekday):
		pt.wday, pt.grain = p.get(fWeekday), gDay
	case p.has(fSeason):
		pt.grain, pt.n = gSeason, p.get(fSeason)
	case p.has(fMonth) && p.has(fDay):
		pt.grain, pt.d, pt.noDay = gDay, p.get(fDay), false
	case p.has(fMonth):
		pt.grain = gMonth
	}
	return pt
}
