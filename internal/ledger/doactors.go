package ledger

import (
	"path"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// actorWork is the work on one actor's file.
type actorWork struct {
	f     *Actor
	edits []frontmatter.Edit
	body  *string // another text below the front matter; nil if it stays
	path  string  // where the file goes; "" if it is removed
	knows []string
}

// actor gives the work on an actor's file; nil if there is none.
func (d *doer) actor(id string) *actorWork {
	if w := d.actors[id]; w != nil {
		return w
	}
	for _, f := range d.c.Actors {
		if f.ID == id {
			w := &actorWork{f: f, path: f.Path, knows: slices.Clone(f.KnownAs)}
			d.actors[id] = w
			return w
		}
	}
	return nil
}

// actorAct plans an act on an actor.
func (d *doer) actorAct(x Act) error {
	w := d.actor(x.Actor)
	if w == nil {
		return cannot("use the name of its file in content/actors, without .md", "there is no actor %q", x.Actor)
	}
	switch x.Act {
	case decisions.NotName:
		return d.notName(x, w)
	case decisions.MergeActors:
		return d.mergeActors(x, w)
	case decisions.SplitActor:
		return d.splitActor(x, w)
	case decisions.RenameActor:
		switch {
		case strings.HasPrefix(x.Key, "names."):
			return d.renameIn(x, w)
		case x.Key == "known_as":
			return d.alsoCalled(x, w)
		}
	case decisions.Apart:
		return d.actorsApart(x, w)
	case decisions.Set:
		if x.Key != "title" {
			return d.setActor(x, w)
		}
	}
	if x.Act == decisions.RenameActor && x.Key == "id" {
		return d.readdress(x, w)
	}
	x.Act, x.Key, x.New = decisions.RenameActor, "title", line(x.New)
	if x.New == "" || x.New == w.f.Title {
		return cannot("say the new name", "%q is no new name for %s", x.New, w.f.ID)
	}
	x.Old = w.f.Title
	w.edits = append(w.edits, frontmatter.Set(x.New, ActorKeys(), "title"))
	for _, lang := range sortedKeys(w.f.Names) { // else a page in that language would go on saying the old one
		if w.f.Names[lang] == x.Old {
			w.edits = append(w.edits, frontmatter.Set(x.New, ActorKeys(), "names", lang))
		}
	}
	w.know(x.Old) // the articles go on using it
	d.act(x)
	return nil
}

// know adds a name.
func (w *actorWork) know(name string) {
	if name = line(name); name == "" || slices.Contains(w.knows, name) || name == w.f.Title && w.edits == nil {
		return
	}
	w.knows = append(w.knows, name)
	w.edits = append(w.edits, frontmatter.Append(name, ActorKeys(), "known_as"))
}

// forget takes a name out.
func (w *actorWork) forget(name string) {
	if i := slices.Index(w.knows, name); i >= 0 {
		w.knows = slices.Delete(w.knows, i, i+1)
		w.edits = append(w.edits, frontmatter.DeleteItem(i, "known_as"))
	}
	for _, lang := range sortedKeys(w.f.Names) {
		if w.f.Names[lang] == name {
			w.edits = append(w.edits, frontmatter.Delete("names", lang))
		}
	}
}

// notName says that a name is somebody else's.
func (d *doer) notName(x Act, w *actorWork) error {
	x.Name = line(x.Name)
	switch {
	case x.Name == "":
		return cannot("name it", "which name is not that of %s?", w.f.ID)
	case x.Name == w.f.Title:
		return cannot("give it another title first", "%q is its title", x.Name)
	case slices.Contains(w.f.Not, x.Name):
		d.plan.Left = append(d.plan.Left, Left{w.f.Path, w.f.ID, "that is no name of it already"})
		return nil
	}
	w.forget(x.Name)
	w.edits = append(w.edits, frontmatter.Append(x.Name, ActorKeys(), "not"))
	d.act(x)
	return nil
}

// readdress gives an actor another id, and so another address; what was said
// of the old one is said of it.
func (d *doer) readdress(x Act, w *actorWork) error {
	x.Old = w.f.ID
	if err := d.freeActor(x.New); err != nil {
		return err
	}
	w.path = path.Join(actorsDir, x.New+".md")
	w.edits = append(w.edits, frontmatter.Append("/a/"+x.Old+"/", ActorKeys(), "aliases"))
	x.Values = d.follow(x.Old, x.New, false, nil)
	d.act(x)
	d.remember(x.New, w.path, nil)
	return nil
}

// freeActor refuses an id that is none, or somebody's.
func (d *doer) freeActor(id string) error {
	if !goodName(id) {
		return cannot("use letters, digits and hyphens", "%q is no id", id)
	}
	if d.actor(id) != nil || d.c.broken[id] {
		return cannot("join the two with fasti actor merge", "there is an actor %s already", id)
	}
	return nil
}

// mergeActors makes one actor of two: the other knows its names and takes part
// where it took part.
func (d *doer) mergeActors(x Act, w *actorWork) error {
	into := d.actor(x.Into)
	if into == nil || into == w || into.path == "" {
		return cannot("name another actor that has a file", "%s cannot become %q", w.f.ID, x.Into)
	}
	for _, n := range append([]string{w.f.Title}, w.f.KnownAs...) {
		into.adopt(n)
	}
	for _, lang := range sortedKeys(w.f.Names) {
		into.adopt(w.f.Names[lang])
	}
	into.inherit(w)
	into.edits = append(into.edits, frontmatter.Append("/a/"+w.f.ID+"/", ActorKeys(), "aliases"))
	w.path = ""
	x.Values = d.follow(w.f.ID, into.f.ID, false, nil)
	d.act(x)
	return nil
}

// adopt takes over a name of another actor.
func (w *actorWork) adopt(name string) {
	if name != w.f.Title && !hasValue(w.f.Names, name) && !slices.Contains(w.f.Not, name) {
		w.know(name)
	}
}

// inherit takes over what people have said of an actor beside its names: whom it
// is not, its offices, its text; and what the file did not say yet.
func (w *actorWork) inherit(from *actorWork) {
	for _, n := range from.f.Not {
		if !slices.Contains(w.f.Not, n) && !slices.Contains(w.knows, n) && n != w.f.Title && !hasValue(w.f.Names, n) {
			w.edits = append(w.edits, frontmatter.Append(n, ActorKeys(), "not"))
		}
	}
	for _, r := range from.f.Roles {
		if !slices.Contains(w.f.Roles, r) {
			w.edits = append(w.edits, frontmatter.Append(roleEntry(r), ActorKeys(), "roles"))
		}
	}
	for _, v := range []keyed{{"kind", from.f.Kind}, {"country", from.f.Country}, {"wikidata", from.f.Wikidata}} {
		if v.now != "" && !w.f.has[v.key] {
			w.edits = append(w.edits, frontmatter.Set(v.now, ActorKeys(), v.key))
		}
	}
	if strings.TrimSpace(from.f.Body) != "" {
		have := w.f.Body
		if w.body != nil { // of another one that was joined just now
			have = *w.body
		}
		text := from.f.Body
		if strings.TrimSpace(have) != "" {
			text = strings.TrimRight(have, "\n") + "\n\n" + strings.Trim(from.f.Body, "\n") + "\n"
		}
		w.body = &text
	}
}

// splitActor makes an actor of its own of a name of another. The events that
// the act names follow it; if it names none, those whose sentences have the
// name.
func (d *doer) splitActor(x Act, w *actorWork) error {
	x.Name = line(x.Name)
	twin := x.Name == w.f.Title // somebody else of the same name
	switch {
	case x.Name == "":
		return cannot("name the one who is somebody else", "%q cannot be split off %s", x.Name, w.f.ID)
	case twin && (x.Event == "" || x.Into == "" || x.Into == w.f.ID):
		return cannot("say with --id how the other one's file is called, and with --event which events are theirs", "%s and the other one have one name", w.f.ID)
	}
	if x.Into == "" {
		x.Into = slug(x.Name)
	}
	n := d.actors[x.Into]
	if n == nil || n.f.raw != nil {
		if err := d.freeActor(x.Into); err != nil {
			return err
		}
		m := frontmatter.Map{{Key: "title", Value: x.Name}}
		if w.f.Kind != "" {
			m = append(m, frontmatter.Entry{Key: "kind", Value: w.f.Kind})
		}
		n = &actorWork{f: &Actor{ID: x.Into, Title: x.Name}, path: path.Join(actorsDir, x.Into+".md")}
		n.f.Path = n.path
		d.actors[x.Into] = n
		d.plan.Files = append(d.plan.Files, File{Path: n.path, New: frontmatter.New(m, nil), What: "new actor"})
		if twin {
			d.act(Act{Act: decisions.Apart, Actor: w.f.ID, Into: x.Into, Reason: x.Reason})
		} else {
			w.forget(x.Name)
			w.edits = append(w.edits, frontmatter.Append(x.Name, ActorKeys(), "not"))
		}
	}
	x.Values = d.follow(w.f.ID, x.Into, twin, func(e *Event) bool {
		if x.Event != "" {
			return e.ID == x.Event
		}
		return slices.ContainsFunc(e.Sources, func(s Source) bool { return strings.Contains(s.Quote, x.Name) })
	})
	d.act(x)
	return nil
}

// follow puts one actor in the place of another, in all events that fit. With
// byHand the entries are a person's from then on: no name tells the two apart.
// It gives what the events say then, for the log.
func (d *doer) follow(from, to string, byHand bool, fits func(*Event) bool) map[string]string {
	said := map[string]string{}
	for _, e := range d.c.Events {
		if fits == nil || fits(e) {
			d.swap(e, from, to, byHand, said)
		}
	}
	if fits != nil {
		return said
	}
	for _, f := range d.c.Actors {
		for i, role := range f.Roles {
			if role.Of == from {
				role.Of = to
				w := d.actor(f.ID)
				w.edits = append(w.edits, frontmatter.SetItem(i, roleEntry(role), "roles"))
			}
		}
	}
	return said
}

// swap puts one actor in the place of another, in one event. What was fasti's
// to renew stays so, but for what a person has said by hand. What the event says
// then goes to said.
func (d *doer) swap(e *Event, from, to string, byHand bool, said map[string]string) {
	if i := slices.IndexFunc(e.Actors, func(p Part) bool { return p.ID == from }); i >= 0 {
		r := d.on(e)
		p := e.Actors[i]
		mine := !byHand && !owned(e.wrote, "actors."+from, true, p.Role)
		if _, wrote := e.wrote["actors."+from]; wrote && !byHand {
			r.edits = append(r.edits, frontmatter.Delete("fasti", "wrote", "actors", from))
		}
		if byHand {
			said[e.ID+" actor:"+from] = ""
		}
		at := r.partAt(from)
		if slices.ContainsFunc(r.actors, func(q Part) bool { return q.ID == to }) {
			r.edits = append(r.edits, frontmatter.DeleteItem(r.items[at], "actors"))
			r.dropPart(at)
		} else {
			p.ID = to
			r.edits = append(r.edits, frontmatter.SetItem(r.items[at], inlinePart(p), "actors"))
			r.actors[at] = p
			said[e.ID+" actor:"+to] = p.Role
			if mine {
				r.entryHash("actors", to, p.Role)
			}
		}
	}
	if i := slices.Index(e.Places, from); i >= 0 {
		r := d.on(e)
		next := slices.Clone(e.Places)
		next[i] = to
		said[e.ID+" places"] = show(list(next))
		mine := !byHand && !owned(e.wrote, "places", true, list(e.Places))
		r.edits = append(r.edits, frontmatter.Set(inlineTexts(next), EventKeys(), "places"))
		if mine {
			r.hash("places", next)
		}
	}
	if e.Series != nil && e.Series.Of == from {
		r := d.on(e)
		next := *e.Series
		next.Of = to
		mine := !byHand && !owned(e.wrote, "series", true, e.Series)
		r.edits = append(r.edits, frontmatter.Set(seriesEntry(&next), EventKeys(), "series"))
		if mine {
			r.hash("series", &next)
		}
	}
}

// partAt finds an actor among those of the event in work.
func (r *renewal) partAt(id string) int {
	if r.items == nil {
		r.items = slices.Clone(r.e.items)
	}
	return slices.IndexFunc(r.actors, func(p Part) bool { return p.ID == id })
}

// dropPart takes an actor out; the entries behind it move up.
func (r *renewal) dropPart(at int) {
	item := r.items[at]
	r.actors, r.items = slices.Delete(r.actors, at, at+1), slices.Delete(r.items, at, at+1)
	for i := range r.items {
		if r.items[i] > item {
			r.items[i]--
		}
	}
}

// says notes at the last act on an actor what its file says then, as far as
// that is another thing than before.
func (d *doer) says(w *actorWork, out []byte) {
	f, err := frontmatter.Parse(out)
	if err != nil {
		return
	}
	r := &reader{f: f}
	now := noticeable(&Actor{Title: r.key("title"), Kind: r.key("kind"), Country: r.key("country"), KnownAs: r.texts("known_as"), Not: r.texts("not"), Wikidata: r.key("wikidata")})
	id := strings.TrimSuffix(path.Base(w.path), ".md")
	for i := len(d.plan.Acts) - 1; i >= 0; i-- {
		x := &d.plan.Acts[i]
		if !x.Act.Human() || x.Actor != w.f.ID && x.Into != w.f.ID {
			continue
		}
		for j, v := range noticeable(w.f) {
			if now[j].now == v.now && id == w.f.ID {
				continue
			}
			if x.Values == nil {
				x.Values = map[string]string{}
			}
			x.Values[id+" "+v.key] = now[j].now
		}
		return
	}
}

// flushActors writes the files of actors in work.
func (d *doer) flushActors() {
	for _, id := range sortedKeys(d.actors) {
		w := d.actors[id]
		if w.f.raw == nil || len(w.edits) == 0 && w.body == nil && w.path == w.f.Path {
			continue
		}
		if w.path == "" {
			d.plan.Files = append(d.plan.Files, File{Path: w.f.Path, Old: w.f.raw, What: "removed actor"})
			continue
		}
		out := w.f.raw
		if f, err := frontmatter.Parse(w.f.raw); err == nil {
			if out, err = f.Edit(w.edits...); err == nil {
				out, err = withBody(out, w.body)
			}
			if err != nil {
				d.editFault(w.f.Path, err)
				return
			}
		}
		d.says(w, out)
		if w.path == w.f.Path {
			d.file(w.f.Path, w.f.raw, out, "changed actor")
			continue
		}
		d.plan.Files = append(d.plan.Files, File{Path: w.f.Path, Old: w.f.raw, What: "removed actor"}, File{Path: w.path, New: out, What: "new actor"})
	}
}
