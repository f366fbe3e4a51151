// Package timex finds time expressions and works out their values, as
// TIMEX3 (ISO 24617-1, TimeML) spans with TIMEX3 values and, for what lies on
// the calendar, EDTF (ISO 8601-2).
//
// Recognition, the choice of a value, and the reason for that choice are
// apart: every [Timex] says by which rule and from which anchor its value
// came.
package timex

import "fasti/extract/article"

// Type is the TIMEX3 type.
type Type string

// The TIMEX3 types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Basis is how the day was found (DESIGN: basis of a date).
type Basis string

// The bases that a time expression can give.
const (
	Explicit Basis = "explicit" // "am 7. Oktober 2023"
	Inferred Basis = "inferred" // "am 7. Oktober": the year is worked out
	Relative Basis = "relative" // "am Dienstag", "letzte Woche"
	NoBasis  Basis = ""         // durations, sets, unresolved
)

// Timex is one time expression.
type Timex struct {
	article.Span        // without a preposition: "Dienstag" of "am Dienstag"
	Type         Type   // DATE, TIME, DURATION or SET
	Value        string // TIMEX3 value: "2024-02-06", "2024-W05", "P3D", "PRESENT_REF", "XXXX-10-07"
	Mod          string // TIMEX3 mod: "START", "MID", "END", "APPROX", "MORE_THAN" …; or ""
	EDTF         string // the same as EDTF; "" where EDTF has none (durations, sets, references)
	Anchor       string // what the value was counted from: "dct", "mention", "text" (says it itself) or "none"
	Rule         string // the rule that chose, for explaining: "weekday-past"
	Basis        Basis
	During       bool // a word before it says that something was at or about that time: "over the weekend", "um Ostern"
	Third        bool // a part of it is meant, and which days that are is a reading: "early March", "mid-2019"
	NoDay        bool // it says a time of day and no day, which comes from elsewhere: "am Abend", "at 5 p.m."
	Aside        bool // the date of something still to come that is only named: "ahead of Thursday's vote"
}

// Range is two time expressions that bound one span of time, or one that is
// open at an end: "vom 4. bis 8. Februar", "seit 2021".
type Range struct {
	article.Span
	EDTF        string
	First, Last int  // indices into Result.Timexes; -1 for an open end
	Sometime    bool // what is told took place at one time in it, and did not last up to its end: "before Christmas"
}

// Result is all time expressions of one text, in order, not overlapping.
type Result struct {
	Timexes  []Timex
	Ranges   []Range
	Warnings []Warning // in no order
}
