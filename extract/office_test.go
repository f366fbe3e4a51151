package extract_test

import (
	"testing"

	"fasti/extract"
	"fasti/extract/article"
)

// An office is its holder's at the day of what the sentence tells, not at the
// day of the article.
func TestOfficeDay(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, day, text, words, who string }{
		{"de", "2016-03-22", "Am 3. Mai 1999 hatte der US-Präsident Kuba gemieden.", "der US-Präsident", "Bill Clinton"},
		{"de", "2016-03-22", "US-Präsident Barack Obama sprach. Der US-Präsident lobte die Reform von 2010.", "Der US-Präsident", "Barack Obama"},
		{"de", "2016-03-22", "US-Präsident Barack Obama sprach. Am 3. Mai 1999 hatte der US-Präsident Kuba gemieden. Der US-Präsident schwieg.", "Der US-Präsident", "Barack Obama"},
		{"de", "2016-03-22", "Am 12. Oktober 2005 traf der deutsche Bundeskanzler in Moskau Gäste.", "der deutsche Bundeskanzler", "Gerhard Schröder"},
		{"de", "2016-03-22", "2008 besuchte der französische Präsident Syrien.", "der französische Präsident", "Nicolas Sarkozy"},
		{"de", "2016-03-22", "Der polnische Außenminister reist am 3. Mai 2017 nach Kiew.", "Der polnische Außenminister", "Witold Waszczykowski"},
		{"en", "2024-03-22", "In June 2010 the Japanese foreign minister visited Seoul.", "the Japanese foreign minister", "Katsuya Okada"},
		{"en", "2024-03-22", "On 4 May 2021 the South African defence minister flew to Maputo.", "the South African defence minister", "Nosiviwe Mapisa-Nqakula"},
		{"en", "2024-03-22", "In 1962 the US president warned Moscow.", "the US president", ""},
		{"en", "2019-08-22", "On July 20 the British prime minister flew to Paris.", "the British prime minister", "Theresa May"},
		{"en", "2019-08-22", "On Tuesday the British prime minister flew to Paris.", "the British prime minister", "Boris Johnson"},
	} {
		r := x.Article(&article.Article{Lang: c.lang, Date: c.day, Text: c.text, Body: c.text, Blocks: []article.Block{{Span: article.Span{End: len(c.text)}}}})
		got := ""
		for _, a := range r.Actors.Actors {
			for _, m := range a.Mentions {
				if m.Of(c.text) == c.words {
					got = a.Name
				}
			}
		}
		if got != c.who {
			t.Errorf("%s: %q is %q, want %q", c.text, c.words, got, c.who)
		}
	}
}
