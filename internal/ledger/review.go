package ledger

import (
	"fmt"
	"path"
	"slices"
	"strings"

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
		if e.ID == name {
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

// Accept plans that events are marked as reviewed.
func (c *Content) Accept(events []*Event, opt Options) *Plan {
	return c.mark(events, Accepted, nil, opt)
}

// Reject plans that events are taken out, for good: their evidence will not
// make them again.
func (c *Content) Reject(events []*Event, opt Options) *Plan {
	return c.mark(events, Rejected, nil, opt)
}

// Merge plans that events become one: into takes over their sources, the
// others become redirects to it.
func (c *Content) Merge(events []*Event, into *Event, opt Options) *Plan {
	return c.mark(events, Merged, into, opt)
}

func (c *Content) mark(events []*Event, to Review, into *Event, opt Options) *Plan {
	a := &applier{c: c, opt: opt, plan: &Plan{}, minted: c.given()}
	if into != nil {
		events = slices.DeleteFunc(slices.Clone(events), func(e *Event) bool { return e == into })
		if d, ok := c.joinable(into, events); !ok {
			a.report(d)
			return a.plan
		}
		t := &renewal{applier: a, e: into, sources: slices.Clone(into.Sources)}
		for _, e := range events {
			t.take(e)
		}
		if t.write() {
			return a.plan
		}
		a.remember(into.ID, into.Path, t.marks(events))
	}
	for _, e := range events {
		r := &renewal{applier: a, e: e}
		r.mark(to, into)
		r.write()
	}
	a.finish()
	return a.plan
}

// marks is the evidence of an event that takes over others: theirs and its
// own, as files and fasti.ids have it.
func (r *renewal) marks(events []*Event) []mark {
	var out []mark
	for _, s := range r.sources {
		out = append(out, markOf(s))
	}
	for _, e := range append([]*Event{r.e}, events...) {
		out = append(out, r.minted[e.ID].marks...)
	}
	return out
}

// joinable refuses to join events in a circle or into one that is none.
func (c *Content) joinable(into *Event, events []*Event) (diag.Diagnostic, bool) {
	fault := func(message, hint string) (diag.Diagnostic, bool) {
		return into.at.diagnose(into.Path, "review", diag.BrokenJoin, message, hint), false
	}
	switch into.review {
	case Merged, Rejected, Split:
		return fault(fmt.Sprintf("%s is %s itself", into.ID, into.review), "join into an event that stands")
	}
	if len(events) == 0 {
		return fault("there is nothing to join but the event itself", "name the events to join, and the one that stays")
	}
	return diag.Diagnostic{}, true
}

// mark sets the state of review.
func (r *renewal) mark(to Review, into *Event) {
	e := r.e
	target := ""
	if into != nil {
		target = into.ID
	}
	if e.review == to && e.has["review"] && (into == nil || slices.Equal(e.Into, []string{target})) && !e.byItself(to) {
		return
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
	r.note(string(to), "review", string(e.review), strings.TrimSpace(string(to)+" "+target), "")
}

// take copies the sources of an event that is joined. What fasti wrote there
// it may renew here.
func (r *renewal) take(e *Event) {
	for _, s := range e.Sources {
		if slices.ContainsFunc(r.sources, func(q Source) bool { return q.Article == s.Article && q.Quote == s.Quote }) {
			continue
		}
		mine := e.Auto && !owned(e.wrote, "sources."+s.ID, true, s)
		s.ID = free(s.ID, func(id string) bool {
			return r.e.removed(id) || slices.ContainsFunc(r.sources, func(q Source) bool { return q.ID == id })
		})
		r.edits = append(r.edits, frontmatter.Append(sourceEntry(s), EventKeys(), "sources"))
		if mine && r.e.Auto {
			r.entryHash("sources", s.ID, s)
		}
		r.sources = append(r.sources, s)
		r.note("source added", "sources", "", s.Article+" "+s.Quote, "joined with "+e.ID)
	}
}
