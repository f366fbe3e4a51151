package site

import (
	"strings"
	"testing"

	"fasti/internal/ledger"
)

// A place is called as each language calls it, has one page under whatever
// name the reports give it, and its other names lead there.
func TestPlaceNames(t *testing.T) {
	for lang, want := range map[string]string{"en": "Crete", "de": "Kreta", "fr": "Crète", "ar": "كريت"} {
		out, _ := build(t, lang)
		files := tree(t, out)
		if page := files["p/crete/index.html"]; !strings.Contains(page, "<h1>"+want+"</h1>") {
			t.Errorf("%s: the island is not called %s", lang, want)
		}
		if page := files["p/kreta/index.html"]; !strings.Contains(page, `url=../crete/index.html`) {
			t.Errorf("%s: the German name does not lead to the page: %.300s", lang, page)
		}
		if page := files["p/hamburg/index.html"]; strings.Count(page, `data-id="ae`) != 2 {
			t.Errorf("%s: Hamburg and hamburg are not one place", lang)
		}
		if page := files["p/index.html"]; !strings.Contains(page, want) || !strings.Contains(page, "Alte Werft") {
			t.Errorf("%s: the index lacks a place", lang)
		}
	}
}

// The newest day comes first, whatever the order of the lines; an entry stands
// once a day, and one that was new that day says no more than that.
func TestChangeDays(t *testing.T) {
	c, cfg := sample(t)
	c.History = []ledger.Change{
		{Day: "2031-04-09", ID: "aa2", What: "changed", Key: "title", Old: "A", New: "B"},
		{Day: "2031-04-01", ID: "aa1", What: "new"},
		{Day: "2031-04-01", ID: "aa1", What: "changed", Key: "kind", Old: "other", New: "consult"},
		{Day: "2031-04-09", ID: "aa2", What: "corrected", Key: "actors", Old: "", New: "mara-lindqvist actor"},
		{Day: "2031-04-05", ID: "ac4", What: "changed", Key: "title", Old: "A", New: "B"}, // denied, never shown
	}
	w, err := newWords("en", theme(t))
	if err != nil {
		t.Fatal(err)
	}
	tl := newTimeline(c, cfg, w)
	var got []string
	for _, d := range tl.changeDays() {
		got = append(got, d.Time+" ("+tl.changeSum(d.Items)+")")
		for _, x := range d.Items {
			got = append(got, x.Word+": "+x.Title+" | "+strings.Join(x.Lines, " | "))
		}
	}
	want := `2031-04-09 (1 corrected)
Changed · Corrected: Vier Tage Streik der Fähren | actors: Mara Lindqvist, actor | title: “A” became “B”
2031-04-01 (1 new)
New: Lindqvist empfängt Wolter in Nordsund | `
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	if tl.newest != "2031-04-09" {
		t.Errorf("the newest day is %s", tl.newest)
	}
}
