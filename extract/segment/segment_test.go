package segment_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

var update = flag.Bool("update", false, "write the expected lines of the case files anew")

func segmenter(t testing.TB, language string) *segment.Segmenter {
	t.Helper()
	pack, err := lang.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	s, err := segment.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func split(s *segment.Segmenter, language, text string) *segment.Doc {
	a := &article.Article{Lang: language}
	a.ReadText(text)
	return s.Split(a)
}

// show prints the sentences of a text as the case files do.
func show(d *segment.Doc) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		b.WriteString("| ")
		for i := s.First; i < s.Last; i++ {
			switch {
			case i == s.Lead && i > s.First:
				b.WriteString(" ¦ ")
			case i > s.First:
				b.WriteString("·")
			}
			b.WriteString(d.Word(i))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("../../testdata/segment/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, file := range files {
		language := strings.TrimSuffix(filepath.Base(file), ".txt")
		s := segmenter(t, language)
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, cases, _ := strings.Cut(string(b), "= ")
		out := head
		for _, c := range strings.Split(cases, "\n= ") {
			name, body, _ := strings.Cut(c, "\n")
			text, want, _ := strings.Cut(body, "\n| ")
			if want != "" {
				want = "| " + strings.TrimSpace(want) + "\n"
			}
			text = strings.TrimSpace(text)
			got := show(split(s, language, text))
			if got != want && !*update {
				t.Errorf("%s: %s\n%s\ngot\n%swant\n%s", file, name, text, got, want)
			}
			out += "= " + name + "\n" + text + "\n" + got + "\n"
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimSuffix(out, "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// check holds what every Doc promises: tokens in order within sentences within
// blocks, at borders of characters, and only blanks outside tokens.
func check(t *testing.T, d *segment.Doc) {
	t.Helper()
	covered := make([]bool, len(d.Text))
	last := 0
	for i, tok := range d.Tokens {
		if tok.Start < last || tok.End <= tok.Start || tok.End > len(d.Text) {
			t.Fatalf("token %d: span %v behind %d of %q", i, tok.Span, last, d.Text)
		}
		if !utf8.RuneStart(d.Text[tok.Start]) && utf8.ValidString(d.Text) {
			t.Fatalf("token %d begins inside a character", i)
		}
		for j := tok.Start; j < tok.End; j++ {
			covered[j] = true
		}
		last = tok.End
	}
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First {
			t.Fatalf("sentence %d has tokens %d:%d, expected from %d on", i, s.First, s.Last, next)
		}
		if s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End {
			t.Fatalf("sentence %d does not span its tokens", i)
		}
		if !d.Blocks[s.Block].Contains(s.Span) {
			t.Fatalf("sentence %d lies outside its block", i)
		}
		if d.SentenceAt(s.Start) != i || d.SentenceAt(s.End-1) != i {
			t.Fatalf("SentenceAt does not find sentence %d", i)
		}
		next = s.Last
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(d.Tokens))
	}
	for _, b := range d.Blocks {
		for i, r := range d.Text[b.Start:b.End] {
			if !covered[b.Start+i] && !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
				t.Fatalf("%q at %d is in no token of %q", r, b.Start+i, d.Text)
			}
		}
	}
}

func FuzzSplit(f *testing.F) {
	files, _ := filepath.Glob("../../testdata/segment/*.txt")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(b), "\n\n") {
			f.Add(c)
		}
	}
	for _, s := range []string{"", ".", "a.", "'s", "''s", "http://", "1-", "2024-02-", "U.S", "«  »", "x@", "\xff.\xc3", "a\u00adb", "1’000’", "- - -"} {
		f.Add(s)
	}
	var all []*segment.Segmenter
	for _, l := range lang.Languages() {
		all = append(all, segmenter(f, l))
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range all {
			check(t, split(s, "", text))
			check(t, s.Split(&article.Article{Text: text}))
		}
	})
}

// sample is about a megabyte of the cases' own text.
func sample(b *testing.B, language string) string {
	raw, err := os.ReadFile("../../testdata/segment/" + language + ".txt")
	if err != nil {
		b.Fatal(err)
	}
	var keep []string
	for _, l := range strings.Split(string(raw), "\n") {
		if l != "" && !strings.HasPrefix(l, "|") && !strings.HasPrefix(l, "=") && !strings.HasPrefix(l, "#") {
			keep = append(keep, l)
		}
	}
	text := strings.Join(keep, "\n\n")
	return strings.Repeat(text+"\n\n", 1<<20/len(text))
}

func BenchmarkSplit(b *testing.B) {
	for _, language := range []string{"de", "en"} {
		b.Run(language, func(b *testing.B) {
			s := segmenter(b, language)
			a := &article.Article{Lang: language}
			a.ReadText(sample(b, language))
			b.SetBytes(int64(len(a.Text)))
			b.ReportAllocs()
			for b.Loop() {
				s.Split(a)
			}
		})
	}
}
