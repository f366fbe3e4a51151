package ledger

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/merge"
	"fasti/internal/diag"
)

// extractAll is what the command does with a site, without the command.
func extractAll(t testing.TB, dir string) (*Content, *Plan) {
	t.Helper()
	c, ds := Load(dir)
	for _, d := range ds {
		if d.Severity() == diag.Error {
			t.Fatal(d)
		}
	}
	known := c.Known()
	x, err := extract.New(extract.Options{Known: known})
	if err != nil {
		t.Fatal(err)
	}
	var results []*extract.Result
	for _, a := range c.Articles {
		copied := a.Article
		results = append(results, x.Article(&copied))
	}
	return c, c.Apply(merge.Merge(results, merge.Options{Known: known, Vetoes: c.Vetoes()}), Options{Day: "2024-04-01"})
}

func rerun(t testing.TB, s *testSite) *Plan {
	t.Helper()
	_, p := extractAll(t, s.dir)
	if err := p.Write(s.dir); err != nil {
		t.Fatal(err)
	}
	return p
}

// exampleSite copies the example articles; the extraction runs on them for
// real.
func exampleSite(t testing.TB) *testSite {
	s := newSite(t)
	files, err := filepath.Glob("../../content/articles/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no example articles", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s.write("content/articles/"+filepath.Base(f), string(b))
	}
	return s
}

// What the first run writes, the second run leaves alone, although it now
// knows the actors that the first has written.
func TestExampleTwice(t *testing.T) {
	s := exampleSite(t)
	first := rerun(t, s)
	if first.Count("new event") < 10 || first.Count("new actor") < 5 {
		t.Fatalf("%d events, %d actors", first.Count("new event"), first.Count("new actor"))
	}
	c, second := extractAll(t, s.dir)
	for _, f := range second.Files {
		t.Errorf("a second run would write %s (%s):\n%s", f.Path, f.What, lineDiff(string(f.Old), string(f.New)))
	}
	for _, d := range c.Check(second) {
		if d.Severity() == diag.Error {
			t.Error(d)
		}
	}
}

// Every quotation is the bytes at its span, and an article that goes and
// comes back leaves everything as it was.
func TestExampleEvidence(t *testing.T) {
	s := exampleSite(t)
	rerun(t, s)
	before := s.tree()
	c := s.load()
	bodies := map[string]string{}
	for _, a := range c.Articles {
		bodies[a.Name] = a.Body
	}
	n := 0
	for _, e := range c.Events {
		for _, q := range e.Sources {
			if n++; bodies[q.Article][q.Span[0]:q.Span[1]] != q.Quote {
				t.Errorf("%s: %q is not at its span", e.Path, q.Quote)
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d sources", n)
	}
	gone := "content/articles/" + c.Articles[3].Name + ".md"
	text := s.read(gone)
	s.remove(gone)
	rerun(t, s)
	s.write(gone, text)
	rerun(t, s)
	after := s.tree()
	for _, m := range []map[string]string{before, after} {
		maps.DeleteFunc(m, func(k, _ string) bool { return logged(k) })
	}
	for k, v := range before {
		if d := lineDiff(v, after[k]); d != "" { // entries may stand in another order
			t.Errorf("%s differs:\n%s", k, d)
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d files, were %d", len(after), len(before))
	}
}

// lineDiff lists the lines that only one of two texts has.
func lineDiff(a, b string) string {
	in := func(s string) map[string]bool {
		m := map[string]bool{}
		for l := range strings.Lines(s) {
			m[l] = true
		}
		return m
	}
	x, y := in(a), in(b)
	out := ""
	for l := range strings.Lines(a) {
		if !y[l] {
			out += "- " + l
		}
	}
	for l := range strings.Lines(b) {
		if !x[l] {
			out += "+ " + l
		}
	}
	return out
}

// What people teach about actors changes what is found once; the run after
// that has nothing to do.
func TestExampleTaught(t *testing.T) {
	s := exampleSite(t)
	rerun(t, s)
	edited := 0
	for _, a := range s.load().Actors {
		if a.Kind == "person" || a.Kind == "state" {
			s.edit(a.Path, "kind: "+a.Kind+"\n", "kind: "+a.Kind+"\nwikidata: Q1 # ours\nnot: [Somebody Else]\n")
			edited++
		}
	}
	s.edit(s.load().Events[0].Path, "title: ", "title: \"Ours\" # was: ")
	if edited < 5 {
		t.Fatalf("only %d actors", edited)
	}
	rerun(t, s)
	_, again := extractAll(t, s.dir)
	for _, f := range again.Files {
		t.Errorf("a second run would write %s (%s):\n%s", f.Path, f.What, lineDiff(string(f.Old), string(f.New)))
	}
}
