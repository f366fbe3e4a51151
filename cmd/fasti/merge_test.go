package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// clone is a site under git, in which branches are made and joined.
type clone struct {
	*testing.T
	dir string
}

func (c *clone) git(args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = c.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "FASTI_USER=")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (c *clone) must(args ...string) {
	c.Helper()
	if out, err := c.git(args...); err != nil {
		c.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// fasti runs a command in the site.
func (c *clone) fasti(day string, args ...string) (string, int) {
	var out bytes.Buffer
	code := run(context.Background(), append([]string{"-C", c.dir, "--now", day}, args...), streams{strings.NewReader(""), &out, &out})
	return out.String(), code
}

func (c *clone) edit(file, before, after string) {
	c.Helper()
	path := filepath.Join(c.dir, file)
	b, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(b), before) {
		c.Fatalf("%s does not hold %q: %v\n%s", file, before, err, b)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(b), before, after, 1)), 0o644); err != nil {
		c.Fatal(err)
	}
}

const (
	repairs = "content/events/2022/2022-06-07-the-town-council-approves-the-repairs.md"
	sunk    = "content/events/2021/2021-03-03-the-ferry-to-orla-sinks.md"
	visit   = "content/events/2021/2021-03-05-president-ida-holm-visits-orla.md"
)

// side is what happens on one branch, and what has to be there in the end.
type side struct {
	name string
	do   func(c *clone)
	file string // "" if nothing
	says string
}

func sides() map[string]side {
	act := func(args ...string) func(*clone) {
		return func(c *clone) {
			c.Helper()
			if out, code := c.fasti("2024-04-02", args...); code != 0 {
				c.Fatalf("%v: %d\n%s", args, code, out)
			}
		}
	}
	article := func(name, text string) func(*clone) {
		return func(c *clone) {
			c.Helper()
			src := "---\ntitle: " + name + "\ndate: 2024-03-30\nlang: en\n---\n" + text + "\n"
			if err := os.WriteFile(filepath.Join(c.dir, "content/articles", name+".md"), []byte(src), 0o644); err != nil {
				c.Fatal(err)
			}
		}
	}
	all := []side{
		{"add a", article("storm", "A storm destroyed the pier of Lindau on 4 May 2023. President Ida Holm visited Lindau on 6 May 2023."), "content/articles/storm.md", "pier"},
		{"add b", article("fair", "Minister Olaf Brand opened the fair of Graz on 4 May 2023. President Ida Holm visited Graz on 7 May 2023."), "content/articles/fair.md", "fair"},
		{"accept 1", act("accept", repairs), repairs, "review: accepted"},
		{"accept 2", act("accept", sunk), sunk, "review: accepted"},
		{"reject 1", act("reject", repairs), repairs, "review: rejected"},
		{"reject 2", act("reject", sunk), sunk, "review: rejected"},
		{"title 1", func(c *clone) {
			c.edit(repairs, "title: The town council approves the repairs", "title: Council says yes  # ours")
		}, repairs, "title: Council says yes  # ours\n"},
		{"another title 1", func(c *clone) {
			c.edit(repairs, "title: The town council approves the repairs", "title: The town says yes")
		}, repairs, "title: The town says yes"},
		{"date 1", func(c *clone) { c.edit(repairs, `when: "2022-06-07"`, `when: "2022-06-08"`) }, repairs, `when: "2022-06-08"`},
		{"kind 1", act("set", repairs, "kind=economy"), repairs, "kind: economy"},
		{"text 1", func(c *clone) { c.edit(repairs, "\n---\n", "\n---\nWords of our own.\n") }, repairs, "Words of our own."},
		{"merge", act("merge", sunk, "--into", visit), sunk, "review: merged"},
		{"apart", act("apart", sunk, visit), "", ""},
		{"rename actor", act("actor", "rename", "ida-holm", "Ida Maria Holm"), "content/actors/ida-holm.md", "title: Ida Maria Holm"},
		{"known as", func(c *clone) {
			c.edit("content/actors/ida-holm.md", "kind: person\n", "kind: person\nwikidata: Q1\n")
		}, "content/actors/ida-holm.md", "wikidata: Q1"},
		{"edit article", func(c *clone) {
			c.edit("content/articles/bridge.md", "approved the repairs", "approved the long repairs")
		}, "content/articles/bridge.md", "long repairs"},
		{"remove article", func(c *clone) {
			if err := os.Remove(filepath.Join(c.dir, "content/articles/harbour.md")); err != nil {
				c.Fatal(err)
			}
		}, "", ""},
	}
	out := map[string]side{}
	for _, s := range all {
		out[s.name] = s
	}
	return out
}

// Two branches, joined by real git in twenty pairings: with fasti's merge by
// key there is a conflict only where two people changed the same key; what both
// decided is there; and whichever side is taken without it, the next run
// heals, and the one after has nothing to do.
func TestBranches(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil || runtime.GOOS == "windows" {
		t.Skip("no git")
	}
	if testing.Short() {
		t.Skip("short")
	}
	base := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	fasti := filepath.Join(t.TempDir(), "fasti") // by this name the test program is the command
	if err := os.Symlink(program, fasti); err != nil {
		t.Fatal(err)
	}
	c := &clone{t, base}
	if err := os.CopyFS(base, os.DirFS(newSiteDir)); err != nil {
		t.Fatal(err)
	}
	if out, code := c.fasti("2024-04-01", "extract"); code != 0 {
		t.Fatal(out)
	}
	c.must("init", "-q", "-b", "main")
	c.must("config", "user.name", "Anna")
	c.must("config", "user.email", "anna@example.org")
	write(t, filepath.Join(base, ".gitignore"), ".fasti/\n")
	if out, code := c.fasti("2024-04-01", "mergetool", "--install"); code != 0 {
		t.Fatal(out)
	}
	c.must("config", "merge.fasti.driver", fasti+" mergetool %O %A %B %P")
	c.must("add", "-A")
	c.must("commit", "-qm", "site")
	all := sides()
	for _, p := range [][3]string{
		{"add a", "add b", ""}, {"add a", "accept 1", ""}, {"accept 1", "accept 2", ""}, {"accept 1", "title 1", ""}, {"title 1", "date 1", ""},
		{"title 1", "kind 1", ""}, {"accept 1", "reject 2", ""}, {"accept 1", "date 1", ""}, {"merge", "title 1", ""}, {"merge", "add a", ""},
		{"rename actor", "add a", ""}, {"rename actor", "known as", ""}, {"edit article", "accept 1", ""}, {"remove article", "accept 1", ""},
		{"remove article", "add b", ""}, {"text 1", "title 1", ""}, {"apart", "accept 2", ""}, {"known as", "add a", ""},
		{"title 1", "another title 1", "title"}, {"accept 1", "reject 1", "review"},
	} {
		t.Run(p[0]+", "+p[1], func(t *testing.T) {
			c := &clone{t, filepath.Join(t.TempDir(), "site")}
			if out, err := exec.Command("cp", "-r", base, c.dir).CombinedOutput(); err != nil {
				t.Fatal(err, string(out))
			}
			for i, name := range p[:2] {
				c.must("checkout", "-q", "-b", []string{"ours", "theirs"}[i], "main")
				all[name].do(c)
				if out, code := c.fasti("2024-04-02", "extract"); code != 0 {
					t.Fatalf("%s: %s", name, out)
				}
				c.must("add", "-A")
				c.must("commit", "-qm", name)
			}
			c.must("checkout", "-q", "ours")
			out, err := c.git("merge", "-q", "--no-edit", "theirs")
			if p[2] == "" {
				if err != nil {
					diff, _ := c.git("diff")
					t.Fatalf("a conflict: %s\n%s", out, diff)
				}
				c.heals()
				for _, name := range p[:2] {
					if s := all[name]; s.file != "" {
						if b, err := os.ReadFile(filepath.Join(c.dir, s.file)); err != nil || !strings.Contains(string(b), s.says) {
							t.Errorf("%s: %q is not there: %v\n%s", name, s.says, err, b)
						}
					}
				}
			} else if err == nil || !strings.Contains(out, "changed "+p[2]) {
				t.Fatalf("no conflict of %s: %s", p[2], out)
			}
			// Without fasti's merge, with either side taken whole.
			for _, take := range []string{"--ours", "--theirs"} {
				c.must("reset", "-q", "--hard", "ours")
				c.must("clean", "-qfd")
				c.must("config", "merge.fasti.driver", "false")
				if out, err := c.git("merge", "-q", "--no-edit", "theirs"); err != nil {
					if files, _ := c.git("diff", "--name-only", "--diff-filter=U"); files != "" {
						for _, f := range strings.Fields(files) {
							if _, err := c.git("checkout", take, "--", f); err != nil {
								c.must("rm", "-q", "--cached", "--", f) // that side has deleted it
							}
						}
					}
					_ = out
					c.must("add", "-A")
					c.must("commit", "-qm", "taken "+take)
				}
				c.heals()
			}
		})
	}
}

// heals runs twice: the first run mends what is left, the second has nothing
// to do.
func (c *clone) heals() {
	c.Helper()
	if out, code := c.fasti("2024-04-03", "extract"); code != 0 {
		c.Fatalf("the next run fails: %s", out)
	}
	if out, code := c.fasti("2024-04-03", "extract"); code != 0 || !strings.Contains(out, "nothing to change") {
		status, _ := c.git("diff")
		c.Fatalf("the run after has something to do: %s\n%s", out, status)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// newSiteDir is a site without events: the articles of the old one.
var newSiteDir, _ = filepath.Abs("testdata/branches")
