package timex

// marks notes what a word before a date says of how sure it is: "um
// Weihnachten", "around 5 January", "possibly 1984".
func (g *grammar) marks(items []item, x *raw) {
	p := &x.parts
	if p.any(fWeekend, fFeast, fUnit) {
		x.over = g.overIt(items, int(x.first))
	}
	if g.rules[x.rule].kind != kindDate || p.any(fHour, fNoon, fPart, fDir, fMod, fOffset, fRel, fMRel) || !p.any(fYear, fMonth, fFeast, fDecade, fCentury, fWeekday) {
		return
	}
	for i := int(x.first) - 1; i >= 0 && i >= int(x.first)-3; i-- {
		it := &items[i]
		switch {
		case g.is(it, roleUnsure):
			x.unsure = true
			return
		case g.is(it, roleNear):
			x.near = true
			return
		case !g.is(it, roleFill|roleFrom) || it.kind != wordItem:
			return
		}
	}
}

// overIt reports whether a word before item first says "in the course of".
func (g *grammar) overIt(items []item, first int) bool {
	for i := first - 1; i >= 0 && i >= first-2; i-- {
		if g.is(&items[i], roleOver) {
			return true
		}
		if it := &items[i]; !g.is(it, roleFill) && (it.kind != wordItem || it.flags&capital != 0 || it.end-it.start > 3) { // an article
			return false
		}
	}
	return false
}

// stamp reports whether a bare number may be a clock time: "from 1530", or one
// that opens a line as those of a ticker do.
func (g *grammar) stamp(items []item, x *raw, text string) bool {
	n := &items[x.first]
	if n.num%100 > 59 || n.num >= 2400 {
		return false
	}
	if n.flags&line != 0 {
		return int(x.last) < len(items) && items[x.last].flags&capital != 0
	}
	if x.first == 0 || !g.is(&items[x.first-1], roleClockPrep) {
		return false
	}
	m := matcher{g: g, items: items, text: text}
	i := int(x.first) - 2 // "der Aufstand von 1525"
	return i < 0 || items[i].kind != wordItem || !g.eventNoun(&items[i], text) && !m.ending(i, g.yearHead, g.yearHeads)
}

// sureYear reports whether what stands before a bare number leaves no doubt
// that it is a year: "in", "Jahr", a bracket, a word that says about when.
func (g *grammar) sureYear(items []item, x *raw) bool {
	clock := x.first > 0 && g.is(&items[x.first-1], roleClockPrep) // "um 1730" may be a time of day
	if (x.parts.has(fMod) || x.near) && !clock || x.unsure {
		return true
	}
	if x.first == 0 {
		return false
	}
	prev := &items[x.first-1]
	return g.is(prev, roleYearIn) || prev.kind == markItem && (prev.mark == '(' || prev.mark == '[')
}
