package site

import "strings"

// dataFile is one form in which the timeline goes to other programs: made as a
// whole, or laid out by events.
type dataFile struct {
	name   string // of the file, in the folder of the timeline or of an actor
	title  string // as pages call it
	make   func(t *timeline, d dataSet, path string) []byte
	layout func(t *timeline, d dataSet, path string) layout
}

// dataSet is what a data file is about: the whole timeline, or an actor's
// part of it.
type dataSet struct {
	title  string
	page   string // that shows the same
	events []*event
	actors []*actor
}

// dataFiles are all forms, the same for the whole and for each actor.
func dataFiles() []dataFile {
	return []dataFile{
		{name: "feed.xml", title: "Atom", make: func(t *timeline, d dataSet, path string) []byte { return t.atom(d.events, d.title, path, d.page) }},
		{name: "feed.json", title: "JSON Feed", make: func(t *timeline, d dataSet, path string) []byte { return t.jsonFeed(d.events, d.title, path, d.page) }},
		{name: "events.ics", title: "iCalendar", layout: func(t *timeline, d dataSet, path string) layout { return t.calendarLayout(d.title, path) }},
		{name: "events.csv", title: "CSV", layout: func(t *timeline, d dataSet, path string) layout { return t.csvLayout(path) }},
		{name: "events.json", title: "JSON", layout: func(t *timeline, d dataSet, path string) layout { return t.jsonLayout(path) }},
		{name: "events.geojson", title: "GeoJSON", layout: func(t *timeline, d dataSet, path string) layout { return t.geoLayout(path) }},
		{name: "ftm.json", title: "FollowTheMoney", layout: func(t *timeline, d dataSet, path string) layout { return t.ftmLayout(d.actors) }},
		{name: "timelinejs.json", title: "TimelineJS", layout: func(t *timeline, d dataSet, path string) layout { return t.tlLayout(d.title) }},
	}
}

// actorData puts the data of an actor's part of the timeline beside its page.
func (p *press) actorData(t *timeline, a *actor) {
	p.addSet(t, strings.TrimSuffix(a.path, "index.html"), dataSet{a.name + " – " + t.cfg.Title, a.path, a.events.all(), t.withOthers(a)})
}

// eventData puts the data of an event beside its page.
func (p *press) eventData(t *timeline, e *event) {
	dir := strings.TrimSuffix(e.path, "index.html")
	if _, _, ok := wholeDays(e.When); ok {
		p.file(dir+"event.ics", t.calendar([]*event{e}, e.title(t.words), e.path))
	}
	p.file(dir+"event.json", []byte(t.eventLD(e)+"\n"))
	p.file(dir+"event.bib", t.bibtex(e))
}

func (p *press) addSet(t *timeline, dir string, d dataSet) {
	for _, f := range dataFiles() {
		switch path := dir + f.name; {
		case f.layout == nil:
			p.file(path, f.make(t, d, path))
		case dir == "": // of the whole timeline, of which little has changed
			p.whole(t, path, f.layout(t, d, path))
		default:
			p.file(path, f.layout(t, d, path).join(d.events))
		}
	}
}

// dataLinks leads to the data files of a folder.
func dataLinks(from, dir string) []Link {
	var out []Link
	for _, f := range dataFiles() {
		out = append(out, Link{Href: rel(from, dir+f.name), Text: f.title, Note: f.name})
	}
	return out
}
