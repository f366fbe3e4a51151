package edtf

import "time"

// Day is a day of the proleptic Gregorian calendar. Years are astronomical:
// 0 is 1 BCE, -43 is 44 BCE (ISO 8601-1, 4.2.1).
type Day struct{ Year, Month, Day int }

// Ordinal counts the day from 0000-03-01, which is 0. Differences of ordinals
// are differences in days.
func (d Day) Ordinal() int64 {
	// Years begin in March here, so that the leap day is the last of its year.
	y, m := int64(d.Year), int64(d.Month)
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + int64(d.Day) - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy
}

// DayOf is the inverse of [Day.Ordinal].
func DayOf(ordinal int64) Day {
	era := floorDiv(ordinal, 146097)
	doe := ordinal - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := Day{Year: int(yoe + era*400), Month: int(mp + 3), Day: int(doy - (153*mp+2)/5 + 1)}
	if d.Month > 12 {
		d.Month -= 12
		d.Year++
	}
	return d
}

// Weekday tells the day of the week.
func (d Day) Weekday() time.Weekday {
	o := d.Ordinal() + 3 // 0000-03-01 was a Wednesday
	return time.Weekday(o - floorDiv(o, 7)*7)
}

// Valid reports whether the calendar has the day.
func (d Day) Valid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= DaysIn(d.Year, d.Month)
}

// Add gives the day n days later, or earlier if n is negative.
func (d Day) Add(n int) Day { return DayOf(d.Ordinal() + int64(n)) }

// Date gives the day as an EDTF date.
func (d Day) Date() Date {
	t, err := Parse(d.String())
	if err != nil { // a day that the calendar does not have
		return Date{}
	}
	return t
}

// String prints the day as EDTF.
func (d Day) String() string {
	if d.Year > 9999 || d.Year < -9999 {
		return yearText(d.Year) // EDTF has no days in such years
	}
	b := append(make([]byte, 0, 16), yearText(d.Year)...)
	b = append(b, '-', byte('0'+d.Month/10), byte('0'+d.Month%10), '-', byte('0'+d.Day/10), byte('0'+d.Day%10))
	return string(b)
}

// LeapYear reports whether an astronomical year has a 29 February.
func LeapYear(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// DaysIn is the number of days of a month, 0 if there is no such month.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if LeapYear(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	}
	return 0
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
