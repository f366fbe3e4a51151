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
	"fasti/internal/articletest"
)

// TestSeen holds the title of every event of the cases of titles and of events,
// published or not, with its form and its confidence. The cases say what is right;
// here nothing changes unseen. A line that differs is read, and taken with -update
// if it is no worse.
func TestSeen(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, a := range ownTexts(t) {
		r := x.Article(a)
		for i := range r.Events {
			e := &r.Events[i]
			lines = append(lines, fmt.Sprintf("%s\t%d\t%s\t%d\t%s", a.Name, e.Trigger.Start, e.TitleIs, e.TitleConfidence, e.Title))
		}
	}
	if len(lines) < 800 {
		t.Errorf("only %d titles", len(lines))
	}
	articletest.Snapshot(t, "../../testdata/titles/seen.tsv", lines, *update)
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
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split("\n"+strings.TrimSpace(string(b)), "\n== ")[1:] {
			head, rest, _ := strings.Cut(c, "\n")
			name, day, _ := strings.Cut(head, " ")
			text, _, _ := split(rest)
			text, _, _ = strings.Cut(text, "\n->")
			a := &article.Article{Name: language + "/" + filepath.Base(path) + "/" + name, Date: day, Lang: language}
			a.ReadText(text)
			out = append(out, a)
		}
	}
	out = append(out, articletest.ReadAll(t, "../../testdata/seedlike")...)
	return append(out, articletest.ReadAll(t, "../../content/articles")...)
}
