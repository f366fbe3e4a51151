package site

import (
	"fasti/internal/edtf"
)

// List is a page of events: a year, a month, a day, a place, a kind, the
// undated.
type List struct {
	Page
	Kicker   string   `json:"kicker"`
	Heading  string   `json:"heading"`
	Dek      string   `json:"dek"`
	Chart    *Chart   `json:"chart"`
	Rail     []Rail   `json:"rail"`
	Months   []Month  `json:"months"`
	Prev     Link     `json:"prev"`
	Next     Link     `json:"next"`
	Empty    string   `json:"empty"`
	Notes    []string `json:"notes"`
	Together bool     `json:"together"` // one section without a heading of its own
}

func dayOf(ordinal int64) edtf.Day { return edtf.DayOf(ordinal) }

// list begins a page of events.
func (t *timeline) list(path, title string) List {
	v := List{Page: t.page(path, "list", "timeline", title), Heading: title}
	v.Description = joinNonEmpty(" – ", title, t.cfg.Title)
	return v
}

// undated is the page of the events without a year: first those of a known
// day or month, then the others.
func (t *timeline) undated() (List, bool) {
	const path = "undated/index.html"
	if t.dated == len(t.events) {
		return List{}, false
	}
	v := t.list(path, t.words.say("undated_title"))
	v.Crumbs = t.crumbs(path, Link{Text: v.Title})
	v.Dek = t.words.say("undated_dek")
	v.Months = []Month{{ID: "undated", Title: v.Title, Days: t.days(t.events[t.dated:], path)}}
	v.Together = true
	return v, true
}

// groupPages are the pages of the places or of the kinds.
func (t *timeline) groupPages(groups []*group, kicker string) []List {
	var out []List
	for _, g := range groups {
		v := t.list(g.path, g.name)
		v.Kicker = kicker
		v.Crumbs = t.crumbs(g.path, Link{Text: g.name})
		v.Dek = t.words.count("events", len(g.events))
		v.Months = t.byMonth(g.events, g.path)
		if a := t.newAxis(g.events); a != nil && len(g.events) > 3 {
			c := t.draw(a, g.path, 60)
			c.Title = t.words.say("score_title", "unit", t.words.say("per_"+a.unit))
			v.Chart = &c
		}
		out = append(out, v)
	}
	return out
}

// byMonth sections any events in order.
func (t *timeline) byMonth(events []*event, from string) []Month {
	var out []Month
	for i := 0; i < len(events); {
		m := events[i].month
		j := i
		for j < len(events) && events[j].month == m {
			j++
		}
		if m == nil {
			out = append(out, Month{ID: "undated", Title: t.words.say("undated_title"), Href: rel(from, "undated/index.html"), Days: t.days(events[i:j], from)})
		} else {
			s := t.section(m, events[i:j], from)
			s.Running = nil
			s.Sub = t.words.count("events", j-i)
			out = append(out, s)
		}
		i = j
	}
	return out
}
