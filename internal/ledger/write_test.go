package ledger

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"strings"
	"testing"
)

// faulty is a folder whose disk is full after some bytes, or that fails at
// the n-th operation, as an interruption does.
type faulty struct {
	rootFS
	room int // bytes; -1: endless
	left int // operations; -1: endless
}

var (
	errFull    = errors.New("no space left on device")
	errStopped = errors.New("stopped")
)

func (f *faulty) step() error {
	if f.left == 0 {
		return errStopped
	}
	f.left--
	return nil
}

func (f *faulty) MkdirAll(dir string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.rootFS.MkdirAll(dir)
}

func (f *faulty) Create(file string, durable bool) (io.WriteCloser, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	w, err := f.rootFS.Create(file, durable)
	return &faultyFile{w, f}, err
}

func (f *faulty) Rename(from, to string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.rootFS.Rename(from, to)
}

func (f *faulty) Remove(file string) error {
	if f.left == 0 {
		return errStopped // who is dead cleans nothing up
	}
	return f.rootFS.Remove(file)
}

type faultyFile struct {
	io.WriteCloser
	f *faulty
}

func (w *faultyFile) Write(b []byte) (int, error) {
	if err := w.f.step(); err != nil {
		n, _ := w.WriteCloser.Write(b[:len(b)/2])
		return n, err
	}
	if w.f.room >= 0 && len(b) > w.f.room {
		n, _ := w.WriteCloser.Write(b[:w.f.room])
		w.f.room = 0
		return n, errFull
	}
	if w.f.room >= 0 {
		w.f.room -= len(b)
	}
	return w.WriteCloser.Write(b)
}

// changed is a site on which the next run writes new and changed files.
func changed(t *testing.T) *testSite {
	s := vote(t)
	s.run()
	s.article("oslo-note", "2024-02-08", "Kiel voted for a harbour on 6 February.", "It rained in Oslo.")
	s.timeline = strings.Replace(s.timeline, "kind=election", "kind=statement", 1) +
		"  oslo-note:1; trigger=voted\ntitle=Rain in Oslo; when=2024-02-08; kind=other; actors=oslo:actor\n  oslo-note:2; trigger=rained\n"
	return s
}

func TestFullDisk(t *testing.T) {
	s := changed(t)
	before := s.tree()
	p := s.plan()
	total := 0
	for _, f := range p.Files {
		total += len(f.New)
	}
	for room := 0; room < total; room += 97 {
		root, err := os.OpenRoot(s.dir)
		if err != nil {
			t.Fatal(err)
		}
		err = p.WriteTo(&faulty{rootFS{root}, room, -1})
		if !errors.Is(err, errFull) || !strings.Contains(err.Error(), "nothing was changed") {
			t.Fatalf("room %d: %v", room, err)
		}
		if !maps.Equal(before, s.tree()) {
			t.Fatalf("room %d: something was changed", room)
		}
		root.Close()
	}
}

// Stopped at any operation, every file is whole, old or new, and the next
// run comes to the same end as one that was not stopped.
func TestInterrupted(t *testing.T) {
	clean := changed(t)
	p := clean.run()
	want := clean.tree()
	fresh := map[string]string{}
	for _, f := range p.Files {
		fresh[f.Path] = string(f.New)
	}
	for stop := 0; ; stop++ {
		s := changed(t)
		before := s.tree()
		root, err := os.OpenRoot(s.dir)
		if err != nil {
			t.Fatal(err)
		}
		err = s.plan().WriteTo(&faulty{rootFS{root}, -1, stop})
		root.Close()
		for path, text := range s.tree() {
			if !strings.HasSuffix(path, tempSuffix) && text != before[path] && text != fresh[path] {
				t.Fatalf("stop %d: %s is neither old nor new:\n%s", stop, path, text)
			}
		}
		s.run()
		got := s.tree()
		maps.DeleteFunc(got, func(k, _ string) bool { return strings.HasSuffix(k, tempSuffix) })
		if !maps.Equal(got, want) {
			t.Fatalf("stop %d ends otherwise:\n%s", stop, difference(got, want))
		}
		if err == nil {
			break
		}
	}
}

func difference(a, b map[string]string) string {
	out := ""
	for k := range a {
		if a[k] != b[k] {
			out += fmt.Sprintf("%s:\n%s\n--- want\n%s\n", k, a[k], b[k])
		}
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			out += k + " is missing\n"
		}
	}
	return out
}

// Who saves a file while fasti works keeps what was saved.
func TestSavedMeanwhile(t *testing.T) {
	s := changed(t)
	p := s.plan()
	s.edit(votePath, "title: Council", "title: Our council")
	s.write(historyFile, s.read(historyFile)+"2024-03-01\tother\tnew\ttitle\t\tOther\t\n")
	mine := s.read(votePath)
	err := p.Write(s.dir)
	if err == nil || !strings.Contains(err.Error(), votePath) {
		t.Fatalf("error %v", err)
	}
	if s.read(votePath) != mine {
		t.Errorf("what was saved is lost:\n%s", s.read(votePath))
	}
	h := s.read(historyFile)
	if !strings.Contains(h, "\tother\tnew") || !strings.Contains(h, "Rain in Oslo") {
		t.Errorf("history:\n%s", h)
	}
	s.run()
	if e := s.load().Events; len(e) != 2 || !strings.Contains(s.read(votePath), "title: Our council of") {
		t.Errorf("%d events\n%s", len(e), s.read(votePath))
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	s := vote(t)
	if err := os.Chmod(s.dir+"/content", 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(s.dir+"/content", 0o755)
	if err := s.plan().Write(s.dir); err == nil || !strings.Contains(err.Error(), "permission") {
		t.Error(err)
	}
}
