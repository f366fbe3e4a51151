package timex

import (
	"strings"
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
	if err != nil || len(gaps) < 40 {
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

// without gives a pack that lacks some rows of a table.
func without(p *lang.Pack, table string, drop func(lang.Row) bool) *lang.Pack {
	var tables []lang.Table
	for _, name := range p.Tables() {
		t := p.Table(name)
		if name == table {
			rows := []lang.Row{}
			for _, r := range t.Rows {
				if !drop(r) {
					rows = append(rows, r)
				}
			}
			t.Rows = rows
		}
		tables = append(tables, t)
	}
	return lang.NewPack(p.Lang, tables...)
}

// complains reports whether a pack has gaps or does not compile.
func complains(p *lang.Pack) bool {
	gaps, err := Gaps(p)
	return err != nil || len(gaps) > 0
}

// Whatever a language cannot do without is missed when it is taken away: each
// of its tables, each kind of pattern, the words of each class.
func TestGapsMissed(t *testing.T) {
	optional := map[string]bool{"timex/compounds": true} // no language needs them; the cases miss the words
	for _, l := range lang.Languages() {
		p, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range p.Tables() {
			own := func(r lang.Row) bool { return strings.HasPrefix(r.File, "data/"+l+"/") }
			if !strings.HasPrefix(name, "timex/") || strings.HasPrefix(name, "timex/core-") || optional[name] {
				continue
			}
			if name != "timex/feasts" && !complains(without(p, name, own)) {
				t.Errorf("%s: nobody misses the table %s", l, name)
			}
		}
		for field, table := range []string{"timex/words", "timex/patterns"} {
			seen := map[string]bool{}
			for _, r := range p.Table(table).Rows {
				key := r.Field(field)
				if seen[key] {
					continue
				}
				seen[key] = true
				if !unasked[key] && !complains(without(p, table, func(x lang.Row) bool { return x.Field(field) == key })) {
					t.Errorf("%s: nobody misses %s in %s", l, key, table)
				}
			}
		}
	}
}

// unasked are the classes that a language may do without: shades of tense that
// need no words of their own, and words that join or open nothing.
var unasked = map[string]bool{"tense-participle": true, "tense-passive": true, "tense-noun": true, "tense-be": true,
	"tense-moved": true, "tense-be-inf": true, "tense-hint-noun": true, "join-fill": true, "range-on": true,
	"range-since-head": true, "tense-none": true, "stop": true, "unsure": true, "range-by": true, "within": true, "over": true, "range-not": true, "not-clock-before": true, "hour-unit": true, "ord-suffix": true, "card-tens": true, "skip": true, "name-end": true,
	"year-head": true, "noun-det": true, "says": true, "org-end": true, "range-ahead": true, "year-verb": true}
