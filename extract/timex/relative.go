package timex

// relative: last week, this year, next Friday, the following month.
func (r *resolver) relative(p *parts, x *raw) (point, reason, bool) {
	rel, c, anchor := p.get(fRel), r.base(), r.baseAnchor()
	ok := anchor != anchorNone
	if p.has(fMRel) {
		rel = p.get(fMRel)
		c, anchor, ok = r.mentionOr()
	}
	why := reason{anchor, direction(rel), Relative}
	if !ok {
		return r.unresolved(p), reason{anchorNone, "open", NoBasis}, true
	}
	n := days(c.y, c.m, c.d)
	switch {
	case p.has(fFeast):
		return r.relFeast(p, rel, n, c, why)
	case p.has(fUnit):
		if why.anchor == anchorDCT && rel == 0 && p.has(fMod) && !p.has(fMRel) {
			rel = r.sideOfYear(p, x, n, c)
		}
		return r.relUnit(p, rel, n, c, why)
	case p.has(fWeekend):
		return relWeekend(rel, n, x.tense), why, true
	case p.has(fMonth):
		y := c.y
		switch {
		case rel < 0 && p.get(fMonth) >= c.m:
			y--
		case rel > 0 && p.get(fMonth) <= c.m:
			y++
		}
		if p.has(fDay) {
			return dayPoint(days(r.relDayYear(p, rel, c), p.get(fMonth), p.get(fDay))), why, true
		}
		return unitPoint(gMonth, y, p.get(fMonth), 0), why, true
	case p.has(fSeason):
		return relSeason(p.get(fSeason), rel, c), why, true
	case p.has(fQuarter):
		return relQuarter(p.get(fQuarter), rel, c), why, true
	case p.has(fHalf):
		y := c.y
		if rel < 0 && p.get(fHalf) >= (c.m+5)/6 {
			y--
		} else if rel > 0 && p.get(fHalf) <= (c.m+5)/6 {
			y++
		}
		return unitPoint(gHalf, y, 0, p.get(fHalf)), why, true
	case p.has(fWeekday):
		return relWeekday(p.get(fWeekday), rel, n, x.tense), why, true
	case p.any(fPart, fHour):
		if p.has(fMRel) && r.last.grain != gDay {
			return r.someDay(), why, true
		}
		return dayPoint(n + rel), why, true
	}
	return point{}, why, false
}

func direction(rel int) string {
	switch {
	case rel < 0:
		return "past"
	case rel > 0:
		return "future"
	}
	return "this"
}

// relDayYear is the year of "last 6 May".
func (r *resolver) relDayYear(p *parts, rel int, c civil) int {
	pos, at := p.get(fMonth)*32+p.get(fDay), c.m*32+c.d
	switch {
	case rel < 0 && pos >= at:
		return c.y - 1
	case rel > 0 && pos <= at:
		return c.y + 1
	}
	return c.y
}

// sideOfYear: "fell at the end of the year" lies in the year before, if the
// end of this one is still to come; "will fall at the beginning of the year"
// lies in the next.
func (r *resolver) sideOfYear(p *parts, x *raw, n int, c civil) int {
	pt, _, ok := r.relUnit(p, 0, n, c, reason{anchor: anchorDCT})
	a, b, known := pt.bounds()
	if !ok || !known {
		return 0
	}
	third := (b - a + 1) / 3
	switch {
	case x.tense == tensePast && p.get(fMod) == modEND && b-third > n+third/2:
		return -1
	case x.tense.ahead() && p.get(fMod) == modSTART && a+third < n:
		return 1
	}
	return 0
}

func (r *resolver) relUnit(p *parts, rel, n int, c civil, why reason) (point, reason, bool) {
	exact := why.anchor == anchorDCT || r.last.grain == gDay && !r.last.noDay
	switch p.get(fUnit) {
	case unitD, unitNI:
		if !exact {
			return r.someDay(), reason{why.anchor, "open", Relative}, true
		}
		return dayPoint(n + rel), why, true
	case unitW:
		if !exact && r.last.grain != gWeek && r.last.grain != gWeekend {
			return unitPoint(gWeek, c.y, 0, 0), reason{why.anchor, "open", Relative}, true
		}
		y, w := isoWeek(n + 7*rel)
		if p.has(fWeekday) {
			return dayPoint(weekMonday(y, w) + p.get(fWeekday) - 1), why, true
		}
		return unitPoint(gWeek, y, 0, w), why, true
	case unitWE:
		return relWeekend(rel, n, tenseNone), why, true
	case unitM:
		if !exact && r.last.grain != gMonth && r.last.grain != gDay && r.last.grain != gWeek {
			return unitPoint(gMonth, c.y, 0, 0), reason{why.anchor, "open", Relative}, true
		}
		e := addMonths(civil{c.y, c.m, 1}, rel)
		if d := p.get(fDay); d > 0 {
			return dayPoint(days(e.y, e.m, d)), why, d <= monthDays(e.y, e.m)
		}
		return unitPoint(gMonth, e.y, e.m, 0), why, true
	case unitQ:
		q := c.y*4 + (c.m-1)/3 + rel
		return unitPoint(gQuarter, floorDiv(q, 4), 0, floorMod(q, 4)+1), why, true
	case unitHY:
		h := c.y*2 + (c.m-1)/6 + rel
		return unitPoint(gHalf, floorDiv(h, 2), 0, floorMod(h, 2)+1), why, true
	case unitY:
		return unitPoint(gYear, c.y+rel, 0, 0), why, true
	case unitDE:
		return decadePoint(c.y + 10*rel), why, true
	case unitCE:
		return centuryPoint(c.y + 100*rel), why, true
	case unitML:
		return unitPoint(gMillen, (c.y-1)/1000*1000+1000*rel, 0, 0), why, c.y > 0
	case unitX:
		ref := []int{refPast, refPresent, refFuture}[min(max(rel, -1), 1)+1]
		return point{grain: gNone, n: ref}, why, true
	}
	return point{}, why, false
}

// unresolved keeps what is known of a relative expression without an anchor.
func (r *resolver) unresolved(p *parts) point {
	g := gDay
	switch p.get(fUnit) {
	case unitW:
		g = gWeek
	case unitM:
		g = gMonth
	case unitY, unitDE, unitCE:
		g = gYear
	}
	pt := point{grain: g, noYear: true, noDay: true, hour: -1, sec: -1, m: p.get(fMonth)}
	switch {
	case p.has(fWeekday):
		pt.wday, pt.grain = p.get(fWeekday), gDay
	case p.has(fSeason):
		pt.grain, pt.n = gSeason, p.get(fSeason)
	case p.has(fMonth) && p.has(fDay):
		pt.grain, pt.d, pt.noDay = gDay, p.get(fDay), false
	case p.has(fMonth):
		pt.grain = gMonth
	}
	return pt
}

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

// relSeason counts seasons in a row, so that January belongs to the winter
// that began the year before.
func relSeason(s, rel int, c civil) point {
	now := floorDiv(c.y*12+c.m-3, 3)
	seq := c.y*4 + s - 1
	switch {
	case rel < 0:
		for seq >= now {
			seq -= 4
		}
		for seq+4 < now {
			seq += 4
		}
	case rel > 0:
		for seq <= now {
			seq += 4
		}
		for seq-4 > now {
			seq -= 4
		}
	case seq-now > 2:
		seq -= 4
	}
	return unitPoint(gSeason, floorDiv(seq, 4), 0, floorMod(seq, 4)+1)
}

func relQuarter(q, rel int, c civil) point {
	now, y := (c.m+2)/3, c.y
	switch {
	case rel < 0 && q >= now:
		y--
	case rel > 0 && q <= now:
		y++
	}
	return unitPoint(gQuarter, y, 0, q)
}

func (r *resolver) relFeast(p *parts, rel, n int, c civil, why reason) (point, reason, bool) {
	f := &r.g.feasts[p.get(fFeast)]
	y := c.y
	day, ok := f.day(y)
	if !ok {
		return point{}, why, false
	}
	switch {
	case rel < 0 && day >= n:
		y--
	case rel > 0 && day <= n:
		y++
	}
	if day, ok = f.day(y); !ok {
		return point{}, why, false
	}
	pt := dayPoint(day)
	if f.approx {
		pt.mod = modAPPROX
	}
	return pt, why, true
}

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
		c, a, ok := r.mentionOr()
		if !ok {
			return point{}, why, false
		}
		y, m, why = c.y, c.m, reason{a, "month", Inferred}
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
		day := days(y, m, 1) + 7*(n-1)
		if n < 0 {
			day = days(y, m, last)
		}
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
		return pt, why, n <= 5
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
