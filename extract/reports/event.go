package reports

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/merge"
	"fasti/extract/timex"
)

// Event is what the reports of one key say together of one happening.
type Event struct {
	ID         string          `json:"id"` // of its key and its first sentence
	When       string          `json:"when"`
	Title      string          `json:"title"`
	TitleIs    event.TitleForm `json:"title_is,omitempty"`
	Lang       string          `json:"lang"` // of the title
	Kind       event.Kind      `json:"kind"`
	Status     event.Status    `json:"status"`
	Basis      event.Basis     `json:"basis"`
	Confidence int             `json:"confidence"`
	Actors     []Taker         `json:"actors"`
	Places     []string        `json:"places"` // their names
	Series     *event.Series   `json:"series,omitempty"`
	Articles   int             `json:"articles"` // how many report it
}

// Taker is an actor with its part.
type Taker struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Kind    actor.Kind `json:"kind"`
	Country string     `json:"country,omitempty"`
	Known   string     `json:"known,omitempty"`
	Role    event.Role `json:"role"`
}

// block is the reports of one key.
type block struct {
	key     string
	reports map[string]*Report // by their JSON: a set
}

func (b *block) add(r *Report) error {
	text, err := json.Marshal(r)
	if err == nil {
		b.reports[string(text)] = r
	}
	return err
}

// sorted gives the reports in an order of their own.
func (b *block) sorted() []*Report {
	texts := make([]string, 0, len(b.reports))
	for t := range b.reports {
		texts = append(texts, t)
	}
	slices.Sort(texts)
	out := make([]*Report, len(texts))
	for i, t := range texts {
		out[i] = b.reports[t]
	}
	return out
}

// excerpt is what a block has of one article: its sentences one behind the
// other, as if they were all that it says.
type excerpt struct {
	article.Article
	found   extract.Found
	reports []*Report           // that Found.Events were made of
	at      map[string]int      // text of a source with its number -> where it stands in Text
	have    map[string]struct{} // ids of actors
}

// merge makes the events of a block.
func (m *Merger) merge(b *block) ([]Line, error) {
	byName := map[string]*excerpt{}
	var results []*extract.Result
	for _, r := range b.sorted() {
		x := byName[r.Article.Name]
		if x == nil {
			x = newExcerpt(r)
			byName[r.Article.Name] = x
		}
		x.add(r)
	}
	for _, name := range sortedKeys(byName) {
		x := byName[name]
		res, err := m.restore.Result(&x.Article, &x.found)
		if err != nil {
			return nil, fmt.Errorf("key %s: %w", b.key, err)
		}
		results = append(results, res)
	}
	t := merge.Merge(results, merge.Options{Lang: m.Lang})
	cast := map[string]*merge.Actor{}
	for i := range t.Actors {
		cast[t.Actors[i].ID] = &t.Actors[i]
	}
	lines := make([]Line, len(t.Events))
	for i := range t.Events {
		lines[i] = newLine(b.key, &t.Events[i], cast, byName)
	}
	return lines, nil
}

func newExcerpt(r *Report) *excerpt {
	a := r.Article
	x := &excerpt{
		Article: article.Article{Name: a.Name, Title: a.Title, Date: a.Date, Lang: a.Lang, Publisher: a.Publisher, Link: a.Link},
		at:      map[string]int{}, have: map[string]struct{}{},
	}
	x.found.Lang = a.Lang
	return x
}

// add takes a report in. Its sentences come behind those that are there.
func (x *excerpt) add(r *Report) {
	e := event.Event{
		When: r.When, Title: r.Title, TitleIs: r.TitleIs, TitleConfidence: r.TitleSure, Kind: r.Kind, Status: r.Status,
		Basis: r.Basis, Confidence: r.Confidence, Published: true, Places: r.Places, Series: r.Series,
	}
	for _, p := range r.Parts {
		e.Parts = append(e.Parts, event.Part(p))
	}
	for _, s := range r.Sources {
		e.Sources = append(e.Sources, event.Source{Span: x.place(s), Sentence: s.Sentence, When: s.When, Basis: s.Basis, Status: s.Status, Said: s.Said})
	}
	first := e.Sources[0].Start
	e.Trigger = article.Span{Start: first + r.Trigger[0], End: first + r.Trigger[1]}
	x.found.Events, x.reports = append(x.found.Events, e), append(x.reports, r)
	for _, a := range r.Actors {
		x.actor(a)
	}
}

// place gives where a sentence stands in the excerpt.
func (x *excerpt) place(s Source) article.Span {
	text := s.Text()
	id := fmt.Sprintf("%d\x00%s", s.Sentence, text)
	at, ok := x.at[id]
	if !ok {
		if x.Text != "" {
			x.Text += "\n\n"
		}
		at = len(x.Text)
		x.Text += text
		x.Body = x.Text
		x.at[id] = at
		x.Blocks = append(x.Blocks, article.Block{Span: article.Span{Start: at, End: len(x.Text)}})
		for _, t := range s.Times {
			x.found.Timexes.Timexes = append(x.found.Timexes.Timexes, timex.Timex{Span: article.Span{Start: at + t[0], End: at + t[1]}})
		}
	}
	return article.Span{Start: at, End: at + len(text)}
}

// actor takes an actor in. The same article names it the same way in each of
// its reports, with more of it where it takes part.
func (x *excerpt) actor(a Actor) {
	full := actor.Actor{ID: a.ID, Name: a.Name, Kind: a.Kind, Country: a.Country, Known: a.Known, Aliases: a.Aliases, Generic: a.Generic}
	for _, r := range a.Roles {
		full.Roles = append(full.Roles, actor.Role{Title: r.Title, Office: r.Office, Of: r.Of, From: r.From, To: r.To})
	}
	list := &x.found.Actors.Actors
	if _, ok := x.have[a.ID]; !ok {
		x.have[a.ID] = struct{}{}
		*list = append(*list, full)
		return
	}
	i := slices.IndexFunc(*list, func(o actor.Actor) bool { return o.ID == a.ID })
	if o := (*list)[i]; len(o.Aliases)+len(o.Roles) < len(full.Aliases)+len(full.Roles) {
		(*list)[i] = full
	}
}

// newLine is the line of an event, with the reports that it was made of.
func newLine(key string, e *merge.Event, cast map[string]*merge.Actor, arts map[string]*excerpt) Line {
	out := &Event{
		When: e.When, Title: e.Title, TitleIs: e.TitleIs, Lang: e.Lang, Kind: e.Kind, Status: e.Status, Basis: e.Basis,
		Confidence: e.Confidence, Actors: []Taker{}, Places: []string{}, Series: e.Series,
	}
	for _, p := range e.Places {
		if a := cast[p]; a != nil {
			p = a.Name
		}
		out.Places = append(out.Places, p)
	}
	for _, p := range e.Parts {
		if a := cast[p.Actor]; a != nil {
			out.Actors = append(out.Actors, Taker{a.ID, a.Name, a.Kind, a.Country, a.Known, p.Role})
		}
	}
	l := Line{Key: key, V: Version, Event: out}
	for _, m := range e.Members {
		l.Reports = append(l.Reports, *arts[m.Article].reports[m.Event])
	}
	slices.SortStableFunc(l.Reports, func(a, b Report) int {
		return cmp.Or(cmp.Compare(a.Article.Date, b.Article.Date), cmp.Compare(a.Article.Name, b.Article.Name))
	})
	out.Articles = len(l.Reports) // an event takes one report of an article
	out.ID = eventID(key, l.Reports)
	return l
}

// eventID is made of the key and the first sentence of the first report.
func eventID(key string, reports []Report) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00", key)
	if len(reports) > 0 {
		r := reports[0]
		fmt.Fprintf(h, "%s\x00%d\x00%d\x00%s", r.Article.Name, r.Sources[0].Sentence, r.Trigger[0], r.Title)
	}
	return "x" + hex.EncodeToString(h.Sum(nil)[:6])
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, cmp.Compare[string])
	return keys
}
