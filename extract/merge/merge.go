// Package merge makes one timeline of many articles' results: the same actors
// and the same events, found whatever the order of the articles and however
// they are cut into batches. It knows no ids of the past; the ledger does.
package merge

import (
	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/event"
)

// Timeline is what all articles together say.
type Timeline struct {
	Actors    []Actor    // sorted by id
	Events    []Event    // sorted by date, then title, then evidence
	Proposals []Proposal // joins that want a person's word
}

// Actor is one actor across all articles.
type Actor struct {
	ID      string // slug; the site's id where Known, else made from the name
	Name    string
	Kind    actor.Kind
	Country string
	Known   string            // id of the site's or the shipped entry; ""
	Names   map[string]string // language -> fullest name
	Aliases []string          // every other form seen, sorted
	Roles   []actor.Role      // offices seen in the texts
	Seen    []ActorSeen       // where, sorted
}

// ActorSeen says under which id one article names the actor.
type ActorSeen struct {
	Article string
	ID      string // actor.Actor.ID in that article
}

// Event is one event across all articles. Parts and Series speak of ids of
// Timeline.Actors.
type Event struct {
	event.Event
	Lang    string   // of the title
	Sources []Source // at least one; sorted by article date, name, sentence
}

// Source is a sentence of an article, with spans into the body as it stands
// in the file.
type Source struct {
	event.Source
	Article string
	Lang    string
	Quote   string // the bytes of the body at Span, verbatim
}

// Proposal is a join that fasti did not dare, with its evidence.
type Proposal struct {
	What     string // "actor" or "event"
	A, B     string // ids
	Evidence string
}

// Options steer the merging.
type Options struct {
	Known  []actor.Known // the site's actors
	Vetoes []Veto        // what people have decided
}

// Veto keeps two sentences from becoming evidence of one event, or fixes an
// event's date against the reports' (a person's correction).
type Veto struct {
	Article  string
	Sentence int
	When     string // the date a person gave the event of this sentence; ""
}

// Merge joins the results of articles into one timeline.
func Merge(results []*extract.Result, opt Options) *Timeline { return &Timeline{} }
