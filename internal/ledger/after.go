package ledger

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/diag"
)

// After gives the content as it would be once a plan is written.
func (c *Content) After(p *Plan) (*Content, []diag.Diagnostic) {
	over := map[string][]byte{}
	for _, f := range p.Files {
		over[f.Path] = f.New
	}
	return load(c.Dir, over, nil)
}

// With makes one plan of two, the second made for the content as it is after
// the first: they are written as one, and taken back as one.
func (p *Plan) With(q *Plan) *Plan {
	out := *p
	out.Files = nil
	at := map[string]int{}
	for _, f := range append(slices.Clone(p.Files), q.Files...) {
		if f.What == "log" || f.What == "moved" {
			continue
		}
		i, ok := at[f.Path]
		if !ok {
			at[f.Path] = len(out.Files)
			out.Files = append(out.Files, f)
			continue
		}
		g := &out.Files[i]
		g.New = f.New
		if g.Old == nil && g.New != nil {
			f.What = "new " + strings.TrimPrefix(strings.TrimPrefix(f.What, "changed "), "new ")
		}
		g.What = f.What
	}
	out.Files = slices.DeleteFunc(out.Files, func(f File) bool { return decisions.Hash(f.Old) == decisions.Hash(f.New) })
	out.Acts = append(slices.Clone(p.Acts), q.Acts...)
	out.Findings = append(slices.Clone(p.Findings), q.Findings...)
	out.articles = q.articles
	out.seal()
	return &out
}

// entry is a file that is not on the disk yet.
type entry struct {
	fs.DirEntry
	name string
}

func (e entry) Name() string      { return e.name }
func (e entry) IsDir() bool       { return false }
func (e entry) Type() fs.FileMode { return 0 }

// overlay adds to the entries of a folder the files that are not on the disk
// yet, and takes out those that will be gone. Folders below it that are not
// there either are found by their own files.
func (l *loader) overlay(dir string, entries []fs.DirEntry) []fs.DirEntry {
	if l.over == nil {
		return entries
	}
	for _, file := range sortedKeys(l.over) {
		if path.Dir(file) != dir {
			continue
		}
		name := path.Base(file)
		i := slices.IndexFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name })
		switch {
		case l.over[file] == nil && i >= 0:
			entries = slices.Delete(entries, i, i+1)
		case l.over[file] != nil && i < 0:
			entries = append(entries, entry{name: name})
		}
	}
	return entries
}

// newFolders are the folders directly below dir that only the overlay has.
func (l *loader) newFolders(dir string, entries []fs.DirEntry) []string {
	var out []string
	for _, file := range sortedKeys(l.over) {
		rest, below := strings.CutPrefix(file, dir+"/")
		name, _, deep := strings.Cut(rest, "/")
		if below && deep && l.over[file] != nil && !slices.Contains(out, name) && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name }) {
			out = append(out, name)
		}
	}
	return out
}
