package timex

// point works out where on the calendar an expression lies, without its time
// of day.
func (r *resolver) point(p *parts, x *raw) (point, reason, bool) {
	switch {
	case p.has(fDir) && p.any(fOffset, fWeekday, fUnit2):
		return r.shiftedDay(p, x)
	case p.has(fOffset):
		return r.deictic(p)
	case p.has(fMOffset):
		return r.fromMention(p)
	case p.any(fDir, fMDir):
		return r.shifted(p)
	case p.has(fOrd) && p.any(fUnit, fWeekday, fWeekend) && !p.any(fRel, fMRel):
		return r.nth(p, x)
	case p.any(fRel, fMRel):
		return r.relative(p, x)
	case p.has(fFeast):
		return r.feastDay(p, x)
	case p.any(fDecade, fCentury, fMillen):
		return r.age(p)
	case p.any(fMonth, fDay):
		return r.monthDay(p, x)
	case p.any(fSeason, fQuarter, fHalf):
		return r.partOfYear(p, x)
	case p.has(fWeek):
		y, why := r.year(p)
		if why.basis == NoBasis {
			y, why = r.base().y, reason{r.baseAnchor(), "year", Inferred}
		}
		return unitPoint(gWeek, y, 0, p.get(fWeek)), why, p.get(fWeek) >= 1 && p.get(fWeek) <= 53
	case p.any(fYear, fYY, fYRel, fYMRel):
		y, why := r.year(p)
		return unitPoint(gYear, y, 0, 0), why, why.basis != NoBasis
	case p.has(fWeekday):
		return r.weekdayOnly(p, x)
	case p.has(fWeekend):
		return r.weekendOnly(p, x)
	case p.any(fPart, fHour, fNoon):
		return r.timeOnly(p, x)
	}
	return point{}, reason{}, false
}

// base is the day that relative expressions are counted from: publication in
// news, the last mention in a narrative.
func (r *resolver) base() civil {
	if r.useMention() {
		return r.lastCivil()
	}
	return r.dct
}

func (r *resolver) useMention() bool {
	return r.last.grain != gNone && (r.narrative || !r.hasDCT)
}

func (r *resolver) baseAnchor() string {
	switch {
	case r.useMention():
		return anchorMention
	case r.hasDCT:
		return anchorDCT
	}
	return anchorNone
}

// lastCivil is the first day of the last mention; the day itself if it was one.
func (r *resolver) lastCivil() civil {
	p := r.last
	switch {
	case p.grain == gDay && !p.noDay && p.m > 0:
		return civil{p.y, p.m, p.d}
	case p.m > 0 && (p.grain == gMonth || p.grain == gDay):
		return civil{p.y, p.m, 1}
	}
	if a, _, ok := p.bounds(); ok {
		return date(a)
	}
	return civil{p.y, 1, 1}
}

// mentionOr gives the last mention, or publication if there was none.
func (r *resolver) mentionOr() (civil, string, bool) {
	if r.last.grain != gNone {
		return r.lastCivil(), anchorMention, true
	}
	return r.dct, anchorDCT, r.hasDCT && !r.narrative
}

// year is the year that an expression states or points at; basis NoBasis if
// it does neither.
func (r *resolver) year(p *parts) (int, reason) {
	switch {
	case p.has(fYear):
		y := p.get(fYear)
		if p.get(fEra) == 1 {
			y = 1 - y
		}
		return y, reason{anchorText, "", Explicit}
	case p.has(fYY):
		return r.century(p.get(fYY)), reason{anchorText, "century", Inferred}
	case p.has(fYRel):
		if c, ok := r.base(), r.hasDCT || r.useMention(); ok {
			return c.y + p.get(fYRel), reason{r.baseAnchor(), "year", Relative}
		}
	case p.has(fYMRel):
		if c, a, ok := r.mentionOr(); ok {
			return c.y + p.get(fYMRel), reason{a, "year", Relative}
		}
	}
	return 0, reason{anchorNone, "", NoBasis}
}

// century completes a year of two digits: the nearest to the last mention in
// a narrative, else the latest that is not far in the future.
func (r *resolver) century(yy int) int {
	ref := r.dct.y
	if !r.hasDCT {
		ref = 2000
	}
	if r.narrative && r.last.grain != gNone {
		ref = r.last.y
		y := ref - floorMod(ref, 100) + yy
		switch {
		case y-ref > 50:
			y -= 100
		case ref-y > 50:
			y += 100
		}
		return y
	}
	y := ref - floorMod(ref, 100) + yy
	if y > ref+10 {
		y -= 100
	}
	return y
}

// deictic: yesterday, today, tomorrow.
func (r *resolver) deictic(p *parts) (point, reason, bool) {
	why := reason{anchorDCT, "", Relative}
	if !r.hasDCT {
		return point{grain: gDay, noYear: true, noDay: true, hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
	}
	if r.narrative && p.get(fFlag) != flagToday && p.get(fFlag) != flagNow {
		return point{grain: gDay, noYear: true, noDay: true, hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
	}
	n := r.dctDay + p.get(fOffset)
	if w := p.get(fWeekday); w > 0 && weekday(n) != w {
		n += floorMod(w-weekday(n)+3, 7) - 3 // the nearest day of that name
		switch off := p.get(fOffset); {
		case off < 0 && n >= r.dctDay:
			n -= 7
		case off > 0 && n <= r.dctDay:
			n += 7
		}
		why.choice = "weekday"
	}
	return dayPoint(n), why, true
}

// fromMention: the day after, the day before, the same day.
func (r *resolver) fromMention(p *parts) (point, reason, bool) {
	if r.last.grain == gNone || r.last.grain == gDay && r.last.noDay {
		if r.last.grain == gNone && r.hasDCT {
			return dayPoint(r.dctDay + p.get(fMOffset)), reason{anchorDCT, "", Relative}, true
		}
		return r.someDay(), reason{anchorMention, "open", NoBasis}, true
	}
	if r.last.grain != gDay {
		return r.someDay(), reason{anchorMention, "open", Relative}, true
	}
	c := r.lastCivil()
	return dayPoint(days(c.y, c.m, c.d) + p.get(fMOffset)), reason{anchorMention, "", Relative}, true
}

// someDay is an unknown day of the last mention.
func (r *resolver) someDay() point {
	pt := point{grain: gDay, noDay: true, y: r.last.y, hour: -1, sec: -1}
	switch r.last.grain {
	case gNone:
		pt.noYear = true
	case gMonth, gDay:
		pt.m = r.last.m
	}
	return pt
}

// shifted: two weeks ago, in three months, four days later.
func (r *resolver) shifted(p *parts) (point, reason, bool) {
	dir, anchor := p.get(fDir), anchorDCT
	c, ok := r.dct, r.hasDCT
	exact := true
	if p.has(fMDir) {
		dir = p.get(fMDir)
		c, anchor, ok = r.mentionOr()
		exact = r.last.grain == gDay && !r.last.noDay || r.last.grain == gNone
	} else if r.useMention() {
		c, anchor, ok = r.lastCivil(), anchorMention, true
		exact = r.last.grain == gDay && !r.last.noDay
	}
	num := int(p.val(fNum))
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
	day := days(c.y, c.m, c.d)
	whole := num%1000 == 0
	n := dir * num / 1000
	switch unit {
	case unitS, unitMin, unitH:
		return r.shiftedHours(p, c, dir*num/1000, unit, why)
	case unitD, unitNI:
		if !exact {
			return r.someDay(), reason{anchor, "open", Relative}, true
		}
		return dayPoint(day + n), why, true
	case unitW, unitWE:
		if !exact {
			return unitPoint(gWeek, c.y, 0, 0), reason{anchor, "open", Relative}, true
		}
		if !whole {
			return dayPoint(day + dir*num*7/1000), why, true
		}
		y, w := isoWeek(day + 7*n)
		pt := unitPoint(gWeek, y, 0, w)
		if unit == unitWE {
			pt.grain = gWeekend
		}
		return pt, why, true
	case unitM, unitQ, unitHY:
		months := dir * num * map[int]int{unitM: 1, unitQ: 3, unitHY: 6}[unit] / 1000
		if !exact && r.last.grain != gMonth {
			return unitPoint(gMonth, c.y, 0, 0), reason{anchor, "open", Relative}, true
		}
		e := addMonths(c, months)
		return unitPoint(gMonth, e.y, e.m, 0), why, true
	case unitY:
		if !whole {
			e := addMonths(c, dir*num*12/1000)
			return unitPoint(gMonth, e.y, e.m, 0), why, true
		}
		return unitPoint(gYear, c.y+n, 0, 0), why, true
	case unitDE:
		return decadePoint(c.y + 10*n), why, true
	case unitCE:
		return centuryPoint(c.y + 100*n), why, true
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

func decadePoint(y int) point {
	if y <= 0 {
		return unitPoint(gDecade, 1-((1-y)/10*10), 0, 0)
	}
	return unitPoint(gDecade, y-y%10, 0, 0)
}

func centuryPoint(y int) point {
	if y <= 0 {
		return unitPoint(gCentury, -((-y) / 100 * 100), 0, 0)
	}
	return unitPoint(gCentury, (y-1)/100*100, 0, 0)
}

// age: decades, centuries, millennia.
func (r *resolver) age(p *parts) (point, reason, bool) {
	why := reason{anchorText, "", Explicit}
	bc := p.get(fEra) == 1
	switch {
	case p.has(fCentury):
		n := p.get(fCentury)
		if n < 1 || n > 30 {
			return point{}, why, false
		}
		if bc {
			return unitPoint(gCentury, -(n-1)*100, 0, 0), why, true
		}
		return unitPoint(gCentury, (n-1)*100, 0, 0).positive(), why, true
	case p.has(fMillen):
		n := p.get(fMillen)
		if bc {
			return unitPoint(gMillen, -(n-1)*1000, 0, 0), why, n >= 1 && n <= 10
		}
		return unitPoint(gMillen, (n-1)*1000, 0, 0).positive(), why, n >= 1 && n <= 3
	}
	y := p.get(fDecade)
	if y < 100 {
		if y = r.century(y); r.hasDCT && !r.narrative && y+9 >= r.dct.y { // a decade that is over
			y -= 100
		}
		why.basis, why.choice = Inferred, "century"
	}
	if bc {
		return unitPoint(gDecade, -y, 0, 0), why, true
	}
	return unitPoint(gDecade, y, 0, 0), why, true
}

// positive keeps the first century and millennium, whose first year is 1,
// apart from years before Christ.
func (p point) positive() point {
	if p.y == 0 {
		p.y = 1
	}
	return p
}
