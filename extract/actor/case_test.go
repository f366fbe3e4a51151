package actor_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

var update = flag.Bool("update", false, "write what the finder says into testdata/actors")

// engine is a segmenter and a finder of one language.
type engine struct {
	segment *segment.Segmenter
	finder  *actor.Finder
	lang    string
}

func newEngine(t testing.TB, language string, opt actor.Options) *engine {
	t.Helper()
	pack, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	s, err := segment.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	f, err := actor.New(pack, opt)
	if err != nil {
		t.Fatal(err)
	}
	return &engine{s, f, language}
}

// find runs a text whose paragraphs are lines.
func (e *engine) find(text, day string) (*segment.Doc, actor.Result) {
	a := &article.Article{Text: text, Body: text, Lang: e.lang, Date: day}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if s := strings.TrimRight(line, "\n"); s != "" {
			a.Blocks = append(a.Blocks, article.Block{Span: article.Span{Start: at, End: at + len(s)}})
		}
		at += len(line)
	}
	doc := e.segment.Split(a)
	return doc, e.finder.Find(doc, actor.Context{DCT: day})
}

// render writes a result as the case files have it: a line an actor, with its
// kind, country, known id in brackets, and mentions; a line a role; a line a
// warning.
func render(text string, r actor.Result) string {
	var b strings.Builder
	for _, x := range r.Actors {
		fmt.Fprintf(&b, "  %s [%s", x.Name, x.Kind)
		for _, s := range []string{x.Country, x.Known} {
			if s != "" {
				b.WriteString(" " + s)
			}
		}
		if x.Generic {
			b.WriteString(" without a name")
		}
		b.WriteString("]:")
		for i, m := range x.Mentions {
			if i > 0 {
				b.WriteString(" |")
			}
			b.WriteString(" " + m.Of(text))
			b.WriteString([...]string{"", " (role)", " (pronoun)", " (word)", " (government)"}[m.Form])
			if m.Place {
				b.WriteString(" (where)")
			}
		}
		for i, s := range x.Owns {
			if i > 0 || len(x.Mentions) > 0 {
				b.WriteString(" |")
			}
			b.WriteString(" " + s.Of(text) + " (owner)")
		}
		b.WriteByte('\n')
		for _, ro := range x.Roles {
			fmt.Fprintf(&b, "    %s", ro.Title)
			for _, s := range []string{ro.Office, ro.Of} {
				if s != "" {
					b.WriteString(" " + s)
				}
			}
			b.WriteByte('\n')
		}
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "  ! %s: %s\n", w.Code, w.Of(text))
	}
	return b.String()
}

// The case files hold a case after the other: a line "# 2019-05-02 what it
// shows", the text, and indented what is found in it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../../testdata/actors/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	cases := 0
	for _, file := range files {
		language, _, _ := strings.Cut(filepath.Base(file), "-")
		e := newEngine(t, language, actor.Options{})
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, c := range strings.Split(string(b), "\n\n") {
			head, rest, _ := strings.Cut(strings.Trim(c, "\n"), "\n")
			day, _, _ := strings.Cut(strings.TrimPrefix(head, "# "), " ")
			var text, want []string
			for _, line := range strings.Split(rest, "\n") {
				if strings.HasPrefix(line, "  ") {
					want = append(want, line)
				} else {
					text = append(text, line)
				}
			}
			body := strings.Join(text, "\n")
			if body == "" {
				out.WriteString(head + "\n\n")
				continue
			}
			cases++
			_, r := e.find(body, day)
			got := render(body, r)
			if w := strings.Join(want, "\n"); !*update && strings.TrimRight(got, "\n") != w {
				t.Errorf("%s: %s\n%s\ngot\n%swant\n%s", filepath.Base(file), head, body, got, w)
			}
			fmt.Fprintf(&out, "%s\n%s\n%s\n", head, body, got)
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimRight(out.String(), "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if cases < 100 {
		t.Errorf("only %d cases found", cases)
	}
}
