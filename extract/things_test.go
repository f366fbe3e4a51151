package extract_test

import (
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
)

// TestThingsExamples runs the examples of what only things do: the pronoun that
// opens the second sentence stands for nobody whom the first names. The same
// pronoun with another verb does, so that the row is what keeps it off.
func TestThingsExamples(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	taken := func(language, text string) string {
		a := &article.Article{Name: "example", Date: rowsDay, Lang: language}
		a.ReadText(text)
		at := strings.LastIndex(text, ". ") + 2
		r := x.Article(a)
		for _, who := range r.Actors.Actors {
			for _, m := range who.Mentions {
				if m.Start == at {
					return who.Name
				}
			}
		}
		return ""
	}
	for _, language := range []string{"de", "en"} {
		for _, row := range tableOf(t, language, "refer/things") {
			if row.Field(0) == "forms" {
				continue
			}
			if who := taken(language, row.Field(2)); who != "" {
				t.Errorf("%s:%d: %s: the pronoun is taken for %s", row.File, row.Line, row.Field(2), who)
			}
		}
	}
	if who := taken("de", "Minister Karl Roe unterschrieb den Vertrag. Er trat am Montag in die Partei ein."); who != "Karl Roe" {
		t.Errorf("a person's deed: %q", who)
	}
}
