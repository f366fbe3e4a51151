package timex

// Spans of days that no unit of the calendar covers.

func spanPoint(first, last int) point {
	pt := dayPoint(first)
	pt.grain, pt.n = gSpan, last
	return pt
}

// week turns a day into the week that is named by it, the present week into what
// is over of it, or a present week, month or year into what is left of it.
func (r *resolver) week(pt *point, flag int) bool {
	first, last, ok := pt.bounds()
	if !ok {
		return false
	}
	switch flag {
	case flagWeekOf:
		y, w := isoWeek(first)
		*pt = unitPoint(gWeek, y, 0, w)
		return true
	case flagWeekend:
		if w := weekday(first); w <= 2 { // the one nearest to it
			first -= w
		}
		y, w := isoWeek(first)
		*pt = unitPoint(gWeekend, y, 0, w)
		return true
	case flagWeekEnd:
		*pt = spanPoint(first-6, first)
		return true
	case flagWeekFrom:
		*pt = spanPoint(first, first+6)
		return true
	case flagWeekBefore:
		*pt = spanPoint(first-7, first-1)
		return true
	case flagWeekAfter:
		*pt = spanPoint(last+1, last+7)
		return true
	}
	if r.useMention() || !r.hasDCT || r.dctDay < first || r.dctDay > last {
		return true
	}
	if pt.grain == gDay || pt.grain != gWeek && flag != flagRest {
		return true
	}
	if flag != flagEarlier {
		*pt = spanPoint(min(r.dctDay, last), last)
	} else if r.dctDay > first {
		*pt = spanPoint(first, r.dctDay-1)
	}
	return true
}

// span is what a duration says of its length: "the first days of May" says
// days.
func (p *parts) span() *parts {
	if !p.has(fOrd) {
		return p
	}
	s := *p
	s.drop(fUnit2)
	if !p.has(fNum) {
		s.put(fNum, -1)
	}
	return &s
}

// lengthOn is where on the calendar a length lies, if it says so.
func (r *resolver) lengthOn(p *parts, x *raw) (point, reason, bool) {
	if p.has(fOrd) {
		return r.edge(p, x)
	}
	pt, ok := r.lately(p, x)
	return pt, reason{anchorDCT, direction(p.get(fRel)), Relative}, ok
}

// edge is the beginning or the end of a period that is named with it: "the
// first three months of 2023", "die letzten Tage des Januars". Without a
// number it is a third.
func (r *resolver) edge(p *parts, x *raw) (point, reason, bool) {
	base := *p
	base.drop(fOrd, fNum, fUnit)
	if u := p.get(fUnit2); u > 0 {
		base.drop(fUnit2)
		base.put(fUnit, int32(u))
		if !base.has(fRel) {
			base.put(fRel, 0)
		}
	}
	of, why, ok := r.point(&base, x)
	first, last, known := of.bounds()
	n := int(p.val(fNum)) / 1000
	if !ok || !known || why.basis == NoBasis || of.grain == gDay {
		return point{}, why, false
	}
	if n < 1 {
		of.mod = modSTART
		if p.get(fOrd) < 0 {
			of.mod = modEND
		}
		return of, why, true
	}
	from, to := date(first), date(last+1)
	switch p.get(fUnit) {
	case unitD, unitNI:
		from, to = date(first+n), date(last+1-n)
	case unitW:
		from, to = date(first+7*n), date(last+1-7*n)
	case unitM, unitQ, unitHY, unitY, unitDE:
		n *= map[int]int{unitM: 1, unitQ: 3, unitHY: 6, unitY: 12, unitDE: 120}[p.get(fUnit)]
		from, to = addMonths(from, n), addMonths(to, -n)
	default:
		return point{}, why, false
	}
	a, b := first, days(from.y, from.m, from.d)-1
	if p.get(fOrd) < 0 {
		a, b = days(to.y, to.m, to.d), last
	}
	return spanPoint(a, b), why, a >= first && b <= last
}

// lately is the span of "the last three weeks", "in den kommenden zehn Tagen":
// from as many units before publication up to it, or from it on. Years are
// whole years, as everywhere.
func (r *resolver) lately(p *parts, x *raw) (point, bool) {
	rel := p.get(fRel)
	if !r.hasDCT || r.narrative || rel == 0 || !p.has(fNum) || p.val(fNum) < 1000 || p.has(fUnit2) || rel > 0 && x.tense == tensePast {
		return point{}, false
	}
	n := int(p.val(fNum)) / 1000
	if n > 1000 {
		return point{}, false
	}
	if rel < 0 {
		n = -n
	}
	other := r.dctDay
	switch p.get(fUnit) {
	case unitH:
		if n > 0 {
			other += (n + 23) / 24
		} else {
			other += (n - 23) / 24
		}
	case unitD, unitNI:
		other += n
	case unitW:
		other += 7 * n
	case unitM, unitQ, unitHY:
		c := addMonths(r.dct, n*map[int]int{unitM: 1, unitQ: 3, unitHY: 6}[p.get(fUnit)])
		other = days(c.y, c.m, c.d)
	case unitY, unitDE, unitCE:
		n *= map[int]int{unitY: 1, unitDE: 10, unitCE: 100}[p.get(fUnit)]
		if n < 0 {
			return spanPoint(days(r.dct.y+n, 1, 1), days(r.dct.y-1, 12, 31)), true
		}
		return spanPoint(days(r.dct.y+1, 1, 1), days(r.dct.y+n, 12, 31)), true
	default:
		return point{}, false
	}
	return spanPoint(min(other, r.dctDay), max(other, r.dctDay)), true
}
