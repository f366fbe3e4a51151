package site

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// large is a timeline of n events over ten years: 200 actors, the first of
// whom takes part in every fifth event, and one event with 300 sources.
func large(t testing.TB, n int) (*ledger.Content, Options) {
	t.Helper()
	c, cfg := sample(t)
	c.Events, c.Actors = nil, nil
	for i := range 200 {
		c.Actors = append(c.Actors, &ledger.Actor{ID: fmt.Sprintf("actor-%03d", i), Title: fmt.Sprintf("Actor Number%03d", i), Kind: "person", Auto: true})
	}
	first := edtf.Day{Year: 2020, Month: 1, Day: 1}
	for i := range n {
		day := first.Add(i * 3650 / n)
		e := &ledger.Event{ID: fmt.Sprintf("e%06d", i), Slug: fmt.Sprintf("event-%06d", i), Title: fmt.Sprintf("Event number %d is reported", i), When: day.Date(), Kind: "consult", Status: "happened", Basis: "explicit", Auto: true, Review: ledger.Proposed, Lang: "en", Confidence: 50 + i%50,
			Actors:  []ledger.Part{{ID: fmt.Sprintf("actor-%03d", (i*7)%200), Role: "actor"}, {ID: fmt.Sprintf("actor-%03d", (i*13+1)%200), Role: "recipient"}},
			Sources: []ledger.Source{{ID: fmt.Sprintf("s%06d", i), Article: "ferry-strike", Sentence: i + 1, Span: [2]int{i * 100, i*100 + 90}, When: day.String(), Basis: "explicit", Status: "happened", Said: "on Tuesday", Quote: fmt.Sprintf("Actor Number%03d met the other side on Tuesday, in meeting %d.", (i*7)%200, i)}}}
		if i%5 == 0 {
			e.Actors[0].ID = "actor-000"
		}
		c.Events = append(c.Events, e)
		c.History = append(c.History, ledger.Change{Day: day.String(), ID: e.ID, What: "new"})
	}
	for i := range 299 {
		s := c.Events[0].Sources[0]
		s.ID = fmt.Sprintf("m%03d", i)
		s.Article = []string{"harbour-talks", "qarn", "tide-report"}[i%3]
		s.Span = [2]int{i * 10, i*10 + 9}
		c.Events[0].Sources = append(c.Events[0].Sources, s)
	}
	return c, Options{Dir: t.TempDir(), Content: c, Config: cfg, Version: "large"}
}

// An event with 300 sources and an actor in 2,000 events keep to the budgets.
func TestLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	_, o := large(t, 1200)
	if _, err := Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	files := tree(t, filepath.Join(o.Dir, "public"))
	for name, limit := range map[string]int{"index.html": 30 << 10, "a/actor-000/index.html": 20 << 10, "e/event-000000/index.html": 15 << 10} {
		if n := zipped(t, files[name]); n == 0 || n > limit {
			t.Errorf("%s has %d bytes, %d are allowed", name, n, limit)
		}
	}
	if n := strings.Count(files["e/event-000000/index.html"], "<blockquote"); n != 300 {
		t.Errorf("%d of 300 sources on the page", n)
	}
}

// BenchmarkNothing builds a site again in which nothing has changed: every view
// is made and compared.
func BenchmarkNothing(b *testing.B) {
	_, o := large(b, 2000)
	for b.Loop() {
		if _, err := Build(context.Background(), o); err != nil {
			b.Fatal(err)
		}
	}
}
