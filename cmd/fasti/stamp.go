package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
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
	a.stampedFiles = a.sources()
	return a.stampOf(kinds)
}

// stampAfter is the stamp of the state that the last one was of, with what a plan
// has written since. Whatever people have saved meanwhile is not looked at: the
// next build will find that it has another stamp.
func (a *app) stampAfter(kinds []string, plan *ledger.Plan) string {
	if a.names.external() || len(a.stampedFiles) == 0 {
		return ""
	}
	for _, f := range plan.Files {
		i, there := slices.BinarySearch(a.stampedFiles, f.Path)
		switch {
		case f.New == nil && there:
			a.stampedFiles = slices.Delete(a.stampedFiles, i, i+1)
		case f.New != nil && !there:
			a.stampedFiles = slices.Insert(a.stampedFiles, i, f.Path)
		}
		a.fileSums().Forget(f.Path)
	}
	return a.stampOf(kinds)
}

// stampOf is the stamp of a.stampedFiles.
func (a *app) stampOf(kinds []string) string {
	files, known := a.stampedFiles, a.fileSums().Told()
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

// sources are the files of a site that a build may read, in the order of their
// names; none if one of them is no regular file.
func (a *app) sources() []string {
	var out []string
	for _, top := range append(a.watched(), filepath.Join(a.dir, "hugo.yml"), filepath.Join(a.dir, "data")) {
		err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
			switch {
			case os.IsNotExist(err) && path == top:
				return fs.SkipAll
			case err != nil:
				return err
			case d.IsDir() || strings.HasPrefix(d.Name(), "."):
				return nil
			case !d.Type().IsRegular():
				return fs.ErrInvalid
			}
			name, err := filepath.Rel(a.dir, path)
			out = append(out, filepath.ToSlash(name))
			return err
		})
		if err != nil {
			return nil
		}
	}
	slices.Sort(out)
	return out
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
