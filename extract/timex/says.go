package timex

import (
	"strconv"
	"strings"

	"fasti/internal/edtf"
)

// When is the date of a time expression; the zero value where EDTF has none.
func (t *Timex) When() edtf.Date { return parsed(t.EDTF) }

// When is the date of a range; the zero value where EDTF has none.
func (r *Range) When() edtf.Date { return parsed(r.EDTF) }

func parsed(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil { // the tests hold that none is written
		return edtf.Date{}
	}
	return d
}

// Whole is the day, month, year or decade that a time expression names.
// "Early March" is the month and "mid-2019" the year: where in
// it, the text leaves open, and no third of it is more than a reading.
func (t *Timex) Whole() edtf.Date {
	if t.Type == Date && t.Third {
		switch len(t.Value) {
		case len("196"):
			return parsed(t.Value + "X")
		case len("1960"), len("1960-01"):
			return parsed(t.Value)
		}
	}
	return t.When()
}

// Refers reports whether it points to a time without saying which: "now",
// "recently", "soon".
func (t *Timex) Refers() bool { return strings.HasSuffix(t.Value, "_REF") }

// Now reports whether it means the present without saying a day.
func (t *Timex) Now() bool { return t.Value == refNames[refPresent] }

// Open reports whether it means a day that cannot be worked out, as "am
// Dienstag" does in an article without a day of publication.
func (t *Timex) Open() bool {
	return t.EDTF == "" && t.Anchor == "none" && strings.HasPrefix(t.Value, "XXXX")
}

// Night reports whether it means the night of a day.
func (t *Timex) Night() bool { return strings.HasSuffix(t.Value, "TNI") }

// Clocked reports whether it says a time of day.
func (t *Timex) Clocked() bool { return strings.Contains(t.Value, "T") }

// Week reports whether it means a week or a weekend.
func (t *Timex) Week() bool { return t.Type == Date && strings.Contains(t.Value, "-W") }

// WithinYear reports whether it says more than a year: a month, a day, a season.
func (t *Timex) WithinYear() bool {
	return len(strings.TrimPrefix(t.Value, "BC")) > len("1503")
}

// Hours reports whether it is a length of hours or less.
func (t *Timex) Hours() bool { return strings.HasPrefix(t.Value, "PT") }

// Days gives the length in days of what is counted in whole days or weeks; of
// hours and minutes 0, for they leave the day the same; false for what is longer
// or no length.
func (t *Timex) Days() (int, bool) {
	v, ok := strings.CutPrefix(t.Value, "P")
	if !ok || t.Type != Duration || len(v) < 2 {
		return 0, false
	}
	if strings.HasPrefix(v, "T") {
		return 0, true
	}
	n, err := strconv.Atoi(v[:len(v)-1])
	switch {
	case err != nil:
		return 0, false
	case v[len(v)-1] == 'D':
		return n, true
	case v[len(v)-1] == 'W':
		return 7 * n, true
	}
	return 0, false
}
