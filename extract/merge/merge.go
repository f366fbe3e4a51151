// Package merge makes one timeline of many articles' results: the same actors
// and the same events, found whatever the order of the articles and however
// they are cut into batches. It knows no ids of the past; the ledger does.
//
// Begin with [Merge]. Joining is cautious: what is joined wrongly is harder
// to see than what stands twice, so an actor joins on a whole name with
// something that confirms it, an event on date, kind, actors and words
// together, and what falls short becomes a [Proposal] for a person.
package merge

import (
	"slices"

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
	ID      string // slug; the site's id if it knows the actor, else made from the name
	Name    string
	Kind    actor.Kind
	Country string
	Known   string            // id of the site's or the shipped entry; ""
	Names   map[string]string // language -> fullest name
	Aliases []string          // every other form seen, sorted
	Roles   []actor.Role      // offices seen in the texts; their Mention is empty, since it would need an article
	Seen    []ActorSeen       // where, sorted
}

// ActorSeen says under which id one article names the actor.
type ActorSeen struct {
	Article string
	ID      string // actor.Actor.ID in that article
}

// Event is one event across all articles. Parts, Places and Series speak of
// ids of Timeline.Actors. Trigger is a span of the Article.Text of the source
// that Best points at.
type Event struct {
	event.Event
	Lang    string   // of the title
	Sources []Source // at least one; sorted by article date, name, sentence
	Best    int      // index into Sources: the report that gave kind and trigger
	Members []Member // the events of articles that it was made of, in the order of the articles' dates
}

// Member is an event of one article.
type Member struct {
	Article string
	Event   int // index into the Events of its result
}

// Source is a sentence of an article, with spans into the body as it stands
// in the file.
type Source struct {
	event.Source
	Article string
	Lang    string
	Quote   string   // the bytes of the body at Span, verbatim
	Trigger string   // the word that carries the event, where it stands in this sentence; ""
	Places  []string // where its article puts the event, if not all of its reports name one place; as Event.Places
}

// Proposal is a join that fasti did not dare, with its evidence.
type Proposal struct {
	What     string // "actor" or "event"
	A, B     string // ids of actors; for events "ARTICLE:SENTENCE"
	Evidence string
}

// Options steer the merging.
type Options struct {
	Known  []actor.Known // the site's actors
	Vetoes []Veto        // what people have decided
	Lang   string        // language whose titles and names are preferred; ""
	Trace  bool          // tell why each event is as it is, in its Decisions
}

// Veto is what a person has decided about the event of a sentence: its date,
// against the reports', and which other sentences it belongs to.
type Veto struct {
	Article  string
	Sentence int    // of the event's first source
	Trigger  string // the word that carries the event; "" if the sentence has only one event
	When     string // the date a person gave the event; ""
	Group    string // sentences of different groups never join, those of one group always, if their Trigger is given; "" is no group
}

// Merge joins the results of articles into one timeline. The order of the
// results does not matter, and an article that is given twice counts once.
func Merge(results []*extract.Result, opt Options) *Timeline {
	gists := make([]*Gist, len(results))
	for i, r := range results {
		gists[i] = Digest(r)
	}
	return Gists(gists, opt)
}

// Gists is [Merge] of what is kept of the results.
func Gists(gists []*Gist, opt Options) *Timeline {
	arts := canonical(gists)
	cast := joinActors(arts, opt)
	items := collect(arts, cast, opt)
	clusters, doubts := clusterItems(items, opt.Trace)
	t := &Timeline{Actors: cast.actors, Proposals: append(cast.proposals, doubts...)}
	t.Events = slices.Grow(t.Events, len(clusters))
	for _, c := range clusters {
		t.Events = append(t.Events, compose(c, cast, opt))
	}
	sortEvents(t.Events)
	sortProposals(t.Proposals)
	return t
}
