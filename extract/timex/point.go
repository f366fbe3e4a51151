package timex

// point works out where on the calendar an expression lies, without its time
// of day.
func (r *resolver) point(p *parts, x *raw) (point, reason, bool) {
	switch {
	case p.has(fDir) && p.any(fFeast, fMonth, fYear):
		return r.offDate(p, x)
	case p.has(fDir) && p.any(fOffset, fWeekday, fUnit2):
		return r.shiftedDay(p, x)
	case p.has(fOffset):
		return r.deictic(p)
	case p.has(fMOffset):
		return r.fromMention(p)
	case p.any(fDir, fMDir):
		return r.shifted(p)
	case p.has(fOrd) && p.any(fUnit, fWeekday, fWeekend) && (!p.any(fRel, fMRel) || p.has(fUnit2)):
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
