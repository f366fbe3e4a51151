// Package journal writes several files as one. What is to be written is noted
// first, then every new content is laid beside its place, then the note is
// closed, and only then the files change their places. Whoever finds a note
// that is open takes everything back; whoever finds one that is closed does
// the rest. So a run that is killed at any moment leaves either all of its
// files or none, once the next one has looked.
package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Change is one file of a transaction.
type Change struct {
	Path string // relative to the folder, with slashes
	Old  []byte // what stands there; nil if nothing does
	New  []byte // what is to stand there; nil to remove the file
}

// The notes, below the site's folder. The first is open: everything can still
// be taken back. The second is closed: everything that it names lies ready.
const (
	openNote   = ".fasti/journal.open"
	closedNote = ".fasti/journal"
)

// tempSuffix marks a file that is not yet in its place. Such files are never
// read.
const tempSuffix = ".fasti-tmp"

// note is what the journal says.
type note struct {
	Intent string `json:"intent"` // what is being done, in words
	Files  []step `json:"files"`
}

// step is one file of a note, with the hashes of its contents; "" is no file.
type step struct {
	Path string `json:"path"`
	Old  string `json:"old,omitempty"`
	New  string `json:"new,omitempty"`
}

// Write brings all files into their new state, or none. A file that somebody
// has saved since its Old was read stops everything before anything is
// changed. The intent tells who mends an interrupted run what it was about.
func Write(fsys FS, intent string, changes []Change) error {
	if len(changes) == 0 {
		return nil
	}
	n := note{Intent: intent}
	for _, c := range changes {
		n.Files = append(n.Files, step{c.Path, hash(c.Old), hash(c.New)})
	}
	if err := prepare(fsys, n, changes); err != nil {
		n.takeBack(fsys)
		return err
	}
	if err := fsys.Rename(openNote, closedNote); err != nil {
		n.takeBack(fsys)
		return fmt.Errorf("close the journal: %w (nothing was changed)", err)
	}
	left, err := n.finish(fsys)
	if err != nil {
		return fmt.Errorf("%w (the next fasti command does the rest)", err)
	}
	if len(left) > 0 {
		return fmt.Errorf("left alone, since somebody changed it while fasti was working: %s (run it again)", strings.Join(left, ", "))
	}
	return nil
}

// prepare writes the note and lays all new contents beside their places.
func prepare(fsys FS, n note, changes []Change) error {
	b, err := json.Marshal(n)
	if err == nil {
		err = fsys.MkdirAll(path.Dir(openNote))
	}
	if err == nil {
		err = put(fsys, openNote, b, true)
	}
	if err != nil {
		return fmt.Errorf("open the journal: %w (nothing was changed)", err)
	}
	for _, c := range changes {
		if c.New == nil {
			continue
		}
		err := fsys.MkdirAll(path.Dir(c.Path))
		if err == nil {
			err = put(fsys, temp(c.Path), c.New, c.Old != nil)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w (nothing was changed)", c.Path, err)
		}
	}
	var saved []string
	for _, c := range changes {
		switch same, err := stands(fsys, c); {
		case err != nil:
			return fmt.Errorf("look at %s: %w (nothing was changed)", c.Path, err)
		case !same:
			saved = append(saved, c.Path)
		}
	}
	if len(saved) > 0 {
		return fmt.Errorf("left alone, since somebody changed it while fasti was working: %s (nothing was changed; run it again)", strings.Join(saved, ", "))
	}
	return nil
}

// stands reports whether a file is what it was when the change was planned.
func stands(fsys FS, c Change) (bool, error) {
	now, err := fsys.Read(c.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return c.Old == nil, nil
	}
	return err == nil && c.Old != nil && bytes.Equal(now, c.Old), err
}

// finish moves everything that lies ready into its place and removes the note.
// It gives the files that are neither old nor new: those are somebody's, and
// stay.
func (n note) finish(fsys FS) (left []string, err error) {
	for _, s := range n.Files {
		mine, err := s.settle(fsys)
		if err != nil {
			return left, fmt.Errorf("put %s in its place: %w", s.Path, err)
		}
		if !mine {
			left = append(left, s.Path)
		}
	}
	if err := fsys.Remove(closedNote); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return left, fmt.Errorf("remove the journal: %w", err)
	}
	return left, nil
}

// settle brings one file into its place; false if it is somebody's now.
func (s step) settle(fsys FS) (mine bool, err error) {
	now, err := state(fsys, s.Path)
	switch {
	case err != nil:
		return false, err
	case now == s.New:
		return true, drop(fsys, s.Path)
	case now != s.Old:
		return false, drop(fsys, s.Path)
	case s.New == "":
		return true, fsys.Remove(s.Path)
	}
	ready, err := state(fsys, temp(s.Path))
	if err != nil {
		return false, err
	}
	if ready != s.New { // the disk lost it with the machine's power
		return false, drop(fsys, s.Path)
	}
	return true, fsys.Rename(temp(s.Path), s.Path)
}

// takeBack removes what was laid ready, folders that were made for it, and the
// note. What cannot be removed is left to the next run.
func (n note) takeBack(fsys FS) {
	for _, s := range n.Files {
		if drop(fsys, s.Path) != nil {
			return // the note stays, so that the next run tries again
		}
		for dir := path.Dir(s.Path); s.Old == "" && dir != "." && fsys.Remove(dir) == nil; {
			dir = path.Dir(dir) // folders that hold something stay
		}
	}
	_ = fsys.Remove(openNote)
}

// drop removes the content that was laid ready for a file.
func drop(fsys FS, file string) error {
	if err := fsys.Remove(temp(file)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// state is the hash of what stands at a path; "" if nothing does.
func state(fsys FS, file string) (string, error) {
	b, err := fsys.Read(file)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err == nil && b == nil {
		b = []byte{}
	}
	return hash(b), err
}

// hash names a content; nil is none.
func hash(b []byte) string {
	if b == nil {
		return ""
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:12])
}

// temp is the name under which a file is written first: in the same folder, so
// that the rename stays on one disk, and hidden.
func temp(file string) string {
	return path.Join(path.Dir(file), "."+path.Base(file)+tempSuffix)
}

func put(fsys FS, file string, data []byte, durable bool) error {
	w, err := fsys.Create(file, durable)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return errors.Join(err, w.Close())
	}
	return w.Close()
}

// Mended tells what was found and done.
type Mended struct {
	Intent string   // what the interrupted run was about
	Done   bool     // its files are all in their places; else it was taken back
	Left   []string // files that somebody has changed meanwhile; they stay
}

// Pending reports whether a run on the folder was interrupted, or is going on.
func Pending(dir string) bool {
	for _, n := range []string{openNote, closedNote} {
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(n))); err == nil {
			return true
		}
	}
	return false
}

// Mend completes an interrupted run whose files all lie ready, and takes back
// one that had not come so far; nil if there was none. Only who holds the
// folder's lock may call it.
func Mend(fsys FS) (*Mended, error) {
	if b, err := fsys.Read(closedNote); err == nil {
		var n note
		if err := json.Unmarshal(b, &n); err != nil {
			return nil, fmt.Errorf("the journal of an interrupted run, %s, cannot be read: %w (remove it, then run fasti extract)", closedNote, err)
		}
		left, err := n.finish(fsys)
		if err != nil {
			return nil, fmt.Errorf("complete what was interrupted: %w", err)
		}
		return &Mended{n.Intent, true, left}, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	b, err := fsys.Read(openNote)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	var n note
	_ = json.Unmarshal(b, &n) // a note that is not whole was written before anything else
	n.takeBack(fsys)
	return &Mended{Intent: n.Intent}, nil
}
