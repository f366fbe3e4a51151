package event_test

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
)

const seenFile = "../../testdata/events/seen.tsv"

// TestSeen holds what the weights are asked about: the features of each candidate,
// of its dates, of the pairs that may be one and of who may take part, for the
// cases and the longer articles of our own. A case shows what comes of them; a
// feature that is lost shows in no case, only in figures that fall. A line has a
// text and sums of what was seen in it. Where one differs unintended, -v prints all
// that is seen in that text, to compare with what the program before prints.
func TestSeen(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	finders := map[string]*event.Finder{}
	for _, l := range []string{"de", "en"} {
		pack, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		if finders[l], err = event.New(pack, event.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	had := map[string]string{}
	if b, err := os.ReadFile(seenFile); err == nil {
		for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			name, sums, _ := strings.Cut(line, "\t")
			had[name] = sums
		}
	}
	var out strings.Builder
	for _, a := range ownTexts(t) {
		dump := seen(finders[a.Lang], x.Article(a))
		var sums []string
		for _, d := range dump {
			h := fnv.New32a()
			h.Write([]byte(d))
			sums = append(sums, fmt.Sprintf("%08x", h.Sum32()))
		}
		line := strings.Join(sums, "\t")
		fmt.Fprintf(&out, "%s\t%s\n", a.Name, line)
		if !*update && had[a.Name] != line {
			t.Errorf("%s: something else is seen (-update, if that is meant)", a.Name)
			if testing.Verbose() {
				t.Log(strings.Join(dump[:], "\n"))
			}
		}
	}
	if *update {
		if err := os.WriteFile(seenFile, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// seen prints the features of an article's candidates, of pairs of them and of who
// may take part.
func seen(f *event.Finder, r *extract.Result) [3]string {
	in := event.Input{Article: r.Article, Doc: r.Doc, Syntax: r.Syntax, Timexes: r.Timexes, Actors: r.Actors}
	var out [3]strings.Builder
	for _, c := range f.Study(in) {
		fmt.Fprintf(&out[0], "%d %q %q %v\n", c.Start, c.Traits, c.Sense, c.Choices)
	}
	for _, p := range f.StudyPairs(in) {
		fmt.Fprintf(&out[1], "%d %d %q\n", p.A, p.B, p.Traits)
	}
	for i, list := range f.StudyParts(in) {
		for _, p := range list {
			fmt.Fprintf(&out[2], "%d %d %q %v %v\n", i, p.Actor, p.Traits, p.Trust, p.May)
		}
	}
	return [3]string{out[0].String(), out[1].String(), out[2].String()}
}

// ownTexts are the cases of events and the articles of testdata/seedlike.
func ownTexts(t *testing.T) []*article.Article {
	t.Helper()
	var out []*article.Article
	cases, _ := filepath.Glob("../../testdata/events/*/*.txt")
	for _, path := range cases {
		for _, c := range readCases(t, path) {
			language := filepath.Base(filepath.Dir(path))
			a := &article.Article{Name: language + "/" + filepath.Base(path) + "/" + c.name, Date: c.date, Lang: language}
			a.ReadText(strings.Join(c.text, "\n"))
			out = append(out, a)
		}
	}
	long, _ := filepath.Glob("../../testdata/seedlike/*.md")
	for _, path := range long {
		if filepath.Base(path) == "README.md" {
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		head, body, ok := strings.Cut(strings.TrimPrefix(string(b), "---\n"), "\n---\n")
		if !ok {
			t.Fatalf("%s: no front matter", path)
		}
		a := &article.Article{Name: filepath.Base(path)}
		for _, line := range strings.Split(head, "\n") {
			switch key, value, _ := strings.Cut(line, ": "); key {
			case "title":
				a.Title = value
			case "date":
				a.Date = value
			case "lang":
				a.Lang = value
			}
		}
		a.ReadMarkdown(body)
		out = append(out, a)
	}
	if len(out) < 200 {
		t.Fatalf("only %d texts", len(out))
	}
	return out
}
