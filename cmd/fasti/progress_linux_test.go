package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Long work says on a terminal how far it is, and nothing of that where it is
// piped or asked to be quiet.
func TestProgressOnATerminal(t *testing.T) {
	dir := deskSiteDir(t)
	line := `{"article":"a","title":"T","date":"2024-02-07","lang":"en","text":"The council of Kiel voted for a harbour on Tuesday."}` + "\n"
	lines := filepath.Join(dir, "lines.jsonl")
	if err := os.WriteFile(lines, []byte(strings.Repeat(line, 300)), 0o644); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "texts")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, n := range []string{"a", "b", "c"} {
		if err := os.WriteFile(filepath.Join(folder, n+".txt"), []byte("Text "+n+". The council of Kiel voted.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ shell, words string }{
		{"extract", "reading articles"},
		{"check", "checking"},
		{"build", "making pages"},
		{"add texts --date 2024-02-07 --lang en", "reading files"},
		{"extract --reports - < lines.jsonl > reports.jsonl", "reading articles"},
		{"merge - < reports.jsonl > merged.jsonl", "reading reports"},
		{"import-events merged.jsonl", "reading events"},
	} {
		p := shellInTerminal(t, dir, "fasti --now 2031-04-01 "+c.shell+"; echo ended")
		p.until("ended")
		if s := p.text(); !strings.Contains(s, c.words) {
			t.Errorf("%s says nothing of its progress:\n%s", c.shell, s)
		}
	}
	for _, args := range [][]string{{"extract"}, {"check"}, {"build"}} {
		if _, said, _ := fastiOn(t, dir, args...); strings.Contains(said, "reading articles") || strings.Contains(said, "making pages") || strings.Contains(said, "checking") {
			t.Errorf("%v, piped: %s", args, said)
		}
	}
}
