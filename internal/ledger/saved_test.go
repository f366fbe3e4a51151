package ledger

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// What a run has saved of the example site is what reading it gives; nothing of
// a file with another hash, of another program, or of a spoilt store is taken.
func TestSavedContent(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	want, found := Load(dir)
	read := func(engine string) (taken int) {
		t.Helper()
		r := Reader{Sums: trueSums(dir), Engine: engine}
		c, ds := r.Load(dir)
		if !reflect.DeepEqual(c, want) || !reflect.DeepEqual(ds, found) {
			t.Fatal("it is not what reading it anew gives")
		}
		taken = len(r.saved)
		r.Save()
		return taken
	}
	if n := read("a"); n != 0 {
		t.Errorf("%d files were there before", n)
	}
	files := len(want.Articles) + len(want.Events) + len(want.Actors)
	whole := read("a") // with the files of the log
	if whole < files {
		t.Errorf("%d of %d files were saved", whole, files)
	}
	if n := read("b"); n != 0 {
		t.Errorf("%d files of another program were taken", n)
	}
	part := filepath.Join(dir, ".fasti/content/0")
	b, err := os.ReadFile(part)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	if err := os.WriteFile(part, b, 0o644); err != nil {
		t.Fatal(err)
	}
	if n := read("b"); n == 0 || n >= whole {
		t.Errorf("%d of %d files, one part is spoilt", n, whole)
	}
	if n := read("b"); n != whole {
		t.Errorf("%d of %d files were saved again", n, whole)
	}
}
