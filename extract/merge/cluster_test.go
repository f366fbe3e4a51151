package merge

import "testing"

// made makes a cluster of one report in article name, changed by some.
func made(name string, change ...func(*cluster)) *cluster {
	c := &cluster{items: []*item{{}}, articles: map[string]bool{name: true}}
	for _, f := range change {
		f(c)
	}
	return c
}

// TestTakes holds each of the reasons for which two clusters are not one, beside
// the nearest thing to it that is none.
func TestTakes(t *testing.T) {
	days := func(lo, hi int64) func(*cluster) {
		return func(c *cluster) { c.dated, c.lo, c.hi = true, lo, hi }
	}
	plan := func(day int64) func(*cluster) { return func(c *cluster) { c.plan = day } }
	fact := func(day int64) func(*cluster) { return func(c *cluster) { c.fact = day } }
	number := func(n int) func(*cluster) { return func(c *cluster) { c.series = n } }
	group := func(s string) func(*cluster) { return func(c *cluster) { c.group = s } }
	fixed := func(s string) func(*cluster) { return func(c *cluster) { c.fixed = s } }
	happened := func(c *cluster) { c.happened = true }
	undone := func(c *cluster) { c.undone = true }
	unreal := func(c *cluster) { c.unreal = true }
	tests := []struct {
		name string
		a, b *cluster
		want bool
	}{
		{"nothing against it", made("a"), made("b"), true},
		{"one article", made("a"), made("a"), false},
		{"other people's groups", made("a", group("g")), made("b", group("h")), false},
		{"one without a group", made("a", group("g")), made("b"), true},
		{"other files", made("a", fixed("f")), made("b", fixed("g")), false},
		{"the same file", made("a", fixed("f")), made("b", fixed("f")), true},
		{"other numbers", made("a", number(3)), made("b", number(4)), false},
		{"the same number", made("a", number(3)), made("b", number(3)), true},
		{"one without a number", made("a", number(3)), made("b"), true},
		{"two days apart", made("a", days(10, 10)), made("b", days(12, 12)), true},
		{"three days apart", made("a", days(10, 10)), made("b", days(13, 13)), false},
		{"three days apart, the later first", made("a", days(13, 13)), made("b", days(10, 10)), false},
		{"one without a date", made("a", days(10, 10)), made("b", func(c *cluster) { c.lo, c.hi = 90, 90 }), true},
		{"called off and happened", made("a", happened), made("b", undone), false},
		{"happened and called off", made("a", undone), made("b", happened), false},
		{"twice called off", made("a", undone), made("b", undone), true},
		{"denied and happened", made("a", unreal), made("b", happened), false},
		{"twice denied", made("a", unreal), made("b", unreal), true},
		{"a plan for the day", made("a", plan(20)), made("b", fact(20)), true},
		{"a plan for the day before", made("a", plan(19)), made("b", fact(20)), true},
		{"a plan without a fact", made("a", plan(20)), made("b"), true},
		{"a plan behind the fact", made("a", plan(21)), made("b", fact(20)), false},
		{"the later of two plans counts", made("a", plan(19)), made("b", plan(21), fact(20)), false},
		{"the earlier of two facts counts", made("a", plan(20), fact(25)), made("b", fact(19)), false},
	}
	for _, test := range tests {
		if got := test.a.takes(test.b); got != test.want {
			t.Errorf("%s: takes %v, want %v", test.name, got, test.want)
		}
		if got := test.b.takes(test.a); got != test.want {
			t.Errorf("%s, the other way round: takes %v, want %v", test.name, got, test.want)
		}
	}
}

// TestAbsorb holds that a cluster made of two knows of both.
func TestAbsorb(t *testing.T) {
	a := made("a", func(c *cluster) { c.plan, c.fact, c.happened, c.group = 3, 9, true, "g" })
	b := made("b", func(c *cluster) {
		c.items = append(c.items, &item{})
		c.dated, c.lo, c.hi, c.plan, c.fact, c.series, c.fixed, c.unreal, c.undone = true, 4, 5, 2, 7, 6, "f", true, true
	})
	c := a.absorb(b, link{})
	if len(c.items) != 3 || !c.articles["a"] || !c.articles["b"] {
		t.Errorf("%d reports of %v", len(c.items), c.articles)
	}
	if c.lo != 4 || c.hi != 5 || !c.dated || c.plan != 3 || c.fact != 7 || c.series != 6 || c.group != "g" || c.fixed != "f" || !c.happened || !c.undone || !c.unreal {
		t.Errorf("got %+v", *c)
	}
	if c = c.absorb(made("d", func(c *cluster) { c.dated, c.lo, c.hi = true, 3, 8 }), link{}); c.lo != 3 || c.hi != 8 {
		t.Errorf("from %d to %d, want 3 to 8", c.lo, c.hi)
	}
	if c = c.absorb(made("e"), link{}); !c.dated || c.lo != 3 || c.hi != 8 {
		t.Errorf("what has no date changes the days: %d to %d", c.lo, c.hi)
	}
}

func TestEarliest(t *testing.T) {
	for _, test := range [][3]int64{{0, 0, 0}, {0, 4, 4}, {4, 0, 4}, {4, 5, 4}, {5, 4, 4}, {4, 4, 4}} {
		if got := earliest(test[0], test[1]); got != test[2] {
			t.Errorf("earliest of %d and %d is %d, want %d", test[0], test[1], got, test[2])
		}
	}
}
