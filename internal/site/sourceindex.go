package site

import (
	"sort"
)

// SourceIndex lists all reports.
type SourceIndex struct {
	Page
	Heading    string       `json:"heading"`
	Dek        string       `json:"dek"`
	Publishers []Link       `json:"publishers"`
	Years      []SourceYear `json:"years"`
}

// SourceYear is the reports of a year.
type SourceYear struct {
	Name string      `json:"name"`
	Rows []SourceRow `json:"rows"`
}

// SourceRow is one report in the index.
type SourceRow struct {
	Href      string `json:"href"`
	Title     string `json:"title"`
	Lang      string `json:"lang"`
	Dir       string `json:"dir"`
	Badge     string `json:"badge"`
	Publisher string `json:"publisher"`
	Date      string `json:"date"`
	DateTime  string `json:"datetime"`
	Events    string `json:"events"`
}

func (t *timeline) sourceIndex() SourceIndex {
	const path = "s/index.html"
	w := t.words
	v := SourceIndex{Page: t.page(path, "sources", "sources", w.say("nav_sources")), Heading: w.say("nav_sources")}
	v.Dek = w.listed("sources_dek", len(t.articles))
	v.Description = v.Dek
	publishers := map[string]int{}
	for _, r := range t.articles {
		publishers[publisherOf(r)]++
		name := w.say("date_none")
		row := SourceRow{Href: rel(path, r.path), Title: reportTitle(r), Lang: r.Lang, Dir: direction(r.Lang), Badge: t.badge(r.Lang), Publisher: publisherOf(r), Events: w.number(r.events.count())}
		if d, ok := published(r.Date); ok {
			name = w.year(d.Year)
			row.Date, row.DateTime = w.dayLabel(d, true), d.String()
		}
		if n := len(v.Years); n == 0 || v.Years[n-1].Name != name {
			v.Years = append(v.Years, SourceYear{Name: name})
		}
		y := &v.Years[len(v.Years)-1]
		y.Rows = append(y.Rows, row)
	}
	names := sortedKeys(publishers)
	sort.SliceStable(names, func(i, j int) bool { return publishers[names[i]] > publishers[names[j]] })
	for _, n := range names[:min(len(names), 12)] {
		v.Publishers = append(v.Publishers, Link{Text: n, Note: w.number(publishers[n])})
	}
	return v
}
