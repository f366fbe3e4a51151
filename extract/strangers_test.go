package extract_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/merge"
)

// Pairs of texts about different people, bodies and places whose names are
// alike, read and merged: none may be joined. The cases are in
// testdata/strangers/cases.txt.
func TestStrangers(t *testing.T) {
	b, err := os.ReadFile("../testdata/strangers/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(string(b), "\n## ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		t.Run(name, func(t *testing.T) {
			var arts []*extract.Result
			var wishes []string
			for _, line := range strings.Split(strings.TrimSpace(rest), "\n") {
				head, text, ok := strings.Cut(line, " | ")
				if !ok {
					wishes = append(wishes, line)
					continue
				}
				lang, day, _ := strings.Cut(head, " ")
				arts = append(arts, x.Article(&article.Article{Name: fmt.Sprint("a", len(arts)+1), Lang: lang, Date: day, Text: text, Body: text,
					Blocks: []article.Block{{Span: article.Span{End: len(text)}}}}))
			}
			line := merge.Merge(arts, merge.Options{})
			for _, wish := range wishes {
				word, rest, _ := strings.Cut(wish, " ")
				l, r, _ := strings.Cut(rest, " / ")
				a, b := who(t, arts, line, l), who(t, arts, line, r)
				if (a == b) != (word == "same") {
					t.Errorf("%s: %s and %s", wish, a, b)
				}
			}
		})
	}
}

// who is the timeline's actor for whom the words of an article stand: "2 Kim".
// Somebody without a name is in one article only.
func who(t *testing.T, arts []*extract.Result, line *merge.Timeline, words string) string {
	t.Helper()
	n, text, _ := strings.Cut(words, " ")
	r := arts[int(n[0]-'1')]
	for i := range r.Actors.Actors {
		x := &r.Actors.Actors[i]
		for _, m := range x.Mentions {
			if m.Of(r.Article.Text) != text {
				continue
			}
			if x.Generic {
				return r.Article.Name + "/" + x.ID
			}
			for _, y := range line.Actors {
				for _, s := range y.Seen {
					if s.Article == r.Article.Name && s.ID == x.ID {
						return y.ID
					}
				}
			}
		}
	}
	t.Errorf("nobody is called %q in article %s", text, n)
	return words
}
