package event_test

import (
	"flag"
	"fmt"
	"hash/fnv"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
	"fasti/internal/articletest"
)

var show = flag.String("show", "", "with -v: print all that is seen in the text of this `name` of testdata/events/seen.tsv")

// TestSeen holds what the weights are asked about: the features of each candidate,
// of its dates, of the pairs that may be one and of who may take part, for the
// cases and the longer articles of our own. A case shows what comes of them; a
// feature that is lost shows in no case, only in figures that fall. A line has a
// text and sums of what was seen in it. Where one differs unintended, -show prints all
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
	var lines []string
	for _, a := range ownTexts(t) {
		line := a.Name
		dump := seen(finders[a.Lang], x.Article(a))
		for _, d := range dump {
			h := fnv.New32a()
			h.Write([]byte(d))
			line += fmt.Sprintf("\t%08x", h.Sum32())
		}
		lines = append(lines, line)
		if *show == a.Name {
			t.Log(strings.Join(dump[:], "\n"))
		}
	}
	articletest.Snapshot(t, "../../testdata/events/seen.tsv", lines, *update)
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
	out = append(out, articletest.ReadAll(t, "../../testdata/seedlike")...)
	if len(out) < 200 {
		t.Fatalf("only %d texts", len(out))
	}
	return out
}
