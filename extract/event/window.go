package event

import (
	"slices"
	"strings"

	"fasti/extract/timex"
)

// lasting are the kinds of events that go on for days: of "last week" such an
// event takes all. Of any other it says only that it was on one of those days.
func lasting() []string {
	return []string{"protest", "mobilize", "travel", "aid", "cooperate", "support", "sanction", "economy", "sport", "culture"}
}

// when is the date of a candidate as it is written: that of something of a
// moment in a week or a weekend is one of its days, not a stretch of them
// (EDTF, one of a set).
func (c *candidate) when(in Input) string {
	first, last, ok := strings.Cut(c.date.when, "/")
	if !ok || len(first) != len("2006-01-02") || len(last) != len(first) || slices.Contains(lasting(), publicKind(c.kind)) {
		return c.date.when
	}
	for _, t := range in.Timexes.Timexes {
		if t.EDTF == c.date.when && t.Type == timex.Date && strings.Contains(t.Value, "-W") {
			return "[" + first + ".." + last + "]"
		}
	}
	return c.date.when
}
