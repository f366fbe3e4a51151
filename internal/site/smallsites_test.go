package site

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fasti/internal/config"
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// built builds some content and gives the output folder.
func built(t *testing.T, c *ledger.Content, cfg *config.Config) (string, map[string]string) {
	t.Helper()
	o := Options{Dir: t.TempDir(), Content: c, Config: cfg, Version: "1"}
	rep, err := Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range rep.Warnings {
		t.Errorf("warning: %s", w)
	}
	out := filepath.Join(o.Dir, "public")
	return out, tree(t, out)
}

// A site without an event is whole: every link leads somewhere, and no page is
// offered that has nothing on it.
func TestSiteWithoutEvents(t *testing.T) {
	out, files := built(t, &ledger.Content{}, &config.Config{Title: "To come", Language: "de", BaseURL: "https://example.org/", Fasti: config.Fasti{Publish: "all", Articles: "quotes"}})
	checkLinks(t, out)
	for _, name := range []string{allPath, meetingsPath, "planned/index.html", "disagreements/index.html"} {
		if files[name] != "" {
			t.Errorf("%s has nothing on it", name)
		}
	}
	for _, name := range []string{"index.html", notFoundPath, "robots.txt", manifestFile, shareName, "search/index.html", "about/index.html"} {
		if files[name] == "" {
			t.Errorf("%s is missing", name)
		}
	}
}

// localNews is what a town's paper has after a year: 25 articles, an event or
// two from each, one known place, nobody in two of them but the mayor.
func localNews(t *testing.T) (*ledger.Content, *config.Config) {
	t.Helper()
	c := &ledger.Content{Actors: []*ledger.Actor{{ID: "ida-brandt", Title: "Ida Brandt", Kind: "person", Auto: true}}}
	first := edtf.Day{Year: 2031, Month: 1, Day: 10}
	for i := range 25 {
		day := first.Add(14 * i)
		name := fmt.Sprintf("report-%02d", i)
		c.Articles = append(c.Articles, report1(name, fmt.Sprintf("Aus dem Rathaus, %d. Bericht", i+1), day.String(), "de", "Hafenbote", "https://example.org/"+name))
		for k := range 1 + i%2 {
			e := &ledger.Event{ID: fmt.Sprintf("n%02d%d", i, k), Slug: fmt.Sprintf("n%02d%d", i, k), Title: fmt.Sprintf("Der Rat berät zum %d. Mal über die Brücke", i+1), When: day.Add(-k).Date(), Kind: "consult", Status: "happened", Basis: "explicit", Auto: true, Lang: "de", Confidence: 70,
				Places:  []string{"Hamburg"},
				Sources: []ledger.Source{{ID: fmt.Sprintf("s%02d%d", i, k), Article: name, Sentence: k + 1, When: day.Add(-k).String(), Basis: "explicit", Status: "happened", Quote: "Der Rat beriet über die Brücke."}}}
			if i%3 == 0 {
				e.Actors = []ledger.Part{{ID: "ida-brandt", Role: "actor"}}
			}
			c.Events = append(c.Events, e)
		}
	}
	return c, &config.Config{Title: "Hafenchronik", Language: "de", BaseURL: "https://example.org/chronik/", Fasti: config.Fasti{Publish: "all", Articles: "quotes"}}
}

// A local paper's site: it says what it is in figures where its owner does not,
// names the latest, and stays small.
func TestLocalNewsSite(t *testing.T) {
	c, cfg := localNews(t)
	out, files := built(t, c, cfg)
	checkLinks(t, out)
	mustHold(t, "home", files["index.html"], "37 Ereignisse, Januar 2031 – Dezember 2031, aus 25 Berichten von 1 Medium", `id="latest"`, `<a href="e/n240/index.html">`)
	mustHold(t, "the places", files["p/index.html"], `<path class="land"`, "Hamburg")
	mustHold(t, "an event", files["e/n000/index.html"], "Aus dem Rathaus, 1. Bericht</a>")
	if files[meetingsPath] != "" {
		t.Error("nobody met anybody, and there is a page of it")
	}
	for name, limit := range map[string]int{"index.html": 30 << 10, "e/n240/index.html": 15 << 10, "a/ida-brandt/index.html": 20 << 10, allPath: 20 << 10} {
		if n := zipped(t, files[name]); n > limit || n == 0 {
			t.Errorf("%s has %d bytes, %d are allowed", name, n, limit)
		}
	}
	if strings.Contains(files["index.html"], "…") {
		t.Error("something is cut off on the home page")
	}
}
