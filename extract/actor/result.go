// Package actor finds names and the actors that they stand for, and tells who
// is the same as whom inside one article.
package actor

import "fasti/extract/article"

// NameType is the type of a named-entity mention.
type NameType string

// The types of names.
const (
	PER  NameType = "PER"
	ORG  NameType = "ORG"
	LOC  NameType = "LOC"
	MISC NameType = "MISC"
)

// Name is a plain named-entity mention. Adjectives and peoples ("israelisch",
// "Palästinenser") and parts of compounds ("US-") are no names.
type Name struct {
	article.Span
	Type NameType
}

// Kind is what an actor is.
type Kind string

// The kinds of actor.
const (
	Person       Kind = "person"
	Organisation Kind = "organisation"
	State        Kind = "state"
	Place        Kind = "place" // a place, or one that acts as a state or city
	Group        Kind = "group"
)

// Form is how a mention refers.
type Form uint8

// The forms of mention.
const (
	ByName      Form = iota // "Blinken", "Israels"
	ByRole                  // "der US-Spitzendiplomat", "the prime minister"
	ByPronoun               // "er"
	ByAdjective             // "israelisch", "US-" of a compound, "Palästinenser"
	ByMetonym               // "Washington" for the government of the United States
)

// Mention is a span that stands for an actor.
type Mention struct {
	article.Span
	Form  Form
	Place bool // the mention only says where: "in Doha"
	Whose bool // the mention only says whose office somebody else holds, or where it is at home: "the French president", "UK-based"
}

// Actor is one who takes part, with all its mentions in one article.
type Actor struct {
	ID       string   // slug, unique in the article: "antony-blinken"
	Name     string   // the fullest name: "Antony Blinken"
	Kind     Kind     // person, organisation, state, place, group
	Country  string   // ISO 3166-1 alpha-2, upper case, where known
	Known    string   // id of the dictionary's or the site's entry, if it is one; else ""
	Aliases  []string // other names used in the article, sorted, without Name
	Roles    []Role   // offices that the article gives it
	Mentions []Mention
	Owns     []article.Span // possessives that stand for it: "his", "ihre"; they tell whose something is, not who takes part
	Generic  bool           // without a name of its own: "die Polizei", "residents"; somebody in this article only
}

// Role is an office or function that the text gives an actor.
type Role struct {
	Title   string // as written: "US-Außenminister"
	Office  string // id of the office, "us/foreign-minister"; "" if not in the table
	Of      string // id of the actor whose office it is, "usa"; or ""
	From    string // EDTF; "" if not known
	To      string
	Mention article.Span // where the text says so
}

// Known is an actor that the site or the shipped tables already know.
type Known struct {
	ID      string
	Name    string
	Kind    Kind
	Country string
	Names   []string // every name it goes by, in any language
	Not     []string // names that are someone else
	Roles   []Role
}

// Result is what one article names.
type Result struct {
	Names    []Name  // in order of place, not overlapping
	Actors   []Actor // in order of first mention
	Unnamed  []Actor // those whom only nouns and pronouns mean, and more than one of them does: "ein 28-Jähriger … er"; in order of first mention, with ids of their own
	Warnings []Warning
}

// Warning is something that a person may want to settle: an office whose
// holder is not known, a surname that two people share.
type Warning struct {
	article.Span
	Code    string
	Message string
}
