// Package gold measures the extraction by what people have decided on a site:
// what they accepted as it was is right, what they corrected, rejected, joined
// or split is an error of that kind. And what they corrected again and again it
// proposes as knowledge of the site's own.
package gold

import (
	"cmp"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/ledger"
)

// Error is a kind of mistake of the extraction.
type Error string

// The kinds. An event may have several.
const (
	Title    Error = "title"
	Date     Error = "date"
	Kind     Error = "kind"
	Status   Error = "status"
	Place    Error = "place"
	Actors   Error = "actors"
	None     Error = "no event" // rejected
	Double   Error = "double"   // joined with another by a person
	Mixed    Error = "mixed"    // a sentence was split off, moved or taken out
	Misread  Error = "misread"  // a sentence was misread
	mostRows       = 40
)

// Errors are all kinds, in the order in which they are listed.
func Errors() []Error {
	return []Error{None, Date, Title, Kind, Status, Place, Actors, Double, Mixed, Misread}
}

// Count is how many of some events were right.
type Count struct {
	Name    string        `json:"name,omitempty"` // a month, a source
	Decided int           `json:"decided"`
	Right   int           `json:"right"` // accepted as they were
	Errors  map[Error]int `json:"errors"`
}

// Report is what people's decisions say of the extraction.
type Report struct {
	All      Count      `json:"all"`
	Months   []Count    `json:"months"`  // by the day of the last decision
	Sources  []Count    `json:"sources"` // by publisher, the most first
	Proposed []Proposal `json:"proposed"`
}

// Proposal is a piece of knowledge that would have saved corrections.
type Proposal struct {
	What  string `json:"what"`  // "kind", "dates", "name"
	Key   string `json:"key"`   // the word, the source, the name
	Value string `json:"value"` // the kind, the actor
	Times int    `json:"times"` // how often people corrected it
}

// verdict is what people said of one event.
type verdict struct {
	e       *ledger.Event
	errors  map[Error]bool
	decided bool
	day     string
}

// Of measures a site.
func Of(c *ledger.Content) Report {
	vs := verdicts(c)
	r := Report{All: tally("", vs), Months: []Count{}, Sources: []Count{}}
	r.Months = append(r.Months, grouped(vs, func(v *verdict) []string { return []string{month(v.day)} })...)
	slices.SortFunc(r.Months, func(a, b Count) int { return strings.Compare(a.Name, b.Name) })
	publisher := map[string]string{}
	for _, a := range c.Articles {
		publisher[a.Name] = cmp.Or(a.Publisher, a.Name)
	}
	r.Sources = grouped(vs, func(v *verdict) []string {
		var out []string
		for _, s := range v.e.Sources {
			if p := cmp.Or(publisher[s.Article], s.Article); !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
		return out
	})
	slices.SortStableFunc(r.Sources, func(a, b Count) int { return cmp.Or(b.Decided-a.Decided, strings.Compare(a.Name, b.Name)) })
	r.Sources = r.Sources[:min(len(r.Sources), mostRows)]
	r.Proposed = proposals(c, vs, publisher)
	return r
}

// Total measures a site as a whole.
func Total(c *ledger.Content) Count { return tally("", verdicts(c)) }

func month(day string) string { return day[:min(len(day), len("2024-03"))] }

// verdicts are those of events that fasti found and people have decided on, in
// the order of their ids.
func verdicts(c *ledger.Content) []*verdict {
	byID := map[string]*verdict{}
	for _, e := range c.Events {
		if e.Auto {
			byID[e.ID] = &verdict{e: e, errors: map[Error]bool{}}
		}
	}
	for _, a := range c.Log().Live() {
		if v, did := byID[a.Event], decision(a); v != nil && did != "" {
			v.take(did, a)
		}
	}
	var out []*verdict
	for _, e := range c.Events {
		if v := byID[e.ID]; v != nil && v.decided {
			out = append(out, v)
		}
	}
	return out
}

// decision is what a person decided by an act; "" if none did. Histories from
// before the log name what people did in their own words; those of joins do not
// say whether it was a person.
func decision(a ledger.Act) decisions.Kind {
	if a.Act.Human() {
		return a.Act
	}
	if a.Act != decisions.Noted {
		return ""
	}
	return map[string]decisions.Kind{"accepted": decisions.Accept, "corrected": decisions.Set, "rejected": decisions.Reject}[a.What]
}

// take learns from one act, by which something was decided.
func (v *verdict) take(did decisions.Kind, a ledger.Act) {
	kinds := map[decisions.Kind]Error{
		decisions.Reject: None, decisions.Merge: Double, decisions.Split: Mixed, decisions.Move: Mixed, decisions.Remove: Mixed, decisions.Misread: Misread,
	}
	switch did {
	case decisions.Accept:
		delete(v.errors, None)
	case decisions.Set:
		e, ok := errorOf(a.Key)
		if !ok {
			return
		}
		v.errors[e] = true
	default:
		e, ok := kinds[did]
		if !ok {
			return
		}
		v.errors[e] = true
	}
	v.decided, v.day = true, a.Day
}

// errorOf is the kind of error that a corrected key was.
func errorOf(key string) (Error, bool) {
	e, ok := map[string]Error{"title": Title, "when": Date, "kind": Kind, "status": Status, "places": Place, "actors": Actors}[key]
	return e, ok
}

func tally(name string, vs []*verdict) Count {
	c := Count{Name: name, Errors: map[Error]int{}}
	for _, v := range vs {
		c.Decided++
		if len(v.errors) == 0 {
			c.Right++
		}
		for e := range v.errors {
			c.Errors[e]++
		}
	}
	return c
}

func grouped(vs []*verdict, names func(*verdict) []string) []Count {
	by := map[string][]*verdict{}
	var order []string
	for _, v := range vs {
		for _, n := range names(v) {
			if by[n] == nil {
				order = append(order, n)
			}
			by[n] = append(by[n], v)
		}
	}
	out := []Count{}
	for _, n := range order {
		out = append(out, tally(n, by[n]))
	}
	return out
}
