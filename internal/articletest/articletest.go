// Package articletest reads the articles that tests stand on.
package articletest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract/article"
)

// Read reads a file of simple lines of front matter (title, date, lang) and
// Markdown.
// Its name is the file's without the ending. It is nil for a file without front
// matter, a README among the articles.
func Read(t testing.TB, path string) *article.Article {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, body, ok := strings.Cut(strings.TrimPrefix(string(b), "---\n"), "\n---\n")
	if !ok {
		return nil
	}
	a := &article.Article{Name: strings.TrimSuffix(filepath.Base(path), ".md")}
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch value = strings.Trim(value, `"`); key {
		case "title":
			a.Title = value
		case "date":
			a.Date = value
		case "lang":
			a.Lang = value
		}
	}
	a.ReadMarkdown(body)
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
