package site

import (
	"encoding/json"
	"html"
	"strconv"

	"fasti/internal/edtf"
)

// ftm is an entity in the model of FollowTheMoney, which Aleph loads.
type ftm struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// line is the entity on a line, without the properties that nothing is known of.
func (e ftm) line() []byte {
	for k, v := range e.Properties {
		if len(v) == 0 || v[0] == "" {
			delete(e.Properties, k)
		}
	}
	line, err := json.Marshal(e)
	if err != nil { // strings always marshal
		return nil
	}
	return append(line, '\n')
}

// ftmLayout writes actors and events as entities, a line each. Dates are
// given as far as they are known; a span of doubt is no span of time, so an
// event that is one of several days has none.
func (t *timeline) ftmLayout(actors []*actor) layout {
	var head []byte
	for _, a := range actors {
		var alias []string
		for _, n := range t.namesOf(a) {
			alias = append(alias, n.Text)
		}
		head = append(head, ftm{"fasti-a-" + a.ID, ftmSchema(a.Kind), map[string][]string{
			"name": {a.name}, "alias": alias, "wikidataId": nonEmpty(ftmWikidata(a.Wikidata)), "country": nonEmpty(a.Country),
		}}.line()...)
	}
	return layout{head: head, piece: func(e *event) []byte { return t.ftmEvent(e).line() }}
}

func (t *timeline) ftmEvent(e *event) ftm {
	p := map[string][]string{"name": {t.headline(e)}, "recordId": {e.ID}, "description": nonEmpty(t.feedText(e)), "keywords": append(nonEmpty(e.Kind), e.Status)}
	if e.when.Mark != "oneof" {
		p["startDate"], p["endDate"] = nonEmpty(e.when.Start), nonEmpty(e.when.End)
	}
	for _, x := range e.parts {
		if x.who != nil {
			p["involved"] = append(p["involved"], "fasti-a-"+x.who.ID)
		}
	}
	for _, x := range e.Places {
		p["location"] = append(p["location"], t.place(x).name)
	}
	for _, r := range e.reports {
		if l := webLink(r.Link); l != "" {
			p["sourceUrl"] = append(p["sourceUrl"], l)
		}
	}
	return ftm{"fasti-e-" + e.ID, "Event", p}
}

func ftmSchema(kind string) string {
	switch kind {
	case "person":
		return "Person"
	case "organisation":
		return "Organization"
	case "state":
		return "PublicBody"
	}
	return "LegalEntity"
}

func ftmWikidata(q string) string {
	if wikidata(q) == "" {
		return ""
	}
	return q
}

// tlDate is a date of TimelineJS: what is not known is left out.
type tlDate struct {
	Year  string `json:"year"`
	Month string `json:"month,omitempty"`
	Day   string `json:"day,omitempty"`
}

// tlText is what a slide of TimelineJS says, in HTML.
type tlText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

// tlSlide is an event of TimelineJS.
type tlSlide struct {
	Start   tlDate  `json:"start_date"`
	End     *tlDate `json:"end_date,omitempty"`
	Display string  `json:"display_date"`
	Text    tlText  `json:"text"`
	Group   string  `json:"group,omitempty"`
	ID      string  `json:"unique_id"`
}

// tlLayout writes the events as TimelineJS reads them. Each carries its date
// in words as well, so that what is shown is as exact as the reports are.
func (t *timeline) tlLayout(title string) layout {
	head, err := json.MarshalIndent(map[string]tlText{"text": {html.EscapeString(title), html.EscapeString(t.cfg.Description)}}, " ", " ")
	if err != nil { // strings always marshal
		head = []byte("{}")
	}
	return layout{head: []byte("{\n \"title\": " + string(head) + ",\n \"events\": ["), between: ",", tail: "\n ]\n}\n", empty: "]\n}\n", piece: func(e *event) []byte {
		if !e.bounded { // it has no way to say that the year is not known
			return nil
		}
		slide, err := json.MarshalIndent(t.slide(e), "  ", " ")
		if err != nil { // strings always marshal
			return nil
		}
		return append([]byte("\n  "), slide...)
	}}
}

func (t *timeline) slide(e *event) tlSlide {
	a, b := e.When.Start(), e.When.End()
	if !given(a) {
		a = b
	}
	s := tlSlide{Start: tlPoint(a, e.first), Display: e.when.Label, Text: tlText{html.EscapeString(t.headline(e)), html.EscapeString(t.feedText(e))}, Group: t.words.named("kind", e.Kind), ID: e.ID}
	if a != b && given(b) {
		end := tlPoint(b, e.last)
		s.End = &end
	}
	return s
}

// tlPoint is a point as far as it is known; of a decade or season the bound.
func tlPoint(p edtf.Point, bound int64) tlDate {
	d := dayOf(bound)
	v := tlDate{Year: strconv.Itoa(d.Year)}
	if p.HasMonth && p.MonthMask == 0 {
		v.Month = strconv.Itoa(p.Month)
		if p.HasDay && p.DayMask == 0 {
			v.Day = strconv.Itoa(p.Day)
		}
	}
	return v
}
