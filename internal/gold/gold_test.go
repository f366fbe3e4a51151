package gold_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/internal/gold"
	"fasti/internal/ledger"
)

// What people decided before there was a log counts too: an acceptance makes an
// event right, a correction and a rejection wrong, each in its kind. What the
// program changed by itself, and joins, which may be its own, do not count.
func TestHistoriesBeforeTheLog(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("content/articles/a.md", "---\ntitle: A\ndate: 2031-03-02\nlang: en\n---\nThe council met on Monday.\n")
	for _, id := range []string{"eaaaaaa2", "eaaaaaa3", "eaaaaaa4", "eaaaaaa5"} {
		write("content/events/2031/2031-03-01-"+id+".md", `---
title: The council meets
when: "2031-03-01"
kind: consult
status: happened
actors: []
places: []
review: accepted
sources:
  - article: a
    quote: "The council met on Monday."
    fasti: {id: s`+id[2:]+`, sentence: 1, span: [0, 26], when: "2031-03-01", basis: relative, status: happened, said: on Monday}
fasti: {id: `+id+`, basis: relative, confidence: 90, wrote: {}}
---
`)
	}
	write("content/fasti.history", strings.Join([]string{
		"2031-03-03\teaaaaaa2\taccepted\treview\tproposed\taccepted\t",
		"2031-03-03\teaaaaaa3\tcorrected\ttitle\tx\tThe council meets\t",
		"2031-03-03\teaaaaaa4\trejected\treview\tproposed\trejected\t",
		"2031-03-03\teaaaaaa5\tchanged\twhen\t2031-02\t2031-03-01\t",
		"2031-03-03\teaaaaaa5\tmerged\treview\tproposed\tmerged\t",
	}, "\n")+"\n")
	c, found := ledger.Load(dir)
	for _, f := range found {
		t.Log(f)
	}
	n := gold.Total(c)
	if n.Decided != 3 || n.Right != 1 || n.Errors[gold.Title] != 1 || n.Errors[gold.None] != 1 || len(n.Errors) != 2 {
		t.Errorf("%d decided, %d right, wrong by kind: %v", n.Decided, n.Right, n.Errors)
	}
}
