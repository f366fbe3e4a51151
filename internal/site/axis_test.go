package site

import (
	"slices"
	"testing"
)

// Ticks stand at round years, before our era as people count them, however
// long the time is.
func TestNextTick(t *testing.T) {
	for _, c := range []struct {
		from, step int
		want       []int
	}{
		{1987, 5, []int{1990, 1995, 2000}},
		{-48, 20, []int{-39, -19, 20, 40}}, // 49, 40, 20 BCE, 20 CE
		{-1, 1, []int{0, 1, 2}},            // 2 BCE, 1 BCE, 1 CE
		{0, 500, []int{500}},
		{-13_800_000_000, 2_000_000_000, []int{-11_999_999_999, -9_999_999_999}},
	} {
		var got []int
		for y := c.from; len(got) < len(c.want); {
			y = nextTick(y, c.step)
			got = append(got, y)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("from %d by %d: %v", c.from, c.step, got)
		}
	}
}
