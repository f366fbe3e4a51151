// Package event finds what happened, when, and who took part.
package event

import (
	"fasti/extract/article"
)

// Part is one actor with its role.
type Part struct {
	Actor string // actor.Actor.ID
	Role  Role
}

// Series says which of a numbered row of like events this one is.
type Series struct {
	Of     string `json:"of"`     // actor.Actor.ID of the owner, or ""
	What   string `json:"what"`   // "Besuch in der Region"
	Number int    `json:"number"` // from 1
}

// Source is the sentence that reports the event.
type Source struct {
	article.Span        // the sentence, in Article.Text
	Sentence     int    // 1 is the first of the body
	When         string // EDTF that this sentence supports
	Basis        Basis
	Status       Status
	Said         string // the words that carry the date, with their preposition: "am Dienstag"; ""
}

// Event is one happening, with its evidence.
type Event struct {
	When       string // EDTF; "" if no date can be said
	Title      string
	TitleIs    TitleForm
	Kind       Kind // PLOVER's categories in lower case and our own, see docs/kinds.md
	Status     Status
	Basis      Basis
	Confidence int  // per cent
	Published  bool // passes the status rules and the threshold
	Trigger    article.Span
	Parts      []Part
	Places     []string // names of places, as actors' ids where they are actors
	Series     *Series
	Sources    []Source  // at least one; the best first
	Features   []Feature // why Confidence is what it is
	Decisions  []Decision

	TitleConfidence int // per cent: how sure it is that the title can be printed as it stands
}

// TitleForm says how a title was made.
type TitleForm string

// The forms of titles.
const (
	TitleWorded TitleForm = ""      // worded by fasti from the report's words
	TitleQuote  TitleForm = "quote" // the report's own words, in quotation marks
)

// DefaultThreshold is the confidence, per cent, from which an event is
// published if no other is set.
const DefaultThreshold = defaultThreshold

// Feature is one readable reason of the scorer, with its weight.
type Feature struct {
	Name   string
	Weight int
}
