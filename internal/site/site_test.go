package site

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// build builds the sample into a new folder.
func build(t testing.TB, lang string) (dir string, rep Report) {
	t.Helper()
	c, cfg := sample(t)
	cfg.Language = lang
	dir = t.TempDir()
	if keep := os.Getenv("FASTI_KEEP"); keep != "" {
		dir = filepath.Join(keep, lang)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	rep, err := Build(context.Background(), Options{Dir: dir, Content: c, Config: cfg, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range rep.Warnings {
		t.Errorf("warning: %s", w)
	}
	return filepath.Join(dir, "public"), rep
}

func TestBuild(t *testing.T) {
	out, rep := build(t, "en")
	t.Logf("%+v", rep)
	for _, name := range []string{"index.html", "2031/index.html", "2031/03/index.html", "e/day/index.html", "a/mara-lindqvist/index.html", "a/index.html", "s/index.html", "s/harbour-talks/index.html", "undated/index.html", "about/index.html", "changes/index.html", "assets/site.css"} {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
}
