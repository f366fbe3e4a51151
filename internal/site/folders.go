package site

import (
	"os"
	"path"
	"path/filepath"
)

// folders looks at files of a folder. A file below a link to another folder is
// none of them, and what leads to a folder is looked at once.
type folders struct {
	dir  string
	real map[string]bool // of folders in it, whether they are such
}

// holds reports whether a file is there, and as large as it should be.
func (f *folders) holds(name string, size int64) bool {
	if !f.folder(path.Dir(name)) {
		return false
	}
	info, err := os.Lstat(f.dir + string(filepath.Separator) + filepath.FromSlash(name))
	return err == nil && info.Mode().IsRegular() && info.Size() == size
}

// folder reports whether something is a folder, and not by way of a link.
func (f *folders) folder(name string) bool {
	if name == "." {
		return true
	}
	ok, known := f.real[name]
	if known {
		return ok
	}
	if f.folder(path.Dir(name)) {
		info, err := os.Lstat(f.dir + string(filepath.Separator) + filepath.FromSlash(name))
		ok = err == nil && info.IsDir()
	}
	if f.real == nil {
		f.real = map[string]bool{}
	}
	f.real[name] = ok
	return ok
}
