package title_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/syntax/model"
)

var update = flag.Bool("update", false, "rewrite what the cases of testdata/titles expect")

// TestCases holds the titles of short articles of our own, by construction:
//
//	== NAME DAY
//	the article
//	=> the title of a published event
//
// A quotation stands in its marks. "gap:" before an expectation says what is
// not met yet. The trees are read by models that are learned anew now and then,
// and each of them reads some sentence wrongly: one case in ten of a language
// may miss. A language without a model only quotes and is left out.
func TestCases(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/titles/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	missed, total, told := map[string]int{}, map[string]int{}, map[string][]string{}
	for _, path := range files {
		language := filepath.Base(filepath.Dir(path))
		if !model.Ships(language) {
			t.Logf("%s: no model", language)
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split("\n"+strings.TrimSpace(string(b)), "\n== ")
		met, all := 0, 0
		for i, c := range parts[1:] {
			head, rest, _ := strings.Cut(c, "\n")
			name, day, _ := strings.Cut(head, " ")
			text, want, gap := split(rest)
			got := titles(x, language, name, day, text)
			all++
			switch {
			case got == want:
				met++
				gap = ""
			case gap == "" && !*update:
				missed[language]++
				told[language] = append(told[language], fmt.Sprintf("%s: %s: %s\ngot\n%s\nwant\n%s", path, name, text, got, want))
			case gap == "":
				want = got
			default:
				t.Logf("%s: %s: %s\n%sgot\n%s\nwant\n%s", path, name, text, gap, got, want)
			}
			tail := ""
			if n := strings.LastIndex(c, "\n\n"); n >= 0 && i+2 < len(parts) {
				tail = "\n" + strings.Trim(c[n:], "\n") // notes on the next case
				if tail = strings.TrimRight(tail, "\n"); !strings.HasPrefix(strings.TrimSpace(tail), "#") {
					tail = ""
				}
			}
			parts[i+1] = head + "\n" + text + "\n" + gap + want + "\n" + tail
		}
		total[language] += all
		t.Logf("%s: %d of %d", path, met, all)
		if *update {
			if err := os.WriteFile(path, []byte(strings.TrimPrefix(strings.Join(parts, "\n== "), "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for language, list := range told {
		for _, s := range list {
			t.Log(s)
		}
		if missed[language]*10 > total[language] {
			t.Errorf("%s: %d of %d cases are not met", language, missed[language], total[language])
		}
	}
}

// split takes a case apart: the article, the wanted lines, the line of its gap.
func split(rest string) (text, want, gap string) {
	var lines, wants []string
	for l := range strings.SplitSeq(rest, "\n") {
		switch {
		case strings.HasPrefix(l, "=> "):
			wants = append(wants, l)
		case strings.HasPrefix(l, "gap: "):
			gap = l + "\n"
		case len(wants) == 0:
			lines = append(lines, l)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n")), strings.Join(wants, "\n"), gap
}

// titles are the lines of the published events of a text.
func titles(x *extract.Extractor, lang, name, day, text string) string {
	a := &article.Article{Name: name, Date: day, Lang: lang}
	a.ReadText(text)
	var out []string
	for _, e := range x.Article(a).Events {
		if e.Published {
			out = append(out, "=> "+e.Title)
		}
		if e.TitleIs == event.TitleQuote && !strings.ContainsAny(e.Title, "„“”") {
			out = append(out, "=> a quotation without its marks: "+e.Title)
		}
	}
	if out == nil {
		return "=> none"
	}
	return strings.Join(out, "\n")
}
