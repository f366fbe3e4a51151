package timex

import (
	"testing"

	"fasti/extract/lang"
)

// No shipped pack has gaps.
func TestNoGaps(t *testing.T) {
	for _, l := range lang.Languages() {
		p, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		gaps, err := Gaps(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range gaps {
			t.Errorf("%s: %s", l, g)
		}
	}
}

// A pack without tables has gaps, and its tagger finds nothing.
func TestEmptyPack(t *testing.T) {
	p := &lang.Pack{Lang: "xx"}
	gaps, err := Gaps(p)
	if err != nil || len(gaps) < 50 {
		t.Errorf("%d gaps, %v", len(gaps), err)
	}
	tg, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	if r := tg.Tag(docOf("7 October 2023", "xx"), Options{}); len(r.Timexes) != 0 {
		t.Errorf("%+v", r)
	}
}

// A broken row is an error that names the table and the line.
func TestBrokenRows(t *testing.T) {
	for _, bad := range []string{"month@nofield", "nosuchclass", "'two words'", "(month", "#9-1@day", "$NOSUCH", "month@"} {
		p, err := lang.Load("de")
		if err != nil {
			t.Fatal(err)
		}
		g, err := compile(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := g.addPattern("timex/patterns", lang.Row{Line: 9, Fields: []string{"x", "date", bad, ""}}); err == nil {
			t.Errorf("%q is taken for a pattern", bad)
		}
	}
}
