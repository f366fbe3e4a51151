package bundle

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// lay writes files below a new folder.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFolderHoldsTheSiteAndNothingElse(t *testing.T) {
	files := map[string]string{
		"index.html": "<p>Home</p>", "e/day/index.html": "<p>Day</p>", "p/köln/index.html": "", "assets/site.css": "p{}",
		".gitignore": "*", ".fasti.json": "{}", ".cache/x": "x", "download/site.zip": "old",
	}
	dir := lay(t, files)
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "leak.txt")); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	n, err := Folder(&b, dir, func(path string) bool { return path == "download/site.zip" })
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
		if len(f.Extra) > 0 || f.Method != zip.Deflate || f.Flags&8 != 0 {
			t.Errorf("%s: extra %x, method %d, flags %x", f.Name, f.Extra, f.Method, f.Flags)
		}
		if got := f.Modified.UTC().Format(time.DateOnly); got != "1980-01-01" {
			t.Errorf("%s is of %s", f.Name, got)
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(in); err != nil || string(got) != files[f.Name] {
			t.Errorf("%s holds %q, %v; want %q", f.Name, got, err, files[f.Name])
		}
	}
	want := []string{"assets/site.css", "e/day/index.html", "index.html", "p/köln/index.html"}
	if !slices.Equal(names, want) || n != len(want) {
		t.Errorf("%d files %q, want %q", n, names, want)
	}

	// Another day, other modes, the same bytes.
	other := lay(t, files)
	old := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(other, "index.html"), old, old); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(other, "index.html"), 0o600); err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if _, err := Folder(&again, other, func(path string) bool { return path == "download/site.zip" }); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("two runs give different bytes")
	}
}

func TestWriteLeavesTheOldFileOnError(t *testing.T) {
	dir := lay(t, map[string]string{"a.zip": "old"})
	if _, err := Write(dir, "a.zip", func(w io.Writer) error {
		_, _ = w.Write([]byte("half"))
		return io.ErrUnexpectedEOF
	}); err == nil {
		t.Fatal("no error")
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "a.zip")); string(got) != "old" {
		t.Errorf("a.zip holds %q", got)
	}
	f, err := Write(dir, "a.zip", func(w io.Writer) error { _, err := w.Write([]byte("new")); return err })
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte("new"))
	got, _ := os.ReadFile(filepath.Join(dir, "a.zip.sha256"))
	if want := hex.EncodeToString(sum[:]) + "  a.zip\n"; string(got) != want || f.Size != 3 {
		t.Errorf("checksum %q, want %q; size %d", got, want, f.Size)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
