package ledger

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/extract/event"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// Statuses are what an event may be said to be, as docs/edit-events.md defines
// them.
func Statuses() []string { return statuses() }

func statuses() []string {
	return words(event.Statuses())
}

func bases() []string {
	return words(event.Bases())
}

func roles() []string {
	return words(event.Roles())
}

func reviews() []string {
	return []string{"proposed", "accepted", "corrected", "rejected", "merged", "split", "withdrawn"}
}

// event reads content/events/…/NAME.md.
func (l *loader) event(file, name string, src []byte) {
	r := l.open(file, src)
	if r == nil {
		return
	}
	r.known(eventWords())
	e := &Event{ID: name, Path: file, Slug: name, raw: src, at: r.at, has: r.has, Body: string(r.f.Body()), laid: r.f.OneLine("fasti")}
	if n := r.f.Get("fasti"); n != nil && r.mapping(n, "fasti") {
		e.Auto = true
		if id := r.text(frontmatter.Value(n, "id"), "fasti.id"); id != "" {
			e.ID = id
		}
		for _, v := range r.items(frontmatter.Value(n, "also"), "fasti.also") {
			if id := r.text(v, "fasti.also"); goodName(id) {
				e.also = append(e.also, id)
			}
		}
		e.was = Review(r.oneOf(frontmatter.Value(n, "was"), "fasti.was", "", reviews()...))
		if frontmatter.Value(n, "id") != nil && r.text(frontmatter.Value(n, "id"), "fasti.id") == "" {
			r.fault(n, diag.BadValue, "fasti.id: there is none", "restore it from version control, or remove the fasti: block")
		}
		if !goodName(e.ID) {
			r.fault(n, diag.BadValue, fmt.Sprintf("fasti.id: %q is no id", e.ID), "restore it from version control, or remove the fasti: block")
		}
	}
	e.wrote, _ = r.readWrote()
	e.Title, e.Kind = r.key("title"), r.kind()
	e.hold, e.Aliases = r.hold(), r.aliases()
	e.TitleIs = r.oneOf(r.f.Get("title_is"), "title_is", "", "quote")
	if e.TitleLang = strings.ToLower(r.key("title_lang")); e.TitleLang != "" && !languageCode(e.TitleLang) {
		r.fault(r.f.Get("title_lang"), diag.BadValue, fmt.Sprintf("title_lang: %q is no code of a language", e.TitleLang), "write de, en, fr …")
	}
	if strings.TrimSpace(e.Title) == "" {
		r.fault(r.f.Root(), diag.MissingKey, "the event has no title", "add title: and say what happened")
	}
	e.When, e.when = r.date(r.f.Get("when"), "when")
	e.Status = r.oneOf(r.f.Get("status"), "status", "happened", statuses()...)
	basis := "none"
	if !e.When.IsZero() {
		basis = "explicit"
	}
	e.Basis = r.oneOf(r.note("basis"), "basis", basis, bases()...)
	e.Confidence = r.number(r.note("confidence"), "confidence", 0, 100)
	e.Places, e.Geo = r.texts("places"), r.geo()
	e.Image = r.picture()
	e.Actors, e.items = r.parts()
	e.Series = r.series()
	r.auto = e.Auto
	e.Sources = r.sources()
	e.Key, e.NoIndex = r.truth("key"), r.truth("noindex")
	e.Hidden = r.f.Get("publish") != nil && !r.truth("publish")
	e.Titles, e.Summaries = r.pairs(r.f.Get("titles"), "titles"), r.pairs(r.f.Get("summaries"), "summaries")
	e.ReviewedBy, e.ReviewedOn = r.texts("reviewed_by"), r.holdDay(r.f.Get("reviewed_on"), "reviewed_on")
	r.secondFront(e)
	e.Question, e.Note = r.key("question"), r.key("note")
	r.review(e)
	if r.bad {
		return
	}
	if e.Auto {
		e.Edited = e.edited()
		if e.review == Proposed && len(e.Edited) > 0 {
			e.Review = Corrected
		}
	}
	l.c.Events = append(l.c.Events, e)
}

// secondFront refuses a text that begins with a second front matter: what that
// says, as that the event is a draft, would be published and hold nothing back.
func (r *reader) secondFront(e *Event) {
	text := strings.TrimLeft(e.Body, " \t\r\n")
	if !frontmatter.Has([]byte(text)) {
		return
	}
	second, err := frontmatter.Parse([]byte(text))
	if err != nil || len(second.Keys()) == 0 {
		return // a rule across the page
	}
	line := 1 + strings.Count(strings.TrimSuffix(string(e.raw), text), "\n")
	r.l.report(diag.Diagnostic{File: r.file, Line: line, Col: 1, Code: diag.FrontMatter, Message: "a second front matter stands below the first, where nobody reads it", Hint: "move its keys into the first"})
	r.bad = true
}

// review reads where the event stands. An event made by hand is its own
// review; into: without a word on the review means that it was merged.
func (r *reader) review(e *Event) {
	fallback := Proposed
	if !e.Auto {
		fallback = Accepted
	}
	e.Into = r.texts("into")
	if len(e.Into) > 0 && !r.has["review"] {
		fallback = Merged
	}
	e.review = Review(r.oneOf(r.f.Get("review"), "review", string(fallback), reviews()...))
	e.Review = e.review
	if n := len(e.Into); e.Review == Merged && n != 1 || e.Review == Split && n == 0 {
		r.fault(r.f.Get("review"), diag.MissingKey, fmt.Sprintf("review: %s wants into:", e.Review), "name the id of the event that it went into")
	}
	for _, id := range e.Into {
		if !goodName(id) {
			r.fault(r.f.Get("into"), diag.BadValue, fmt.Sprintf("into: %q is no id", id), "name the id that stands under fasti: of the other event")
		}
	}
}

// parts reads actors: an id with a role, or an id alone, which is an actor.
func (r *reader) parts() (out []Part, items []int) {
	for i, n := range r.items(r.f.Get("actors"), "actors") {
		p := Part{Role: "actor"}
		if n.Kind == yaml.ScalarNode {
			p.ID = n.Value
		} else if !r.mapping(n, "actors") {
			continue
		} else {
			r.only(n, "actors", "id", "role")
			p.ID = r.text(frontmatter.Value(n, "id"), "actors: id")
			p.Role = r.oneOf(frontmatter.Value(n, "role"), "actors: role", "actor", roles()...)
		}
		switch {
		case !goodName(p.ID):
			r.fault(n, diag.BadValue, fmt.Sprintf("actors: %q is no id of an actor", p.ID), "use the name of its file in content/actors, without .md")
		case slices.ContainsFunc(out, func(q Part) bool { return q.ID == p.ID }):
			r.fault(n, diag.UnknownKey, fmt.Sprintf("actors: %s stands here twice; the first counts", p.ID), "remove one of the two")
		default:
			r.stands("actors."+p.ID, n)
			out, items = append(out, p), append(items, i)
		}
	}
	return out, items
}

func (r *reader) series() *Series {
	n := r.f.Get("series")
	if n == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null" || !r.mapping(n, "series") {
		return nil
	}
	r.only(n, "series", "of", "what", "number")
	if frontmatter.Value(n, "number") == nil {
		r.fault(n, diag.MissingKey, "series: says no number:, so it says nothing", "write which one of the row it is: {of: egypt, what: Visit, number: 5}")
	}
	return &Series{
		Of:     r.text(frontmatter.Value(n, "of"), "series: of"),
		What:   r.text(frontmatter.Value(n, "what"), "series: what"),
		Number: r.number(frontmatter.Value(n, "number"), "series: number", 1, 1_000_000),
	}
}

// sources reads the evidence. An entry without an id, as a person may write
// it, gets one that follows from what it says.
func (r *reader) sources() []Source {
	var out []Source
	for _, n := range r.items(r.f.Get("sources"), "sources") {
		if !r.mapping(n, "sources") {
			continue
		}
		s := r.source(n)
		if s.ID == "" {
			s.ID = sourceID(s, func(id string) bool {
				return slices.ContainsFunc(out, func(q Source) bool { return q.ID == id })
			})
		}
		if slices.ContainsFunc(out, func(q Source) bool { return q.ID == s.ID }) {
			r.fault(n, diag.DuplicateID, fmt.Sprintf("sources: the id %s stands here twice", s.ID), "remove the id of one; it gets another")
			continue
		}
		if s.Quote != "" && slices.ContainsFunc(out, func(q Source) bool { return q.Article == s.Article && q.Quote == s.Quote && q.Span == s.Span }) {
			r.fault(n, diag.Contradiction, "sources: the quotation stands here twice", "take one of the two entries out")
		}
		r.stands("sources."+s.ID, n)
		out = append(out, s)
	}
	return out
}

// wheres are the places that a source names, in one text.
func (r *reader) wheres(n *yaml.Node) string {
	var out []string
	for _, p := range r.items(n, "sources: places") {
		out = append(out, r.text(p, "sources: places"))
	}
	return placesOf(out)
}

func (r *reader) source(n *yaml.Node) Source {
	r.only(n, "sources", "id", "article", "sentence", "span", "when", "basis", "status", "said", "trigger", "places", "quote", "quote_translation", "misread", "fasti")
	notes := frontmatter.Value(n, "fasti")
	if notes != nil && !r.mapping(notes, "sources: fasti") {
		notes = nil
	}
	var hand []string
	get := func(key string) *yaml.Node {
		if v := frontmatter.Value(n, key); v != nil {
			if slices.Contains(handKeys(), key) && !slices.Contains(hand, key) {
				hand = append(hand, key)
			}
			return v
		}
		return frontmatter.Value(notes, key)
	}
	s := Source{
		ID:          r.text(get("id"), "sources: id"),
		Article:     r.text(get("article"), "sources: article"),
		Sentence:    r.number(get("sentence"), "sources: sentence", 0, maxFile),
		Basis:       r.oneOf(get("basis"), "sources: basis", "none", bases()...),
		Status:      r.oneOf(get("status"), "sources: status", "happened", statuses()...),
		Said:        r.text(get("said"), "sources: said"),
		Trigger:     r.text(get("trigger"), "sources: trigger"),
		Places:      r.wheres(get("places")),
		Quote:       r.text(get("quote"), "sources: quote"),
		Translation: r.rendering(frontmatter.Value(n, "quote_translation")),
		Misread:     r.truthOf(get("misread"), "sources: misread"),
		old:         r.auto && notes == nil && frontmatter.Value(n, "id") != nil,
	}
	if _, s.When = r.date(get("when"), "sources: when"); get("basis") == nil && s.When != "" {
		s.Basis = "explicit"
	}
	if span := r.items(get("span"), "sources: span"); len(span) == 2 {
		s.Span = [2]int{r.number(span[0], "sources: span", 0, maxFile), r.number(span[1], "sources: span", 0, maxFile)}
	} else if len(span) > 0 {
		r.fault(get("span"), diag.BadValue, "sources: a span is two numbers", "the first byte and the one behind the last, [872, 1239]")
	}
	if s.Span[0] > s.Span[1] {
		r.fault(get("span"), diag.BadValue, "sources: the span ends before it begins", "write the smaller number first")
	}
	if s.Article != "" && !goodName(s.Article) {
		r.fault(get("article"), diag.BadValue, fmt.Sprintf("sources: %q is no name of an article", s.Article), "use the name of its file in content/articles, without .md")
	}
	if !s.old {
		slices.Sort(hand)
		s.hand = strings.Join(hand, " ")
	}
	return s
}
