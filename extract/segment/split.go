package segment

import "fasti/extract/article"

// Split cuts an article's prose into sentences and tokens. A text without
// blocks is one block.
func (s *Segmenter) Split(a *article.Article) *Doc {
	d := &Doc{Text: a.Text, Lang: a.Lang, Blocks: a.Blocks}
	if len(d.Blocks) == 0 && a.Text != "" {
		d.Blocks = []article.Block{{Span: article.Span{End: len(a.Text)}}}
	}
	sc := scanner{Segmenter: s, tokens: make([]Token, 0, len(a.Text)/4+8)}
	d.Sentences = make([]Sentence, 0, len(a.Text)/100+len(d.Blocks))
	for i, b := range d.Blocks {
		sc.text = a.Text[:b.End]
		sc.block(b.Start)
		d.Sentences = sc.sentences(d.Sentences, i, sc.first, len(sc.tokens))
	}
	d.Tokens = sc.tokens
	return d
}
