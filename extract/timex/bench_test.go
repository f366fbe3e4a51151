package timex

import (
	"strings"
	"testing"

	"fasti/extract/lang"
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
	tg := tagger(t, "de")
	doc := docOf(strings.Repeat("Der Verein plante ein Haus am Rand der Stadt, und viele halfen dabei. ", 50), "de")
	tg.Tag(doc, Options{})
	if n := testing.AllocsPerRun(20, func() { tg.Tag(doc, Options{DCT: "2024-02-07"}) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// A hostile line costs what prose of its length costs: time per byte does not
// grow with the length.
func BenchmarkHostile(b *testing.B) {
	tg := tagger(b, "de")
	for name, unit := range map[string]string{
		"numbers":   "1 ",
		"dots":      "1.",
		"cards":     "ein ",
		"months":    "Mai ",
		"hyphens":   "Mai-",
		"lists":     "1., ",
		"joints":    "1 und ",
		"modifiers": "Anfang der ",
	} {
		for _, size := range []int{10_000, 1_000_000} {
			text := strings.Repeat(unit, size/len(unit))
			doc := docOf(text, "de")
			b.Run(name+"/"+map[int]string{10_000: "10kB", 1_000_000: "1MB"}[size], func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					tg.Tag(doc, Options{DCT: "2024-02-07"})
				}
			})
		}
	}
}
