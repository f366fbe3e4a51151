package site

import (
	"sort"
)

// Meetings is who met whom: how often each two of the chief ones did, and all
// the events that are meetings.
type Meetings struct {
	Page
	Heading string       `json:"heading"`
	Dek     string       `json:"dek"`
	Names   []Link       `json:"names"` // of the table's columns
	Rows    []MeetingRow `json:"rows"`
	Years   []AllYear    `json:"years"`
	Filter  *Filter      `json:"filter"`
	More    string       `json:"more"`
}

// MeetingRow is one actor's line of the table.
type MeetingRow struct {
	Name  Link   `json:"name"`
	Cells []Link `json:"cells"` // Text is the count, "" for none; Href the page of the two, or of their only meeting
}

const (
	meetingsPath = "meetings/index.html"
	meetingsMax  = 10 // actors in the table
)

// attends reports whether a part is that of one who is there.
func attends(role string) bool {
	return role == "actor" || role == "recipient" || role == "host" || role == "mediator"
}

// present are the actors of a meeting; of another event nil.
func (e *event) present() []*actor {
	if e.Kind != "consult" && e.Kind != "agree" || e.Status == "planned" || e.Status == "cancelled" {
		return nil
	}
	var out []*actor
	for _, p := range e.parts {
		if p.who != nil && attends(p.role) {
			out = append(out, p.who)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// meetings is the page, if there is a meeting.
func (t *timeline) meetings() (Meetings, bool) {
	w := t.words
	n, with := map[*actor]int{}, map[[2]*actor]int{}
	only := map[[2]*actor]*event{} // a meeting of two
	var events []*event
	for _, e := range t.events.all() {
		there := e.present()
		if there == nil {
			continue
		}
		events = append(events, e)
		for i, a := range there {
			n[a]++
			for _, b := range there[i+1:] {
				with[[2]*actor{a, b}]++
				with[[2]*actor{b, a}]++
				only[[2]*actor{a, b}], only[[2]*actor{b, a}] = e, e
			}
		}
	}
	if len(events) == 0 {
		return Meetings{}, false
	}
	v := Meetings{Page: t.page(meetingsPath, "meetings", "", w.say("meetings_title")), Heading: w.say("meetings_title"), Dek: w.count("meetings_dek", len(events))}
	v.Description, v.Modified = v.Dek, t.lastOf(events)
	v.Crumbs = t.crumbs(meetingsPath, Link{Text: v.Heading})
	var chief []*actor
	for _, a := range t.actors {
		if n[a] > 0 {
			chief = append(chief, a)
		}
	}
	sort.SliceStable(chief, func(i, j int) bool { return n[chief[i]] > n[chief[j]] })
	chief = chief[:min(len(chief), meetingsMax)]
	shared := t.pairsWithPage(chief)
	for _, a := range chief {
		v.Names = append(v.Names, Link{Href: rel(meetingsPath, a.path), Text: t.shortName(a)})
		row := MeetingRow{Name: v.Names[len(v.Names)-1]}
		for _, b := range chief {
			c := Link{}
			if k := with[[2]*actor{a, b}]; k > 0 && a != b {
				c.Text, c.Note = w.number(k), w.say("pair", "a", a.name, "b", b.name)
				switch {
				case shared[[2]*actor{a, b}]:
					c.Href = rel(meetingsPath, pairPath(a, b))
				case k == 1:
					c.Href = rel(meetingsPath, only[[2]*actor{a, b}].path)
				}
			}
			row.Cells = append(row.Cells, c)
		}
		v.Rows = append(v.Rows, row)
	}
	listed, more := t.best(events, listMax)
	v.More, v.Years, v.Filter = more, t.allYears(listed, meetingsPath), t.filter(listed, meetingsPath, nil)
	return v, true
}

// pairsWithPage are those of some actors that share enough events for a page of
// their own.
func (t *timeline) pairsWithPage(actors []*actor) map[[2]*actor]bool {
	out := map[[2]*actor]bool{}
	for _, a := range actors {
		for _, o := range t.seenWith(a) {
			if o.n >= pairMin {
				out[[2]*actor{a, o.who}] = true
			}
		}
	}
	return out
}
