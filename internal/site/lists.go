package site

import (
	"fasti/internal/edtf"
	"sort"
)

// List is a page of events: a year, a month, a day, a place, a kind, the
// undated.
type List struct {
	Page
	Kicker    string    `json:"kicker"`
	Heading   string    `json:"heading"`
	Dek       string    `json:"dek"`
	Chart     *Chart    `json:"chart"`
	Rail      []Rail    `json:"rail"`
	Months    []Month   `json:"months"`
	Prev      Link      `json:"prev"`
	Next      Link      `json:"next"`
	Empty     string    `json:"empty"`
	More      string    `json:"more"` // that not all are listed
	See       Link      `json:"see"`  // another page on the same
	Filter    *Filter   `json:"filter"`
	Map       *Map      `json:"map"`
	Index     []Link    `json:"index"`      // of a month, for paper: its events by date
	Calendar  *Calendar `json:"calendar"`   // of a month
	Parts     []Link    `json:"parts"`      // the pages that a long list is divided into
	PartsName string    `json:"parts_name"` // what they are; "" for parts of a month
	Together  bool      `json:"together"`   // one section without a heading of its own
}

func dayOf(ordinal int64) edtf.Day { return edtf.DayOf(ordinal) }

// listMaker makes a page of events.
type listMaker struct {
	path string
	make func() List
}

// listPages are all pages that list events.
func (t *timeline) listPages() []listMaker {
	lists := append(t.yearPages(), t.monthPages()...)
	lists = append(lists, t.dayPages()...)
	lists = append(lists, t.undated()...)
	lists = append(lists, t.questionPages()...)
	w := t.words
	lists = append(lists, t.groupPages(t.places, w.say("place"), Link{Href: "p/index.html", Text: w.say("places_title")})...)
	lists = append(lists, t.groupPages(t.kinds, w.say("kind"), Link{Href: "k/index.html", Text: w.say("kinds_title")})...)
	return append(lists, t.pairPages()...)
}

// listPage makes a page of events with what every one has.
func (t *timeline) listPage(l listMaker) List {
	v := l.make()
	events := t.eventsOf(v.Months)
	v.Filter, v.Modified = t.filter(events, v.Path, nil), t.lastOf(events)
	return v
}

// listMax is how many events the page of a place, a kind or a pair lists; the
// rest are reached by the months and the data.
const listMax = 300

// best picks the best attested of many events, in their order, and says so.
func (t *timeline) best(events []*event, most int) ([]*event, string) {
	if len(events) <= most {
		return events, ""
	}
	all := append([]*event(nil), events...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].weight() > all[j].weight() })
	all = all[:most]
	sort.Slice(all, func(i, j int) bool { return all[i].position < all[j].position })
	return all, t.words.count("actor_more", len(events), "k", t.words.number(most))
}

// list begins a page of events.
func (t *timeline) list(path, title string) List {
	v := List{Page: t.page(path, "list", "timeline", title), Heading: title}
	v.Description = joinNonEmpty(" – ", title, t.cfg.Title)
	return v
}

// undated is the page of the events without a year: first those of a known
// day or month, then the others.
func (t *timeline) undated() []listMaker {
	if t.dated == t.events.count() {
		return nil
	}
	return []listMaker{{undatedPath, t.undatedPage}}
}

const undatedPath = "undated/index.html"

func (t *timeline) undatedPage() List {
	const path = undatedPath
	v := t.list(path, t.words.say("undated_title"))
	v.Crumbs = t.crumbs(path, Link{Text: v.Title})
	v.Dek = t.words.say("undated_dek")
	v.Months = []Month{{ID: "undated", Title: v.Title, Days: t.days(t.events.all()[t.dated:], path)}}
	v.Together = true
	return v
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
