package filesums_test

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fasti/internal/filesums"
)

func write(t *testing.T, file, text string, age time.Duration) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(-age)
	if err := os.Chtimes(file, at, at); err != nil {
		t.Fatal(err)
	}
}

// A change is seen: of the text, also where size and time of writing stay, of a
// file that was written just before it was read, and of one that is no file any more.
func TestChangesAreSeen(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	check := func(what, text string) {
		t.Helper()
		s := filesums.Open(dir)
		sum, err := s.Of("a.md")
		if err != nil || sum != sha256.Sum256([]byte(text)) {
			t.Errorf("%s: another hash, %v", what, err)
		}
		s.Save()
	}
	write(t, file, "one", time.Hour)
	check("first", "one")
	check("the same", "one")
	write(t, file, "two", time.Hour)
	check("another text of the same size", "two")
	write(t, file, "six", 0)
	check("fresh", "six")
	write(t, file, "ten", 0)
	check("fresh again", "ten")
	if err := os.WriteFile(filepath.Join(dir, ".fasti/files"), []byte("fasti files 1\nbroken"), 0o644); err != nil {
		t.Fatal(err)
	}
	check("what was kept is broken", "ten")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if _, err := filesums.Open(dir).Of("a.md"); err == nil {
		t.Error("a file that is gone has a hash")
	}
}

// What was told stays until one begins anew or says that a file was written; who
// asks the files themselves sees the change at once.
func TestToldIsOneState(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	write(t, file, "one", time.Hour)
	s := filesums.Open(dir)
	one, two := sha256.Sum256([]byte("one")), sha256.Sum256([]byte("three"))
	s.Begin()
	if sum, err := s.Of("a.md"); err != nil || sum != one {
		t.Fatal(sum, err)
	}
	write(t, file, "three", time.Hour)
	if sum, ok := s.Told().Known("a.md"); !ok || sum != one {
		t.Error("what was told is forgotten")
	}
	if _, ok := s.Known("a.md"); ok {
		t.Error("a file that has changed is known")
	}
	s.Forget("a.md")
	if sum, err := s.Told().Of("a.md"); err != nil || sum != two {
		t.Error("what was forgotten is told")
	}
	s.Begin()
	write(t, file, "six", time.Hour)
	if _, ok := s.Told().Known("a.md"); ok {
		t.Error("what was told before is told")
	}
}
