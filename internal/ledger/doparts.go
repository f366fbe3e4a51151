package ledger

import (
	"path"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// setPart corrects one entry of an event's actors: Old and New are "id role";
// without New it is taken out, without Old it is put in. Somebody who has no
// file yet gets one, if Name says how they are called.
func (d *doer) setPart(x Act, e *Event) error {
	r := d.on(e)
	was, _, _ := strings.Cut(x.Old, " ")
	to, role, _ := strings.Cut(x.New, " ")
	if role == "" {
		role = "actor"
	}
	at := r.partAt(was)
	switch {
	case was == "" && to == "":
		return cannot("name one as ID ROLE", "nobody is named")
	case was != "" && at < 0:
		return cannot("one of "+strings.Join(partIDs(r.actors), ", "), "%s takes no part in it", was)
	case to == "":
		x.Old = was + " " + r.actors[at].Role
		r.edits = append(r.edits, frontmatter.DeleteItem(r.items[at], "actors"))
		r.dropPart(at)
		d.act(x)
		return nil
	case oneOf("role", role, roles()) != nil:
		return oneOf("role", role, roles())
	case to != was && r.partAt(to) >= 0:
		return cannot("correct its entry", "%s takes part in it already", to)
	}
	if err := d.somebody(to, x.Name); err != nil {
		return err
	}
	p := Part{to, role}
	x.New = to + " " + role
	if was == "" {
		next := 0
		for _, i := range r.items {
			next = max(next, i+1)
		}
		r.edits = append(r.edits, frontmatter.Append(inlinePart(p), EventKeys(), "actors"))
		r.actors, r.items = append(r.actors, p), append(r.items, next)
		d.act(x)
		return nil
	}
	if r.actors[at] == p {
		d.leave(e, "it says that already")
		return nil
	}
	x.Old = was + " " + r.actors[at].Role
	r.edits = append(r.edits, frontmatter.SetItem(r.items[at], inlinePart(p), "actors"))
	r.actors[at] = p
	d.act(x)
	return nil
}

func partIDs(ps []Part) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.ID)
	}
	return out
}

// somebody makes sure that an actor has a file, or may get one.
func (d *doer) somebody(id, name string) error {
	if d.actor(id) != nil {
		return nil
	}
	if name = line(name); name == "" {
		return cannot("use the name of its file in content/actors, without .md, or say how the new one is called", "there is no actor %q", id)
	}
	if err := d.freeActor(id); err != nil {
		return err
	}
	w := &actorWork{f: &Actor{ID: id, Title: name}, path: path.Join(actorsDir, id+".md")}
	w.f.Path = w.path
	d.actors[id] = w
	d.plan.Files = append(d.plan.Files, File{Path: w.path, New: frontmatter.New(frontmatter.Map{{Key: "title", Value: name}}, nil), What: "new actor"})
	return nil
}

// ActorID makes the id of an actor out of its name.
func ActorID(name string) string { return slug(name) }

// renameIn gives an actor another name in one language.
func (d *doer) renameIn(x Act, w *actorWork) error {
	language, _ := strings.CutPrefix(x.Key, "names.")
	x.Act, x.New = decisions.RenameActor, line(x.New)
	if !languageCode(language) {
		return cannot("write de, en, fr …", "%q is no code of a language", language)
	}
	if x.New == "" || w.f.Names[language] == x.New {
		return cannot("say the new name", "%q is no new name for %s", x.New, w.f.ID)
	}
	x.Old = w.f.Names[language]
	w.edits = append(w.edits, frontmatter.Set(x.New, ActorKeys(), "names", language))
	if x.Old != "" && x.Old != w.f.Title {
		w.know(x.Old) // the articles go on using it
	}
	d.act(x)
	return nil
}

// alsoCalled says that a name means an actor.
func (d *doer) alsoCalled(x Act, w *actorWork) error {
	name := line(x.New)
	switch {
	case name == "":
		return cannot("name it", "which name means %s?", w.f.ID)
	case slices.Contains(w.knows, name) || name == w.f.Title:
		d.plan.Left = append(d.plan.Left, Left{w.f.Path, w.f.ID, "it is known by that name already"})
		return nil
	}
	x.Act, x.Old = decisions.Set, strings.Join(w.knows, "; ")
	w.know(name)
	x.New = strings.Join(w.knows, "; ")
	d.act(x)
	return nil
}
