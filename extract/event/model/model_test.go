package model

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// TestRoundTrip holds that a table reads as it was written.
func TestRoundTrip(t *testing.T) {
	a := New("any", "own")
	a.Set("verb=en,fall", []int32{-120, 0})
	a.Set("all", []int32{3, 7})
	var b bytes.Buffer
	if err := a.Write(&b, "a remark"); err != nil {
		t.Fatal(err)
	}
	c, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][2]int{"all": {3, 7}, "verb=en,fall": {-120, 0}} {
		r := c.Row([]byte(name))
		if r < 0 || c.Weight(r, 0) != want[0] || c.Weight(r, 1) != want[1] || c.Name(r) != name {
			t.Errorf("%s: row %d", name, r)
		}
	}
	if c.Row([]byte("nothing")) >= 0 {
		t.Error("a feature that was never set has a row")
	}
}

// TestRefuses holds that a broken table is told with its line.
func TestRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "no columns",
		"feature\ta\nx\tten\n":     "line 2",
		"feature\ta\nx\t1\t2\n":    "line 2",
		"feature\ta\nx\t1\nx\t2\n": "stands twice",
	} {
		if _, err := Read(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, not %q", in, err, want)
		}
	}
}

// TestOdds holds that the tables are the functions that they stand for.
func TestOdds(t *testing.T) {
	for d := -9000; d <= 9000; d += 37 {
		x := float64(d) / 1000
		if got, want := float64(PerMille(d)), 1000/(1+math.Exp(-x)); math.Abs(got-want) > 2 {
			t.Errorf("PerMille(%d) = %v, not %.1f", d, got, want)
		}
		if got, want := float64(Add(d, 500)), 1000*math.Log(math.Exp(x)+math.Exp(.5)); math.Abs(got-want) > 3 {
			t.Errorf("Add(%d, 500) = %v, not %.1f", d, got, want)
		}
	}
}

// TestLoad holds that the built-in tables are whole.
func TestLoad(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, table := range map[string]*Table{"want": s.Want, "join": s.Join, "told": s.Told, "kind": s.Kind, "part": s.Part} {
		if table == nil || table.Len() < 50 {
			t.Errorf("%s is missing or empty", name)
		}
	}
}
