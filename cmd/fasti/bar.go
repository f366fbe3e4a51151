package main

import (
	"context"
	"html/template"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"fasti/internal/review"
	"fasti/internal/reviewweb"
)

// bar is the line that serve adds to each page: what the page is made of, where
// that stands, and the way to correct it. A build has none of it.
var bar = template.Must(template.New("bar").Parse(`<link rel="stylesheet" href="{{.Prefix}}bar.css"><aside class="fasti-bar" aria-label="fasti serve">` +
	`{{with .State}}<b>{{.}}</b> {{end}}{{with .ID}}<code>{{.}}</code> {{end}}{{if .Path}}<a href="{{.Editor}}"><code>{{.Path}}</code></a> {{end}}` +
	`<a href="{{.Prefix}}{{.Hash}}">{{.Text}}</a></aside>` + "\n"))

// barOf is what stands in the line of a page.
type barOf struct {
	Prefix, State, ID, Path, Text string
	Hash, Editor                  template.URL
}

// beside gives the line of a page, by the page's address.
func (s *deskSite) beside(ctx context.Context, address string) []byte {
	b := barOf{Prefix: reviewweb.Prefix, Text: "Review desk"}
	d, site, err := s.look(ctx)
	if err != nil {
		return nil // the page itself shows why
	}
	line := 1
	kind, name := pageOf(address)
	switch kind {
	case "e":
		for _, e := range site.content.Events {
			if e.Slug == name {
				b.State, b.ID, b.Path, line = string(e.Review), e.ID, e.Path, e.Line("title")
				b.Hash, b.Text = template.URL("#event="+url.QueryEscape(e.ID)), "Correct it at the review desk"
			}
		}
	case "a":
		for _, x := range site.content.Actors {
			if x.ID == name {
				b.ID, b.Path, b.State = x.ID, x.Path, "actor"
				b.Hash, b.Text = "#actors", "Correct it at the review desk"
			}
		}
	case "s":
		for _, x := range site.content.Articles {
			if x.Name == name {
				b.ID, b.Path, b.State = x.Name, x.Path, "article"
				b.Hash, b.Text = template.URL("#where="+url.QueryEscape("source="+x.Name)), "Its events at the review desk"
			}
		}
	}
	if b.Path == "" {
		b.State, b.Path = "page", "hugo.yaml"
		if n := d.Queue(review.Filter{}).Open; n > 0 {
			b.Text = count(n, "event") + " to review"
		}
	}
	b.Editor = s.editor(b.Path, line)
	var out strings.Builder
	if bar.Execute(&out, b) != nil {
		return nil
	}
	return []byte(out.String())
}

// pageOf takes the address of a page apart: "e" and "harbour" of
// /de/e/harbour/.
func pageOf(address string) (kind, name string) {
	parts := strings.Split(strings.Trim(strings.TrimSuffix(path.Clean(address), "/index.html"), "/"), "/")
	if n := len(parts); n >= 2 {
		return parts[n-2], parts[n-1]
	}
	return "", ""
}

// editor is an address that opens a file of the site at a line.
func (s *deskSite) editor(file string, line int) template.URL {
	dir, err := filepath.Abs(s.app.dir)
	if err != nil {
		return ""
	}
	p := filepath.ToSlash(dir)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	u := url.URL{Scheme: "vscode", Host: "file", Path: p + "/" + file}
	return template.URL(u.String() + ":" + strconv.Itoa(line))
}
