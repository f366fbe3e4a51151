package extract_test

import (
	"math/rand/v2"
	"testing"

	"fasti/extract/article"
)

// TestMutations feeds pieces of the examples, cut, doubled, mixed and strewn with
// odd characters, through all stages in every language. Nothing may panic, and
// all evidence stays verbatim.
func TestMutations(t *testing.T) {
	x := extractor(t)
	var texts [][]rune
	for _, a := range examples(t) {
		body := []rune(a.Body)
		for len(body) > 0 {
			n := min(len(body), 1200)
			texts = append(texts, body[:n])
			body = body[n:]
		}
	}
	odd := []rune(".,-\n \"'()*_[]&;:0179AaßéИ中\u00a0\u200b\u0301#>`<|~")
	dates := []string{"2024-02-07", "", "2024-02-29T23:59:59-05:00", "0001-01-01", "9999-12-31"}
	r := rand.New(rand.NewPCG(1, 2))
	rounds := 400
	if testing.Short() {
		rounds = 50
	}
	for range rounds {
		body := mutate(r, texts[r.IntN(len(texts))], texts[r.IntN(len(texts))], odd)
		for _, language := range []string{"de", "en", "fr"} {
			a := &article.Article{Name: "a", Date: dates[r.IntN(len(dates))], Lang: language, Title: string(texts[0][:40])}
			if r.IntN(2) == 0 {
				a.ReadText(body)
			} else {
				a.ReadMarkdown(body)
			}
			line, err := x.Article(a).JSON()
			if err != nil {
				t.Fatal(err)
			}
			if verbatim(t, a, line); t.Failed() {
				t.Fatalf("%s: %q", language, body)
			}
		}
	}
}

// mutate changes a text at a few random places, sometimes with pieces of
// another.
func mutate(r *rand.Rand, text, other, odd []rune) string {
	s := append([]rune{}, text...)
	for range 1 + r.IntN(8) {
		if len(s) < 2 {
			break
		}
		i := r.IntN(len(s))
		j := min(len(s), i+r.IntN(30))
		switch r.IntN(5) {
		case 0:
			s = append(s[:i:i], s[j:]...)
		case 1:
			p := r.IntN(len(other))
			piece := other[p:min(len(other), p+r.IntN(40))]
			s = append(append(append([]rune{}, s[:i]...), piece...), s[i:]...)
		case 2:
			s[i] = odd[r.IntN(len(odd))]
		case 3:
			s = append(append(append([]rune{}, s[:j]...), s[i:j]...), s[j:]...)
		case 4:
			s = s[i:]
		}
	}
	return string(s)
}
