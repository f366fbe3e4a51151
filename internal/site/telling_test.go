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

// TestNumbersDiffer: two articles disagree where they give different numbers of
// the same thing at the same time, plainly, in one language; and the page says
// who gives which.
func TestNumbersDiffer(t *testing.T) {
	c, cfg := sample(t)
	c.Articles = append(c.Articles, report1("morning", "A vote", "2031-03-09", "en", "Gazette", ""), report1("evening", "The vote", "2031-03-10", "en", "Herald", ""), report1("abend", "Die Abstimmung", "2031-03-10", "de", "Bote", ""))
	say := func(article, quote, when string) ledger.Source {
		return ledger.Source{ID: "q" + article, Article: article, Sentence: 1, Quote: quote, When: when, Basis: "explicit", Status: "happened"}
	}
	at := func(id string, sources ...ledger.Source) {
		c.Events = append(c.Events, &ledger.Event{ID: id, Slug: id, Title: "The council votes", When: parseDate(t, "2031-03-08"), Status: "happened", Kind: "agree", Auto: true, Lang: "en", Sources: sources})
	}
	c.Events = nil
	at("n1", say("morning", "In the end 120 members voted for it.", "2031-03-08"), say("evening", "The text had the votes of 121 members.", "2031-03-08"))
	at("n2", say("morning", "In the end 120 members voted for it.", "2031-03-08"), say("evening", "The clerks then counted that 121 members had voted for it.", ""))
	at("n3", say("morning", "In the end 120 members voted for it.", "2031-03-08"), say("evening", "More than 100 members voted for it.", "2031-03-08"))
	at("n4", say("morning", "In the end 120 members voted for it.", "2031-03-08"), say("abend", "Dafür stimmten 121 Abgeordnete.", "2031-03-08"))
	at("n5", say("morning", "In the end 120 members voted for it.", "2031-03-08"), say("evening", "A week later 121 members voted for it.", "2031-03"))
	at("n6", say("morning", "In the end 120 members voted for it.", "2031-03-08"), say("evening", "It was carried by 120 members.", "2031-03-08"))
	w, err := newWords("en", theme(t))
	if err != nil {
		t.Fatal(err)
	}
	tl := newTimeline(c, cfg, w)
	for id, want := range map[string]bool{"n1": false, "n2": true, "n3": false, "n4": false, "n5": false, "n6": false} {
		if got := tl.differs(tl.byID[id]); got != want {
			t.Errorf("%s: %v", id, got)
		}
	}
	claims := tl.claims(tl.byID["n2"])
	if len(claims) != 1 || claims[0].Name != "Number: members" || strings.Join(claims[0].Others, " | ") != "120: Gazette, 9 Mar 2031 | 121: Herald, 10 Mar 2031" {
		t.Errorf("%+v", claims)
	}
}
