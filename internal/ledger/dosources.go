package ledger

import (
	"cmp"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// sourceAct plans an act on one sentence of an event.
func (d *doer) sourceAct(x Act, e *Event) error {
	r := d.on(e)
	i := slices.IndexFunc(r.sources, func(s Source) bool { return s.ID == x.Source })
	if i < 0 {
		var have []string
		for _, s := range r.sources {
			have = append(have, s.ID)
		}
		return cannot("one of "+strings.Join(have, ", "), "there is no source %q", x.Source)
	}
	s := r.sources[i]
	now, open := d.c.Pending(e)[s.ID]
	x = aboutSource(x, s)
	x.Key = "sources"
	switch x.Act {
	case decisions.Keep, decisions.Follow:
		return d.decide(x, r, i, now, open)
	case decisions.Drop:
		if !open {
			x.Act = decisions.Remove
		}
		x.Old = s.Article + " " + s.Quote
		r.cut(i)
	case decisions.Misread:
		if s.Misread {
			d.leave(e, s.ID+" is marked as misread already")
			return nil
		}
		r.sources[i].Misread = true
		r.setSource(i)
	case decisions.Move:
		return d.move(x, r, i)
	case decisions.Split:
		return d.split(x, r, i)
	default:
		return cannot("see fasti --help", "there is no such act")
	}
	d.act(x)
	return nil
}

// decide keeps the words of a reviewed event, or takes those that its report
// has now.
func (d *doer) decide(x Act, r *renewal, i int, now Now, open bool) error {
	s := r.sources[i]
	switch {
	case !open:
		d.leave(r.e, s.ID+" stands in its article as it is quoted; nothing is to decide")
		return nil
	case x.Act == decisions.Keep && now.Kept:
		d.leave(r.e, s.ID+" is kept already")
		return nil
	case x.Act == decisions.Keep:
		x.Print = now.print()
	case now.Source.Quote == "":
		return cannot("fasti keep or fasti drop", "no sentence of %s is like that of %s now", s.Article, s.ID)
	default:
		x.Old, x.New = s.Quote, now.Source.Quote
		next := now.Source
		next.ID = s.ID
		r.sources[i] = next
		r.setSource(i)
		x = aboutSource(x, next)
	}
	d.act(x)
	return nil
}

// setSource writes an entry of sources anew. What was fasti's stays so, for
// what it reads there; the words are a person's.
func (r *renewal) setSource(i int) {
	if s := &r.sources[i]; s.old {
		if r.e.sourceOwned(*s) {
			s.hand = "status when" // what of them a person gave is not known any more
		}
		s.old = false
	}
	s := r.sources[i]
	mine := true
	for _, q := range r.e.Sources {
		if q.ID == s.ID {
			mine = r.e.Auto && !r.e.sourceOwned(q)
		}
	}
	r.edits = append(r.edits, frontmatter.SetItem(i, sourceEntry(s), "sources"))
	if mine {
		r.entryHash("sources", s.ID, s.claim())
	}
}

// cut takes an entry of sources out.
func (r *renewal) cut(i int) {
	s := r.sources[i]
	r.edits = append(r.edits, frontmatter.DeleteItem(i, "sources"))
	if _, wrote := r.e.wrote["sources."+s.ID]; wrote {
		r.edits = append(r.edits, frontmatter.Delete("fasti", "wrote", "sources", s.ID))
	}
	r.sources = slices.Delete(r.sources, i, i+1)
}

// put adds an entry to sources by a person's wish, and gives it as it is there.
func (r *renewal) put(s Source) Source {
	s.ID = free(s.ID, func(id string) bool {
		return r.e.removed(id) || slices.ContainsFunc(r.sources, func(q Source) bool { return q.ID == id })
	})
	r.edits = append(r.edits, frontmatter.Append(sourceEntry(s), EventKeys(), "sources"))
	r.sources = append(r.sources, s)
	return s
}

// move gives a sentence to another event.
func (d *doer) move(x Act, r *renewal, i int) error {
	into := d.c.event(x.Into)
	switch {
	case into == nil:
		return cannot("give the id that stands under fasti: in its file", "there is no event %q", x.Into)
	case into == r.e || !into.stands():
		return cannot("name another event that stands", "%s cannot take the sentence", x.Into)
	}
	s := r.sources[i]
	t := d.on(into)
	if slices.ContainsFunc(t.sources, func(q Source) bool { return q.Article == s.Article && q.Quote == s.Quote }) {
		return cannot("drop it here with fasti drop", "%s has the sentence already", into.ID)
	}
	r.cut(i)
	there := t.put(s)
	x.Old = s.Article + " " + s.Quote
	d.act(x)
	d.act(aboutSource(Act{Act: decisions.Add, Event: into.ID, Key: "sources", New: x.Old, Reason: "moved from " + r.e.ID}, there))
	return nil
}

// split makes an event of its own of sentences of another.
func (d *doer) split(x Act, r *renewal, i int) error {
	if len(r.sources) == 1 {
		return cannot("leave one sentence to it, or correct the event itself", "it is the last sentence of %s", r.e.ID)
	}
	s := r.sources[i]
	key := r.e.ID + "\n" + x.Name
	n := d.parts[key]
	if n == nil {
		n = d.newPart(x, r.e, s)
		d.parts[key] = n
	}
	r.cut(i)
	there := s
	n.Sources = append(n.Sources, there)
	x.Into, x.Old = n.ID, s.Article+" "+s.Quote
	d.act(x)
	d.act(aboutSource(Act{Act: decisions.Add, Event: n.ID, Key: "sources", New: x.Old, Reason: "split off " + r.e.ID}, there))
	return nil
}

// newPart begins an event that is split off another: it says of itself what
// the other says, with the date of its sentence.
func (d *doer) newPart(x Act, e *Event, s Source) *Event {
	if d.ids == nil {
		d.note()
	}
	n := &Event{Kind: e.Kind, Status: e.Status, Actors: slices.Clone(e.Actors), Places: slices.Clone(e.Places), Auto: true, Review: Accepted}
	n.Title = cmp.Or(line(x.Name), shorten(line(s.Quote), 90))
	n.When, n.when = e.When, e.when
	if !s.Misread && s.When != "" {
		n.When, n.when = parseWhen(s.When)
	}
	f := &found{Event: *n}
	f.Sources = []Source{s}
	var file string
	n.ID, file, n.Slug = d.birth(f)
	n.Path = file
	return n
}

// flushParts writes the events that were split off.
func (d *doer) flushParts() {
	for _, key := range sortedKeys(d.parts) {
		n := d.parts[key]
		d.plan.Files = append(d.plan.Files, File{Path: n.Path, New: n.byPerson(), What: "new event"})
		d.remember(n.ID, n.Path, n.marks())
		said := n.texts()
		for _, p := range n.Actors { // all of it is a person's, and none of it was done by hand
			said["actor:"+p.ID] = p.Role
		}
		d.act(Act{Act: decisions.New, Event: n.ID, Key: "title", New: n.Title, Values: said})
	}
}

// byPerson prints an event that a person has made: all of it is theirs.
func (e *Event) byPerson() []byte {
	m := frontmatter.Map{{Key: "title", Value: e.Title}}
	add := func(key string, v any) { m = append(m, frontmatter.Entry{Key: key, Value: v}) }
	if e.when != "" {
		add("when", frontmatter.Quoted(e.when))
	}
	add("kind", e.Kind)
	add("status", e.Status)
	parts := frontmatter.List{}
	for _, p := range e.Actors {
		parts = append(parts, inlinePart(p))
	}
	add("actors", parts)
	add("places", inlineTexts(e.Places))
	add("review", string(Accepted))
	sources := frontmatter.List{}
	for _, s := range e.Sources {
		sources = append(sources, sourceEntry(s))
	}
	add("sources", sources)
	add("fasti", frontmatter.Inline{{Key: "id", Value: e.ID}})
	return frontmatter.New(m, nil)
}
