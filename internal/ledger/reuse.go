package ledger

import (
	"crypto/sha256"
	"io/fs"
	"slices"

	"fasti/internal/diag"
)

// Reader reads the content of a site again and again, and takes apart only the
// files whose bytes have changed since it last did. What is kept is never trusted
// over what stands on the disk: it counts for a file with the same hash alone. The
// zero value is ready. It serves one goroutine at a time.
type Reader struct {
	// Sums, if given, knows hashes of files that need not be read for that.
	Sums Sums

	// Engine tells one state of the program from another: what one has saved
	// another does not read.
	Engine string

	dir   string               // of the site that saved is from
	kept  map[string]keptFile  // by path
	saved map[string]savedFile // of an earlier run
	// What is kept and not saved, by the part that it belongs to.
	changed map[int]bool
}

// Sums are hashes of a site's files, as far as they are known.
type Sums interface {
	Known(file string) ([sha256.Size]byte, bool)
}

// folders are [Sums] that also know what lies in a folder of the site, by its path
// in that, in the order of the names.
type folders interface {
	Entries(dir string) ([]fs.DirEntry, bool)
}

// entries is what lies in a folder, if that is known.
func (r *Reader) entries(dir string) ([]fs.DirEntry, bool) {
	if r == nil {
		return nil, false
	}
	if f, ok := r.Sums.(folders); ok {
		return f.Entries(dir)
	}
	return nil, false
}

// keptFile is what a file was read as.
type keptFile struct {
	sum  [sha256.Size]byte
	part *loader // what came of it; never handed out, only copied
}

// Load is [Load], with what is known of files that have not changed.
func (r *Reader) Load(dir string) (*Content, []diag.Diagnostic) {
	if r.kept == nil || r.dir != dir {
		r.kept, r.dir, r.saved = map[string]keptFile{}, dir, nil
		if r.Sums != nil {
			r.saved = r.readSaved(dir)
		}
	}
	return load(dir, nil, r)
}

// same gives what a file was read as without reading it; nil if that is not
// known. Many goroutines may ask at once.
func (r *Reader) same(file string) *loader {
	if r.Sums == nil {
		return nil
	}
	sum, ok := r.Sums.Known(file)
	if !ok {
		return nil
	}
	return r.get(file, sum)
}

// get gives what a file with these bytes was read as, nil if that is not known.
func (r *Reader) get(file string, sum [sha256.Size]byte) *loader {
	if k, ok := r.kept[file]; ok && k.sum == sum {
		return k.part
	}
	if s, ok := r.saved[file]; ok && s.sum == sum {
		return s.loader()
	}
	return nil
}

// keep takes over what the files of a load were read as, and forgets all others.
func (r *Reader) keep(jobs []job, parts []*loader) {
	kept, changed := make(map[string]keptFile, len(jobs)), map[int]bool{}
	for i, j := range jobs {
		p := parts[i]
		if p.sum == ([sha256.Size]byte{}) {
			continue
		}
		if s, ok := r.saved[j.file]; !ok || s.sum != p.sum {
			changed[savedPartOf(j.file)] = true
		}
		p.root, p.over, p.known = nil, nil, nil
		kept[j.file] = keptFile{p.sum, p}
		parts[i] = p.copy()
	}
	for file := range r.saved {
		if _, ok := kept[file]; !ok {
			changed[savedPartOf(file)] = true
		}
	}
	r.kept, r.changed = kept, changed
}

// copy copies what a file was read as, as deep as it may be changed later on. Acts
// of the log are never changed.
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
