package title_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/syntax/model"
)

const seenFile = "../../testdata/titles/seen.tsv"

// TestSeen holds the title of every event of the cases of titles and of events,
// published or not, with its form and its confidence. The cases say what is right;
// here nothing changes unseen. A line that differs is read, and taken with -update
// if it is no worse.
func TestSeen(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	had, before := map[string]bool{}, ""
	if b, err := os.ReadFile(seenFile); err == nil {
		before = string(b)
		for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			had[line] = true
		}
	}
	var out strings.Builder
	lines := 0
	for _, a := range ownTexts(t) {
		r := x.Article(a)
		for i := range r.Events {
			e := &r.Events[i]
			line := fmt.Sprintf("%s\t%d\t%s\t%d\t%s", a.Name, e.Trigger.Start, e.TitleIs, e.TitleConfidence, e.Title)
			lines++
			fmt.Fprintln(&out, line)
			if !*update && !had[line] {
				t.Errorf("not seen before: %s", line)
			}
		}
	}
	if !*update && !t.Failed() && before != out.String() {
		t.Errorf("some titles are seen no more")
	}
	if lines < 800 {
		t.Errorf("only %d titles", lines)
	}
	if *update {
		if err := os.WriteFile(seenFile, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// ownTexts are the cases of titles and of events, and the longer articles of our
// own.
func ownTexts(t *testing.T) []*article.Article {
	t.Helper()
	var out []*article.Article
	files, _ := filepath.Glob("../../testdata/*/*/*.txt")
	for _, path := range files {
		set, language := filepath.Base(filepath.Dir(filepath.Dir(path))), filepath.Base(filepath.Dir(path))
		if set != "titles" && set != "events" || !model.Ships(language) {
			continue
		}
		for _, c := range strings.Split("\n"+strings.TrimSpace(file(t, path)), "\n== ")[1:] {
			head, rest, _ := strings.Cut(c, "\n")
			name, day, _ := strings.Cut(head, " ")
			text, _, _ := split(rest)
			text, _, _ = strings.Cut(text, "\n->")
			a := &article.Article{Name: language + "/" + filepath.Base(path) + "/" + name, Date: day, Lang: language}
			a.ReadText(text)
			out = append(out, a)
		}
	}
	for _, pattern := range []string{"../../testdata/seedlike/*.md", "../../content/articles/*.md"} {
		files, _ := filepath.Glob(pattern)
		for _, path := range files {
			head, body, ok := strings.Cut(strings.TrimPrefix(file(t, path), "---\n"), "\n---\n")
			if !ok {
				continue // a README
			}
			a := &article.Article{Name: filepath.Base(path)}
			for _, line := range strings.Split(head, "\n") {
				switch key, value, _ := strings.Cut(line, ": "); key {
				case "date":
					a.Date = strings.Trim(value, `"`)
				case "lang":
					a.Lang = value
				}
			}
			a.ReadMarkdown(body)
			out = append(out, a)
		}
	}
	return out
}

func file(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
