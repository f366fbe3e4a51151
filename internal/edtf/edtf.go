// Package edtf reads, prints and compares dates in the Extended Date/Time
// Format (ISO 8601-2:2019, clause 4 and annex A; Library of Congress
// specification): level 0 and 1 whole, and of level 2 sets, masked digits,
// qualification of single parts, exponential years, significant digits and
// the groupings of months (seasons by hemisphere, quarters, thirds, halves).
//
// Begin with [Parse]. A [Date] keeps its text as written; what it covers is
// asked with [Date.Earliest], [Date.Latest] and [Compare], what is known of it
// with [Date.Start] and [Date.End].
//
// The package does not resolve: "2024-21" (spring 2024) has the bounds of the
// meteorological season of the northern hemisphere, and "XXXX-10-07" has none.
package edtf

import "strconv"

// Date is a date, a date with time of day, an interval or a set. The zero
// value is no date. Dates are comparable: == holds for dates of the same text.
type Date struct {
	text         string
	shape        shape
	start, end   Point
	early, late  int64 // ordinals of the first and last day, where bounded
	open0, open1 bool  // not bounded below, above
}

type shape uint8

const (
	none     shape = iota
	single         // one date
	interval       // start/end
	oneOf          // [a,b..c]
	allOf          // {a,b..c}
)

// Point is a date as far as it is given: one end of an interval, or the
// whole of a simple date. Fields that the text leaves out are 0.
type Point struct {
	Year   int // astronomical; masked digits count as 0
	Month  int // 1 to 12
	Day    int // 1 to 31
	Season int // 21 to 41: season, quarter, third or half of the year

	// Bit i of a mask is set if the digit worth 10^i is an X.
	YearMask, MonthMask, DayMask uint8

	YearQ, MonthQ, DayQ Qualifier // MonthQ also qualifies a Season

	HasYear, HasMonth, HasDay bool // the text has the part, if only as X

	// Significant is the number of digits of the year that count (1950S2), or 0.
	Significant int
	digits      int  // of the year as written, for Significant
	minus       bool // the year is written with a minus sign

	Clock Clock

	Open    bool // "..": the interval has no end here, or none is meant
	Unknown bool // "": there is an end but it is not known
}

// Clock is a time of day.
type Clock struct {
	Set                  bool
	Hour, Minute, Second int
	Zoned                bool // the text gives the offset from UTC
	Offset               int  // minutes east of UTC
}

// Qualifier says how far a part is to be trusted.
type Qualifier uint8

// The qualifiers; both bits together are written %.
const (
	Uncertain   Qualifier = 1 << iota // ?
	Approximate                       // ~
)

// String prints the date as EDTF; Parse(d.String()) gives d again.
func (d Date) String() string { return d.text }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.text == "" }

// IsInterval reports whether the date is written with a slash.
func (d Date) IsInterval() bool { return d.shape == interval }

// IsSet reports whether the date is one or all of several.
func (d Date) IsSet() bool { return d.shape == oneOf || d.shape == allOf }

// OneOf reports whether the date is one of several, not known which.
func (d Date) OneOf() bool { return d.shape == oneOf }

// Start is the first end of an interval, else the date itself. For a set it
// is the start of its first element.
func (d Date) Start() Point { return d.start }

// End is the last end of an interval, else the date itself. For a set it is
// the end of its last element.
func (d Date) End() Point { return d.end }

// Approximate reports whether any part is marked as about right (~ or %).
func (d Date) Approximate() bool { return d.qualifiers()&Approximate != 0 }

// Uncertain reports whether any part is marked as doubtful (? or %).
func (d Date) Uncertain() bool { return d.qualifiers()&Uncertain != 0 }

func (d Date) qualifiers() Qualifier {
	if d.IsSet() {
		var q Qualifier
		for _, e := range d.Elements() {
			q |= e.start.Qualifiers() | e.end.Qualifiers()
		}
		return q
	}
	return d.start.Qualifiers() | d.end.Qualifiers()
}

// Qualifiers is all that qualifies some part of the point.
func (p Point) Qualifiers() Qualifier { return p.YearQ | p.MonthQ | p.DayQ }

// YearUnknown reports whether nothing is known of the year, as in
// "XXXX-10-07" and "XXXX-12-30/XXXX-01-02". Such dates have no earliest and no
// latest day. An interval with one known year is bounded there.
func (d Date) YearUnknown() bool {
	if d.shape != single && d.shape != interval {
		return false
	}
	known := d.start.HasYear && !d.start.yearUnknown() || d.end.HasYear && !d.end.yearUnknown()
	return !known && (d.start.yearUnknown() || d.end.yearUnknown())
}

func (p Point) yearUnknown() bool { return p.HasYear && p.YearMask == 0xf }

// yearText prints an astronomical year.
func yearText(y int) string {
	neg := y < 0
	if neg {
		y = -y
	}
	s := strconv.Itoa(y)
	prefix := ""
	if len(s) > 4 {
		prefix = "Y"
	}
	for len(s) < 4 {
		s = "0" + s
	}
	if neg {
		prefix += "-"
	}
	return prefix + s
}
