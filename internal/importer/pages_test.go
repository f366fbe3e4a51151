package importer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/internal/importer"
)

// pages are made after what content systems print. Beside each page NAME.html
// stands NAME.want: the article files that a careful person would write from
// it, parted by =====. A paragraph that begins with ~ may be missing; one that begins
// with ! is furniture that is known to be taken.
const pages = "../../testdata/pages/"

// TestPages imports every page and says what is missing, too much or wrong.
func TestPages(t *testing.T) { wanted(t, pages, "*.html") }

// TestBrokenFeeds does so with feeds that break the rules; what holds no article
// has an empty file beside it.
func TestBrokenFeeds(t *testing.T) { wanted(t, "../../testdata/feeds/", "*") }

// TestPressDatabases does so with what Nexis, wiso, Factiva and an agency give.
func TestPressDatabases(t *testing.T) { wanted(t, "../../testdata/press/", "*") }

// wanted imports the files of a folder and compares with what is wanted.
func wanted(t *testing.T, folder, pattern string) {
	files, err := filepath.Glob(folder + pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	im := newImporter(t)
	for _, f := range files {
		if filepath.Ext(f) == ".want" {
			continue
		}
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(f, filepath.Ext(f)) + ".want")
			if err != nil {
				t.Fatal(err)
			}
			found, err := im.Read(data, importer.Options{Source: filepath.Base(f)})
			if err != nil {
				found = &importer.Found{}
			}
			var articles []string
			if len(want) > 0 {
				articles = strings.Split(string(want), "=====\n")
			}
			for _, fault := range compare(articles, found.Articles) {
				t.Error(fault)
			}
		})
	}
}

// compare says what is different between the wanted articles and those found.
func compare(want []string, got []*importer.Article) []string {
	var faults []string
	if len(got) != len(want) {
		faults = append(faults, fmt.Sprintf("articles: %d, want %d", len(got), len(want)))
	}
	for i := range min(len(got), len(want)) {
		var w article.Article
		keys, body := front(want[i])
		w.ReadMarkdown(body)
		a := got[i]
		for _, k := range []struct{ key, got string }{
			{"title", a.Title}, {"date", a.Date[:min(10, len(a.Date))]}, {"lang", primary(a.Lang)}, {"publisher", a.Publisher}, {"author", a.Author}, {"link", a.Link},
		} {
			if _, asked := keys[k.key]; (asked || i == 0 && k.key != "publisher" || k.key == "date") && keys[k.key] != k.got {
				faults = append(faults, fmt.Sprintf("%s: %q, want %q", k.key, k.got, keys[k.key]))
			}
		}
		faults = append(faults, blocks(w, a)...)
	}
	return faults
}

// primary is the language without its region, which most pages do not mean.
func primary(lang string) string { lang, _, _ = strings.Cut(lang, "-"); return lang }

// front gives the keys of a wanted article and its text.
func front(s string) (map[string]string, string) {
	keys := map[string]string{}
	head, body, _ := strings.Cut(strings.TrimPrefix(s, "---\n"), "---\n")
	for _, line := range strings.Split(strings.TrimSpace(head), "\n") {
		k, v, _ := strings.Cut(line, ": ")
		keys[k] = v
	}
	return keys, body
}

// blocks says which paragraphs are missing and which are too much.
func blocks(want article.Article, got *importer.Article) []string {
	var faults []string
	var g article.Article
	g.ReadMarkdown(got.Body)
	have := map[string]int{}
	for _, b := range g.Blocks {
		have[b.Of(g.Text)]++
	}
	for _, b := range want.Blocks {
		text := b.Of(want.Text)
		sign := text[:1]
		text = strings.TrimPrefix(strings.TrimPrefix(text, "~"), "!")
		if have[text] == 0 && sign == "!" {
			faults = append(faults, fmt.Sprintf("mended, strike it out: %q", text))
		} else if have[text] == 0 && sign != "~" {
			faults = append(faults, fmt.Sprintf("missing: %q", text))
		}
		have[text]--
	}
	for _, b := range g.Blocks {
		if text := b.Of(g.Text); have[text] > 0 {
			have[text]--
			faults = append(faults, fmt.Sprintf("too much: %q", text))
		}
	}
	return faults
}
