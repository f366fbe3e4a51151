package ledger

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// Find gives the events that ids or paths name. A path may be relative to the
// site's folder or to content/events, with or without .md; a name of a file
// will do.
func (c *Content) Find(names []string) ([]*Event, []diag.Diagnostic) {
	var out []*Event
	var found []diag.Diagnostic
	for _, n := range names {
		e := c.find(n)
		switch {
		case e == nil:
			found = append(found, diag.Diagnostic{Code: diag.UnknownEvent, Message: fmt.Sprintf("no event has the id or the path %q", n), Hint: "give the id that stands under fasti: in its file, or the file's path"})
		case !slices.Contains(out, e):
			out = append(out, e)
		}
	}
	return out, found
}

func (c *Content) find(name string) *Event {
	for _, e := range c.Events {
		if e.ID == name || slices.Contains(e.also, name) {
			return e
		}
	}
	clean := strings.TrimSuffix(path.Clean(strings.ReplaceAll(name, `\`, "/")), ".md")
	for _, e := range c.Events {
		file := strings.TrimSuffix(e.Path, ".md")
		if clean == file || clean == e.Slug || strings.HasSuffix(clean, "/"+file) || strings.HasSuffix(file, "/"+clean) {
			return e
		}
	}
	return nil
}

// mark sets the state of review.
func (r *renewal) mark(to Review, into *Event) {
	e := r.e
	target := ""
	if into != nil {
		target = into.ID
	}
	r.edits = append(r.edits, frontmatter.Set(string(to), EventKeys(), "review"))
	if into != nil {
		r.edits = append(r.edits, frontmatter.Set(target, EventKeys(), "into"))
	} else if len(e.Into) > 0 {
		r.edits = append(r.edits, frontmatter.Delete("into"))
	}
	// A hash of the state stays: it says that a person has overruled fasti.
	if e.was != "" {
		r.edits = append(r.edits, frontmatter.Delete("fasti", "was"))
	}
}

// take copies the sources of an event that is joined. What fasti wrote there
// it may renew here. It gives the ids that they have here.
func (r *renewal) take(e *Event) (took []string) {
	for _, s := range e.Sources {
		if slices.ContainsFunc(r.sources, func(q Source) bool { return q.Article == s.Article && q.Quote == s.Quote }) {
			continue
		}
		mine := e.Auto && !e.sourceOwned(s)
		s.ID = free(s.ID, func(id string) bool {
			return r.e.removed(id) || slices.ContainsFunc(r.sources, func(q Source) bool { return q.ID == id })
		})
		r.edits = append(r.edits, frontmatter.Append(sourceEntry(s), EventKeys(), "sources"))
		if mine && r.e.Auto {
			r.entryHash("sources", s.ID, s.claim())
		}
		r.sources = append(r.sources, s)
		r.noteSource(decisions.SourceAdded, s, "", s.Article+" "+s.Quote, "joined with "+e.ID)
		took = append(took, s.ID)
	}
	return took
}
