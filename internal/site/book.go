package site

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/internal/bundle"
)

// Book arranges the timeline to be read from front to back: what is published,
// month by month, and who takes part. It needs Dir, Content and Config.
func Book(o Options) (*bundle.Book, error) {
	m, err := newMaterial(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	m.inspect(o.Config, o.Content.Day()) // lays people's own words over the theme's
	w, err := newWords(o.Config.Language, m.theme)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	return newTimeline(o.Content, o.Config, w).book(), nil
}

func (t *timeline) book() *bundle.Book {
	w := t.words
	b := &bundle.Book{
		Title: t.cfg.Title, Lang: w.lang, Dir: w.dir, Dek: t.cfg.Description, Address: webLink(t.cfg.BaseURL),
		Figures: w.count("events", t.events.count()) + " · " + w.count("reports", len(t.articles)),
		Note:    w.say("footer"), Modified: t.lastChange(),
		Words: bundle.Words{Contents: w.say("contents"), People: w.say("nav_actors"), Auto: w.say("auto"), NoSource: w.say("by_hand"), Original: w.say("original")},
	}
	ids := map[*actor]string{}
	for _, a := range t.actors {
		if a.events.count() > 0 {
			ids[a] = bundle.ActorID(len(ids))
		}
	}
	for _, m := range t.months {
		if m.events.count() == 0 {
			continue
		}
		c := bundle.Chapter{ID: chapterOf(m), Year: w.year(m.year), Title: t.monthTitle(m)}
		if m.number == 0 {
			c.Sub = w.say("date_month_unknown")
		}
		c.Events = t.bookEvents(m.events.all(), ids)
		b.Chapters = append(b.Chapters, c)
	}
	if undated := t.events.all()[t.dated:]; len(undated) > 0 {
		b.Chapters = append(b.Chapters, bundle.Chapter{ID: chapterOf(nil), Title: w.say("undated_title"), Sub: w.say("undated_dek"), Events: t.bookEvents(undated, ids)})
	}
	b.People = t.bookPeople(ids)
	return b
}

// chapterOf names the chapter of a month.
func chapterOf(m *month) string {
	if m == nil {
		return "undated"
	}
	return monthID(m)
}

func (t *timeline) bookEvents(events []*event, ids map[*actor]string) []bundle.Event {
	w := t.words
	var out []bundle.Event
	for _, e := range events {
		c := t.card(e, e.path)
		v := bundle.Event{
			ID: bundle.EventID(e.position), Title: c.Title, Lang: c.Lang, Dir: c.Dir, When: e.when.Label, Start: e.when.Start, Sense: e.when.Sense,
			Kind: c.Kind.Text, Status: c.Status, Auto: c.Auto,
		}
		v.Text, v.TextLang = bundle.Prose(t.spelt(e.Body), v.ID), c.SumLang
		for _, p := range e.parts {
			name, id := p.id, ""
			if p.who != nil {
				name, id = p.who.name, ids[p.who]
			}
			v.Actors = append(v.Actors, bundle.Part{ID: id, Name: name, Role: w.named("role", p.role)})
		}
		for _, p := range c.Places {
			v.Places = append(v.Places, p.Text)
		}
		for _, q := range t.quotes(e, e.path) {
			v.Quotes = append(v.Quotes, bookQuote(q))
		}
		out = append(out, v)
	}
	return out
}

// spelt is an editor's text without shortcodes: an event that one names is
// named in words, and the others are left out.
func (t *timeline) spelt(body string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(body, "{{")
		if b.WriteString(before); !ok {
			return b.String()
		}
		code, after, ok := strings.Cut(rest, "}}")
		if !ok || code == "" || !strings.ContainsAny(code[:1], "<%") {
			b.WriteString("{{")
			body = rest
			continue
		}
		if words := strings.Fields(strings.Trim(code, "<>%/* ")); len(words) == 2 && words[0] == "event" {
			if e := t.byID[strings.Trim(words[1], `"`+"`")]; e != nil {
				b.WriteString(literal(e.title(t.words)) + " (" + literal(e.when.Label) + ")")
			}
		}
		body = after
	}
}

// literal keeps the characters of a text from being Markdown.
func literal(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf && unicode.In(r, unicode.Punct, unicode.Symbol) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func bookQuote(q Quote) bundle.Quote {
	v := bundle.Quote{Lang: q.Lang, Dir: q.Dir, Publisher: q.Publisher, Article: q.Article, Date: q.Date, Place: q.Place, Why: q.Why, Status: q.Status, Link: q.Link}
	if v.Publisher == v.Article {
		v.Article = "" // a report without a publisher is named once
	}
	for _, s := range q.Segs {
		v.Segs = append(v.Segs, bundle.Seg{Text: s.Text, Mark: s.Mark})
	}
	return v
}

// bookPeople lists who takes part, persons first, by name.
func (t *timeline) bookPeople(ids map[*actor]string) []bundle.Kind {
	kinds := []string{"person", "organisation", "state", "group", "place"}
	by := map[string][]bundle.Actor{}
	for _, a := range t.actors {
		id, ok := ids[a]
		if !ok {
			continue
		}
		v := bundle.Actor{ID: id, Name: a.name}
		for _, e := range a.events.all() {
			lang := ""
			if e.Lang != t.words.lang {
				lang = e.Lang
			}
			v.Events = append(v.Events, bundle.Ref{Chapter: chapterOf(e.month), ID: bundle.EventID(e.position), When: e.when.Short, Title: e.title(t.words), Lang: lang})
		}
		if !slices.Contains(kinds, a.Kind) {
			kinds = append(kinds, a.Kind)
		}
		by[a.Kind] = append(by[a.Kind], v)
	}
	var out []bundle.Kind
	for _, k := range kinds {
		if len(by[k]) > 0 {
			out = append(out, bundle.Kind{Name: t.kindHeading(k), Actors: by[k]})
		}
	}
	return out
}

// kindHeading words a kind of actor in the plural.
func (t *timeline) kindHeading(kind string) string {
	if kind == "" {
		return t.words.say("nav_actors")
	}
	return t.words.named("actorkinds", kind)
}

// lastChange is the day of the last change of the content: of its history, or, if
// that is silent, of its newest report; "" if neither says.
func (t *timeline) lastChange() string {
	day := ""
	for _, h := range t.history {
		day = max(day, h.Day)
	}
	if day != "" {
		return day
	}
	for _, r := range t.articles {
		if d, ok := published(r.Date); ok && !strings.HasPrefix(d.String(), "-") {
			day = max(day, d.String())
		}
	}
	return day
}
