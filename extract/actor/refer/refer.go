// Package refer tells whom pronouns and nouns without a name stand for: "he",
// "ihre", "the company", "der Täter". It ranks the actors of the article that
// have been named before by a linear model with integer weights whose features
// have names, learned from annotated news (docs/models.md). It takes a [Scene]
// and gives [Link]s; it changes nothing.
package refer

import (
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// Kind is what an actor or a noun stands for.
type Kind uint8

// The kinds.
const (
	Other Kind = iota
	Person
	Body
	State
	Place
	Group // several people
)

// Form is how a mention refers.
type Form uint8

// The forms of mention.
const (
	ByName Form = iota
	ByNoun
	ByPronoun
	ByAdjective // "israelisch", "US-" of a compound
)

// Mention is a span that stands for an actor.
type Mention struct {
	First, Last int // tokens: Doc.Tokens[First:Last]
	Form        Form
}

// Entity is an actor as far as it is known without pronouns.
type Entity struct {
	Kind     Kind
	Gender   byte      // of a person: m, f or u
	Nameless bool      // known by a noun only: "die Polizei", "residents"
	Titled   bool      // the article's title names it
	Class    string    // of a body or place: what takes it up, as in the tables; "" if nothing tells
	Heads    []string  // nouns for it, in small letters: of its roles, and the words of its names
	Mentions []Mention // in order of place
}

// Det is what stands before a noun.
type Det uint8

// The determiners.
const (
	Bare       Det = iota
	The            // "the", "der"
	This           // "this", "dieser"
	A              // "a", "some", a number
	Possessive     // "his", "Roe's"
)

// Noun is a noun without a name that may take up an actor.
type Noun struct {
	First, Last int    // the noun with its determiner and adjectives
	Head        int    // the token of the noun
	Word        string // the noun in small letters, as the tables have it
	Kind        Kind
	Gender      byte // of the person: m, f or u
	Det         Det
	Modified    bool   // an adjective, a genitive or "of …" says which one
	Class       string // of a body or place: what it takes up
	Entity      int    // the entity it belongs to as it is, or -1
}

// Scene is one article with the actors that are known so far.
type Scene struct {
	Doc      *segment.Doc
	Trees    *syntax.Doc // say who tells a content in which a pronoun stands and what a possessive opens, and nothing else; nil: nobody
	Entities []Entity
	Nouns    []Noun // in order of place
}

// Link says that a span stands for an entity.
type Link struct {
	First, Last int  // tokens
	Head        int  // the pronoun or noun
	Noun        int  // index into Scene.Nouns; -1: a pronoun
	Owner       bool // a possessive: "his", "ihre"
	Entity      int  // index into Scene.Entities, or behind its end one of Answer.New
	Margin      int  // how far it was ahead of the next best, in units of the weights
}

// Answer is what a scene's pronouns and nouns stand for.
type Answer struct {
	Links []Link   // in order of place
	New   []Entity // those that nouns bring into the article and others take up
}
