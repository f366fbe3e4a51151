package ledger

import (
	"crypto/sha256"
	"hash/fnv"
	"maps"
	"strconv"

	"fasti/internal/diag"
	"fasti/internal/store"
)

// savedFile is what a file was read as in an earlier run: the hash of its bytes,
// and the records as they were written.
type savedFile struct {
	sum  [sha256.Size]byte
	data []byte
}

// savedPart is what reading one file gives.
type savedPart struct {
	Articles []*Article
	Events   []*Event
	Actors   []*Actor
	Acts     []Act
	Broken   map[string]bool
	Unread   map[string][]byte
	Found    []diag.Diagnostic
}

// The file in the store that holds what files were read as, and its form: that
// of the records, and a number that grows when they are read otherwise.
const (
	savedName    = "content/"
	savedVersion = "content 1 "
)

// savedParts is how many files they are kept in, so that one change rewrites
// little.
const savedParts = 32

// savedPartOf is in which of them a file of the content is kept.
func savedPartOf(file string) int {
	h := fnv.New32a()
	h.Write([]byte(file))
	return int(h.Sum32() % savedParts)
}

func savedForm(engine string) string {
	return savedVersion + store.Sum(engine+store.Shape(savedPart{}))
}

// readSaved reads what an earlier run of the same program has saved.
func (r *Reader) readSaved(dir string) map[string]savedFile {
	out := map[string]savedFile{}
	for n := range savedParts {
		part := map[string]savedFile{}
		in := store.NewReader(store.Read(dir, savedName+strconv.Itoa(n), savedForm(r.Engine)))
		for !in.End() {
			name := in.Text()
			var s savedFile
			copy(s.sum[:], in.Raw(sha256.Size))
			s.data = in.Raw(in.Many())
			part[name] = s
		}
		if !in.Bad() {
			maps.Copy(out, part)
		}
	}
	return out
}

// loader is what the file was read as; nil if that cannot be read.
func (s savedFile) loader() *loader {
	var p savedPart
	in := store.NewReader(s.data)
	if in.Value(&p); in.Bad() {
		return nil
	}
	return &loader{sum: s.sum, found: p.Found, acts: p.Acts, c: &Content{Articles: p.Articles, Events: p.Events, Actors: p.Actors, broken: p.Broken, unread: p.Unread}}
}

// Save keeps what the files were read as for the next run.
func (r *Reader) Save() {
	if len(r.changed) == 0 || r.dir == "" {
		return
	}
	var parts [savedParts]*store.Writer
	for n := range r.changed {
		parts[n] = store.WriterFor(r.dir, savedName+strconv.Itoa(n))
	}
	for _, file := range sortedKeys(r.kept) {
		n := savedPartOf(file)
		if !r.changed[n] {
			continue
		}
		k, w := r.kept[file], parts[n]
		w.Text(file)
		w.Raw(k.sum[:])
		if s, ok := r.saved[file]; ok && s.sum == k.sum {
			w.Blob(s.data)
			continue
		}
		one := &store.Writer{}
		c := k.part.c
		one.Value(savedPart{c.Articles, c.Events, c.Actors, k.part.acts, c.broken, c.unread, k.part.found})
		w.Blob(one.Bytes())
	}
	for n := range r.changed {
		store.Write(r.dir, savedName+strconv.Itoa(n), savedForm(r.Engine), parts[n].Bytes())
	}
	r.changed = nil
}
