package timex

import (
	"testing"

	"fasti/extract/lang"
	"fasti/internal/edtf"
)

// Every EDTF string that is given is EDTF, and prints as it was read.
func TestEDTFIsValid(t *testing.T) {
	n := 0
	for _, language := range lang.Languages() {
		tg := tagger(t, language)
		for _, c := range readCases(t, language) {
			r := tg.Tag(docOf(c.text, language), Options{DCT: c.dct, Genre: c.genre})
			var all []string
			for _, x := range r.Timexes {
				all = append(all, x.EDTF)
			}
			for _, x := range r.Ranges {
				all = append(all, x.EDTF)
			}
			for _, s := range all {
				if s == "" {
					continue
				}
				n++
				d, err := edtf.Parse(s)
				if err != nil {
					t.Errorf("%s: %q gives %s: %v", language, c.text, s, err)
				} else if d.String() != s {
					t.Errorf("%s: %q gives %s, which prints as %s", language, c.text, s, d)
				}
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d dates", n)
	}
}
