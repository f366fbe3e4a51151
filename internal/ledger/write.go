package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// FS is what [Plan.WriteTo] needs of a folder. Paths are relative, with
// slashes.
type FS interface {
	MkdirAll(dir string) error
	// Create makes a new file; durable asks that its bytes are on the disk
	// before Close returns.
	Create(file string, durable bool) (io.WriteCloser, error)
	Rename(from, to string) error
	// Read gives the bytes of a file; fs.ErrNotExist if there is none.
	Read(file string) ([]byte, error)
	Remove(file string) error
}

// tempSuffix marks a file that is not yet in its place. Such files are never
// read.
const tempSuffix = ".fasti-tmp"

// Write writes the plan into the site's folder. All new contents are first
// written beside their places and then renamed, so that a full disk, a folder
// that cannot be written and an interruption leave every file whole, old or
// new, and a fault before the first rename leaves everything as it was. A file
// that somebody has saved since it was loaded is left alone: the error says so,
// and the next run takes it as it is then.
func (p *Plan) Write(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("open the site's folder: %w", err)
	}
	defer root.Close()
	return p.WriteTo(rootFS{root})
}

// WriteTo is [Plan.Write] for any file system.
func (p *Plan) WriteTo(fsys FS) (err error) {
	staged := 0
	defer func() {
		for _, f := range p.Files[:staged] {
			_ = fsys.Remove(temp(f.Path)) // what was not renamed
		}
	}()
	for _, f := range p.Files {
		if err := stage(fsys, f, &staged); err != nil {
			return fmt.Errorf("write %s: %w (nothing was changed)", f.Path, err)
		}
	}
	var saved []string
	for i, f := range p.Files {
		switch same, err := asLoaded(fsys, f); {
		case err != nil:
			return fmt.Errorf("look at %s: %w (%d of %d files are written; the next run writes the others)", f.Path, err, i, len(p.Files))
		case !same || f.Path == idsFile && len(saved) > 0: // ids only of files that are there
			saved = append(saved, f.Path)
			continue
		}
		if err := fsys.Rename(temp(f.Path), f.Path); err != nil {
			return fmt.Errorf("put %s in its place: %w (%d of %d files are written; the next run writes the others)", f.Path, err, i, len(p.Files))
		}
	}
	if len(saved) > 0 {
		return fmt.Errorf("left alone, since somebody changed it while fasti was working: %s (run it again)", strings.Join(saved, ", "))
	}
	return nil
}

// asLoaded reports whether a file still is what it was when the plan was
// made. The history is only ever added to: what others have added stays, and
// ours comes behind it.
func asLoaded(fsys FS, f File) (bool, error) {
	now, err := fsys.Read(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f.Old == nil, nil
	case err != nil:
		return false, err
	case f.Old != nil && bytes.Equal(now, f.Old):
		return true, nil
	case f.Path != historyFile || !bytes.HasPrefix(now, f.Old):
		return false, nil
	}
	f.New = append(now, f.New[len(f.Old):]...)
	n := 0
	return true, stage(fsys, f, &n)
}

// temp is the name under which a file is written first: in the same folder,
// so that the rename stays on one disk, and hidden.
func temp(file string) string {
	return path.Join(path.Dir(file), "."+path.Base(file)+tempSuffix)
}

func stage(fsys FS, f File, staged *int) error {
	if err := fsys.MkdirAll(path.Dir(f.Path)); err != nil {
		return err
	}
	*staged++ // from here on there is something to remove
	w, err := fsys.Create(temp(f.Path), f.Old != nil)
	if err != nil {
		return err
	}
	if _, err := w.Write(f.New); err != nil {
		return errors.Join(err, w.Close())
	}
	return w.Close()
}

// rootFS writes below one folder and never out of it, whatever links there
// are.
type rootFS struct{ root *os.Root }

func (r rootFS) MkdirAll(dir string) error { return r.root.MkdirAll(dir, 0o755) }

func (r rootFS) Create(file string, durable bool) (io.WriteCloser, error) {
	if err := r.root.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err // a leftover of an interrupted run
	}
	f, err := r.root.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	return &syncFile{f, durable}, nil
}

func (r rootFS) Rename(from, to string) error {
	// A link in the place of the file is left; what it points at is not ours.
	if info, err := r.root.Lstat(to); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return fmt.Errorf("%s is a link", to)
	}
	return r.root.Rename(from, to)
}

func (r rootFS) Read(file string) ([]byte, error) { return r.root.ReadFile(file) }

func (r rootFS) Remove(file string) error { return r.root.Remove(file) }

// syncFile brings a file that replaces a person's work to the disk before it
// takes its place. New files can be made again and need not wait.
type syncFile struct {
	*os.File
	durable bool
}

func (f *syncFile) Close() error {
	var err error
	if f.durable {
		err = f.Sync()
	}
	return errors.Join(err, f.File.Close())
}
