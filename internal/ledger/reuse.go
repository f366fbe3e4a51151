package ledger

import (
	"crypto/sha256"
	"slices"

	"fasti/internal/diag"
)

// Reader reads the content of a site again and again, and takes apart only the
// files whose bytes have changed since it last did. Every file is read all the
// same: what is kept is never trusted over what stands on the disk. The zero
// value is ready. It serves one goroutine at a time.
type Reader struct {
	kept map[string]keptFile // by path
}

// keptFile is what a file was read as.
type keptFile struct {
	sum  [sha256.Size]byte
	part *loader // what came of it; never handed out, only copied
}

// Load is [Load], with what is known of files that have not changed.
func (r *Reader) Load(dir string) (*Content, []diag.Diagnostic) {
	if r.kept == nil {
		r.kept = map[string]keptFile{}
	}
	return load(dir, nil, r)
}

// get gives what a file with these bytes was read as, nil if that is not known.
func (r *Reader) get(file string, sum [sha256.Size]byte) *loader {
	if k, ok := r.kept[file]; ok && k.sum == sum {
		return k.part
	}
	return nil
}

// keep takes over what the files of a load were read as, and forgets all others.
func (r *Reader) keep(jobs []job, parts []*loader) {
	kept := make(map[string]keptFile, len(jobs))
	for i, j := range jobs {
		if p := parts[i]; p.sum != ([sha256.Size]byte{}) {
			p.root, p.over, p.known = nil, nil, nil
			kept[j.file] = keptFile{p.sum, p}
			parts[i] = p.copy()
		}
	}
	r.kept = kept
}

// copy copies what a file was read as, as deep as it may be changed later on.
func (l *loader) copy() *loader {
	out := *l
	c := *l.c
	c.Articles, c.Events, c.Actors = copies(c.Articles), copies(c.Events), copies(c.Actors)
	for _, e := range c.Events {
		e.Sources, e.Actors, e.Places = slices.Clone(e.Sources), slices.Clone(e.Actors), slices.Clone(e.Places)
	}
	out.c, out.found = &c, slices.Clone(l.found)
	return &out
}

func copies[T any](list []*T) []*T {
	out := make([]*T, len(list))
	for i, x := range list {
		y := *x
		out[i] = &y
	}
	return out
}
