package merge

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"fasti/extract/event"
)

// TestStretches holds under which keys of time an item is looked for.
func TestStretches(t *testing.T) {
	for _, c := range []struct {
		when        string
		days, wider int // how many days and month-days; months and years
		first, last string
	}{
		{"2024-02-06", 2, 1, "d", "m2024-02"},
		{"2024-01-31/2024-02-01", 3, 2, "d", "m2024-02"},
		{"2024-02", 0, 1, "m2024-02", "m2024-02"},
		{"2024-01/2024-02", 0, 2, "m2024-01", "m2024-02"}, // 60 days
		{"2023-07/2023-08", 0, 2, "m2023-07", "m2023-08"}, // 62 days: still by its months
		{"2023-12-31/2024-03-02", 0, 2, "m2023-12", "y2023"},
		{"2024", 0, 2, "m2024-01", "y2024"},
		{"XXXX-02-06", 0, 0, "02-06", "02-06"},
	} {
		keys := (&item{span: onDays(c.when)}).stretches()
		days, wider := 0, 0
		for _, k := range keys {
			switch k[0] {
			case 'd':
				days++
			case 'm', 'y':
				wider++
			}
		}
		first := keys[0]
		if c.first == "d" {
			first = first[:1]
		}
		if days != c.days || wider != c.wider || first != c.first || keys[len(keys)-1] != c.last {
			t.Errorf("%s: %v", c.when, keys)
		}
	}
	if keys := (&item{}).stretches(); keys != nil {
		t.Errorf("undated: %v", keys)
	}
	if got := (&item{span: onDays("2024-02-06")}).stretches()[2]; got != "02-06" {
		t.Errorf("a day is found by the yearly date %q", got)
	}
}

// TestHandles holds by what else an item is looked for: those who are not in
// everything, numbers, places, and its first three rare words.
func TestHandles(t *testing.T) {
	it := &item{res: result("a", "de"), places: []string{"kiel"}}
	it.ids = []string{"law 7"}
	it.words = []string{"ax", "bx", "cx", "dx", "ex", "fx"}
	s := newScorer(nil)
	for i, w := range it.words {
		s.rarity["de "+w] = []int{2, 3, 4, 3, 3, 4}[i]
	}
	if got, want := it.handles(s), []string{"nlaw 7", "pkiel", "wbx", "wcx", "wdx"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestRarity holds how often a word may be said to be rare.
func TestRarity(t *testing.T) {
	for n, want := range map[int]int{1: 4, 4: 4, 5: 3, 32: 3, 33: 2, 256: 2, 257: 1, 3000: 1} {
		var items []*item
		for range n {
			it := &item{res: result("a", "de")}
			it.words = []string{"x"}
			items = append(items, it)
		}
		if got := newScorer(items).rarity["de x"]; got != want {
			t.Errorf("%d times: %d, want %d", n, got, want)
		}
	}
	if a, b := newScorer(make([]*item, 0)).often, newScorer(many(400)).often; a != 8 || b != 10 {
		t.Errorf("common from %d and %d on", a, b)
	}
}

func many(n int) []*item {
	var out []*item
	for range n {
		out = append(out, &item{res: result("a", "de")})
	}
	return out
}

// TestRefers holds which report takes for granted that everybody knows the event.
func TestRefers(t *testing.T) {
	at := func(basis event.Basis, status event.Status, since int64) *item {
		w := onDays("2024-02-06")
		return &item{ev: &event.Event{Basis: basis, Status: status}, span: w, day: w.hi + since}
	}
	for _, c := range []struct {
		it   *item
		want bool
	}{
		{at(event.Explicit, event.Happened, aback), true},
		{at(event.Inferred, event.Happened, aback), true},
		{at(event.Relative, event.Happened, aback), false},
		{at(event.Inherited, event.Happened, aback), false},
		{at(event.Explicit, event.Happened, aback-1), false},
		{at(event.Explicit, event.Alleged, aback), false},
	} {
		if c.it.refers() != c.want {
			t.Errorf("%+v: want %t", c.it.ev, c.want)
		}
	}
	named := at(event.Explicit, event.Happened, aback)
	if named.actors = []part{{actor: 1}}; named.refers() {
		t.Error("one that names somebody is no bare reference")
	}
	placed := at(event.Explicit, event.Happened, aback)
	if placed.places = []string{"kiel"}; placed.refers() {
		t.Error("one that names a place is no bare reference")
	}
	undated := at(event.Explicit, event.Happened, aback)
	if undated.day = 0; undated.refers() {
		t.Error("one of an article without a day is no bare reference")
	}
}

// TestBest holds by which report an event is worded: each is better than the one
// behind it in one respect only.
func TestBest(t *testing.T) {
	make := func(order int, lang string, e event.Event, parts ...part) *item {
		return &item{res: result(strconv.Itoa(order), lang), ev: &e, order: order, actors: parts}
	}
	who := part{actor: 1}
	all := []*item{
		make(9, "de", event.Event{Published: true, Status: event.Happened, Basis: event.Relative, Confidence: 60}, who),
		make(1, "de", event.Event{Published: true, Status: event.Happened, Basis: event.Relative, Confidence: 59}, who),
		make(0, "de", event.Event{Published: true, Status: event.Happened, Basis: event.Inherited, Confidence: 90}, who),
		make(0, "en", event.Event{Published: true, Status: event.Happened, Basis: event.Explicit, Confidence: 95}, who),
		make(0, "de", event.Event{Published: true, Status: event.Happened, Basis: event.Explicit, Confidence: 95}),
		make(0, "de", event.Event{Published: true, Status: event.Planned, Basis: event.Explicit, Confidence: 95}, who),
		make(0, "de", event.Event{Status: event.Happened, Basis: event.Explicit, Confidence: 95}, who),
	}
	for i := range all {
		if got := (&cluster{items: all[i:]}).best(event.Happened, "de"); got != all[i] {
			t.Errorf("from %d on, the best is %+v", i, got.ev)
		}
		turned := slices.Clone(all[i:])
		if slices.Reverse(turned); (&cluster{items: turned}).best(event.Happened, "de") != all[i] {
			t.Errorf("from %d on, the last first, another is best", i)
		}
	}
	twins := []*item{make(2, "de", event.Event{}), make(1, "de", event.Event{})}
	if (&cluster{items: twins}).best(event.Happened, "de") != twins[1] {
		t.Error("of two alike the first is best")
	}
}

// TestForemost holds which of several events a bare reference means: the one that
// more articles report, if there is one.
func TestForemost(t *testing.T) {
	of := func(n int) *cluster {
		c := &cluster{articles: map[string]bool{}}
		for i := range n {
			c.articles[strconv.Itoa(i)] = true
		}
		return c
	}
	clusters := []*cluster{of(2), of(3), of(3), of(1)}
	for _, c := range []struct {
		of   []int
		want int
	}{{nil, -1}, {[]int{0}, 0}, {[]int{0, 1}, 1}, {[]int{1, 0}, 1}, {[]int{1, 2}, -1}, {[]int{3, 0, 2}, 2}, {[]int{1, 2, 0}, -1}} {
		if got := foremost(c.of, clusters); got != c.want {
			t.Errorf("%v: %d, want %d", c.of, got, c.want)
		}
	}
}

// TestPlaceKey holds that a place that is an actor, be it the first of all, is known
// by its id, and any other by its letters.
func TestPlaceKey(t *testing.T) {
	c := &cast{actors: []Actor{{ID: "kiel"}}, index: map[localID]int{{"a", "x"}: 0}}
	if got := placeKey(result("a", "de"), "x", c); got != "@kiel" {
		t.Errorf("an actor: %q", got)
	}
	if got := placeKey(result("b", "de"), "Köln", c); got == "@kiel" || got == "" || got != placeKey(result("c", "en"), "Köln", c) {
		t.Errorf("a name: %q", got)
	}
}
