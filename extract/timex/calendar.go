package timex

// Days are counted from 1970-01-01 in the proleptic Gregorian calendar; years
// are astronomical (0 is 1 BC).

// civil is a calendar day.
type civil struct{ y, m, d int }

// days gives the day number of a date.
func days(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// date is the inverse of days.
func date(n int) civil {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	c := civil{y: yoe + era*400, m: mp + 3, d: doy - (153*mp+2)/5 + 1}
	if mp >= 10 {
		c.m = mp - 9
		c.y++
	}
	return c
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// monthDays is the number of days of a month.
func monthDays(y, m int) int {
	switch m {
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

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
