package site

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fasti/internal/config"
)

// buildEditions builds the sample in German, English and Arabic, with a title
// and a page of people's own in two of them.
func buildEditions(t testing.TB) string {
	t.Helper()
	c, cfg := sample(t)
	cfg.Language, cfg.Editions = "de", []config.Edition{{Language: "de"}, {Language: "en", Title: "The Sound Papers (English)"}, {Language: "ar", Title: "أوراق المضيق", Description: "ميناء وإضراب."}}
	for _, e := range c.Events {
		if e.ID == "aa1" {
			e.Titles = map[string]string{"en": "Lindqvist receives Wolter in Nordsund"}
		}
		if e.ID == "ab4" {
			e.Summaries = map[string]string{"en": "Four days, told **in English**."}
		}
	}
	dir := t.TempDir()
	put(t, dir, "content/imprint.md", "---\ntitle: Impressum\n---\nHerausgeber.\n")
	put(t, dir, "content/imprint.en.md", "---\ntitle: Imprint\n---\nPublisher.\n")
	put(t, dir, "content/only.md", "---\ntitle: Nur deutsch\n---\nText.\n")
	put(t, dir, "content/about.en.md", "---\ntitle: About this\n---\nIn English.\n")
	rep, err := Build(context.Background(), Options{Dir: dir, Content: c, Config: cfg, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range rep.Warnings {
		t.Errorf("warning: %s", w)
	}
	return filepath.Join(dir, "public")
}

var alternate = regexp.MustCompile(`<link rel="alternate" hreflang="([a-z-]+)" href="https://example\.org/sound/([^"]*)"`)

// Every page stands in every language and leads to itself in the others.
func TestEditions(t *testing.T) {
	out := buildEditions(t)
	checkLinks(t, out)
	files := tree(t, out)
	pages := 0
	for name, text := range files {
		if !strings.HasSuffix(name, ".html") || strings.HasSuffix(name, "only/index.html") || strings.HasSuffix(name, "imprint/index.html") {
			continue
		}
		pages++
		base := strings.TrimPrefix(strings.TrimPrefix(name, "en/"), "ar/")
		for _, prefix := range []string{"", "en/", "ar/"} {
			if files[prefix+base] == "" {
				t.Errorf("%s is there and %s is not", name, prefix+base)
			}
		}
		found := alternate.FindAllStringSubmatch(text, -1)
		if len(found) != 4 && !strings.Contains(name, "embed/") && base != notFoundPath {
			t.Errorf("%s names %d versions of itself", name, len(found))
		}
		for _, m := range found {
			prefix := map[string]string{"en": "en/", "ar": "ar/"}[m[1]]
			if want := prefix + strings.TrimSuffix(base, "index.html"); m[2] != want {
				t.Errorf("%s: %s is at %s, want %s", name, m[1], m[2], want)
			}
		}
	}
	t.Logf("%d pages", pages)
	has := func(name string, texts ...string) {
		t.Helper()
		for _, s := range texts {
			if !strings.Contains(files[name], s) {
				t.Errorf("%s lacks %q", name, s)
			}
		}
	}
	has("e/day/index.html", `<html lang="de"`, `<a href="../../en/e/day/index.html" lang="en" hreflang="en">English</a>`, `<h1 class="p-name">Lindqvist empfängt Wolter`, "7. März 2031")
	has("en/e/day/index.html", `<html lang="en"`, `<a href="../../../e/day/index.html" lang="de" hreflang="de">Deutsch</a>`, `<h1 class="p-name">Lindqvist receives Wolter`,
		"7 March 2031", `class="dek p-summary body" lang="de"`, `href="../../../assets/site.css"`, `>North Sound</a>`)
	has("ar/e/day/index.html", `<html lang="ar" dir="rtl"`, `<h1 class="p-name" lang="de" dir="ltr">Lindqvist empfängt`)
	has("en/e/cross/index.html", `class="dek p-summary body"><p>Four days, told <strong>in English</strong>.`)
	has("en/index.html", "The Sound Papers (English)")
	has("imprint/index.html", `href="../en/imprint/index.html"`, `href="../ar/index.html"`, `rel="canonical" href="https://example.org/sound/imprint/"`)
	has("en/imprint/index.html", "Publisher.", `href="../../imprint/index.html"`)
	has("only/index.html", `href="../en/index.html"`)
	has("en/about/index.html", "In English.")
	has("sitemap.xml", "<loc>https://example.org/sound/sitemap-de.xml</loc>", "sitemap-ar.xml")
	has("sitemap-en.xml", "https://example.org/sound/en/e/day/")
	has("en/feed.xml", `<id>https://example.org/sound/en/#aa1</id>`, `href="https://example.org/sound/en/e/day/"`, "Lindqvist receives")
	for name := range files {
		if strings.HasPrefix(name, "en/assets/") || name == "ar/only/index.html" || name == "en/only/index.html" {
			t.Errorf("%s should not be there", name)
		}
	}
	for _, name := range []string{"en/e/day/index.html", "ar/index.html", "e/day/index.html"} {
		golden(t, filepath.Join("testdata", "golden", "several", strings.ReplaceAll(strings.TrimSuffix(name, "/index.html"), "/", "-")), []byte(files[name]))
	}
}
