package extract_test

import (
	"slices"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
)

// A part of the day alone excludes no day that an event took from elsewhere; a year
// does.
func TestDatesExclude(t *testing.T) {
	x := extractor(t)
	const (
		de = "Am Sonntag brannte in Graz eine Halle. Sie gehört einer Firma aus Linz. Viele Leute sahen zu. "
		en = "A hall burned in Graz on Sunday. It belongs to a firm from Linz. Many people watched it. "
	)
	for _, c := range []struct {
		lang, text string
		warned     bool
	}{
		{"de", de + "Am Abend trat der Minister zurück.", false},
		{"en", en + "In the evening the minister resigned.", false},
		{"de", de + "Am Abend trat der 1950 geborene Minister zurück.", true},
	} {
		a := &article.Article{Date: "2024-02-07", Lang: c.lang}
		a.ReadText(c.text)
		r := x.Article(a)
		published := 0
		for _, e := range r.Events {
			if e.Published && e.When != "" {
				published++
			}
		}
		if published == 0 {
			t.Errorf("%s: no event on a day", c.text)
		}
		warned := slices.ContainsFunc(r.Warnings, func(w extract.Warning) bool { return w.Code == "dates-exclude" })
		if warned != c.warned {
			t.Errorf("%s: warned %v, want %v", c.text, warned, c.warned)
		}
	}
}
