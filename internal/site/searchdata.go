package site

import (
	"encoding/json"
	"strings"
	"unicode"

	"fasti/internal/fold"
)

// SearchPage is the page of the search. What it looks through is in classic
// scripts, one for each year, so that it works from a folder.
type SearchPage struct {
	Page
	Heading string   `json:"heading"`
	Shards  []string `json:"shards"`
	Links   []Link   `json:"links"`
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
	var names [][]string
	for _, a := range t.actors {
		words := append([]string{a.name}, a.marks...)
		names = append(names, []string{a.name, rel(path, a.path), w.named("actorkind", a.Kind), w.count("events", len(a.events)), searchText(words...)})
	}
	names = append(names, t.groupRows(t.places, w.say("place"), path)...)
	names = append(names, t.groupRows(t.kinds, w.say("kind"), path)...)
	p.shard(&v, "names", names)
	for i := 0; i < len(t.events); {
		j, name := i, "undated"
		if m := t.events[i].month; m != nil {
			name = yearDir(m.year)
		}
		var rows [][]string
		for ; j < len(t.events); j++ {
			e := t.events[j]
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
		rows = append(rows, []string{g.name, rel(from, g.path), family, t.words.count("events", len(g.events)), searchText(g.name)})
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
		rows[year] = append(rows[year], []string{reportTitle(r), rel(from, r.path), joinNonEmpty(" · ", t.words.say("report"), day), publisherOf(r), searchText(reportTitle(r), publisherOf(r))})
	}
	return years, rows
}

// shard writes one script of the index: a call with rows of title, address,
// date, people and folded text.
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

func (t *timeline) searchRow(e *event, from string) []string {
	var who []string
	words := []string{e.title(t.words), summary(e.Body), t.words.named("kind", e.Kind), e.when.Label}
	for _, p := range e.parts {
		if p.who == nil {
			continue
		}
		who = append(who, p.who.name)
		words = append(words, p.who.name)
	}
	for _, p := range e.Places {
		words = append(words, t.place(p).name)
	}
	for _, s := range e.Sources[:min(len(e.Sources), 6)] {
		words = append(words, t.prose(s))
	}
	return []string{e.title(t.words), rel(from, e.path), t.stateNote(e, e.when.Short), strings.Join(who, ", "), searchText(words...)}
}

// searchText folds words for the search: letters and digits only, without
// case and marks, each word once, a blank before each.
func searchText(texts ...string) string {
	seen := map[string]bool{}
	var b strings.Builder
	for i, t := range texts {
		if i == 1 {
			b.WriteByte('|') // behind the title
		}
		for _, word := range strings.FieldsFunc(fold.Key(t), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if !seen[word] {
				seen[word] = true
				b.WriteByte(' ')
				b.WriteString(word)
			}
		}
	}
	return b.String()
}
