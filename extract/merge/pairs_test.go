package merge

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"fasti/extract"
)

const pairsFile = "../../testdata/merge/pairs.tsv"

// TestPairs holds that reports of two happenings are never one event, and
// which reports of one happening are. The texts go through all of extraction.
func TestPairs(t *testing.T) {
	b, err := os.ReadFile(pairsFile)
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	count := map[string]int{}
	for i, line := range lines {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			t.Fatalf("line %d: %d fields", i+1, len(f))
		}
		one, found := isOne(t, x, f[2], f[3])
		count[f[0]]++
		switch {
		case f[0] == "apart" && one:
			t.Errorf("%s: two happenings became one event\n%s\n%s%s", f[1], f[2], f[3], found)
		case f[0] == "meet" && !one && *update:
			lines[i] = "lost" + strings.TrimPrefix(line, "meet")
		case f[0] == "meet" && !one:
			t.Errorf("%s: one happening became two events\n%s\n%s%s", f[1], f[2], f[3], found)
		case f[0] == "lost" && one && *update:
			lines[i] = "meet" + strings.TrimPrefix(line, "lost")
		case f[0] == "lost" && one:
			t.Errorf("%s: no longer lost, so -update", f[1])
		}
	}
	t.Log(count)
	if *update {
		if err := os.WriteFile(pairsFile, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// isOne says whether a published event has evidence in both reports, and what
// was found.
func isOne(t *testing.T, x *extract.Extractor, a, b string) (one bool, found string) {
	var results []*extract.Result
	for i, report := range []string{a, b} {
		f := strings.SplitN(report, " ", 3)
		line, err := json.Marshal(map[string]string{"article": string(rune('a' + i)), "lang": f[0], "date": f[1], "text": f[2]})
		if err != nil {
			t.Fatal(err)
		}
		art, err := extract.ReadLine(line)
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, x.Article(art))
	}
	for _, e := range Merge(results, Options{}).Events {
		in := map[string]bool{}
		for _, s := range e.Sources {
			in[s.Article] = true
		}
		one = one || e.Published && len(in) == 2
		if e.Confidence >= 20 {
			found += fmt.Sprintf("\n  %v %s %s %s %d %v %q %v %v", e.Published, e.When, e.Kind, e.Status, e.Confidence, in, e.Sources[0].Trigger, e.Parts, e.Places)
		}
	}
	return one, found
}
