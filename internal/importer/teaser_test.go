package importer_test

import (
	"strings"
	"testing"

	"fasti/internal/importer"
)

// A heading that leads elsewhere and a line that ends with a link to more are
// another article's; a heading of the text and its paragraph are not.
func TestTeasersBelowTheText(t *testing.T) {
	im := newImporter(t)
	text := "<p>" + strings.Repeat("Der Rat von Wiesenau hat den Umbau der Mühle beschlossen, die seit vielen Jahren leer steht. ", 4) + "</p>"
	page := `<html lang="de"><head><title>Die Mühle wird umgebaut</title></head><body><section><h1>Die Mühle wird umgebaut</h1>` + text +
		`<h2>Das Dach</h2><p>Am Dach fehlt noch viel, und es regnet hinein, mehr denn je. Der Rat will es zuerst decken lassen.</p></section>` +
		`<section><div><h3><a href="/kran">Furnberg</a></h3><p>Am 12. Oktober 2019 stürzte in Furnberg ein Kran um. <a href="/kran">mehr</a></p></div></section></body></html>`
	found, err := im.Read([]byte(page), importer.Options{Source: "mill.html"})
	if err != nil {
		t.Fatal(err)
	}
	body := found.Articles[0].Body
	if strings.Contains(body, "Furnberg") {
		t.Errorf("the teaser was taken:\n%s", body)
	}
	if !strings.Contains(body, "Das Dach") || !strings.Contains(body, "Am Dach fehlt") {
		t.Errorf("a part of the text was lost:\n%s", body)
	}
}
