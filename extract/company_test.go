package extract_test

import (
	"slices"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
)

// TestCompanyExamples runs the examples of the tables of kinds by company: the
// word between stars has the kind of its row, and by such a row.
func TestCompanyExamples(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wrong []string
	for _, language := range []string{"de", "en"} {
		pack, err := lang.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		f, err := event.New(pack, event.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range tableOf(t, language, "event/company") {
			if row.Field(4) == "" {
				continue
			}
			for _, e := range examplesOf(t, row, 4) {
				if bad := accompanied(x, f, language, e, row.Field(3)); bad != "" {
					wrong = append(wrong, language+" "+row.Field(0)+": "+bad+": "+e)
				}
			}
		}
	}
	hold(t, "event/company", wrong)
}

// accompanied says what is wrong with an example of which the word between
// stars should have a kind by the words beside it; "" if it has.
func accompanied(x *extract.Extractor, f *event.Finder, language, marked, kind string) string {
	text, at := plain(marked)
	a := &article.Article{Name: "example", Date: rowsDay, Lang: language}
	a.ReadText(text)
	r := x.Article(a)
	if kind == "cancel" { // the noun is what is told then
		for i := range r.Events {
			if r.Events[i].Status == event.Cancelled {
				return ""
			}
		}
		return "nothing is cancelled"
	}
	said := "no candidate"
	for _, c := range f.Study(event.Input{Article: r.Article, Doc: r.Doc, Syntax: r.Syntax, Timexes: r.Timexes, Actors: r.Actors}) {
		if c.Start != at.Start {
			continue
		}
		if slices.Contains(c.Sense, "by company="+kind) {
			return ""
		}
		said = "no company"
		for _, s := range c.Sense {
			if strings.HasPrefix(s, "by company=") || strings.HasPrefix(s, "table=") && said == "no company" {
				said = s
			}
		}
	}
	return said
}
