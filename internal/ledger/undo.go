package ledger

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// Undo plans that what people did is taken back, the newest first: every file
// gets the bytes that it had before. Where a file has changed since in other
// lines, those stay; where it has in the same, nothing is planned and an error
// among [Plan.Findings] names the file.
func (c *Content) Undo(groups []decisions.Group, opt Options) *Plan {
	u := &undoer{applier: c.begin("undo", opt), now: map[string][]byte{}, was: map[string][]byte{}}
	for _, g := range groups {
		if err := u.group(g); err != nil {
			u.report(diag.Diagnostic{Code: diag.CannotDo, Message: fmt.Sprintf("undo %d (%s): %v", g.N, Tell(g.Acts[0]), err), Hint: "take it back by hand; git has the file as it was"})
		}
	}
	if diag.HasErrors(u.plan.Findings) || len(u.plan.Acts) == 0 {
		return &Plan{Intent: u.plan.Intent, Findings: u.plan.Findings, Left: u.plan.Left}
	}
	for _, path := range u.paths {
		before, after := u.was[path], u.now[path]
		if before == nil && after == nil {
			continue
		}
		if decisions.Hash(before) != decisions.Hash(after) {
			u.plan.Files = append(u.plan.Files, File{path, before, after, "undone"})
		}
	}
	u.minted = c.given() // what was told of evidence is told no more
	u.plan.finishWith(c, opt)
	return u.plan
}

// finishWith closes a plan that says nothing of evidence.
func (p *Plan) finishWith(c *Content, opt Options) {
	p.log, p.opt, p.legacy = c.Log(), opt, c.legacy
	p.seal()
}

type undoer struct {
	*applier
	paths    []string // in order
	was, now map[string][]byte
}

func (u *undoer) group(g decisions.Group) error {
	if g.Undone {
		return errors.New("it is taken back already")
	}
	patches := g.Files()
	next := map[string][]byte{}
	for i := len(patches) - 1; i >= 0; i-- {
		p := patches[i]
		now, err := u.read(p.Path)
		if err != nil {
			return err
		}
		how := notes()
		about := u.concerns(g, p.Path)
		if about && decisions.Hash(now) != p.New {
			now = u.asTheActLeft(p, now)
		}
		how.Leave = func(h decisions.Hunk) bool { return !about || u.renewed(g, p.Path, h) }
		switch next[p.Path], err = p.Back(now, how); {
		case err != nil && !about: // the program had followed the act there, and has gone on since
			delete(next, p.Path)
		case err != nil:
			return err
		}
	}
	if len(patches) == 0 {
		if err := u.byHand(g, next); err != nil {
			return err
		}
	}
	for path, b := range next {
		u.now[path] = b
	}
	a := Act{Act: decisions.Undo, Undoes: g.ID, Key: string(g.Acts[0].Act)}
	if a.Event, a.Actor = g.Acts[0].Event, g.Acts[0].Actor; a.Event+a.Actor == "" {
		a.Article = g.Acts[0].Article
	}
	u.act(a)
	return nil
}

// concerns reports whether the acts of a group are about what a file holds. The
// other files of the group are those in which the program followed.
func (u *undoer) concerns(g decisions.Group, file string) bool {
	ids := u.idsOf(file)
	return len(ids) == 0 || slices.ContainsFunc(g.Acts, func(x Act) bool {
		for _, id := range ids {
			if id == x.Event || id == x.Into || id == x.Actor || x.Key == "id" && (id == x.Old || id == x.New) {
				return true
			}
			for key := range x.Values {
				if strings.HasPrefix(key, id+" ") {
					return true
				}
			}
		}
		return false
	})
}

// idsOf are the ids of what a file holds, or held.
func (u *undoer) idsOf(file string) []string {
	if strings.HasPrefix(file, actorsDir+"/") {
		return []string{strings.TrimSuffix(path.Base(file), ".md")}
	}
	var out []string
	for _, e := range u.c.Events {
		if e.Path == file {
			out = append(out, e.ID)
		}
	}
	for id, m := range u.minted {
		if "content/"+m.path == file && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// renewed reports whether the lines of a hunk are keys of an event that the
// program wrote beside the act, that nobody owns, and so are its to write again.
func (u *undoer) renewed(g decisions.Group, file string, h decisions.Hunk) bool {
	i := slices.IndexFunc(u.c.Events, func(e *Event) bool { return e.Path == file })
	if i < 0 {
		return false
	}
	e := u.c.Events[i]
	for _, l := range slices.Concat(h.Old, h.New) {
		key, _, ok := strings.Cut(l, ":")
		_, own := e.values()[key]
		if !ok || !own || slices.Contains(e.Edited, key) || slices.ContainsFunc(g.Acts, func(x Act) bool { return x.Event == e.ID && x.Key == key }) {
			return false
		}
	}
	return true
}

// asTheActLeft gives an event's file with the roles that an act left where the
// program has written others since, in the same lines: they are its own, and the
// next run writes them again. All else stays as it is now.
func (u *undoer) asTheActLeft(p decisions.Patch, now []byte) []byte {
	e := u.c.reread(p.Path, now)
	if e == nil {
		return now
	}
	var edits []frontmatter.Edit
	for _, h := range p.Hunks {
		for _, l := range h.New {
			then, ok := u.partOf(l)
			i := slices.IndexFunc(e.Actors, func(q Part) bool { return q.ID == then.ID })
			if !ok || i < 0 || e.Actors[i].Role == then.Role || owned(e.wrote, "actors."+then.ID, true, e.Actors[i].Role) {
				continue
			}
			edits = append(edits, frontmatter.SetItem(e.items[i], inlinePart(then), "actors"),
				frontmatter.Set(hashed(then.Role), nil, "fasti", "wrote", "actors", then.ID))
		}
	}
	f, err := frontmatter.Parse(now)
	if err != nil || len(edits) == 0 {
		return now
	}
	out, err := f.Edit(edits...)
	if err != nil {
		return now // the lines are in the way, and named
	}
	return out
}

// partOf reads a line that is one entry of actors, "  - {id: kiel, role: host}".
func (u *undoer) partOf(line string) (p Part, ok bool) {
	if !strings.HasPrefix(strings.TrimLeft(line, " "), "- {id:") {
		return Part{}, false
	}
	e := u.c.reread("line.md", []byte("---\ntitle: line\nactors:\n"+line+"---\n"))
	if e == nil || len(e.Actors) != 1 {
		return Part{}, false
	}
	return e.Actors[0], true
}

// byHand takes back what people did in the files: a value that the log knows
// of before. What has no file of its own (two kept apart, a note that was seen)
// is taken back by the log alone.
func (u *undoer) byHand(g decisions.Group, next map[string][]byte) error {
	for i := len(g.Acts) - 1; i >= 0; i-- {
		x := g.Acts[i]
		switch x.Act {
		case decisions.Seen, decisions.Keep, decisions.Apart, decisions.Undo:
			continue
		case decisions.Set, decisions.Accept, decisions.Reject:
		default:
			return errors.New("it was done by hand, in the file")
		}
		e := u.c.event(x.Event)
		if e == nil || x.Key == "actors" {
			return errors.New("it was done by hand, in the file")
		}
		now, ok := next[e.Path]
		if !ok {
			var err error
			if now, err = u.read(e.Path); err != nil {
				return err
			}
		}
		f, err := frontmatter.Parse(now)
		if err != nil {
			return err
		}
		edit := frontmatter.Delete(x.Key)
		if x.Old != "" {
			var v any = x.Old
			if x.Key != "review" && x.Key != "kind" { // a kind of somebody's own stands as it was
				if v, err = eventValue(x.Key, x.Old); err != nil {
					return err
				}
			}
			edit = frontmatter.Set(v, EventKeys(), x.Key)
		}
		if next[e.Path], err = f.Edit(edit); err != nil {
			return err
		}
	}
	return nil
}

// read gives a file as it is after what was taken back so far; nil if there is
// none.
func (u *undoer) read(path string) ([]byte, error) {
	if b, ok := u.now[path]; ok {
		return b, nil
	}
	root, err := os.OpenRoot(u.c.Dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	b, err := root.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		b, err = nil, nil
	} else if err == nil && b == nil {
		b = []byte{}
	}
	if err != nil {
		return nil, err
	}
	u.paths = append(u.paths, path)
	u.was[path], u.now[path] = b, b
	return b, nil
}
