package segment

import (
	"fasti/extract/article"
	"fasti/extract/lang"
)

// Segmenter cuts texts of one language.
type Segmenter struct{ lang string }

// New compiles a language's abbreviations and rules.
func New(pack *lang.Pack) (*Segmenter, error) { return &Segmenter{lang: pack.Lang}, nil }

// Split cuts an article's prose into sentences and tokens.
func (s *Segmenter) Split(a *article.Article) *Doc {
	return &Doc{Text: a.Text, Lang: a.Lang, Blocks: a.Blocks}
}
