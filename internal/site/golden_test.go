package site

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what came out into testdata/")

// The pages of the sample, whole. After a change to the templates run with
// -update and read the difference.
func TestGoldenPages(t *testing.T) {
	for lang, names := range map[string][]string{
		"en": {"index.html", "2031/03/index.html", "e/day/index.html", "e/hostile/index.html", "e/oneof/index.html", "e/cancelled/index.html", "e/byhand/index.html",
			"a/mara-lindqvist/index.html", "a/index.html", "s/qarn/index.html", "s/index.html", "undated/index.html", "changes/index.html", "about/index.html",
			"e/joined/index.html", "embed/e/day.html", "search/index.html", "search/2031.js", "events.ics", "feed.xml", "e/day/event.json", "e/day/event.bib"},
		"de": {"e/day/index.html", "e/about/index.html"},
		"ar": {"e/day/index.html"},
	} {
		out, _ := build(t, lang)
		for _, name := range names {
			got, err := os.ReadFile(filepath.Join(out, name))
			if err != nil {
				t.Error(err)
				continue
			}
			golden(t, filepath.Join("testdata", "golden", lang, strings.ReplaceAll(strings.TrimSuffix(name, "/index.html"), "/", "-")), got)
		}
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v (run with -update)", err)
		return
	}
	if string(want) != string(got) {
		a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
		i := 0
		for i < len(a) && i < len(b) && a[i] == b[i] {
			i++
		}
		line := func(l []string) string {
			if i < len(l) {
				return l[i]
			}
			return "(end)"
		}
		t.Errorf("%s, line %d:\nwant %s\ngot  %s", path, i+1, line(a), line(b))
	}
}

// How dates look, in words, in the margin and as a shape.
func TestDates(t *testing.T) {
	var b strings.Builder
	files := theme(t)
	for _, lang := range []string{"en", "de", "fr", "ar"} {
		w, err := newWords(lang, files)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString("# " + lang + ": date | label | short | margin | below | month | shape | machine\n")
		for _, s := range strings.Fields(`2024-02-07 2024-02-05/2024-02-08 2023-11-29/2023-12-01 2023-12-30/2024-01-02 2023-12 2023 2024-01-30~ 2024-01-30? 2024-01-30%
			[2024-01-29..2024-01-31] [2024-01-30..2024-02-02] ../2024-02-08 2024-02-05/.. 2024-02/2024-04 -0043 -0043-03-15 196X 19XX XXXX-10-07 XXXX-10 2024-21 2024-02-XX
			2024-02-07T14:05:00 Y12024 2023~ 2023-12? 0001 0000`) {
			d := parseDate(t, s)
			v := w.when(d)
			b.WriteString(strings.Join([]string{s, v.Label, v.Short, v.Num, v.Under, v.Where, v.Mark, joinNonEmpty("/", v.Start, v.End)}, " | ") + "\n")
		}
	}
	golden(t, "testdata/dates.txt", []byte(b.String()))
}
