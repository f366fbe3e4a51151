// Package compare says what is different between two states of a site's
// content: which events and actors are new, corrected, withdrawn, merged or
// gone, field by field, with the quotations that came and went. It prints as
// text, as Markdown for a pull request, and as JSON.
package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fasti/internal/ledger"
)

// Report is the difference of two states of a site.
type Report struct {
	V      int     `json:"v"`    // of this form: 1
	From   string  `json:"from"` // what the old state is: a revision
	Events []Entry `json:"events"`
	Actors []Entry `json:"actors"`
}

// What happened to an event or actor.
const (
	New       = "new"
	Corrected = "corrected"
	Withdrawn = "withdrawn"
	Rejected  = "rejected"
	Merged    = "merged"
	Split     = "split"
	Returned  = "returned" // rejected, withdrawn, merged or split before, and not now
	Removed   = "removed"  // its file is gone
)

// Entry is one event or actor that is different.
type Entry struct {
	What    string  `json:"what"`
	ID      string  `json:"id"`
	Path    string  `json:"path"` // of its file
	Title   string  `json:"title"`
	When    string  `json:"when,omitempty"` // EDTF
	Kind    string  `json:"kind,omitempty"`
	Shown   bool    `json:"shown"`          // the site shows it now
	Before  bool    `json:"shown_before"`   // the site showed it
	Into    []Ref   `json:"into,omitempty"` // merged and split: what it went into
	Fields  []Field `json:"fields,omitempty"`
	Added   []Quote `json:"quotes_added,omitempty"`
	Dropped []Quote `json:"quotes_removed,omitempty"`
}

// Ref names an event.
type Ref struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Field is a key whose value is another now; "" for one that is not there.
type Field struct {
	Key string `json:"key"`
	Old string `json:"old"`
	New string `json:"new"`
}

// Quote is a sentence of an article.
type Quote struct {
	Article string `json:"article"`
	Text    string `json:"text"`
}

// Empty reports whether nothing is different.
func (r *Report) Empty() bool { return len(r.Events)+len(r.Actors) == 0 }

// States compares two states of a site by the policy of its configuration;
// from names the old one.
func States(from string, old, now *ledger.Content, policy string) *Report {
	r := &Report{V: 1, From: from, Events: []Entry{}, Actors: []Entry{}}
	before, after := byID(old.Events), byID(now.Events)
	for id, e := range after {
		if x, ok := eventEntry(before[id], e, after, policy); ok {
			r.Events = append(r.Events, x)
		}
	}
	for id, e := range before {
		if after[id] == nil {
			r.Events = append(r.Events, Entry{What: Removed, ID: id, Path: e.Path, Title: e.Title, When: e.When.String(), Kind: e.Kind, Before: e.Published(policy), Dropped: quotes(e.Sources)})
		}
	}
	r.actors(old, now, shownActors(old, policy), shownActors(now, policy))
	order := []string{New, Returned, Corrected, Merged, Split, Withdrawn, Rejected, Removed}
	for _, list := range [][]Entry{r.Events, r.Actors} {
		slices.SortFunc(list, func(a, b Entry) int {
			return cmp.Or(cmp.Compare(slices.Index(order, a.What), slices.Index(order, b.What)), cmp.Compare(a.When, b.When), cmp.Compare(a.ID, b.ID))
		})
	}
	return r
}

func byID(events []*ledger.Event) map[string]*ledger.Event {
	out := map[string]*ledger.Event{}
	for _, e := range events {
		out[e.ID] = e
	}
	return out
}

// eventEntry says what became of one event; not ok if nothing did.
func eventEntry(old, e *ledger.Event, all map[string]*ledger.Event, policy string) (Entry, bool) {
	x := Entry{ID: e.ID, Path: e.Path, Title: e.Title, When: e.When.String(), Kind: e.Kind, Shown: e.Published(policy)}
	if old == nil {
		x.What, x.Added = New, quotes(e.Sources)
		switch w := stateWord(e.Review); w {
		case "":
		case Merged, Split:
			x.What, x.Into = w, refs(e.Into, all)
		default:
			return x, false // it came and went between the two
		}
		return x, true
	}
	x.Before = old.Published(policy)
	x.Fields = fields(eventValues(old), eventValues(e))
	x.Added, x.Dropped = difference(quotes(old.Sources), quotes(e.Sources)), difference(quotes(e.Sources), quotes(old.Sources))
	was, is := stateWord(old.Review), stateWord(e.Review)
	switch {
	case was == is && len(x.Fields)+len(x.Added)+len(x.Dropped) == 0 && x.Shown == x.Before:
		return x, false
	case was == is:
		x.What = Corrected
	case is == "":
		x.What = Returned
	default:
		x.What = is
	}
	if is == Merged || is == Split {
		x.Into = refs(e.Into, all)
	}
	return x, true
}

// stateWord is what took an event from the timeline; "" if nothing did.
func stateWord(r ledger.Review) string {
	switch r {
	case ledger.Withdrawn, ledger.Rejected, ledger.Merged, ledger.Split:
		return string(r)
	}
	return ""
}

func refs(ids []string, all map[string]*ledger.Event) []Ref {
	var out []Ref
	for _, id := range ids {
		r := Ref{ID: id}
		if e := all[id]; e != nil {
			r.Title = e.Title
		}
		out = append(out, r)
	}
	return out
}

// value is a key with its value as text.
type value struct{ key, text string }

// eventValues are the keys of an event that people see.
func eventValues(e *ledger.Event) []value {
	var actors []string
	for _, p := range e.Actors {
		actors = append(actors, p.ID+" ("+p.Role+")")
	}
	series := ""
	if s := e.Series; s != nil {
		series = fmt.Sprintf("%s, %s %d", s.Of, s.What, s.Number)
	}
	key := ""
	if e.Key {
		key = "true"
	}
	return []value{
		{"title", e.Title}, {"when", e.When.String()}, {"kind", e.Kind}, {"status", e.Status}, {"actors", strings.Join(actors, ", ")},
		{"places", strings.Join(e.Places, ", ")}, {"series", series}, {"review", string(e.Review)}, {"key", key}, {"text", strings.TrimSpace(e.Body)},
	}
}

func fields(old, now []value) []Field {
	var out []Field
	for i := range now {
		if old[i].text != now[i].text {
			out = append(out, Field{now[i].key, old[i].text, now[i].text})
		}
	}
	return out
}

func quotes(sources []ledger.Source) []Quote {
	var out []Quote
	for _, s := range sources {
		if s.Quote != "" {
			out = append(out, Quote{s.Article, s.Quote})
		}
	}
	return out
}

// difference are the quotes of b that a lacks.
func difference(a, b []Quote) []Quote {
	return slices.DeleteFunc(slices.Clone(b), func(q Quote) bool { return slices.Contains(a, q) })
}

// shownActors are the actors that have a page: those of a published event.
func shownActors(c *ledger.Content, policy string) map[string]bool {
	out := map[string]bool{}
	for _, e := range c.Events {
		if e.Published(policy) {
			for _, p := range e.Actors {
				out[p.ID] = true
			}
		}
	}
	return out
}

func (r *Report) actors(old, now *ledger.Content, before, after map[string]bool) {
	had := map[string]*ledger.Actor{}
	for _, a := range old.Actors {
		had[a.ID] = a
	}
	for _, a := range now.Actors {
		x := Entry{ID: a.ID, Path: a.Path, Title: a.Title, Kind: a.Kind, Shown: after[a.ID], Before: before[a.ID], What: New}
		if o := had[a.ID]; o != nil {
			x.What, x.Fields = Corrected, fields(actorValues(o), actorValues(a))
			if len(x.Fields) == 0 {
				delete(had, a.ID)
				continue
			}
		}
		delete(had, a.ID)
		r.Actors = append(r.Actors, x)
	}
	for id, a := range had {
		r.Actors = append(r.Actors, Entry{What: Removed, ID: id, Path: a.Path, Title: a.Title, Kind: a.Kind, Before: before[id]})
	}
}

func actorValues(a *ledger.Actor) []value {
	var names, roles []string
	for lang, n := range a.Names {
		names = append(names, lang+": "+n)
	}
	slices.Sort(names)
	for _, x := range a.Roles {
		roles = append(roles, strings.Join(strings.Fields(x.Title+" "+x.Of+" "+x.From+" "+x.To), " "))
	}
	return []value{{"title", a.Title}, {"kind", a.Kind}, {"names", strings.Join(names, ", ")}, {"known_as", strings.Join(a.KnownAs, ", ")}, {"not", strings.Join(a.Not, ", ")},
		{"roles", strings.Join(roles, "; ")}, {"wikidata", a.Wikidata}, {"country", a.Country}, {"text", strings.TrimSpace(a.Body)}}
}
