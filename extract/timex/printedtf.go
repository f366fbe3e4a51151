package timex

import "bytes"

// edtf appends the value as EDTF, as exact as a day; nothing where EDTF has
// none.
func (p *point) edtf(b []byte) []byte {
	if p.grain == gNone || p.wday > 0 {
		return b
	}
	from := len(b)
	switch p.mod {
	case modSTART, modMID, modEND:
		b = p.third(b)
	}
	if len(b) == from {
		b = p.edtfDate(b)
	}
	s := b[from:]
	if len(s) == 0 {
		return b
	}
	cut := bytes.IndexByte(s, '/')
	if p.unsure && cut < 0 && p.mod == modNone {
		return append(b, '?')
	}
	switch p.mod {
	case modAPPROX:
		b = append(b, '~')
		if cut >= 0 {
			b = append(b, 0)
			copy(b[from+cut+1:], b[from+cut:])
			b[from+cut] = '~'
		}
	case modBefore, modOnOrBefore:
		return append(append(b[:from], "../"...), lastPart(string(s))...)
	case modAfter, modOnOrAfter:
		if cut >= 0 {
			b = b[:from+cut]
		}
		return append(b, "/.."...)
	}
	return b
}

// edtfYear appends an astronomical year.
func edtfYear(b []byte, y int) []byte {
	if y > 9999 || y < -9999 {
		b = append(b, 'Y')
	}
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	return digits(b, y, 4)
}

func edtfMonth(b []byte, y, m int) []byte {
	return digits(append(edtfYear(b, y), '-'), m, 2)
}

func edtfDay(b []byte, n int) []byte {
	c := date(n)
	return digits(append(edtfMonth(b, c.y, c.m), '-'), c.d, 2)
}

func (p *point) edtfDate(b []byte) []byte {
	if p.noYear {
		return p.edtfYearless(b)
	}
	switch p.grain {
	case gDay:
		return p.timexDay(edtfYear(b, p.y))
	case gMonth:
		return known(append(edtfYear(b, p.y), '-'), p.m, 2)
	case gSeason:
		return edtfMonth(b, p.y, 20+p.n)
	case gQuarter:
		if p.n <= 0 {
			return b
		}
		return edtfMonth(b, p.y, 32+p.n)
	case gYear:
		return edtfYear(b, p.y)
	case gDecade, gCentury, gMillen:
		return p.edtfAge(b)
	case gHalf:
		b = append(edtfMonth(b, p.y, 6*p.n-5), '/')
		return edtfMonth(b, p.y, 6*p.n)
	}
	first, last, ok := p.bounds()
	if !ok {
		return b
	}
	return edtfDay(append(edtfDay(b, first), '/'), last)
}

// edtfYearless appends what EDTF can say without a year: a day, a month, a
// season.
func (p *point) edtfYearless(b []byte) []byte {
	switch {
	case p.grain == gDay && !p.noDay && (p.m > 0 || p.d > 0):
		return p.timexDay(append(b, "XXXX"...))
	case p.grain == gDay && p.noDay && p.m > 0:
		return b
	case p.grain == gMonth && p.m > 0:
		return digits(append(b, "XXXX-"...), p.m, 2)
	case p.grain == gSeason:
		return digits(append(b, "XXXX-"...), 20+p.n, 2)
	case p.grain == gQuarter && p.n > 0:
		return digits(append(b, "XXXX-"...), 32+p.n, 2)
	}
	return b
}

// edtfAge appends a decade, century or millennium: with masked digits, or as
// an interval before Christ.
func (p *point) edtfAge(b []byte) []byte {
	if p.y > 0 {
		n := map[grain]int{gDecade: 3, gCentury: 2, gMillen: 1}[p.grain]
		from := len(b)
		b = edtfYear(b, p.y)
		return append(b[:from+n], "XXX"[:4-n]...)
	}
	first, last, _ := p.bounds()
	return edtfYear(append(edtfYear(b, date(first).y), '/'), date(last).y)
}

// third appends the beginning, middle or end of a value as an interval: the
// days 1-10, 11-20 and 21-last of a month, four months of a year, the years 0-3,
// 4-6 and 7-9 of a decade, and so on.
// Half of everything else that is called "beginning" lies there.
func (p *point) third(b []byte) []byte {
	i := p.mod - modSTART
	if p.noYear || p.noDay {
		return b
	}
	switch p.grain {
	case gMonth:
		return p.thirdOfMonth(b, i)
	case gYear:
		b = append(edtfMonth(b, p.y, 1+4*i), '/')
		return edtfMonth(b, p.y, 4+4*i)
	case gWeek:
		monday, _, _ := p.bounds()
		b = append(edtfDay(b, monday+[]int{0, 2, 4}[i]), '/')
		return edtfDay(b, monday+[]int{1, 3, 6}[i])
	case gQuarter:
		return edtfMonth(b, p.y, 3*p.n-2+i)
	case gSeason:
		y, m := p.y, 3*p.n+i
		if m > 12 {
			y, m = y+1, m-12
		}
		return edtfMonth(b, y, m)
	case gDecade, gCentury, gMillen:
		n := map[grain]int{gDecade: 10, gCentury: 100, gMillen: 1000}[p.grain]
		first, _, _ := p.bounds()
		y := date(first).y
		b = append(edtfYear(b, y+(n*i+2)/3), '/')
		return edtfYear(b, y+(n*(i+1)+2)/3-1)
	}
	return b
}

// thirdOfMonth appends the ith third of a month, or the half that is meant.
func (p *point) thirdOfMonth(b []byte, i int) []byte {
	if p.m <= 0 {
		return b
	}
	from, to := 1+10*i, 10+10*i
	switch {
	case p.n == 1:
		to = 15
	case p.n == 2:
		from, to = 16, monthDays(p.y, p.m)
	case p.n == 3: // the fortnight that begins in the middle
		from, to = 15, monthDays(p.y, p.m)
	case i == 2:
		to = monthDays(p.y, p.m)
	}
	b = append(edtfDay(b, days(p.y, p.m, from)), '/')
	return edtfDay(b, days(p.y, p.m, to))
}
