package timex

// shifted: two weeks ago, in three months, four days later.
func (r *resolver) shifted(p *parts) (point, reason, bool) {
	dir, anchor := p.get(fDir), anchorDCT
	c, ok := r.dct, r.hasDCT
	exact := true // the anchor is a day
	if p.has(fMDir) {
		dir = p.get(fMDir)
		c, anchor, ok = r.mentionOr()
		exact = r.last.grain == gDay && !r.last.noDay || r.last.grain == gNone
	} else if r.useMention() {
		c, anchor, ok = r.lastCivil(), anchorMention, true
		exact = r.last.grain == gDay && !r.last.noDay
	}
	num := p.get(fNum)
	if !p.has(fNum) {
		num = 1000
	}
	why := reason{anchor, "", Relative}
	if num < 0 || !ok {
		ref := refPast
		if dir > 0 {
			ref = refFuture
		}
		return point{grain: gNone, n: ref}, reason{anchor, "open", NoBasis}, true
	}
	unit := p.get(fUnit)
	switch unit {
	case unitS, unitMin, unitH:
		return r.shiftedHours(p, c, dir*num/1000, unit, why)
	case unitD, unitNI, unitW, unitWE:
		return r.shiftedDays(c, dir*num, unit, exact, why)
	}
	return r.shiftedMonths(c, dir*num, unit, exact, why)
}

// shiftedDays counts thousandths of days or weeks from a day.
func (r *resolver) shiftedDays(c civil, num, unit int, exact bool, why reason) (point, reason, bool) {
	day := days(c.y, c.m, c.d)
	open := reason{why.anchor, "open", Relative}
	switch {
	case unit == unitD || unit == unitNI:
		if !exact {
			return r.someDay(), open, true
		}
		return dayPoint(day + num/1000), why, true
	case !exact:
		return unitPoint(gWeek, c.y, 0, 0), open, true
	case num%1000 != 0:
		return dayPoint(day + num*7/1000), why, true
	}
	y, w := isoWeek(day + 7*num/1000)
	pt := unitPoint(gWeek, y, 0, w)
	if unit == unitWE {
		pt.grain = gWeekend
	}
	return pt, why, true
}

// shiftedMonths counts thousandths of months or more from a month.
func (r *resolver) shiftedMonths(c civil, num, unit int, exact bool, why reason) (point, reason, bool) {
	switch unit {
	case unitM, unitQ, unitHY:
		if !exact && r.last.grain != gMonth {
			return unitPoint(gMonth, c.y, 0, 0), reason{why.anchor, "open", Relative}, true
		}
		e := addMonths(c, num*map[int]int{unitM: 1, unitQ: 3, unitHY: 6}[unit]/1000)
		return unitPoint(gMonth, e.y, e.m, 0), why, true
	case unitY:
		if num%1000 != 0 {
			e := addMonths(c, num*12/1000)
			return unitPoint(gMonth, e.y, e.m, 0), why, true
		}
		return unitPoint(gYear, c.y+num/1000, 0, 0), why, true
	case unitDE:
		return decadePoint(c.y + num/100), why, true
	case unitCE:
		return centuryPoint(c.y + num/10), why, true
	}
	return point{}, why, false
}

// shiftedHours: two hours ago, in ten minutes.
func (r *resolver) shiftedHours(p *parts, c civil, n, unit int, why reason) (point, reason, bool) {
	pt := dayPoint(days(c.y, c.m, c.d))
	if why.anchor != anchorDCT || r.dctTime[0] < 0 {
		if n > -24 && n < 24 || unit != unitH {
			return pt, reason{why.anchor, "same-day", Relative}, true
		}
		return dayPoint(days(c.y, c.m, c.d) + n/24), why, true
	}
	minutes := r.dctTime[0]*60 + r.dctTime[1]
	switch unit {
	case unitH:
		minutes += 60 * int(p.val(fNum)) * n / max(1, abs(n)) / 1000
		if !p.has(fNum) {
			minutes += 60 * n
		}
	case unitMin:
		minutes += n
	}
	day := days(c.y, c.m, c.d) + floorDiv(minutes, 1440)
	pt = dayPoint(day)
	pt.hour, pt.min = floorMod(minutes, 1440)/60, floorMod(minutes, 60)
	return pt, why, true
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// shiftedDay: a day counted from a day that is named, "Freitag vor einer
// Woche", "two weeks ago Tuesday", "a week from Monday", "lundi en huit"; and
// a unit counted from the present one, "a year ago this month".
func (r *resolver) shiftedDay(p *parts, x *raw) (point, reason, bool) {
	why := reason{anchorDCT, direction(p.get(fDir)), Relative}
	if !r.hasDCT || r.narrative {
		return point{grain: gDay, noYear: true, noDay: true, hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
	}
	if p.has(fOrd) { // "two Fridays ago"
		pt, ok := nthFrom(dayPoint(r.dctDay), p)
		return pt, why, ok
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
