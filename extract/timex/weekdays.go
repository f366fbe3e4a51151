package timex

func relWeekday(w, rel, n int, t tense) point {
	back, ahead := floorMod(weekday(n)-w, 7), floorMod(w-weekday(n), 7)
	switch {
	case rel < 0:
		if back == 0 {
			back = 7
		}
		return dayPoint(n - back + 7*(rel+1))
	case rel > 0:
		if ahead == 0 {
			ahead = 7
		}
		return dayPoint(n + ahead + 7*(rel-1))
	case t == tensePast:
		return dayPoint(n - back)
	}
	return dayPoint(n + ahead)
}

func relWeekend(rel, n int, t tense) point {
	switch {
	case rel < 0:
		n -= 7
	case rel > 0 && weekday(n) >= 6:
		n += 7
	case rel == 0 && t == tensePast && weekday(n) <= 3:
		n -= 7
	}
	y, w := isoWeek(n)
	return unitPoint(gWeekend, y, 0, w)
}

// weekdayOnly: the nearest day of that name in the direction of the tense.
func (r *resolver) weekdayOnly(p *parts, x *raw) (point, reason, bool) {
	w := p.get(fWeekday)
	n, why, ok := r.dctDay, reason{anchorDCT, "", Relative}, r.hasDCT
	if r.useMention() {
		c := r.lastCivil()
		n, why.anchor, ok = days(c.y, c.m, c.d), anchorMention, true
		if r.last.grain != gDay || r.last.noDay {
			ok = false
		}
	}
	if !ok {
		return point{grain: gDay, noYear: true, wday: w, hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
	}
	if x.joined && !x.parts.has(fHour) && r.hasDay && x.start-r.dayEnd < 40 {
		return dayPoint(r.day + floorMod(w-weekday(r.day), 7)), reason{anchorMention, "next", Relative}, true
	}
	before := n - floorMod(weekday(n)-w, 7)
	after := n + floorMod(w-weekday(n), 7)
	if why.anchor == anchorMention {
		return dayPoint(after), reason{anchorMention, "next", Relative}, true
	}
	switch {
	case before == after:
		return dayPoint(n), reason{anchorDCT, "this", Relative}, true
	case x.tense.ahead(), x.tense == tensePlan, x.tense == tensePresent, x.tense == tenseNow:
		return dayPoint(after), reason{anchorDCT, "future", Relative}, true
	case x.tense == tensePast:
		return dayPoint(before), reason{anchorDCT, "past", Relative}, true
	case r.g.settings["weekday-default"] == "future":
		return dayPoint(after), reason{anchorDCT, "default", Relative}, true
	}
	return dayPoint(before), reason{anchorDCT, "default", Relative}, true
}

func (r *resolver) weekendOnly(p *parts, x *raw) (point, reason, bool) {
	c := r.base()
	anchor := r.baseAnchor()
	if anchor == anchorNone {
		return unitPoint(gWeekend, 0, 0, 0).yearless(), reason{anchorNone, "open", NoBasis}, true
	}
	n := days(c.y, c.m, c.d)
	choice := "this"
	if wd := weekday(n); wd < 6 && anchor == anchorDCT {
		switch {
		case x.tense == tensePast, !x.tense.ahead() && wd <= 3:
			n -= 7
			choice = "past"
		case x.tense.ahead():
			choice = "future"
		}
	}
	y, w := isoWeek(n)
	return unitPoint(gWeekend, y, 0, w), reason{anchor, choice, Relative}, true
}

func (p point) yearless() point {
	p.noYear = true
	return p
}
