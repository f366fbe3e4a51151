package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// field is one part of what an expression says.
type field uint8

// The fields that tables may fill. docs/add-a-language.md explains each.
const (
	fNone     field = iota
	fYear           // a year as written, 1 to 9999
	fYY             // two digits of a year
	fDecade         // 1990, or 90 where the century is left out
	fCentury        // 18 for the 18th century
	fMillen         // 3 for the third millennium
	fEra            // 1: before Christ
	fMonth          // 1 to 12
	fDay            // 1 to 31
	fDay2           // the last day of a pair that makes one expression
	fWeekday        // 1 Monday to 7 Sunday
	fWeekday2       // second weekday of one expression
	fWeek           // ISO week number
	fWeekend        // 1
	fSeason         // 1 spring to 4 winter
	fQuarter        // 1 to 4
	fHalf           // 1 or 2; of a month also 3: from the 15th on
	fHour           // 0 to 24
	fMinute         // 0 to 59
	fSecond         // 0 to 59
	fPast           // minutes past (or, negative, before) the hour
	fAMPM           // 1 a.m., 2 p.m.
	fZone           // minutes east of UTC
	fPart           // part of the day
	fNum            // a quantity in thousandths; -1 unknown
	fNum2           // of the second unit
	fOrd            // place in a row: 1 first, -1 last
	fUnit           // unit of time
	fUnit2          // second unit
	fRel            // counted from publication: -1 last, 0 this, 1 next
	fMRel           // counted from the last mention: -1 before, 0 same, 1 after
	fYRel           // as fRel, for the year that holds a day or month
	fYMRel          // as fMRel, for the year that holds a day or month
	fOffset         // days from publication
	fMOffset        // days from the last mention
	fDir            // -1 ago, 1 ahead, from publication
	fMDir           // -1 earlier, 1 later, from the last mention
	fMod            // TIMEX3 mod
	fMod2           // a second mod: "about the end of"
	fFeast          // index of a feast
	fRef            // past, present or future in general
	fEvery          // 1: recurring
	fTimes          // how often, in thousandths
	fNoon           // 1 noon, 2 midnight
	fFlag           // how a rule is meant: one of the flags below
	fHHMM           // hour and minute in one number: 1430
	fFigure1        // the day or the month, in figures: which of them, the order of the text says
	fFigure2        // the other one
	fieldCount
)

var fieldNames = [fieldCount]string{
	"-", "year", "yy", "decade", "century", "millennium", "era", "month", "day", "day2",
	"weekday", "weekday2", "week", "weekend", "season", "quarter", "half", "hour", "minute",
	"second", "past", "ampm", "zone", "part", "num", "num2", "ord", "unit", "unit2", "rel",
	"mrel", "yrel", "ymrel", "offset", "moffset", "dir", "mdir", "mod", "mod2", "feast", "ref",
	"every", "times", "noon", "flag", "hhmm", "figure1", "figure2",
}

// Flags that rules set.
const (
	flagToday  = 1  // "today": the day of publication, or nowadays
	flagLength = 2  // counted from an anchor, but the span names a length only: "vor [drei Jahren]"
	flagNow    = 16 // "this very day": as flagToday, but its tense does not matter
	flagEve    = 4  // the night that leads up to the day named

	flagWeekOf   = 32   // the week that a day lies in: "the week of 8 January"
	flagWeekEnd  = 64   // the seven days up to a day: "the week ending 12 January"
	flagWeekFrom = 128  // the seven days from a day on
	flagRest     = 256  // what is left of the week, month or year
	flagEarlier  = 512  // what is over of the week
	flagWeekend  = 8192 // the weekend at a day: "the weekend of 5 May"
	flagLater    = 4096 // what is left of the week; of a month or year "later" says no more than that it lies ahead

	flagWeekBefore = 1024 // the seven days before a day
	flagWeekAfter  = 2048 // the seven days behind a day
)

// Parts of the day, with TIMEX3's names.
const (
	partMO = iota + 1
	partMI
	partAF
	partEV
	partNI
	partDT
)

var partNames = []string{"", "MO", "MI", "AF", "EV", "NI", "DT"}

// Units of time, smallest first.
const (
	unitS = iota + 1
	unitMin
	unitH
	unitD
	unitWE
	unitW
	unitM
	unitQ
	unitHY
	unitY
	unitDE
	unitCE
	unitML
	unitSP // a spring, summer, autumn or winter as a length of time
	unitNI // a night
	unitX  // a time of no known length
)

var unitNames = []string{"", "S", "MIN", "H", "D", "WE", "W", "M", "Q", "HY", "Y", "DE", "CE", "ML", "SEASON", "NI", "X"}

// Seasons, with TIMEX3's names.
var seasonNames = []string{"", "SP", "SU", "FA", "WI"}

// Modifiers, TIMEX3's names.
const (
	modNone = iota
	modSTART
	modMID
	modEND
	modAPPROX
	modLessThan
	modMoreThan
	modEqualOrLess
	modEqualOrMore
	modBefore
	modAfter
	modOnOrBefore
	modOnOrAfter
)

var modNames = []string{"", "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
	"EQUAL_OR_MORE", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"}

// General references.
const (
	refPast = iota + 1
	refPresent
	refFuture
)

var refNames = []string{"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"}

func fieldByName(name string) (field, error) {
	for i, n := range fieldNames {
		if n == name {
			return field(i), nil
		}
	}
	return fNone, fmt.Errorf("no field %q", name)
}

// parseValue reads the value of a field as tables write it: a number, or one
// of the field's own names.
func parseValue(f field, s string) (int32, error) {
	var names []string
	switch f {
	case fPart:
		names = partNames
	case fUnit, fUnit2:
		names = unitNames
	case fSeason:
		names = seasonNames
	case fMod, fMod2:
		names = modNames
	case fRef:
		names = refNames
	case fWeekday, fWeekday2:
		names = []string{"", "MO", "TU", "WE", "TH", "FR", "SA", "SU"}
	case fNum, fNum2, fTimes:
		if s == "X" {
			return -1, nil
		}
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || v < 0 || v > 2e6 {
			return 0, fmt.Errorf("no quantity: %q", s)
		}
		return int32(v*1000 + 0.5), nil
	}
	for i, n := range names {
		if i > 0 && n == s {
			return int32(i), nil
		}
	}
	v, err := strconv.ParseInt(strings.TrimPrefix(s, "+"), 10, 32)
	if err != nil {
		return 0, fmt.Errorf("field %s has no value %q", fieldNames[f], s)
	}
	return int32(v), nil
}
