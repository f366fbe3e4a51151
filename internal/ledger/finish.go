package ledger

import (
	"bytes"
	"slices"
	"strings"

	"fasti/internal/diag"
)

// given is fasti.ids by id.
func (c *Content) given() map[string]minted {
	out := make(map[string]minted, len(c.minted))
	for _, m := range c.minted {
		out[m.id] = m
	}
	return out
}

// given reports whether fasti.ids has the id.
func (a *applier) given(id string) bool {
	_, ok := a.minted[id]
	return ok
}

// change notes a line of the history.
func (a *applier) change(id, what, key, before, after, reason string) {
	a.plan.Changes = append(a.plan.Changes, Change{a.opt.Day, id, what, key, before, after, reason})
}

func (a *applier) report(d diag.Diagnostic) { a.plan.Findings = append(a.plan.Findings, d) }

// remember sets the evidence of an id.
func (a *applier) remember(id, file string, marks []mark) {
	m, ok := a.minted[id]
	if !ok {
		if file == "" {
			return
		}
		m = minted{id: id, path: strings.TrimPrefix(file, "content/")}
	}
	m.marks = sortMarks(marks)
	a.minted[id] = m
}

// file notes a file to write, unless it says that already.
func (a *applier) file(path string, before, after []byte, what string) {
	if before == nil || !bytes.Equal(before, after) {
		a.plan.Files = append(a.plan.Files, File{path, before, after, what})
	}
}

// finish adds the ledger's own files. The history comes first and the ids
// last: whatever point an interruption comes at, an id without a file is only
// ever one whose file a person deleted.
func (a *applier) finish() {
	slices.SortStableFunc(a.plan.Files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	a.plan.Changes = a.c.fresh(a.plan.Changes)
	if h, ok := a.c.appendHistory(a.plan.Changes); ok {
		a.plan.Files = slices.Insert(a.plan.Files, 0, h)
	}
	var all []minted
	for _, id := range sortedKeys(a.minted) {
		all = append(all, a.minted[id])
	}
	ids := printIDs(all)
	if len(a.minted) > 0 && !bytes.Equal(ids, a.c.rawIDs) {
		a.plan.Files = append(a.plan.Files, File{idsFile, a.c.rawIDs, ids, "ids"})
	}
	diag.Sort(a.plan.Findings)
}

// fresh leaves out the changes that the history has: those of a run that was
// interrupted before it had written all files.
func (c *Content) fresh(changes []Change) []Change {
	had := map[Change]bool{}
	for _, h := range c.History {
		h.Day = ""
		if h.What == "new" {
			h = Change{ID: h.ID, What: h.What}
		}
		had[h] = true
	}
	var out []Change
	for _, x := range changes {
		k := x
		k.Day = ""
		if x.What == "new" {
			k = Change{ID: x.ID, What: x.What}
		}
		if had[k] && (x.What == "new" || x.What == "corrected" || c.latest(x)) {
			continue
		}
		out = append(out, x)
	}
	return out
}

// latest reports whether the change is the last that the history tells of its
// event and key.
func (c *Content) latest(x Change) bool {
	for i := len(c.History) - 1; i >= 0; i-- {
		if h := c.History[i]; h.ID == x.ID && h.Key == x.Key {
			h.Day = x.Day
			return h == x
		}
	}
	return false
}

// appendHistory gives content/fasti.history with new lines at its end.
func (c *Content) appendHistory(changes []Change) (File, bool) {
	if len(changes) == 0 {
		return File{}, false
	}
	b := slices.Clone(c.rawLog)
	if len(b) == 0 {
		b = []byte("# day, id, what, key, old, new, reason; apart by tabs, oldest first.\n")
	} else if b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	for _, x := range changes {
		b = append(b, x.line()...)
	}
	return File{historyFile, c.rawLog, b, "history"}, true
}
