package site

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fasti/internal/diag"
)

// tree reads a folder: path -> bytes.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func same(t *testing.T, a, b map[string]string) {
	t.Helper()
	for _, name := range sortedKeys(a) {
		if _, ok := b[name]; !ok {
			t.Errorf("%s is missing", name)
		} else if a[name] != b[name] {
			t.Errorf("%s differs", name)
		}
	}
	for _, name := range sortedKeys(b) {
		if _, ok := a[name]; !ok {
			t.Errorf("%s is too many", name)
		}
	}
}

func TestTwoBuildsGiveTheSameBytes(t *testing.T) {
	a, _ := build(t, "de")
	b, _ := build(t, "de")
	same(t, tree(t, a), tree(t, b))
}

func TestNothingChangedDoesNothing(t *testing.T) {
	c, cfg := sample(t)
	o := Options{Dir: t.TempDir(), Content: c, Config: cfg, Version: "1"}
	run := func() Report {
		t.Helper()
		rep, err := Build(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		return rep
	}
	if rep := run(); rep.Nothing || rep.Written == 0 {
		t.Errorf("first build: %+v", rep)
	}
	out := filepath.Join(o.Dir, "public")
	page := filepath.Join(out, "e/day/index.html")
	old := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(page, old, old); err != nil {
		t.Fatal(err)
	}
	if rep := run(); !rep.Nothing || rep.Written != 0 {
		t.Errorf("second build: %+v", rep)
	}

	// One event changes: its page is written, a page that it is not on stays.
	keep := filepath.Join(out, "s/unused/index.html")
	if err := os.Chtimes(keep, old, old); err != nil {
		t.Fatal(err)
	}
	c.Events[0].Title = "Another title"
	rep := run()
	if rep.Nothing || rep.Written == 0 || rep.Unchanged == 0 || rep.Removed != 0 {
		t.Errorf("third build: %+v", rep)
	}
	if info, _ := os.Stat(page); info.ModTime().Equal(old) {
		t.Error("the page of the changed event was not written")
	}
	if info, _ := os.Stat(keep); !info.ModTime().Equal(old) {
		t.Error("a page that did not change was written")
	}

	// A page that someone deleted comes back; a file of theirs stays.
	if err := os.Remove(page); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(out, "CNAME"), []byte("example.org"), 0o644); err != nil {
		t.Fatal(err)
	}
	if rep := run(); rep.Written != 1 {
		t.Errorf("after a page was deleted: %+v", rep)
	}

	// An event that goes takes its pages along, and nothing else.
	c.Events = c.Events[1:]
	c.History = nil
	if rep := run(); rep.Removed == 0 {
		t.Errorf("after an event went: %+v", rep)
	}
	if _, err := os.Stat(filepath.Dir(page)); err == nil {
		t.Error("the page of an event that is gone is still there")
	}
	if _, err := os.Stat(filepath.Join(out, "CNAME")); err != nil {
		t.Error("a person's own file in the output folder is gone")
	}
}

// Whatever part of a build was written, the next build completes it and
// cleans up.
func TestInterruptedBuildIsCompleted(t *testing.T) {
	c, cfg := sample(t)
	whole, _ := build(t, cfg.Language)
	want := tree(t, whole)
	dir := t.TempDir()
	out := filepath.Join(dir, "public")

	// As an interrupted build leaves it: the manifest names what was to come,
	// some files are there, one is an older build's and no more wanted.
	for _, name := range sortedKeys(want)[:len(want)/2] {
		if name != manifestName {
			put(t, out, name, want[name])
		}
	}
	put(t, out, "e/old/index.html", "old")
	put(t, out, stageDir+"/0/17", "half")
	put(t, out, manifestName, `{"done":false,"files":{"e/old/index.html":"3 ","index.html":"7 ","e/day/index.html":12}}`)
	if _, err := Build(context.Background(), Options{Dir: dir, Content: c, Config: cfg, Version: "test"}); err != nil {
		t.Fatal(err)
	}
	same(t, want, tree(t, out))
}

func TestCancelledBuildWritesNothing(t *testing.T) {
	c, cfg := sample(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := t.TempDir()
	if _, err := Build(ctx, Options{Dir: dir, Content: c, Config: cfg}); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("the output folder was made")
	}
}

// Symbolic links neither carry files in nor lead writing out.
func TestLinksOutOfTheFolder(t *testing.T) {
	c, cfg := sample(t)
	dir, outside := t.TempDir(), t.TempDir()
	secret := filepath.Join(outside, "secret.html")
	if err := os.WriteFile(secret, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, sub := range []string{"static", "public"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(secret, filepath.Join(dir, "static/leak.html")); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := os.Symlink(outside, filepath.Join(dir, "public/e")); err != nil {
		t.Fatal(err)
	}
	_, err := Build(context.Background(), Options{Dir: dir, Content: c, Config: cfg})
	if err == nil {
		t.Error("a link out of the output folder was followed")
	}
	if files := tree(t, outside); len(files) != 1 {
		t.Errorf("written outside of the folder: %v", sortedKeys(files))
	}
	if _, err := os.Stat(filepath.Join(dir, "public/leak.html")); err == nil {
		t.Error("a file outside of the folder was published")
	}
}

// A site's own files go before the theme's, its own pages and static files
// come along, and its articles do not.
func TestOwnFiles(t *testing.T) {
	c, cfg := sample(t)
	dir := t.TempDir()
	for name, text := range map[string]string{
		"layouts/_partials/foot.html": `<footer>own footer</footer>`,
		"assets/custom.css":           `:root { --rubric: #063 }`,
		"static/robots.txt":           "User-agent: *\n",
		"content/essay.md":            "---\ntitle: An essay\n---\n\nText with *stress*. See {{< event aa2 >}}.\n\n{{< timeline actor=\"ferry-union\" >}}\n\n<script>alert(1)</script>\n",
		"content/about.md":            "---\ntitle: About this record\n---\n\nWho we are.\n",
		"content/articles/x.md":       "---\ntitle: X\n---\nsecret text",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	rep, err := Build(context.Background(), Options{Dir: dir, Content: c, Config: cfg, Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, filepath.Join(dir, "public"))
	for name, want := range map[string]string{
		"index.html":       "own footer",
		"e/day/index.html": "assets/custom.css",
		"robots.txt":       "User-agent",
		"essay/index.html": "<em>stress</em>",
		"about/index.html": "Who we are.",
	} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
	if n := strings.Count(files["essay/index.html"], `href="../e/range/index.html"`); n != 2 {
		t.Errorf("%d links to the event that two shortcodes name", n)
	}
	if strings.Contains(files["essay/index.html"], "<script>alert") {
		t.Error("raw HTML went through")
	}
	if !strings.Contains(files["essay/index.html"], `href="../a/index.html"`) {
		t.Error("a person's own page does not lead to the actors")
	}
	if !slices.ContainsFunc(rep.Found, func(d diag.Diagnostic) bool { return d.File == "content/essay.md" && d.Code == diag.RawHTML }) || len(rep.Warnings) > 0 {
		t.Errorf("found: %v, warnings: %q", rep.Found, rep.Warnings)
	}
	for name, text := range files {
		if strings.Contains(text, "secret text") {
			t.Errorf("%s shows the text of an article", name)
		}
	}
	checkLinks(t, filepath.Join(dir, "public"))
}

// A mistake in a person's own page is named with its file.
func TestMistakeInOwnPage(t *testing.T) {
	c, cfg := sample(t)
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content/essay.md"), []byte("---\ntitle: E\n---\n\n{{< event nosuch >}}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Build(context.Background(), Options{Dir: dir, Content: c, Config: cfg})
	if err == nil || !strings.Contains(err.Error(), "content/essay.md:5:1") || !strings.Contains(err.Error(), "nosuch") || strings.Contains(err.Error(), hugoDir) {
		t.Errorf("error: %v", err)
	}
}

// What the words of articles hold never becomes markup or a template.
func TestHostileWords(t *testing.T) {
	out, _ := build(t, "en")
	for name, text := range tree(t, out) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, bad := range []string{"<script>alert", "<img", "javascript:"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %s", name, bad)
			}
		}
	}
	page := tree(t, out)["e/hostile/index.html"]
	for _, want := range []string{"&lt;script&gt;", "{{&lt; figure &gt;}}", "{{ &#34;x&#34; }}"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of the hostile event does not show %s", want)
		}
	}
}

// put writes a file of a site.
func put(t testing.TB, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
