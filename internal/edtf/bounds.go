package edtf

// Earliest is the first day that the date can be; false if it has none,
// because its beginning is open or unknown, or its year is.
func (d Date) Earliest() (Day, bool) {
	if d.text == "" || d.open0 {
		return Day{}, false
	}
	return DayOf(d.early), true
}

// Latest is the last day that the date can be; false as for [Date.Earliest].
func (d Date) Latest() (Day, bool) {
	if d.text == "" || d.open1 {
		return Day{}, false
	}
	return DayOf(d.late), true
}

// Days is the number of days from the earliest to the latest, both counted;
// false if one of them is not known.
func (d Date) Days() (int64, bool) {
	if d.text == "" || d.open0 || d.open1 {
		return 0, false
	}
	return d.late - d.early + 1, true
}

// bound works out the first and last day. It fails for an interval that ends
// before it begins.
func (d *Date) bound() *Error {
	if d.IsSet() {
		return nil // parseSet has done it
	}
	first, ok0 := d.start.first()
	last, ok1 := d.end.last()
	d.open0, d.open1 = !ok0, !ok1
	if ok0 {
		d.early = first.Ordinal()
	}
	if ok1 {
		d.late = last.Ordinal()
	}
	if ok0 && ok1 && d.late < d.early {
		return &Error{0, "the interval ends before it begins"}
	}
	return nil
}

// first is the earliest day of the point.
func (p Point) first() (Day, bool) {
	if !p.given() || p.yearUnknown() {
		return Day{}, false
	}
	lo, hi := p.years()
	if p.Season > 0 {
		return seasonStart(lo, p.Season), true
	}
	return p.search(lo, hi, 1)
}

// last is the latest day of the point.
func (p Point) last() (Day, bool) {
	if !p.given() || p.yearUnknown() {
		return Day{}, false
	}
	lo, hi := p.years()
	if p.Season > 0 {
		return seasonEnd(hi, p.Season), true
	}
	return p.search(hi, lo, -1)
}

func (p Point) given() bool { return p.HasYear }

// years gives the first and last year of the point.
func (p Point) years() (lo, hi int) {
	switch {
	case p.YearMask != 0:
		spread, digit := 0, 1
		for i := range 4 {
			if p.YearMask>>i&1 != 0 {
				spread += 9 * digit
			}
			digit *= 10
		}
		if p.minus {
			return p.Year - spread, min(p.Year, -1)
		}
		return p.Year, p.Year + spread
	case p.Significant > 0:
		step := 1
		for range p.digits - p.Significant {
			step *= 10
		}
		if p.Year < 0 {
			hi = -(-p.Year / step * step)
			return hi - step + 1, hi
		}
		lo = p.Year / step * step
		return lo, lo + step - 1
	}
	return p.Year, p.Year
}

// search looks for the first day that fits the masks, from one end of the
// years to the other. A leap year is never more than 8 years off, except
// where only the first digits of the year are masked; 1000 years are the most.
func (p Point) search(from, to, step int) (Day, bool) {
	for y := from; y != to+step; y += step {
		if p.YearMask != 0 && !fits(abs(y), abs(p.Year), p.YearMask, 4) {
			continue
		}
		if d, ok := p.inYear(y, step); ok {
			return d, true
		}
	}
	return Day{}, false
}

func (p Point) inYear(y, step int) (Day, bool) {
	m, lastMonth := 1, 12
	if step < 0 {
		m, lastMonth = 12, 1
	}
	for ; m != lastMonth+step; m += step {
		if p.HasMonth && !fits(m, p.Month, p.MonthMask, 2) {
			continue
		}
		d, lastDay := 1, DaysIn(y, m)
		if step < 0 {
			d, lastDay = lastDay, 1
		}
		for ; d != lastDay+step; d += step {
			if !p.HasDay || fits(d, p.Day, p.DayMask, 2) {
				return Day{y, m, d}, true
			}
		}
	}
	return Day{}, false
}

// inSomeYear reports whether some year has the month and day.
func (p Point) inSomeYear() bool {
	_, ok := p.inYear(2000, 1)
	return ok
}

// someMonth reports whether the masked month can be one.
func (p Point) someMonth() bool {
	for m := 1; m <= 12; m++ {
		if fits(m, p.Month, p.MonthMask, 2) {
			return true
		}
	}
	return false
}

// fits reports whether a number has the digits of want where the mask lets
// them stand.
func fits(v, want int, mask uint8, digits int) bool {
	if mask == 0 {
		return v == want
	}
	for i := range digits {
		if mask>>i&1 == 0 && v%10 != want%10 {
			return false
		}
		v, want = v/10, want/10
	}
	return v == 0
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// seasonMonths gives the first month of a grouping and its length in months.
// Seasons are the meteorological ones. 21 to 24 leave the hemisphere open and
// are read as northern, as news in English and German means them; winter
// begins in the December of its year and runs into the next.
func seasonMonths(season int) (first, months int) {
	switch {
	case season <= 24: // spring, summer, autumn, winter
		return 3 + (season-21)*3, 3
	case season <= 28: // the same, northern hemisphere
		return 3 + (season-25)*3, 3
	case season <= 32: // southern: spring begins in September
		return (8+(season-29)*3)%12 + 1, 3
	case season <= 36: // quarters
		return 1 + (season-33)*3, 3
	case season <= 39: // thirds of a year
		return 1 + (season-37)*4, 4
	default: // halves
		return 1 + (season-40)*6, 6
	}
}

func seasonStart(year, season int) Day {
	m, _ := seasonMonths(season)
	return Day{year, m, 1}
}

func seasonEnd(year, season int) Day {
	m, n := seasonMonths(season)
	if m += n - 1; m > 12 {
		m -= 12
		year++
	}
	return Day{year, m, DaysIn(year, m)}
}
