package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// ci runs the workflows that 'fasti new' writes as a host of git would: from a
// bare remote, each job in a checkout of its own, every line of every run: in
// bash as GitHub calls it. What GitHub's own actions do is done by hand, and an
// action or expression that is not known here is a fault of the test.
type ci struct {
	t         *testing.T
	dir       string // remote, releases, checkouts
	remote    string
	cache     string // what the cache action keeps
	published map[string]string
	comments  string // what gh was asked to write
	env       []string
	n         int
}

// workflow is what is read of a workflow of GitHub's.
type workflow struct {
	Permissions map[string]string
	Jobs        map[string]struct {
		If          string
		Needs       yaml.Node
		Permissions map[string]string
		Steps       []step
	}
}

type step struct {
	ID, Name, If, Uses, Run string
	With, Env               map[string]string
}

// newCI lays a site down in a bare remote, with a release to install from.
func newCI(t *testing.T) *ci {
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED: the workflows' lines are for bash")
	}
	for _, tool := range []string{"git", "bash", "curl", "tar"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("SKIPPED: no %s", tool)
		}
	}
	c := &ci{t: t, dir: t.TempDir(), published: map[string]string{}}
	c.remote, c.cache, c.comments = filepath.Join(c.dir, "remote.git"), filepath.Join(c.dir, "cache"), filepath.Join(c.dir, "comments")
	home := filepath.Join(c.dir, "home")
	c.write(filepath.Join(home, ".gitconfig"), "[user]\nname = editor\nemail = editor@example.org\n[init]\ndefaultBranch = main\n[protocol \"file\"]\nallow = always\n")
	c.write(filepath.Join(c.dir, "tools", "gh"), "#!/bin/sh\nprintf '%s\\n' \"$*\" >> '"+c.comments+"'\nfor a; do case $a in body=@*) cat \"${a#body=@}\" >> '"+c.comments+"';; esac; done\n")
	c.check(os.Chmod(filepath.Join(c.dir, "tools", "gh"), 0o755))
	c.env = []string{"HOME=" + home, "GIT_CONFIG_NOSYSTEM=1", "PATH=" + filepath.Join(c.dir, "tools") + ":" + os.Getenv("PATH"), "TMPDIR=" + t.TempDir()}
	c.must("", "git", "init", "-q", "--bare", c.remote)
	c.release()
	desk := c.clone("main")
	c.must(desk, c.fasti(), "new", ".")
	c.edit(filepath.Join(desk, "ci/fasti.env"), "FASTI_VERSION=\n", "FASTI_VERSION=v9.9.9\n")
	c.edit(filepath.Join(desk, "ci/fasti.env"), "FASTI_RELEASES=\n", "FASTI_RELEASES=file://"+filepath.Join(c.dir, "releases", "{version}")+"\n")
	c.push(desk, "A site to start from")
	return c
}

func (c *ci) check(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *ci) write(name, text string) {
	c.t.Helper()
	c.check(os.MkdirAll(filepath.Dir(name), 0o755))
	c.check(os.WriteFile(name, []byte(text), 0o644))
}

func (c *ci) read(name string) string {
	c.t.Helper()
	b, err := os.ReadFile(name)
	c.check(err)
	return string(b)
}

func (c *ci) edit(name, old, new string) {
	c.t.Helper()
	text := c.read(name)
	if strings.Count(text, old) != 1 {
		c.t.Fatalf("%q stands %d times in %s:\n%s", old, strings.Count(text, old), name, text)
	}
	c.write(name, strings.Replace(text, old, new, 1))
}

func (c *ci) must(dir, name string, args ...string) string {
	c.t.Helper()
	out, err := c.try(dir, c.env, name, args...)
	if err != nil {
		c.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return out
}

func (c *ci) try(dir string, env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, env
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// fasti is this test's program under the name by which it is the command.
func (c *ci) fasti() string {
	name := filepath.Join(c.dir, "program", "fasti")
	if _, err := os.Lstat(name); err != nil {
		self, err := os.Executable()
		c.check(err)
		c.check(os.MkdirAll(filepath.Dir(name), 0o755))
		c.check(os.Symlink(self, name))
	}
	return name
}

// release makes a release as goreleaser lays it out. Its program calls the one
// under test.
func (c *ci) release() {
	script := "#!/bin/sh\nexec '" + c.fasti() + "' \"$@\"\n"
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	c.check(w.WriteHeader(&tar.Header{Name: "fasti", Mode: 0o755, Size: int64(len(script))}))
	_, err := w.Write([]byte(script))
	c.check(err)
	c.check(w.Close())
	c.check(z.Close())
	name := fmt.Sprintf("fasti_9.9.9_%s_%s.tar.gz", runtime.GOOS, runtime.GOARCH)
	c.write(filepath.Join(c.dir, "releases/v9.9.9", name), b.String())
	c.write(filepath.Join(c.dir, "releases/v9.9.9/checksums.txt"), fmt.Sprintf("%x  %s\n", sha256.Sum256(b.Bytes()), name))
}

// clone is a fresh checkout of a branch.
func (c *ci) clone(branch string) string {
	c.t.Helper()
	c.n++
	dir := filepath.Join(c.dir, fmt.Sprintf("checkout-%d", c.n))
	c.must("", "git", "clone", "-q", c.remote, dir)
	if c.must(dir, "git", "branch", "-r", "--list", "origin/"+branch) != "" {
		c.must(dir, "git", "checkout", "-q", branch)
	}
	return dir
}

// push commits all that a desk has changed and pushes it.
func (c *ci) push(desk, message string) {
	c.t.Helper()
	c.must(desk, "git", "add", "-A")
	c.must(desk, "git", "commit", "-q", "-m", message)
	c.must(desk, "git", "push", "-q", "origin", "HEAD")
}

// outcome is how a run of the workflow ended.
type outcome struct {
	red  string // the step that failed, "" if none did
	log  string
	jobs []string // that were run
}

// ciEvent is what a run is started by.
type ciEvent struct {
	name   string // push or pull_request
	branch string
	sha    string // "" for the branch's newest
}

// run runs the workflow of the branch.
func (c *ci) run(e ciEvent) outcome {
	c.t.Helper()
	var w workflow
	c.check(yaml.Unmarshal([]byte(c.read(filepath.Join(c.checkout(e), ".github/workflows/timeline.yml"))), &w))
	var o outcome
	artifacts := filepath.Join(c.dir, fmt.Sprintf("artifacts-%d", c.n))
	done := map[string]bool{}
	for len(done) < len(w.Jobs) {
		before := len(done)
		for _, name := range slices.Sorted(maps.Keys(w.Jobs)) {
			job := w.Jobs[name]
			if done[name] || slices.ContainsFunc(needs(c.t, job.Needs), func(n string) bool { return !done[n] }) {
				continue
			}
			done[name] = true
			if o.red != "" || !c.holds(job.If, e) {
				continue
			}
			o.jobs = append(o.jobs, name)
			c.job(job.Steps, e, artifacts, &o)
		}
		if len(done) == before {
			c.t.Fatal("the jobs wait for each other")
		}
	}
	return o
}

func needs(t *testing.T, n yaml.Node) []string {
	var list []string
	if n.Kind == yaml.ScalarNode {
		return []string{n.Value}
	}
	if n.Kind != 0 && n.Decode(&list) != nil {
		t.Fatal("needs: is no list")
	}
	return list
}

// checkout is the state that a run sees: a push's commit, or a pull request
// merged into its base.
func (c *ci) checkout(e ciEvent) string {
	dir := c.clone(e.branch)
	if e.sha != "" {
		c.must(dir, "git", "checkout", "-q", e.sha)
	}
	if e.name == "pull_request" {
		c.must(dir, "git", "checkout", "-q", "--detach", "origin/main")
		c.must(dir, "git", "merge", "-q", "--no-edit", "origin/"+e.branch)
	}
	return dir
}

func (c *ci) job(steps []step, e ciEvent, artifacts string, o *outcome) {
	dir, outputs := "", map[string]string{}
	path := []string{}
	for _, s := range steps {
		if !c.holds(s.If, e) {
			continue
		}
		if s.Uses != "" {
			c.action(s, &dir, outputs, artifacts, e)
			continue
		}
		if dir == "" { // a job without a checkout has an empty folder
			c.n++
			dir = filepath.Join(c.dir, fmt.Sprintf("checkout-%d", c.n))
			c.check(os.MkdirAll(dir, 0o755))
		}
		summary, added := filepath.Join(c.dir, "summary"), filepath.Join(c.dir, "path")
		_ = os.Remove(added)
		env := append(slices.Clone(c.env), "GITHUB_EVENT_NAME="+e.name, "GITHUB_REF_NAME="+e.branch, "GITHUB_BASE_REF=main", "GITHUB_REPOSITORY=paper/timeline",
			"GITHUB_STEP_SUMMARY="+summary, "GITHUB_PATH="+added, "GITHUB_SHA="+strings.TrimSpace(c.must(c.remote, "git", "rev-parse", e.at())))
		env = append(env, "PATH="+strings.Join(append(slices.Clone(path), filepath.Join(c.dir, "tools"), os.Getenv("PATH")), ":"))
		for k, v := range s.Env {
			env = append(env, k+"="+c.fill(v, outputs))
		}
		if strings.Contains(s.Run, "${{") {
			c.t.Errorf("step %q puts an expression into a command: whoever writes its value writes the command", s.Name)
		}
		out, err := c.try(dir, env, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s.Run)
		o.log += "## " + s.Name + "\n" + out
		if err != nil {
			o.red = s.Name
			return
		}
		if b, err := os.ReadFile(added); err == nil {
			path = append(strings.Fields(string(b)), path...)
		}
	}
	if c.cacheable(dir) { // the cache action's end of the job
		c.check(os.RemoveAll(c.cache))
		c.check(os.CopyFS(c.cache, os.DirFS(filepath.Join(dir, ".fasti"))))
	}
}

func (e ciEvent) at() string {
	if e.sha != "" {
		return e.sha
	}
	return e.branch
}

func (c *ci) cacheable(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, ".fasti", "bin"))
	return err == nil
}

// action does by hand what an action of GitHub's does.
func (c *ci) action(s step, dir *string, outputs map[string]string, artifacts string, e ciEvent) {
	name, version, _ := strings.Cut(s.Uses, "@")
	if version == "" {
		c.t.Errorf("%s has no version", s.Uses)
	}
	from := func(p string) string { return filepath.Join(*dir, p) }
	switch name {
	case "actions/checkout":
		*dir = c.checkout(e)
		if e.name == "push" && e.sha == "" {
			c.must(*dir, "git", "checkout", "-q", "-B", e.branch, "origin/"+e.branch)
		}
	case "actions/cache":
		if _, err := os.Stat(c.cache); err == nil {
			c.check(os.CopyFS(from(s.With["path"]), os.DirFS(c.cache)))
		}
	case "actions/configure-pages":
		outputs["steps.pages.outputs.base_url"] = "https://paper.example.org/timeline"
	case "actions/upload-artifact":
		to := filepath.Join(artifacts, s.With["name"])
		info, err := os.Stat(from(s.With["path"]))
		c.check(err)
		if info.IsDir() {
			c.check(os.CopyFS(to, os.DirFS(from(s.With["path"]))))
		} else {
			c.write(filepath.Join(to, filepath.Base(s.With["path"])), c.read(from(s.With["path"])))
		}
	case "actions/download-artifact":
		if *dir == "" {
			c.n++
			*dir = filepath.Join(c.dir, fmt.Sprintf("checkout-%d", c.n))
		}
		c.check(os.MkdirAll(*dir, 0o755))
		entries, err := os.ReadDir(filepath.Join(artifacts, s.With["name"]))
		c.check(err)
		for _, x := range entries {
			c.write(from(x.Name()), c.read(filepath.Join(artifacts, s.With["name"], x.Name())))
		}
	case "actions/upload-pages-artifact":
		c.check(os.CopyFS(filepath.Join(artifacts, "pages"), os.DirFS(from(s.With["path"]))))
	case "actions/deploy-pages":
		c.published = c.tree(filepath.Join(artifacts, "pages"))
	default:
		c.t.Fatalf("the test does not know %s", s.Uses)
	}
}

// holds evaluates the conditions that the workflow has, and no others.
func (c *ci) holds(cond string, e ciEvent) bool {
	switch cond {
	case "":
		return true
	case "github.event_name == 'pull_request'", "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository":
		return e.name == "pull_request"
	case "github.event_name != 'pull_request'":
		return e.name != "pull_request"
	}
	c.t.Fatalf("the test does not know the condition %q", cond)
	return false
}

var expression = regexp.MustCompile(`\$\{\{ *([^}]*?) *\}\}`)

func (c *ci) fill(s string, outputs map[string]string) string {
	return expression.ReplaceAllStringFunc(s, func(m string) string {
		switch name := expression.FindStringSubmatch(m)[1]; name {
		case "steps.pages.outputs.base_url":
			return outputs[name]
		case "github.token":
			return "token"
		case "github.event.pull_request.number":
			return "7"
		default:
			c.t.Fatalf("the test does not know %q", name)
		}
		return ""
	})
}

// tree reads a folder but for what is hidden.
func (c *ci) tree(dir string) map[string]string {
	files := map[string]string{}
	c.check(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		name, err := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = c.read(path)
		return err
	}))
	return files
}

func (c *ci) green(o outcome, what string) {
	c.t.Helper()
	if o.red != "" {
		c.t.Fatalf("%s: red at %q\n%s", what, o.red, o.log)
	}
}

// redAt asserts that a run is red, where, and for which reason.
func (c *ci) redAt(o outcome, what, step, reason string) {
	c.t.Helper()
	if o.red != step || !strings.Contains(o.log, reason) {
		c.t.Fatalf("%s: red at %q, want %q with %q\n%s", what, o.red, step, reason, o.log)
	}
	if slices.Contains(o.jobs, "publish") {
		c.t.Errorf("%s: it was published all the same", what)
	}
}

// head is the newest commit of main.
func (c *ci) head() string { return strings.TrimSpace(c.must(c.remote, "git", "rev-parse", "main")) }

// eventOf is the path, in a checkout, of the event whose file holds a text.
func (c *ci) eventOf(dir, text string) string {
	c.t.Helper()
	for name, data := range c.tree(filepath.Join(dir, "content/events")) {
		if strings.Contains(data, text) {
			return filepath.Join(dir, "content/events", name)
		}
	}
	c.t.Fatalf("no event holds %q", text)
	return ""
}
