package timex

// nth: the first Monday in May, the third week of March, the last day of the
// year, the second half of the 15th century.
func (r *resolver) nth(p *parts, x *raw) (point, reason, bool) {
	n := p.get(fOrd)
	y, why := r.year(p)
	m := p.get(fMonth)
	switch {
	case p.any(fCentury, fDecade, fMillen):
		return r.age(p)
	case m > 0 && why.basis == NoBasis:
		y, why = r.inferYear(x, m, 0, 0)
	case m == 0 && p.get(fUnit2) == unitM:
		c, a, rel, ok := r.monthFor(p)
		if !ok {
			return point{}, why, false
		}
		c = addMonths(civil{c.y, c.m, 1}, rel)
		y, m, why = c.y, c.m, reason{a, direction(rel), Relative}
	case why.basis == NoBasis:
		return point{}, why, false
	}
	if why.basis == NoBasis {
		return point{}, why, false
	}
	if m == 0 {
		return nthOfYear(p, n, y, why)
	}
	last := monthDays(y, m)
	switch {
	case p.has(fWeekday):
		d := nthWeekday(y, m, p.get(fWeekday), n)
		return dayPoint(d), why, date(d).m == m
	case p.get(fUnit) == unitD:
		if n < 0 {
			n = last
		}
		return dayPoint(days(y, m, n)), why, n <= last
	case p.get(fUnit) == unitW, p.get(fUnit) == unitWE:
		day := nthWeekday(y, m, 4, n) // a week is of the month in which its Thursday lies
		wy, w := isoWeek(day)
		pt := unitPoint(gWeek, wy, 0, w)
		if p.get(fUnit) == unitWE {
			pt.grain = gWeekend
			first := days(y, m, 1)
			sat := first + (6-weekday(first)+7)%7 + 7*(n-1)
			if n < 0 {
				sat = nthWeekday(y, m, 6, -1)
			}
			pt.y, pt.n = isoWeek(sat)
		}
		return pt, why, n <= 5 && date(day).m == m
	case p.get(fUnit) == unitHY, p.get(fUnit) == unitDE:
		return unitPoint(gMonth, y, m, 0), why, true
	}
	return point{}, why, false
}

func nthOfYear(p *parts, n, y int, why reason) (point, reason, bool) {
	switch {
	case p.has(fWeekday):
		d := nthWeekday(y, 1, p.get(fWeekday), n)
		if n < 0 {
			d = nthWeekday(y, 12, p.get(fWeekday), -1)
		}
		return dayPoint(d), why, true
	}
	switch p.get(fUnit) {
	case unitD:
		if n < 0 {
			return dayPoint(days(y, 12, 31)), why, true
		}
		return dayPoint(days(y, 1, 1) + n - 1), why, n <= 366
	case unitW:
		if n < 0 {
			wy, w := isoWeek(days(y, 12, 28))
			return unitPoint(gWeek, wy, 0, w), why, true
		}
		return unitPoint(gWeek, y, 0, n), why, n <= 53
	case unitM:
		if n < 0 {
			n = 12
		}
		return unitPoint(gMonth, y, n, 0), why, n <= 12
	case unitQ:
		if n < 0 {
			n = 4
		}
		return unitPoint(gQuarter, y, 0, n), why, n <= 4
	case unitHY:
		if n < 0 {
			n = 2
		}
		return unitPoint(gHalf, y, 0, n), why, n <= 2
	}
	return point{}, why, false
}

// monthFor is the month that "of this month", "of next month" or "of the month"
// counts from, and how many months on.
func (r *resolver) monthFor(p *parts) (civil, string, int, bool) {
	if p.has(fMRel) {
		c, a, ok := r.mentionOr()
		return c, a, p.get(fMRel), ok
	}
	if p.has(fRel) && !r.useMention() {
		return r.dct, anchorDCT, p.get(fRel), r.hasDCT
	}
	c, a, ok := r.mentionOr()
	return c, a, p.get(fRel), ok
}
