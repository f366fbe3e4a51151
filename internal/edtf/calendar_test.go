package edtf_test

import (
	"testing"
	"time"

	"fasti/internal/edtf"
)

// The standard library keeps the same calendar; it is the judge.
func TestCalendarAgainstTime(t *testing.T) {
	origin := time.Date(0, 3, 1, 0, 0, 0, 0, time.UTC)
	for n := int64(-900_000); n < 900_000; n += 37 {
		want := origin.AddDate(0, 0, int(n))
		d := edtf.DayOf(n)
		if y, m, day := want.Date(); d != (edtf.Day{Year: y, Month: int(m), Day: day}) {
			t.Fatalf("DayOf(%d) = %v, want %s", n, d, want.Format(time.DateOnly))
		}
		if d.Ordinal() != n || d.Weekday() != want.Weekday() || !d.Valid() {
			t.Fatalf("%v: ordinal %d, weekday %s", d, d.Ordinal(), d.Weekday())
		}
	}
}

func TestFarYears(t *testing.T) {
	for _, y := range []int{999_999_999_999_999, -999_999_999_999_999, 170000002, 10000, -10000} {
		d := edtf.Day{Year: y, Month: 12, Day: 31}
		if got := edtf.DayOf(d.Ordinal()); got != d {
			t.Errorf("%v comes back as %v", d, got)
		}
	}
	if edtf.DaysIn(2024, 2) != 29 || edtf.DaysIn(0, 2) != 29 || edtf.DaysIn(-100, 2) != 28 || edtf.DaysIn(2024, 13) != 0 {
		t.Error("lengths of February")
	}
	if got := (edtf.Day{Year: 2024, Month: 2, Day: 28}).Add(2).Date().String(); got != "2024-03-01" {
		t.Error(got)
	}
}
