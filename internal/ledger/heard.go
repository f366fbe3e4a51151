package ledger

import (
	"maps"
	"strings"
	"unicode"

	"fasti/extract"
)

// sentence is one sentence of an article: bytes of its body.
type sentence struct {
	span   [2]int
	number int // from 1
}

// Hearing is which sentences the articles of a site have. A store may keep it.
type Hearing struct{ of map[string][]sentence }

// Hear finds the sentences of articles in what was found in them.
func Hear(results []*extract.Result) Hearing {
	h := Hearing{map[string][]sentence{}}
	for _, r := range results {
		if r == nil || r.Doc == nil {
			continue
		}
		var out []sentence
		for i, s := range r.Doc.Sentences {
			in := r.Article.InBody(s.Span)
			out = append(out, sentence{[2]int{in.Start, in.End}, i + 1})
		}
		h.of[r.Article.Name] = out
	}
	return h
}

// Add takes the sentences of other articles over.
func (h *Hearing) Add(other Hearing) {
	if h.of == nil {
		h.of = map[string][]sentence{}
	}
	maps.Copy(h.of, other.of)
}

// Heard tells the content which sentences the articles have, so that what
// people have decided on a sentence finds it again when the article was
// edited. Without it sentences are cut roughly.
func (c *Content) Heard(h Hearing) { c.sentences = maps.Clone(h.of) }

// sentencesOf are the sentences of an article.
func (c *Content) sentencesOf(a *Article) []sentence {
	if s, ok := c.sentences[a.Name]; ok {
		return s
	}
	s := roughly(a.Body)
	if c.sentences == nil {
		c.sentences = map[string][]sentence{}
	}
	c.sentences[a.Name] = s
	return s
}

// roughly cuts a text behind full stops and at blank lines.
func roughly(text string) []sentence {
	var out []sentence
	from := 0
	add := func(to int) {
		a, b := from, to
		for a < b && unicode.IsSpace(rune(text[a])) {
			a++
		}
		for b > a && unicode.IsSpace(rune(text[b-1])) {
			b--
		}
		if b > a {
			out = append(out, sentence{[2]int{a, b}, len(out) + 1})
		}
		from = to
	}
	for i := 0; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], "\n\n"), strings.HasPrefix(text[i:], "\r\n\r\n"):
			add(i)
		case strings.IndexByte(".!?", text[i]) >= 0 && (i+1 == len(text) || unicode.IsSpace(rune(text[i+1]))):
			add(i + 1)
		}
	}
	add(len(text))
	return out
}

// sentenceAt is the number of the sentence that a span of the body lies in; 0
// if it lies in none.
func (c *Content) sentenceAt(a *Article, span [2]int) int {
	for _, s := range c.sentencesOf(a) {
		if s.span[0] <= span[0] && span[0] < s.span[1] {
			return s.number
		}
	}
	return 0
}
