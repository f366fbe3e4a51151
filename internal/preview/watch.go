package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long files must rest before a change counts: editors write a
// file in several steps.
const settle = 150 * time.Millisecond

// Watch calls changed after each change below the paths (files, or folders
// with all that is in them; those that do not exist are passed over) until ctx
// ends. Hidden files and editors' backups do not count.
func Watch(ctx context.Context, paths []string, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch files: %w", err)
	}
	defer w.Close()
	for _, p := range paths {
		if err := watchTree(w, p); err != nil {
			return fmt.Errorf("watch %s: %w", p, err)
		}
	}
	timer := time.NewTimer(settle)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.Errors:
			return fmt.Errorf("watch files: %w", err)
		case e := <-w.Events:
			if ignored(e.Name) || e.Op == fsnotify.Chmod {
				continue
			}
			if e.Has(fsnotify.Create) {
				// A folder that came or went again meanwhile is no fault.
				_ = watchTree(w, e.Name)
			}
			timer.Reset(settle)
		case <-timer.C:
			changed()
		}
	}
}

// watchTree watches a file, or a folder and all folders in it.
func watchTree(w *fsnotify.Watcher, path string) error {
	return filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if d.IsDir() && p != path && ignored(p) {
			return fs.SkipDir
		}
		if d.IsDir() || p == path {
			return w.Add(p)
		}
		return nil
	})
}

func ignored(path string) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, ".") && name != "." || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#")
}
