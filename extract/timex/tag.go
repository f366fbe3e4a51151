package timex

import (
	"fasti/extract/lang"
	"fasti/extract/segment"
)

// Options say what the values are counted from.
type Options struct {
	DCT   string // publication, RFC 3339 or YYYY-MM-DD; "" if unknown
	Genre string // "news", "narrative", or "" to decide from the text
}

// Tagger finds the time expressions of one language.
type Tagger struct{}

// New compiles a language's tables.
func New(pack *lang.Pack) (*Tagger, error) { return &Tagger{}, nil }

// Tag finds all time expressions of a text and works out their values.
func (t *Tagger) Tag(doc *segment.Doc, opt Options) Result { return Result{} }
