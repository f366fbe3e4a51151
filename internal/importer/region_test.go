package importer_test

import (
	"testing"

	"fasti/internal/importer"
)

func TestRegionOfThePage(t *testing.T) {
	im := newImporter(t)
	page := func(tag, link string) string {
		return `<html lang="` + tag + `"><head><link rel="canonical" href="` + link + `"><title>Fire at the mill</title></head><body><article><h1>Fire at the mill</h1><p>` +
			`The mill in the valley burned down on 3/4. The fire was put out by men of the village, who had come with buckets, and nobody was hurt in it, the council said on the next day.</p></article></body></html>`
	}
	for _, c := range []struct{ tag, link, given, want string }{
		{"en-GB", "https://paper.example/mill", "", "en-GB"},
		{"en_US", "https://paper.example/mill", "", "en"}, // what the template came with
		{"en_ZA", "https://paper.example/mill", "", "en-ZA"},
		{"en-US", "https://paper.example/mill", "en-US", "en-US"},
		{"en", "https://paper.example/mill", "", "en"},
		{"en-US", "https://paper.co.uk/mill", "", "en"},
		{"en-GB", "https://paper.com.au/mill", "", "en"}, // the domain is believed
		{"en-GB", "https://paper.co.uk/mill", "", "en-GB"},
		{"en", "https://paper.example/mill", "en-GB", "en-GB"},
		{"en-US", "https://paper.example/mill", "en-GB", "en-GB"},
		{"", "https://paper.example/mill", "en-AU", "en-AU"},
	} {
		found, err := im.Read([]byte(page(c.tag, c.link)), importer.Options{Source: "mill.html", Lang: c.given})
		if err != nil {
			t.Fatal(err)
		}
		if got := found.Articles[0].Lang; got != c.want {
			t.Errorf("a page in %q at %s, given %q: %s, not %s", c.tag, c.link, c.given, got, c.want)
		}
	}
}
