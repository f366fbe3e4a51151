package article_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fasti/extract/article"
)

var update = flag.Bool("update", false, "write the expected lines of the case files anew")

var kinds = map[article.BlockKind]string{
	article.Paragraph: "paragraph", article.Heading: "heading", article.Item: "item", article.Quote: "quote",
}

// TestCases reads testdata/article: a case is a name behind "= ", a body, and
// behind "=> " its blocks: kind, prose, and the body's bytes where they differ.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../../testdata/article/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, cases, _ := strings.Cut(string(b), "\n= ")
		out := head
		for _, c := range strings.Split(cases, "\n= ") {
			name, rest, _ := strings.Cut(c, "\n")
			var body, want []string
			for _, l := range strings.Split(strings.TrimSuffix(rest, "\n"), "\n") {
				if strings.HasPrefix(l, "=> ") {
					want = append(want, l)
				} else if len(want) == 0 {
					body = append(body, l)
				}
			}
			var a article.Article
			if strings.HasPrefix(filepath.Base(file), "markdown") {
				a.ReadMarkdown(strings.Join(body, "\n"))
			} else {
				a.ReadText(strings.Join(body, "\n"))
			}
			check(t, &a)
			got := show(&a)
			if w := strings.Join(want, "\n"); got != w && !*update {
				t.Errorf("%s: %s\ngot\n%s\nwant\n%s", file, name, got, w)
			}
			out += "\n= " + name + "\n" + strings.TrimSpace(strings.Join(body, "\n")) + "\n\n" + got + "\n"
		}
		if *update {
			if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func show(a *article.Article) string {
	var lines []string
	for _, b := range a.Blocks {
		l := fmt.Sprintf("=> %-9s %q", kinds[b.Kind], b.Of(a.Text))
		if q := a.Quote(b.Span); q != b.Of(a.Text) {
			l += fmt.Sprintf(" <- %q", q)
		}
		lines = append(lines, l)
	}
	return strings.Join(lines, "\n")
}

// check holds what every Article promises.
func check(t *testing.T, a *article.Article) {
	t.Helper()
	last := 0
	for _, b := range a.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > len(a.Text) {
			t.Fatalf("block %v behind %d in %q", b.Span, last, a.Text)
		}
		last = b.End
		for i := b.Start; i < b.End; i++ {
			if !utf8.RuneStart(a.Text[i]) {
				continue
			}
			_, n := utf8.DecodeRuneInString(a.Text[i:])
			s := article.Span{Start: i, End: i + n}
			in := a.InBody(s)
			if in.Start < 0 || in.End < in.Start || in.End > len(a.Body) {
				t.Fatalf("%v of the text is %v of a body of %d bytes", s, in, len(a.Body))
			}
			if whole := a.InBody(b.Span); in.Len() > 0 && !whole.Contains(in) && !strings.Contains(a.Body, "[^") {
				t.Fatalf("%v (in the body %v) lies outside its block (in the body %v): %q", s, in, whole, a.Body)
			}
		}
	}
}

// A span of prose is the same bytes in the body, or markup and entities stand
// between them.
func TestInBody(t *testing.T) {
	var a article.Article
	a.ReadMarkdown("The *old* bridge [in **Kiel**](https://example.org/a_(b) \"t\") &amp; more \\* stars.")
	for text, want := range map[string]string{
		"The old bridge": "The *old* bridge",
		"old":            "*old*",
		"ol":             "ol",
		"in Kiel":        "[in **Kiel**](https://example.org/a_(b) \"t\")",
		"Kiel":           "[in **Kiel**](https://example.org/a_(b) \"t\")"[4:12],
		"& more":         "&amp; more",
		"* stars":        "\\* stars",
	} {
		i := strings.Index(a.Text, text)
		if i < 0 {
			t.Fatalf("no %q in %q", text, a.Text)
		}
		if got := a.Quote(article.Span{Start: i, End: i + len(text)}); got != want {
			t.Errorf("%q stands in the body as %q, want %q", text, got, want)
		}
	}
}

func FuzzArticle(f *testing.F) {
	files, _ := filepath.Glob("../../testdata/article/*.txt")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(b), "\n= ") {
			f.Add(c)
		}
	}
	for _, s := range []string{"", "\r", "\xff\xfe", "[a](", "**a", "&#0;&nope;", "- > - > x", "[^1]\n\n[^1]: *x*", "a\\\nb", "\ufeff# x", "~~~a~~~"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		var a article.Article
		a.ReadText(body)
		check(t, &a)
		a.ReadMarkdown(body)
		check(t, &a)
	})
}

// Hostile nesting takes neither the stack nor the day.
func TestHostileMarkdown(t *testing.T) {
	for name, body := range map[string]string{
		"quotes":   strings.Repeat(">", 200_000) + " x",
		"lists":    strings.Repeat("- ", 100_000) + "x",
		"brackets": strings.Repeat("[", 20_000) + "x",
		"links":    strings.Repeat("[a](", 20_000),
		"stars":    strings.Repeat("*a ", 20_000),
		"mixed":    strings.Repeat("*a _b ", 10_000),
		"entities": strings.Repeat("&", 100_000),
		"tables":   strings.Repeat("|a", 5_000) + "\n" + strings.Repeat("|-", 5_000) + "\n" + strings.Repeat("|a", 5_000),
	} {
		begin := time.Now()
		var a article.Article
		a.ReadMarkdown(body)
		if d := time.Since(begin); d > 5*time.Second {
			t.Errorf("%s: %d kB took %v", name, len(body)>>10, d)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2024-02-07":                "2024-02-07",
		" 2024-02-07T18:05:00Z ":    "2024-02-07T18:05:00Z",
		"2024-02-07T18:05:00+01:00": "2024-02-07T18:05:00+01:00",
		"2024-02-07T18:05":          "2024-02-07",
		"2024-02-30":                "",
		"07.02.2024":                "",
		"2024":                      "",
		"":                          "",
	} {
		got, ok := article.ParseDate(in)
		if got != want || ok != (want != "") {
			t.Errorf("ParseDate(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	body := strings.Repeat("# A title\n\nThe *old* bridge [in Kiel](https://example.org) was closed\non Monday. Nobody was hurt.\n\n- one\n- two\n\n", 1000)
	b.Run("text", func(b *testing.B) {
		b.SetBytes(int64(len(body)))
		for b.Loop() {
			new(article.Article).ReadText(body)
		}
	})
	b.Run("markdown", func(b *testing.B) {
		b.SetBytes(int64(len(body)))
		for b.Loop() {
			new(article.Article).ReadMarkdown(body)
		}
	})
}
