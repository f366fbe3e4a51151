package timex

import (
	"fmt"
	"slices"
	"strconv"
)

// moons are the months of the Islamic calendar that are tabled.
type moons struct {
	year   int     // the first
	starts []int32 // the first day of each month, from the first of the first year on
}

// moonsRow reads "months Y D BITS".
func (g *grammar) moonsRow(fields []string) error {
	year, err1 := strconv.Atoi(fields[1])
	n, err2 := strconv.Atoi(fields[2])
	if err1 != nil || err2 != nil || n < 10000101 || n > 99991231 {
		return fmt.Errorf("no months: %q", fields)
	}
	m := &moons{year: year}
	day := int32(days(n/10000, n/100%100, n%100))
	for _, c := range fields[3] {
		m.starts = append(m.starts, day)
		switch c {
		case '0':
			day += 29
		case '1':
			day += 30
		default:
			return fmt.Errorf("a month is 0 or 1, not %q", c)
		}
	}
	g.moons = m
	return nil
}

// next reports whether a day begins a month that is tabled, and which day
// number that is.
func (m *moons) next(n int) (int, bool) {
	if m == nil {
		return 0, false
	}
	_, ok := slices.BinarySearch(m.starts, int32(n))
	return n, ok
}

// day is the day number of a date, by the table where it reaches.
func (m *moons) day(y, month, d int) int {
	if m != nil {
		if k := (y-m.year)*12 + month - 1; k >= 0 && k < len(m.starts) {
			return int(m.starts[k]) + d - 1
		}
	}
	return islamic(y, month, d)
}
