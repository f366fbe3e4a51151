package main

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// Killed at any moment, a build leaves no half file, and the next one brings
// the site to the same bytes as one that nobody disturbed.
func TestKilledAtAnyMoment(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no links to programs")
	}
	rounds := 5
	if testing.Short() {
		rounds = 3
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	fasti := filepath.Join(t.TempDir(), "fasti") // by this name the test program is the command
	if err := os.Symlink(program, fasti); err != nil {
		t.Fatal(err)
	}
	site := func() *desk {
		d := &desk{T: t, dir: t.TempDir()}
		d.put("hugo.yaml", "title: Test\nbaseURL: https://example.org/\n")
		files, err := filepath.Glob("../../testdata/seedlike/*.md")
		if err != nil || len(files) == 0 {
			t.Fatal("no articles")
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			d.put("content/articles/"+filepath.Base(f), string(b))
		}
		return d
	}
	build := func(d *desk) *exec.Cmd { return exec.Command(fasti, "-C", d.dir, "--now", "2024-04-01", "build") }
	whole := site()
	start := time.Now()
	if out, err := build(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took := time.Since(start)
	want := visible(t, whole.dir)
	r := rand.New(rand.NewPCG(5, 5))
	d := site()
	for round := range rounds {
		if round%4 == 3 { // from the beginning again
			d = site()
		}
		cmd := build(d)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int64N(int64(took))))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		for name, text := range visible(t, d.dir) {
			if text != want[name] {
				t.Errorf("round %d: %s is neither away nor whole: %d bytes, want %d", round, name, len(text), len(want[name]))
			}
		}
	}
	if out, err := build(d).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	got := visible(t, d.dir)
	d.same("the last build", want, got)
	if _, err := os.Stat(filepath.Join(d.dir, "public/.fasti-stage")); err == nil {
		t.Error("the stage of a killed build is still there")
	}
	if out, err := build(d).CombinedOutput(); err != nil || !strings.Contains(string(out), "up to date") {
		t.Errorf("once more: %v %s", err, out)
	}
}

// visible are the files of content and public that have a name of their own;
// what begins with a dot is fasti's own note or on its way.
func visible(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, top := range []string{"content", "public"} {
		err := filepath.WalkDir(filepath.Join(dir, top), func(path string, d fs.DirEntry, err error) error {
			switch {
			case os.IsNotExist(err):
				return nil
			case err != nil:
				return err
			case strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				return nil
			}
			b, err := os.ReadFile(path)
			name, _ := filepath.Rel(dir, path)
			files[filepath.ToSlash(name)] = string(b)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}
