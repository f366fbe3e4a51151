package actor_test

import (
	"slices"
	"strings"
	"testing"

	"fasti/extract/lang"
	"fasti/internal/edtf"
)

// held is a row of the table of holders.
type held struct {
	line     int
	name     string
	from, to string
}

// The table of holders says of every office who held it when: no two at once,
// whole dates, owners and offices that the other tables know.
func TestHolders(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	owners, words := map[string]bool{}, map[string]bool{}
	for _, table := range []string{"states", "bodies", "companies"} {
		for _, r := range pack.Table("actor/" + table).Rows[1:] {
			owners[r.Field(0)] = true
		}
	}
	for _, language := range []string{"de", "en"} {
		p, err := lang.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range p.Table("actor/offices").Rows[1:] {
			for _, o := range strings.Split(r.Field(1), "|") {
				words[o] = true
			}
		}
	}
	byOffice := map[string][]held{}
	for _, r := range pack.Table("actor/holders").Rows[1:] {
		if r.Field(0) == "valid" {
			continue
		}
		h := held{line: r.Line, name: r.Field(1), from: r.Field(3), to: r.Field(4)}
		owner, office, _ := strings.Cut(r.Field(0), "/")
		if !owners[owner] || !words[office] || h.name == "" {
			t.Errorf("line %d: %q %q: owner, office or name unknown", r.Line, r.Field(0), h.name)
		}
		for _, d := range []string{h.from, h.to} {
			if _, err := edtf.Parse(d); err != nil && d != ".." {
				t.Errorf("line %d: %v", r.Line, err)
			}
		}
		if h.to != ".." && shorter(h.to, h.from) < 0 {
			t.Errorf("line %d: %s ends before it begins", r.Line, h.name)
		}
		byOffice[r.Field(0)] = append(byOffice[r.Field(0)], h)
	}
	states := map[string]int{}
	for office, terms := range byOffice {
		slices.SortFunc(terms, func(a, b held) int { return strings.Compare(a.from, b.from) })
		for i, next := range terms[1:] {
			if h := terms[i]; h.to == ".." || shorter(next.from, h.to) < 0 {
				t.Errorf("%s: line %d, %s, until %s, and line %d, %s, from %s", office, h.line, h.name, h.to, next.line, next.name, next.from)
			}
		}
		_, office, _ := strings.Cut(office, "/")
		states[office]++
	}
	for _, office := range []string{"foreign-minister", "defence-minister", "president", "head-of-government"} {
		if states[office] < 30 {
			t.Errorf("%s of %d states, should be 30 at least", office, states[office])
		}
	}
}

// shorter compares two dates as far as both go.
func shorter(a, b string) int {
	n := min(len(a), len(b))
	return strings.Compare(a[:n], b[:n])
}
