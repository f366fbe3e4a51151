package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"fasti/internal/filesums"
	"fasti/internal/ledger"
)

// stampFile tells of the last build that found nothing wrong: from what it was
// made, and how many pages it has. It is kept for speed alone.
const stampFile = ".fasti/built"

// stamp is a hash of all that a build reads: the site's files, the program and
// how it was called; "" if that cannot be told.
func (a *app) stamp(kinds []string) string {
	if a.names.external() {
		return ""
	}
	a.fileSums().Begin()
	a.seen = a.sources()
	return a.stampOf(kinds)
}

// stampAfter is the stamp of the state that the last one was of, with what a plan
// has written since. Whatever people have saved meanwhile is not looked at: the
// next build will find that it has another stamp.
func (a *app) stampAfter(kinds []string, plan *ledger.Plan) string {
	if a.names.external() || len(a.seen.files) == 0 {
		return ""
	}
	for _, f := range plan.Files {
		a.seen.wrote(f.Path, f.New != nil)
		a.fileSums().Forget(f.Path)
	}
	return a.stampOf(kinds)
}

// stampOf is the stamp of the files in a.seen.
func (a *app) stampOf(kinds []string) string {
	files, known := a.seen.files, a.fileSums().Told()
	sums := make([]filesums.Sum, len(files))
	var next atomic.Int64
	var failed atomic.Bool
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				var err error
				if sums[i], err = known.Of(files[i]); err != nil {
					failed.Store(true)
					return
				}
			}
		})
	}
	wait.Wait()
	if failed.Load() || len(files) == 0 {
		return ""
	}
	h := sha256.New()
	fmt.Fprintf(h, "3\n%s\n%q\n%q\n", engine(), kinds, a.base)
	for i, name := range files {
		fmt.Fprintf(h, "%q %x\n", name, sums[i])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// fileSums are the hashes of the site's files, as far as they are known.
func (a *app) fileSums() *filesums.Sums {
	if a.sums == nil {
		a.sums = filesums.Open(a.dir)
	}
	return a.sums
}

// listing is what lies in a site's folder at some moment.
type listing struct {
	files   []string                 // that a build may read, in the order of their names
	folders map[string][]fs.DirEntry // what lies in each folder that was looked into
}

// wrote notes that a file was written, or removed.
func (l *listing) wrote(file string, there bool) {
	i, was := slices.BinarySearch(l.files, file)
	switch {
	case was == there:
		return
	case was:
		l.files = slices.Delete(l.files, i, i+1)
	default:
		l.files = slices.Insert(l.files, i, file)
	}
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		delete(l.folders, dir) // it is looked at again
	}
}

// state is the site as the last stamp has seen it.
type state struct {
	filesums.Told
	folders map[string][]fs.DirEntry
}

// Entries is what lies in a folder; not ok if that is not known.
func (s state) Entries(dir string) ([]fs.DirEntry, bool) {
	entries, ok := s.folders[dir]
	return entries, ok
}

// sources are the files of a site that a build may read; none if one of them is
// no regular file.
func (a *app) sources() listing {
	l := listing{folders: map[string][]fs.DirEntry{}}
	for _, top := range append(a.watched(), filepath.Join(a.dir, "hugo.yml"), filepath.Join(a.dir, "data")) {
		name, err := filepath.Rel(a.dir, top)
		if err != nil {
			return listing{}
		}
		name = filepath.ToSlash(name)
		switch info, err := os.Lstat(top); {
		case os.IsNotExist(err):
		case err == nil && info.Mode().IsRegular() && !strings.HasPrefix(info.Name(), "."):
			l.files = append(l.files, name)
		case err != nil || !info.IsDir() || l.below(a.dir, name) != nil:
			return listing{}
		}
	}
	slices.Sort(l.files)
	return l
}

// below adds what lies in a folder, at any depth.
func (l *listing) below(site, dir string) error {
	entries, err := os.ReadDir(filepath.Join(site, filepath.FromSlash(dir)))
	if err != nil {
		return err
	}
	l.folders[dir] = entries
	for _, e := range entries {
		name := dir + "/" + e.Name()
		switch {
		case e.IsDir():
			if err := l.below(site, name); err != nil {
				return err
			}
		case strings.HasPrefix(e.Name(), "."):
		case !e.Type().IsRegular():
			return fs.ErrInvalid
		default:
			l.files = append(l.files, name)
		}
	}
	return nil
}

// built is what is kept of a build: the stamp, the pages, the warnings, and the
// day from which on it would give something else, as a draft's day has come.
type built struct {
	stamp           string
	pages, warnings int
	until           string // YYYY-MM-DD, "" if no day changes anything
}

// turned reports whether on that day another build gives something else.
func (b built) turned(day string) bool { return b.until != "" && day >= b.until }

// stamped reads what was kept of the last build.
func (a *app) stamped() (b built) {
	text, err := os.ReadFile(filepath.Join(a.dir, filepath.FromSlash(stampFile)))
	if err != nil || len(text) > 200 {
		return built{}
	}
	if n, _ := fmt.Sscan(string(text), &b.stamp, &b.pages, &b.warnings, &b.until); n < 3 {
		return built{}
	}
	return b
}

// keepStamp notes a build; without a note the next one looks at everything.
func (a *app) keepStamp(b built) {
	path := filepath.Join(a.dir, filepath.FromSlash(stampFile))
	if b.stamp == "" || os.WriteFile(path, fmt.Appendf(nil, "%s %d %d %s\n", b.stamp, b.pages, b.warnings, b.until), 0o644) != nil {
		_ = os.Remove(path)
	}
}
