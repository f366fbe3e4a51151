package merge

import (
	"fmt"
	"reflect"
	"testing"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/internal/edtf"
)

func onDays(s string) window { return windowOf(dateOf(s)) }

func TestDateScore(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		points int
		ok     bool
	}{
		{"2024-02-06", "2024-02-06", sameDay, true},
		{"2024-02-06", "2024-02-07", nearDay, true},
		{"2024-02-06", "2024-02-08", 0, false},
		{"2024-02-06/2024-02-07", "2024-02-06/2024-02-07", sameDay, true},
		{"2024-02-06/2024-02-07", "2024-02-07", sameDay, true},
		{"2024-02-06/2024-02-07", "2024-02-08", 0, false}, // only single days are neighbours
		{"2024-02-06/2024-02-08", "2024-02-07", sameWindow, true},
		{"2024-02-06/2024-02-08", "2024-02-06/2024-02-08", sameDay - 5, true},
		{"2024-02", "2024-02", sameDay - 5, true},
		{"2024-01", "2024-01-31", sameWindow, true},
		{"2024-01-01/2024-02-01", "2024-01-31", wideWindow, true}, // 32 days
		{"2024", "2024-02-06", wideWindow, true},
		{"2024-02", "2024-03", 0, false},
		{"", "2024-02-06", 0, false},
		{"", "", 0, false},
		{"XXXX-02-06", "XXXX-02-06", sameDay / 2, true},
		{"XXXX-02-06", "XXXX-02-07", sameDay / 2, false},
		{"XXXX-02-06", "2024-02-06", sameDay / 2, true},
		{"XXXX-02-06", "2024-02-07", sameDay / 2, false},
		{"XXXX-02-06", "2024-02", sameDay / 2, false},
		{"XXXX-02-06", "", sameDay / 2, false},
		{"2024-02-06/..", "2030-02-06", wideWindow, true},
		{"2024-02-06/..", "2040-02-06", 0, false},
		{"../2024-02-06", "2020-02-06", wideWindow, true},
		{"../2024-02-06", "2024-02-07", 0, false},
	} {
		a, b := &item{span: onDays(c.a)}, &item{span: onDays(c.b)}
		for range 2 {
			if points, ok := dateScore(a, b); ok != c.ok || points != c.points {
				t.Errorf("%s and %s: %d %t, want %d %t", c.a, c.b, points, ok, c.points, c.ok)
			}
			a, b = b, a
		}
	}
}

func TestKindScore(t *testing.T) {
	for _, c := range []struct {
		a, b event.Kind
		want int
	}{
		{event.Court, event.Court, sameKind}, {event.Court, event.Coerce, relatedKind}, {event.Coerce, event.Court, relatedKind},
		{event.Court, event.Sport, otherKind}, {event.Other, event.Sport, 0}, {event.Sport, event.Other, 0}, {"", event.Sport, 0}, {event.Sport, "", 0},
	} {
		if got := kindScore(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// told makes an item of a kind with a status.
func told(kind event.Kind, status event.Status, day int64, parts ...part) *item {
	return &item{ev: &event.Event{Kind: kind, Status: status}, day: day, actors: parts}
}

func TestOpposite(t *testing.T) {
	for _, c := range []struct {
		a, b event.Status
		x, y int64
		want bool
	}{
		{event.Happened, event.Happened, 1, 2, false},
		{event.Happened, event.Alleged, 1, 2, false},
		{event.Happened, event.Cancelled, 1, 2, true},
		{event.Happened, event.Denied, 1, 2, true},
		{event.Planned, event.Happened, 1, 2, false},
		{event.Planned, event.Happened, 2, 2, false},
		{event.Planned, event.Happened, 3, 2, true}, // a plan of after the thing
		{event.Planned, event.Happened, 0, 2, false},
		{event.Planned, event.Happened, 3, 0, false},
		{event.Planned, event.Cancelled, 1, 2, false},
		{event.Planned, event.Alleged, 1, 2, false},
		{event.Planned, event.Denied, 1, 2, true},
		{event.Planned, event.Hypothetical, 1, 2, true},
	} {
		a, b := told(event.Court, c.a, c.x), told(event.Court, c.b, c.y)
		if opposite(a, b) != c.want || opposite(b, a) != c.want {
			t.Errorf("%s on %d and %s on %d: %t, want %t", c.a, c.x, c.b, c.y, opposite(a, b), c.want)
		}
	}
}

func TestReversed(t *testing.T) {
	one := []part{{actor: 1, role: event.Actor}, {actor: 2, role: event.Victim}}
	for _, c := range []struct {
		kind event.Kind
		b    []part
		want bool
	}{
		{event.Assault, []part{{actor: 1, role: event.Victim}, {actor: 2, role: event.Actor}}, true},
		{event.Consult, []part{{actor: 1, role: event.Victim}, {actor: 2, role: event.Actor}}, false},
		{event.Assault, []part{{actor: 1, role: event.Victim}}, false},
		{event.Assault, []part{{actor: 1, role: event.Actor}, {actor: 2, role: event.Actor}}, false},
		{event.Assault, []part{{actor: 1, role: event.Speaker}, {actor: 2, role: event.Mentioned}}, false},
	} {
		if got := reversed(told(c.kind, event.Happened, 0, one...), told(c.kind, event.Happened, 0, c.b...)); got != c.want {
			t.Errorf("%s %v: %t, want %t", c.kind, c.b, got, c.want)
		}
	}
}

func TestOtherIDs(t *testing.T) {
	for _, c := range []struct {
		a, b []string
		want bool
	}{
		{[]string{"resolution 2712"}, []string{"resolution 2728"}, true},
		{[]string{"resolution 2712"}, []string{"resolution 2712"}, false},
		{[]string{"resolution 2712"}, []string{"resolution 2728", "resolution 2712"}, false},
		{[]string{"resolution 2712"}, []string{"law 2728"}, false},
		{[]string{"resolution 2712"}, nil, false},
		{[]string{" 2712"}, []string{" 2728"}, false},
	} {
		if otherIDs(c.a, c.b) != c.want || otherIDs(c.b, c.a) != c.want {
			t.Errorf("%v and %v: want %t", c.a, c.b, c.want)
		}
	}
}

func TestConfidence(t *testing.T) {
	for _, c := range []struct {
		each []int
		want int
	}{
		{[]int{60}, 60}, {[]int{60, 50}, 63}, {[]int{50, 60, 40}, 66}, {[]int{60, 60, 60, 60, 60}, 72}, {[]int{60, 60, 60, 60, 60, 60, 60}, 72},
		{[]int{98, 90}, 99}, {[]int{100, 90}, 100},
	} {
		var items []*item
		for _, n := range c.each {
			items = append(items, &item{ev: &event.Event{Confidence: n}})
		}
		if got := confidence(items); got != c.want {
			t.Errorf("%v: %d, want %d", c.each, got, c.want)
		}
	}
}

func TestMonths(t *testing.T) {
	day := func(s string) int64 { d, _ := edtf.Must(s).Earliest(); return d.Ordinal() }
	for _, c := range []struct {
		lo, hi string
		want   []string
	}{
		{"2024-02-06", "2024-02-06", []string{"2024-02"}},
		{"2024-02-29", "2024-03-01", []string{"2024-02", "2024-03"}},
		{"2023-12-31", "2024-02-01", []string{"2023-12", "2024-01", "2024-02"}},
		{"2024-01-01", "2024-01-31", []string{"2024-01"}},
	} {
		if got := months(window{lo: day(c.lo), hi: day(c.hi), ok: true}); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s to %s: %v, want %v", c.lo, c.hi, got, c.want)
		}
	}
	for s, want := range map[string]string{"2024-02-06": "2024-02-06", "0001-01-01": "0001-01-01"} {
		if got := dayText(day(s)); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestElsewhere(t *testing.T) {
	for _, c := range []struct {
		places [][]string
		want   bool
	}{
		{[][]string{{"kiel"}}, false},
		{[][]string{{"kiel"}, {"kiel", "riga"}}, false},
		{[][]string{{"kiel"}, {"riga"}}, true},
		{[][]string{{"kiel"}, nil}, false},
		{[][]string{{"kiel"}, {"kiel"}, {"riga"}}, true},
	} {
		x := &cluster{}
		for _, p := range c.places {
			x.items = append(x.items, &item{places: p})
		}
		if got := x.elsewhere(); got != c.want {
			t.Errorf("%v: %t, want %t", c.places, got, c.want)
		}
	}
}

// TestDoubted holds what keeps two reports apart whatever their points, beside the
// nearest thing that does not.
func TestDoubted(t *testing.T) {
	s := newScorer(nil)
	speech := told(event.Statement, event.Happened, 0)
	deed := told(event.Court, event.Happened, 0)
	veto := told(event.Reject, event.Happened, 0)
	other := told(event.Statement, event.Happened, 0)
	for _, x := range []*item{speech, deed, veto, other} {
		x.res = result("a", "de")
	}
	other.res = result("b", "en")
	for _, c := range []struct {
		a, b *item
		e    evidence
		want string
	}{
		{deed, deed, evidence{sameDay, 0, 1, false}, ""},
		{deed, deed, evidence{sameDay, 0, 0, false}, "nobody in both"},
		{deed, deed, evidence{sameDay, tellingWords, 0, false}, ""},
		{deed, deed, evidence{sameDay, tellingWords - 1, 0, false}, "nobody in both"},
		{deed, deed, evidence{sameDay, 0, 0, true}, ""},
		{speech, speech, evidence{sameDay, 0, 3, false}, "one speaker says many things in a day"},
		{speech, deed, evidence{sameDay, 0, 3, false}, "one speaker says many things in a day"},
		{deed, speech, evidence{sameDay, 0, 3, false}, "one speaker says many things in a day"},
		{speech, speech, evidence{sameDay, tellingWords, 1, false}, ""},
		{speech, other, evidence{sameDay, 0, 2, false}, ""},
		{speech, other, evidence{sameDay, 0, 1, false}, "one speaker says many things in a day"},
		{veto, veto, evidence{sameDay, 0, 2, false}, ""},
		{veto, veto, evidence{sameDay, 0, 1, false}, "one speaker says many things in a day"},
	} {
		if got := s.doubted(c.a, c.b, c.e); got != c.want {
			t.Errorf("%s, %s, %+v: %q, want %q", c.a.ev.Kind, c.b.ev.Kind, c.e, got, c.want)
		}
	}
	one := &item{wording: wording{ids: []string{"law 7"}}, ev: &event.Event{Kind: event.Court}, res: result("a", "de")}
	for date, want := range map[int]string{sameDay: "", nearDay: "nobody in both"} {
		if got := s.doubted(one, one, evidence{date: date}); got != want {
			t.Errorf("one law, dates %d: %q, want %q", date, got, want)
		}
	}
}

// TestReckoning holds how points are told.
func TestReckoning(t *testing.T) {
	r := reckoning{trace: true}
	r.add(5, "a")
	r.add(0, "nothing")
	r.add(-2, "b")
	r.atMost(3, "not too many")
	r.atMost(2, "few")
	if r.score != 2 || fmt.Sprint(r.why) != "[a +5 b -2 few]" {
		t.Errorf("%d %v", r.score, r.why)
	}
	r = reckoning{}
	if r.add(5, "a"); r.score != 5 || r.why != nil {
		t.Errorf("%d %v", r.score, r.why)
	}
}

func result(name, lang string) *extract.Result {
	return &extract.Result{Article: &article.Article{Name: name, Lang: lang}}
}

func TestOtherScenes(t *testing.T) {
	at := func(kind event.Kind, lang string, country bool, places ...string) *item {
		it := told(kind, event.Happened, 0)
		it.res, it.country, it.places = result("a", lang), country, places
		return it
	}
	for _, c := range []struct {
		a, b *item
		want bool
	}{
		{at(event.Assault, "de", false, "kiel"), at(event.Assault, "de", false, "riga"), true},
		{at(event.Assault, "de", false, "kiel"), at(event.Assault, "en", false, "riga"), false}, // towns have other names there
		{at(event.Assault, "de", true, "norway"), at(event.Assault, "en", true, "latvia"), true},
		{at(event.Assault, "de", true, "norway"), at(event.Assault, "de", false, "riga"), false},
		{at(event.Assault, "de", false, "kiel"), at(event.Assault, "de", false, "kiel", "riga"), false},
		{at(event.Assault, "de", false, "kiel"), at(event.Assault, "de", false), false},
		{at(event.Assault, "de", false, "kiel"), at(event.Court, "de", false, "riga"), false},
	} {
		if otherScenes(c.a, c.b) != c.want || otherScenes(c.b, c.a) != c.want {
			t.Errorf("%v and %v: want %t", c.a.places, c.b.places, c.want)
		}
	}
}

func TestOtherNames(t *testing.T) {
	who := []part{{actor: 1}}
	for _, c := range []struct {
		a, b item
		want bool
	}{
		{item{wording: wording{before: "torvan"}}, item{wording: wording{before: "lumora"}}, true},
		{item{wording: wording{before: "torvan"}}, item{wording: wording{before: "torvan"}}, false},
		{item{wording: wording{before: "torvan"}}, item{}, false},
		{item{actors: who, wording: wording{before: "torvan"}}, item{wording: wording{before: "lumora"}}, false},
		{item{wording: wording{marks: []string{"kestrel"}}}, item{wording: wording{marks: []string{"merlin"}}}, true},
		{item{wording: wording{marks: []string{"kestrel"}}}, item{wording: wording{marks: []string{"kestrel", "merlin"}}}, false},
		{item{wording: wording{marks: []string{"kestrel"}}}, item{wording: wording{marks: []string{"merlin"}, names: []string{"kestrel"}}}, false},
		{item{wording: wording{marks: []string{"kestrel"}}}, item{}, false},
	} {
		if otherNames(&c.a, &c.b) != c.want || otherNames(&c.b, &c.a) != c.want {
			t.Errorf("%+v and %+v: want %t", c.a.wording, c.b.wording, c.want)
		}
	}
}

func TestCompounds(t *testing.T) {
	for _, c := range []struct {
		x, y string
		want bool
	}{
		{"wassergesetz", "waldgesetz", true}, {"wassergesetz", "wassergesetz", false}, {"gesetz", "waldgesetz", false}, {"wasserwerk", "waldgesetz", false},
	} {
		if compounds(c.x, c.y) != c.want || compounds(c.y, c.x) != c.want {
			t.Errorf("%s and %s: want %t", c.x, c.y, c.want)
		}
	}
}

// TestProposed holds that only what is published on both sides is asked about.
func TestProposed(t *testing.T) {
	const name = "a week does not mean one of its days"
	for _, hidden := range []int{-1, 0, 1} {
		for _, c := range readCases(t, "../../testdata/merge/events.txt") {
			if c.name != name {
				continue
			}
			if hidden >= 0 {
				c.results[hidden].Events[0].Published = false
			}
			if got := len(Merge(c.results, c.opt).Proposals); (got == 1) != (hidden < 0) {
				t.Errorf("without %d: %d proposals", hidden, got)
			}
		}
	}
}

func TestNamed(t *testing.T) {
	r := result("a", "de")
	r.Actors.Names = []actor.Name{{Span: article.Span{Start: 3, End: 6}, Type: actor.PER}, {Span: article.Span{Start: 8, End: 12}, Type: actor.LOC}}
	for at, want := range map[int]bool{2: false, 3: true, 5: true, 6: false, 7: false, 8: false, 11: false, 12: false} {
		if got := named(r, at); got != want {
			t.Errorf("byte %d: %t, want %t", at, got, want)
		}
	}
}
