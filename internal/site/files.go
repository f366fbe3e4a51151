package site

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// replace writes a file so that at any moment its name stands for the old
// bytes or the new ones.
func replace(root *os.Root, name string, data []byte) error {
	if dir := path.Dir(name); dir != "." {
		if err := root.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	temp := path.Join(path.Dir(name), ".fasti-"+path.Base(name)+".tmp")
	if err := root.WriteFile(temp, data, 0o644); err != nil {
		_ = root.Remove(temp)
		return err
	}
	if err := root.Rename(temp, name); err != nil {
		_ = root.Remove(temp)
		return err
	}
	return nil
}

// removeUp removes a file and the folders that it leaves empty.
func removeUp(root *os.Root, name string) error {
	if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if root.Remove(dir) != nil { // not empty, or gone already
			return nil
		}
	}
	return nil
}

// gather reads the regular files below dir/sub into files, by path from dir.
// Symbolic links are passed over and given to links: none leads out of the
// site's folder then. Folders of content/ that begin with a dot are passed over
// too: editors of notes and version control keep their own things there.
// static/.well-known is for hosts.
func gather(dir, sub string, files map[string][]byte, links func(name string), skip ...string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), sub, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) && name == sub {
				return fs.SkipAll
			}
			return err
		}
		if slices.Contains(skip, name) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() && sub == "content" && name != sub && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if d.Type()&fs.ModeSymlink != 0 && !strings.HasPrefix(d.Name(), ".") {
			links(name)
		}
		if !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		files[name], err = root.ReadFile(name)
		return err
	})
	return err
}
