package ner

import "fasti/extract/article"

// Type is the type of a name.
type Type uint8

// The types of names.
const (
	PER Type = iota
	ORG
	LOC
	MISC
)

// String gives "PER", "ORG", "LOC" or "MISC".
func (t Type) String() string { return [...]string{"PER", "ORG", "LOC", "MISC"}[t&3] }

// Name is a name in a text.
type Name struct {
	article.Span
	First, Last int // its tokens: Doc.Tokens[First:Last]
	Type        Type
	Score       int // how much better than no name the model finds it, per token, in its own unit; comparable inside one model only
}

// A label says where in a name a token stands (BILOU): 0 is outside; a name
// of one token is Unit, a longer one Begin, Inside…, Last.
const (
	Outside  = 0
	Labels   = 17 // Outside and four for each of the four types
	inBegin  = 1
	inInside = 2
	inLast   = 3
	inUnit   = 4
)

// Label is the label of a token at place of n in a name of type t.
func Label(t Type, place, n int) uint8 {
	base := uint8(t) * 4
	switch {
	case n == 1:
		return base + inUnit
	case place == 0:
		return base + inBegin
	case place == n-1:
		return base + inLast
	}
	return base + inInside
}

// split gives the type and the place (inBegin … inUnit) of a label that is not Outside.
func split(label uint8) (Type, uint8) { return Type((label - 1) / 4), (label-1)%4 + 1 }
