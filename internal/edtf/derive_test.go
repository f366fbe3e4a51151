package edtf_test

import (
	"testing"

	"fasti/internal/edtf"
)

func TestSpan(t *testing.T) {
	a, b := edtf.Day{Year: 2024, Month: 2, Day: 29}, edtf.Day{Year: 2024, Month: 3, Day: 1}
	for _, c := range []struct{ got, want string }{
		{edtf.Span(a, b).String(), "2024-02-29/2024-03-01"},
		{edtf.Span(a, a).String(), "2024-02-29"},
		{edtf.Span(b, a).String(), ""},
		{edtf.OneDayOf(a, b).String(), "[2024-02-29..2024-03-01]"},
		{edtf.OneDayOf(b, a).String(), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestWithoutClock(t *testing.T) {
	for from, want := range map[string]string{
		"2024-02-06T20:15":                  "2024-02-06",
		"2024-02-06T20:15:00Z":              "2024-02-06",
		"2024-02-06T20:15/2024-02-06T22:00": "2024-02-06",
		"2024-02-06T20:15/2024-02-07T01:00": "2024-02-06/2024-02-07",
		"2024-02-06T20:15/..":               "2024-02-06/..",
		"2024-02":                           "2024-02",
		"[2024-02-06,2024-02-08]":           "[2024-02-06,2024-02-08]",
	} {
		d, err := edtf.Parse(from)
		if err != nil {
			continue // intervals of times of day are not EDTF
		}
		if got := d.WithoutClock().String(); got != want {
			t.Errorf("%s: %q, want %q", from, got, want)
		}
	}
}

func TestInYear(t *testing.T) {
	for _, c := range []struct {
		from string
		year int
		want string
	}{
		{"2024-05-06", 2023, "2023-05-06"},
		{"2024-05", 2025, "2025-05"},
		{"2024-21", 2023, "2023-21"},
		{"2024-02-29", 2023, "2023-02-28"},
		{"2024-02-29", 2028, "2028-02-29"},
		{"XXXX-05-06", 2023, "XXXX-05-06"},
		{"2024-05/2024-06", 2023, "2024-05/2024-06"},
	} {
		if got := edtf.Must(c.from).InYear(c.year).String(); got != c.want {
			t.Errorf("%s in %d: %q, want %q", c.from, c.year, got, c.want)
		}
	}
}
