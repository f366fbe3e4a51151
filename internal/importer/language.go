package importer

import (
	"slices"
	"strings"
	"unicode"

	"fasti/extract/lang"
)

// language weighs the language that the detector found against those that
// fasti does not read, by their small words: Spanish shares many with French,
// and the detector knows only the languages of the packs. The text is in
// another language if more of its words are small words of that one.
func (w *words) language(text, found string) string {
	const sample = 1 << 14
	if len(text) > sample {
		text = text[:sample]
	}
	counts, total := map[string]int{}, 0
	for _, s := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		total++
		for l, set := range w.function {
			if set[s] {
				counts[l]++
			}
		}
	}
	best := ""
	for _, l := range w.others() {
		if best == "" || counts[l] > counts[best] {
			best = l
		}
	}
	const minShare = 25 // per cent of the words
	if total == 0 || counts[best]*100 < total*minShare || counts[best] <= counts[found] {
		return found
	}
	return best
}

// others are the languages of the table that no pack reads, in order.
func (w *words) others() []string {
	var all []string
	for l := range w.function {
		if !slices.Contains(lang.Languages(), l) {
			all = append(all, l)
		}
	}
	slices.Sort(all)
	return all
}
