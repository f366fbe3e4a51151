package site

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fasti/internal/config"
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// years is a timeline of an event a month over a span of years.
func years(t testing.TB, from, to int) func(*ledger.Content, *config.Config) {
	return func(c *ledger.Content, _ *config.Config) {
		c.Events, c.History = nil, nil
		for y := from; y <= to; y++ {
			for m := 1; m <= 12; m++ {
				d := edtf.Day{Year: y, Month: m, Day: 3}
				id := fmt.Sprintf("m%04d%02d", y, m)
				c.Events = append(c.Events, &ledger.Event{ID: id, Slug: id, Title: "The harbour council meets again", When: d.Date(), Kind: "consult", Status: "happened", Lang: "en"})
			}
		}
	}
}

// The margin of a long timeline names the years around the open one and the
// months of that alone.
func TestRailOfManyYears(t *testing.T) {
	tl := arranged(t, "en", years(t, 1990, 2030))
	for _, v := range listsOf(tl.monthPages()) {
		if v.Path != "2010/05/index.html" {
			continue
		}
		var names []string
		months := 0
		for _, r := range v.Rail {
			names = append(names, r.Name)
			months += len(r.Items)
			if len(r.Items) > 0 && r.Name != "2010" {
				t.Errorf("the months of %s stand there", r.Name)
			}
		}
		if want := "All events 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015"; strings.Join(names, " ") != want || months != 12 {
			t.Errorf("%v, %d months", names, months)
		}
	}
	short := arranged(t, "en", years(t, 2030, 2030))
	if r := short.home().Rail; len(r) != 1 || len(r[0].Items) != 12 {
		t.Errorf("a short timeline: %+v", r)
	}
}

// The home page of decades has events of all of them, the newest among them.
func TestHomeSpansAllYears(t *testing.T) {
	tl := arranged(t, "en", years(t, 1990, 2030))
	seen := map[int]bool{}
	for _, e := range tl.key {
		seen[e.month.year/10] = true
	}
	if len(seen) != 5 || tl.key[len(tl.key)-1].month.year != 2030 {
		t.Errorf("decades %v, last %v", seen, tl.key[len(tl.key)-1].ID)
	}
	h := tl.home()
	if len(h.Latest) != latestMax || h.Latest[0].Note != "3 December 2030" {
		t.Errorf("latest: %+v", h.Latest)
	}
	if h.Months[0].Sub != "1 key event of 1" && h.Months[0].Sub != "1 event" {
		t.Errorf("below the heading of a month: %q", h.Months[0].Sub)
	}
}

// What is planned does not stretch the drawing; an arrow leads to it.
func TestPlansAreAnArrow(t *testing.T) {
	tl := arranged(t, "en", func(c *ledger.Content, cfg *config.Config) {
		years(t, 2030, 2030)(c, cfg)
		c.Events = append(c.Events, &ledger.Event{ID: "far", Slug: "far", Title: "The new pier is to open", When: parseDate(t, "2045-05-01"), Status: "planned", Kind: "other"})
	})
	v := tl.home()
	if v.Score.Ahead.Href != "planned/index.html" || v.Score.Ahead.Text != "1 planned" || !strings.HasSuffix(v.Kicker, "December 2030") {
		t.Errorf("%+v, %s", v.Score.Ahead, v.Kicker)
	}
}

// A day of the calendar says how much happened and leads to the first of it; a
// stretch of days counts on each.
func TestCalendarOfAMonth(t *testing.T) {
	tl := arranged(t, "en", nil)
	for _, v := range listsOf(tl.monthPages()) {
		if v.Path != "2031/03/index.html" {
			continue
		}
		cells := map[string]Cell{}
		for _, w := range v.Calendar.Weeks {
			if len(w) != 7 {
				t.Errorf("a week of %d days", len(w))
			}
			for _, c := range w {
				cells[c.Day] = c
			}
		}
		if first := v.Calendar.Weeks[0]; first[4].Day != "" || first[5].Day != "1" { // a Saturday
			t.Errorf("the first week: %+v", first)
		}
		if c := cells["11"]; c.Href != "#e-range" || c.Label != "11 March 2031: 1 event" {
			t.Errorf("a day in a stretch: %+v", c)
		}
		if c := cells["9"]; c.Href != "" || c.Heat != 0 {
			t.Errorf("a day of which nothing is known: %+v", c)
		}
	}
}

// Every event stands once among all, under its year, and a timeline of many is
// divided between two years.
func TestAllEventsInLines(t *testing.T) {
	tl := arranged(t, "en", nil)
	pages := tl.allPages()
	seen := map[string]int{}
	for _, y := range pages[0].Years {
		for _, r := range y.Rows {
			seen[r.ID]++
		}
	}
	if len(pages) != 1 || len(seen) != tl.events.count() {
		t.Errorf("%d pages, %d of %d events", len(pages), len(seen), tl.events.count())
	}
	f := pages[0].Filter
	if len(f.Status) < 3 || len(f.Langs) < 2 || len(f.Actors) == 0 || len(f.Kinds) == 0 || len(f.Places) == 0 || len(f.Review) == 0 || f.First == "" {
		t.Errorf("the filter: %+v", f)
	}
	many := arranged(t, "en", years(t, 1700, 2000)).allPages()
	if len(many) != 2 || len(many[0].Years) != 208 || many[1].Path != "all/part-2/index.html" || len(many[0].Parts) != 2 {
		t.Errorf("%d pages, %d years on the first", len(many), len(many[0].Years))
	}
}

// What became of each plan, by what the reports say.
func TestWhatBecameOfPlans(t *testing.T) {
	tl := arranged(t, "en", func(c *ledger.Content, _ *config.Config) {
		at := func(id, when, status, said string) {
			c.Events = append(c.Events, &ledger.Event{ID: id, Slug: id, Title: "A meeting of the council", When: parseDate(t, when), Status: status, Kind: "consult", Auto: true,
				Sources: []ledger.Source{{ID: "s" + id, Article: "ferry-strike", Sentence: 1, Status: said, Quote: "It is to meet."}, {ID: "t" + id, Article: "qarn", Sentence: 1, Status: status, Quote: "It met."}}})
		}
		c.Events = nil
		at("ahead", "2032-01-01", "planned", "planned") // the newest report is of 1 May 2031
		at("past", "2031-04-01", "planned", "planned")
		at("done", "2031-04-02", "happened", "planned")
		at("off", "2031-04-03", "cancelled", "planned")
		at("other", "2031-04-04", "happened", "happened")
	})
	for _, v := range listsOf(tl.questionPages()) {
		if v.Path != "planned/index.html" {
			continue
		}
		var got []string
		for _, m := range v.Months {
			for _, d := range m.Days {
				for _, c := range d.Cards {
					got = append(got, m.ID+":"+c.ID)
				}
			}
		}
		if s := strings.Join(got, " "); s != "plan-open:ahead plan-silent:past plan-happened:done plan-cancelled:off" {
			t.Error(s)
		}
		return
	}
	t.Error("there is no such page")
}

// Who takes part is said in words, of the kind of event, and a page does not say
// again whom it is about.
func TestPartsInWords(t *testing.T) {
	tl := arranged(t, "en", func(c *ledger.Content, _ *config.Config) {
		c.Events = []*ledger.Event{
			{ID: "x1", Slug: "x1", Title: "Raid on the quay", When: parseDate(t, "2031-03-07"), Status: "happened", Kind: "assault",
				Actors: []ledger.Part{{ID: "mara-lindqvist", Role: "actor"}, {ID: "nordsund", Role: "recipient"}, {ID: "jonas-wolter", Role: "victim"}}},
			{ID: "x2", Slug: "x2", Title: "Talks", When: parseDate(t, "2031-03-08"), Status: "happened", Kind: "consult",
				Actors: []ledger.Part{{ID: "mara-lindqvist", Role: "actor"}, {ID: "jonas-wolter", Role: "recipient"}, {ID: "nordsund", Role: "host"}}},
			{ID: "x3", Slug: "x3", Title: "Death of a pilot", When: parseDate(t, "2031-03-09"), Status: "happened", Kind: "death", Actors: []ledger.Part{{ID: "jonas-wolter", Role: "victim"}}},
		}
	})
	words := func(id, from string) string {
		var out []string
		for _, r := range tl.roleWords(tl.byID[id], from) {
			var who []string
			for _, l := range r.Who {
				who = append(who, l.Text)
			}
			out = append(out, r.Before+strings.Join(who, "+")+r.After)
		}
		return strings.Join(out, " · ")
	}
	for _, c := range []struct{ id, from, want string }{
		{"x1", "index.html", "by Mara Lindqvist · on North Sound · hit: Jonas Wolter"},
		{"x2", "index.html", "with Mara Lindqvist+Jonas Wolter · host: North Sound"},
		{"x3", "index.html", "died: Jonas Wolter"},
		{"x1", "a/mara-lindqvist/index.html", "on North Sound · hit: Jonas Wolter"},
		{"x2", "a/jonas-wolter/mara-lindqvist/index.html", "host: North Sound"},
		{"x2", "a/jonas-wolter/index.html", "with Mara Lindqvist · host: North Sound"},
	} {
		if got := words(c.id, c.from); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.id, c.from, got, c.want)
		}
	}
}

// Every kind of page says in JSON-LD what it is, where, and what of, with whole
// addresses; of an event on one of several days only what they share.
func TestEveryPageIsDescribed(t *testing.T) {
	files, _ := pressed(t, map[string]string{"content/essay.md": "---\ntitle: Essay\n---\n"}, nil)
	script := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
	pages := 0
	for _, name := range sortedKeys(files) {
		if !strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "embed/") || name == notFoundPath {
			continue
		}
		pages++
		m := script.FindAllStringSubmatch(files[name], -1)
		if len(m) != 1 {
			t.Errorf("%s has %d descriptions", name, len(m))
			continue
		}
		var v map[string]any
		if err := json.Unmarshal([]byte(m[0][1]), &v); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if s, _ := v["url"].(string); !strings.HasPrefix(s, "https://example.org/") && v["@type"] != "NewsArticle" || v["@type"] == nil {
			t.Errorf("%s is %v at %v", name, v["@type"], v["url"])
		}
		if name != "essay/index.html" && !strings.Contains(files[name], "noindex") && v["description"] == nil {
			t.Errorf("%s has no description", name)
		}
	}
	if pages < 60 {
		t.Errorf("%d pages", pages)
	}
	var e map[string]any
	if err := json.Unmarshal([]byte(files["e/oneof/event.json"]), &e); err != nil || e["startDate"] != "2031-03" || e["endDate"] != nil {
		t.Errorf("one of several days: %v %v", e["startDate"], e["endDate"])
	}
}

// An event that was on one of several days stands in the calendar with a note.
func TestCalendarNotesDoubt(t *testing.T) {
	tl := arranged(t, "en", nil)
	s := strings.ReplaceAll(string(tl.calendar([]*event{tl.byID["aa6"]}, "x", "events.ics")), "\r\n ", "")
	mustHold(t, "the calendar", s, "DTSTART;VALUE=DATE:20310324", "DTEND;VALUE=DATE:20310327", "(between 24 and 26 March 2031)", `do not say on which of these days`)
}

// An index names people by their surnames.
func TestIndexBySurname(t *testing.T) {
	tl := arranged(t, "en", nil)
	var names []string
	for _, l := range tl.actorIndex().Letters {
		for _, i := range l.Items {
			names = append(names, l.Initial+":"+i.Text)
		}
	}
	for _, want := range []string{"L:Lindqvist, Mara", "W:Wolter, Jonas", "A:al-Amin, Tariq", "F:Ferry Workers’ Union"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not in %v", want, names)
		}
	}
}

// The search's rows carry what it shows and looks through.
func TestSearchRows(t *testing.T) {
	tl := arranged(t, "en", nil)
	row := tl.searchRow(tl.byID["ab1"], "search/index.html")
	if len(row) != 11 || row[2] != "3 May 2031 · planned" || row[6] != "2031-05-03" || row[8] != "planned" || row[9] != "de" || row[10] != "de" || !strings.Contains(row[5], "empfing am 7. März") || strings.Contains(row[5], "*") {
		t.Errorf("%q", row)
	}
}
