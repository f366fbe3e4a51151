package main

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var everyKill = flag.Bool("every-kill", false, "TestKilledAtEachOperation kills at every operation, not at a sample")

// operations are the calls by which a program changes a folder.
var operations = []string{"mkdirat", "renameat", "unlinkat", "fsync", "write"}

// TestKilledAtEachOperation kills each command that writes at its file
// operations, one after the other. What a person can see is then what it was
// before or what the command makes of it, nothing between; the next command of
// any kind clears what was left; and the same command run again comes to the
// bytes of one that nobody disturbed.
func TestKilledAtEachOperation(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		if os.Getenv("FASTI_STRACE") == "required" {
			t.Fatal("strace is required and not there")
		}
		t.Skip("no strace: nothing is killed at its file operations")
	}
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	k := newKiller(t)
	steps := []struct {
		args  []string
		again bool // it may be run once more when it was done; an act may not
	}{
		{[]string{"add", "paper"}, true},
		{[]string{"extract"}, true},
		{[]string{"accept", "EVENT1"}, false},
		{[]string{"merge", "EVENT1", "--into", "EVENT2"}, false},
		{[]string{"undo"}, false},
		{[]string{"build"}, true},
	}
	for _, s := range steps {
		args := k.named(s.args)
		t.Run(s.args[0], func(t *testing.T) { k.each(t, args, s.again) })
		k.run(t, k.dir, args...) // the next step stands on this one
	}
}

// killer runs commands on copies of a site.
type killer struct {
	fasti, dir string
}

func newKiller(t *testing.T) *killer {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	k := &killer{fasti: filepath.Join(t.TempDir(), "fasti"), dir: filepath.Join(t.TempDir(), "site")}
	if err := os.Symlink(program, k.fasti); err != nil {
		t.Fatal(err)
	}
	k.put(t, "hugo.yaml", "title: Test\nbaseURL: https://example.org/\n")
	k.put(t, "paper/bridge.md", "---\ntitle: The bridge\ndate: 2024-03-14\nlang: en\npublisher: Example\n---\nThe mayor of Lindau reopened the old bridge on 12 March 2024. The town council approved the repairs on 7 June 2022.\n")
	k.put(t, "paper/dike.md", "---\ntitle: The dike\ndate: 2024-03-20\nlang: en\npublisher: Example\n---\nA flood destroyed the dike of Lindau on 18 March 2024. Two people were killed.\n")
	return k
}

func (k *killer) put(t *testing.T, name, text string) {
	path := filepath.Join(k.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// named puts the files of events in the place of EVENT1 and EVENT2.
func (k *killer) named(args []string) []string {
	files, _ := filepath.Glob(filepath.Join(k.dir, "content/events/*/*.md"))
	var out []string
	for _, a := range args {
		for i, f := range files {
			if rel, err := filepath.Rel(k.dir, f); err == nil && a == fmt.Sprintf("EVENT%d", i+1) {
				a = rel
			}
		}
		out = append(out, a)
	}
	return out
}

// run runs a command that nobody disturbs.
func (k *killer) run(t *testing.T, dir string, args ...string) {
	t.Helper()
	if out, err := k.command(dir, k.words(dir, args)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
}

func (k *killer) command(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOMAXPROCS=1", "FASTI_USER=Test")
	return cmd
}

// words are the words of a command line.
func (k *killer) words(dir string, args []string) []string {
	return append([]string{k.fasti, "-C", dir, "--now", "2024-04-01"}, args...)
}

// each kills a command at its operations, on a fresh copy each time.
func (k *killer) each(t *testing.T, args []string, again bool) {
	before := k.copy(t)
	after := k.copy(t)
	k.run(t, after, args...)
	was, want := visible(t, before), visible(t, after)
	kills := 0
	for _, op := range operations {
		all, step := k.count(t, op, args), 1
		if !*everyKill {
			step = max(1, all/3)
		}
		for n := 1; n <= all; n += step {
			dir := k.copy(t)
			if !k.kill(t, dir, op, n, args) {
				continue
			}
			kills++
			place := fmt.Sprintf("%s killed at %s %d", args[0], op, n)
			k.judge(t, place, dir, was, want, args, again)
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}
	}
	if t.Logf("killed %d times", kills); kills < 4 {
		t.Errorf("%v was killed %d times: is it traced at all?", args, kills)
	}
}

// judge looks at what a killed command left.
func (k *killer) judge(t *testing.T, place, dir string, was, want map[string]string, args []string, again bool) {
	t.Helper()
	k.run(t, dir, "log") // the next command of any kind
	for _, left := range leftovers(t, dir) {
		t.Errorf("%s: %s is still there after the next command", place, left)
	}
	got := visible(t, dir)
	content := func(m map[string]string) string { return tree(m, "content") }
	if c := content(got); c != content(was) && c != content(want) {
		t.Errorf("%s: content is neither what it was nor what it should become:\n%s", place, c)
	}
	if again || content(got) == content(was) {
		k.run(t, dir, args...)
	}
	if got := visible(t, dir); tree(got, "") != tree(want, "") {
		t.Errorf("%s: run again, it comes to something else", place)
	}
}

// kill runs a command that is killed at the n-th operation of a kind, and
// reports whether it came so far.
func (k *killer) kill(t *testing.T, dir, op string, n int, args []string) bool {
	trace := []string{"strace", "-f", "-qq", "-o", os.DevNull, "-e", "trace=" + op, "-e", fmt.Sprintf("inject=%s:signal=KILL:when=%d", op, n)}
	cmd := k.command(dir, append(trace, k.words(dir, args)...)...)
	out, err := cmd.CombinedOutput()
	if err == nil {
		return false
	}
	if !strings.Contains(err.Error(), "killed") {
		t.Fatalf("%v under strace: %v\n%s", args, err, out)
	}
	return true
}

// count gives how many operations of a kind a command does. They are counted
// for each thread, as they are when one is killed; it is the most of a thread.
func (k *killer) count(t *testing.T, op string, args []string) int {
	dir, list := k.copy(t), filepath.Join(t.TempDir(), "trace")
	trace := []string{"strace", "-f", "-qq", "-o", list, "-e", "trace=" + op, "-e", "signal=none"}
	if out, err := k.command(dir, append(trace, k.words(dir, args)...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v under strace: %v\n%s", args, err, out)
	}
	b, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	most, of := 0, map[string]int{}
	for line := range strings.Lines(string(b)) {
		if thread, call, ok := strings.Cut(line, " "); ok && strings.HasPrefix(strings.TrimSpace(call), op+"(") {
			of[thread]++
			most = max(most, of[thread])
		}
	}
	return most
}

// copy makes a copy of the site as it is now.
func (k *killer) copy(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(dir, os.DirFS(k.dir)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// tree puts the files below a folder into one text.
func tree(files map[string]string, top string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, top) {
			fmt.Fprintf(&b, "== %s\n%s\n", name, files[name])
		}
	}
	return b.String()
}

// leftovers are what an interrupted run had laid ready.
func leftovers(t *testing.T, dir string) []string {
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if name := d.Name(); strings.HasSuffix(name, ".fasti-tmp") || strings.HasPrefix(name, "journal") || name == ".fasti-stage" {
			rel, _ := filepath.Rel(dir, path)
			out = append(out, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
