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
	for name, page := range files {
		if strings.Contains(page, ">0 ") || strings.Contains(page, "Suche in 0") || strings.Contains(page, "von 0") {
			t.Errorf("%s counts what is not there", name)
		}
	}
	mustHold(t, "the places of an empty site", files["p/index.html"], "Hier steht noch nichts.")
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
	mustHold(t, "home", files["index.html"], "37 Ereignisse, Januar – Dezember 2031, aus 25 Berichten von einem Medium", `id="latest"`, `<a href="e/n240/index.html">`)
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
	for name, page := range files {
		if strings.Contains(page, `class="lang"`) {
			t.Errorf("%s marks the language of its quotations, and all are in the site's own", name)
		}
	}
}

// What fasti makes of small things that a reader stumbles over.
func TestSmallWording(t *testing.T) {
	c := &ledger.Content{}
	for _, name := range []string{"a", "b"} {
		c.Articles = append(c.Articles, report1(name, name, "2031-02-24", "de", "Blatt "+name, "https://example.org/"+name))
	}
	source := func(article, when, quote string) ledger.Source {
		return ledger.Source{ID: "s" + article + when, Article: article, Sentence: 1, When: when, Basis: "explicit", Status: "happened", Quote: quote}
	}
	event := func(id, when string, sources ...ledger.Source) {
		c.Events = append(c.Events, &ledger.Event{ID: id, Slug: id, Title: "Titel " + id, When: edtf.Must(when), Kind: "accident", Status: "happened", Basis: "explicit", Auto: true, Lang: "de",
			Places: []string{"bundesstrasse-7", "frankfurt-am-muehlbach"}, Sources: sources})
	}
	event("unfall", "2031-02-23",
		source("a", "2031-02-22/2031-02-23", "FRANKFURT AM MÜHLBACH (zz) In der Nacht zum 23. Februar wurden zwei Menschen auf der Bundesstraße 7 verletzt."),
		source("b", "2031-02-23", "Am 23. Februar wurden bei Frankfurt am Mühlbach drei Menschen verletzt."))
	for i, day := range []string{"2031-02-10", "2031-02-11", "2031-02-12"} {
		event(fmt.Sprint("tag", i), day, source("a", day, "Am Tag danach."))
	}
	event("zahlt", "../2040", source("a", "../2040", "Das Land zahlt bis 2040."))
	tl := newTimeline(c, &config.Config{Title: "T", Language: "de", Fasti: config.Fasti{Publish: "all"}}, phrases(t, "de"))
	if got := tl.place("bundesstrasse-7").name; got != "Bundesstraße 7" {
		t.Errorf("a place is called %q, its report writes it otherwise", got)
	}
	if got := tl.place("frankfurt-am-muehlbach").name; got != "Frankfurt am Mühlbach" {
		t.Errorf("a place is called %q", got)
	}
	if e := tl.byID["unfall"]; !tl.differs(e) {
		t.Error("two and three people are hurt, and the reports are said to agree")
	}
	for _, l := range tl.newestEvents("index.html") {
		if strings.Contains(l.Text, "zahlt") {
			t.Error("what goes on until 2040 is called the latest")
		}
	}
	if got := tl.gaps(); got != "Aus jedem Monat liegen Berichte vor: Februar 2031." {
		t.Errorf("gaps: %s", got)
	}
	for lang, want := range map[string]string{"en": "1,996", "de": "1.996", "ar": "1,996"} {
		if got := phrases(t, lang).number(1996); got != want {
			t.Errorf("%s writes %q for 1996 things", lang, got)
		}
	}
}

// phrases are the words of a language as fasti ships them.
func phrases(t *testing.T, language string) *words {
	t.Helper()
	w, err := newWords(language, theme(t))
	if err != nil {
		t.Fatal(err)
	}
	return w
}
