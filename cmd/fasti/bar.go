package main

import (
	"context"
	"html/template"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"fasti/internal/review"
	"fasti/internal/reviewweb"
)

// bar is the line that serve adds to each page: what the page is made of, where
// that stands, and the way to correct it, there or at the desk. A build has none
// of it.
var bar = template.Must(template.New("bar").Parse(`<link rel="stylesheet" href="{{.Prefix}}bar.css"><aside class="fasti-bar" aria-label="fasti serve" data-kind="{{.Kind}}" data-id="{{.ID}}">` +
	`<p>{{with .State}}<b>{{.}}</b> {{end}}{{with .ID}}<code>{{.}}</code> {{end}}{{if .Path}}<a href="{{.Editor}}"><code>{{.Path}}</code></a> {{end}}` +
	`<a href="{{.Prefix}}{{.Hash}}">{{.Text}}</a></p></aside><script type="module" src="{{.Prefix}}inplace.js"></script>` + "\n"))

// barOf is what stands in the line of a page.
type barOf struct {
	review.Address
	Prefix, State, Text string
	Hash, Editor        template.URL
}

// beside gives the line of a page, by the page's address.
func (s *deskSite) beside(ctx context.Context, address string) []byte {
	d, site, err := s.look(ctx)
	if err != nil {
		return nil // the page itself shows why
	}
	say := reviewweb.Sayer(site.config.Language)
	b := barOf{Prefix: reviewweb.Prefix, Text: say("Review desk"), Address: d.At(address)}
	switch b.Kind {
	case "event":
		b.State, b.Text = say(string(d.Event(b.ID).Review)), say("Correct it at the review desk")
		b.Hash = template.URL("#event=" + url.QueryEscape(b.ID))
	case "actor":
		b.State, b.Hash, b.Text = say("actor"), "#actors", say("Correct it at the review desk")
	case "article":
		b.State, b.Text = say("article"), say("Its events at the review desk")
		b.Hash = template.URL("#where=" + url.QueryEscape("source="+b.ID))
	default:
		b.State, b.Path, b.Line = say("page"), "hugo.yaml", 1
		if n := d.Queue(review.Filter{}).Open; n == 1 {
			b.Text = say("1 event to review")
		} else if n > 1 {
			b.Text = say("{0} events to review", strconv.Itoa(n))
		}
	}
	b.Editor = s.editor(b.Path, b.Line)
	var out strings.Builder
	if bar.Execute(&out, b) != nil {
		return nil
	}
	return []byte(out.String())
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
