package timex

// candidate years and days, and the choice between them by tense, nearness
// and weekday.

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
		pt.mod = [3]int{modNone, modSTART, modEND}[p.get(fHalf)]
	} else {
		pt = point{grain: gDay, y: y, m: m, d: d, hour: -1, sec: -1}
		if known && d > monthDays(y, m) {
			return pt, why, false
		}
	}
	if why.basis == NoBasis {
		pt.noYear = true
	}
	return pt, why, true
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
	if w := p.get(fWeekday); w > 0 {
		best, found := civil{}, false
		for k := -6; k <= 6; k++ {
			e := addMonths(civil{c.y, c.m, 1}, k)
			if d <= monthDays(e.y, e.m) && weekday(days(e.y, e.m, d)) == w && (!found || abs(k) < abs((best.y-c.y)*12+best.m-c.m)) {
				best, found = e, true
			}
		}
		if found {
			c, why.choice = best, "weekday-agrees"
		}
	} else if why.anchor == anchorDCT {
		switch {
		case x.tense == tensePast && d > c.d:
			c = addMonths(civil{c.y, c.m, 1}, -1)
		case x.tense.ahead() && d < c.d:
			c = addMonths(civil{c.y, c.m, 1}, 1)
		}
	}
	if d > monthDays(c.y, c.m) {
		return point{}, why, false
	}
	return dayPoint(days(c.y, c.m, d)), why, true
}

// contextReach is how far, in bytes, a date with a year lends its year to a
// date without one.
const contextReach = 400

// inferYear chooses the year of a month, or of a day in it.
func (r *resolver) inferYear(x *raw, m, d, w int) (int, reason) {
	if r.useMention() {
		y, why := r.mentionYear(x, m, d)
		if w > 0 && d > 0 {
			if wy, ok := agreeing(y, m, d, w); ok {
				return wy, reason{anchorMention, "weekday-agrees", Inferred}
			}
		}
		return y, why
	}
	if !r.hasDCT {
		return 0, reason{anchorNone, "open", NoBasis}
	}
	if w > 0 && d > 0 {
		if y, ok := agreeing(r.dct.y, m, d, w); ok {
			return y, reason{anchorDCT, "weekday-agrees", Inferred}
		}
	}
	if r.last.grain != gNone && r.last.y != r.dct.y && x.block == r.lastBlock && x.start-r.lastEnd < contextReach &&
		r.last.grain <= gYear && r.last.y < r.dct.y-1 {
		return r.last.y, reason{anchorMention, "year", Inferred}
	}
	if y, ok := r.yearNearby(x, m, d); ok {
		return y, reason{anchorMention, "year", Inferred}
	}
	// Candidates: the last one up to publication, and the next from there.
	pos, at := m*32, r.dct.m*32
	if d > 0 {
		pos, at = m*32+d, r.dct.m*32+r.dct.d
	}
	before, after := r.dct.y, r.dct.y
	if pos > at {
		before--
	} else if pos < at {
		after++
	}
	if before == after {
		return before, reason{anchorDCT, "this", Inferred}
	}
	switch {
	case x.tense == tensePast:
		return before, reason{anchorDCT, "past", Inferred}
	case x.tense.ahead():
		return after, reason{anchorDCT, "future", Inferred}
	}
	a := r.dctDay - days(before, m, max(d, 15))
	b := days(after, m, max(d, 15)) - r.dctDay
	if b < a {
		return after, reason{anchorDCT, "nearest", Inferred}
	}
	return before, reason{anchorDCT, "nearest", Inferred}
}

// nearbyReach is how far, in bytes, a date of last year lends its year to a
// month or day that follows it.
const nearbyReach = 200

// yearNearby is the year of the last date, if that is the one before
// publication and the text goes on from there: "Im April 2023 kündigte er, im
// Mai zog er aus". A bare year holds for its own sentence only.
func (r *resolver) yearNearby(x *raw, m, d int) (int, bool) {
	p := &r.last
	if p.grain == gNone || p.y != r.dct.y-1 || x.block != r.lastBlock || x.start-r.lastEnd > nearbyReach || x.tense == tenseFuture {
		return 0, false
	}
	same := r.lastSentence == x.sentence
	switch p.grain {
	case gYear:
		return p.y, same && x.tense == tensePast
	case gMonth, gDay:
		if !same && !(x.opens && r.lastSentence == x.sentence-1) {
			return 0, false
		}
		return p.y, p.m > 0 && (m > p.m || m == p.m && d > p.d && p.d > 0) && r.lastYear
	}
	return 0, false
}

// mentionYear goes on from the last month or day of a narrative: forward in
// its year, else into a year named since, or over the turn of the year.
func (r *resolver) mentionYear(x *raw, m, d int) (int, reason) {
	why := reason{anchorMention, "year", Inferred}
	f := r.fine
	switch {
	case f.y == 0 && f.m == 0 && r.hasYear:
		return r.year1, why
	case f.m == 0:
		return r.last.y, why
	case r.hasYear && r.yearBlock > r.fineBlock && r.year1 >= f.y && r.year1-f.y <= 1:
		return r.year1, why // a later paragraph named its year
	case m > f.m || m == f.m && (d == 0 || f.d == 0 || d >= f.d):
		return f.y, why // goes on in the same year
	case r.hasYear && r.year1 > f.y && r.year1-f.y <= 3:
		return r.year1, why
	case f.m >= 10 && m <= 3:
		why.choice = "next-year"
		return f.y + 1, why
	}
	return f.y, why
}

// agreeing is the year nearest to y in which the day falls on a weekday.
func agreeing(y, m, d, w int) (int, bool) {
	for k := 0; k <= 6; k++ {
		for _, c := range [2]int{y - k, y + k} {
			if d <= monthDays(c, m) && weekday(days(c, m, d)) == w {
				return c, true
			}
		}
	}
	return 0, false
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

// timeOnly: a clock time or a part of the day, of a day mentioned shortly
// before or of the day of publication.
func (r *resolver) timeOnly(p *parts, x *raw) (point, reason, bool) {
	near := r.hasDay && r.dayBlock == x.block && x.start-r.dayEnd < 600 &&
		(r.daySent == x.sentence || r.daySent == x.sentence-1 && x.tense == tensePast)
	switch {
	case r.useMention() && r.last.grain == gDay && !r.last.noDay:
		return dayPoint(r.day), reason{anchorMention, "", Relative}, true
	case r.useMention():
		return r.someDay(), reason{anchorMention, "open", Relative}, true
	case near:
		return dayPoint(r.day), reason{anchorMention, "", Relative}, true
	case r.hasDCT:
		return dayPoint(r.dctDay), reason{anchorDCT, "", Relative}, true
	}
	return point{grain: gDay, noYear: true, noDay: true, hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
}

// peekReach bounds how far behind a clock time its day may stand, in items.
const peekReach = 10

// peek looks for the day that follows a clock time in its sentence: "at 5 p.m.
// (local time) on Tuesday", "Gegen 20 Uhr brannte am Dienstag ein Haus". The
// clock time is the first of raws; a day that opens or closes a span of time
// ("until June 30") is none.
func (r *resolver) peek(raws []raw, gaps []gap) {
	x := &raws[0]
	p := &x.parts
	if r.g.rules[x.rule].kind != kindDate || !p.any(fHour, fPart, fNoon) || p.any(fDay, fWeekday, fOffset, fMOffset, fRel, fMRel, fMonth) ||
		r.hasDay && r.dayBlock == x.block && r.daySent == x.sentence {
		return
	}
	for k := range raws[1:] {
		y := &raws[k+1]
		q := &y.parts
		if y.block != x.block || y.sentence != x.sentence || y.first-x.last > peekReach {
			return
		}
		if r.g.rules[y.rule].kind != kindDate || gaps[k+1].open >= openSince || !q.any(fDay, fWeekday, fOffset) {
			continue
		}
		if pt, _, ok := r.point(q, y); ok && pt.grain == gDay && !pt.noYear && !pt.noDay && pt.m > 0 {
			r.day, r.hasDay = days(pt.y, pt.m, pt.d), true
			r.dayEnd, r.dayBlock, r.daySent = x.start, x.block, x.sentence
			if r.useMention() {
				r.last = pt
			}
		}
		return
	}
}

// feastDay: Easter, Christmas and what else has a rule.
func (r *resolver) feastDay(p *parts, x *raw) (point, reason, bool) {
	f := &r.g.feasts[p.get(fFeast)]
	y, why := r.year(p)
	if why.basis == NoBasis {
		ref := r.base().y
		if r.baseAnchor() == anchorNone {
			if f.how == "fixed" {
				return point{grain: gDay, noYear: true, m: f.n[0], d: f.n[1], hour: -1, sec: -1}, reason{anchorNone, "open", NoBasis}, true
			}
			return point{}, why, false
		}
		n, ok := f.day(ref)
		if !ok {
			return point{}, why, false
		}
		c := date(n)
		y, why = r.inferYear(x, c.m, c.d, 0)
	}
	n, ok := f.day(y)
	if p.has(fMOffset) || !ok {
		return point{}, why, false
	}
	pt := dayPoint(n)
	if f.approx {
		pt.mod = modAPPROX
	}
	if p.has(fWeekend) {
		y, w := isoWeek(n)
		pt = unitPoint(gWeekend, y, 0, w)
	}
	return pt, why, true
}
