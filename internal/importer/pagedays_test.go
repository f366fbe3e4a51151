package importer_test

import (
	"strings"
	"testing"

	"fasti/internal/importer"
)

// Where pages say on which day they were published, and where they only seem to.
func TestDaysOfPages(t *testing.T) {
	im := newImporter(t)
	for _, c := range []struct{ head, top, end, want string }{
		{`<script type="application/ld+json">{"@type":"GovernmentService","datePublished":"2024-02-07"}</script>`, "", "", "2024-02-07"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-07",}</script>`, "", "", "2024-02-07"},
		{`<script type="application/ld+json">{"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2024-02-07"}}</script>`, "", "", "2024-02-07"},
		{"", `<abbr class="published" title="2024-02-07T10:00:00+01:00">Mittwoch</abbr>`, "", "2024-02-07"},
		{"", `<span property="dc:date" content="2024-02-07"></span>`, "", "2024-02-07"},
		{"", `<time datetime="2024-02-07">07.02.</time> <time datetime="2024-02-09">geändert 09.02.</time>`, "", "2024-02-07"},
		{"", `<p>Eingestellt am 07.02.24</p>`, "", "2024-02-07"},
		{"", `<p>Eingestellt am 07.02.98</p>`, "", "1998-02-07"},
		{"", `<div class="byline">By Ann Poe | 7 Feb 2024 10:00</div>`, "", "2024-02-07"},
		{`<link rel="canonical" href="https://paper.example/2024/feb/07/mill">`, "", "", "2024-02-07"},
		{"", "", `<section class="comments"><time datetime="2024-03-01">1. März</time></section>`, ""},
		{"", "", `<p>Sitzungstermin: 07.05.2024 um 19 Uhr</p>`, ""},
		{"", `<span property="name" content="2024-02-07"></span>`, "", ""},
	} {
		page := `<html lang="de"><head><title>Die Mühle wird umgebaut</title>` + c.head + `</head><body><main><article><h1>Die Mühle wird umgebaut</h1>` + c.top +
			"<p>" + strings.Repeat("Der Rat von Wiesenau hat den Umbau der Mühle beschlossen, die seit vielen Jahren leer steht. ", 4) + "</p>" + c.end + `</article></main></body></html>`
		found, err := im.Read([]byte(page), importer.Options{Source: "mill.html"})
		if err != nil {
			t.Fatal(err)
		}
		if got := found.Articles[0].Date; got[:min(len(got), 10)] != c.want {
			t.Errorf("%s%s%s: %q, not %q", c.head, c.top, c.end, got, c.want)
		}
	}
}
