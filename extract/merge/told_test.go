package merge

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const toldFile = "../../testdata/merge/told.tsv"

// TestTold holds for every case how each two of its events were reckoned, and what
// the timeline tells of itself beside what the case files show: confidence, the
// report that it is worded by, and the decisions.
func TestTold(t *testing.T) {
	var got strings.Builder
	for _, file := range caseFiles(t) {
		for _, c := range readCases(t, file) {
			name := strings.TrimSuffix(filepath.Base(file), ".txt") + "/" + c.name
			tellPairs(&got, name, c)
			tellEvents(&got, name, c)
		}
	}
	want, err := os.ReadFile(toldFile)
	if *update {
		if err := os.WriteFile(toldFile, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		x, y := "", ""
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			t.Fatalf("line %d: got\n%s\nwant\n%s", i+1, x, y)
		}
	}
}

func tellPairs(b *strings.Builder, name string, c testCase) {
	var gists []*Gist
	for _, r := range c.results {
		gists = append(gists, Digest(r))
	}
	arts := canonical(gists)
	items := collect(arts, joinActors(arts, c.opt), c.opt)
	findOver(items)
	s := newScorer(items)
	s.trace = true
	met := map[pair]bool{}
	for _, p := range candidates(items, s) {
		met[p] = true
	}
	for i := range items {
		for k := i + 1; k < len(items); k++ {
			v := s.compare(items[i], items[k])
			if w := s.compare(items[k], items[i]); w.score != v.score || w.never != v.never {
				fmt.Fprintf(b, "%s\t%s %s\tNOT SYMMETRIC\n", name, items[i].ref(), items[k].ref())
			}
			if v.never {
				continue
			}
			fmt.Fprintf(b, "%s\t%s %s\t%d\t%v\t%s\n", name, items[i].ref(), items[k].ref(), v.score, met[pair{i, k}], strings.Join(v.why, ", "))
		}
	}
}

func tellEvents(b *strings.Builder, name string, c testCase) {
	opt := c.opt
	opt.Trace = true
	t := Merge(c.results, opt)
	for _, e := range t.Events {
		fmt.Fprintf(b, "%s\t%s %s\t%d\t%v %v\tbest %d\t%s %v\n", name, e.When, e.Title, e.Confidence, e.Published, e.Basis, e.Best, e.Lang, e.Places)
		if e.Series != nil {
			fmt.Fprintf(b, "%s\tseries %+v\n", name, *e.Series)
		}
		for _, d := range e.Decisions {
			fmt.Fprintf(b, "%s\t  %s %s: %s; %s; %v\n", name, d.What, d.Of, d.Value, d.Rule, d.Others)
		}
	}
	for _, a := range t.Actors {
		fmt.Fprintf(b, "%s\tactor %s %v %v\n", name, a.ID, a.Aliases, a.Roles)
	}
}
