package site

import "strings"

// dataFile is one form in which the timeline goes to other programs.
type dataFile struct {
	name  string // of the file, in the folder of the timeline or of an actor
	title string // as pages call it
	make  func(t *timeline, d dataSet, path string) []byte
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
		{"feed.xml", "Atom", func(t *timeline, d dataSet, path string) []byte { return t.atom(d.events, d.title, path, d.page) }},
		{"feed.json", "JSON Feed", func(t *timeline, d dataSet, path string) []byte { return t.jsonFeed(d.events, d.title, path, d.page) }},
		{"events.ics", "iCalendar", func(t *timeline, d dataSet, path string) []byte { return t.calendar(d.events, d.title, path) }},
		{"events.csv", "CSV", func(t *timeline, d dataSet, path string) []byte { return t.eventsCSV(d.events, path) }},
		{"events.json", "JSON", func(t *timeline, d dataSet, path string) []byte { return t.eventsJSON(d.events, path) }},
		{"events.geojson", "GeoJSON", func(t *timeline, d dataSet, path string) []byte { return t.geoJSON(d.events, path) }},
		{"ftm.json", "FollowTheMoney", func(t *timeline, d dataSet, path string) []byte { return t.followTheMoney(d.actors, d.events) }},
		{"timelinejs.json", "TimelineJS", func(t *timeline, d dataSet, path string) []byte { return t.timelineJS(d.title, d.events) }},
	}
}

// actorData puts the data of an actor's part of the timeline beside its page.
func (p *press) actorData(t *timeline, a *actor) {
	who := []*actor{a}
	for _, o := range t.seenWith(a) {
		who = append(who, o.who)
	}
	p.addSet(t, strings.TrimSuffix(a.path, "index.html"), dataSet{a.name + " – " + t.cfg.Title, a.path, a.events.all(), who})
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
		p.file(dir+f.name, f.make(t, d, dir+f.name))
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
