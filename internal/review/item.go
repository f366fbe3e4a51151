package review

import (
	"slices"
	"strings"

	"fasti/extract/title"
	"fasti/internal/decisions"
	"fasti/internal/ledger"
)

// Item is all that one has to see to decide on an event.
type Item struct {
	*Entry
	Version  string            `json:"version"` // of its file
	Fields   map[string]string `json:"fields"`  // what it says, as a request gives it back; see Request.Base
	Path     string            `json:"path"`
	Lines    map[string]int    `json:"lines"` // where its keys stand in the file
	Slug     string            `json:"slug"`
	Note     string            `json:"note,omitempty"`
	By       []string          `json:"reviewed_by,omitempty"`
	On       string            `json:"reviewed_on,omitempty"`
	Why      string            `json:"why,omitempty"` // how the date was found
	Quotes   []Quote           `json:"quotes"`
	Readings []Reading         `json:"readings"` // other dates that it could have
	Titles   []Choice          `json:"titles"`   // other titles
	Parts    []Part            `json:"parts"`
	Reasons  []Reason          `json:"reasons,omitempty"` // of its confidence
	Doubles  []Double          `json:"doubles"`
	Log      []string          `json:"log,omitempty"` // what was done with it, the newest first
}

// Quote is one sentence that an event rests on.
type Quote struct {
	Source    string `json:"source"` // its id
	Article   string `json:"article"`
	Headline  string `json:"headline,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Date      string `json:"date,omitempty"` // of the report
	Lang      string `json:"lang,omitempty"`
	Link      string `json:"link,omitempty"` // http or https
	Path      string `json:"path,omitempty"` // of the article's file
	Line      int    `json:"line,omitempty"` // in it
	Sentence  int    `json:"sentence,omitempty"`
	Before    string `json:"before,omitempty"` // the sentence before it
	Segs      []Seg  `json:"segs"`
	After     string `json:"after,omitempty"`
	When      string `json:"when,omitempty"`
	Status    string `json:"status,omitempty"`
	Why       string `json:"why,omitempty"` // how its date was found
	Misread   bool   `json:"misread,omitempty"`
	Standing  string `json:"standing,omitempty"` // changed, gone, unproven; "" if it stands as it is quoted
	Now       string `json:"now,omitempty"`      // what the report says in its place
	Waits     bool   `json:"waits,omitempty"`    // for keep, follow or drop
}

// Seg is a run of a sentence. Mark says what it carries.
type Seg struct {
	Text string `json:"text"`
	Mark string `json:"mark,omitempty"` // "date", "actor", "trigger"; "" for other words
}

// Part is somebody who takes part.
type Part struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Role  string `json:"role"`
	Known bool   `json:"known"` // there is a file
}

// Choice is a title that the event could have.
type Choice struct {
	Text string `json:"text"`
	From string `json:"from"` // what it is: "wording", "report", "headline"
	Sure int    `json:"sure,omitempty"`
}

// Reason is a reason of the confidence, with what it added or took.
type Reason struct {
	Name   string `json:"name"`
	Weight int    `json:"weight"`
}

// Double is an event that may be the same, side by side.
type Double struct {
	Pair
	When   string   `json:"when,omitempty"`
	Kind   string   `json:"kind"`
	State  string   `json:"state"`
	Actors []string `json:"actors,omitempty"`
	Quotes []Quote  `json:"quotes"`
}

// Words gives the titles that were weighed for event i of what an article
// says; nil if nobody can say.
type Words func(article string, i int) []title.Wording

// Item gives an event; nil if there is none of that id.
func (d *Desk) Item(id string, words Words) *Item {
	e := d.Event(id)
	if e == nil {
		return nil
	}
	it := &Item{
		Entry: d.byID[id], Version: e.Version(), Fields: e.Fields(), Path: e.Path, Slug: e.Slug, Note: e.Note, By: e.ReviewedBy, On: e.ReviewedOn,
		Lines: map[string]int{}, Quotes: []Quote{}, Readings: d.readings(e), Titles: []Choice{}, Parts: []Part{}, Doubles: []Double{},
	}
	for _, key := range []string{"title", "when", "kind", "status", "actors", "places", "review", "sources"} {
		it.Lines[key] = e.Line(key)
	}
	pending := d.site.Content.Pending(e)
	for _, s := range e.Sources {
		it.Quotes = append(it.Quotes, d.quote(e, s, pending))
	}
	for _, p := range e.Actors {
		it.Parts = append(it.Parts, d.part(p))
	}
	it.Why = d.whyDate(e)
	it.Titles = d.titles(e, words)
	it.Reasons = d.reasons(e)
	for _, p := range d.doubles[id] {
		o := d.Event(p.ID)
		x := Double{Pair: p, When: o.When.String(), Kind: o.Kind, State: string(o.Review), Quotes: []Quote{}}
		for _, q := range o.Actors {
			x.Actors = append(x.Actors, d.name(q.ID))
		}
		for _, s := range o.Sources {
			x.Quotes = append(x.Quotes, d.quote(o, s, nil))
		}
		it.Doubles = append(it.Doubles, x)
	}
	it.Log = d.told(id)
	return it
}

func (d *Desk) part(p ledger.Part) Part {
	return Part{p.ID, d.name(p.ID), p.Role, d.actors[p.ID] != nil}
}

// name is how an actor is called; its id if it has no file.
func (d *Desk) name(id string) string {
	if a := d.actors[id]; a != nil {
		return a.Title
	}
	return id
}

// reasons are those of the found event that rests on the same word.
func (d *Desk) reasons(e *ledger.Event) []Reason {
	for _, s := range e.Sources {
		i := d.foundAt(s)
		if i < 0 {
			continue
		}
		var out []Reason
		for _, f := range d.site.Results[s.Article].Events[i].Features {
			out = append(out, Reason{f.Name, f.Weight})
		}
		slices.SortStableFunc(out, func(a, b Reason) int { return abs(b.Weight) - abs(a.Weight) })
		return out[:min(len(out), 12)]
	}
	return nil
}

func abs(n int) int { return max(n, -n) }

// foundAt is the index of the event that was found in the sentence of a
// source; -1 if none was.
func (d *Desk) foundAt(s ledger.Source) int {
	r := d.site.Results[s.Article]
	if r == nil {
		return -1
	}
	out := -1
	for i, e := range r.Events {
		for _, q := range e.Sources {
			if q.Sentence != s.Sentence || s.Sentence == 0 {
				continue
			}
			if e.Trigger.Of(r.Article.Text) == s.Trigger {
				return i
			}
			if out < 0 {
				out = i
			}
		}
	}
	return out
}

// titles are what the event could be called else: other wordings, the words
// of the report, its headline.
func (d *Desk) titles(e *ledger.Event, words Words) []Choice {
	out := []Choice{}
	plus := func(c Choice) {
		c.Text = strings.Join(strings.Fields(c.Text), " ")
		if c.Text != "" && c.Text != e.Title && len(out) < mostTitles && !slices.ContainsFunc(out, func(o Choice) bool { return o.Text == c.Text }) {
			out = append(out, c)
		}
	}
	for _, s := range e.Sources {
		if i := d.foundAt(s); i >= 0 && words != nil {
			list := words(s.Article, i)
			slices.SortStableFunc(list, func(a, b title.Wording) int { return b.Confidence - a.Confidence })
			for _, w := range list[:min(3, len(list))] {
				plus(Choice{w.Text, "wording", w.Confidence})
			}
		}
	}
	for _, s := range e.Sources {
		if len([]rune(s.Quote)) <= longestTitle {
			plus(Choice{Text: strings.TrimRight(s.Quote, ". "), From: "report"})
		}
	}
	for _, s := range e.Sources {
		if a := d.article(s.Article); a != nil {
			plus(Choice{Text: a.Title, From: "headline"})
		}
	}
	return out
}

const (
	mostTitles   = 5
	longestTitle = 120
)

// told are the last things that the log says of an event.
func (d *Desk) told(id string) []string {
	var out []string
	acts := d.site.Content.Log().Live()
	for i := len(acts) - 1; i >= 0 && len(out) < 8; i-- {
		x := acts[i]
		if (x.Event == id || x.Into == id) && x.Act != decisions.Evidence && x.Act != decisions.Given {
			who := x.By
			if who == "" && !x.Act.Human() {
				who = "fasti"
			}
			out = append(out, strings.TrimSpace(x.Day+" "+who+": ")+" "+ledger.Tell(x))
		}
	}
	return out
}
