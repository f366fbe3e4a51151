package syntax

import "fasti/extract/article"

// Word is a token of segment, read.
type Word struct {
	article.Span        // bytes into the article's text
	Lemma        string // "gehen" of "ging"; the word itself where nothing better is known
	POS          POS
	Morph        Morph
	Head         int // index into Sentence.Words; -1: the root of the sentence
	Rel          Rel // to the head
}

// Sentence is a sentence with its tree. Words[i] is token First+i of the
// document.
type Sentence struct {
	Words []Word
	First int // the first token, in segment.Doc.Tokens: behind the dateline, if there is one
	Grammar
	Margin int // how far the tree was ahead of the next best, 0 and more; 0 also where that is not known
}
