package ledger

import (
	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// create writes the file of a new event.
func (a *applier) create(f *found) {
	id, file, _ := a.birth(f)
	e := f.Event
	e.Sources = nil
	for _, s := range f.Sources {
		s.ID = sourceID(s, e.hasSource)
		e.Sources = append(e.Sources, s)
	}
	a.plan.Files = append(a.plan.Files, File{Path: file, New: e.file(id), What: "new event"})
	a.remember(id, file, e.marks())
	a.act(Act{Act: decisions.New, Event: id, Key: "title", New: e.Title, Values: e.texts()})
	e.review, e.Review = Proposed, Proposed
	if f.published && e.Published("all") {
		a.show(e.Actors)
	}
}

// texts are the event's values as the log keeps them.
func (e *Event) texts() map[string]string {
	out := map[string]string{}
	for _, v := range e.told() {
		if v.now != "" {
			out[v.key] = v.now
		}
	}
	return out
}

func (e *Event) hasSource(id string) bool {
	for _, s := range e.Sources {
		if s.ID == id {
			return true
		}
	}
	return false
}

// file prints a new event.
func (e *Event) file(id string) []byte {
	m := frontmatter.Map{{Key: "title", Value: e.Title}}
	wrote := frontmatter.Map{}
	add := func(key string, value, written any) {
		if key != "title" {
			m = append(m, frontmatter.Entry{Key: key, Value: written})
		}
		if value != nil {
			wrote = append(wrote, frontmatter.Entry{Key: key, Value: hashed(value)})
		}
	}
	v := e.values()
	add("title", v["title"], nil)
	for _, key := range []string{"title_is", "title_lang"} {
		if s, ok := v[key].(string); ok && s != "" {
			add(key, s, s)
		}
	}
	if e.when != "" {
		add("when", v["when"], frontmatter.Quoted(e.when))
	}
	add("kind", v["kind"], e.Kind)
	add("status", v["status"], e.Status)
	actors, partHashes := frontmatter.List{}, frontmatter.Map{}
	for _, p := range e.Actors {
		actors = append(actors, inlinePart(p))
		partHashes = append(partHashes, frontmatter.Entry{Key: p.ID, Value: hashed(p.Role)})
	}
	add("actors", nil, actors)
	add("places", v["places"], inlineTexts(e.Places))
	if e.Series != nil {
		add("series", v["series"], seriesEntry(e.Series))
	}
	add("review", nil, string(Proposed))
	if e.Hidden {
		add("publish", v["publish"], false)
	}
	sources, sourceHashes := frontmatter.List{}, frontmatter.Map{}
	for _, s := range e.Sources {
		sources = append(sources, sourceEntry(s))
		sourceHashes = append(sourceHashes, frontmatter.Entry{Key: s.ID, Value: hashed(s.claim())})
	}
	add("sources", nil, sources)
	if len(partHashes) > 0 {
		wrote = append(wrote, frontmatter.Entry{Key: "actors", Value: partHashes})
	}
	wrote = append(wrote, frontmatter.Entry{Key: "sources", Value: sourceHashes})
	notes := frontmatter.Map{{Key: "id", Value: id}, {Key: "basis", Value: e.Basis}, {Key: "confidence", Value: e.Confidence}, {Key: "wrote", Value: wrote}}
	m = append(m, frontmatter.Entry{Key: "fasti", Value: inlined(notes)})
	return frontmatter.New(m, nil)
}
