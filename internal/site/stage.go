package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"sort"
	"strings"
)

// stageDir holds, inside of the output folder, what a build has made and not
// yet moved into its place. So a build takes little memory, however large, and
// one that fails leaves the site as it was.
const stageDir = ".fasti-stage"

// stage brings the output folder to hold exactly what it is given, beside what
// people have put there themselves.
type stage struct {
	out    string
	root   *os.Root // nil while the folder does not exist
	dirs   *folders
	old    manifest        // of the last build
	gone   map[string]bool // of its files, those that are not what they were; nil: nobody has looked
	next   manifest        // of this one, whose files are those that are kept and those that are fresh
	kept   []bool          // of the files of the last build, by their place, whether they stay as they are
	fresh  map[string]made // files that were made in this build
	staged map[string]string
	count  int

	gallery *gallery                // pictures of events and actors, of all editions
	dry     bool                    // nothing is kept and nothing written
	named   map[string]bool         // of pages and files, those that are to be made or, in a dry run, passed over
	texts   []linked                // what people have written, for its links
	clocks  *clocks                 // of all editions
	saved   map[string]*savedTraces // by the prefix of the edition
	aliases map[string][]string     // of people's own pages
	places  map[string]string       // where people's own pages lie, "essay/"
}

// openStage looks at the output folder. Nothing is made before the first file
// is put.
func openStage(out string, l *Looked) (*stage, error) {
	s := &stage{out: out, staged: map[string]string{}, named: map[string]bool{}, fresh: map[string]made{}, next: manifest{Done: true, Runs: map[string]string{}}}
	root, err := os.OpenRoot(out)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, fmt.Errorf("output folder: %w", err)
	}
	s.root, s.dirs = root, &folders{dir: out}
	if s.look(l); s.gone == nil {
		s.old = readManifest(root)
	}
	s.kept = make([]bool, len(s.old.Files.names))
	return s, nil
}

// Close lets go of the folder and removes what is still staged.
func (s *stage) Close() error {
	if s.root == nil {
		return nil
	}
	if s.count > 0 {
		_ = s.root.RemoveAll(stageDir) // if it stays, the next build removes it
	}
	return s.root.Close()
}

// Staged reports whether a build has left pages in the output folder that are
// not in their places: it was interrupted, or is going on.
func Staged(out string) bool {
	root, err := os.OpenRoot(out)
	if err != nil {
		return false
	}
	defer root.Close()
	info, err := root.Lstat(stageDir)
	return err == nil && info.IsDir()
}

// Unstage removes what an interrupted build has left. The pages that it had
// moved stay; the next build finds them in its list and does the rest. Only who
// holds the site's lock may call it.
func Unstage(out string) error {
	if !Staged(out) {
		return nil
	}
	root, err := os.OpenRoot(out)
	if err != nil {
		return fmt.Errorf("output folder: %w", err)
	}
	defer root.Close()
	if err := root.RemoveAll(stageDir); err != nil {
		return fmt.Errorf("output folder: %w", err)
	}
	return nil
}

// Complete reports whether the output folder holds all files of the last
// build, in their sizes.
func Complete(out string) bool {
	root, err := os.OpenRoot(out)
	if err != nil {
		return false
	}
	defer root.Close()
	m := readManifest(root)
	return m.Done && m.missing(out, func(string) bool { return false })
}

// missing calls found for each file of the manifest that is not there or has
// another size, until that says no. It reports whether it came to the end.
func (m manifest) missing(out string, found func(name string) bool) bool {
	dirs := &folders{dir: out}
	for i, name := range m.Files.names {
		if !dirs.holds(name, m.Files.made[i].size) && !found(name) {
			return false
		}
	}
	return true
}

// Looked is what there is in an output folder, looked at while something else was
// done.
type Looked struct {
	out  string
	done chan struct{}
	old  manifest
	gone map[string]bool // files that are not what they were, as far as can be seen
}

// Look begins to look which files of the last build are in the output folder, for
// a build that soon follows and is alone at work there.
func Look(out string) *Looked {
	l := &Looked{out: out, done: make(chan struct{}), gone: map[string]bool{}}
	go func() {
		defer close(l.done)
		root, err := os.OpenRoot(out)
		if err != nil {
			return
		}
		defer root.Close()
		l.old = readManifest(root)
		l.old.missing(out, func(name string) bool { l.gone[name] = true; return true })
	}()
	return l
}

// look takes up what was looked at before; nil is nothing.
func (s *stage) look(l *Looked) {
	if l != nil && l.out == s.out && s.root != nil {
		<-l.done
		s.old, s.gone = l.old, l.gone
	}
}

// holds reports whether a file of the last build is there, in its size.
func (s *stage) holds(name string, size int64) bool {
	if s.gone != nil {
		return !s.gone[name]
	}
	return s.dirs.holds(name, size)
}

// keep takes over a file of the last build that was made from the same. It
// reports false if the file is not there, whole.
func (s *stage) keep(name, from string) bool {
	i, ok := s.old.Files.at[name]
	if ok && !s.dry && from != "" && s.old.Files.made[i].from == from && s.keepAt(i) {
		return true
	}
	s.named[name] = true
	return false
}

// keepAt takes over a file of the last build, by its place in the list. It
// reports false if the file is not there, whole.
func (s *stage) keepAt(i int) bool {
	name := s.old.Files.names[i]
	if s.root == nil || !s.holds(name, s.old.Files.made[i].size) {
		return false
	}
	if len(s.fresh) > 0 {
		delete(s.staged, name)
		delete(s.fresh, name)
	}
	s.kept[i] = true
	return true
}

// keepAll takes over all files of the last build, who has just made them.
func (s *stage) keepAll() {
	for i := range s.kept {
		s.kept[i] = true
	}
}

// note notes what a file of this build is and what it was made from.
func (s *stage) note(name string, m made) {
	s.fresh[name] = m
	s.drop(name)
}

// drop lets a file of the last build go.
func (s *stage) drop(name string) {
	if i, ok := s.old.Files.at[name]; ok {
		s.kept[i] = false
	}
}

// has reports whether a page or file is one of this build, made or kept or, in a
// dry run, passed over.
func (s *stage) has(name string) bool {
	if s.named[name] {
		return true
	}
	_, ok := s.file(name)
	return ok
}

// hasFolder reports whether there is something of this build in a folder.
func (s *stage) hasFolder(name string) bool {
	for other := range s.named {
		if strings.HasPrefix(other, name+"/") {
			return true
		}
	}
	for other := range s.fresh {
		if strings.HasPrefix(other, name+"/") {
			return true
		}
	}
	i := sort.SearchStrings(s.old.Files.names, name+"/")
	for ; i < len(s.kept) && strings.HasPrefix(s.old.Files.names[i], name+"/"); i++ {
		if s.kept[i] {
			return true
		}
	}
	return false
}

// file is what is known of a file of this build.
func (s *stage) file(name string) (made, bool) {
	if m, ok := s.fresh[name]; ok {
		return m, true
	}
	if i, ok := s.old.Files.at[name]; ok && s.kept[i] {
		return s.old.Files.made[i], true
	}
	return made{}, false
}

// files are all files of this build.
func (s *stage) files() listing {
	names, old := sortedKeys(s.fresh), &s.old.Files
	n := len(old.names) + len(names)
	l := listing{names: make([]string, 0, n), made: make([]made, 0, n), lines: make([]string, 0, n)}
	put := func(name string, m made, line string) {
		l.names, l.made, l.lines = append(l.names, name), append(l.made, m), append(l.lines, line)
	}
	for i, name := range old.names {
		if !s.kept[i] {
			continue
		}
		for len(names) > 0 && names[0] < name {
			put(names[0], s.fresh[names[0]], "")
			names = names[1:]
		}
		line := ""
		if len(old.lines) > 0 {
			line = old.lines[i]
		}
		put(name, old.made[i], line)
	}
	for _, name := range names {
		put(name, s.fresh[name], "")
	}
	return l
}

// put takes a file and what it was made from. A later file of the same name
// takes the place of an earlier one.
func (s *stage) put(name, from string, data []byte) error {
	delete(s.staged, name)
	s.note(name, made{int64(len(data)), from})
	if s.dry {
		return nil
	}
	if s.root != nil {
		if info, err := s.root.Lstat(name); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(data)) {
			if had, err := s.root.ReadFile(name); err == nil && bytes.Equal(had, data) {
				return nil
			}
		}
	}
	at, err := s.place()
	if err == nil {
		err = s.root.WriteFile(at, data, 0o644)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	s.staged[name] = at
	return nil
}

// place gives the next free place in the stage, a thousand to a folder.
func (s *stage) place() (string, error) {
	if err := s.begin(); err != nil {
		return "", err
	}
	dir := path.Join(stageDir, fmt.Sprint(s.count/1000))
	if s.count%1000 == 0 {
		if err := s.root.MkdirAll(dir, 0o755); err != nil {
			return "", err
		}
	}
	at := path.Join(dir, fmt.Sprint(s.count))
	s.count++
	return at, nil
}

// begin makes the output folder and an empty stage in it.
func (s *stage) begin() error {
	if s.root == nil {
		if err := os.MkdirAll(s.out, 0o755); err != nil {
			return fmt.Errorf("output folder: %w", err)
		}
		root, err := os.OpenRoot(s.out)
		if err != nil {
			return fmt.Errorf("output folder: %w", err)
		}
		s.root, s.dirs = root, &folders{dir: s.out}
	}
	if s.count == 0 {
		if err := s.root.RemoveAll(stageDir); err != nil { // of a build that was interrupted
			return fmt.Errorf("output folder: %w", err)
		}
	}
	return nil
}

// changed reports whether anything differs from the last build so far.
func (s *stage) changed() bool {
	if len(s.staged) > 0 || !s.old.Done {
		return true
	}
	same := 0
	for i, name := range s.old.Files.names {
		if m, fresh := s.fresh[name]; fresh && m == s.old.Files.made[i] {
			same++
		} else if fresh || !s.kept[i] {
			return true
		}
	}
	return same != len(s.fresh)
}

// commit moves what is staged into its place, pages after the pages that they
// lead to, and then removes what an earlier build wrote and this one did not.
func (s *stage) commit(rep *Report) error {
	s.next.Files = s.files()
	rep.Written, rep.Unchanged = len(s.staged), len(s.next.Files.names)-len(s.staged)
	if rep.Nothing = !s.changed() && maps.Equal(s.old.Runs, s.next.Runs) && s.old.Offers.State == s.next.Offers.State && maps.Equal(s.old.Originals, s.next.Originals); rep.Nothing {
		return nil
	}
	if err := s.begin(); err != nil {
		return err
	}
	if err := writeManifest(s.root, movingName, s.moving()); err != nil {
		return err
	}
	for _, name := range writingOrder(s.staged) {
		if dir := path.Dir(name); dir != "." {
			if err := s.root.MkdirAll(dir, 0o755); err != nil {
				return fmt.Errorf("write %s: %w", name, err)
			}
		}
		if err := s.root.Rename(s.staged[name], name); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	for i, name := range s.old.Files.names {
		if s.kept[i] || !fs.ValidPath(name) {
			continue
		}
		if _, here := s.fresh[name]; here {
			continue
		}
		if err := removeUp(s.root, name); err != nil {
			return fmt.Errorf("remove %s: %w", name, err)
		}
		rep.Removed++
	}
	if err := writeManifest(s.root, manifestName, s.next); err != nil {
		return err
	}
	if err := s.root.Remove(movingName); err != nil {
		return fmt.Errorf("remove %s: %w", movingName, err)
	}
	return nil
}

// moving lists the files that may be the old or the new while files are moved.
func (s *stage) moving() manifest {
	files := make(map[string]made, len(s.staged))
	for name := range s.staged {
		files[name] = made{size: s.fresh[name].size}
	}
	return manifest{Files: listingOf(files), Originals: s.next.Originals}
}

// writingOrder puts what pages need first, then pages, the deeper the earlier,
// so that a reader who comes in the middle of a build finds no broken link.
func writingOrder[V any](files map[string]V) []string {
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
