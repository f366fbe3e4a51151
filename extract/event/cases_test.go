package event_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
)

var update = flag.Bool("update", false, "rewrite what the cases of testdata/events expect")

// testCase is one short article of a case file.
type testCase struct {
	head string // "== name date"
	name string
	date string
	note []string // "# ..." lines above it
	text []string
	want []string
	gap  string // why it is not met yet: the line "gap: ..."
}

// readCases reads a case file: "== NAME DATE", the article's text, then a
// line "-> ..." for each published event, "-> none" for no event.
func readCases(t *testing.T, path string) []testCase {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []testCase
	var notes []string
	for n, l := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
		switch {
		case strings.HasPrefix(l, "== "):
			f := strings.Fields(l)
			c := testCase{head: l, name: f[1], note: notes}
			if len(f) > 2 {
				c.date = f[2]
			}
			out, notes = append(out, c), nil
		case strings.HasPrefix(l, "#") || len(out) == 0:
			notes = append(notes, l)
		case strings.HasPrefix(l, "-> "):
			out[len(out)-1].want = append(out[len(out)-1].want, l)
		case strings.HasPrefix(l, "gap: "):
			out[len(out)-1].gap = l
		case len(notes) > 0 && l == "":
			notes = append(notes, l)
		default:
			c := &out[len(out)-1]
			if len(c.want) > 0 && l != "" {
				t.Fatalf("%s:%d: text behind the expectations", path, n+1)
			}
			c.text = append(c.text, l)
		}
	}
	return out
}

// line prints a published event as the case files have it; its title has cases
// of its own, in testdata/titles.
func line(a *article.Article, e *event.Event) string {
	parts := make([]string, 0, len(e.Parts))
	for _, p := range e.Parts {
		parts = append(parts, p.Actor+"="+string(p.Role))
	}
	s := fmt.Sprintf("-> %s %s %s %s", e.When, e.Status, e.Basis, e.Kind)
	if len(parts) > 0 {
		s += " " + strings.Join(parts, " ")
	}
	if len(e.Places) > 0 {
		s += " in=" + strings.Join(e.Places, ",")
	}
	if e.Series != nil {
		s += fmt.Sprintf(" series=%s/%s/%d", e.Series.Of, e.Series.What, e.Series.Number)
	}
	if n := len(e.Sources); n > 1 {
		s += fmt.Sprintf(" sources=%d", n)
	}
	return s
}

// TestCases holds what becomes of short articles of our own: every phenomenon
// that the notes above the cases name.
func TestCases(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/events/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	sort.Strings(files)
	for _, path := range files {
		lang := filepath.Base(filepath.Dir(path))
		var b strings.Builder
		for _, c := range readCases(t, path) {
			a := &article.Article{Name: c.name, Date: c.date, Lang: lang}
			a.ReadText(strings.Join(c.text, "\n"))
			r := x.Article(a)
			var got []string
			for i := range r.Events {
				if r.Events[i].Published {
					got = append(got, line(a, &r.Events[i]))
				}
			}
			if got == nil {
				got = []string{"-> none"}
			}
			met := strings.Join(got, "\n") == strings.Join(c.want, "\n")
			switch {
			case *update:
			case c.gap == "" && !met:
				t.Errorf("%s: %s: %s\ngot\n%s\nwant\n%s", path, c.name, strings.Join(c.text, " "), strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			case c.gap != "" && met:
				t.Logf("%s: %s: met by now; -update takes its gap line away", path, c.name)
			}
			want := got
			if c.gap != "" {
				want = c.want
			}
			for _, n := range c.note {
				b.WriteString(n + "\n")
			}
			b.WriteString(c.head + "\n" + strings.TrimRight(strings.Join(c.text, "\n"), "\n") + "\n")
			if c.gap != "" && !met {
				b.WriteString(c.gap + "\n")
			}
			b.WriteString(strings.Join(want, "\n") + "\n\n")
		}
		if *update {
			if err := os.WriteFile(path, []byte(strings.TrimRight(b.String(), "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestPhenomena holds that each of the 25 hard phenomena has at least two
// cases in each language; the number before a case's name says which it shows.
func TestPhenomena(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		files, err := filepath.Glob("../../testdata/events/" + lang + "/*.txt")
		if err != nil || len(files) == 0 {
			t.Fatalf("no case files: %v", err)
		}
		count := map[string]int{}
		for _, path := range files {
			for _, c := range readCases(t, path) {
				number, _, _ := strings.Cut(c.name, "-")
				count[number]++
			}
		}
		for n := 1; n <= 25; n++ {
			if k := fmt.Sprintf("%02d", n); count[k] < 2 {
				t.Errorf("%s: phenomenon %s has %d cases", lang, k, count[k])
			}
		}
	}
}
