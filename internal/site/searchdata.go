package site

import (
	"encoding/json"
	"strings"
)

// SearchPage is the page of the search. What it looks through is in classic
// scripts, one for each year, so that it works from a folder.
type SearchPage struct {
	Page
	Heading string   `json:"heading"`
	Shards  []string `json:"shards"`
	Links   []Link   `json:"links"`
	First   string   `json:"first"` // years between which there are events
	Last    string   `json:"last"`
	Status  []Choice `json:"status"`
}

// searchPage makes the page and the scripts of the index.
func (p *press) searchPage(t *timeline) SearchPage {
	const path = "search/index.html"
	w := t.words
	v := SearchPage{Shards: []string{}, Page: t.page(path, "search", "", w.say("search_title")), Heading: w.say("search_title")}
	v.Description = joinNonEmpty(" – ", v.Heading, t.cfg.Title)
	v.Links = []Link{{Href: rel(path, "a/index.html"), Text: w.say("nav_actors")}, {Href: rel(path, "s/index.html"), Text: w.say("nav_sources")}}
	v.Links = append(v.Links, t.otherIndexes(path)...)
	for _, y := range t.years {
		v.Links = append(v.Links, Link{Href: rel(path, y.path), Text: w.year(y.year)})
	}
	if f := t.filter(t.events.all(), path, nil); f != nil {
		v.First, v.Last, v.Status = f.First, f.Last, f.Status
	}
	var names [][]string
	for _, a := range t.actors {
		names = append(names, searchEntry{title: a.name, href: rel(path, a.path), when: w.named("actorkind", a.Kind), who: w.count("events", a.events.count()), more: strings.Join(a.marks, " ")}.fields())
	}
	names = append(names, t.groupRows(t.places, w.say("place"), path)...)
	names = append(names, t.groupRows(t.kinds, w.say("kind"), path)...)
	p.shard(&v, "names", names)
	for i := 0; i < t.events.count(); {
		j, name := i, "undated"
		if m := t.events.all()[i].month; m != nil {
			name = yearDir(m.year)
		}
		var rows [][]string
		for ; j < t.events.count(); j++ {
			e := t.events.all()[j]
			if at := e.month; at == nil && name != "undated" || at != nil && yearDir(at.year) != name {
				break
			}
			rows = append(rows, t.searchRow(e, path))
		}
		p.shard(&v, name, rows)
		i = j
	}
	years, reports := t.reportRows(path)
	for _, y := range years {
		p.shard(&v, "reports-"+y, reports[y])
	}
	return v
}

// groupRows are the places or kinds as the search finds them.
func (t *timeline) groupRows(groups []*group, family, from string) [][]string {
	var rows [][]string
	for _, g := range groups {
		rows = append(rows, searchEntry{title: g.name, href: rel(from, g.path), when: family, who: t.words.count("events", g.events.count())}.fields())
	}
	return rows
}

// reportRows are the articles by year, the newest first.
func (t *timeline) reportRows(from string) (years []string, rows map[string][][]string) {
	rows = map[string][][]string{}
	for _, r := range t.articles {
		year, day := "undated", ""
		if d, ok := published(r.Date); ok {
			year, day = yearDir(d.Year), t.words.dayLabel(d, true)
		}
		if rows[year] == nil {
			years = append(years, year)
		}
		rows[year] = append(rows[year], searchEntry{title: reportTitle(r), href: rel(from, r.path), when: joinNonEmpty(" · ", t.words.say("report"), day), who: publisherOf(r), lang: t.foreign(r.Lang)}.fields())
	}
	return years, rows
}

// shard writes one script of the index: a call with rows, see [searchEntry].
func (p *press) shard(v *SearchPage, name string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	data, err := json.Marshal(rows)
	if err != nil {
		return
	}
	p.file("search/"+name+".js", append(append([]byte("fastiIndex("), data...), ");\n"...))
	v.Shards = append(v.Shards, name+".js")
}

// searchRow is an event as the search finds it.
func (t *timeline) searchRow(e *event, from string) []string {
	var who, more, text []string
	for _, p := range e.parts {
		if p.who != nil {
			who = append(who, p.who.name)
		}
	}
	more = append(more, t.words.named("kind", e.Kind), e.when.Label)
	for _, p := range e.Places {
		more = append(more, t.place(p).name)
	}
	if s := summary(e.Body); s != "" {
		text = append(text, s)
	}
	lang, seen := "", map[string]bool{}
	for _, s := range e.Sources[:min(len(e.Sources), searchQuotes)] {
		quote := t.prose(s)
		if seen[quote] {
			continue
		}
		seen[quote] = true
		text = append(text, quote)
		if r := t.report[s.Article]; r != nil && len(seen) == 1 {
			lang = r.Lang
		} else if r == nil || r.Lang != lang {
			lang = ""
		}
	}
	row := searchEntry{title: e.title(t.words), href: rel(from, e.path), when: t.stateNote(e, e.when.Short), who: strings.Join(who, ", "), more: strings.Join(more, " "),
		text: strings.Join(text, " · "), status: e.Status, lang: t.foreign(e.Lang), textLang: t.foreign(lang)}
	if e.bounded {
		row.from, row.to = dayOf(e.first).String(), dayOf(e.last).String()
	}
	return row.fields()
}

// searchQuotes is how many sentences of an event the search looks through.
const searchQuotes = 6

// searchEntry is what the search shows of a thing, and what it looks through.
type searchEntry struct {
	title, href, when, who string
	more                   string // looked through and not shown
	text                   string // looked through, and shown around a hit
	from, to, status       string
	lang, textLang         string // where they are not the page's
}

// fields are the entry as the script expects it; what is empty at the end is
// left out.
func (e searchEntry) fields() []string {
	all := []string{e.title, e.href, e.when, e.who, e.more, e.text, e.from, e.to, e.status, e.lang, e.textLang}
	for len(all) > 6 && all[len(all)-1] == "" {
		all = all[:len(all)-1]
	}
	return all
}
