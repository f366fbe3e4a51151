package article_test

import (
	"strings"
	"testing"

	"fasti/extract/article"
)

// Whatever stands in a body, each sentence of its prose comes back from the
// place where it stands.
func TestProseIsInverse(t *testing.T) {
	for _, body := range []string{
		"Der Rat hat **am Montag** die [Brücke](https://x.example) beschlossen.\n",
		"Lehrer*innen und Schüler*innen, 5 * 3 und snake_case_name bleiben.\n",
		"7\\. Oktober: Der Rat tagt \\[laut Plan\\].\n\n- Ein *Punkt* &amp; noch einer\n- zwei\n",
		"> Wir wurden\n> nicht gefragt.\n\nEin Bild ![hier](a.png) und `code` dazu.\n",
		"## Titel mit **Fett**\n\nzwei  Blanks und\teiner.\n",
		"| a | b |\n|---|---|\n| x | *y* |\n",
	} {
		var a article.Article
		a.ReadMarkdown(body)
		for _, b := range a.Blocks {
			want := strings.Join(strings.FieldsFunc(b.Of(a.Text), func(r rune) bool { return r == '\n' || r == '\t' }), " ")
			if got := a.Prose(a.InBody(b.Span)); got != strings.TrimSpace(want) {
				t.Errorf("%q: got %q want %q", body, got, want)
			}
		}
	}
}

func TestInlineProse(t *testing.T) {
	for in, want := range map[string]string{
		"7. Oktober: **Rat** tagt":             "7. Oktober: Rat tagt",
		"# kein Titel":                         "# kein Titel",
		"Lehrer*innen":                         "Lehrer*innen",
		"- nicht [gefragt](https://x.example)": "- nicht gefragt",
		"zwei\nZeilen":                         "zwei Zeilen",
	} {
		if got := article.InlineProse(in); got != want {
			t.Errorf("%q: got %q want %q", in, got, want)
		}
	}
}

func FuzzProse(f *testing.F) {
	f.Add("a *b* [c](d) &amp; `e`\n\n> f", 2, 9)
	f.Fuzz(func(t *testing.T, body string, from, to int) {
		var a article.Article
		a.ReadMarkdown(body)
		a.Prose(article.Span{Start: from, End: to})
		for _, b := range a.Blocks {
			s := b.Of(a.Text)
			got := a.Prose(a.InBody(b.Span))
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(s), " ") {
				t.Fatalf("%q: block %q comes back as %q", body, s, got)
			}
		}
	})
}
