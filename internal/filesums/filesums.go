// Package filesums knows the hashes of a site's files from run to run, so that
// a file is read again only if it may have changed. A file counts as unchanged
// if its size and its times are those of before, and if it had been left alone for
// a while when it was read: two changes within the grain of a file system's clock
// leave the same times.
package filesums

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"fasti/internal/store"
)

// Sum is the hash of a file.
type Sum = [sha256.Size]byte

// entry is what is known of a file.
type entry struct {
	state
	seen int64 // when it was read, in nanoseconds
	sum  Sum
}

// state is what a file system tells of a file without its bytes.
type state struct{ size, written, changed int64 }

// grain is how long before it was read a file must have been left alone, in
// nanoseconds: longer than the clock of any file system ticks.
const grain = int64(2500 * time.Millisecond)

// Sums are the hashes of a site's files. Many goroutines may ask at once.
type Sums struct {
	dir string

	mu    sync.Mutex
	files map[string]entry
	asked map[string]bool
	told  map[string]Sum // what Of has told since Begin
	fresh bool           // something is known that is not kept
}

// form names what is kept, and its version.
const form = "files 1"

// Open takes up what is kept of the site in dir, if anything is.
func Open(dir string) *Sums {
	s := &Sums{dir: dir, files: map[string]entry{}, asked: map[string]bool{}, told: map[string]Sum{}}
	r := store.NewReader(store.Read(dir, "files", form))
	for !r.End() {
		name := r.Text()
		e := entry{state: state{int64(r.Number()), int64(r.Number()), int64(r.Number())}, seen: int64(r.Number())}
		copy(e.sum[:], r.Raw(sha256.Size))
		s.files[name] = e
	}
	if r.Bad() {
		clear(s.files)
	}
	return s
}

// Begin begins to count what is asked for: of the files that are asked for from
// here on, hashes are kept.
func (s *Sums) Begin() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.asked)
	clear(s.told)
}

// Of is the hash of a file, by its path in the site; the file is read if need
// be. A link is none.
func (s *Sums) Of(name string) (Sum, error) {
	path := filepath.Join(s.dir, filepath.FromSlash(name))
	info, err := os.Lstat(path)
	if err != nil {
		return Sum{}, err
	}
	if !info.Mode().IsRegular() {
		return Sum{}, fs.ErrInvalid
	}
	now := stateOf(info)
	if sum, ok := s.known(name, now, true); ok {
		return sum, nil
	}
	seen := time.Now().UnixNano()
	b, err := os.ReadFile(path)
	if err != nil {
		return Sum{}, err
	}
	e := entry{now, seen, sha256.Sum256(b)}
	s.mu.Lock()
	s.files[name], s.asked[name], s.told[name], s.fresh = e, true, e.sum, true
	s.mu.Unlock()
	return e.sum, nil
}

// Known is the hash of a file if it need not be read for that.
func (s *Sums) Known(name string) (Sum, bool) {
	info, err := os.Lstat(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil || !info.Mode().IsRegular() {
		return Sum{}, false
	}
	return s.known(name, stateOf(info), false)
}

func (s *Sums) known(name string, now state, tell bool) (Sum, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.files[name]
	if s.asked[name] = true; !ok || e.state != now || max(now.written, now.changed) > e.seen-grain {
		return Sum{}, false
	}
	if tell {
		s.told[name] = e.sum
	}
	return e.sum, true
}

// Told are the hashes that Of has told since Begin: the files as they were then,
// without a look at them. They are for who works on one state of a site, though
// people may save files meanwhile.
type Told struct{ s *Sums }

// Forget drops what was told of a file that has been written since.
func (s *Sums) Forget(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.told, name)
}

// Told gives them.
func (s *Sums) Told() Told { return Told{s} }

// Of is the hash of a file as [Sums.Of] has told it, or as it tells it now.
func (t Told) Of(name string) (Sum, error) {
	if sum, ok := t.told(name); ok {
		return sum, nil
	}
	return t.s.Of(name)
}

func (t Told) told(name string) (Sum, bool) {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	sum, ok := t.s.told[name]
	return sum, ok
}

// Known is the hash of a file as Of has told it, or else as [Sums.Known] does.
func (t Told) Known(name string) (Sum, bool) {
	if sum, ok := t.told(name); ok {
		return sum, true
	}
	return t.s.Known(name)
}

// Save keeps what is known of the files that were asked for, if that is more
// than what was kept.
func (s *Sums) Save() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.fresh && len(s.asked) == len(s.files) {
		return
	}
	var names []string
	for name := range s.files {
		if s.asked[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	w := store.WriterFor(s.dir, "files")
	for _, name := range names {
		e := s.files[name]
		w.Text(name)
		for _, n := range []int64{e.size, e.written, e.changed, e.seen} {
			w.Number(int(n))
		}
		w.Raw(e.sum[:])
	}
	store.Write(s.dir, "files", form, w.Bytes())
	s.fresh = false
}

func stateOf(info fs.FileInfo) state {
	return state{info.Size(), info.ModTime().UnixNano(), changedAt(info)}
}
