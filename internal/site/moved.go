package site

import (
	"cmp"
	"strings"

	"fasti/internal/ledger"
)

// Moved stands where an event was that is another's part now, or withdrawn:
// an address once given is never a dead end.
type Moved struct {
	Page
	Heading string `json:"heading"`
	HLang   string `json:"hlang"`
	Text    string `json:"text"`
	To      []Link `json:"to"`
	Refresh string `json:"refresh"` // relative address, if there is exactly one place to go
}

// movedPages are the pages of merged, split and withdrawn events.
func (t *timeline) movedPages() []Moved {
	var out []Moved
	for _, id := range sortedKeys(t.all) {
		e := t.all[id]
		if went := e.Review == ledger.Merged || e.Review == ledger.Split || e.Review == ledger.Withdrawn; !went {
			continue // most: a frame for each in vain would cost as much as a list of all
		}
		if t.cfg.Fasti.Publish == "accepted" && !t.onceShown(id, e) {
			continue
		}
		path := "e/" + e.Slug + "/index.html"
		v := Moved{Page: t.page(path, "moved", "", e.Title), Heading: e.Title, HLang: t.foreign(e.Lang)}
		v.Robots = "noindex"
		switch e.Review {
		case ledger.Merged, ledger.Split:
			for _, to := range t.follow(e, 0) {
				v.To = append(v.To, Link{Href: rel(path, to.path), Text: to.title(t.words), Lang: t.foreign(to.Lang), Note: to.when.Label})
			}
			if len(v.To) == 0 {
				continue
			}
			v.Text = t.words.say("moved_" + string(e.Review))
			if len(v.To) == 1 {
				v.Refresh = v.To[0].Href
			}
		case ledger.Withdrawn:
			v.Text = t.words.say("gone")
			for _, h := range t.history {
				if h.ID == id && h.What == "withdrawn" && h.Reason != "" {
					v.Text = t.words.say("gone") + " " + h.Reason
				}
			}
		}
		out = append(out, v)
	}
	out = append(out, t.aliasPages()...)
	out = append(out, t.tombstones()...)
	out = append(out, t.movedPlaces()...)
	return append(out, t.formerLists()...)
}

// aliasPages lead from the addresses that people name under Hugo's aliases to
// the event or actor. They are pages as any other, with relative links, so
// they lead there from a disk too.
func (t *timeline) aliasPages() []Moved {
	var out []Moved
	for _, e := range t.events.all() {
		out = append(out, t.aliasesOf(e.Aliases, Link{Text: e.title(t.words), Lang: t.foreign(e.Lang), Note: e.when.Label}, e.path)...)
	}
	for _, a := range t.actors {
		out = append(out, t.aliasesOf(a.Aliases, Link{Text: a.name}, a.path)...)
	}
	return out
}

// aliasesOf lead from each of some addresses to one page.
func (t *timeline) aliasesOf(aliases []string, to Link, path string) []Moved {
	var out []Moved
	for _, alias := range aliases {
		at := alias + "/index.html"
		if strings.HasSuffix(alias, ".html") {
			at = alias
		}
		v := Moved{Page: t.page(at, "moved", "", to.Text), Heading: to.Text, HLang: to.Lang, Text: t.words.say("moved_address")}
		v.Robots = "noindex"
		to.Href = rel(at, path)
		v.To, v.Refresh = []Link{to}, to.Href
		out = append(out, v)
	}
	return out
}

// movedPlaces lead from the addresses of a place's other names to its page.
func (t *timeline) movedPlaces() []Moved {
	taken := map[string]bool{}
	for _, g := range t.places {
		taken[g.id] = true
	}
	var out []Moved
	for _, word := range sortedKeys(t.placeOf) {
		g, id := t.placeOf[word], slug(word)
		if taken[id] {
			continue
		}
		taken[id] = true
		path := "p/" + id + "/index.html"
		v := Moved{Page: t.page(path, "moved", "", g.name), Heading: cmp.Or(t.spelled[word], placeName(word)), Text: t.words.say("moved_place")}
		v.Robots = "noindex"
		v.To = []Link{{Href: rel(path, g.path), Text: g.name, Note: t.words.count("events", g.events.count())}}
		v.Refresh = v.To[0].Href
		out = append(out, v)
	}
	return out
}

// follow finds the published events that an event went into. Chains of merges
// end after ten steps, so a ring of them does no harm.
func (t *timeline) follow(e *ledger.Event, depth int) []*event {
	var out []*event
	seen := map[*event]bool{}
	for _, id := range e.Into {
		if to := t.byID[id]; to != nil {
			if !seen[to] {
				seen[to] = true
				out = append(out, to)
			}
			continue
		}
		if next := t.all[id]; next != nil && depth < 10 {
			for _, to := range t.follow(next, depth+1) {
				if !seen[to] {
					seen[to] = true
					out = append(out, to)
				}
			}
		}
	}
	return out
}
