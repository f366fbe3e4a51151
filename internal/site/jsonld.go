package site

import (
	"encoding/json"
)

// ld is a node of JSON-LD in the vocabulary of schema.org.
type ld map[string]any

// script writes JSON for a script element: json.Marshal escapes <, > and &,
// so that no text ends the element.
func (n ld) script() string {
	n["@context"] = "https://schema.org"
	b, err := json.Marshal(n)
	if err != nil {
		return "{}"
	}
	return string(b)
}

func (t *timeline) eventLD(e *event) string {
	n := ld{"@type": "Event", "@id": t.address(e.path, e.path) + "#event", "name": t.headline(e), "identifier": e.ID, "eventStatus": schemaStatus(e.Status)}
	if s := e.commonStart(); s != "" {
		n["startDate"] = s
		if e.when.End != "" {
			n["endDate"] = e.when.End
		}
	}
	if e.Lang != "" {
		n["inLanguage"] = e.Lang
	}
	n["description"] = joinNonEmpty(": ", e.when.Label, t.feedText(e))
	n["url"] = t.address(e.path, e.path)
	if at := t.pictureAddress(e.Image); at != "" {
		n["image"] = at
	}
	var places, reports []ld
	who := map[string][]ld{}
	for _, p := range e.Places {
		g := t.place(p)
		place := ld{"@type": "Place", "name": g.name}
		if g.at != nil && !g.area {
			place["geo"] = ld{"@type": "GeoCoordinates", "latitude": g.at.Lat, "longitude": g.at.Lon}
		}
		places = append(places, place)
	}
	for _, p := range e.parts {
		if p.who != nil {
			key := schemaRole(p.role)
			who[key] = append(who[key], ld{"@type": schemaAttendee(p.who.Kind), "name": p.who.name, "url": t.address(e.path, p.who.path)})
		}
	}
	for _, r := range e.reports {
		reports = append(reports, t.reportLD(r))
	}
	who["location"], who["subjectOf"] = places, reports
	for key, list := range who {
		if len(list) > 0 {
			n[key] = list
		}
	}
	return n.script()
}

// commonStart is the day, month or year in which an event began, as far as it is
// certain: of one of several days what they have in common.
func (e *event) commonStart() string {
	if !e.When.IsSet() || !e.bounded {
		return e.when.Start
	}
	a, b := dayOf(e.first), dayOf(e.last)
	switch {
	case a.Year != b.Year || a.Year < 1:
		return ""
	case a.Month != b.Month:
		return a.String()[:4]
	}
	return a.String()[:7]
}

// schemaRole is how schema.org relates one who takes part to an event: who acts
// contributes to it, who receives a guest or a meeting organises it; of those to
// whom something is done it is about, and nobody attends an attack.
func schemaRole(role string) string {
	switch role {
	case "actor", "mediator", "speaker":
		return "contributor"
	case "host":
		return "organizer"
	}
	return "about"
}

// schemaStatus is the nearest of schema.org's statuses; it has none for what
// is planned or said.
func schemaStatus(s string) string {
	if s == "cancelled" {
		return "https://schema.org/EventCancelled"
	}
	return "https://schema.org/EventScheduled"
}

// schemaAttendee is the type of one who takes part: schema.org lets people and
// organisations do so, and a state acts by its government.
func schemaAttendee(kind string) string {
	switch kind {
	case "person":
		return "Person"
	case "state":
		return "GovernmentOrganization"
	}
	return "Organization"
}

func schemaActor(kind string) string {
	switch kind {
	case "person":
		return "Person"
	case "state", "place":
		return "Place"
	}
	return "Organization"
}

func (t *timeline) reportLD(r *report) ld {
	n := ld{"@type": "NewsArticle", "headline": reportTitle(r), "publisher": ld{"@type": "Organization", "name": publisherOf(r)}}
	if r.Lang != "" {
		n["inLanguage"] = r.Lang
	}
	if r.Date != "" {
		n["datePublished"] = r.Date
	}
	if l := webLink(r.Link); l != "" {
		n["url"] = l
	}
	if r.Author != "" {
		n["author"] = ld{"@type": "Person", "name": r.Author}
	}
	return n
}

// articleLD is an article with the events that rest on it.
func (t *timeline) articleLD(r *report) string {
	n := t.reportLD(r)
	var about []ld
	for _, e := range r.events.all()[:min(r.events.count(), aboutMax)] {
		x := ld{"@type": "Event", "name": t.headline(e), "url": t.address(r.path, e.path)}
		if e.when.Start != "" {
			x["startDate"] = e.when.Start
		}
		about = append(about, x)
	}
	if len(about) > 0 {
		n["about"] = about
	}
	n["mainEntityOfPage"] = t.address(r.path, r.path)
	n["description"] = t.words.count("source_dek", r.events.count(), "sentences", t.words.count("sentences", r.sentences()))
	return n.script()
}

// aboutMax is how many events the description of an article for machines
// names.
const aboutMax = 50

func (t *timeline) actorLD(a *actor, description string) string {
	n := ld{"@type": schemaActor(a.Kind), "@id": t.address(a.path, a.path) + "#actor", "name": a.name, "url": t.address(a.path, a.path), "description": description}
	if u := wikidata(a.Wikidata); u != "" {
		n["sameAs"] = u
	}
	if at := t.pictureAddress(a.Image); at != "" {
		n["image"] = at
	}
	var other []string
	for _, l := range t.namesOf(a) {
		other = append(other, l.Text)
	}
	if len(other) > 0 {
		n["alternateName"] = other
	}
	return n.script()
}

func (t *timeline) itemList(events []*event, from string) ld {
	var items []ld
	for i, e := range events {
		items = append(items, ld{"@type": "ListItem", "position": i + 1, "url": t.address(from, e.path), "name": t.headline(e)})
	}
	return ld{"@type": "ItemList", "name": t.cfg.Title, "numberOfItems": len(items), "itemListElement": items}
}
