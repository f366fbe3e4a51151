package site

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A site in several languages: its pages stand the same looks, and the switch
// leads to the same page, from a folder too.
func TestBrowserLanguages(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	out := buildEditions(t)
	pages := []string{"index.html", "en/e/day/index.html", "ar/2031/03/index.html", "imprint/index.html", "en/imprint/index.html", "ar/search/index.html"}
	lines := runBrowser(t, browserJob{Root: out, Pages: pages, Looks: everyLook(), Axe: true, Thorough: true, Steps: [][2]string{
		{"language", "e/day/index.html en"}, {"language", "en/a/mara-lindqvist/index.html ar"}, {"language", "ar/2031/03/index.html de"}, {"language", "imprint/index.html en"},
	}})
	problems(t, lines)
	var saw []string
	for _, l := range lines {
		if l["step"] != nil {
			b, _ := json.Marshal(l["saw"])
			saw = append(saw, string(b))
		}
	}
	want := []string{
		`["en/e/day/index.html","en","ltr","Lindqvist receives Wolter in Nordsund"]`,
		`["ar/a/mara-lindqvist/index.html","ar","rtl","Mara Lindqvist"]`,
		`["2031/03/index.html","de","ltr","März 2031"]`,
		`["en/imprint/index.html","en","ltr","Imprint"]`,
	}
	if !slices.Equal(saw, want) {
		t.Errorf("the switch led to\n%q\nwant\n%q", saw, want)
	}
}

// With scripts off every event is still on a list.
func TestBrowserWithoutScript(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	out, _ := build(t, "ar")
	var steps [][2]string
	for _, pattern := range []string{"*/index.html", "*/*/index.html"} {
		found, err := filepath.Glob(filepath.Join(out, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			name, err := filepath.Rel(out, f)
			if err != nil {
				t.Fatal(err)
			}
			if d := filepath.Base(filepath.Dir(f)); d == "undated" || d[0] >= '0' && d[0] <= '9' || d[0] == '-' {
				steps = append(steps, [2]string{"withoutScript", filepath.ToSlash(name)})
			}
		}
	}
	seen := map[string]bool{}
	lines := runBrowser(t, browserJob{Root: out, Steps: steps})
	problems(t, lines)
	for _, l := range lines {
		list, _ := l["saw"].([]any)
		for _, id := range list {
			seen[id.(string)] = true
		}
	}
	data, err := os.ReadFile(filepath.Join(out, "events.json"))
	if err != nil {
		t.Fatal(err)
	}
	var events []Record
	if err := json.Unmarshal(data, &events); err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		if !seen[e.ID] {
			t.Errorf("%s is on no list", e.ID)
		}
	}
	t.Logf("%d events on %d lists", len(events), len(steps))
}
