// Package articletest reads the articles that tests stand on.
package articletest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/internal/frontmatter"
)

// Read reads an article with title, date and lang in its front matter. Its name is the file's without the ending. It is nil for a file without front
// matter, a README among the articles.
func Read(t testing.TB, path string) *article.Article {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !frontmatter.Has(b) {
		return nil
	}
	f, err := frontmatter.Parse(b)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	a := &article.Article{Name: strings.TrimSuffix(filepath.Base(path), ".md"), Title: f.Text("title"), Date: f.Text("date"), Lang: f.Text("lang")}
	a.ReadMarkdown(string(f.Body()))
	return a
}

// ReadAll reads the articles of a folder.
func ReadAll(t testing.TB, folder string) []*article.Article {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in %s: %v", folder, err)
	}
	var out []*article.Article
	for _, f := range files {
		if a := Read(t, f); a != nil {
			out = append(out, a)
		}
	}
	return out
}

// Snapshot holds the lines that a test makes against those of a file: one that is
// not there, or is there no more, fails. With update they are written instead.
func Snapshot(t *testing.T, path string, lines []string, update bool) {
	t.Helper()
	text := strings.Join(lines, "\n") + "\n"
	if update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	had := map[string]bool{}
	for _, l := range strings.Split(string(b), "\n") {
		had[l] = true
	}
	for _, l := range lines {
		if !had[l] {
			t.Errorf("not in %s (-update, if that is meant): %s", path, l)
		}
	}
	if !t.Failed() && string(b) != text {
		t.Errorf("%s has lines that are made no more, or in another order", path)
	}
}
