package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/internal/frontmatter"
)

// read extracts all articles of a folder, in the order of their names.
func read(dir string) ([]*extract.Result, *extract.Extractor, error) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		return nil, nil, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "texts", "*.md"))
	if err != nil || len(files) == 0 {
		return nil, nil, fmt.Errorf("no articles in %s/texts", dir)
	}
	var out []*extract.Result
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, nil, err
		}
		head, err := frontmatter.Parse(b)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", f, err)
		}
		a := &article.Article{Name: strings.TrimSuffix(filepath.Base(f), ".md"), Title: head.Text("title"), Date: head.Text("date"), Lang: head.Text("lang")}
		a.ReadText(strings.TrimLeft(string(head.Body()), "\n"))
		out = append(out, x.Article(a))
	}
	return out, x, nil
}
