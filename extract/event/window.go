package event

import (
	"fasti/internal/edtf"
)

// when is the date of a candidate as it is written: that of something of a
// moment in a week or a weekend is one of its days, not a stretch of them
// (EDTF, one of a set).
func (c *candidate) when(in Input) edtf.Date {
	first, last, ok := twoDays(c.date.when)
	if !ok || c.kind.public().is(lasts) {
		return c.date.when
	}
	for i := range in.Timexes.Timexes {
		if t := &in.Timexes.Timexes[i]; t.Week() && t.When() == c.date.when {
			return edtf.OneDayOf(first, last)
		}
	}
	return c.date.when
}
