package site

import (
	"strconv"
	"strings"
)

// All is the whole timeline in lines, by year: the page to narrow it down on.
type All struct {
	Page
	Heading string    `json:"heading"`
	Dek     string    `json:"dek"`
	Filter  *Filter   `json:"filter"`
	Parts   []Link    `json:"parts"` // the pages, if there is more than one
	Jump    []Link    `json:"jump"`  // to the years on the page
	Years   []AllYear `json:"years"`
}

// AllYear is the lines of a year.
type AllYear struct {
	ID    string    `json:"id"`
	Name  string    `json:"name"`
	Href  string    `json:"href"` // "" for events without a year
	Count string    `json:"count"`
	Rows  []AllLine `json:"rows"`
}

// AllLine is an event on one line, with what the filter asks of it.
type AllLine struct {
	ID       string `json:"id"`
	Href     string `json:"href"`
	Title    string `json:"title"`
	Lang     string `json:"lang"`
	When     string `json:"when"`
	Status   string `json:"status"` // in words; "" if it happened
	State    string `json:"state"`
	Actors   string `json:"actors"`
	KindID   string `json:"kind_id"`
	PlaceIDs string `json:"place_ids"`
	From     string `json:"from"`
	To       string `json:"to"`
	Reviewed bool   `json:"reviewed"`
	Langs    string `json:"langs"`
}

// allMax is how many lines a page of all events has.
const allMax = 2500

const allPath = "all/index.html"

// allPages are the pages of all events, a page for every few thousand.
func (t *timeline) allPages() []All {
	if t.events.count() == 0 {
		return nil
	}
	w := t.words
	parts := t.allParts()
	path := func(k int) string {
		if k == 0 {
			return allPath
		}
		return "all/part-" + strconv.Itoa(k+1) + "/index.html"
	}
	var out []All
	for k, events := range parts {
		v := All{Page: t.page(path(k), "all", "", w.say("all_title")), Heading: w.say("all_title")}
		v.Dek = w.count("all_dek", t.events.count(), "span", t.allSpan(t.events.all()))
		v.Description, v.Modified = v.Dek, t.lastOf(events)
		v.Crumbs = t.crumbs(v.Path, Link{Text: v.Heading})
		if v.Filter = t.filter(events, v.Path, nil); v.Filter != nil {
			v.Filter.Open = true
		}
		v.Years = t.allYears(events, v.Path)
		for _, y := range v.Years {
			v.Jump = append(v.Jump, Link{Href: "#" + y.ID, Text: y.Name, Note: y.Count})
		}
		if len(parts) > 1 {
			for i, p := range parts {
				v.Parts = append(v.Parts, Link{Href: rel(v.Path, path(i)), Text: t.allSpan(p), Note: w.number(len(p)), Current: i == k})
			}
			v.Page.Title += " (" + t.allSpan(events) + ")"
		}
		out = append(out, v)
	}
	return out
}

// allParts divides all events, between two years where that can be.
func (t *timeline) allParts() [][]*event {
	var out [][]*event
	rest := t.events.all()
	for len(rest) > allMax {
		cut := allMax
		for cut > 0 && yearOf(rest[cut-1]) == yearOf(rest[cut]) {
			cut--
		}
		if cut == 0 { // a single year fills more than a page
			cut = allMax
		}
		out = append(out, rest[:cut])
		rest = rest[cut:]
	}
	return append(out, rest)
}

// yearOf names the year that an event is listed under; "" without one.
func yearOf(e *event) string {
	if e.month == nil {
		return ""
	}
	return yearDir(e.month.year)
}

// allSpan is from which year to which some events reach.
func (t *timeline) allSpan(events []*event) string {
	first, last := events[0].month, (*month)(nil)
	for i := len(events) - 1; i >= 0 && last == nil; i-- {
		last = events[i].month
	}
	switch {
	case first == nil:
		return t.words.say("undated_title")
	case first.year == last.year:
		return t.words.year(first.year)
	}
	return t.words.say("date_from_to", "a", t.words.year(first.year), "b", t.words.year(last.year))
}

func (t *timeline) allYears(events []*event, from string) []AllYear {
	var out []AllYear
	for i := 0; i < len(events); {
		j := i
		for j < len(events) && yearOf(events[j]) == yearOf(events[i]) {
			j++
		}
		y := AllYear{ID: "y-undated", Name: t.words.say("undated_title"), Count: t.words.number(j - i)}
		if m := events[i].month; m != nil {
			y.ID, y.Name, y.Href = "y-"+yearDir(m.year), t.words.year(m.year), rel(from, yearDir(m.year)+"/index.html")
		}
		for _, e := range events[i:j] {
			y.Rows = append(y.Rows, t.allLine(e, from))
		}
		out = append(out, y)
		i = j
	}
	return out
}

func (t *timeline) allLine(e *event, from string) AllLine {
	v := AllLine{ID: e.ID, Href: rel(from, e.path), Title: e.title(t.words), Lang: t.foreign(e.Lang), When: e.when.Short, State: e.Status, KindID: slug(e.Kind), Reviewed: !e.unreviewed(), Langs: e.langs()}
	if e.Kind == "" {
		v.KindID = ""
	}
	if e.Status != "happened" && e.Status != "" {
		v.Status = t.words.named("status", e.Status)
	}
	if e.bounded {
		v.From, v.To = dayOf(e.first).String(), dayOf(e.last).String()
	}
	var ids, places []string
	for _, p := range e.parts {
		if p.who != nil {
			ids = append(ids, p.who.ID)
		}
	}
	for _, p := range e.Places {
		places = append(places, t.place(p).id)
	}
	v.Actors, v.PlaceIDs = strings.Join(ids, " "), strings.Join(places, " ")
	return v
}

// langs are the languages of an event's reports, each once, in order.
func (e *event) langs() string {
	seen := map[string]bool{}
	for _, r := range e.reports {
		if r.Lang != "" {
			seen[r.Lang] = true
		}
	}
	return strings.Join(sortedKeys(seen), " ")
}
