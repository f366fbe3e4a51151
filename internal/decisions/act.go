// Package decisions is the log of a site: what people have decided, and what
// the machine did, an act a line, in files that are written once and never
// again. Two branches never write the same file, so git joins them without
// conflict; what holds is computed from all of them together.
//
// The package knows the form of the log and what is undone. What an act means
// for events and actors is the business of package ledger.
package decisions

// Kind says what an act is.
type Kind string

// The acts of people.
const (
	Accept      Kind = "accept"       // Event is reviewed and stands
	Reject      Kind = "reject"       // Event is taken out, for good
	Merge       Kind = "merge"        // Event is part of Into
	Unmerge     Kind = "unmerge"      // Event is no more part of Into
	Split       Kind = "split"        // Source of Event became the event Into
	Move        Kind = "move"         // Source of Event is Into's
	Apart       Kind = "apart"        // Event and Into are two, for ever
	NotName     Kind = "not-name"     // Name is not a name of Actor
	RenameActor Kind = "rename-actor" // Actor's Key (title, id) is New, was Old
	MergeActors Kind = "merge-actors" // Actor is the same as Into
	SplitActor  Kind = "split-actor"  // Name is not Actor but Into
	Keep        Kind = "keep"         // Source of Event keeps its words, whatever its report says now
	Follow      Kind = "follow"       // Source of Event takes the words that its report has now
	Drop        Kind = "drop"         // Source of Event is taken out, since its report has changed
	Remove      Kind = "remove"       // Source of Event is taken out; its sentence never joins Event again
	Add         Kind = "add"          // Source was put into Event by hand
	Set         Kind = "set"          // Key of Event or Actor is New, was Old
	Misread     Kind = "misread"      // what fasti read in Source of Event does not count
	Seen        Kind = "seen"         // the note Key has been seen and may stay
	Delete      Kind = "delete"       // the file of Event or Actor was deleted by hand
	Restore     Kind = "restore"      // and is there again
	Undo        Kind = "undo"         // the acts of Undoes are taken back
)

// The acts of the machine.
const (
	New           Kind = "new"            // Event or Actor was found; it got Path
	Changed       Kind = "changed"        // Key of Event or Actor
	SourceAdded   Kind = "source added"   // a report more
	SourceRemoved Kind = "source removed" // a report less
	Withdrawn     Kind = "withdrawn"      // no report supports Event any more
	Returned      Kind = "returned"       // one does again
	Joined        Kind = "joined"         // Event is part of Into: the reports tell of one
	Evidence      Kind = "evidence"       // Marks say what Event rests on
	Given         Kind = "given"          // an id of a site before the log
	Imported      Kind = "imported"       // the text of Article came in, with Print
	Noted         Kind = "noted"          // a line of a history before the log, of the kind Key
)

// Human reports whether people do such acts.
func (k Kind) Human() bool {
	switch k {
	case New, Changed, SourceAdded, SourceRemoved, Withdrawn, Returned, Joined, Evidence, Given, Imported, Noted:
		return false
	}
	return true
}

// Act is one act: a request before it is done, a line of the log after.
// Which fields it has depends on its kind.
type Act struct {
	N     int    `json:"n"`            // place in the order of acts; two branches may give one twice
	Group string `json:"group"`        // what was done at once, by one command, has one
	Day   string `json:"day"`          // YYYY-MM-DD
	By    string `json:"by,omitempty"` // who, if known
	Act   Kind   `json:"act"`

	Event    string `json:"event,omitempty"`    // id
	Into     string `json:"into,omitempty"`     // id of another event, or actor
	Actor    string `json:"actor,omitempty"`    // id
	Source   string `json:"source,omitempty"`   // id of an event's source
	Article  string `json:"article,omitempty"`  // of the source
	Sentence int    `json:"sentence,omitempty"` // of the source, from 1
	Like     string `json:"like,omitempty"`     // likeness of the sentence, see package ledger
	Print    string `json:"print,omitempty"`    // hash of the sentence, verbatim
	Name     string `json:"name,omitempty"`     // of an actor

	Key    string `json:"key,omitempty"`
	Old    string `json:"old,omitempty"`
	New    string `json:"new,omitempty"`
	Reason string `json:"reason,omitempty"`
	What   string `json:"what,omitempty"`   // of Noted: as the history named it
	Undoes string `json:"undoes,omitempty"` // a group

	Path   string            `json:"path,omitempty"`   // of the file that was made, below content/
	Values map[string]string `json:"values,omitempty"` // of New: what the file says; of acts on actors: "ID KEY", what their files say then
	Marks  []string          `json:"marks,omitempty"`  // what the event rests on, see package ledger
	Files  []Patch           `json:"files,omitempty"`  // of the first act of a group: how to take it back
}
