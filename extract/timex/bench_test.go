package timex

import (
	"strings"
	"testing"
	"time"

	"fasti/extract/lang"
	"fasti/extract/segment"
)

// prose is the texts of a language's cases, one long text.
func prose(b testing.TB, language string, size int) string {
	var s strings.Builder
	for _, c := range readCases(b, language) {
		s.WriteString(c.text + " ")
	}
	// Mixed with words that hold no time, as in a newspaper: about one
	// expression in 200 bytes.
	filler := map[string]string{
		"de": "Der Verein plante ein neues Haus am Rand der Stadt, und viele Menschen halfen mit Holz, Stein und Geduld dabei. Niemand wusste genau, wie teuer die Sache werden konnte, aber alle lachten. ",
		"en": "The club planned a new house at the edge of the town, and many people helped with wood, stone and patience. Nobody knew exactly how dear the matter could become, but all of them laughed. ",
		"fr": "Le club voulait une nouvelle maison au bord de la ville, et beaucoup de gens aidaient avec du bois, des pierres et de la patience. Personne ne savait combien cela pouvait enfin devenir cher. ",
	}[language]
	var out strings.Builder
	for _, line := range strings.SplitAfter(s.String(), ". ") {
		out.WriteString(line)
		out.WriteString(filler)
	}
	text := out.String()
	for len(text) < size {
		text += text
	}
	return text[:size]
}

func BenchmarkTag(b *testing.B) {
	for _, l := range lang.Languages() {
		b.Run(l, func(b *testing.B) {
			tg := tagger(b, l)
			doc := docOf(strings.ToValidUTF8(prose(b, l, 100_000), ""), l)
			b.SetBytes(int64(len(doc.Text)))
			b.ReportAllocs()
			for b.Loop() {
				tg.Tag(doc, Options{DCT: "2024-02-07"})
			}
		})
	}
}

// A text without times costs no allocation.
func TestNoHitNoAllocation(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	for l, text := range map[string]string{
		"de": "Der Verein plante ein Haus am Rand der Stadt, und viele halfen dabei. ",
		"en": "The club planned a house at the edge of the town, and many helped. ",
		"fr": "Le club voulait une maison au bord de la ville, et beaucoup aidaient. ",
	} {
		tg := tagger(t, l)
		doc := docOf(strings.Repeat(text, 50), l)
		tg.Tag(doc, Options{})
		if n := testing.AllocsPerRun(20, func() { tg.Tag(doc, Options{DCT: "2024-02-07"}) }); n > 0 {
			t.Errorf("%s: %v allocations", l, n)
		}
	}
}

// hostile is what lines are made of that ask for the most work.
var hostile = []struct{ name, unit string }{
	{"digits", "7"}, {"numbers", "1 "}, {"ordinals", "4. "}, {"dots", "1."}, {"lists", "1., "}, {"joints", "1 und "},
	{"dates", "4. Mai 2023 "}, {"days", "am 4. "}, {"months", "Mai "}, {"years", "1914-18 "}, {"clocks", "14:30 "},
	{"weekdays", "Montag, "}, {"nested", "vom 4. bis 8. bis 9. bis "}, {"ranges", "von Montag bis Freitag "},
	{"ago", "vor drei Jahren "}, {"lengths", "3 Tage 2 Wochen "}, {"sets", "jeden Montag und "}, {"cards", "ein "},
	{"modifiers", "Anfang der "}, {"verbs", "wird war "}, {"hyphens", "Mai-"}, {"blanks", "  "}, {"one word", "a"},
	{"umlauts", "ä"}, {"wide", "年"}, {"counts", "1500 to 1200 "},
}

// BenchmarkHostile shows what a line costs that was made to cost much.
func BenchmarkHostile(b *testing.B) {
	tg := tagger(b, "de")
	for _, h := range hostile {
		doc := docOf(strings.Repeat(h.unit, 100_000/len(h.unit)), "de")
		b.Run(h.name, func(b *testing.B) {
			b.SetBytes(int64(len(doc.Text)))
			for b.Loop() {
				tg.Tag(doc, Options{DCT: "2024-02-07"})
			}
		})
	}
}

// The time for a line grows with its length and no faster, whatever it holds:
// sixteen times the length may cost half of what the square would, which is
// eight times too much. A busy machine gets several tries.
func TestLinear(t *testing.T) {
	const short, factor, tries = 4_000, 16, 50
	tg := tagger(t, "de")
	for _, h := range hostile {
		small := docOf(strings.Repeat(h.unit, short/len(h.unit)), "de")
		large := docOf(strings.Repeat(h.unit, factor*short/len(h.unit)), "de")
		ok, a, b := false, time.Hour, time.Hour
		for k := 0; k < tries && !ok; k++ {
			a = min(a, tagTime(tg, small))
			b = min(b, tagTime(tg, large))
			ok = b < factor*factor/2*a
		}
		if !ok {
			t.Errorf("%s: %d bytes take %v, %d bytes %v", h.name, len(small.Text), a, len(large.Text), b)
		}
	}
}

func tagTime(tg *Tagger, doc *segment.Doc) time.Duration {
	start := time.Now()
	tg.Tag(doc, Options{DCT: "2024-02-07"})
	return time.Since(start)
}
