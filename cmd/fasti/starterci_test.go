package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

const (
	ferry = "---\ntitle: Ferry sinks\ndate: 2024-04-02\nlang: en\n---\nThe ferry to Orla sank on 3 March 2021. The harbour of Orla was closed on 4 March 2021.\n"
	mill  = "---\ntitle: Mill burns\ndate: 2024-04-03\nlang: en\n---\nThe old mill of Brenn burned down on 9 May 2020.\n"
	words = "title: The council says yes to the bridge"
)

// The starter's workflow is run from a bare remote through what happens to a
// site: green or red for the right reason, and what a person has decided is
// never lost.
func TestStarterCI(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a dozen sites")
	}
	c := newCI(t)
	push := ciEvent{name: "push", branch: "main"}

	// The first push: events are found, kept and published under the base path.
	c.green(c.run(push), "the starter")
	if !strings.Contains(c.published["index.html"], `href="https://paper.example.org/timeline/"`) || !strings.Contains(c.published["index.html"], "bridge") {
		t.Fatalf("the starter's events are not on the home page, or it has no address")
	}

	// No change: green, no commit, no byte.
	head, site := c.head(), c.published
	c.green(c.run(push), "no change")
	if c.head() != head {
		t.Error("no change, and still a commit")
	}
	sameFiles(t, "no change", site, c.published)

	// An editor corrects and accepts.
	desk := c.clone("main")
	reviewed := c.eventOf(desk, "approved the repairs")
	title := c.read(reviewed)
	title = title[strings.Index(title, "title: "):]
	title, _, _ = strings.Cut(title, "\n")
	c.must(desk, c.fasti(), "accept", strings.TrimPrefix(reviewed, desk+"/"))
	c.edit(reviewed, title, words)
	c.push(desk, "Reviewed")
	c.green(c.run(push), "a correction")
	lost := func(what string) {
		t.Helper()
		if text := c.read(c.eventOf(c.clone("main"), words)); !strings.Contains(text, "review: accepted") {
			t.Errorf("%s: the decision is lost:\n%s", what, text)
		}
	}
	lost("a correction")
	shown := func(what, text string, want bool) {
		t.Helper()
		if strings.Contains(c.published["events.json"], text) != want {
			t.Errorf("%s: %q published is %v, want %v", what, text, !want, want)
		}
	}
	shown("a correction", strings.TrimPrefix(words, "title: "), true)

	// 1. A new article.
	desk = c.clone("main")
	c.write(filepath.Join(desk, "content/articles/ferry.md"), ferry)
	c.push(desk, "Ferry")
	c.green(c.run(push), "a new article")
	shown("a new article", "ferry to Orla sank", true)
	ferryFile := strings.TrimPrefix(c.eventOf(c.clone("main"), "ferry to Orla sank"), "")
	ferryFile = filepath.Base(ferryFile)

	// 2. An edited article: the quotation follows, the event keeps its address.
	desk = c.clone("main")
	c.edit(filepath.Join(desk, "content/articles/ferry.md"), "The ferry to Orla sank", "The old ferry to Orla sank")
	c.push(desk, "Old ferry")
	c.green(c.run(push), "an edited article")
	shown("an edited article", "old ferry to Orla sank", true)
	if f := filepath.Base(c.eventOf(c.clone("main"), "old ferry to Orla sank")); f != ferryFile {
		t.Errorf("an edited article: the event moved from %s to %s", ferryFile, f)
	}

	// 3. A renamed article.
	desk = c.clone("main")
	c.must(desk, "git", "mv", "content/articles/ferry.md", "content/articles/orla.md")
	c.push(desk, "Renamed")
	c.green(c.run(push), "a renamed article")
	if f := filepath.Base(c.eventOf(c.clone("main"), "article: orla")); f != ferryFile && !strings.Contains(f, "harbour") {
		t.Errorf("a renamed article: the event moved from %s to %s", ferryFile, f)
	}

	// 4. A deleted article: what nobody has reviewed goes.
	desk = c.clone("main")
	c.must(desk, "git", "rm", "-q", "content/articles/orla.md")
	c.push(desk, "Withdrawn by the paper")
	c.green(c.run(push), "a deleted article")
	shown("a deleted article", "old ferry to Orla sank", false)
	lost("a deleted article")

	// 5. Broken YAML: red, the line is named, nothing is published or written.
	desk = c.clone("main")
	c.write(filepath.Join(desk, "content/articles/mill.md"), strings.Replace(mill, "title: Mill burns", "title: [Mill burns", 1))
	c.push(desk, "Mill")
	head = c.head()
	c.redAt(c.run(push), "broken YAML", "Find events in what is new", "content/articles/mill.md:")
	if c.head() != head {
		t.Error("broken YAML: a red run has written")
	}
	c.write(filepath.Join(desk, "content/articles/mill.md"), mill)
	c.push(desk, "Mended")
	c.green(c.run(push), "mended YAML")
	shown("mended YAML", "mill of Brenn", true)

	// 6. Two pushes at once: the run of the first finds the second there, and
	// leaves it to the second's own.
	desk = c.clone("main")
	c.write(filepath.Join(desk, "content/articles/ferry.md"), ferry)
	c.push(desk, "First")
	first := ciEvent{name: "push", branch: "main", sha: c.head()}
	c.write(filepath.Join(desk, "content/articles/norrum.md"), "---\ntitle: Norrum\ndate: 2024-04-04\nlang: en\n---\nA bridge in Norrum collapsed on 2 January 2019.\n")
	c.push(desk, "Second")
	second := c.head()
	o := c.run(first)
	c.green(o, "the first of two pushes")
	if !strings.Contains(o.log, "A newer push is there") || c.head() != second {
		t.Errorf("the first of two pushes: %s", o.log)
	}
	c.green(c.run(push), "the second of two pushes")
	shown("two pushes", "ferry to Orla sank", true)
	shown("two pushes", "bridge in Norrum", true)
	lost("two pushes")

	// 7. Marks of a merge that is not finished: red, with the recipe.
	desk = c.clone("main")
	reviewed = c.eventOf(desk, words)
	good := c.read(reviewed)
	c.edit(reviewed, words, "<<<<<<< HEAD\n"+words+"\n=======\ntitle: Another\n>>>>>>> other")
	c.push(desk, "Merge")
	c.redAt(c.run(push), "a conflict", "Find events in what is new", "the marks of a merge that is not finished (keep what is right of the two")
	c.write(reviewed, good)
	c.push(desk, "Merged")
	c.green(c.run(push), "a conflict resolved")
	lost("a conflict")

	// A sentence that a reviewed event rests on is edited: red until somebody has
	// decided, and the decision stands; then green, with the words decided for.
	desk = c.clone("main")
	article := filepath.Join(desk, "content/articles/example-bridge.md")
	c.edit(article, "The town council approved the repairs", "The council of the town has approved the repairs")
	c.push(desk, "Reworded")
	c.redAt(c.run(push), "a reworded sentence", "Check", "::error file=content/events/")
	lost("a reworded sentence")
	c.must(desk, c.fasti(), "extract")
	c.must(desk, c.fasti(), "follow", strings.TrimPrefix(c.eventOf(desk, words), desk+"/"))
	c.push(desk, "Followed")
	c.green(c.run(push), "a reworded sentence that was followed")
	lost("a reworded sentence")
	shown("a reworded sentence", "council of the town has approved", true)

	// 8. Nothing changes with the day: another build writes nothing.
	desk = c.clone("main")
	before := c.tree(filepath.Join(desk, "content"))
	for _, day := range []string{"2031-01-01", "2040-12-31"} {
		c.must(desk, c.fasti(), "--now", day, "build", "--base-url", "https://paper.example.org/timeline")
		sameFiles(t, "another day", before, c.tree(filepath.Join(desk, "content")))
		pages := c.tree(filepath.Join(desk, "public"))
		delete(pages, ".fasti.json")
		delete(c.published, ".fasti.json")
		sameFiles(t, "another day", c.published, pages)
		c.check(os.RemoveAll(filepath.Join(desk, ".fasti")))
	}
}

// A pull request is told what it changes, and writes nothing.
func TestStarterCIPullRequest(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds sites")
	}
	c := newCI(t)
	c.green(c.run(ciEvent{name: "push", branch: "main"}), "the starter")
	head, site := c.head(), c.published
	desk := c.clone("main")
	c.must(desk, "git", "checkout", "-q", "-b", "ferry")
	c.write(filepath.Join(desk, "content/articles/ferry.md"), ferry)
	c.push(desk, "Ferry")
	o := c.run(ciEvent{name: "pull_request", branch: "ferry"})
	c.green(o, "a pull request")
	said := c.read(c.comments)
	for _, want := range []string{"api --silent --method POST repos/paper/timeline/issues/7/comments", "### What this changes in the timeline", "> The ferry to Orla sank on 3 March 2021."} {
		if !strings.Contains(said, want) {
			t.Errorf("the comment lacks %q:\n%s", want, said)
		}
	}
	if c.head() != head {
		t.Error("a pull request has written to main")
	}
	sameFiles(t, "a pull request", site, c.published)
	c.write(filepath.Join(desk, "content/events/2024/made-up.md"), "---\ntitle: Three drown\nwhen: \"2024-02-04\"\nsources:\n  - article: ferry\n    quote: Three men drowned.\n---\n")
	c.push(desk, "Made up")
	c.redAt(c.run(ciEvent{name: "pull_request", branch: "ferry"}), "a fabricated quotation", "Check", "::error file=content/events/2024/made-up.md,line=5")
}

// What the workflow may do: no job both sees a pull request and writes but for
// the comment, which runs no code of the site.
func TestStarterCIPermissions(t *testing.T) {
	b, err := starter.ReadFile("starter/dot-github/workflows/timeline.yml")
	if err != nil {
		t.Fatal(err)
	}
	var w workflow
	if err := yaml.Unmarshal(b, &w); err != nil {
		t.Fatal(err)
	}
	if len(w.Permissions) != 0 || w.Permissions == nil {
		t.Errorf("permissions of all jobs: %v", w.Permissions)
	}
	for name, job := range w.Jobs {
		for what, how := range job.Permissions {
			if how == "write" && !strings.Contains(job.If, "!= 'pull_request'") && what != "pull-requests" {
				t.Errorf("%s may write %s on a pull request", name, what)
			}
		}
		for _, s := range job.Steps {
			if strings.Contains(s.Uses, "checkout") && job.Permissions["pull-requests"] == "write" {
				t.Errorf("%s sees the pull request's files and may write", name)
			}
		}
	}
}

func sameFiles(t *testing.T, what string, a, b map[string]string) {
	t.Helper()
	for name := range a {
		if b[name] != a[name] {
			t.Errorf("%s: %s is not the same", what, name)
		}
	}
	if len(a) != len(b) {
		t.Errorf("%s: %d and %d files", what, len(a), len(b))
	}
}

// gitlab is what is read of .gitlab-ci.yml.
type gitlab map[string]struct {
	Extends string
	Before  []string `yaml:"before_script"`
	Script  []string
}

// gitlabJob runs the lines of a job in a checkout, in one shell as GitLab does.
func (c *ci) gitlabJob(job string, dir string, env ...string) (string, error) {
	c.t.Helper()
	var jobs gitlab
	var doc yaml.Node
	c.check(yaml.Unmarshal([]byte(c.read(filepath.Join(dir, ".gitlab-ci.yml"))), &doc))
	_ = doc.Content[0].Decode(&jobs) // keys that are no jobs have other forms
	j := jobs[job]
	lines := append(append([]string{}, jobs[j.Extends].Before...), j.Script...)
	if len(j.Script) == 0 || len(lines) == len(j.Script) {
		c.t.Fatalf("no job %s in .gitlab-ci.yml", job)
	}
	all := append(append([]string{}, c.env...), "CI_DEFAULT_BRANCH=main", "CI_COMMIT_BRANCH=main", "CI_PAGES_URL=https://paper.example.org/timeline",
		"CI_COMMIT_SHA="+strings.TrimSpace(c.must(dir, "git", "rev-parse", "HEAD")), "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main")
	return c.try(dir, append(all, env...), "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", strings.Join(lines, "\n"))
}

// GitLab's pipeline does the same.
func TestStarterGitLab(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds sites")
	}
	c := newCI(t)
	desk := c.clone("main")
	c.write(filepath.Join(desk, "content/articles/ferry.md"), ferry)
	c.push(desk, "Ferry")

	// Without a token what was found is published, and it says what is missing.
	head := c.head()
	out, err := c.gitlabJob("pages", c.clone("main"))
	if err != nil || !strings.Contains(out, "there is no FASTI_PUSH_TOKEN") || c.head() != head {
		t.Fatalf("without a token: %v\n%s", err, out)
	}
	token := []string{"FASTI_PUSH_TOKEN=x", "FASTI_PUSH_URL=" + c.remote}
	c.must(c.remote, "git", "config", "receive.advertisePushOptions", "true")
	stale := c.clone("main")
	site := c.clone("main")
	if out, err = c.gitlabJob("pages", site, token...); err != nil || c.head() == head {
		t.Fatalf("with a token: %v\n%s", err, out)
	}
	if page := c.read(filepath.Join(site, "public/index.html")); !strings.Contains(page, `href="https://paper.example.org/timeline/"`) {
		t.Error("the site has not the address of its pages")
	}
	// Its commit would be the very same one if both were made within a second.
	older := append([]string{"GIT_COMMITTER_DATE=2020-01-01T00:00:00Z"}, token...)
	if out, err = c.gitlabJob("pages", stale, older...); err != nil || !strings.Contains(out, "A newer push is there") {
		t.Errorf("of two pushes the older: %v\n%s", err, out)
	}
	if out, err = c.gitlabJob("pages", c.clone("main"), token...); err != nil || !strings.Contains(out, "Nothing new was found.") {
		t.Errorf("no change: %v\n%s", err, out)
	}

	// A merge request is told what it changes.
	c.must(desk, "git", "fetch", "-q", "origin", "main")
	c.must(desk, "git", "checkout", "-q", "-b", "mill", "origin/main")
	c.write(filepath.Join(desk, "content/articles/mill.md"), mill)
	c.push(desk, "Mill")
	if out, err = c.gitlabJob("proposal", c.clone("mill")); err != nil || !strings.Contains(out, "> The old mill of Brenn burned down on 9 May 2020.") {
		t.Errorf("a merge request: %v\n%s", err, out)
	}

	// A fault is red.
	c.write(filepath.Join(desk, "content/articles/mill.md"), "---\ntitle: [x\n---\nText.\n")
	c.push(desk, "Broken")
	if out, err = c.gitlabJob("proposal", c.clone("mill")); err == nil || !strings.Contains(out, "content/articles/mill.md:") {
		t.Errorf("broken YAML: %v\n%s", err, out)
	}
}

// What fasti is installed from is said, found, and compared with its checksum,
// or the run is red and says which.
func TestStarterInstall(t *testing.T) {
	c := newCI(t)
	for _, x := range []struct{ name, old, new, want string }{
		{"no version", "FASTI_VERSION=v9.9.9", "FASTI_VERSION=", "say in ci/fasti.env which release"},
		{"no address", "FASTI_RELEASES=file:", "FASTI_RELEASES= # file:", "say in ci/fasti.env where the archives"},
		{"no such release", "FASTI_VERSION=v9.9.9", "FASTI_VERSION=v9.9.8", "cannot load file://"},
		{"another archive", "FASTI_SHA256=", "FASTI_SHA256=0123", "is not what its checksum says"},
	} {
		desk := c.clone("main")
		c.edit(filepath.Join(desk, "ci/fasti.env"), x.old, x.new)
		out, err := c.try(desk, c.env, "sh", "ci/install-fasti.sh")
		if err == nil || !strings.Contains(out, x.want) {
			t.Errorf("%s: %v\n%s", x.name, err, out)
		}
		if _, err := os.Stat(filepath.Join(desk, ".fasti/bin/fasti")); err == nil {
			t.Errorf("%s: installed all the same", x.name)
		}
	}
}
