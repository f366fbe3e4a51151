package title

import (
	"strings"
	"testing"

	"fasti/extract/lang"
)

// What a person has set outweighs what was learned, and what contradicts the
// report falls below the line whatever else speaks for it.
func TestWeights(t *testing.T) {
	row := func(file, name, value string) lang.Row {
		return lang.Row{File: file, Line: 1, Fields: []string{name, value}}
	}
	p := lang.NewPack("xx",
		lang.Table{Name: "title/weights", Rows: []lang.Row{row("w.tsv", "base", "10"), row("w.tsv", "cut", "300")}},
		lang.Table{Name: "title/hand", Rows: []lang.Row{row("h.tsv", "cut", "-300")}})
	var w weights
	if err := w.read(p); err != nil {
		t.Fatal(err)
	}
	if w.score(nil) != 52 || w.score([]string{"cut"}) != 5 || w.score([]string{"unheard-of"}) != 52 {
		t.Errorf("%d, %d, %d", w.score(nil), w.score([]string{"cut"}), w.score([]string{"unheard-of"}))
	}
	bad := lang.NewPack("xx", lang.Table{Name: "title/hand", Rows: []lang.Row{row("h.tsv", "cut", "much")}})
	if err := w.read(bad); err == nil || !strings.Contains(err.Error(), "h.tsv:1") {
		t.Errorf("error %v", err)
	}

	pack, err := lang.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	var ship weights
	if err := ship.read(pack); err != nil {
		t.Fatal(err)
	}
	best := []string{"from:itself", "clause:root"}
	for name, n := range ship.of {
		if n > 0 && (strings.HasPrefix(name, "subject:") || strings.HasPrefix(name, "named")) {
			best = append(best, name)
		}
	}
	if ship.score(best) < Line {
		t.Errorf("the best is %d", ship.score(best))
	}
	for _, fault := range []string{"contradicts:condition", "contradicts:unreal", "contradicts:past", "cut", "half", "leans:pronoun", "leans:word", "noun:name"} {
		if n := ship.score([]string{"from:itself", "clause:root", "subject:noun", fault}); n >= Line {
			t.Errorf("%s is %d", fault, n)
		}
	}
}

// The scale rises and stays within per cents.
func TestPercent(t *testing.T) {
	last := -1
	for x := -2000; x <= 2000; x += 10 {
		p := percent(x)
		if p < last || p < 0 || p > 99 {
			t.Fatalf("percent(%d) = %d behind %d", x, p, last)
		}
		last = p
	}
	if percent(0) != 50 || percent(-2000) != 0 || percent(2000) != 99 {
		t.Errorf("%d %d %d", percent(0), percent(-2000), percent(2000))
	}
}
