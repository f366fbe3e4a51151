package timex

// Spans of days that no unit of the calendar covers.

func spanPoint(first, last int) point {
	pt := dayPoint(first)
	pt.grain, pt.n = gSpan, last
	return pt
}

// week turns a day into the week that is named by it, or the present week into
// what is over or left of it.
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
	case flagWeekEnd:
		*pt = spanPoint(first-6, first)
		return true
	case flagWeekFrom:
		*pt = spanPoint(first, first+6)
		return true
	}
	if r.useMention() || !r.hasDCT || r.dctDay < first || r.dctDay > last || pt.grain != gWeek {
		return true
	}
	if flag == flagRest {
		*pt = spanPoint(min(r.dctDay, last), last)
	} else if r.dctDay > first {
		*pt = spanPoint(first, r.dctDay-1)
	}
	return true
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
	case unitY:
		if n < 0 {
			return spanPoint(days(r.dct.y+n, 1, 1), days(r.dct.y-1, 12, 31)), true
		}
		return spanPoint(days(r.dct.y+1, 1, 1), days(r.dct.y+n, 12, 31)), true
	default:
		return point{}, false
	}
	return spanPoint(min(other, r.dctDay), max(other, r.dctDay)), true
}
