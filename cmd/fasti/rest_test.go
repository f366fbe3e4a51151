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

// A site comes to rest: whatever people and commands did to it, one extract
// brings it up to date and the next has nothing to do; and merge needs none.
func TestComesToRest(t *testing.T) {
	seeds, steps := uint64(2), 12
	if testing.Short() {
		seeds, steps = 1, 6
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			d := &desk{T: t, dir: t.TempDir(), r: rand.New(rand.NewPCG(seed, 3))}
			d.begin()
			for i := range steps {
				what := d.step(i)
				d.rest(what)
			}
		})
	}
}

// desk is a site with people at work on it.
type desk struct {
	*testing.T
	dir string
	r   *rand.Rand
}

func (d *desk) begin() {
	d.put("hugo.yaml", "title: Test\n")
	files, err := filepath.Glob("../../content/articles/*.md")
	if err != nil || len(files) < 10 {
		d.Fatalf("%d articles, %v", len(files), err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			d.Fatal(err)
		}
		d.put("content/articles/"+filepath.Base(f), string(b))
	}
	d.rest("begin")
}

func (d *desk) put(name, text string) {
	path := filepath.Join(d.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
}

// do runs a command; whether it found something to do is not the question.
func (d *desk) do(args ...string) string {
	var errs bytes.Buffer
	run(context.Background(), append([]string{"-C", d.dir, "--now", "2024-04-01"}, args...), streams{strings.NewReader(""), &bytes.Buffer{}, &errs})
	return errs.String()
}

// tree is the content, file by file.
func (d *desk) tree() map[string]string {
	files := map[string]string{}
	err := filepath.WalkDir(filepath.Join(d.dir, "content"), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(d.dir, path)
		files[filepath.ToSlash(name)] = string(b)
		return err
	})
	if err != nil {
		d.Fatal(err)
	}
	return files
}

func (d *desk) same(what string, a, b map[string]string) {
	d.Helper()
	for name := range b {
		if a[name] != b[name] {
			d.Errorf("after %s: %s changed:\n%s", what, name, differing(a[name], b[name]))
		}
	}
	if len(a) != len(b) {
		d.Errorf("after %s: %d files became %d", what, len(a), len(b))
	}
}

// differing lists the lines that only one of two texts has.
func differing(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	out := ""
	for _, l := range x {
		if !slices.Contains(y, l) {
			out += "- " + l + "\n"
		}
	}
	for _, l := range y {
		if !slices.Contains(x, l) {
			out += "+ " + l + "\n"
		}
	}
	return out
}

func (d *desk) rest(what string) {
	d.Helper()
	first := d.do("extract")
	before := d.tree()
	second := d.do("extract")
	d.same(what, before, d.tree())
	if !strings.Contains(second, "nothing to change") {
		d.Errorf("after %s: the second extract says %s; the first said %s", what, second, first)
	}
	if d.Failed() {
		d.FailNow()
	}
}

// files are the files below a folder of the content, in order.
func (d *desk) files(dir string) []string {
	var out []string
	for name := range d.tree() {
		if strings.HasPrefix(name, "content/"+dir+"/") && strings.HasSuffix(name, ".md") {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func (d *desk) one(of []string) string { return of[d.r.IntN(len(of))] }

// edit changes the first line that begins so.
func (d *desk) edit(name, begin, line string) bool {
	lines := strings.Split(d.tree()[name], "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, begin) })
	if i < 0 {
		return false
	}
	lines[i] = line
	d.put(name, strings.Join(lines, "\n"))
	return true
}

func (d *desk) step(i int) string {
	events, articles := d.files("events"), d.files("articles")
	a, b := d.one(events), d.one(events)
	switch d.r.IntN(14) {
	case 0, 1:
		d.do("accept", a)
		return "accept " + a
	case 2:
		d.do("reject", a)
		return "reject " + a
	case 3, 4, 5:
		said := d.do("merge", a, "--into", b)
		before := d.tree()
		d.do("extract")
		d.same("merge "+a+" into "+b+" ("+said+")", before, d.tree())
		return "merge " + a + " into " + b
	case 6:
		d.edit(a, "title: ", fmt.Sprintf("title: A title of ours %d", i))
		return "title of " + a
	case 7:
		d.edit(a, "when: ", fmt.Sprintf("when: \"2024-02-%02d\"", 1+d.r.IntN(28)))
		return "date of " + a
	case 8:
		if err := os.Remove(filepath.Join(d.dir, filepath.FromSlash(a))); err != nil {
			d.Fatal(err)
		}
		return "deletion of " + a
	case 9:
		name := d.one(articles)
		if err := os.Rename(filepath.Join(d.dir, filepath.FromSlash(name)), filepath.Join(d.dir, "content", "articles", fmt.Sprintf("renamed-%d.md", i))); err != nil {
			d.Fatal(err)
		}
		return "renaming of " + name
	case 10:
		name := d.one(articles)
		d.put(name, d.tree()[name]+fmt.Sprintf("\nA second bridge was opened in Kiel on %d March 2024.\n", 1+d.r.IntN(28)))
		return "addition to " + name
	case 11:
		id := func(name string) string {
			_, rest, _ := strings.Cut(d.tree()[name], "\nfasti:\n  id: ")
			id, _, _ := strings.Cut(rest, "\n")
			return id
		}
		d.edit(a, "review: ", "review: split\ninto: ["+id(b)+", "+id(d.one(events))+"]")
		return "split of " + a
	case 12:
		name := d.one(d.files("actors"))
		d.edit(name, "title: ", fmt.Sprintf("title: Somebody %d", i))
		return "name of " + name
	default:
		if name := d.one(articles); len(articles) > 8 {
			if err := os.Remove(filepath.Join(d.dir, filepath.FromSlash(name))); err != nil {
				d.Fatal(err)
			}
			return "removal of " + name
		}
		return "nothing"
	}
}
