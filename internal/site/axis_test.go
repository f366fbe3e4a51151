package site

import (
	"slices"
	"strconv"
	"testing"

	"fasti/internal/edtf"
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

// Every label below a drawing has room, the last too: its share is one that the
// style sheet knows.
func TestTicksHaveRoom(t *testing.T) {
	w, err := newWords("en", theme(t))
	if err != nil {
		t.Fatal(err)
	}
	tl := &timeline{words: w}
	for _, span := range [][2]string{{"2024-04-09", "2025-12-20"}, {"2024-12-20", "2026-12-20"}, {"2024-01-05", "2024-06-20"}, {"2001-05-05", "2030-12-20"}, {"1801-05-05", "2030-12-20"}} {
		a := &axis{}
		lo, _ := edtf.Must(span[0]).Earliest()
		hi, _ := edtf.Must(span[1]).Latest()
		a.frame(lo.Ordinal(), hi.Ordinal())
		a.cut()
		tl.ticks(a)
		for i, k := range a.ticks {
			end := a.to + 1
			if i+1 < len(a.ticks) {
				end = a.ticks[i+1].from
			}
			if n, err := strconv.Atoi(a.share(end - k.from)); err != nil || n < 1 || n > 31 {
				t.Errorf("%s to %s: %s has a share of %d", span[0], span[1], k.short, n)
			}
		}
	}
}
