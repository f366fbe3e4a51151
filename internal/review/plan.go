package review

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// Request is one thing that a person wants done.
type Request struct {
	Do      string   `json:"do"`               // see [Doings]
	Event   string   `json:"event,omitempty"`  // id
	Into    string   `json:"into,omitempty"`   // id of another event, or actor
	Source  string   `json:"source,omitempty"` // id of a sentence of the event
	Key     string   `json:"key,omitempty"`    // of set
	Value   string   `json:"value,omitempty"`
	Was     string   `json:"was,omitempty"`     // of set actors: the entry's id; "" to add one
	Name    string   `json:"name,omitempty"`    // of an actor, or of an event that is split off
	Actor   string   `json:"actor,omitempty"`   // id
	Article string   `json:"article,omitempty"` // name, of article-set
	Reason  string   `json:"reason,omitempty"`
	Seen    []string `json:"seen,omitempty"` // of accept: signs of the doubts that were shown, and are answered with it

	Base   map[string]string `json:"base,omitempty"`   // what the event said when the person looked, see Item.Fields
	Force  bool              `json:"force,omitempty"`  // also if it says otherwise now
	Reopen bool              `json:"reopen,omitempty"` // also what was decided before
}

// doing is one thing that can be done: the act, the fields of the event that a
// decision rests on ("*" for all that is said), and whether the articles have
// to be heard again after it.
type doing struct {
	name  string
	act   decisions.Kind
	rests []string
	renew bool
}

func doings() []doing {
	said := []string{"title", "when", "kind", "status", "places", "actors", "sources", "review"}
	row := []string{"sources", "review"}
	return []doing{
		{"accept", decisions.Accept, said, false},
		{"reject", decisions.Reject, said, false},
		{"set", decisions.Set, nil, false}, // its key
		{"merge", decisions.Merge, said, true},
		{"unmerge", decisions.Unmerge, row, true},
		{"apart", decisions.Apart, nil, false},
		{"split", decisions.Split, row, true},
		{"move", decisions.Move, row, true},
		{"misread", decisions.Misread, row, true},
		{"keep", decisions.Keep, row, true},
		{"follow", decisions.Follow, row, true},
		{"drop", decisions.Drop, row, true},
		{"actor-rename", decisions.RenameActor, nil, true},
		{"actor-merge", decisions.MergeActors, nil, true},
		{"actor-split", decisions.SplitActor, nil, true},
		{"actor-not", decisions.NotName, nil, true},
		{"actor-apart", decisions.Apart, nil, false},
		{"actor-set", decisions.Set, nil, true},
		{"article-set", decisions.Set, nil, true},
	}
}

// Doings are all things that can be asked for.
func Doings() []string {
	var out []string
	for _, d := range doings() {
		out = append(out, d.name)
	}
	return out
}

// Clash is a field that says something else than when the person looked.
type Clash struct {
	Field string `json:"field"`
	Base  string `json:"base"` // when the person looked
	Now   string `json:"now"`
	Yours string `json:"yours"` // as it would be
}

// Outcome is what a request comes to. With clashes nothing is planned.
type Outcome struct {
	Plan    *ledger.Plan
	Clashes []Clash
	Merged  []string // fields that others changed meanwhile and that the request leaves to them
	Renew   bool     // the articles have to be heard again, in the same step
}

// Plan says what a request would write. An error is a request that makes no
// sense; what the event does not allow stands in the plan's findings.
func (d *Desk) Plan(q Request, opt ledger.Options) (Outcome, error) {
	i := slices.IndexFunc(doings(), func(x doing) bool { return x.name == q.Do })
	if i < 0 {
		return Outcome{}, fmt.Errorf("there is nothing like %q to do (one of %s)", q.Do, strings.Join(Doings(), ", "))
	}
	do := doings()[i]
	if strings.HasSuffix(q.Do, "set") && q.Key == "" {
		return Outcome{}, errors.New("say with key: what to set")
	}
	if q.Do == "set" || q.Do == "article-set" {
		do.rests = []string{q.Key}
	}
	out := Outcome{Renew: do.renew}
	e := d.Event(q.Event)
	var now map[string]string
	if e != nil {
		now = e.Fields()
	} else if a := d.article(q.Article); a != nil {
		now = a.Fields()
	}
	if now != nil && q.Base != nil {
		out.Clashes, out.Merged = compare(q, do.rests, now)
		if len(out.Clashes) > 0 && !q.Force {
			return out, nil
		}
		out.Clashes = nil
	}
	opt.Reopen = q.Reopen || q.Do == "accept" && e != nil && e.Review == ledger.Corrected
	out.Plan = d.site.Content.Do(d.acts(q, do, e), opt)
	return out, nil
}

// compare says which fields that the decision rests on are others now, and
// which others are.
func compare(q Request, rests []string, now map[string]string) (clashes []Clash, merged []string) {
	keys := make([]string, 0, len(q.Base))
	for k := range q.Base {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		n, known := now[k]
		switch {
		case !known || n == q.Base[k] || (q.Do == "set" || q.Do == "article-set") && q.Key == k && n == q.Value:
		case slices.Contains(rests, k):
			yours := q.Base[k]
			if q.Do == "set" || q.Do == "article-set" {
				yours = q.Value
			}
			clashes = append(clashes, Clash{k, q.Base[k], n, yours})
		default:
			merged = append(merged, k)
		}
	}
	return clashes, merged
}

// acts are the acts of a request: what is asked for, and with an acceptance
// the answers to the doubts that were shown.
func (d *Desk) acts(q Request, do doing, e *ledger.Event) []ledger.Act {
	x := ledger.Act{Act: do.act, Event: q.Event, Into: q.Into, Source: q.Source, Actor: q.Actor, Name: q.Name, Reason: q.Reason}
	switch do.act {
	case decisions.Set:
		x.Key, x.New = q.Key, q.Value
		if q.Key == "actors" {
			x.Old = q.Was
		}
		x.Actor = "" // that is actor-set
		if q.Do == "actor-set" {
			x.Event, x.Actor = "", q.Actor
		}
		if q.Do == "article-set" {
			x.Event, x.Article = "", q.Article
		}
	case decisions.Apart:
		x.Actor = ""
		if q.Do == "actor-apart" {
			x.Event, x.Actor = "", q.Actor
		}
	case decisions.RenameActor:
		x.Key, x.New = cmp.Or(q.Key, "title"), q.Value
	}
	acts := []ledger.Act{x}
	if q.Do == "accept" && e != nil {
		for _, f := range d.about[e.ID] {
			if f.Severity() != diag.Error && slices.Contains(q.Seen, f.Sign()) && staysAfter(f.Code) {
				acts = append(acts, ledger.Act{Act: decisions.Seen, Key: f.Sign(), Reason: "accepted with " + e.ID})
			}
		}
	}
	return acts
}

// staysAfter reports whether check goes on saying it once the event is
// accepted.
func staysAfter(code diag.Code) bool {
	return code != diag.TitleQuoted && code != diag.KeyUnreviewed && code != diag.NotPublished
}

// Bulk plans the same for all events that a filter picks and that nobody has
// decided on, unless the filter itself asks for their state. Who accepts also
// does so as one reader more of what others have accepted or corrected.
func (d *Desk) Bulk(do string, f Filter, opt ledger.Options) ([]*Entry, *ledger.Plan, error) {
	kind := decisions.Kind(do)
	if kind != decisions.Accept && kind != decisions.Reject {
		return nil, nil, fmt.Errorf("%q cannot be done with many events at once (accept or reject)", do)
	}
	picked := []*Entry{}
	var acts []ledger.Act
	for _, e := range d.entries {
		open := e.State == string(ledger.Proposed) || e.Group == Second && kind == decisions.Accept
		if (open || f.Asks("state") || f.Asks("id")) && f.Match(e) {
			picked = append(picked, e)
			acts = append(acts, ledger.Act{Act: kind, Event: e.ID})
		}
	}
	return picked, d.site.Content.Do(acts, opt), nil
}
