package event

import (
	"slices"

	"fasti/internal/edtf"
)

// lasting are the kinds of events that go on for days: of "last week" such an
// event takes all. Of any other it says only that it was on one of those days.
func lasting() []string {
	return []string{"protest", "mobilize", "travel", "aid", "cooperate", "support", "sanction", "economy", "sport", "culture"}
}

// when is the date of a candidate as it is written: that of something of a
// moment in a week or a weekend is one of its days, not a stretch of them
// (EDTF, one of a set).
func (c *candidate) when(in Input) edtf.Date {
	first, last, ok := twoDays(c.date.when)
	if !ok || slices.Contains(lasting(), publicKind(c.kind)) {
		return c.date.when
	}
	for i := range in.Timexes.Timexes {
		if t := &in.Timexes.Timexes[i]; t.Week() && t.When() == c.date.when {
			return edtf.OneDayOf(first, last)
		}
	}
	return c.date.when
}
