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

// TestDayInOrder: the time of day counts before the order of telling; what
// looks back stands before what was told last; words of one sentence keep theirs.
func TestDayInOrder(t *testing.T) {
	x, y := &report{Article: &ledger.Article{}}, &report{Article: &ledger.Article{}}
	x.Name, x.Lang, y.Name, y.Lang = "x", "en", "y", "de"
	tl := &timeline{report: map[string]*report{"x": x, "y": y}, clocks: openClocks("", "")}
	at := func(id, article string, sentence int, said, quote, trigger string) *event {
		s := saying(article, sentence, "2031-02-05", "relative", "happened")
		if s.Said, s.Quote, s.Trigger = said, quote, trigger; said == "" {
			s.Basis = "inherited"
		}
		return testEvent(id, "2031-02-05", s)
	}
	for _, c := range []struct {
		events []*event
		want   string
	}{
		{[]*event{at("a", "x", 1, "on Wednesday evening", "They voted on Wednesday evening.", "voted"), at("b", "x", 2, "on Wednesday morning", "They met on Wednesday morning.", "met")}, "b a"},
		{[]*event{at("a", "x", 1, "at 9.30 am", "They met.", "met"), at("b", "x", 2, "at noon", "They ate.", "ate"), at("c", "y", 1, "am Nachmittag", "Sie gingen.", "gingen")}, "a b c"},
		{[]*event{at("a", "y", 1, "am Mittwochabend", "Er wies es am Mittwochabend zurück.", "wies"), at("b", "y", 2, "", "Wenige Stunden zuvor hatte er sie empfangen.", "empfangen")}, "b a"},
		{[]*event{at("a", "x", 1, "on Wednesday", "He spoke on Wednesday before he left.", "left"), at("b", "x", 1, "on Wednesday", "He spoke on Wednesday before he left.", "spoke")}, "b a"},
		{[]*event{at("a", "x", 1, "on Wednesday", "He spoke.", "spoke"), at("b", "x", 2, "", "Then he left.", "left")}, "a b"},
	} {
		var got []string
		for _, e := range tl.dayInOrder(c.events) {
			got = append(got, e.ID)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %s want %s", c.events[0].Sources[0].Quote, s, c.want)
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

// TestPlacesDiffer: two articles disagree on where, if the gazetteer knows that
// the one place is not at the other, and the event was at one spot.
func TestPlacesDiffer(t *testing.T) {
	c, cfg := sample(t)
	c.Articles = append(c.Articles, report1("morning", "A talk", "2031-03-09", "en", "Gazette", ""), report1("evening", "The talk", "2031-03-10", "en", "Herald", ""))
	c.Events = nil
	at := func(id, kind, when, a, b string, places ...string) {
		one := ledger.Source{ID: id + "a", Article: "morning", Sentence: 1, Quote: "They met.", When: when, Basis: "explicit", Status: "happened", Places: a}
		two := ledger.Source{ID: id + "b", Article: "evening", Sentence: 1, Quote: "They talked.", When: when, Basis: "explicit", Status: "happened", Places: b}
		c.Events = append(c.Events, &ledger.Event{ID: id, Slug: id, Title: "They meet", When: parseDate(t, when), Status: "happened", Kind: kind, Auto: true, Lang: "en", Places: places, Sources: []ledger.Source{one, two}})
	}
	for id, x := range map[string]struct {
		kind, when, a, b string
		want             bool
	}{
		"p-towns":    {"consult", "2031-03-08", "cairo", "Amman", true},
		"p-country":  {"consult", "2031-03-08", "cairo", "egypt", false},
		"p-strip":    {"assault", "2031-03-08", "rafah", "Gaza Strip", false},
		"p-sea":      {"assault", "2031-03-08", "Red Sea", "yemen", false},
		"p-common":   {"consult", "2031-03-08", "cairo|Amman", "Amman", false},
		"p-silent":   {"consult", "2031-03-08", "cairo", "", false},
		"p-unknown":  {"consult", "2031-03-08", "Old Wharf", "Town Hall", false},
		"p-journey":  {"travel", "2031-03-08", "cairo", "Amman", false},
		"p-days":     {"consult", "2031-03-08/2031-03-12", "cairo", "Amman", false},
		"p-homeland": {"consult", "2031-03-08", "Kassel", "Bremen", true},
	} {
		at(id, x.kind, x.when, x.a, x.b, strings.Split(x.a, "|")...)
		w, err := newWords("en", theme(t))
		if err != nil {
			t.Fatal(err)
		}
		tl := newTimeline(c, cfg, w)
		if got := tl.differs(tl.byID[id]); got != x.want {
			t.Errorf("%s: %v", id, got)
		}
	}
	at("p-open", "consult", "2031-03-08", "cairo", "amman", "cairo", "amman")
	w, err := newWords("en", theme(t))
	if err != nil {
		t.Fatal(err)
	}
	tl := newTimeline(c, cfg, w)
	row := func(id string) string {
		all := tl.claims(tl.byID[id])
		last := all[len(all)-1]
		return last.Name + ", " + last.Here + ", " + last.Count + ": " + strings.Join(last.Others, " | ")
	}
	if got := row("p-towns"); got != "Place, Cairo, 1 of 2 reports: Cairo: Gazette, 9 Mar 2031 | Amman: Herald, 10 Mar 2031" {
		t.Errorf("%+q", got)
	}
	if got := row("p-open"); got != "Place, left open, : Cairo: Gazette, 9 Mar 2031 | Amman: Herald, 10 Mar 2031" {
		t.Errorf("%+q", got)
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
