package reports_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/reports"
)

// articles are invented; several report the same happenings in other words.
func articles(n int) []*article.Article {
	r := rand.New(rand.NewPCG(7, 7))
	towns := []string{"Norvik", "Selm Harbour", "Tarnau", "Velora"}
	people := []string{"Anna Kolbe", "Peter Marsh", "Olga Brandis"}
	var out []*article.Article
	for i := range n {
		day := 4 + r.IntN(4)
		town, who := towns[r.IntN(len(towns))], people[r.IntN(len(people))]
		text := []string{
			"%s opened the new bridge of %s on %d March 2024.",
			"On %[3]d March 2024 the new bridge of %[2]s was opened by %[1]s.",
			"%s resigned as mayor of %s on %d March 2024.",
		}[r.IntN(3)]
		a := &article.Article{Name: fmt.Sprintf("paper-%02d", i), Title: "News from " + town, Date: fmt.Sprintf("2024-03-%02d", day+1), Lang: "en"}
		a.ReadText(fmt.Sprintf(text, who, town, day) + "\n\nWorkers of the harbour went on strike in " + towns[r.IntN(len(towns))] + " in February 2024.")
		out = append(out, a)
	}
	return out
}

// extractor serves all tests: its models take longer to read than the articles.
var extractor = sync.OnceValues(func() (*extract.Extractor, error) { return extract.New(extract.Options{}) })

// lines are the reports of articles, unsorted.
func lines(t *testing.T, arts []*article.Article, split int) []string {
	t.Helper()
	x, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, a := range arts {
		b, err := reports.Encode(x.Article(a), split)
		if err != nil {
			t.Fatal(err)
		}
		if len(b) > 0 {
			out = append(out, strings.Split(string(b), "\n")...)
		}
	}
	if len(out) < len(arts) {
		t.Fatalf("%d reports of %d articles: the example says too little", len(out), len(arts))
	}
	return out
}

// merged sorts lines and merges them.
func merged(t *testing.T, lines []string, shard reports.Shard) []string {
	t.Helper()
	lines = slices.Clone(lines)
	slices.Sort(lines)
	var out bytes.Buffer
	m := reports.Merger{Shard: shard}
	err := m.Merge(context.Background(), strings.NewReader(strings.Join(lines, "\n")), &out, func(n int, err error) { t.Errorf("line %d: %v", n, err) })
	if err != nil {
		t.Fatal(err)
	}
	if out.Len() == 0 {
		return nil
	}
	return strings.Split(strings.TrimSpace(out.String()), "\n")
}

func TestReportsOfOneHappeningAreOneEvent(t *testing.T) {
	all := lines(t, articles(24), 1)
	events := merged(t, all, reports.Shard{})
	if len(events) >= len(all) || len(events) == 0 {
		t.Fatalf("%d events of %d reports", len(events), len(all))
	}
	many := 0
	for _, e := range events {
		l, err := reports.ReadLine([]byte(e))
		if err != nil {
			t.Fatal(err)
		}
		if l.Event.Articles != len(l.Reports) {
			t.Errorf("%s: %d articles, %d reports", l.Event.ID, l.Event.Articles, len(l.Reports))
		}
		if l.Event.Articles > 1 {
			many++
		}
		for _, r := range l.Reports {
			if r.Sources[0].Quote == "" {
				t.Errorf("%s: a report without a quotation", l.Event.ID)
			}
		}
	}
	if many == 0 {
		t.Error("nothing was joined")
	}
}

// Any parts, merged by themselves and then together, in any order, some given
// twice, give the bytes of everything at once.
func TestMergingIsAssociative(t *testing.T) {
	for _, split := range []int{1, 4} {
		all := lines(t, articles(24), split)
		want := strings.Join(merged(t, all, reports.Shard{}), "\n")
		r := rand.New(rand.NewPCG(1, uint64(split)))
		for round := range 20 {
			parts := make([][]string, 1+r.IntN(4))
			for _, l := range all {
				for range 1 + r.IntN(2) {
					k := r.IntN(len(parts))
					parts[k] = append(parts[k], l)
				}
			}
			var again []string
			for _, p := range parts {
				if r.IntN(4) == 0 {
					again = append(again, p...)
				} else {
					again = append(again, merged(t, p, reports.Shard{})...)
				}
			}
			if got := strings.Join(merged(t, again, reports.Shard{}), "\n"); got != want {
				t.Fatalf("split %d, round %d: other bytes", split, round)
			}
		}
	}
}

func TestShardsAreTheWhole(t *testing.T) {
	all := lines(t, articles(24), 2)
	want := merged(t, all, reports.Shard{})
	var got []string
	for i := 1; i <= 3; i++ {
		part := merged(t, all, reports.Shard{I: i, N: 3})
		if len(part) == len(want) {
			t.Errorf("shard %d has everything", i)
		}
		got = append(got, part...)
	}
	if got = merged(t, got, reports.Shard{}); !slices.Equal(got, want) {
		t.Error("the shards together are not the whole")
	}
}

func TestLinesThatCannotBeMerged(t *testing.T) {
	all := lines(t, articles(4), 1)
	slices.Sort(all)
	for _, c := range []struct {
		name, input string
		faults      int
		err         error
		text        string
	}{
		{name: "a line cut off", input: all[0] + "\n" + all[1][:50] + "\n" + all[2], faults: 1},
		{name: "something else", input: `{"article":"x"}` + "\n" + all[0], faults: 1},
		{name: "a trigger outside", input: strings.Replace(all[0], `"trigger":[`, `"trigger":[9`, 1), faults: 1},
		{name: "another version", input: strings.Replace(all[0], `"v":1`, `"v":2`, 1), err: reports.ErrVersion},
		{name: "not sorted", input: all[len(all)-1] + "\n" + all[0], text: "sort the lines"},
	} {
		t.Run(c.name, func(t *testing.T) {
			faults := 0
			var m reports.Merger
			err := m.Merge(context.Background(), strings.NewReader(c.input), &bytes.Buffer{}, func(int, error) { faults++ })
			if faults != c.faults {
				t.Errorf("%d faults", faults)
			}
			wanted := c.err != nil || c.text != ""
			if wanted != (err != nil) || c.err != nil && !errors.Is(err, c.err) || wanted && !strings.Contains(err.Error(), c.text) {
				t.Errorf("error %v", err)
			}
		})
	}
}
