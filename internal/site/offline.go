package site

import "iter"

// Offline says how to read the site without a network.
type Offline struct {
	Page
	Heading string `json:"heading"`
	Dek     string `json:"dek"`
	Bundle  string `json:"bundle"` // how the site becomes one file
	How     string `json:"how"`
	Files   []Link `json:"files"`
}

func (t *timeline) offline() Offline {
	const path = "offline/index.html"
	w := t.words
	v := Offline{Page: t.page(path, "offline", "", w.say("offline_title")), Heading: w.say("offline_title"), Dek: w.say("offline_dek"), How: w.say("offline_how")}
	v.Description = v.Dek
	// A command reads from left to right in any language.
	ltr := func(s string) string { return "\u2066" + s + "\u2069" }
	v.Bundle = w.say("offline_bundle", "command", ltr("fasti bundle"), "epub", ltr("--epub"), "html", ltr("--html"))
	v.Files = dataLinks(path, "")
	return v
}

// Embed is one event or one month for a frame in another page: one file, no
// script.
type Embed struct {
	Page
	Heading string `json:"heading"`
	Days    []Day  `json:"days"`
	Whole   string `json:"whole"` // address of the full page
	CSS     string `json:"css"`
}

// embeds are the frames of all events and months.
func (t *timeline) embeds() iter.Seq[Embed] {
	one := func(path, target, title string, events []*event) Embed {
		v := Embed{Page: t.page(path, "embed", "", title), Heading: title, Days: t.days(events, path), Whole: rel(path, target)}
		v.Robots = "noindex"
		return v
	}
	return func(yield func(Embed) bool) {
		for _, e := range t.events {
			if !yield(one("embed/e/"+e.Slug+".html", e.path, e.title(t.words), []*event{e})) {
				return
			}
		}
		for _, m := range t.months {
			if m.number > 0 && len(m.events) > 0 && !yield(one("embed/"+yearDir(m.year)+"-"+twoDigits(m.number)+".html", m.path, t.monthTitle(m), m.events[:min(len(m.events), embedMax)])) {
				return
			}
		}
	}
}

// embedMax is how many events of a month a frame shows.
const embedMax = 60
