package site

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"fasti/internal/bundle/bundletest"
	"fasti/internal/config"
)

func zipped1(t *testing.T, data, name string) string {
	t.Helper()
	r, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The offline page offers what is there and nothing else; a copy of the site
// offers none of it; what is out of date goes.
func TestDownloads(t *testing.T) {
	c, cfg := sample(t)
	cfg.Language, cfg.Editions = "de", []config.Edition{{Language: "de"}, {Language: "ar", Title: "أوراق المضيق"}}
	o := Options{Dir: t.TempDir(), Content: c, Config: cfg, Version: "1"}
	mustBuild(t, o)
	plain := tree(t, filepath.Join(o.Dir, "public"))
	put(t, o.Dir, "public/CNAME", "example.org")
	o.Bundle = Bundle{Name: "sound", Kinds: []string{"zip", "epub", "html"}}
	rep := mustBuild(t, o)
	out := filepath.Join(o.Dir, "public")
	files := tree(t, out)
	if len(rep.Bundled) != 5 {
		t.Errorf("offered: %+v", rep.Bundled)
	}
	for _, f := range rep.Bundled {
		data := files[f.Path]
		sum := sha256.Sum256([]byte(data))
		if int64(len(data)) != f.Size || hex.EncodeToString(sum[:]) != f.SHA256 || files[f.Path+".sha256"] != f.SHA256+"  "+filepath.Base(f.Path)+"\n" || f.Count == 0 {
			t.Errorf("%+v, but %d bytes", f, len(data))
		}
		if f.Kind == "epub" {
			bundletest.EPUB(t, []byte(data))
		}
	}
	checkLinks(t, out)
	de, ar := files["offline/index.html"], files["ar/offline/index.html"]
	for page, links := range map[string][]string{
		de: {`href="../download/sound.zip"`, `href="../download/sound.epub"`, `href="../download/sound.html"`, `href="../download/sound.zip.sha256"`, `datetime="2031-04-05"`, "2031</time>", " kB"},
		ar: {`href="../../download/sound.zip"`, `href="../../download/sound-ar.epub"`, `href="../../download/sound-ar.html"`},
	} {
		for _, l := range links {
			if !strings.Contains(page, l) {
				t.Errorf("an offline page lacks %s", l)
			}
		}
	}
	inside := zipped1(t, files["download/sound.zip"], "offline/index.html")
	if strings.Contains(inside, "download/") || inside != plain["offline/index.html"] {
		t.Error("the site in the zip offers a zip")
	}
	if zipped1(t, files["download/sound.zip"], "CNAME") != "example.org" {
		t.Error("the zip lacks a person's own file")
	}
	if files["sitemap-de.xml"] != plain["sitemap-de.xml"] || rep.Pages == 0 {
		t.Error("the sitemap changed")
	}

	// Once more, with and without being asked: nothing to do.
	if rep := mustBuild(t, o); !rep.Nothing || len(rep.Bundled) != 5 {
		t.Errorf("a second time: %+v", rep)
	}
	kinds := o.Bundle.Kinds
	o.Bundle.Kinds = nil
	if rep := mustBuild(t, o); !rep.Nothing || rep.Outdated {
		t.Errorf("without being asked: %+v", rep)
	}
	same(t, files, tree(t, out))

	// The same elsewhere.
	o.Bundle.Kinds = kinds
	other := o
	other.Dir = t.TempDir()
	put(t, other.Dir, "public/CNAME", "example.org")
	mustBuild(t, other)
	same(t, files, tree(t, filepath.Join(other.Dir, "public")))

	// A change puts them out of date.
	title := c.Events[0].Title
	c.Events[0].Title = "Another title"
	o.Bundle.Kinds = nil
	rep = mustBuild(t, o)
	now := tree(t, out)
	if !rep.Outdated || now["download/sound.zip"] != "" || strings.Contains(now["offline/index.html"], "download/") {
		t.Errorf("after a change: %+v", rep)
	}
	o.Bundle.Kinds = kinds
	mustBuild(t, o)
	if bytes.Equal([]byte(tree(t, out)["download/sound.zip"]), []byte(files["download/sound.zip"])) {
		t.Error("the zip is still of the old state")
	}
	c.Events[0].Title = title
	mustBuild(t, o)
	same(t, files, tree(t, out))
}
