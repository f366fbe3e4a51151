package site

import (
	"fasti/internal/ledger"
	"sort"
	"strings"

	"fasti/internal/edtf"
)

// SourcePage is what this timeline took from one article, sentence by
// sentence.
type SourcePage struct {
	Page
	Heading   string `json:"heading"`
	HLang     string `json:"hlang"`
	HDir      string `json:"hdir"`
	Publisher string `json:"publisher"`
	Author    string `json:"author"`
	Date      string `json:"date"`
	DateTime  string `json:"datetime"`
	Link      string `json:"link"`
	Archive   string `json:"archive"`
	LangName  string `json:"langname"`
	Dek       string `json:"dek"`
	Used      []Used `json:"used"`
	Full      bool   `json:"full"`
	HTML      string `json:"html"` // the whole text, where the site may show it
	Empty     string `json:"empty"`
}

// Used is a sentence and the events that rest on it.
type Used struct {
	Anchors     []string `json:"anchors"`
	Place       string   `json:"place"`
	Segs        []Seg    `json:"segs"`
	Translation string   `json:"translation"`
	Events      []UsedBy `json:"events"`
}

// UsedBy is an event as the page of a source names it.
type UsedBy struct {
	Href  string `json:"href"`
	Title string `json:"title"`
	Lang  string `json:"lang"`
	When  string `json:"when"`
	Mark  string `json:"mark"`
	Why   string `json:"why"`
	State string `json:"state"`
	Kind  string `json:"kind"`
}

func (t *timeline) sourcePage(r *report) SourcePage {
	w := t.words
	v := SourcePage{Page: t.page(r.path, "source", "sources", reportTitle(r)), Heading: reportTitle(r), Publisher: publisherOf(r), Author: r.Author, Link: webLink(r.Link), Archive: archived(r)}
	if r.Lang != "" {
		v.LangName = w.named("lang", r.Lang)
		if r.Lang != w.lang {
			v.HLang, v.HDir = r.Lang, direction(r.Lang)
		}
	}
	if d, ok := published(r.Date); ok {
		v.Date, v.DateTime = w.say("weekday_date", "w", w.weekday(d, false), "x", w.dayLabel(d, false)), d.String()
	}
	v.Crumbs = t.crumbs(r.path, Link{Href: "s/index.html", Text: w.say("nav_sources")}, Link{Text: v.Heading, Lang: v.HLang})
	v.Used = t.used(r)
	v.Dek = w.count("source_dek", r.events.count(), "sentences", w.count("sentences", len(v.Used)))
	v.Description, v.Modified = joinNonEmpty(" – ", v.Publisher, v.Heading), t.lastOf(r.events.all())
	if len(v.Used) == 0 {
		v.Empty = w.say("source_empty")
	}
	if t.cfg.Fasti.Articles == "full" {
		v.Full, v.HTML = true, fullText(r.Body)
	}
	v.JSONLD = t.articleLD(r)
	return v
}

// sentences is how many sentences of a report events rest on.
func (r *report) sentences() int {
	seen := map[[2]int]bool{}
	for _, e := range r.events.all() {
		for _, s := range e.Sources {
			if s.Article == r.Name {
				seen[s.Span] = true
			}
		}
	}
	return len(seen)
}

func reportTitle(r *report) string {
	if r.Title != "" {
		return plainDirection(r.Title)
	}
	return r.Name
}

// used lists the sentences of a report that events rest on, in the order of
// the text.
func (t *timeline) used(r *report) []Used {
	w := t.words
	type sentence struct {
		number, start int
		said          string
		who           []*actor
		quote         ledger.Source
		u             Used
	}
	var all []*sentence
	by := map[[2]int]*sentence{}
	for _, e := range r.events.all() {
		for _, s := range e.Sources {
			if s.Article != r.Name {
				continue
			}
			k := by[s.Span]
			if k == nil || s.Span == [2]int{} {
				k = &sentence{number: s.Sentence, start: s.Span[0], quote: s}
				by[s.Span] = k
				all = append(all, k)
			}
			if k.said == "" {
				k.said = s.Said
			}
			for _, p := range e.parts {
				if p.who != nil {
					k.who = append(k.who, p.who)
				}
			}
			if n := len(k.u.Anchors); n == 0 || k.u.Anchors[n-1] != "e-"+e.Slug {
				k.u.Anchors = append(k.u.Anchors, "e-"+e.Slug)
			}
			k.u.Events = append(k.u.Events, UsedBy{Href: rel(r.path, e.path), Title: e.title(w), Lang: t.foreign(e.Lang), When: e.when.Label, Mark: e.when.Mark, Why: t.why(e, s), State: e.Status, Kind: w.named("kind", e.Kind)})
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].number != all[j].number {
			return all[i].number < all[j].number
		}
		return all[i].start < all[j].start
	})
	var out []Used
	given := map[string]bool{}
	for _, k := range all {
		if r.Lang != w.lang {
			first := len(t.cfg.Editions) == 0 || t.cfg.Editions[0].Language == w.lang
			k.u.Translation, _ = k.quote.Translation.In(w.lang, first)
		}
		k.u.Segs = segments(t.prose(k.quote), k.said, k.who)
		if k.number > 0 {
			k.u.Place = w.say("sentence_n", "n", w.number(k.number))
		}
		var free []string
		for _, a := range k.u.Anchors {
			if !given[a] {
				given[a] = true
				free = append(free, a)
			}
		}
		k.u.Anchors = free
		out = append(out, k.u)
	}
	return out
}

// dateWord is an EDTF date in words; what is none stands for itself.
func (t *timeline) dateWord(s string) string {
	d, err := edtf.Parse(s)
	if err != nil {
		return strings.TrimSpace(s)
	}
	if d.IsZero() {
		return ""
	}
	return t.words.label(d, true)
}
