package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// However people edit the example site's files between two builds, the site is
// what one run over the same files makes that has nothing to go by, and that one
// finds nothing to change in the content. What is kept may be deleted, in part
// too, or broken.
func TestEditsOfFilesAreTheWhole(t *testing.T) {
	edits, every := 24, 6
	if testing.Short() {
		edits, every = 4, 4
	}
	d := exampleSite(t)
	d.build()
	r := rand.New(rand.NewPCG(11, 3))
	for i := range edits {
		what := d.change(r, i)
		d.spoil(r, i)
		d.build()
		if i%every != every-1 {
			continue
		}
		fresh := &fileSite{t, t.TempDir()}
		for _, name := range []string{"content", "hugo.yaml"} {
			d.copyTo(fresh.dir, name)
		}
		before := fresh.tree("content")
		fresh.build()
		for _, name := range []string{"content", "public"} {
			compareTrees(t, name, d.tree(name), fresh.tree(name))
		}
		compareTrees(t, "content written anew", before, fresh.tree("content"))
		if t.Failed() {
			t.Fatalf("edit %d: %s", i, what)
		}
	}
}

// fileSite is a site on the disk.
type fileSite struct {
	*testing.T
	dir string
}

func exampleSite(t *testing.T) *fileSite {
	t.Helper()
	d := &fileSite{t, t.TempDir()}
	if err := os.CopyFS(filepath.Join(d.dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("../../hugo.yaml")
	if err == nil {
		err = os.WriteFile(filepath.Join(d.dir, "hugo.yaml"), b, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *fileSite) build() {
	d.Helper()
	var out bytes.Buffer
	code := run(context.Background(), []string{"-C", d.dir, "--now", "2031-04-01", "--by", "Anna", "build"}, streams{strings.NewReader(""), &out, &out})
	if code != exitOK && code != exitFault { // people's edits have faults
		d.Fatalf("exit code %d\n%s", code, out.String())
	}
}

func (d *fileSite) copyTo(dir, name string) {
	d.Helper()
	from, to := filepath.Join(d.dir, name), filepath.Join(dir, name)
	info, err := os.Stat(from)
	if err == nil && info.IsDir() {
		err = os.CopyFS(to, os.DirFS(from))
	} else if err == nil {
		var b []byte
		if b, err = os.ReadFile(from); err == nil {
			err = os.WriteFile(to, b, 0o644)
		}
	}
	if err != nil {
		d.Fatal(err)
	}
}

// tree gives the files below a folder of the site.
func (d *fileSite) tree(name string) map[string]string {
	d.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(filepath.Join(d.dir, name), func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(d.dir, p)
		out[rel] = string(b)
		return err
	})
	if err != nil {
		d.Fatal(err)
	}
	return out
}

func compareTrees(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for name, text := range want {
		if have, ok := got[name]; !ok {
			t.Errorf("%s: %s is missing", what, name)
		} else if have != text {
			t.Errorf("%s: %s differs", what, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is too many", what, name)
		}
	}
}

// change edits a file as people do, and says what.
func (d *fileSite) change(r *rand.Rand, i int) string {
	d.Helper()
	events, articles, actors := d.files("content/events"), d.files("content/articles"), d.files("content/actors")
	switch r.IntN(7) {
	case 0:
		return d.replace(events[r.IntN(len(events))], "\ntitle: ", fmt.Sprintf("\ntitle: %d ", i))
	case 1:
		return d.replace(events[r.IntN(len(events))], "\nstatus: happened", "\nstatus: alleged")
	case 2:
		return d.replace(events[r.IntN(len(events))], "\nreview: proposed", "\nreview: accepted")
	case 3:
		file := articles[r.IntN(len(articles))]
		return d.replace(file, "", fmt.Sprintf("\n\nOn %d March 2024 Antony Blinken met Benjamin Netanyahu in Jerusalem.\n", 1+i))
	case 4:
		return d.replace(articles[r.IntN(len(articles))], "\n---\n", "\n---\nIt rained.\n\n")
	case 5:
		return d.replace(actors[r.IntN(len(actors))], "\ntitle: ", "\ntitle: New ")
	}
	file := events[r.IntN(len(events))]
	if err := os.Remove(filepath.Join(d.dir, file)); err != nil {
		d.Fatal(err)
	}
	return "removed " + file
}

// files are the Markdown files below a folder, in order.
func (d *fileSite) files(name string) []string {
	d.Helper()
	var out []string
	for file := range d.tree(name) {
		if strings.HasSuffix(file, ".md") && !strings.HasSuffix(file, "README.md") {
			out = append(out, file)
		}
	}
	slices.Sort(out)
	return out
}

// replace replaces the first of some words of a file; none are its end.
func (d *fileSite) replace(file, old, text string) string {
	d.Helper()
	path := filepath.Join(d.dir, file)
	b, err := os.ReadFile(path)
	if err != nil {
		d.Fatal(err)
	}
	s := string(b) + text
	if old != "" {
		s = strings.Replace(string(b), old, text, 1)
	}
	if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
		d.Fatal(err)
	}
	return fmt.Sprintf("%s: %q to %q", file, old, text)
}

// spoil deletes or breaks now and then a part of what is kept between builds.
func (d *fileSite) spoil(r *rand.Rand, i int) {
	d.Helper()
	kept := []string{"content", "files", "gists", "heard", "pages", "extract", "built"}
	path := filepath.Join(d.dir, ".fasti", kept[r.IntN(len(kept))])
	switch info, err := os.Stat(path); {
	case err != nil:
	case i%4 == 1:
		if err := os.RemoveAll(path); err != nil {
			d.Fatal(err)
		}
	case i%4 == 3 && !info.IsDir():
		b, err := os.ReadFile(path)
		if err != nil {
			d.Fatal(err)
		}
		b[r.IntN(len(b))] ^= 2
		if err := os.WriteFile(path, b, 0o644); err != nil {
			d.Fatal(err)
		}
	}
}
