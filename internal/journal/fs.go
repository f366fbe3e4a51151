package journal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// FS is what [Write] and [Mend] need of a folder. Paths are relative, with
// slashes.
type FS interface {
	MkdirAll(dir string) error
	// Create makes a new file, or empties one that is there; durable asks that
	// its bytes are on the disk before Close returns.
	Create(file string, durable bool) (io.WriteCloser, error)
	Rename(from, to string) error
	// Read gives the bytes of a file; fs.ErrNotExist if there is none.
	Read(file string) ([]byte, error)
	// Remove removes a file, or a folder that is empty.
	Remove(file string) error
}

// Folder is a folder of the disk.
type Folder struct{ root *os.Root }

// Open opens a folder. Nothing is written out of it, whatever links there are.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the site's folder: %w", err)
	}
	return &Folder{root}, nil
}

// Close lets go of the folder.
func (f *Folder) Close() error { return f.root.Close() }

// MkdirAll implements [FS].
func (f *Folder) MkdirAll(dir string) error { return f.root.MkdirAll(dir, 0o755) }

// Create implements [FS].
func (f *Folder) Create(file string, durable bool) (io.WriteCloser, error) {
	if err := f.root.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err // a leftover of an interrupted run
	}
	w, err := f.root.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	return &syncFile{w, durable}, nil
}

// Rename implements [FS].
func (f *Folder) Rename(from, to string) error {
	// A link in the place of the file is left; what it points at is not ours.
	if info, err := f.root.Lstat(to); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return fmt.Errorf("%s is a link", to)
	}
	return f.root.Rename(from, to)
}

// Read implements [FS].
func (f *Folder) Read(file string) ([]byte, error) { return f.root.ReadFile(file) }

// Remove implements [FS].
func (f *Folder) Remove(file string) error { return f.root.Remove(file) }

// syncFile brings a file that replaces a person's work to the disk before it
// takes its place. New files can be made again and need not wait.
type syncFile struct {
	*os.File
	durable bool
}

// Close implements [io.Closer].
func (f *syncFile) Close() error {
	var err error
	if f.durable {
		err = f.Sync()
	}
	return errors.Join(err, f.File.Close())
}
