package site

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"

	"fasti/internal/ledger"
)

// Record is an event in events.json: the timeline for programs. The names of
// the fields are fixed.
type Record struct {
	ID         string         `json:"id"`
	URL        string         `json:"url"` // from the folder of the file, or absolute
	Title      string         `json:"title"`
	Lang       string         `json:"lang,omitempty"`
	TitleIs    string         `json:"title_is,omitempty"` // "quote": a quotation of a report
	When       string         `json:"when"`               // EDTF; "" if not known
	Label      string         `json:"label"`
	Kind       string         `json:"kind,omitempty"`
	Status     string         `json:"status"`
	Basis      string         `json:"basis,omitempty"`
	Confidence int            `json:"confidence,omitempty"` // per cent
	Review     string         `json:"review"`
	Summary    string         `json:"summary,omitempty"`
	Actors     []RecordActor  `json:"actors"`
	Places     []string       `json:"places"`
	Series     *ledger.Series `json:"series,omitempty"`
	Sources    []RecordSource `json:"sources"`
	Updated    string         `json:"updated,omitempty"`
}

// RecordActor is an actor in a record.
type RecordActor struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Role string `json:"role"`
}

// RecordSource is a sentence in a record.
type RecordSource struct {
	Article   string `json:"article"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Date      string `json:"date,omitempty"`
	Lang      string `json:"lang,omitempty"`
	Link      string `json:"link,omitempty"`
	Sentence  int    `json:"sentence,omitempty"`
	When      string `json:"when,omitempty"`
	Said      string `json:"said,omitempty"`
	Quote     string `json:"quote"`
}

// address is where a page stands on the web, or from the page from if the
// site has no address.
func (t *timeline) address(from, path string) string {
	if base := t.cfg.BaseURL; strings.HasPrefix(base, "http") {
		return strings.TrimSuffix(base, "/") + "/" + href(strings.TrimSuffix(path, "index.html"))
	}
	return rel(from, path)
}

func (t *timeline) record(e *event, from string) Record {
	r := Record{
		ID: e.ID, URL: t.address(from, e.path), Title: e.title(t.words), Lang: e.Lang, When: e.When.String(), Label: e.when.Label,
		Kind: e.Kind, Status: e.Status, Basis: e.Basis, Confidence: e.Confidence, Review: t.reviewState(e), Summary: summary(e.Body),
		Actors: []RecordActor{}, Places: []string{}, Sources: []RecordSource{}, Series: e.Series, Updated: e.updated(t),
	}
	if e.Quoted() {
		r.TitleIs = e.TitleIs
	}
	for _, p := range e.parts {
		a := RecordActor{ID: p.id, Name: p.id, Role: p.role}
		if p.who != nil {
			a.Name = p.who.name
		}
		r.Actors = append(r.Actors, a)
	}
	for _, p := range e.Places {
		r.Places = append(r.Places, t.place(p).name)
	}
	for _, s := range e.Sources {
		v := RecordSource{Article: s.Article, Sentence: s.Sentence, When: s.When, Said: s.Said, Quote: s.Quote}
		if a := t.report[s.Article]; a != nil {
			v.Title, v.Publisher, v.Date, v.Lang, v.Link = a.Title, publisherOf(a), a.Date, a.Lang, webLink(a.Link)
		}
		r.Sources = append(r.Sources, v)
	}
	return r
}

// jsonLayout is the list of events as JSON, a line for each.
func (t *timeline) jsonLayout(path string) layout {
	return layout{head: []byte("["), between: ",", tail: "\n]\n", piece: func(e *event) []byte {
		return jsonLine(t.record(e, path))
	}}
}

// jsonLine is a value on a line that a break begins; nil if it cannot be written.
func jsonLine(v any) []byte {
	line, err := json.Marshal(v)
	if err != nil { // strings, and numbers within range, always marshal
		return nil
	}
	return append([]byte("\n"), line...)
}

// csvLayout is the list of events as RFC 4180 has it, in UTF-8.
func (t *timeline) csvLayout(path string) layout {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	row := func(fields ...string) []byte {
		b.Reset()
		_ = w.Write(fields)
		w.Flush()
		return b.Bytes()
	}
	head := bytes.Clone(row("id", "when", "start", "end", "title", "lang", "kind", "status", "basis", "confidence", "review", "actors", "places", "reports", "quote", "url"))
	return layout{head: head, piece: func(e *event) []byte {
		r := t.record(e, path)
		var who, articles []string
		for _, a := range r.Actors {
			who = append(who, a.Name+" ("+a.Role+")")
		}
		for _, a := range e.reports {
			articles = append(articles, joinNonEmpty(": ", publisherOf(a), reportTitle(a)))
		}
		start, end := bounds(e)
		quote := ""
		if len(e.Sources) > 0 {
			quote = t.prose(e.Sources[0])
		}
		return row(r.ID, r.When, start, end, inert(r.Title), r.Lang, r.Kind, r.Status, r.Basis, strconv.Itoa(r.Confidence), r.Review,
			inert(strings.Join(who, "; ")), inert(strings.Join(r.Places, "; ")), inert(strings.Join(articles, "; ")), inert(quote), r.URL)
	}}
}

// inert keeps a spreadsheet from taking the words of an article for a
// formula.
func inert(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// bibtex is the citation of an event.
func (t *timeline) bibtex(e *event) []byte {
	year := ""
	if d := e.updated(t); len(d) >= 4 {
		year = "\n  year = {" + d[:4] + "},\n  date = {" + d + "},"
	}
	esc := strings.NewReplacer("\\", "\\textbackslash{}", "{", "\\{", "}", "\\}", "%", "\\%", "&", "\\&", "#", "\\#", "$", "\\$", "_", "\\_", "~", "\\textasciitilde{}", "^", "\\textasciicircum{}")
	return []byte("@misc{" + slug(e.ID) + ",\n  title = {{" + esc.Replace(t.headline(e)) + "}},\n  howpublished = {" + esc.Replace(t.cfg.Title) + ", entry " + esc.Replace(e.ID) + "}," +
		year + "\n  url = {" + strings.NewReplacer("{", "%7B", "}", "%7D").Replace(t.address(e.path, e.path)) + "}\n}\n")
}
