package site

import (
	"encoding/json"
	"path"
	"strings"
)

// formerData puts data files beside a page that stands where an event or an actor
// was, so that whoever reads them at the old address, a calendar or a reader of
// feeds, goes on: with what stands at the one address that the page leads to, else
// with files in which nothing is.
func (p *press) formerData(t *timeline, x *Moved) {
	dir := strings.TrimSuffix(x.Path, "index.html")
	parts := strings.Split(x.Path, "/")
	if len(parts) != 3 || dir == x.Path {
		return // no page of an event or actor
	}
	to := ""
	if x.Refresh != "" {
		to = path.Join(dir, x.Refresh)
	}
	switch parts[0] {
	case "a":
		d := dataSet{title: x.Heading + " – " + t.cfg.Title, page: x.Path}
		if a := t.actorAt(to); a != nil {
			d = dataSet{a.name + " – " + t.cfg.Title, a.path, a.events.all(), t.withOthers(a)}
		}
		p.addSet(t, dir, d)
	case "e":
		e := t.eventAt(to)
		p.file(dir+"event.json", t.formerLD(x, to))
		if e == nil {
			p.file(dir+"event.ics", t.calendar(nil, x.Heading, x.Path))
			p.file(dir+"event.bib", []byte("% "+x.Heading+"\n"))
			return
		}
		p.file(dir+"event.ics", t.calendar([]*event{e}, e.title(t.words), x.Path))
		p.file(dir+"event.bib", t.bibtex(e))
	}
}

// formerLD says of an address that had an event what its page says, for programs.
func (t *timeline) formerLD(x *Moved, to string) []byte {
	n := map[string]string{"@context": "https://schema.org", "@type": "WebPage", "name": x.Heading, "description": x.Text}
	if to != "" {
		n["relatedLink"] = t.address(x.Path, to)
	}
	b, err := json.Marshal(n)
	if err != nil { // texts always marshal
		return nil
	}
	return append(b, '\n')
}

// actorAt is the actor whose page is at a path; nil if there is none.
func (t *timeline) actorAt(path string) *actor {
	for _, a := range t.actors {
		if a.path == path {
			return a
		}
	}
	return nil
}

// eventAt is the event whose page is at a path; nil if there is none.
func (t *timeline) eventAt(path string) *event {
	slug, ok := strings.CutPrefix(path, "e/")
	if !ok {
		return nil
	}
	for _, e := range t.events.all() {
		if e.Slug == strings.TrimSuffix(slug, "/index.html") {
			return e
		}
	}
	return nil
}

// withOthers are an actor and those that take part with it.
func (t *timeline) withOthers(a *actor) []*actor {
	who := []*actor{a}
	for _, o := range t.seenWith(a) {
		who = append(who, o.who)
	}
	return who
}
