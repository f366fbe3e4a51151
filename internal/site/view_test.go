package site

import (
	"fmt"
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/internal/config"
	"fasti/internal/ledger"
)

// arranged is a timeline ready for its pages, without Hugo.
func arranged(t testing.TB, lang string, change func(*ledger.Content, *config.Config)) *timeline {
	t.Helper()
	c, cfg := sample(t)
	if change != nil {
		change(c, cfg)
	}
	w, err := newWords(lang, theme(t))
	if err != nil {
		t.Fatal(err)
	}
	return newTimeline(c, cfg, w)
}

func TestBusyDayHasAPage(t *testing.T) {
	for _, n := range []int{dayMin - 1, dayMin} {
		tl := arranged(t, "en", func(c *ledger.Content, _ *config.Config) {
			c.Events = nil
			for i := range n {
				c.Events = append(c.Events, &ledger.Event{ID: fmt.Sprint("b", i), Slug: fmt.Sprint("b", i), Title: "Busy", When: parseDate(t, "2031-06-01"), Status: "happened"})
			}
		})
		pages := listsOf(tl.dayPages())
		month := listsOf(tl.monthPages())[0].Months[0].Days[0]
		if n < dayMin && (len(pages) != 0 || month.Href != "") {
			t.Errorf("%d events: a page of the day", n)
		}
		if n == dayMin && (len(pages) != 1 || len(pages[0].Months[0].Days[0].Cards) != n || month.Href != "01/index.html") {
			t.Errorf("%d events: %d pages, link %q", n, len(pages), month.Href)
		}
	}
}

func TestOrder(t *testing.T) {
	tl := arranged(t, "en", nil)
	var got []string
	for _, e := range tl.events.all() {
		if e.month != nil && e.month.number < 5 {
			got = append(got, e.Slug)
		}
	}
	want := "year month day range about doubt oneof cross open hostile long byhand english until"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("order\n%s, want\n%s", s, want)
	}
	if last := tl.events.all()[tl.events.count()-2:]; last[0].Slug != "yearless" || last[1].Slug != "undated" {
		t.Errorf("what has no year does not come last: %s, %s", last[0].Slug, last[1].Slug)
	}
}

// What nobody may see is on no page: denied, withdrawn, merged, and with
// publish: accepted whatever is not reviewed.
func TestWhatIsPublished(t *testing.T) {
	all := arranged(t, "en", nil)
	for _, id := range []string{"ac2", "ac3", "ac4"} {
		if all.byID[id] != nil {
			t.Errorf("%s is published", id)
		}
	}
	reviewed := arranged(t, "en", func(_ *ledger.Content, cfg *config.Config) { cfg.Fasti.Publish = "accepted" })
	for _, e := range reviewed.events.all() {
		if e.Review == ledger.Proposed && e.Auto {
			t.Errorf("%s is published without review", e.ID)
		}
	}
	if reviewed.events.count() == 0 || reviewed.events.count() >= all.events.count() {
		t.Errorf("%d of %d events reviewed", reviewed.events.count(), all.events.count())
	}
}

// Who says something else is named; that a report is less sure contradicts
// nothing.
func TestClaims(t *testing.T) {
	tl := arranged(t, "en", nil)
	claims := tl.claims(tl.byID["aa1"])
	if len(claims) != 1 {
		t.Fatalf("%d claims", len(claims))
	}
	d := claims[0]
	if d.Count != "2 of 3 reports" || len(d.Others) != 2 || d.Others[0] != "7 March 2031: Küstenbote, 12 Mar 2031; Sound Gazette, 14 Mar 2031" ||
		d.Others[1] != "8 March 2031: \u2068صحيفة الساحل\u2069, 13 Mar 2031" || fmt.Sprint(d.Pips) != "[true true false]" {
		t.Errorf("date: %+v", d)
	}
}

func TestSegments(t *testing.T) {
	who := []*actor{newActor(&ledger.Actor{ID: "w", Title: "Jonas Wolter", Kind: "person"}, &words{lang: "de"})}
	for _, c := range []struct{ text, said, want string }{
		{"Am Dienstag kam Wolter.", "Am Dienstag", "<date:Am Dienstag> kam <actor:Wolter>."},
		{"Wolters Rede, Wolterstorff hörte zu.", "", "<actor:Wolters> Rede, Wolterstorff hörte zu."},
		{"Jonas Wolter sprach mit Wolter.", "gestern", "<actor:Jonas Wolter> sprach mit <actor:Wolter>."},
		{"", "", ""},
	} {
		var b strings.Builder
		for _, s := range segments(c.text, c.said, who) {
			if s.Mark == "" {
				b.WriteString(s.Text)
			} else {
				b.WriteString("<" + s.Mark + ":" + s.Text + ">")
			}
		}
		if b.String() != c.want {
			t.Errorf("%q: %s, want %s", c.text, b.String(), c.want)
		}
	}
}

func TestRel(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"index.html", "e/x/index.html", "e/x/index.html"},
		{"e/x/index.html", "e/y/index.html#sources", "../y/index.html#sources"},
		{"e/x/index.html", "index.html", "../../index.html"},
		{"e/x/index.html", "e/x/event.ics", "event.ics"},
		{"2024/02/index.html", "2024/index.html", "../index.html"},
		{"s/index.html", "s/Ä b/index.html", "%C3%84%20b/index.html"},
	} {
		if got := rel(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// A timeline of nothing, of one event, of events of one moment and of four
// thousand years all draw.
func TestAxis(t *testing.T) {
	for _, dates := range []string{"", "2024-02-06", "2024", "-0043-03-15 2024-02-06 9998-01-01", "0001-01-01 0001-01-02", "2023-10-07 2024-03-31 1973-10-06", "Y-20000 2024"} {
		tl := arranged(t, "de", func(c *ledger.Content, _ *config.Config) {
			c.Events = nil
			for i, s := range strings.Fields(dates) {
				c.Events = append(c.Events, &ledger.Event{ID: fmt.Sprint("x", i), Slug: fmt.Sprint("x", i), Title: "X", When: parseDate(t, s), Status: "happened", Actors: []ledger.Part{{ID: "nordsund", Role: "actor"}}})
			}
		})
		home := tl.home()
		for _, e := range tl.events.all() {
			tl.eventPage(e)
		}
		for _, a := range tl.actors {
			tl.actorPage(a)
		}
		listsOf(tl.yearPages())
		if home.Score == nil {
			if dates != "" {
				t.Errorf("%s: nothing drawn", dates)
			}
			continue
		}
		if n := len(home.Score.Bars); n < 1 || n > 130 {
			t.Errorf("%s: %d bars", dates, n)
		}
		if n := len(home.Score.Ticks); n < 1 || n > 14 {
			t.Errorf("%s: %d ticks", dates, n)
		}
	}
}

// With params.fasti.articles: full the whole text is there, its markup made
// harmless.
func TestFullText(t *testing.T) {
	tl := arranged(t, "en", func(c *ledger.Content, cfg *config.Config) {
		cfg.Fasti.Articles = "full"
		c.Articles[0].Article = article.Article{Name: "harbour-talks", Body: "A *word*.\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n{{< event aa1 >}}"}
	})
	v := tl.sourcePage(tl.report["harbour-talks"])
	if !strings.Contains(v.HTML, "<em>word</em>") || strings.Contains(v.HTML, "<script") || strings.Contains(v.HTML, "javascript:") || v.Body != "" {
		t.Errorf("%s", v.HTML)
	}
}

// One event half a century before the others does not stretch the drawing,
// and costs no other its place.
func TestTrim(t *testing.T) {
	days := []int64{0}
	for i := range int64(180) {
		days = append(days, 18000+i)
	}
	if lo, hi := trim(days); lo != 18000 || hi != 18179 {
		t.Errorf("drawn from %d to %d", lo, hi)
	}
	far := append(append([]int64{0, 9000}, days[1:]...), 40000)
	if lo, hi := trim(far); lo != 18000 || hi != 18179 {
		t.Errorf("with three far ones from %d to %d", lo, hi)
	}
	if lo, hi := trim([]int64{0, 100, 5000}); lo != 0 || hi != 5000 {
		t.Errorf("three days from %d to %d", lo, hi)
	}
}

func TestSameSlugTwice(t *testing.T) {
	tl := arranged(t, "en", func(c *ledger.Content, _ *config.Config) {
		c.Events = []*ledger.Event{
			{ID: "a1", Slug: "storm", Title: "Storm", When: parseDate(t, "2031"), Status: "happened"},
			{ID: "a2", Slug: "Storm", Title: "Storm", When: parseDate(t, "2032"), Status: "happened"},
		}
	})
	if a, b := tl.byID["a1"].path, tl.byID["a2"].path; a != "e/storm/index.html" || b != "e/Storm-a2/index.html" {
		t.Errorf("pages %s and %s", a, b)
	}
}
