package events

import (
	"math"
	"testing"
)

// TestFit holds that the search finds the optimum of a problem with a known
// answer: three of four say yes, and the ridge is weak.
func TestFit(t *testing.T) {
	p := &problem{parameters: 1, ridge: 1e-9}
	for i := range 4 {
		yes := i < 3
		p.groups = append(p.groups, group{alternatives: [][]int32{nil, {0}}, right: []bool{!yes, yes}, weight: 1})
	}
	if got, want := p.fit()[0], math.Log(3); math.Abs(got-want) > 1e-3 {
		t.Errorf("weight %v, not %v", got, want)
	}
}

// TestSameDate holds that dates are compared by the days they mean.
func TestSameDate(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{{"2033-04", "2033-04-01/2033-04-30", true}, {"2033-04-12~", "2033-04-12", true}, {"2033-04", "2033-04-12", false}, {"2033/..", "2033", false}, {"", "2033", false}} {
		if got := sameDate(c.a, c.b); got != c.same {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}
