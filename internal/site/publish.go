package site

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
	"slices"
	"sort"
	"strings"
)

// manifestName is the note that a build leaves in the output folder: what it
// wrote, and from what. It begins with a dot, so that hosts do not serve it.
const manifestName = ".fasti.json"

// manifest lists what builds wrote. Files is complete at any moment: a build
// adds the names that it is going to write before it writes the first of them,
// so an interrupted build is finished, and cleaned up, by the next.
type manifest struct {
	Input string           `json:"input"` // hash of all that the build read; "" while a build is under way
	Files map[string]int64 `json:"files"` // path -> size
}

// inputHash is a hash of files and of the things that shape a build otherwise.
func inputHash(files map[string][]byte, more ...string) string {
	h := sha256.New()
	for _, s := range more {
		fmt.Fprintf(h, "%d\n%s", len(s), s)
	}
	for _, name := range sortedKeys(files) {
		fmt.Fprintf(h, "%s\n%d\n", name, len(files[name]))
		h.Write(files[name])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// upToDate reports whether the output folder holds, complete, what a build
// from this input would write.
func upToDate(out, input string) bool {
	root, err := os.OpenRoot(out)
	if err != nil {
		return false
	}
	defer root.Close()
	m := readManifest(root)
	if m.Input == "" || m.Input != input {
		return false
	}
	for name, size := range m.Files {
		info, err := root.Lstat(name)
		if err != nil || !info.Mode().IsRegular() || info.Size() != size {
			return false
		}
	}
	return true
}

// publish brings the output folder to hold exactly files, beside what people
// have put there themselves: it writes the files that differ, each by a
// temporary file and a rename, index pages after the pages they lead to, and
// then removes what an earlier build wrote and this one did not.
func publish(out, input string, files map[string][]byte, rep *Report) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("output folder: %w", err)
	}
	root, err := os.OpenRoot(out)
	if err != nil {
		return fmt.Errorf("output folder: %w", err)
	}
	defer root.Close()
	old := readManifest(root)
	next := manifest{Input: input, Files: map[string]int64{}}
	both := manifest{Files: map[string]int64{}}
	for name, size := range old.Files {
		both.Files[name] = size
	}
	for name, data := range files {
		next.Files[name] = int64(len(data))
		both.Files[name] = int64(len(data))
	}
	if err := writeManifest(root, both); err != nil {
		return err
	}
	for _, name := range writingOrder(files) {
		had, err := root.ReadFile(name)
		if err == nil && bytes.Equal(had, files[name]) {
			rep.Unchanged++
			continue
		}
		if err := replace(root, name, files[name]); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		rep.Written++
	}
	for _, name := range sortedKeys(old.Files) {
		if _, keep := files[name]; keep || !fs.ValidPath(name) {
			continue
		}
		if err := removeUp(root, name); err != nil {
			return fmt.Errorf("remove %s: %w", name, err)
		}
		rep.Removed++
	}
	return writeManifest(root, next)
}

// writingOrder puts what pages need first, then pages, the deeper the earlier,
// so that a reader who comes in the middle of a build finds no broken link.
func writingOrder(files map[string][]byte) []string {
	names := sortedKeys(files)
	rank := func(name string) int {
		if path.Ext(name) != ".html" {
			return 0
		}
		return 100 - min(strings.Count(name, "/"), 90)
	}
	sort.SliceStable(names, func(i, j int) bool { return rank(names[i]) < rank(names[j]) })
	return names
}

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

func readManifest(root *os.Root) manifest {
	var m manifest
	b, err := root.ReadFile(manifestName)
	if err != nil || json.Unmarshal(b, &m) != nil {
		return manifest{}
	}
	return m
}

func writeManifest(root *os.Root, m manifest) error {
	b, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	if err := replace(root, manifestName, append(b, '\n')); err != nil {
		return fmt.Errorf("write %s: %w", manifestName, err)
	}
	return nil
}

// gather reads the regular files below dir/sub into files, by path from dir.
// Symbolic links are passed over: none leads out of the site's folder then.
func gather(dir, sub string, files map[string][]byte, skip ...string) error {
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
		if !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		files[name], err = root.ReadFile(name)
		return err
	})
	return err
}
