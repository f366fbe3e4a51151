package train

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/actor/ner"
	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

// Annotated is a document cut by fasti's own segmenter, with its gold names
// and the labels that follow from them.
type Annotated struct {
	Doc    *segment.Doc
	Gold   []Gold
	Labels []uint8 // of each token
	Lost   int     // names whose borders are no borders of tokens
}

// cutter makes documents of corpora.
type cutter struct {
	segmenter *segment.Segmenter
	lang      string
}

func newCutter(language string) (*cutter, error) {
	pack, err := lang.Load(language)
	if err != nil {
		return nil, err
	}
	s, err := segment.New(pack)
	if err != nil {
		return nil, err
	}
	return &cutter{s, language}, nil
}

// cut rebuilds the text of a document, segments it, and carries the names
// over by their bytes; tight as for lay.
func (c *cutter) cut(doc []Sentence, tight bool) *Annotated {
	text, spans := lay(doc, tight)
	a := &Annotated{}
	for s := range doc {
		doc[s].names(func(first, last int, kind string) {
			a.Gold = append(a.Gold, Gold{article.Span{Start: spans[s][first][0], End: spans[s][last-1][1]}, kind})
		})
	}
	art := &article.Article{Text: text, Body: text, Lang: c.lang, Blocks: blocks(text)}
	a.Doc = c.segmenter.Split(art)
	if len(a.Doc.Tokens) == 0 {
		a.Doc = asGiven(art, spans)
	}
	a.label()
	return a
}

// label gives every token the label of its gold name.
func (a *Annotated) label() {
	a.Labels = make([]uint8, len(a.Doc.Tokens))
	i := 0
	for _, g := range a.Gold {
		for i < len(a.Doc.Tokens) && a.Doc.Tokens[i].End <= g.Start {
			i++
		}
		j := i
		for j < len(a.Doc.Tokens) && a.Doc.Tokens[j].Start < g.End {
			j++
		}
		if j == i || !a.meets(i, j-1, g) {
			a.Lost++
			continue
		}
		if i > 0 && a.Doc.Tokens[i-1].End == g.Start && strings.IndexByte("@#", a.Doc.Text[g.Start-1]) >= 0 && a.Doc.Tokens[i-1].Len() == 1 {
			i--
		}
		for k := i; k < j; k++ {
			a.Labels[k] = ner.Label(kinds[g.Type], k-i, j-i)
		}
		i = j
	}
}

// meets tells whether a name covers the tokens from first to last. The mark
// of a hashtag or handle and the dot of an abbreviation make no difference:
// corpora do not agree on whose they are.
func (a *Annotated) meets(first, last int, g Gold) bool {
	start, end := a.Doc.Tokens[first].Start, a.Doc.Tokens[last].End
	text := a.Doc.Text
	return (start == g.Start || start == g.Start-1 && strings.IndexByte("@#", text[start]) >= 0) &&
		(end == g.End || end == g.End+1 && text[g.End] == '.' && last > 0)
}

var kinds = map[string]ner.Type{"PER": ner.PER, "ORG": ner.ORG, "LOC": ner.LOC, "MISC": ner.MISC}

// blocks cuts a text at blank lines.
func blocks(text string) []article.Block {
	var out []article.Block
	for start := 0; start < len(text); {
		end := len(text)
		for i := start; i+1 < len(text); i++ {
			if text[i] == '\n' && text[i+1] == '\n' {
				end = i
				break
			}
		}
		if end > start {
			out = append(out, article.Block{Span: article.Span{Start: start, End: end}})
		}
		start = end + 2
	}
	return out
}

// asGiven is the document with the corpus's own tokens and sentences.
func asGiven(a *article.Article, spans [][][2]int) *segment.Doc {
	d := &segment.Doc{Text: a.Text, Lang: a.Lang, Blocks: a.Blocks}
	for _, row := range spans {
		s := segment.Sentence{First: len(d.Tokens)}
		for _, p := range row {
			d.Tokens = append(d.Tokens, segment.Token{Span: article.Span{Start: p[0], End: p[1]}})
		}
		s.Last = len(d.Tokens)
		if s.Last > s.First {
			s.Span = article.Span{Start: row[0][0], End: row[len(row)-1][1]}
			d.Sentences = append(d.Sentences, s)
		}
	}
	return d
}

// words cuts a name into the words that the tagger will see.
func (c *cutter) words(name string) []string {
	d := c.segmenter.Split(&article.Article{Text: name, Body: name, Lang: c.lang, Blocks: blocks(name)})
	out := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		out[i] = d.Word(i)
	}
	return out
}

// dropAdjectives takes adjectives and peoples for what they are: no names.
func (a *Annotated) dropAdjectives(lists *Lists) {
	for i, l := range a.Labels {
		if l != ner.Label(ner.LOC, 0, 1) && l != ner.Label(ner.ORG, 0, 1) {
			continue
		}
		w := a.Doc.Word(i)
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && !strings.ContainsAny(w, ".0123456789") && strings.HasSuffix(strings.TrimRight(w, "enrsm"), "isch") || lists.has("demonym", w) {
			a.Labels[i] = ner.Outside
		}
	}
}
