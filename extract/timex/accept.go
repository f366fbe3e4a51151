package timex

// accept weighs a complete match: the longest wins, then one whose context is
// asked for, then the first in the tables.
func (m *matcher) accept(id int32, end int) {
	r := &m.g.rules[id]
	if end < m.bestEnd || end == m.bestEnd && (m.bestCtx && !r.context || m.bestCtx == r.context && m.bestRule <= id) {
		return
	}
	if !r.compound && !m.closes(end) || !m.conditions(r, end) {
		return
	}
	if (r.kind == kindDate || r.kind == kindRef) && m.citing(r, end) {
		return
	}
	var p parts
	for _, s := range m.steps[:min(m.n, maxSteps)] {
		switch {
		case s.op == opAdd && p.has(s.field):
			p.put(s.field, p.val(s.field)+s.value)
		case s.op == opMul && p.has(s.field):
			p.put(s.field, int32(min(int64(p.val(s.field))*int64(s.value)/1000, 2e9)))
		default:
			p.put(s.field, s.value)
		}
	}
	for _, a := range r.set {
		p.put(a.field, a.value)
	}
	if p.has(fHHMM) {
		p.put(fHour, p.val(fHHMM)/100)
		p.put(fMinute, p.val(fHHMM)%100)
	}
	if p.has(fFigure1) && !m.order.settle(&p) {
		return
	}
	noDay := r.kind != kindSkip && noSuchDay(&p)
	if r.kind != kindSkip && !noDay && !plausible(&p) || r.falling && rising(&p) {
		return
	}
	m.bestEnd, m.bestRule, m.bestCtx, m.bestParts, m.bestNoDay = end, id, r.context, p, noDay
}

// plausible refuses impossible dates and times.
func plausible(p *parts) bool {
	if p.has(fMonth) && (p.val(fMonth) < 1 || p.val(fMonth) > 12) {
		return false
	}
	if p.has(fDay) {
		limit := int32(31)
		if p.has(fMonth) {
			y := 2000
			if p.has(fYear) {
				y = p.get(fYear)
			}
			limit = int32(monthDays(y, p.get(fMonth)))
		}
		if p.val(fDay) < 1 || p.val(fDay) > limit {
			return false
		}
	}
	if p.has(fDecade) && p.val(fDecade)%10 != 0 || !within(p, fHalf, 1, 3) || !within(p, fQuarter, 1, 4) || !within(p, fSeason, 1, 4) ||
		!within(p, fWeekday, 1, 7) || !within(p, fWeek, 1, 53) || !within(p, fYear, 1, 9999) {
		return false
	}
	if p.has(fHour) && (p.val(fHour) > 24 || p.val(fMinute) > 59 || p.val(fHour) == 24 && p.val(fMinute) > 0) {
		return false
	}
	if p.has(fNum2) && p.val(fUnit2) >= p.val(fUnit) { // "20 years and 30 years" are two lengths
		return false
	}
	if p.has(fAMPM) && (p.val(fHour) > 12 || p.val(fHour) < 1) {
		return false
	}
	return true
}

// rising reports whether the month of a pair is rather the last two digits of
// a later year: "2011-12", but not "2016-05" or "2015-3".
func rising(p *parts) bool {
	m := p.get(fMonth)
	return m > p.get(fYear)%100 && m >= 10
}

// noSuchDay reports whether an expression names a day that its month does not
// have: it is read whole, and says nothing.
func noSuchDay(p *parts) bool {
	if !p.has(fMonth) || !p.has(fDay) || p.get(fMonth) < 1 || p.get(fMonth) > 12 || p.get(fDay) > 31 {
		return false
	}
	y := 2000
	if p.has(fYear) {
		y = p.get(fYear)
	}
	return p.get(fDay) > monthDays(y, p.get(fMonth))
}

// citing reports whether a match of few words is only cited, or no year for
// what its figures are glued to.
func (m *matcher) citing(r *rule, end int) bool {
	if end-m.at > 2 {
		return false
	}
	if m.quoted(m.at, end) && m.items[m.at].word != 0 && !m.feastWord(m.at) {
		return true
	}
	if end-m.at == 1 && m.items[m.at].kind == numberItem && m.items[m.at].digits == 4 && r.kind == kindDate {
		return m.quoted(m.at, end) || m.titleEnd(m.at, end) || !m.lone(m.at, end) || m.price(m.at)
	}
	return false
}

// within reports whether a field is not set, or has a value from lo to hi.
func within(p *parts, f field, lo, hi int32) bool {
	return !p.has(f) || p.val(f) >= lo && p.val(f) <= hi
}

// feastWord reports whether the word at item i is a feast by itself.
func (m *matcher) feastWord(i int) bool {
	ent := &m.g.lex.entries[m.items[i].word]
	for k := range ent.readings {
		if ent.readings[k].class == m.g.feastClass {
			return true
		}
	}
	return false
}
