package site

import (
	"fmt"
	"strings"
	"testing"

	"fasti/internal/ledger"
)

// A month of many events is divided between two days; every event stands on
// one of its pages, and the way to it leads there.
func TestBusyMonth(t *testing.T) {
	c, cfg := sample(t)
	n := 0
	for day := 1; day <= 30; day++ {
		for i := range 40 {
			n++
			c.Events = append(c.Events, &ledger.Event{
				ID: fmt.Sprintf("busy%04d", n), Slug: fmt.Sprintf("busy-%d-%d", day, i), Title: fmt.Sprintf("Meldung %d", n),
				When: parseDate(t, fmt.Sprintf("2032-06-%02d", day)), Status: "happened", Kind: "statement", Review: ledger.Proposed, Auto: true, Basis: "explicit",
			})
		}
	}
	w, err := newWords("en", theme(t))
	if err != nil {
		t.Fatal(err)
	}
	tl := newTimeline(c, cfg, w)
	at := map[string]string{} // event -> page that lists it
	var paths []string
	for _, v := range listsOf(tl.monthPages()) {
		if !strings.HasPrefix(v.Path, "2032/06/") {
			continue
		}
		paths = append(paths, v.Path)
		count := 0
		for _, m := range v.Months {
			for _, d := range m.Days {
				for _, card := range d.Cards {
					at[card.ID] = v.Path
					count++
				}
			}
		}
		if count > monthMax || len(v.Parts) != 3 {
			t.Errorf("%s lists %d events and names %d parts", v.Path, count, len(v.Parts))
		}
	}
	if got := strings.Join(paths, " "); got != "2032/06/index.html 2032/06/part-2/index.html 2032/06/part-3/index.html" {
		t.Errorf("pages: %s", got)
	}
	if len(at) != n {
		t.Errorf("%d of %d events are listed", len(at), n)
	}
	for _, e := range tl.events.all() {
		if strings.HasPrefix(e.ID, "busy") && e.listed(tl) != at[e.ID] {
			t.Fatalf("%s stands on %s, the way leads to %s", e.ID, at[e.ID], e.listed(tl))
		}
	}
	if at["busy0480"] == at["busy0481"] || at["busy0001"] != at["busy0480"] {
		t.Errorf("12 days of 40 events make the first part: %s, %s", at["busy0480"], at["busy0481"])
	}
}
