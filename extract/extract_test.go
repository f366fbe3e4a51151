package extract_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fasti/extract"
	"fasti/extract/article"
)

func extractor(t testing.TB) *extract.Extractor {
	t.Helper()
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// answer is what tools read of a line of output.
type answer struct {
	Article string
	Lang    string
	Names   []span
	Timexes []span
	Ranges  []span
	Actors  []struct{ Mentions []span }
	Events  []struct {
		Trigger span
		Sources []struct {
			span
			Quote string
		}
	}
	Warnings []struct{ Code string }
}

type span struct {
	Start, End int
	Text       string
}

// examples are the articles of the example site, as Markdown and as bare text.
func examples(t testing.TB) []*article.Article {
	t.Helper()
	files, err := filepath.Glob("../content/articles/*.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []*article.Article
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		body := string(b)
		if _, rest, ok := strings.Cut(body, "\n---\n"); ok {
			body = rest
		}
		md := &article.Article{Name: filepath.Base(f), Date: "2024-02-07"}
		md.ReadMarkdown(body)
		text := &article.Article{Name: filepath.Base(f), Date: "2024-02-07"}
		text.ReadText(body)
		all = append(all, md, text)
	}
	for i, body := range []string{
		"# Rat *tagt*\n\nAm **Dienstag** traf [Anna Berg](https://example.org) in Wien den Minister Karl Huber.\n\n> \"Wir &amp; ihr\", sagte sie am 3. Mai.\n",
		"On Monday, the **prime minister** of [Norway](https://example.org) met Anna Berg in Oslo.\n\n- She left on 3 May.\n- `code` He stayed.\n",
		"Am 7. Oktober 2023 um 20.30 Uhr, am 11., 18. und 25. März\r\nsowie seit 2021 reiste \"Karl\" nach Paris.\r\n\r\nEnde.",
	} {
		md := &article.Article{Name: fmt.Sprintf("own-%d", i), Date: "2024-02-07"}
		md.ReadMarkdown(body)
		text := &article.Article{Name: fmt.Sprintf("own-%d-text", i), Date: "2024-02-07"}
		text.ReadText(body)
		all = append(all, md, text)
	}
	return all
}

// verbatim holds that every text and quote of an answer is the bytes of the
// body at its offsets.
func verbatim(t *testing.T, a *article.Article, line []byte) answer {
	t.Helper()
	var got answer
	if err := json.Unmarshal(line, &got); err != nil {
		t.Fatalf("%s: %v", a.Name, err)
	}
	same := func(what string, s span) {
		t.Helper()
		if s.Start < 0 || s.End < s.Start || s.End > len(a.Body) || a.Body[s.Start:s.End] != s.Text {
			t.Errorf("%s: %s %+v is not what stands there", a.Name, what, s)
		}
	}
	for _, s := range got.Names {
		same("name", s)
	}
	for _, s := range got.Timexes {
		same("timex", s)
	}
	for _, s := range got.Ranges {
		same("range", s)
	}
	for _, x := range got.Actors {
		for _, s := range x.Mentions {
			same("mention", s)
		}
	}
	for _, e := range got.Events {
		same("trigger", e.Trigger)
		if len(e.Sources) == 0 {
			t.Errorf("%s: an event without a source", a.Name)
		}
		for _, s := range e.Sources {
			same("quote", span{s.Start, s.End, s.Quote})
			if s.Quote == "" {
				t.Errorf("%s: an empty quote", a.Name)
			}
		}
	}
	return got
}

func TestEveryQuoteIsVerbatim(t *testing.T) {
	x := extractor(t)
	for _, a := range examples(t) {
		line, err := x.Article(a).JSON()
		if err != nil {
			t.Fatal(err)
		}
		verbatim(t, a, line)
	}
}

func FuzzArticle(f *testing.F) {
	for _, a := range examples(f) {
		f.Add(a.Body)
	}
	x := extractor(f)
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 4096 {
			return
		}
		body = strings.ToValidUTF8(body, "?")
		for _, language := range []string{"de", "en", "fr", ""} {
			for _, read := range []func(*article.Article, string){(*article.Article).ReadText, (*article.Article).ReadMarkdown} {
				a := &article.Article{Name: "a", Date: "2024-02-07", Lang: language}
				read(a, body)
				line, err := x.Article(a).JSON()
				if err != nil {
					t.Fatal(err)
				}
				verbatim(t, a, line)
			}
		}
	})
}

// inputs are lines of input: the examples, several times, in plain text.
func inputs(t testing.TB, times int) []byte {
	t.Helper()
	var b bytes.Buffer
	for range times {
		for _, a := range examples(t) {
			line, err := json.Marshal(map[string]string{"article": a.Name, "date": a.Date, "text": a.Body})
			if err != nil {
				t.Fatal(err)
			}
			b.Write(append(line, '\n'))
		}
	}
	return b.Bytes()
}

func stream(t testing.TB, x *extract.Extractor, in io.Reader, workers int) (string, []string) {
	t.Helper()
	var out bytes.Buffer
	var faults []string
	err := x.Stream(context.Background(), in, &out, workers, func(line int, err error) {
		faults = append(faults, fmt.Sprintf("%d: %v", line, err))
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), faults
}

// The number of workers, and the number of times, change no byte.
func TestStreamIsDeterministic(t *testing.T) {
	in := inputs(t, 3)
	x := extractor(t)
	want, _ := stream(t, x, bytes.NewReader(in), 1)
	for _, workers := range []int{2, 7} {
		if got, _ := stream(t, extractor(t), bytes.NewReader(in), workers); got != want {
			t.Errorf("%d workers give other bytes than one", workers)
		}
	}
	third := len(want) / 3
	if want[:third] != want[third:2*third] {
		t.Error("the same articles again give other bytes")
	}
}

func TestStreamGoesOnBehindBadLines(t *testing.T) {
	in := strings.Join([]string{
		`{"article":"a","lang":"de","text":"Gut."}`,
		`{broken`,
		``,
		`{"article":"b","lang":"de"}`,
		`{"article":"c","lang":"de","date":"2024-02-30","text":"x"}`,
		"{\"article\":\"d\",\"text\":\"\xff\"}",
		`[1]`,
		`{"article":"e","lang":"xx","text":"Gut."}`,
		`{"article":"f","text":""}`,
	}, "\n")
	out, faults := stream(t, extractor(t), strings.NewReader(in), 3)
	var names []string
	for _, l := range strings.Split(strings.TrimSpace(out), "\n") {
		var a answer
		if err := json.Unmarshal([]byte(l), &a); err != nil {
			t.Fatal(err)
		}
		code := ""
		if len(a.Warnings) > 0 {
			code = a.Warnings[0].Code
		}
		names = append(names, a.Article+" "+code)
	}
	if got, want := strings.Join(names, "; "), "a no-date; e no-language-pack; f no-language"; got != want {
		t.Errorf("articles %q, want %q", got, want)
	}
	var lines []string
	for _, f := range faults {
		n, _, _ := strings.Cut(f, ":")
		lines = append(lines, n)
	}
	if got, want := strings.Join(lines, " "), "2 4 5 6 7"; got != want {
		t.Errorf("faults in lines %s, want %s:\n%s", got, want, strings.Join(faults, "\n"))
	}
}

// endless gives the same line for ever.
type endless struct {
	line []byte
	rest []byte
}

func (e *endless) Read(p []byte) (int, error) {
	if len(e.rest) == 0 {
		e.rest = e.line
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestStreamStops(t *testing.T) {
	x := extractor(t)
	line := []byte(`{"article":"a","lang":"de","text":"Gut."}` + "\n")
	none := func(int, error) {}

	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if err := x.Stream(ctx, &endless{line: line}, io.Discard, 2, none); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a cancelled run ends with %v", err)
	}
	if err := x.Stream(context.Background(), &endless{line: line}, fullDisk{}, 2, none); err == nil || !strings.Contains(err.Error(), "no space") {
		t.Errorf("a full disk ends with %v", err)
	}
}

func TestLineTooLong(t *testing.T) {
	in := io.MultiReader(io.LimitReader(&endless{line: []byte("aaaaaaaa")}, extract.MaxLine+10), strings.NewReader("\n"+`{"article":"b","lang":"de","text":"Gut."}`))
	out, faults := stream(t, extractor(t), in, 2)
	if len(faults) != 1 || !strings.HasPrefix(faults[0], "1: ") || !strings.Contains(out, `"article":"b"`) {
		t.Errorf("faults %q, output %q", faults, out)
	}
}

// The language is found where it is not given, and the caller's article stays
// as it is.
func TestLanguage(t *testing.T) {
	x := extractor(t)
	for text, want := range map[string]string{
		"Der Rat hat am Montag über die neue Brücke beraten und sich dann vertagt.":      "de",
		"The council met on Monday to talk about the new bridge, and then it adjourned.": "en",
		"El consejo se reunió el lunes para hablar del nuevo puente de la ciudad.":       "",
		"12345": "",
	} {
		a := &article.Article{Date: "2024-02-07"}
		a.ReadText(text)
		r := x.Article(a)
		if r.Article.Lang != want || a.Lang != "" {
			t.Errorf("%q: language %q, want %q", text, r.Article.Lang, want)
		}
	}
	a := &article.Article{Lang: "de-AT"}
	a.ReadText("Gut.")
	if got := x.Article(a).Article.Lang; got != "de" {
		t.Errorf("de-AT is %q", got)
	}
}

// The whole way, and its stages, on the examples.
func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	all := examples(b)
	size := 0
	for _, a := range all {
		size += len(a.Body)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range all {
			if _, err := x.Article(a).JSON(); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// Texts built to make a stage look from each word to all others take seconds,
// not hours.
func TestHostileTexts(t *testing.T) {
	x := extractor(t)
	for _, part := range []string{
		"a", "a-", "US-", "a.", "1-", "1.", "'", "\"", "(", "é", "und ", "Anna Berg und ", "traf Berg ", "7. Oktober, ", "vom 4. bis ", "http://a ",
	} {
		a := &article.Article{Lang: "de", Date: "2024-02-07"}
		a.ReadText(strings.Repeat(part, 50_000/len(part)))
		begin := time.Now()
		x.Article(a)
		if d := time.Since(begin); d > 30*time.Second {
			t.Errorf("50 kB of %q took %v", part, d)
		}
	}
}
