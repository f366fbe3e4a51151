package ledger

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

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
		if next[p.Path], err = p.Back(now); err != nil {
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
	a.Event, a.Actor = g.Acts[0].Event, g.Acts[0].Actor
	u.act(a)
	return nil
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
			if x.Key != "review" {
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
