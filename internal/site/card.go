package site

import (
	"strconv"
	"strings"

	"fasti/internal/ledger"
)

// Card is an event in a list.
type Card struct {
	ID       string      `json:"id"`
	Anchor   string      `json:"anchor"`
	Href     string      `json:"href"`
	Title    string      `json:"title"`
	Quoted   bool        `json:"quoted"` // the title is a quotation that fasti took from a report
	Lang     string      `json:"lang"`   // of the title, if not the site's
	Dir      string      `json:"dir"`
	Kind     Link        `json:"kind"`
	Places   []Link      `json:"places"`
	When     When        `json:"when"`
	Status   string      `json:"status"` // a word, "" if it happened
	State    string      `json:"state"`  // the status for styles and scripts
	Auto     bool        `json:"auto"`   // made by fasti and not yet reviewed
	Summary  string      `json:"summary"`
	SumLang  string      `json:"sum_lang"` // of the summary, if not the page's
	Who      []RoleWords `json:"who"`      // who takes part, in words
	Actors   string      `json:"actors"`   // ids, for the filter
	Quotes   []Quote     `json:"quotes"`   // the first only
	More     string      `json:"more"`     // "and 3 more reports"
	MoreHref string      `json:"more_href"`
	Differs  bool        `json:"differs"`
	Disputed []Claim     `json:"disputed,omitempty"` // who says what, on the page of all disagreements
	Lead     bool        `json:"lead"`
	Photo    *Photo      `json:"photo"`
	KindID   string      `json:"kind_id"` // for the filter, as the next four
	PlaceIDs string      `json:"place_ids"`
	From     string      `json:"from"`
	To       string      `json:"to"`
	Reviewed bool        `json:"reviewed"`
	Langs    string      `json:"langs"`   // of the reports, for the filter
	Updated  string      `json:"updated"` // day of the last change in the history
}

// card is an event as lists on the page from show it.
func (t *timeline) card(e *event, from string) Card {
	w := t.words
	c := Card{
		ID: e.ID, Anchor: "e-" + e.Slug, Href: rel(from, e.path), Title: e.title(w), When: e.when,
		State: e.Status, Auto: e.unreviewed(), Summary: summary(e.Body), Differs: t.differs(e),
	}
	c.SumLang, c.Quoted = t.bodyLang(e), e.Quoted()
	c.KindID, c.Reviewed, c.Updated = e.Kind, !c.Auto, t.changed[e.ID]
	if e.bounded {
		c.From, c.To = dayOf(e.first).String(), dayOf(e.last).String()
	}
	if e.Lang != "" && e.Lang != w.lang {
		c.Lang, c.Dir = e.Lang, direction(e.Lang)
	}
	if e.Status != "happened" && e.Status != "" {
		c.Status = w.named("status", e.Status)
	}
	if e.Kind != "" {
		c.Kind = Link{Href: rel(from, "k/"+slug(e.Kind)+"/index.html"), Text: w.named("kind", e.Kind)}
	}
	for _, p := range e.Places {
		g := t.place(p)
		c.PlaceIDs = joinNonEmpty(" ", c.PlaceIDs, g.id)
		c.Places = append(c.Places, Link{Href: rel(from, g.path), Text: g.name})
	}
	var ids []string
	for _, p := range e.parts {
		if p.who != nil {
			ids = append(ids, p.who.ID)
		}
	}
	c.Actors, c.Langs = strings.Join(ids, " "), e.langs()
	c.Who, c.Photo = t.roleWords(e, from), t.photo(e.Image, from)
	if len(e.Sources) > 0 {
		q := t.quote(e, e.Sources[0], from)
		if r := t.report[e.Sources[0].Article]; r != nil && e.month != nil {
			if d, ok := published(r.Date); ok && d.Year == e.month.year { // the year stands with the event
				q.Date = w.say("date_dm", "d", strconv.Itoa(d.Day), "m", w.month(d.Month, true))
			}
		}
		c.Quotes = []Quote{q}
	}
	if n := len(e.Sources) - 1; n > 0 {
		c.More, c.MoreHref = w.count("more_reports", n), rel(from, e.path+"#sources")
	}
	return c
}

// actorLink leads to an actor; its name carries its language where the site's
// language has none for it.
func (t *timeline) actorLink(a *actor, from string) Link {
	return Link{Href: rel(from, a.path), Text: a.name}
}

func (e *event) title(w *words) string {
	if e.Title == "" {
		return w.say("untitled")
	}
	return e.Title
}

// unreviewed reports whether nobody has looked at an automatic event.
func (e *event) unreviewed() bool {
	return e.Auto && (e.Review == ledger.Proposed || e.Review == "")
}
