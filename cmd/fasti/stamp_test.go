package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A build that has written to the content notes the stamp that the files have
// then, though it has looked only at what it wrote: the next one has nothing to do.
func TestStampAfterAPlanIsThatOfTheFiles(t *testing.T) {
	d := &fileSite{t, t.TempDir()}
	put := func(name, text string) {
		t.Helper()
		file := filepath.Join(d.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := func(what string) {
		t.Helper()
		d.build()
		a := &app{dir: d.dir}
		if was := a.stamped().stamp; was == "" || was != a.stamp(nil) {
			t.Errorf("%s: the stamp %q is not that of the files", what, was)
		}
	}
	head := "---\ntitle: Anna Lavam opened a bridge\ndate: 2029-02-26\nlang: en\npublisher: Coast Post\n---\n"
	put("hugo.yaml", "title: T\nlanguageCode: en\n")
	put("content/articles/one.md", head+"Anna Lavam opened the new bridge of Nepir on 29 April 2012.\n")
	check("first")
	put("content/articles/two.md", strings.Replace(head, "Coast", "Land", 1)+"Boris Kegor resigned as head of the Nepir City Council on 23 March 2013.\n")
	check("another article")
	put("content/articles/one.md", head+"It rained.\n")
	check("an event less")
	if err := os.Remove(filepath.Join(d.dir, "content/articles/two.md")); err != nil {
		t.Fatal(err)
	}
	check("an article less")
}
