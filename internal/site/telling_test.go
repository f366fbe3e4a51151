package site

import (
	"strings"
	"testing"

	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// saying is a sentence of a report that states a date.
func saying(article string, sentence int, when, basis, status string) ledger.Source {
	return ledger.Source{Article: article, Sentence: sentence, When: when, Basis: basis, Status: status}
}

func testEvent(id, when string, sources ...ledger.Source) *event {
	return &event{Event: &ledger.Event{ID: id, When: edtf.Must(when), Status: "happened", Auto: true, Sources: sources}}
}

// TestTold: a day is told as the fullest report tells it; another report puts
// what it alone has behind or before what both have.
func TestTold(t *testing.T) {
	at := func(id string, places ...any) *event {
		e := testEvent(id, "2031-02-05")
		for i := 0; i < len(places); i += 2 {
			e.Sources = append(e.Sources, saying(places[i].(string), places[i+1].(int), "", "", ""))
		}
		return e
	}
	for _, c := range []struct {
		events []*event
		want   string
	}{
		{[]*event{at("a", "x", 3), at("b", "x", 1), at("c", "x", 2)}, "b c a"},
		{[]*event{at("a", "x", 3, "y", 1), at("b", "x", 1), at("c", "x", 2), at("d", "y", 4)}, "b c a d"},
		{[]*event{at("a", "x", 3, "y", 5), at("b", "x", 1), at("c", "x", 2), at("d", "y", 4)}, "b c d a"},
		{[]*event{at("a"), at("b", "x", 1), at("c")}, "b a c"},
		{[]*event{at("a", "x", 2, "x", 9), at("b", "x", 1)}, "b a"},
	} {
		var got []string
		for _, e := range told(c.events) {
			got = append(got, e.ID)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("got %s want %s", s, c.want)
		}
	}
}

// TestDiffers: reports disagree only where two of them state what cannot both
// be true. What fasti worked out is no statement of a paper.
func TestDiffers(t *testing.T) {
	x, y := &report{Article: &ledger.Article{}}, &report{Article: &ledger.Article{}}
	x.Name, x.Publisher, y.Name, y.Publisher = "x", "Bote", "y", "Gazette"
	tl := &timeline{report: map[string]*report{"x": x, "y": y}, historyBy: map[string][]ledger.Change{}}
	for name, c := range map[string]struct {
		sources []ledger.Source
		want    bool
	}{
		"other days":           {[]ledger.Source{saying("x", 1, "2031-02-05", "explicit", "happened"), saying("y", 1, "2031-02-06", "relative", "happened")}, true},
		"the same day":         {[]ledger.Source{saying("x", 1, "2031-02-05", "explicit", "happened"), saying("y", 1, "2031-02-05", "relative", "happened")}, false},
		"less exact":           {[]ledger.Source{saying("x", 1, "2031-02-05", "explicit", "happened"), saying("y", 1, "2031-02", "explicit", "happened")}, false},
		"a day taken over":     {[]ledger.Source{saying("x", 1, "2031-02-05", "explicit", "happened"), saying("y", 1, "2031-02-07", "inherited", "happened")}, false},
		"the publication day":  {[]ledger.Source{saying("x", 1, "2031-02-05", "explicit", "happened"), saying("y", 1, "2031-02-07", "dct", "happened")}, false},
		"one report, two days": {[]ledger.Source{saying("x", 1, "2031-02-05", "explicit", "happened"), saying("x", 2, "2031-02-06", "explicit", "happened")}, false},
		"announced before":     {[]ledger.Source{saying("x", 1, "2031-02-05", "explicit", "planned"), saying("y", 1, "2031-02-05", "explicit", "happened")}, false},
		"denied":               {[]ledger.Source{saying("x", 1, "2031-02-05", "explicit", "denied"), saying("y", 1, "2031-02-05", "explicit", "happened")}, true},
	} {
		e := testEvent("e", "2031-02-05", c.sources...)
		seen := map[string]bool{}
		for _, s := range c.sources {
			if !seen[s.Article] {
				e.reports = append(e.reports, tl.report[s.Article])
			}
			seen[s.Article] = true
		}
		if got := tl.differs(e); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestSpread: key events reach over the whole span, the newest is among them.
func TestSpread(t *testing.T) {
	var all []*event
	for i := range 100 {
		e := testEvent("e", "2031-02-05")
		e.Confidence = i % 7
		e.position = i
		all = append(all, e)
	}
	got := spread(all, 10)
	if len(got) != 10 || got[9] != all[99] {
		t.Fatalf("%d, the last %d", len(got), got[len(got)-1].position)
	}
	for i, e := range got {
		if e.position/10 != i {
			t.Errorf("event %d stands in part %d", e.position, i)
		}
	}
	if got := spread(all[:3], 10); len(got) != 3 {
		t.Error(len(got))
	}
}
