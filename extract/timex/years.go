package timex

// Candidate years, and the choice between them by tense, nearness, weekday and
// what was named before.

// contextReach is how far, in bytes, a date with a year lends its year to a
// date without one.
const contextReach = 400

// How many days ahead of publication a day lies that a past verb does not put into
// the year before: one of a noun, "spoke of the vote on August 31"; more if the
// word before it looks ahead, "extended the order until May 1".
const (
	soon      = 45
	soonAhead = 100
)

// past reports whether a month, or a day in it, lies in the year before where
// the verb tells of the past; ahead is how many days ahead of publication it lies
// else.
func (x *raw) past(d, ahead int, t trees) bool {
	switch {
	case x.leads < 0:
		return true
	case x.leads > 0:
		return ahead > soonAhead
	}
	return d == 0 || ahead > soon || !t.ofNoun(int(x.start))
}

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
	if y, ok := r.yearOfHeading(x); ok {
		return y, reason{anchorMention, "year", Inferred}
	}
	if y, ok := r.yearAround(x, m, d); ok {
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
	a := r.dctDay - days(before, m, max(d, 15))
	b := days(after, m, max(d, 15)) - r.dctDay
	switch {
	case x.tense == tensePast && x.past(d, b, r.trees):
		return before, reason{anchorDCT, "past", Inferred}
	case x.tense.ahead():
		return after, reason{anchorDCT, "future", Inferred}
	}
	if b < a {
		return after, reason{anchorDCT, "nearest", Inferred}
	}
	return before, reason{anchorDCT, "nearest", Inferred}
}

// yearAround is the year that the last date lends: not one that an aside names
// for itself.
func (r *resolver) yearAround(x *raw, m, d int) (int, bool) {
	y, ok := r.yearOfContext(x, m)
	if !ok {
		y, ok = r.yearNearby(x, m, d)
	}
	return y, ok && !r.trees.aside(int(r.lastStart), int(x.start))
}

// yearOfContext is the year that a date shortly before has named, if it is long
// past and nothing looks ahead: "Im November 2019 kündigte er, im Januar zog er
// aus" goes on over the turn of the year. A bare year holds for its sentence
// and the past of the next; one that a span opens ("since 2019") for none.
func (r *resolver) yearOfContext(x *raw, m int) (int, bool) {
	p := &r.last
	if p.grain == gYear && r.fine.m > 0 && r.fineBlock == x.block && r.fine.y > p.y && r.fine.y < r.dct.y-1 && !x.tense.ahead() {
		return r.fine.y, true // the year was only a look back
	}
	if p.grain == gNone || p.grain > gYear || p.y >= r.dct.y-1 || !r.lastYear || x.block != r.lastBlock ||
		x.start-r.lastEnd >= contextReach || x.tense.ahead() {
		return 0, false
	}
	next := x.sentence - r.lastSentence
	switch {
	case next > 1:
		return 0, false
	case p.grain == gYear:
		return p.y, next == 0 || next == 1 && (x.tense == tensePast && !r.lastSpan && (x.opens || r.lastOpens) || x.tense == tenseNone && r.lastOpens)
	case p.m >= 10 && m <= 3 && (p.grain == gMonth || p.grain == gDay):
		return p.y + 1, true
	}
	return p.y, true
}

// yearOfHeading is the year that the heading over this passage names, unless a
// date in the passage has named one since.
func (r *resolver) yearOfHeading(x *raw) (int, bool) {
	if !r.headed || x.block <= r.headBlock || x.tense.ahead() || r.headYear >= r.dct.y-1 {
		return 0, false
	}
	if r.last.grain != gNone && r.lastBlock == x.block && r.lastYear && r.last.y != r.headYear {
		return 0, false
	}
	return r.headYear, true
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
	case gSeason:
		return p.y, same && m > 3*p.n && r.lastYear
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
	case r.hasYear && r.yearBlock == x.block && r.fineBlock < x.block && abs(r.year1-f.y) <= 20:
		return r.year1, why // this paragraph named its year
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
