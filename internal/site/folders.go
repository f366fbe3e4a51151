package site

import (
	"os"
	"path"
)

// folders looks at files of a folder. It holds the last two open that it looked
// into: the way to a file that nothing leads out of is as long as the file lies
// deep, and the files of a page lie together.
type folders struct {
	root *os.Root
	open [2]struct {
		name string
		dir  *os.Root // nil if there is no such folder
	}
}

// holds reports whether a file is there, and as large as it should be.
func (f *folders) holds(name string, size int64) bool {
	dir := f.root
	if at := path.Dir(name); at != "." {
		dir = f.folder(at)
	}
	if dir == nil {
		return false
	}
	info, err := dir.Lstat(path.Base(name))
	return err == nil && info.Mode().IsRegular() && info.Size() == size
}

func (f *folders) folder(name string) *os.Root {
	switch name {
	case f.open[0].name:
	case f.open[1].name:
		f.open[0], f.open[1] = f.open[1], f.open[0]
	default:
		if f.open[1].dir != nil {
			_ = f.open[1].dir.Close() // only read
		}
		f.open[1] = f.open[0]
		f.open[0].name = name
		f.open[0].dir, _ = f.root.OpenRoot(name) // none if it cannot be opened
	}
	return f.open[0].dir
}

// close lets go of what is open.
func (f *folders) close() {
	if f == nil {
		return
	}
	for i := range f.open {
		if f.open[i].dir != nil {
			_ = f.open[i].dir.Close()
		}
		f.open[i].name, f.open[i].dir = "", nil
	}
}
