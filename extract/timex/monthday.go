package timex

// monthDay: 7 October 2023, 7 October, October, the 7th.
func (r *resolver) monthDay(p *parts, x *raw) (point, reason, bool) {
	y, why := r.year(p)
	m, d := p.get(fMonth), p.get(fDay)
	if m == 0 {
		return r.dayOfMonth(p, x)
	}
	known := why.basis != NoBasis
	if !known {
		y, why = r.inferYear(x, m, d, p.get(fWeekday))
	}
	var pt point
	if d == 0 {
		pt = unitPoint(gMonth, y, m, p.get(fHalf))
		pt.mod = [3]int{modNone, modSTART, modEND}[p.get(fHalf)]
	} else {
		pt = point{grain: gDay, y: y, m: m, d: d, hour: -1, sec: -1}
		if known && d > monthDays(y, m) {
			return pt, why, false
		}
	}
	if why.basis == NoBasis {
		pt.noYear = true
	}
	return pt, why, true
}

// dayOfMonth: a day whose month was mentioned before.
func (r *resolver) dayOfMonth(p *parts, x *raw) (point, reason, bool) {
	d := p.get(fDay)
	c, anchor, ok := r.mentionOr()
	hasMonth := anchor == anchorDCT || r.last.m > 0 && (r.last.grain == gDay || r.last.grain == gMonth)
	if !ok || !hasMonth {
		pt := point{grain: gDay, noYear: true, m: 0, d: d, hour: -1, sec: -1}
		return pt, reason{anchorNone, "open", NoBasis}, true
	}
	why := reason{anchor, "month", Inferred}
	if anchor == anchorMention && !r.narrative && r.hasDCT && x.start-r.lastEnd > 1500 {
		c, why.anchor = r.dct, anchorDCT
	}
	if w := p.get(fWeekday); w > 0 {
		best, found := civil{}, false
		for k := -6; k <= 6; k++ {
			e := addMonths(civil{c.y, c.m, 1}, k)
			if d <= monthDays(e.y, e.m) && weekday(days(e.y, e.m, d)) == w && (!found || abs(k) < abs((best.y-c.y)*12+best.m-c.m)) {
				best, found = e, true
			}
		}
		if found {
			c, why.choice = best, "weekday-agrees"
		}
	} else if why.anchor == anchorDCT {
		switch {
		case x.tense == tensePast && d > c.d:
			c = addMonths(civil{c.y, c.m, 1}, -1)
		case x.tense.ahead() && d < c.d:
			c = addMonths(civil{c.y, c.m, 1}, 1)
		}
	}
	if d > monthDays(c.y, c.m) {
		return point{}, why, false
	}
	return dayPoint(days(c.y, c.m, d)), why, true
}

// partOfYear: seasons, quarters, halves.
func (r *resolver) partOfYear(p *parts, x *raw) (point, reason, bool) {
	pt := unitPoint(gSeason, 0, 0, p.get(fSeason))
	month := 3*pt.n + 1
	if p.has(fQuarter) {
		pt.grain, pt.n = gQuarter, p.get(fQuarter)
		month = 3*pt.n - 1
	} else if p.has(fHalf) {
		pt.grain, pt.n = gHalf, p.get(fHalf)
		month = 6*pt.n - 3
	}
	y, why := r.year(p)
	if why.basis == NoBasis {
		y, why = r.inferYear(x, min(month, 12), 0, 0)
	}
	pt.y, pt.noYear = y, why.basis == NoBasis
	return pt, why, true
}
