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
	if r.kind != kindSkip && !plausible(&p) {
		return
	}
	m.bestEnd, m.bestRule, m.bestCtx, m.bestParts = end, id, r.context, p
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
	if p.has(fDecade) && p.val(fDecade)%10 != 0 {
		return false
	}
	if p.has(fHour) && (p.val(fHour) > 24 || p.val(fMinute) > 59 || p.val(fHour) == 24 && p.val(fMinute) > 0) {
		return false
	}
	if p.has(fAMPM) && (p.val(fHour) > 12 || p.val(fHour) < 1) {
		return false
	}
	return true
}
