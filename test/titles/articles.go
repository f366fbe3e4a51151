package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fasti/extract"
	"fasti/extract/article"
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
		head, body, ok := strings.Cut(strings.TrimPrefix(string(b), "---\n"), "\n---\n")
		if !ok {
			return nil, nil, fmt.Errorf("%s: no front matter", f)
		}
		a := &article.Article{Name: strings.TrimSuffix(filepath.Base(f), ".md")}
		for line := range strings.Lines(head) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			if strings.HasPrefix(value, "\"") {
				_ = json.Unmarshal([]byte(value), &value) // else it stays as it is
			}
			switch key {
			case "title":
				a.Title = value
			case "date":
				a.Date = value
			case "lang":
				a.Lang = value
			}
		}
		a.ReadText(strings.TrimLeft(body, "\n"))
		out = append(out, x.Article(a))
	}
	return out, x, nil
}
