package timex

// offDate: a day counted from a date or a feast that is named with it, "two
// weeks before Christmas", "drei Tage nach dem 12. Januar".
func (r *resolver) offDate(p *parts, x *raw) (point, reason, bool) {
	base := *p
	base.drop(fDir, fNum, fUnit, fMod, fOrd, fWeekday)
	from, why, ok := r.point(&base, x)
	if !ok || from.noYear || from.noDay {
		return point{}, why, false
	}
	if p.has(fOrd) {
		pt, ok := nthFrom(from, p)
		return pt, why, ok
	}
	num := int(p.val(fNum))
	if !p.has(fNum) {
		num = 1000
	}
	if num < 0 {
		return point{}, why, false
	}
	why.choice = direction(p.get(fDir))
	if why.basis == Explicit {
		why.basis = Inferred
	}
	num *= p.get(fDir)
	first, last, ok := from.bounds()
	if !ok {
		return point{}, why, false
	}
	day := first
	if p.get(fDir) > 0 {
		day = last
	}
	c := date(day)
	switch p.get(fUnit) {
	case unitD, unitNI:
		return dayPoint(day + num/1000), why, from.grain == gDay
	case unitW, unitWE:
		return dayPoint(day + num*7/1000), why, from.grain == gDay
	case unitM:
		e := addMonths(c, num/1000)
		if from.grain == gDay {
			return dayPoint(days(e.y, e.m, e.d)), why, true
		}
		return unitPoint(gMonth, e.y, e.m, 0), why, from.grain == gMonth
	case unitY:
		e := addMonths(c, 12*num/1000)
		if from.grain == gYear {
			return unitPoint(gYear, e.y, 0, 0), why, true
		}
		return dayPoint(days(e.y, e.m, e.d)), why, from.grain == gDay
	}
	return point{}, why, false
}

// nthFrom is the nth of a weekday after or before a day: "the second Sunday after
// Easter".
func nthFrom(from point, p *parts) (point, bool) {
	first, last, ok := from.bounds()
	n := p.get(fOrd)
	if !ok || n < 1 {
		return point{}, false
	}
	if p.get(fDir) < 0 {
		back := (weekday(first) - p.get(fWeekday) + 6) % 7
		return dayPoint(first - 1 - back - 7*(n-1)), true
	}
	on := (p.get(fWeekday) - weekday(last) + 6) % 7
	return dayPoint(last + 1 + on + 7*(n-1)), true
}
