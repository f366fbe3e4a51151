package timex

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

// history is a short narrative with what each of its dates means;
// testdata/timex/histories.de.txt tells the form of these files.
type history struct {
	title string
	doc   segment.Doc
	dates []markedDate
}

// markedDate is a stretch of a text and the date that it means.
type markedDate struct {
	article.Span
	want string
}

func readHistories(t testing.TB, language string) []history {
	b, err := os.ReadFile(filepath.Join("..", "..", "testdata", "timex", "histories."+language+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []history
	for _, part := range strings.Split(string(b), "\n== ")[1:] {
		title, body, _ := strings.Cut(part, "\n")
		h := history{title: title, doc: segment.Doc{Lang: language}}
		for _, p := range strings.Split(strings.TrimSpace(body), "\n\n") {
			h.paragraph(p)
		}
		out = append(out, h)
	}
	return out
}

// paragraph adds a block, its marks taken out.
func (h *history) paragraph(p string) {
	start := len(h.doc.Text)
	if start > 0 {
		h.doc.Text += "\n\n"
		start += 2
	}
	for {
		before, rest, ok := strings.Cut(p, "{")
		h.doc.Text += before
		if !ok {
			break
		}
		mark, after, _ := strings.Cut(rest, "}")
		text, want, _ := strings.Cut(mark, "=")
		from := len(h.doc.Text)
		h.doc.Text += text
		h.dates = append(h.dates, markedDate{article.Span{Start: from, End: len(h.doc.Text)}, want})
		p = after
	}
	h.doc.Blocks = append(h.doc.Blocks, article.Block{Span: article.Span{Start: start, End: len(h.doc.Text)}})
}

// The year of a date in a history comes from its structure: the last full date,
// a heading, the year that opened the paragraph, the era. It does so whether or
// not the text is known for a history.
func TestHistories(t *testing.T) {
	for _, language := range lang.Languages() {
		tg := tagger(t, language)
		all := readHistories(t, language)
		if len(all) < 20 {
			t.Errorf("%s: only %d histories", language, len(all))
		}
		for i := range all {
			h := &all[i]
			for _, genre := range []string{"narrative", ""} {
				h.check(t, genre, tg.Tag(&h.doc, Options{DCT: "2012-05-03", Genre: genre}))
			}
		}
	}
}

// check compares what was found with what is marked.
func (h *history) check(t *testing.T, genre string, r Result) {
	for _, d := range h.dates {
		var have []string
		for _, x := range r.Timexes {
			if x.Overlaps(d.Span) {
				have = append(have, x.EDTF)
			}
		}
		if len(have) != 1 || !sameDate(have[0], d.want) {
			t.Errorf("%s %s: %s: %s is %v, not %s", h.doc.Lang, genre, h.title, d.Of(h.doc.Text), have, d.want)
		}
	}
}
