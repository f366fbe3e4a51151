package edtf

import "strings"

// Span gives the days from one to another as an interval, and a single day if
// they are the same; no date if the last is before the first.
func Span(first, last Day) Date {
	if first == last {
		return first.Date()
	}
	d, err := Parse(first.String() + "/" + last.String())
	if err != nil {
		return Date{}
	}
	return d
}

// OneDayOf gives some day, not known which, from one to another.
func OneDayOf(first, last Day) Date {
	d, err := Parse("[" + first.String() + ".." + last.String() + "]")
	if err != nil {
		return Date{}
	}
	return d
}

// WithoutClock leaves the times of day out. Two times of one day are that day.
func (d Date) WithoutClock() Date {
	if !d.start.Clock.Set && !d.end.Clock.Set || d.IsSet() {
		return d
	}
	first, last, two := strings.Cut(d.text, "/")
	first, _, _ = strings.Cut(first, "T")
	last, _, _ = strings.Cut(last, "T")
	text := first
	if two && first != last {
		text += "/" + last
	}
	out, err := Parse(text)
	if err != nil {
		return Date{}
	}
	return out
}

// InYear gives the same date of another year, written with four figures: of
// 29 February the 28th, where that year has none. Intervals, sets and dates
// without a year stay as they are.
func (d Date) InYear(year int) Date {
	if d.shape != single || !d.start.HasYear || d.YearUnknown() {
		return d
	}
	out, err := Parse(yearText(year) + strings.TrimPrefix(d.text, yearText(d.start.Year)))
	if err != nil {
		out = Day{year, d.start.Month, min(d.start.Day, DaysIn(year, d.start.Month))}.Date()
	}
	return out
}

// Earliest is the first day that the point can be; false if it has none.
func (p Point) Earliest() (Day, bool) { return p.first() }
