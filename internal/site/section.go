package site

import (
	"fasti/internal/edtf"
)

// Day is the events of one date.
type Day struct {
	When  When   `json:"when"`
	Href  string `json:"href"` // of the page of a busy day
	Cards []Card `json:"cards"`
	Who   string `json:"who"` // ids of all actors, for the filter
}

// Month is a section of a list.
type Month struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Sub     string `json:"sub"`
	Href    string `json:"href"`
	Running []Link `json:"running"`
	Days    []Day  `json:"days"`
	More    Link   `json:"more"`
	Dated   bool   `json:"dated"` // each day says its month and year: they are of several
}

// days groups events that stand in order by their date.
func (t *timeline) days(events []*event, from string) []Day {
	var out []Day
	for _, e := range events {
		c := t.card(e, from)
		if n := len(out); n > 0 && out[n-1].When.EDTF == c.When.EDTF {
			out[n-1].Cards = append(out[n-1].Cards, c)
			continue
		}
		out = append(out, Day{When: c.When, Cards: []Card{c}})
	}
	for i := range out {
		if n := len(out[i].Cards); n >= dayMin && out[i].When.Mark == "day" {
			if p, err := edtf.Parse(out[i].When.EDTF); err == nil && dayPath(day(p.Start())) != from {
				out[i].Href = rel(from, dayPath(day(p.Start())))
			}
		}
	}
	return out
}

// monthTitle is the heading of a month, or of the events of a year whose
// month is not known.
func (t *timeline) monthTitle(m *month) string {
	if m.number == 0 {
		return t.words.year(m.year)
	}
	return t.words.say("date_my", "m", t.words.month(m.number, false), "y", t.words.year(m.year))
}

func monthID(m *month) string { return "m-" + yearDir(m.year) + "-" + twoDigits(m.number) }

// section is one month of a list, with the given ones of its events.
func (t *timeline) section(m *month, events []*event, from string) Month {
	v := Month{ID: monthID(m), Title: t.monthTitle(m), Href: rel(from, t.monthPath(m)), Days: t.days(events, from)}
	if m.number == 0 {
		v.Sub = t.words.say("date_month_unknown")
	}
	for _, e := range m.running.all() {
		v.Running = append(v.Running, Link{Href: rel(from, e.path), Text: e.title(t.words), Lang: t.foreign(e.Lang), Note: e.when.Short})
	}
	return v
}

// monthPath is the page that lists a month; events without a month stand on
// the page of the year.
func (t *timeline) monthPath(m *month) string {
	if m.number == 0 {
		return yearDir(m.year) + "/index.html"
	}
	return m.path
}
