package timex

// narrative decides whether a text tells of the past, so that its dates lean
// on one another, or reports news, whose dates lean on the day of
// publication. A history names many years, mostly long gone, and hardly says
// "yesterday"; news does the opposite.
func narrative(raws []raw, g *grammar, r *resolver, genre string) bool {
	switch genre {
	case "news":
		return false
	case "narrative":
		return true
	}
	if !r.hasDCT {
		return true
	}
	old, fresh := 0, 0
	for i := range raws {
		p := &raws[i].parts
		if g.rules[raws[i].rule].kind != kindDate {
			continue
		}
		switch {
		case p.has(fYear):
			if p.get(fEra) == 1 || p.get(fYear) < r.dct.y-2 {
				old++
				if p.any(fMonth, fSeason) {
					old++
				}
			} else {
				fresh++
			}
		case p.any(fOffset, fDir):
			fresh += 2
		case p.has(fWeekday) && !p.any(fDay, fMonth):
			fresh += 3
		case p.any(fRel, fYRel, fWeekday):
			fresh++
		}
	}
	return old >= 6 && old > 3*fresh
}

// essayLength is the length in bytes from which a text without fresh dates is
// taken for an essay.
const essayLength = 2500

// essay reports whether a long text says nothing that is fresh: no yesterday,
// no clock time, no bare weekday.
func essay(raws []raw, g *grammar, length int) bool {
	if length < essayLength {
		return false
	}
	for i := range raws {
		p := &raws[i].parts
		if g.rules[raws[i].rule].kind != kindDate {
			continue
		}
		if p.has(fOffset) && p.get(fFlag) != flagToday || p.any(fHour, fWeekday) && !p.has(fYear) {
			return false
		}
	}
	return true
}
