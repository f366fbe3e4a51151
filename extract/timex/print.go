package timex

import (
	"strconv"
	"strings"
)

// texts keeps the printed values of one call, many in one piece of memory.
type texts struct {
	b    strings.Builder
	last string
}

// piece is the size in bytes of the pieces.
const piece = 2048

// keep makes a string of b; equal values in a row share one.
func (t *texts) keep(b []byte) string {
	if string(b) == t.last {
		return t.last
	}
	if t.b.Cap()-t.b.Len() < len(b) {
		size := min(piece, max(64, 4*t.b.Cap()))
		t.b = strings.Builder{}
		t.b.Grow(max(size, len(b)))
	}
	n := t.b.Len()
	t.b.Write(b)
	t.last = t.b.String()[n:]
	return t.last
}

// digits appends n, which is not negative, with at least width digits.
func digits(b []byte, n, width int) []byte {
	var tmp [20]byte
	s := strconv.AppendUint(tmp[:0], uint64(n), 10)
	for k := len(s); k < width; k++ {
		b = append(b, '0')
	}
	return append(b, s...)
}

// year4 appends a year as TIMEX3 prints it: BC0480 for 480 BC.
func year4(b []byte, y int) []byte {
	if y <= 0 {
		return digits(append(b, "BC"...), 1-y, 4)
	}
	return digits(b, y, 4)
}

// timex3 appends the TIMEX3 value.
func (p *point) timex3(b []byte) []byte {
	b = p.timexDate(b)
	if p.hour >= 0 {
		b = digits(append(b, 'T'), p.hour, 2)
		b = digits(append(b, ':'), p.min, 2)
		if p.sec >= 0 {
			b = digits(append(b, ':'), p.sec, 2)
		}
		return append(b, p.zone...)
	}
	if p.part > 0 {
		b = append(append(b, 'T'), partNames[p.part]...)
	}
	return b
}

func (p *point) timexDate(b []byte) []byte {
	switch p.grain {
	case gDecade, gCentury, gMillen:
		return p.timexAge(b)
	case gSpan: // TIMEX3 has no spans: the week that most of it lies in, or the month or year
		first, last, _ := p.bounds()
		if from, to := date(first), date(last); last-first > 13 && from.y == to.y {
			if from.m == to.m {
				return digits(append(year4(b, from.y), '-'), from.m, 2)
			}
			return year4(b, from.y)
		}
		y, w := isoWeek(first + 3)
		return digits(append(year4(b, y), "-W"...), w, 2)
	}
	if p.noYear {
		b = append(b, "XXXX"...)
	} else {
		b = year4(b, p.y)
	}
	switch p.grain {
	case gDay:
		return p.timexDay(b)
	case gWeek:
		return known(append(b, "-W"...), p.n, 2)
	case gWeekend:
		return append(known(append(b, "-W"...), p.n, 2), "-WE"...)
	case gMonth:
		return known(append(b, '-'), p.m, 2)
	case gSeason:
		return append(append(b, '-'), seasonNames[p.n]...)
	case gQuarter:
		return known(append(b, "-Q"...), p.n, 1)
	case gHalf:
		return digits(append(b, "-H"...), p.n, 1)
	}
	return b
}

// timexDay appends what stands behind the year of a day.
func (p *point) timexDay(b []byte) []byte {
	if p.wday > 0 {
		return digits(append(b, "-WXX-"...), p.wday, 1)
	}
	m, d := p.m, p.d
	if p.noDay {
		d = 0
	}
	return known(append(known(append(b, '-'), m, 2), '-'), d, 2)
}

// known appends a number, or X for each of its digits if it is not known.
func known(b []byte, n, width int) []byte {
	if n > 0 {
		return digits(b, n, width)
	}
	return append(b, "XX"[:width]...)
}

// timexAge appends a decade, century or millennium.
func (p *point) timexAge(b []byte) []byte {
	unit, width := 10, 3
	switch p.grain {
	case gCentury:
		unit, width = 100, 2
	case gMillen:
		unit, width = 1000, 1
	}
	if p.y <= 0 {
		return digits(append(b, "BC"...), -p.y/unit, width)
	}
	return digits(b, p.y/unit, width)
}
