package timex

import (
	"strconv"
)

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
		quiet := r.quiet
		r.quiet = true
		pt, _, ok := r.point(q, y)
		r.quiet = quiet
		if ok && pt.grain == gDay && !pt.noYear && !pt.noDay && pt.m > 0 {
			r.day, r.hasDay = days(pt.y, pt.m, pt.d), true
			r.dayEnd, r.dayBlock, r.daySent = x.start, x.block, x.sentence
			if r.useMention() {
				r.last = pt
			}
		}
		return
	}
}

// clock works out hour and minute.
func clock(p *parts) (h, m int, ok bool) {
	switch {
	case p.has(fNoon):
		h = 12 * (2 - p.get(fNoon)) % 24
	case p.has(fHour):
		h, m = p.get(fHour), p.get(fMinute)
	default:
		return 0, 0, false
	}
	if p.has(fPast) {
		if m = p.get(fPast); m < 0 {
			h, m = h-1, m+60
			if h < 0 {
				h = 23
			}
		}
	}
	switch {
	case p.get(fAMPM) == 2 && h < 12:
		h += 12
	case p.get(fAMPM) == 1 && h == 12:
		h = 0
	case p.has(fAMPM):
	case h < 12 && p.get(fPart) == partAF, h >= 4 && h < 12 && p.get(fPart) == partEV:
		h += 12 // "7 Uhr abends"
	case h >= 8 && h < 12 && p.get(fPart) == partNI:
		h += 12
	case h == 12 && p.get(fPart) == partNI:
		h = 0
	}
	return h, m, true
}

func zone(minutes int) string {
	if minutes == 0 {
		return "Z"
	}
	sign := "+"
	if minutes < 0 {
		sign, minutes = "-", -minutes
	}
	s := sign + two(minutes/60)
	if minutes%60 != 0 {
		s += ":" + two(minutes%60)
	}
	return s
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
