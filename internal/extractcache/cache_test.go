package extractcache_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/merge"
	"fasti/internal/extractcache"
	"fasti/internal/ledger"
)

// articles are texts of several languages and shapes: the wishes of the
// extraction, one without a language that it knows, one without a word.
func articles(t *testing.T) []*article.Article {
	t.Helper()
	files, err := filepath.Glob("../../testdata/seedlike/*.md")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var all []*article.Article
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a, err := ledger.ReadArticle(filepath.Base(f), b)
		if err != nil {
			t.Fatal(err)
		}
		bare := a.Article
		bare.Name, bare.Lang, bare.Date = bare.Name+"-bare", "", ""
		all = append(all, &a.Article, &bare)
	}
	for i, body := range []string{"Silta avattiin tiistaina.", "…", "On *3 March 2021* <b>the</b> ferry &amp; its crew left Orla."} {
		a := &article.Article{Name: fmt.Sprintf("extra-%d", i), Date: "2024-03-14", Lang: []string{"fi", "en", ""}[i]}
		a.ReadMarkdown(body)
		all = append(all, a)
	}
	return all
}

func known() []actor.Known {
	return []actor.Known{{ID: "council", Name: "Town Council", Kind: actor.Organisation, Names: []string{"the council"}}}
}

// extractAll gives the results with the cache's help and how many it had.
func extractAll(t *testing.T, x *extract.Extractor, c *extractcache.Cache, all []*article.Article) (out []*extract.Result, had int) {
	t.Helper()
	for _, a := range all {
		r, ok := c.Get(a)
		if ok {
			had++
		} else {
			r = x.Article(a)
			c.Put(a, r)
		}
		out = append(out, r)
	}
	c.Close(true)
	return out, had
}

func engine(t *testing.T, o extract.Options) *extract.Extractor {
	t.Helper()
	x, err := extract.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// entries are the files of the cache.
func entries(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(filepath.Join(dir, ".fasti"), func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// kept is a result without its trees: they are read again where they are asked
// for, and nothing behind the extraction asks.
func kept(r *extract.Result) *extract.Result {
	bare := *r
	bare.Syntax = nil
	return &bare
}

// With the cache, without it, and with any part of it spoilt: the same results.
func TestSameWithAndWithout(t *testing.T) {
	all, x, dir := articles(t), engine(t, extract.Options{Known: known()}), t.TempDir()
	open := func() *extractcache.Cache {
		return extractcache.Open(extractcache.Options{Dir: dir, Engine: "1", Known: known()})
	}
	want, had := extractAll(t, x, &extractcache.Cache{}, all)
	if had != 0 {
		t.Fatalf("a cache that is none had %d", had)
	}
	if _, had = extractAll(t, x, open(), all); had != 0 {
		t.Fatalf("an empty cache had %d", had)
	}
	check := func(what string, atMost int) {
		t.Helper()
		got, had := extractAll(t, x, open(), all)
		if had > atMost || atMost == len(all) && had < atMost {
			t.Errorf("%s: %d of %d were kept, want %d", what, had, len(all), atMost)
		}
		for i := range want {
			if !reflect.DeepEqual(kept(want[i]), kept(got[i])) {
				t.Errorf("%s: %s differs", what, all[i].Name)
			}
		}
		if a, b := merge.Merge(want, merge.Options{}), merge.Merge(got, merge.Options{}); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: the timelines differ", what)
		}
	}
	check("whole", len(all))
	random := rand.New(rand.NewPCG(7, 7))
	for round := range 12 {
		files := entries(t, dir)
		file := files[random.IntN(len(files))]
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		switch round % 4 {
		case 0:
			b[random.IntN(len(b))] ^= byte(1 + random.IntN(255))
		case 1:
			b = b[:random.IntN(len(b))]
		case 2:
			other, err := os.ReadFile(files[(round+1)%len(files)])
			if err != nil {
				t.Fatal(err)
			}
			if b = other; files[(round+1)%len(files)] == file {
				b = nil
			}
		case 3:
			b = append(b, "{}"...)
		}
		if err := os.WriteFile(file, b, 0o644); err != nil {
			t.Fatal(err)
		}
		check(fmt.Sprintf("spoilt %d", round), len(all)-1)
	}
	check("whole again", len(all))
}

// Whatever a result depends on makes other entries.
func TestDependsOn(t *testing.T) {
	all := articles(t)[:2]
	x := engine(t, extract.Options{})
	base := extractcache.Options{Engine: "1", Known: known(), Threshold: 50}
	for _, c := range []struct {
		name   string
		change func(*extractcache.Options, *article.Article)
		had    int
	}{
		{"nothing", func(*extractcache.Options, *article.Article) {}, 2},
		{"engine", func(o *extractcache.Options, _ *article.Article) { o.Engine = "2" }, 0},
		{"threshold", func(o *extractcache.Options, _ *article.Article) { o.Threshold = 51 }, 0},
		{"actors", func(o *extractcache.Options, _ *article.Article) { o.Known = nil }, 0},
		{"names", func(o *extractcache.Options, _ *article.Article) { o.Known[0].Not = []string{"Rat"} }, 0},
		{"date", func(_ *extractcache.Options, a *article.Article) { a.Date = "2023-01-01" }, 1},
		{"language", func(_ *extractcache.Options, a *article.Article) { a.Lang = "fr" }, 1},
		{"title", func(_ *extractcache.Options, a *article.Article) { a.Title += "!" }, 1},
		{"genre", func(_ *extractcache.Options, a *article.Article) { a.Genre = "narrative" }, 1},
		{"text", func(_ *extractcache.Options, a *article.Article) { a.ReadMarkdown(a.Body + "\n\nMore.") }, 1},
		{"reading", func(_ *extractcache.Options, a *article.Article) { a.ReadText("**" + a.Body) }, 1},
	} {
		o := base
		o.Dir = t.TempDir()
		extractAll(t, x, extractcache.Open(o), all)
		o.Known = known()
		first := *all[0]
		c.change(&o, &first)
		if _, had := extractAll(t, x, extractcache.Open(o), []*article.Article{&first, all[1]}); had != c.had {
			t.Errorf("%s: %d of 2 were kept, want %d", c.name, had, c.had)
		}
	}
}

// The cache holds what the last whole run used, and nothing of what came
// before or was left half done.
func TestBounded(t *testing.T) {
	all, x, dir := articles(t), engine(t, extract.Options{}), t.TempDir()
	o := extractcache.Options{Dir: dir, Engine: "1"}
	extractAll(t, x, extractcache.Open(o), all)
	if err := os.WriteFile(entries(t, dir)[0]+".99.tmp", []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	extractAll(t, x, extractcache.Open(o), all[:3])
	if n := len(entries(t, dir)); n != 3 {
		t.Errorf("%d entries for 3 articles", n)
	}
	c := extractcache.Open(o)
	c.Get(all[0])
	c.Close(false)
	if n := len(entries(t, dir)); n != 3 {
		t.Errorf("a run that was broken off left %d entries", n)
	}
	o.ReadOnly = true
	before := entries(t, dir)
	extractAll(t, x, extractcache.Open(o), all)
	if after := entries(t, dir); !reflect.DeepEqual(before, after) {
		t.Error("a run that only reads has written")
	}
	o.Dir = filepath.Join(dir, "none")
	if _, had := extractAll(t, x, extractcache.Open(o), all[:1]); had != 0 {
		t.Error("a folder that is none held something")
	}
}

// Nothing is read or written through links that lead out of the site.
func TestLinks(t *testing.T) {
	all, x, dir, outside := articles(t)[:2], engine(t, extract.Options{}), t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, ".fasti")); err != nil {
		t.Skip("no links here")
	}
	o := extractcache.Options{Dir: dir, Engine: "1"}
	for range 2 {
		if _, had := extractAll(t, x, extractcache.Open(o), all); had != 0 {
			t.Errorf("%d were kept outside of the site", had)
		}
	}
	if files, _ := os.ReadDir(outside); len(files) != 0 {
		t.Error("files were written outside of the site")
	}
}

// An entry with a right hash and wrong content, as somebody may have put it
// there, is not used.
func TestForged(t *testing.T) {
	a := articles(t)[0]
	x := engine(t, extract.Options{})
	r := x.Article(a)
	if len(r.Events) == 0 {
		t.Fatal("an article without events")
	}
	f := *r.Found()
	f.Events = append(f.Events[:0:0], f.Events...)
	f.Events[0].Trigger.End = len(a.Text) + 1
	var restore extract.Restorer
	if _, err := restore.Result(a, &f); err == nil || !strings.Contains(err.Error(), "span") {
		t.Errorf("error: %v", err)
	}
	g := *r.Found()
	whole, err := restore.Result(a, &g)
	if err != nil {
		t.Fatal(err)
	}
	one, _ := r.JSON()
	two, _ := whole.JSON()
	if !bytes.Equal(one, two) {
		t.Error("the restored result says something else")
	}
}
