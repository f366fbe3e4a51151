// Package review is the core of the review desk: which events and actors wait
// for a person, in which order, and all that one has to see to decide on one
// of them. It reads a site's content and what the articles say; it has no
// files, network, clock or screen. The page of serve, the terminal and the
// commands with --where stand on it.
//
// Begin with [New]; [Desk.Queue] gives what waits, [Desk.Item] one event,
// [Desk.People] the actors, and [Desk.Plan] turns a request into acts of
// package ledger.
package review

import (
	"cmp"
	"slices"

	"fasti/extract"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// Site is a site at one moment.
type Site struct {
	Content *ledger.Content
	Results map[string]*extract.Result // what was found, by article; may lack some
	Pairs   []ledger.Pair              // joins that fasti proposes
	Found   []diag.Diagnostic          // what check says
	Who     string                     // who sits at the desk; "" if nobody knows
}

// Desk knows what waits for a person. It is read-only; a decision makes a new
// site, and so a new desk.
type Desk struct {
	site    Site
	entries []*Entry // of all events that could be decided on, by id
	byID    map[string]*Entry
	events  map[string]*ledger.Event
	actors  map[string]*ledger.Actor
	doubles map[string][]Pair
	about   map[string][]diag.Diagnostic // findings by the event's id
}

// New sorts a site's events for review.
func New(s Site) *Desk {
	d := &Desk{site: s, byID: map[string]*Entry{}, events: map[string]*ledger.Event{}, actors: map[string]*ledger.Actor{}}
	for _, a := range s.Content.Actors {
		d.actors[a.ID] = a
	}
	for _, e := range s.Content.Events {
		d.events[e.ID] = e
	}
	d.sortFindings()
	d.doubles = d.findDoubles()
	busy := d.busyness()
	for _, e := range s.Content.Events {
		x := d.entry(e)
		d.weigh(x, e)
		x.Reach = reach(x, busy)
		d.entries, d.byID[e.ID] = append(d.entries, x), x
	}
	return d
}

// Event gives an event by its id; nil if there is none.
func (d *Desk) Event(id string) *ledger.Event { return d.events[id] }

// Group says why an event stands where it does in the queue.
type Group string

// The groups, in the order in which they are to be decided on.
const (
	Dates   Group = "dates"   // the date may be wrong
	Doubles Group = "doubles" // it may be there twice
	Changed Group = "changed" // its report has changed since it was reviewed
	Second  Group = "second"  // others have accepted or corrected it, and it wants one reader more
	Rest    Group = "rest"    // nobody has looked yet
	Done    Group = "done"    // decided
)

func groups() []Group { return []Group{Dates, Doubles, Changed, Second, Rest, Done} }

// Entry is an event as a list shows it.
type Entry struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	TitleLang  string   `json:"title_lang,omitempty"`
	When       string   `json:"when,omitempty"` // EDTF
	Kind       string   `json:"kind"`
	Status     string   `json:"status"`
	State      string   `json:"state"` // of its review
	Basis      string   `json:"basis"`
	Confidence int      `json:"confidence"` // per cent
	Actors     []string `json:"actors,omitempty"`
	Places     []string `json:"places,omitempty"`
	Articles   []string `json:"articles,omitempty"`
	Publishers []string `json:"publishers,omitempty"`
	Langs      []string `json:"langs,omitempty"`
	Sources    int      `json:"sources"` // how many sentences it rests on
	Question   string   `json:"question,omitempty"`
	Hidden     bool     `json:"hidden,omitempty"` // not sure enough to be shown before somebody accepts it

	Group  Group   `json:"group"`
	Doubt  int     `json:"doubt"` // the more, the likelier it is wrong
	Reach  int     `json:"reach"` // the more, the more readers a mistake would meet
	Doubts []Doubt `json:"doubts,omitempty"`

	key bool
}

// Open reports whether the event waits for a decision.
func (e *Entry) Open() bool { return e.Group != Done }

func (d *Desk) entry(e *ledger.Event) *Entry {
	x := &Entry{
		ID: e.ID, Title: e.Title, TitleLang: e.Lang, When: e.When.String(), Kind: e.Kind, Status: e.Status, State: string(e.Review),
		Basis: e.Basis, Confidence: e.Confidence, Places: e.Places, Sources: len(e.Sources), Question: e.Question, Hidden: e.Hidden, key: e.Key,
	}
	for _, p := range e.Actors {
		x.Actors = append(x.Actors, p.ID)
	}
	for _, s := range e.Sources {
		x.Articles = add(x.Articles, s.Article)
		if a := d.article(s.Article); a != nil {
			x.Publishers, x.Langs = add(x.Publishers, a.Publisher), add(x.Langs, a.Lang)
		}
	}
	return x
}

func add(l []string, s string) []string {
	if s == "" || slices.Contains(l, s) {
		return l
	}
	return append(l, s)
}

func (d *Desk) article(name string) *ledger.Article {
	i, ok := slices.BinarySearchFunc(d.site.Content.Articles, name, func(a *ledger.Article, n string) int { return cmp.Compare(a.Name, n) })
	if !ok {
		return nil
	}
	return d.site.Content.Articles[i]
}

// Report is what is said of an article, for those who correct it.
type Report struct {
	Name   string            `json:"name"`
	Path   string            `json:"path"`
	Fields map[string]string `json:"fields"`
}

// Report gives an article by its name; nil if there is none.
func (d *Desk) Report(name string) *Report {
	if a := d.article(name); a != nil {
		return &Report{a.Name, a.Path, a.Fields()}
	}
	return nil
}

// Queue is a part of what waits, and what there is of it.
type Queue struct {
	Entries []*Entry                  `json:"entries"` // the first to be decided on first
	Counts  map[string]map[string]int `json:"counts"`  // of the entries: field -> value -> how many
	Open    int                       `json:"open"`    // of all events, how many wait
	Decided int                       `json:"decided"` // and how many are decided on
}

// Queue gives the events that a filter picks, in the order of their groups
// and in each by doubt and reach. Unless the filter asks for a state or the
// group, only what waits for a decision is picked.
func (d *Desk) Queue(f Filter) Queue {
	q := Queue{Entries: []*Entry{}, Counts: map[string]map[string]int{}}
	all := f.Asks("state") || f.Asks("group") || f.Asks("id")
	for _, e := range d.entries {
		if e.Open() {
			q.Open++
		} else if e.State != string(ledger.Merged) && e.State != string(ledger.Split) {
			q.Decided++
		}
		if (all || e.Open()) && f.Match(e) {
			q.Entries = append(q.Entries, e)
			q.count(e)
		}
	}
	slices.SortStableFunc(q.Entries, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(slices.Index(groups(), a.Group), slices.Index(groups(), b.Group)),
			cmp.Compare(b.Doubt*b.Reach, a.Doubt*a.Reach), cmp.Compare(a.When, b.When), cmp.Compare(a.ID, b.ID))
	})
	return q
}

func (q *Queue) count(e *Entry) {
	plus := func(field string, values ...string) {
		if q.Counts[field] == nil {
			q.Counts[field] = map[string]int{}
		}
		for _, v := range values {
			if v != "" {
				q.Counts[field][v]++
			}
		}
	}
	plus("kind", e.Kind)
	plus("actor", e.Actors...)
	plus("source", e.Articles...)
	plus("publisher", e.Publishers...)
	plus("basis", e.Basis)
	plus("state", e.State)
	plus("lang", e.Langs...)
	plus("group", string(e.Group))
}
