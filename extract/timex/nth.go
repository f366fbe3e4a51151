package timex

// nth: the first Monday in May, the third week of March, the last day of the
// year, the first decade of the 20th century, the second day of Hanukkah. A
// negative n counts from the end.
func (r *resolver) nth(p *parts, x *raw) (point, reason, bool) {
	n := p.get(fOrd)
	y, why := r.year(p)
	m := p.get(fMonth)
	switch {
	case p.has(fFeast):
		return r.nthOfFeast(p, x)
	case p.has(fCentury) && p.get(fUnit) == unitDE && p.get(fEra) == 0 && p.get(fCentury) <= 30:
		if n < 0 {
			n += 11
		}
		return decadePoint(100*(p.get(fCentury)-1) + 10*(n-1)), reason{anchorText, "", Explicit}, n >= 1 && n <= 10
	case p.any(fCentury, fDecade, fMillen):
		return r.age(p)
	case m > 0 && why.basis == NoBasis:
		y, why = r.inferYear(x, m, 0, 0)
	case m == 0 && p.get(fUnit2) == unitM:
		c, a, rel, ok := r.monthFor(p)
		if !ok {
			return point{}, why, false
		}
		why = reason{a, direction(rel), Relative}
		pt, _, ok := nthOfMonth(p, n, r.monthOn(c, rel), why)
		if !ok || a != anchorDCT || rel != 0 {
			return pt, why, ok
		}
		return nthOfMonth(p, n, r.monthOn(c, r.off(pt, x)), why)
	case why.basis == NoBasis:
		return point{}, why, false
	}
	if why.basis == NoBasis {
		return point{}, why, false
	}
	if m == 0 {
		pt, _, ok := nthOfYear(p, n, y, why)
		if ok && p.has(fYMRel) && p.get(fYMRel) == 0 && why.anchor == anchorDCT {
			pt, _, ok = nthOfYear(p, n, y+r.off(pt, x), why)
		}
		return pt, why, ok
	}
	return nthOfMonth(p, n, civil{y, m, 1}, why)
}

// monthOn is a month some months on.
func (r *resolver) monthOn(c civil, rel int) civil { return addMonths(civil{c.y, c.m, 1}, rel) }

// off is how many months or years off "the last day of the month" or "of the
// year" lies: what is told as past is not to come.
func (r *resolver) off(pt point, x *raw) int {
	first, last, ok := pt.bounds()
	switch {
	case ok && x.tense == tensePast && first > r.dctDay:
		return -1
	case ok && x.tense.ahead() && last < r.dctDay:
		return 1
	}
	return 0
}

func nthOfMonth(p *parts, n int, c civil, why reason) (point, reason, bool) {
	y, m := c.y, c.m
	last := monthDays(y, m)
	switch {
	case p.has(fWeekday):
		d := nthWeekday(y, m, p.get(fWeekday), n)
		return dayPoint(d), why, date(d).m == m
	case p.get(fUnit) == unitD:
		if n < 0 {
			n += last + 1
		}
		return dayPoint(days(y, m, n)), why, n >= 1 && n <= last
	case p.get(fUnit) == unitW:
		day := nthWeekday(y, m, 4, n) // a week is of the month in which its Thursday lies
		wy, w := isoWeek(day)
		return unitPoint(gWeek, wy, 0, w), why, date(day).m == m
	case p.get(fUnit) == unitWE:
		sat := nthWeekday(y, m, 6, n)
		pt := unitPoint(gWeekend, 0, 0, 0)
		pt.y, pt.n = isoWeek(sat)
		return pt, why, date(sat).m == m
	case p.get(fUnit) == unitHY, p.get(fUnit) == unitDE:
		return unitPoint(gMonth, y, m, 0), why, true
	}
	return point{}, why, false
}

// nthOfFeast is a day of a feast that lasts.
func (r *resolver) nthOfFeast(p *parts, x *raw) (point, reason, bool) {
	base, n := *p, p.get(fOrd)
	base.drop(fOrd, fUnit)
	of, why, ok := r.point(&base, x)
	first, last, known := of.bounds()
	if !ok || !known {
		return point{}, why, false
	}
	day := first + n - 1
	if f := r.g.feasts[p.get(fFeast)]; f.how == "jewish" && f.length > 1 && p.get(fUnit) == unitD {
		day++ // given from the evening before
	}
	if n < 0 {
		day = last + n + 1
	}
	pt := dayPoint(day)
	pt.mod = of.mod
	return pt, why, day >= first && day <= last
}

func nthOfYear(p *parts, n, y int, why reason) (point, reason, bool) {
	switch {
	case p.has(fWeekday):
		d := nthWeekday(y, 1, p.get(fWeekday), n)
		if n < 0 {
			d = nthWeekday(y, 12, p.get(fWeekday), n)
		}
		return dayPoint(d), why, true
	}
	first, last := days(y, 1, 1), days(y, 12, 31)
	count := map[int]int{unitD: last - first + 1, unitW: isoWeeks(y), unitM: 12, unitQ: 4, unitHY: 2}[p.get(fUnit)]
	if n < 0 {
		n += count + 1
	}
	ok := n >= 1 && n <= count
	switch p.get(fUnit) {
	case unitD:
		return dayPoint(first + n - 1), why, ok
	case unitW:
		return unitPoint(gWeek, y, 0, n), why, ok
	case unitM:
		return unitPoint(gMonth, y, n, 0), why, ok
	case unitQ:
		return unitPoint(gQuarter, y, 0, n), why, ok
	case unitHY:
		return unitPoint(gHalf, y, 0, n), why, ok
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
