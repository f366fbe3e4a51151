package ledger

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"strings"
	"testing"

	"fasti/internal/decisions"
	"fasti/internal/journal"
)

// faulty is a folder whose disk is full after some bytes, or that fails at
// the n-th operation, as an interruption does.
type faulty struct {
	*journal.Folder
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
	return f.Folder.MkdirAll(dir)
}

func (f *faulty) Create(file string, durable bool) (io.WriteCloser, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	w, err := f.Folder.Create(file, durable)
	return &faultyFile{w, f}, err
}

func (f *faulty) Rename(from, to string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.Folder.Rename(from, to)
}

func (f *faulty) Remove(file string) error {
	if f.left == 0 {
		return errStopped // who is dead cleans nothing up
	}
	return f.Folder.Remove(file)
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
		root, err := journal.Open(s.dir)
		if err != nil {
			t.Fatal(err)
		}
		err = p.WriteTo(&faulty{root, room, -1})
		if !errors.Is(err, errFull) || !strings.Contains(err.Error(), "nothing was changed") {
			t.Fatalf("room %d: %v", room, err)
		}
		if !maps.Equal(before, s.tree()) {
			t.Fatalf("room %d: something was changed", room)
		}
		root.Close()
	}
}

// Stopped at any operation, the next run completes what was begun or takes it
// back, and then comes to the same end as one that was not stopped.
func TestInterrupted(t *testing.T) {
	clean := changed(t)
	before := clean.tree()
	clean.run()
	want := clean.tree()
	for stop := 0; ; stop++ {
		s := changed(t)
		root, err := journal.Open(s.dir)
		if err != nil {
			t.Fatal(err)
		}
		err = s.plan().WriteTo(&faulty{root, -1, stop})
		if _, err := journal.Mend(root); err != nil {
			t.Fatal(err)
		}
		root.Close()
		got := s.tree()
		if !maps.Equal(got, want) && !maps.Equal(got, before) {
			t.Fatalf("stop %d: neither done nor undone:\n%s", stop, difference(got, want))
		}
		s.run()
		if got := s.tree(); !maps.Equal(got, want) {
			t.Fatalf("stop %d ends otherwise:\n%s", stop, difference(got, want))
		}
		if err == nil {
			break
		}
	}
}

// The same for what people do: accept, merge with all that follows from it, an
// act on an actor that removes a file, and undo. Stopped at any operation, the
// next command finds all files done, with their lines of the log, or none.
func TestInterruptedActs(t *testing.T) {
	type made struct {
		*testSite
		plan *Plan
	}
	begin := func() *testSite {
		s := vote(t)
		s.article("oslo-note", "2024-02-08", "Kiel got a harbour on 6 February.")
		s.timeline += "title=Kiel gets a harbour; when=2024-02-06; kind=economy; actors=kiel:actor\n  oslo-note:1; trigger=got\n"
		s.run()
		return s
	}
	for name, do := range map[string]func(*testSite) *Plan{
		"accept": func(s *testSite) *Plan {
			return s.load().Do(each(decisions.Accept, s.load().Events), Options{Day: s.day})
		},
		"merge": func(s *testSite) *Plan {
			c := s.load()
			p := c.Do([]Act{{Act: decisions.Merge, Event: c.Events[1].ID, Into: c.Events[0].ID}}, Options{Day: s.day})
			after, _ := c.After(p)
			return p.With(after.Apply(s.parse(after), Options{Day: s.day}))
		},
		"actors": func(s *testSite) *Plan {
			return s.load().Do([]Act{{Act: decisions.MergeActors, Actor: "norway", Into: "kiel"}}, Options{Day: s.day})
		},
		"undo": func(s *testSite) *Plan {
			s.do(Act{Act: decisions.MergeActors, Actor: "norway", Into: "kiel"})
			c := s.load()
			return c.Undo(c.Log().Groups()[:1], Options{Day: s.day})
		},
	} {
		t.Run(name, func(t *testing.T) {
			clean := begin()
			if err := do(clean).Write(clean.dir); err != nil {
				t.Fatal(err)
			}
			want := clean.tree()
			for stop := 0; ; stop++ {
				s := begin()
				m := made{s, do(s)}
				before := s.tree()
				root, err := journal.Open(s.dir)
				if err != nil {
					t.Fatal(err)
				}
				err = m.plan.WriteTo(&faulty{root, -1, stop})
				mended, fault := journal.Mend(root)
				root.Close()
				if fault != nil {
					t.Fatal(fault)
				}
				got := s.tree()
				if done := maps.Equal(got, want); !done && !maps.Equal(got, before) || mended != nil && mended.Done != done {
					t.Fatalf("stop %d (%+v): neither done nor undone:\n%s", stop, mended, difference(got, want))
				}
				if err == nil {
					return
				}
			}
		})
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
	before := s.tree()
	err := p.Write(s.dir)
	if err == nil || !strings.Contains(err.Error(), votePath) {
		t.Fatalf("error %v", err)
	}
	if got := s.tree(); !maps.Equal(got, before) {
		t.Errorf("something was written:\n%s", difference(got, before))
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
