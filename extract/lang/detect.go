package lang

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Detector tells in which of the shipped languages a text is written, by its
// function words (the tables segment/starters). It needs no model and gives
// the same answer on every machine.
type Detector struct {
	langs []string
	words map[string]uint32 // a word in small letters -> the languages that have it, a bit each
}

const (
	sampleBytes = 1 << 14 // as much of a text as is looked at
	minShare    = 20      // per cent of a text's words that must be function words of its language
)

// NewDetector reads the function words of all languages.
func NewDetector() (*Detector, error) {
	d := &Detector{langs: Languages(), words: map[string]uint32{}}
	for i, l := range d.langs {
		path := "data/" + l + "/segment/starters.tsv"
		b, err := files.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("language %s has no function words: %w", l, err)
		}
		for _, r := range parse(path, string(b)) {
			d.words[strings.ToLower(r.Field(0))] |= 1 << i
		}
	}
	return d, nil
}

// Detect gives the language of the text, or "" if it is in none of those that
// the detector knows or too short to tell.
func (d *Detector) Detect(text string) string { return d.Among(text, d.langs...) }

// Among is Detect where it is known of which languages the text may be: a few
// words of one often look like those of a third.
func (d *Detector) Among(text string, among ...string) string {
	if len(text) > sampleBytes {
		text = text[:sampleBytes]
	}
	counts := make([]int, len(d.langs))
	total := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) > 20 {
			continue
		}
		total++
		for i, set := 0, d.words[strings.ToLower(w)]; set != 0; i, set = i+1, set>>1 {
			counts[i] += int(set & 1)
		}
	}
	best, second := -1, 0
	for i, n := range counts {
		switch {
		case !slices.Contains(among, d.langs[i]):
		case best < 0 || n > counts[best]:
			if best >= 0 {
				second = max(second, counts[best])
			}
			best = i
		default:
			second = max(second, n)
		}
	}
	if best < 0 || counts[best] == second || counts[best]*100 < total*minShare {
		return ""
	}
	return d.langs[best]
}

// Primary is the primary subtag of a BCP 47 tag in small letters: "de" of
// "de-AT" and of "DE_de"; "" if it cannot be one.
func Primary(tag string) string {
	tag = strings.TrimSpace(tag)
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if len(tag) < 2 || len(tag) > 3 {
		return ""
	}
	for i := 0; i < len(tag); i++ {
		if c := tag[i] | 0x20; c < 'a' || c > 'z' {
			return ""
		}
	}
	return strings.ToLower(tag)
}

// Region is the region of a BCP 47 tag as an ISO 3166 code: "GB" of "en-GB" and
// of "en_gb"; "" if the tag names none.
func Region(tag string) string {
	for i, part := range strings.FieldsFunc(tag, func(r rune) bool { return r == '-' || r == '_' }) {
		if up := strings.ToUpper(strings.TrimSpace(part)); i > 0 && len(up) == 2 && up[0] >= 'A' && up[0] <= 'Z' && up[1] >= 'A' && up[1] <= 'Z' {
			return up
		}
	}
	return ""
}
