package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"

	"fasti/extract"
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
	results, err := a.found(ctx, s, cache, which)
	cache.Close(err == nil)
	if err != nil {
		return nil, err
	}
	next, changed := map[string]keptGist{}, map[int]bool{}
	for _, i := range which {
		r := results[i]
		g.merge[i], g.slim[i], g.hearings[i] = merge.Digest(r), r, ledger.Hear([]*extract.Result{r})
		w := &store.Writer{}
		w.Value(gist{g.merge[i].Kept(), g.hearings[i], r.Warnings})
		name := s.content.Articles[i].Name
		next[name], changed[gistPart(name)] = keptGist{g.keys[i], w.Bytes()}, true
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
		if !ok || k.key != out.keys[i] {
			return
		}
		var g gist
		r := store.NewReader(k.data)
		if r.Value(&g); r.Bad() || !r.End() {
			return
		}
		if out.merge[i] = g.Merge.Gist(art); out.merge[i] == nil {
			return
		}
		cache.Keep(name)
		out.slim[i], out.hearings[i] = &extract.Result{Article: art, Warnings: g.Warnings}, g.Hearing
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
