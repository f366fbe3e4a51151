// Package syntax reads a sentence as grammar: the lemma, part of speech,
// morphology and head of each word. It stands behind segment and before the
// stages that ask what a sentence says.
//
// A language's [Reader] is made once and serves any number of goroutines; the
// [Doc] of one text belongs to one goroutine. Sentences are read when they are
// first asked for, so a text of which nothing is asked costs nothing.
package syntax

import (
	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

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
	First int // the first token, in segment.Doc.Tokens
	Grammar
	Margin int // how far the tree was ahead of the next best, 0 and more; 0 also where that is not known
}

// Reader reads sentences of one language.
type Reader struct {
	lang  string
	rules *rules
}

// New compiles the reader of a language. A language without a model has a
// reader whose sentences are nil.
func New(pack *lang.Pack) (*Reader, error) {
	rules, err := compileRules(pack)
	if err != nil {
		return nil, err
	}
	return &Reader{lang: pack.Lang, rules: rules}, nil
}

// Doc makes a text ready to be asked for its sentences. Nothing is read yet. A
// nil Reader gives a Doc without sentences.
func (r *Reader) Doc(doc *segment.Doc) *Doc {
	return &Doc{reader: r, doc: doc}
}

// Doc is a text whose sentences are read when they are asked for. It belongs
// to one goroutine.
type Doc struct {
	reader *Reader
	doc    *segment.Doc
	read   []*Sentence
}

// Sentence gives sentence i of the segment.Doc, or nil if the language has no
// model or there is no such sentence. The value is kept and shared: it is not
// to be changed.
func (d *Doc) Sentence(i int) *Sentence {
	if d == nil || d.reader == nil || i < 0 || i >= len(d.doc.Sentences) {
		return nil
	}
	return nil
}
