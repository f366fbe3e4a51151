package segment

import (
	"os"
	"strings"
	"testing"

	"fasti/extract/lang"
)

// The two stages apart: tokens from text, and sentences from tokens.
func BenchmarkStages(b *testing.B) {
	pack, err := lang.Load("de")
	if err != nil {
		b.Fatal(err)
	}
	s, err := New(pack)
	if err != nil {
		b.Fatal(err)
	}
	raw, err := os.ReadFile("../../testdata/segment/de.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(raw), 1<<20/len(raw))
	b.Run("tokens", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		sc := scanner{Segmenter: s, text: text}
		for b.Loop() {
			sc.tokens = sc.tokens[:0]
			sc.block(0)
		}
	})
	b.Run("sentences", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		sc := scanner{Segmenter: s, text: text}
		sc.block(0)
		var out []Sentence
		for b.Loop() {
			out = sc.sentences(out[:0], 0, 0, len(sc.tokens))
		}
	})
}

// A broken table is an error that names its line.
func TestNewNamesTheLine(t *testing.T) {
	for _, name := range []string{"abbreviations", "ordinals", "clitics", "rules"} {
		pack := lang.NewPack("xx", lang.Table{Name: "segment/" + name, Rows: []lang.Row{{File: "x.tsv", Line: 7, Fields: []string{"a", "?"}}}})
		if _, err := New(pack); err == nil || !strings.Contains(err.Error(), "x.tsv:7:") {
			t.Errorf("%s: error %v does not name x.tsv:7", name, err)
		}
	}
}
