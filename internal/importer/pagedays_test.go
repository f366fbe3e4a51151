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
		{`<link rel="canonical" href="https://paper.example/news/23-01-2024-mill">`, "", "", "2024-01-23"},
		{`<link rel="canonical" href="https://paper.example/news/12-03-2024-muehle">`, "", "", "2024-03-12"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-07T16:02:50CST"}</script>`, "", "", "2024-02-07"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","headline":"The "old" mill","datePublished":"2024-02-07T16:02:50Z"}</script>`, "", "", "2024-02-07"},
		{`<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2024-02-07"}</script>`, "", "", "2024-02-07"},
		{"", `<time class="entry-date">February 7, 2024</time>`, "", "2024-02-07"},
		{"", `<time datetime="07-02-2024 10:29">7. Februar 2024 10:29</time>`, "", "2024-02-07"},
		{"", `<p>7. Februar 2024 | Ortsgeschehen</p>`, "", "2024-02-07"},
		{"", `<p>Rosa Antes 7.2.2024</p>`, "", "2024-02-07"},
		{"", `<p>Wiesenauer Bote • 07.02.2024</p>`, "", "2024-02-07"},
		{"", `<p>07.02.2024 | 15:33 Uhr | Rosa Antes</p>`, "", "2024-02-07"},
		{"", `<p>von Rosa Antes, 7.2.24</p>`, "", "2024-02-07"},
		{"", `<div class="author-box"><span>Redaktion</span> <span class="date">07.02.2024 10:29</span></div>`, "", "2024-02-07"},
		// What the page shows is not what a system declares of a draft; the day of a change is no contradiction.
		{`<meta property="article:published_time" content="2023-11-20T11:02:44+01:00">`, `<span class="date">07.02.2024</span>`, "", "2024-02-07"},
		{`<meta property="article:published_time" content="2023-11-20T11:02:44+01:00"><meta property="article:modified_time" content="2024-02-07T09:00:00+01:00">`, `<span class="date">07.02.2024</span>`, "", "2023-11-20"},
		{`<meta property="article:published_time" content="2023-11-20T11:02:44+01:00">`, `<span class="date">07.02.2024</span><p class="date">20.11.2023</p>`, "", "2023-11-20"},
		{"", `<p>Anmeldung noch bis 07.02.2024</p>`, "", ""},
		{"", `<p>Gültig ab: 07.02.2024</p>`, "", ""},
		{"", `<p>Der Umbau beginnt am 07.02.2024</p>`, "", ""},
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

// Of an address that has the year last only the order of the country says which
// number is the month, if neither is above twelve.
func TestDaysOfAddresses(t *testing.T) {
	im := newImporter(t)
	for _, c := range []struct{ lang, path, want string }{
		{"en", "12-03-2024-mill", ""},
		{"en-US", "12-03-2024-mill", "2024-12-03"},
		{"en-GB", "12-03-2024-mill", "2024-03-12"},
		{"en", "13-03-2024-mill", "2024-03-13"},
		{"en", "03-13-2024-mill", "2024-03-13"},
		{"en", "13-03.2024-mill", ""},
		{"en", "31-02-2024-mill", ""},
	} {
		page := `<html lang="` + c.lang + `"><head><title>The old mill is rebuilt</title><link rel="canonical" href="https://paper.example/` + c.path + `"></head><body><main><h1>The old mill is rebuilt</h1><p>` +
			strings.Repeat("The council of Westhaven has decided to rebuild the mill, which has stood empty for many years. ", 4) + `</p></main></body></html>`
		found, err := im.Read([]byte(page), importer.Options{Source: "mill.html"})
		if err != nil {
			t.Fatal(err)
		}
		if got := found.Articles[0].Date; got != c.want {
			t.Errorf("%s %s: %q, not %q", c.lang, c.path, got, c.want)
		}
	}
}

// A page whose heading is not known, or stands in a box that is called like one
// beside the article, has its day all the same.
func TestDaysAroundHeadings(t *testing.T) {
	im := newImporter(t)
	text := "<p>" + strings.Repeat("Der Rat von Wiesenau hat den Umbau der Mühle beschlossen, die seit vielen Jahren leer steht. ", 4) + "</p>"
	for _, c := range []struct{ body, want string }{
		{`<div class="wrap sidebar-right"><div class="c"><h1>Die Mühle wird umgebaut</h1><p>07.02.2024</p>` + text + `</div></div>`, "2024-02-07"},
		{`<div class="c"><b>Die Mühle</b><p class="date">07.02.2024</p>` + text + `</div>`, "2024-02-07"},
		{`<div class="c"><b>Die Mühle</b><p class="date">07.02.2024</p>` + text + `<p class="date">01.02.2024</p></div>`, ""},
		{`<div class="c"><h1>Die Mühle wird umgebaut</h1>` + text + `</div><div class="sidebar"><p class="date">07.02.2024</p></div>`, ""},
	} {
		page := `<html lang="de"><head><title>Die Mühle wird umgebaut</title></head><body>` + c.body + `</body></html>`
		found, err := im.Read([]byte(page), importer.Options{Source: "mill.html"})
		if err != nil {
			t.Fatal(err)
		}
		if got := found.Articles[0].Date; got != c.want {
			t.Errorf("%s: %q, not %q", c.body[:60], got, c.want)
		}
	}
	page := `<html lang="de"><head><title>07.02.2024 - Die Mühle wird umgebaut - Wiesenau</title></head><body><h2>Aktuelles</h2>` + text + `</body></html>`
	found, err := im.Read([]byte(page), importer.Options{Source: "mill.html"})
	if err != nil {
		t.Fatal(err)
	}
	if got := found.Articles[0].Date; got != "2024-02-07" {
		t.Errorf("day before the title: %q", got)
	}
}
