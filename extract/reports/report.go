// Package reports takes the merging of articles apart, for more articles than
// one machine holds: a [Report] is what one article says of one event, by
// itself, with a key by which reports of one event meet. Reports sorted by
// their key are merged key by key, in the memory that the largest key takes.
//
// A merged event carries its reports with it, and what is made of a key's
// reports depends on nothing but the set of them. So merging is associative:
// events of parts merge again to the same bytes as everything at once, in any
// order, with reports given twice counted once.
//
// Begin with [Encode] for what was found in an article, and [Merger.Merge] for
// sorted lines.
package reports

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
)

// Version is that of the lines. Lines of another version are refused: a report
// that is read otherwise than it was written would be merged wrongly.
const Version = 1

// Line is one line of JSON: a report, or an event with the reports that it was
// made of. The key stands first, so that lines sorted as bytes are sorted by it.
type Line struct {
	Key     string   `json:"key"`
	V       int      `json:"v"`
	Report  *Report  `json:"report,omitempty"`
	Event   *Event   `json:"event,omitempty"`
	Reports []Report `json:"reports,omitempty"`
}

// Report is what one article says of one event. Spans are bytes: those of a
// Source into the body of the article, all others into Source.Text.
type Report struct {
	Article    Article         `json:"article"`
	When       string          `json:"when"`
	Title      string          `json:"title"`
	TitleIs    event.TitleForm `json:"title_is,omitempty"`
	TitleSure  int             `json:"title_confidence"`
	Kind       event.Kind      `json:"kind"`
	Status     event.Status    `json:"status"`
	Basis      event.Basis     `json:"basis"`
	Confidence int             `json:"confidence"`
	Trigger    [2]int          `json:"trigger"` // into the text of the first source
	Parts      []Part          `json:"parts"`
	Places     []string        `json:"places"`
	Series     *event.Series   `json:"series,omitempty"`
	Sources    []Source        `json:"sources"` // at least one; the best first
	Actors     []Actor         `json:"actors"`  // of the article: who takes part, and who else can tell who that is
}

// Article is what is known of the article of a report.
type Article struct {
	Name      string `json:"name"`
	Title     string `json:"title"`
	Date      string `json:"date"`
	Lang      string `json:"lang"`
	Publisher string `json:"publisher,omitempty"`
	Link      string `json:"link,omitempty"`
}

// Part is an actor's part in an event.
type Part struct {
	Actor string     `json:"actor"` // an id of Report.Actors
	Role  event.Role `json:"role"`
}

// Source is a sentence that reports the event.
type Source struct {
	article.Span              // into the body
	Sentence     int          `json:"sentence"`
	Quote        string       `json:"quote"`          // the bytes at Span
	Prose        string       `json:"text,omitempty"` // the same without markup; "" if it is the quote
	When         string       `json:"when"`
	Basis        event.Basis  `json:"basis"`
	Status       event.Status `json:"status"`
	Said         string       `json:"said,omitempty"`
	Times        [][2]int     `json:"times,omitempty"` // where the text speaks of time
}

// Text is the sentence without markup.
func (s Source) Text() string { return cmp.Or(s.Prose, s.Quote) }

// Actor is an actor as an article names it.
type Actor struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Kind    actor.Kind `json:"kind"`
	Country string     `json:"country,omitempty"`
	Known   string     `json:"known,omitempty"`
	Aliases []string   `json:"aliases,omitempty"`
	Roles   []Role     `json:"roles,omitempty"`
	Generic bool       `json:"generic,omitempty"`
}

// Role is an office that an article gives an actor.
type Role struct {
	Title  string `json:"title,omitempty"`
	Office string `json:"office,omitempty"`
	Of     string `json:"of,omitempty"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
}

// Encode gives a line for each event of a result that is to be published, with
// a line break between them; nothing if there is none. split says into how many
// parts a day is cut by who takes part, 1 or less: not at all.
func Encode(r *extract.Result, split int) ([]byte, error) {
	var lines [][]byte
	for i := range r.Events {
		e := &r.Events[i]
		if !e.Published || len(e.Sources) == 0 {
			continue
		}
		rep := newReport(r, e)
		line, err := encode(Line{Key: key(rep, split), V: Version, Report: rep})
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", r.Article.Name, err)
		}
		lines = append(lines, line)
	}
	return []byte(joined(lines)), nil
}

func joined(lines [][]byte) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.Write(l)
	}
	return b.String()
}

// encode prints a line without a line break.
func encode(l Line) ([]byte, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(l); err != nil {
		return nil, err
	}
	return []byte(strings.TrimSuffix(b.String(), "\n")), nil
}

func newReport(r *extract.Result, e *event.Event) *Report {
	a := r.Article
	rep := &Report{
		Article: Article{a.Name, a.Title, a.Date, a.Lang, a.Publisher, a.Link},
		When:    e.When, Title: e.Title, TitleIs: e.TitleIs, TitleSure: e.TitleConfidence, Kind: e.Kind,
		Status: e.Status, Basis: e.Basis, Confidence: e.Confidence, Series: e.Series,
		Parts: []Part{}, Places: slices.Clone(e.Places),
	}
	if rep.Places == nil {
		rep.Places = []string{}
	}
	for _, p := range e.Parts {
		rep.Parts = append(rep.Parts, Part(p))
	}
	for _, s := range e.Sources {
		rep.Sources = append(rep.Sources, newSource(r, s))
	}
	if first := e.Sources[0].Span; first.Contains(e.Trigger) {
		rep.Trigger = [2]int{e.Trigger.Start - first.Start, e.Trigger.End - first.Start}
	}
	rep.Actors = actorsOf(r, rep)
	return rep
}

func newSource(r *extract.Result, s event.Source) Source {
	at := r.Article.InBody(s.Span)
	out := Source{Span: at, Sentence: s.Sentence, Quote: at.Of(r.Article.Body), When: s.When, Basis: s.Basis, Status: s.Status, Said: s.Said}
	if text := s.Of(r.Article.Text); text != out.Quote {
		out.Prose = text
	}
	for _, t := range r.Timexes.Timexes {
		if s.Contains(t.Span) {
			out.Times = append(out.Times, [2]int{t.Start - s.Start, t.End - s.Start})
		}
	}
	return out
}

// company is how many others of an article come along to tell who an actor is.
const company = 12

// actorsOf are those who take part in a report, and some whose names confirm
// who they are.
func actorsOf(r *extract.Result, rep *Report) []Actor {
	out := []Actor{}
	others := 0
	for _, x := range slices.Concat(r.Actors.Actors, r.Actors.Unnamed) {
		in := slices.ContainsFunc(rep.Parts, func(p Part) bool { return p.Actor == x.ID }) ||
			slices.Contains(rep.Places, x.ID) || rep.Series != nil && rep.Series.Of == x.ID
		a := Actor{ID: x.ID, Name: x.Name, Kind: x.Kind, Country: x.Country, Known: x.Known, Generic: x.Generic}
		switch {
		case in:
			a.Aliases = x.Aliases
			for _, o := range x.Roles {
				a.Roles = append(a.Roles, Role{o.Title, o.Office, o.Of, o.From, o.To})
			}
		case x.Generic, x.Known == "" && !strings.Contains(x.Name, " "), others == company:
			continue
		default:
			others++
		}
		out = append(out, a)
	}
	return out
}
