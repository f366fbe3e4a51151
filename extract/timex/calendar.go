package timex

import "fasti/internal/edtf"

// Days are counted from 1970-01-01 in the proleptic Gregorian calendar; years
// are astronomical (0 is 1 BC). The arithmetic is that of package edtf.

// civil is a calendar day.
type civil struct{ y, m, d int }

// epoch is the ordinal of 1970-01-01 in package edtf.
const epoch = 719468

// days gives the day number of a date.
func days(y, m, d int) int {
	return int(edtf.Day{Year: y, Month: m, Day: d}.Ordinal()) - epoch
}

// date is the inverse of days.
func date(n int) civil {
	d := edtf.DayOf(int64(n + epoch))
	return civil{d.Year, d.Month, d.Day}
}

// monthDays is the number of days of a month.
func monthDays(y, m int) int { return edtf.DaysIn(y, m) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }

// weekday is 1 for Monday to 7 for Sunday (ISO 8601).
func weekday(n int) int { return n + 3 - 7*floorDiv(n+3, 7) + 1 }

// isoWeek gives the ISO 8601 week of a day, and the year that it belongs to.
func isoWeek(n int) (year, week int) {
	thursday := n - weekday(n) + 4
	year = date(thursday).y
	return year, (thursday-days(year, 1, 1))/7 + 1
}

// weekMonday is the Monday of an ISO week.
func weekMonday(year, week int) int {
	jan4 := days(year, 1, 4)
	return jan4 - weekday(jan4) + 1 + 7*(week-1)
}

// addMonths moves a date by months, keeping the day within the month.
func addMonths(c civil, n int) civil {
	m := c.y*12 + c.m - 1 + n
	c.y, c.m = floorDiv(m, 12), m-12*floorDiv(m, 12)+1
	c.d = min(c.d, monthDays(c.y, c.m))
	return c
}

// easter is the day of Easter Sunday in the Gregorian reckoning (the
// anonymous algorithm).
func easter(y int) int {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	mon := (h + l - 7*m + 114) / 31
	return days(y, mon, (h+l-7*m+114)%31+1)
}

// islamic is the day number of a date in the tabular Islamic calendar, which
// lies within a day or two of what is proclaimed.
func islamic(y, m, d int) int {
	return d + (59*(m-1)+1)/2 + (y-1)*354 + (3+11*y)/30 + 1948439 - 2440588
}

// orthodoxEaster is the day of Easter Sunday in the Julian reckoning.
func orthodoxEaster(y int) int {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	month, day := (d+e+114)/31, (d+e+114)%31+1
	return julianDay(y, month, day)
}

// julianDay is the day number of a date of the Julian calendar.
func julianDay(y, m, d int) int {
	a := (14 - m) / 12
	yy, mm := y+4800-a, m+12*a-3
	return d + (153*mm+2)/5 + 365*yy + yy/4 - 32083 - 2440588
}

// jewishNewYear is the day number of 1 Tishri of a year of the Jewish calendar:
// the mean new moon, put off by the four rules.
func jewishNewYear(hy int) int {
	months := (235*hy - 234) / 19
	parts := 12084 + 13753*months
	day := 29*months + parts/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day + jewishDelay(hy) - 2092590
}

// jewishDelay puts a year off whose neighbours would be too long or too short.
func jewishDelay(hy int) int {
	elapsed := func(y int) int {
		months := (235*y - 234) / 19
		parts := 12084 + 13753*months
		day := 29*months + parts/25920
		if 3*(day+1)%7 < 3 {
			day++
		}
		return day
	}
	before, at, after := elapsed(hy-1), elapsed(hy), elapsed(hy+1)
	switch {
	case after-at == 356:
		return 2
	case at-before == 382:
		return 1
	}
	return 0
}

// jewishFeast is the day number of a feast in a year of the common calendar:
// some days from the new year (0), from the feast of lights (1) or from
// Passover (2).
func jewishFeast(y, from, n int) (int, bool) {
	switch from {
	case 0:
		return jewishNewYear(y+3761) + n, true
	case 1:
		first, next := jewishNewYear(y+3761), jewishNewYear(y+3762)
		kislev := first + 83
		if (next-first)%10 == 5 { // Cheshvan has a day more
			kislev++
		}
		return kislev + n, true
	case 2:
		return jewishNewYear(y+3761) - 163 + n, true
	}
	return 0, false
}
