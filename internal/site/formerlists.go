package site

import (
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// formerLists stand at the addresses of lists (a month, a year, a kind, a place)
// whose last event is gone, or has another date or kind now. Where a list stands
// today, it stands before them.
func (t *timeline) formerLists() []Moved {
	var out []Moved
	seen := map[string]bool{}
	for _, o := range t.once {
		if e := t.all[o.ID]; t.byID[o.ID] == nil && !t.onceShown(o.ID, e) {
			continue
		}
		for _, path := range t.listsOf(o) {
			if !seen[path] {
				seen[path] = true
				out = append(out, t.formerList(path))
			}
		}
	}
	return out
}

func (t *timeline) formerList(path string) Moved {
	w := t.words
	v := Moved{Page: t.page(path, "moved", "", w.say("gone_title")), Heading: w.say("gone_title"), Text: w.say("gone_list")}
	v.Robots = "noindex"
	v.To = []Link{{Href: rel(path, "index.html"), Text: w.say("nav_timeline")}}
	return v
}

// listsOf are the pages that list an event because of one value.
func (t *timeline) listsOf(o ledger.Once) []string {
	switch o.Key {
	case "kind":
		return []string{t.kindGroup(o.Value).path}
	case "places":
		return []string{t.placeGroup(o.Value).path}
	}
	d, err := edtf.Parse(o.Value)
	if err != nil || d.YearUnknown() {
		return nil // a person's slip, or in no year's list
	}
	e := &event{Event: &ledger.Event{When: d}}
	e.bound()
	if !e.bounded {
		return nil
	}
	y, m := monthOf(e)
	out := []string{yearDir(y) + "/index.html"}
	if m > 0 {
		out = append(out, yearDir(y)+"/"+twoDigits(m)+"/index.html")
	}
	return out
}
