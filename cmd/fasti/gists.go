package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/merge"
	"fasti/internal/extractcache"
	"fasti/internal/ledger"
	"fasti/internal/store"
)

// gist is what a site needs of one article to make its timeline: so, when one
// article changes, nothing that was found in the others is read beside it.
type gist struct {
	Merge    merge.Kept
	Hearing  ledger.Hearing
	Warnings []extract.Warning
}

// keptGist is a gist as it is kept, with the key of all that it was made from.
type keptGist struct {
	key  string
	data []byte
}

// gistParts is how many files gists are kept in, so that one change rewrites
// little.
const gistParts = 32

func gistPart(article string) int {
	h := fnv.New32a()
	h.Write([]byte(article))
	return int(h.Sum32() % gistParts)
}

func gistFile(part int) string { return "gists/" + strconv.Itoa(part) }

func gistForm() string { return "gists 1 " + store.Sum(engine()+store.Shape(gist{})) }

// keptGists are those of an earlier run, by the article.
func (a *app) keptGists() map[string]keptGist {
	out := map[string]keptGist{}
	for part := range gistParts {
		r := store.NewReader(store.Read(a.dir, gistFile(part), gistForm()))
		for !r.End() {
			name, k := r.Text(), keptGist{key: r.Text()}
			k.data = r.Raw(r.Many())
			if !r.Bad() {
				out[name] = k
			}
		}
	}
	return out
}

// gists are those of the articles of a site, by their place in its content.
type gists struct {
	keys     []string
	merge    []*merge.Gist // nil where the article must be read
	slim     []*extract.Result
	hearings []ledger.Hearing
}

// take takes the gist of what was found in an article, as the next run will read it.
// The rest, its trees above all, is many times as large and let go of, with all
// texts that are parts of it.
func (g *gists) take(i int, art *article.Article, r *extract.Result) keptGist {
	w := &store.Writer{}
	digest := merge.Digest(r)
	w.Value(gist{digest.Kept(), ledger.Hear([]*extract.Result{r}), r.Warnings})
	out := keptGist{g.keys[i], w.Bytes()}
	if !g.recall(i, art, out) { // cannot be: it was just written
		g.merge[i], g.slim[i], g.hearings[i] = digest, r, ledger.Hear([]*extract.Result{r})
	}
	return out
}

// recall takes up what is kept of an article; it reports false if that cannot be read.
func (g *gists) recall(i int, art *article.Article, k keptGist) bool {
	var kept gist
	r := store.NewReader(k.data)
	if r.Value(&kept); r.Bad() || !r.End() {
		return false
	}
	if g.merge[i] = kept.Merge.Gist(art); g.merge[i] == nil {
		return false
	}
	g.slim[i], g.hearings[i] = &extract.Result{Article: art, Warnings: kept.Warnings}, kept.Hearing
	return true
}

// hearGists makes the timeline of what is kept of the articles, and of those that
// have changed.
func (a *app) hearGists(ctx context.Context, s *siteContent) (*heard, error) {
	cache, old := a.cache(s), a.keptGists()
	g := s.recallGists(ctx, cache, old)
	var which []int
	for i := range g.merge {
		if g.merge[i] == nil {
			which = append(which, i)
		}
	}
	made := make([]keptGist, len(g.merge))
	err := a.found(ctx, s, cache, which, func(i int, r *extract.Result) {
		made[i] = g.take(i, &s.content.Articles[i].Article, r)
	})
	cache.Close(err == nil)
	if err != nil {
		return nil, err
	}
	next, changed := map[string]keptGist{}, map[int]bool{}
	for _, i := range which {
		name := s.content.Articles[i].Name
		next[name], changed[gistPart(name)] = made[i], true
	}
	h := &heard{timeline: merge.Gists(g.merge, s.mergeOptions()), doubts: doubts(s.content, g.slim)}
	for i, art := range s.content.Articles {
		h.hearing.Add(g.hearings[i])
		if _, read := next[art.Name]; !read {
			next[art.Name] = old[art.Name]
		}
	}
	for name := range old {
		if _, there := next[name]; !there {
			changed[gistPart(name)] = true
		}
	}
	a.keepGists(next, changed)
	return h, nil
}

// recallGists takes up what is kept of the articles that are as they were.
func (s *siteContent) recallGists(ctx context.Context, cache *extractcache.Cache, old map[string]keptGist) *gists {
	n := len(s.content.Articles)
	out := &gists{make([]string, n), make([]*merge.Gist, n), make([]*extract.Result, n), make([]ledger.Hearing, n)}
	knows := fmt.Sprintf(" %q", s.knows) // maps are printed in order
	parallel(ctx, n, func(i int) {
		art := &s.content.Articles[i].Article
		name := cache.Key(art)
		out.keys[i] = name + knows
		k, ok := old[art.Name]
		if ok && k.key == out.keys[i] && out.recall(i, art, k) {
			cache.Keep(name)
		}
	})
	return out
}

// keepGists writes those of the files in which something has changed.
func (a *app) keepGists(all map[string]keptGist, changed map[int]bool) {
	var parts [gistParts]*store.Writer
	for part := range changed {
		parts[part] = store.WriterFor(a.dir, gistFile(part))
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if part := gistPart(name); changed[part] {
			w := parts[part]
			w.Text(name)
			w.Text(all[name].key)
			w.Blob(all[name].data)
		}
	}
	for part := range changed {
		store.Write(a.dir, gistFile(part), gistForm(), parts[part].Bytes())
	}
}
