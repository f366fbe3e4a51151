package site

import "strings"

// headline is an event's title with what a reader must know of it wherever the
// title stands alone, without the page's marks: that it is planned, called off
// or only said, and that no person has reviewed it. Feeds, calendars, citations,
// exports and search results print it.
func (t *timeline) headline(e *event) string {
	marks := t.marks(e)
	if len(marks) == 0 {
		return e.title(t.words)
	}
	return t.words.say("headline", "title", e.title(t.words), "state", strings.Join(marks, ", "))
}

// marks are the words for an event's state that differ from "happened,
// reviewed".
func (t *timeline) marks(e *event) []string {
	var marks []string
	if e.Status != "happened" && e.Status != "" {
		marks = append(marks, t.words.named("status", e.Status))
	}
	if e.unreviewed() {
		marks = append(marks, t.words.say("unreviewed_short"))
	}
	return marks
}

// stateNote is the status of an event behind a note of a link to it.
func (t *timeline) stateNote(e *event, note string) string {
	if e.Status == "happened" || e.Status == "" {
		return note
	}
	return joinNonEmpty(" · ", note, t.words.named("status", e.Status))
}
