package ledger

import (
	"strings"
	"testing"
)

// A span is one value: of two branches that both moved a sentence, one holds, and
// the next run sets it right; it is no list that both have added to.
func TestMergeOfSpans(t *testing.T) {
	file := func(span string) []byte {
		return []byte("---\ntitle: Vote\nsources:\n  - article: a\n    quote: \"One.\"\n    fasti: {id: s111111, sentence: 1, span: " + span + ", when: \"2024-02-06\"}\nfasti: {id: e1111111}\n---\n")
	}
	out, conflicts, err := MergeFiles("content/events/2024/vote.md", file("[0, 4]"), file("[10, 14]"), file("[20, 24]"))
	if err != nil || len(conflicts) > 0 || !strings.Contains(string(out), "span: [10, 14],") {
		t.Errorf("%v %v\n%s", conflicts, err, out)
	}
}

// An actor that is joined with another leaves it what people have said of it.
func TestMergedActorsKeepWords(t *testing.T) {
	s := newSite(t,
		"content/actors/kiel.md", "---\ntitle: Kiel\nkind: place\n---\n",
		"content/actors/kiel-town.md", "---\ntitle: Kiel Town\nknown_as: [The Town]\nnot: [Kiel Hall]\nwikidata: Q1707\nroles:\n  - {title: Host, from: 2020-01-01}\n---\n\nA town by the sea.\n")
	s.do(Act{Act: "merge-actors", Actor: "kiel-town", Into: "kiel"})
	got := s.read("content/actors/kiel.md")
	for _, want := range []string{"kind: place", "- Kiel Town", "- The Town", "- Kiel Hall", "wikidata: Q1707", "{title: Host, from: \"2020-01-01\"}", "\nA town by the sea.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is lost:\n%s", want, got)
		}
	}
}
