package edtf

import (
	"cmp"
	"math"
	"strings"
)

// Compare is a total order for timelines: by earliest day, then the wider
// before the narrower ("2023-12" opens December), then by time of day, then
// by text. A beginning that is open or unknown comes before all days. Dates
// without a year come after all others, by month and day; no date comes last.
// The result is 0 only for equal dates.
func Compare(a, b Date) int {
	x, y := a.Key(), b.Key()
	return x.Compare(&y)
}

// Key is what [Compare] looks at of a date, worked out once, for who sorts many.
type Key struct {
	class     int
	low, high int64
	seconds   int
	text      string
}

// Key is the date's.
func (d Date) Key() Key {
	k := Key{class: d.class(), seconds: d.start.Clock.seconds(), text: d.text}
	if k.class == classYearless {
		d, _ = d.inYear(2000)
	}
	k.low, k.high = d.low(), d.high()
	return k
}

// Compare is [Compare] of the dates.
func (k *Key) Compare(l *Key) int {
	switch {
	case k.class != l.class:
		return cmp.Compare(k.class, l.class)
	case k.low != l.low:
		return cmp.Compare(k.low, l.low)
	case k.high != l.high:
		return cmp.Compare(l.high, k.high)
	case k.seconds != l.seconds:
		return cmp.Compare(k.seconds, l.seconds)
	}
	return strings.Compare(k.text, l.text)
}

const (
	classDated = iota
	classYearless
	classNone
)

func (d Date) class() int {
	switch {
	case d.text == "":
		return classNone
	case d.YearUnknown():
		return classYearless
	}
	return classDated
}

// seconds counts from midnight; -1 if there is no time of day.
func (c Clock) seconds() int {
	if !c.Set {
		return -1
	}
	return c.Hour*3600 + c.Minute*60 + c.Second
}

func (d Date) low() int64 {
	if d.open0 {
		return math.MinInt64
	}
	return d.early
}

func (d Date) high() int64 {
	if d.open1 {
		return math.MaxInt64
	}
	return d.late
}

// inYear puts a year in the place of one that is not known; false if the
// date does not exist in that year, as 29 February.
func (d Date) inYear(year int) (Date, bool) {
	for _, p := range []*Point{&d.start, &d.end} {
		if p.yearUnknown() {
			p.Year, p.YearMask = year, 0
		}
	}
	// An interval may run over the turn of the year.
	if _ = d.bound(); !d.open0 && !d.open1 && d.late < d.early {
		d.end.Year++
		_ = d.bound()
	}
	return d, d.open0 != d.start.given() && d.open1 != d.end.given()
}

// Overlaps reports whether some day lies within the bounds of both. For a set
// some element must overlap. Of dates without a year, some year must do.
func Overlaps(a, b Date) bool {
	xs, ys := a.Elements(), b.Elements()
	for _, x := range xs {
		for _, y := range ys {
			if overlap(x, y) {
				return true
			}
		}
	}
	return false
}

func overlap(a, b Date) bool {
	ua, ub := a.YearUnknown(), b.YearUnknown()
	switch {
	case ua && ub:
		b, _ = b.inYear(2000)
		return overlap(a, b)
	case ub:
		a, b = b, a
		fallthrough
	case ua:
		if n, ok := b.Days(); !ok || n > 8*366 {
			return true
		}
		for y := DayOf(b.early).Year - 1; y <= DayOf(b.late).Year+1; y++ {
			if t, ok := a.inYear(y); ok && t.low() <= b.high() && b.low() <= t.high() {
				return true
			}
		}
		return false
	}
	return a.low() <= b.high() && b.low() <= a.high()
}

// Contains reports whether every day of b lies within the bounds of a; of
// sets, every element of b within some element of a. A date without a year
// contains nothing and is contained only in a date of the same text.
func Contains(a, b Date) bool {
	if a.text == "" || b.text == "" {
		return false
	}
	if a.text == b.text {
		return true
	}
	xs := a.Elements()
	for _, y := range b.Elements() {
		if !containsOne(xs, y) {
			return false
		}
	}
	return true
}

func containsOne(xs []Date, y Date) bool {
	for _, x := range xs {
		if !x.YearUnknown() && !y.YearUnknown() && x.low() <= y.low() && y.high() <= x.high() {
			return true
		}
	}
	return false
}
