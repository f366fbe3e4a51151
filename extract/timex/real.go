package timex

// maxYear bounds the years that values can be of, as they have four digits.
const maxYear = 9999

// real reports whether a value exists on the calendar: no 30 February, no 53rd
// week of a year that has 52.
func (p *point) real() bool {
	if p.noYear {
		return p.m <= 0 || p.d <= 0 || p.d <= monthDays(2000, p.m)
	}
	if p.y > maxYear || p.y < -maxYear+1 {
		return false
	}
	switch p.grain {
	case gDay:
		return p.noDay || p.m <= 0 || p.d >= 1 && p.d <= monthDays(p.y, p.m)
	case gWeek, gWeekend:
		return p.n <= 0 || p.n <= isoWeeks(p.y)
	case gSpan:
		return date(p.n).y <= maxYear
	case gDecade, gCentury, gMillen:
		return p.y >= 0 || -p.y < maxYear-1000
	}
	return true
}

// isoWeeks is the number of ISO 8601 weeks of a year.
func isoWeeks(y int) int {
	_, w := isoWeek(days(y, 12, 28))
	return w
}
