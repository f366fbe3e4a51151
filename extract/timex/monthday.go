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
		pt.mod = [4]int{modNone, modSTART, modEND, modEND}[p.get(fHalf)]
	} else {
		pt = point{grain: gDay, y: y, m: m, d: d, hour: -1, sec: -1}
		if why.basis != NoBasis && d > monthDays(y, m) {
			if known || !r.leapYear(&pt, x) {
				r.warn(x.span(), NoSuchDay, "there is no such day in the year that it seems to mean")
				return pt, why, false
			}
		}
	}
	if why.basis == NoBasis {
		pt.noYear = true
	}
	return pt, why, true
}

// leapYear moves a 29 February whose year was worked out to a year that has
// one: the last before where the text looks back, else the next one only.
func (r *resolver) leapYear(pt *point, x *raw) bool {
	step, n := 1, 1
	if x.tense == tensePast {
		step, n = -1, 7
	}
	for ; n > 0; n-- {
		if pt.y += step; pt.d <= monthDays(pt.y, pt.m) {
			return true
		}
	}
	return false
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
	c, ok = r.monthWith(p, x, c, why.anchor == anchorDCT)
	if !ok {
		return point{}, why, false
	}
	if p.has(fWeekday) {
		why.choice = "weekday-agrees"
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

// dayReach is how many months off a day with its weekday may lie.
const dayReach = 14

// monthWith is the month in which a day without one lies: the one at hand or,
// counted from publication, the nearest in the direction of the tense that has
// the day, on its weekday if that is given. A day of the present month that is
// over by the tense, or still to come, moves on.
func (r *resolver) monthWith(p *parts, x *raw, c civil, fromDCT bool) (civil, bool) {
	d, w := p.get(fDay), p.get(fWeekday)
	fits := func(e civil) bool {
		return d <= monthDays(e.y, e.m) && (w == 0 || weekday(days(e.y, e.m, d)) == w)
	}
	from, back, ahead := 0, true, true
	if fromDCT {
		switch {
		case x.tense == tensePast:
			ahead = false
			if d > c.d {
				from = -1
			}
		case x.tense.ahead() || x.tense == tensePlan:
			back = false
			if d < c.d {
				from = 1
			}
		case x.tense == tenseNow && d < c.d && w == 0:
			back, from = false, 1
		}
	}
	first := civil{c.y, c.m, 1}
	for k := 0; k <= dayReach; k++ {
		if e := addMonths(first, from-k); back && fits(e) {
			return e, true
		}
		if e := addMonths(first, from+k); ahead && fits(e) {
			return e, true
		}
	}
	return c, w > 0 && d <= monthDays(c.y, c.m)
}
