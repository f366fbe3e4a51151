package timex

// shiftedDay: a day counted from a day that is named, "Freitag vor einer
// Woche", "two weeks ago Tuesday", "a week from Monday", "lundi en huit"; and
// a unit counted from the present one, "a year ago this month".
func (r *resolver) shiftedDay(p *parts, x *raw) (point, reason, bool) {
	why := reason{anchorDCT, direction(p.get(fDir)), Relative}
	if !r.hasDCT || r.narrative {
		return point{grain: gDay, noYear: true, noDay: true, hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
	}
	dir, num := p.get(fDir), int(p.val(fNum))
	if !p.has(fNum) {
		num = 1000
	}
	if num < 0 {
		return point{}, why, false
	}
	n := r.dctDay + p.get(fOffset)
	w := p.get(fWeekday)
	switch {
	case w > 0 && dir < 0:
		n -= floorMod(weekday(n)-w, 7)
	case w > 0:
		n += floorMod(w-weekday(n), 7)
	}
	count := dir * num / 1000
	c := date(n)
	switch p.get(fUnit) {
	case unitD, unitNI:
		n += count
	case unitW, unitWE:
		n += dir * num * 7 / 1000
	case unitM:
		n = r.onWeekday(addMonths(c, count), w)
	case unitY, unitDE:
		if p.get(fUnit) == unitDE {
			count *= 10
		}
		n = r.onWeekday(civil{c.y + count, c.m, min(c.d, monthDays(c.y+count, c.m))}, w)
	}
	switch e := date(n); p.get(fUnit2) {
	case unitW:
		y, wk := isoWeek(n)
		return unitPoint(gWeek, y, 0, wk), why, true
	case unitM:
		return unitPoint(gMonth, e.y, e.m, 0), why, true
	case unitY:
		return unitPoint(gYear, e.y, 0, 0), why, true
	}
	return dayPoint(n), why, true
}

// onWeekday is the day nearest to a date that falls on a weekday, if one is
// asked for.
func (r *resolver) onWeekday(c civil, w int) int {
	n := days(c.y, c.m, c.d)
	if w > 0 {
		n += floorMod(w-weekday(n)+3, 7) - 3
	}
	return n
}
