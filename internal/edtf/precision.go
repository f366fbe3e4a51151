package edtf

// Precision says what kind of thing a date is, for marks and words.
type Precision uint8

// The precisions, from none over the fine to the wide.
const (
	NoPrecision         Precision = iota // no date, or XXXX
	PrecisionTime                        // a time of day
	PrecisionDay                         // a day, also of an unknown year
	PrecisionMonth                       // a month
	PrecisionSeason                      // a season of the year, 21 to 32
	PrecisionQuarter                     // a quarter of the year, 33 to 36
	PrecisionThird                       // a third of the year, 37 to 39
	PrecisionHalf                        // a half of the year, 40 and 41
	PrecisionYear                        // a year
	PrecisionDecade                      // 196X, 1965S3
	PrecisionCentury                     // 19XX, 1950S2
	PrecisionMillennium                  // 1XXX and wider
	PrecisionInterval                    // start/end
	PrecisionOneOf                       // [a,b]
	PrecisionAllOf                       // {a,b}
)

var precisionNames = [...]string{"", "time", "day", "month", "season", "quarter", "third", "half",
	"year", "decade", "century", "millennium", "interval", "one-of", "all-of"}

// String names the precision in one lower-case word; "" for NoPrecision.
func (p Precision) String() string { return precisionNames[p] }

// Precision is the finest part of the date that is wholly known: for
// "2004-XX" that is the year, for "XXXX-12-XX" the month. Intervals and sets
// say so; their ends have precisions of their own ([Point.Precision]).
func (d Date) Precision() Precision {
	switch d.shape {
	case single:
		return d.start.Precision()
	case interval:
		return PrecisionInterval
	case oneOf:
		return PrecisionOneOf
	case allOf:
		return PrecisionAllOf
	}
	return NoPrecision
}

// Precision is the finest part of the point that is wholly known.
func (p Point) Precision() Precision {
	switch {
	case p.Clock.Set:
		return PrecisionTime
	case p.HasDay && p.DayMask == 0 && p.MonthMask == 0:
		return PrecisionDay
	case p.HasMonth && p.MonthMask == 0:
		return PrecisionMonth
	case p.Season > 0:
		return seasonPrecision(p.Season)
	case !p.HasYear || p.yearUnknown():
		return NoPrecision
	}
	lo, hi := p.years()
	switch n := hi - lo + 1; {
	case n == 1:
		return PrecisionYear
	case n <= 10:
		return PrecisionDecade
	case n <= 100:
		return PrecisionCentury
	}
	return PrecisionMillennium
}

func seasonPrecision(season int) Precision {
	switch {
	case season <= 32:
		return PrecisionSeason
	case season <= 36:
		return PrecisionQuarter
	case season <= 39:
		return PrecisionThird
	}
	return PrecisionHalf
}
