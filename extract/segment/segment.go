// Package segment cuts prose into sentences and tokens.
package segment

import "fasti/extract/article"

// Token is a word, a number, or one mark of punctuation. Blanks belong to no token.
type Token struct {
	article.Span
	Class Class
}

// Class is what a token is made of.
type Class uint8

// The classes of token.
const (
	Lower  Class = iota // a word that begins with a small letter (or a script without case)
	Upper               // a word that begins with a capital
	Caps                // a word of two or more capitals: "USA"
	Number              // digits, with the dots and commas that belong to them: "3.000", "14.30"
	Mixed               // letters and digits: "A7", "20er"
	Punct               // one mark of punctuation or symbol
)

// Sentence is a sentence of one block.
type Sentence struct {
	article.Span     // from its first to behind its last token
	Block        int // index into Doc.Blocks
	First, Last  int // its tokens: Doc.Tokens[First:Last]
}

// Doc is a text with its blocks, sentences and tokens, all in order of place.
type Doc struct {
	Text      string
	Lang      string
	Blocks    []article.Block
	Sentences []Sentence // the first sentence of the body is number 1 in evidence, index 0 here
	Tokens    []Token
}

// Word is the text of token i.
func (d *Doc) Word(i int) string { return d.Tokens[i].Of(d.Text) }

// SentenceAt is the index of the sentence that holds the byte offset, or -1.
func (d *Doc) SentenceAt(offset int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		switch s := d.Sentences[mid]; {
		case offset < s.Start:
			hi = mid
		case offset >= s.End:
			lo = mid + 1
		default:
			return mid
		}
	}
	return -1
}
