package edtf

import "strconv"

// point reads a year, month or season, day and, if timed, time of day.
//
// A qualifier behind a part qualifies it and all parts to its left; one before
// a part qualifies that part alone (level 2, qualification of parts).
func (r *reader) point(timed bool) (Point, *Error) {
	var p Point
	start := r.i
	p.YearQ = r.qualifier()
	var err *Error
	if r.peek() == 'Y' {
		err = r.longYear(&p)
	} else {
		err = r.year(&p)
	}
	if err != nil {
		return p, err
	}
	p.HasYear = true
	q := r.qualifier()
	p.YearQ |= q
	if p.digits > 4 || p.Significant > 0 || r.s[start] == 'Y' {
		if r.peek() == '-' {
			return p, r.errorf(r.i, "such a year stands without month and day")
		}
		return p, nil
	}
	if !r.accept('-') {
		return p, r.noClock()
	}
	if err := r.month(&p); err != nil {
		return p, err
	}
	if !r.accept('-') {
		return p, r.noClock()
	}
	if p.Season > 0 {
		return p, r.errorf(r.i-1, "a season or quarter has no day")
	}
	if err := r.day(&p); err != nil {
		return p, err
	}
	if r.peek() != 'T' {
		return p, nil
	}
	if !timed {
		return p, r.errorf(r.i, "a date in an interval or a set has no time of day")
	}
	if p.YearMask|p.MonthMask|p.DayMask != 0 || p.Qualifiers() != 0 {
		return p, r.errorf(r.i, "a masked or qualified date has no time of day")
	}
	return p, r.clock(&p.Clock)
}

// noClock refuses a time of day behind a date that is no day.
func (r *reader) noClock() *Error {
	if r.peek() == 'T' {
		return r.errorf(r.i, "a time of day needs a whole date before it")
	}
	return nil
}

// year reads four digits, some of which may be X, with a minus sign for years
// before 0, and significant digits (level 2).
func (r *reader) year(p *Point) *Error {
	start := r.i
	neg := r.accept('-')
	v, mask, err := r.digits(4, "a year has four digits")
	if err != nil {
		return err
	}
	if c := r.peek(); isDigit(c) {
		return r.errorf(start, "a year of more than four digits begins with Y")
	}
	if neg && v == 0 && mask == 0 {
		return r.errorf(start, "year 0 has no sign")
	}
	p.Year, p.YearMask, p.digits, p.minus = v, mask, 4, neg
	if neg {
		p.Year = -v
	}
	return r.significant(p)
}

// longYear reads Y170000002 (level 1) and Y-17E7, Y3388E2S3 (level 2).
func (r *reader) longYear(p *Point) *Error {
	start := r.i
	r.i++ // Y
	neg := r.accept('-')
	first := r.i
	v := 0
	for isDigit(r.peek()) {
		v = v*10 + int(r.peek()-'0')
		if v > maxYear {
			return r.errorf(start, "fasti counts no years beyond %d", maxYear)
		}
		r.i++
	}
	p.digits = r.i - first
	switch {
	case p.digits == 0:
		return r.errorf(r.i, "a number belongs behind Y")
	case r.s[first] == '0':
		return r.errorf(first, "a year behind Y does not begin with 0")
	}
	if r.accept('E') {
		at := r.i
		n := 0
		for isDigit(r.peek()) && n < 100 {
			n = n*10 + int(r.peek()-'0')
			r.i++
		}
		if r.i == at || n == 0 {
			return r.errorf(at, "a number from 1 belongs behind E")
		}
		for ; n > 0; n-- {
			if v *= 10; v > maxYear {
				return r.errorf(start, "fasti counts no years beyond %d", maxYear)
			}
			p.digits++
		}
	} else if p.digits <= 4 {
		return r.errorf(start, "a year of four digits has no Y")
	}
	p.Year = v
	if neg {
		p.Year = -v
	}
	return r.significant(p)
}

func (r *reader) significant(p *Point) *Error {
	if !r.accept('S') {
		return nil
	}
	at, n := r.i, 0
	for isDigit(r.peek()) && n < 100 {
		n = n*10 + int(r.peek()-'0')
		r.i++
	}
	switch {
	case r.i == at || n == 0:
		return r.errorf(at, "a number from 1 belongs behind S")
	case r.s[at] == '0':
		return r.errorf(at, "the number behind S does not begin with 0")
	case p.YearMask != 0:
		return r.errorf(at-1, "a year has masked digits or significant digits, not both")
	case n > p.digits:
		return r.errorf(at, "the year has only %d digits", p.digits)
	}
	p.Significant = n
	return nil
}

// month reads a month, or one of the groupings 21 to 41.
func (r *reader) month(p *Point) *Error {
	p.MonthQ = r.qualifier()
	at := r.i
	v, mask, err := r.digits(2, "a month has two digits")
	if err != nil {
		return err
	}
	p.HasMonth = true
	switch {
	case mask == 0 && v >= 21 && v <= 41:
		p.HasMonth, p.Season = false, v
	case mask == 0 && (v < 1 || v > 12):
		return r.errorf(at, "there is no month %02d", v)
	default:
		p.Month, p.MonthMask = v, mask
		if mask != 0 && !p.someMonth() {
			return r.errorf(at, "no such month exists")
		}
	}
	q := r.qualifier()
	p.MonthQ |= q
	p.YearQ |= q
	return nil
}

func (r *reader) day(p *Point) *Error {
	p.DayQ = r.qualifier()
	at := r.i
	v, mask, err := r.digits(2, "a day has two digits")
	if err != nil {
		return err
	}
	if mask == 0 && (v < 1 || v > 31) {
		return r.errorf(at, "there is no day %02d", v)
	}
	p.HasDay, p.Day, p.DayMask = true, v, mask
	q := r.qualifier()
	p.DayQ |= q
	p.MonthQ |= q
	p.YearQ |= q
	if _, ok := p.first(); !ok && !p.yearUnknown() || p.yearUnknown() && !p.inSomeYear() {
		if p.YearMask|p.MonthMask|p.DayMask != 0 {
			return r.errorf(at, "no such day exists")
		}
		return r.errorf(at, "month %s of %s has no day %d", twoDigits(p.Month), yearText(p.Year), p.Day)
	}
	return nil
}

// digits reads n digits, some of which may be X.
func (r *reader) digits(n int, want string) (value int, mask uint8, err *Error) {
	for k := range n {
		c := r.peek()
		switch {
		case isDigit(c):
			value = value*10 + int(c-'0')
		case c == 'X':
			value *= 10
			mask |= 1 << (n - 1 - k)
		case c == 'x' || c == 'u':
			return 0, 0, r.errorf(r.i, "an unknown digit is a capital X")
		case r.i >= len(r.s):
			return 0, 0, r.errorf(r.i, "the date ends too early: %s", want)
		default:
			if e := r.unexpected(); e != nil {
				return 0, 0, r.errorf(r.i, "%s: %s", e.Msg, want)
			}
		}
		r.i++
	}
	return value, mask, nil
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
