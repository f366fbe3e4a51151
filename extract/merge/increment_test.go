package merge

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/internal/store"
)

var sequences = flag.Int("sequences", 2, "how many random sequences of edits of the articles to try")

func digests(results []*extract.Result) []*Gist {
	out := make([]*Gist, len(results))
	for i, r := range results {
		out[i] = Digest(r)
	}
	return out
}

// kept writes a gist, reads it, and takes its article up again.
func kept(t *testing.T, g *Gist, a *article.Article) *Gist {
	w := &store.Writer{}
	w.Value(g.Kept())
	var k Kept
	r := store.NewReader(w.Bytes())
	if r.Value(&k); r.Bad() || !r.End() {
		t.Fatal("a gist cannot be read again")
	}
	return k.Gist(a)
}

// archive is a site that is edited: the articles, and what is kept of each.
type archive struct {
	results map[string]*extract.Result
	kept    map[string]*Gist
}

// edit brings some articles in, changes some and takes some out, and reads those
// alone.
func (a *archive) edit(t *testing.T, rnd *rand.Rand, from []*extract.Result) {
	for range 1 + rnd.IntN(6) {
		r := from[rnd.IntN(len(from))]
		name := r.Article.Name
		if a.results[name] != nil && rnd.IntN(3) == 0 {
			delete(a.results, name)
			delete(a.kept, name)
			continue
		}
		a.results[name], a.kept[name] = r, kept(t, Digest(r), r.Article)
	}
}

// timelines are the whole merge, in any order of the articles, and that of what
// is kept, in another.
func (a *archive) timelines() (whole, increment *Timeline) {
	var results []*extract.Result
	var gists []*Gist
	for name, r := range a.results { // the order of a map is any order
		results = append(results, r)
		gists = append(gists, a.kept[name])
	}
	return Merge(results, Options{Lang: "de"}), Gists(gists, Options{Lang: "de"})
}

// Whatever articles come, change and go, and in whatever batches: the timeline of
// what is kept of the others and of what has changed is the one of all articles
// read anew, to the last field.
func TestIncrementsMergeAsTheWhole(t *testing.T) {
	for seed := range uint64(*sequences) {
		rnd := rand.New(rand.NewPCG(seed, 11))
		a := &archive{map[string]*extract.Result{}, map[string]*Gist{}}
		first, second := randomNews(200, 2*seed), randomNews(200, 2*seed+1) // the same names, other articles
		for _, r := range first[:150] {
			a.results[r.Article.Name], a.kept[r.Article.Name] = r, kept(t, Digest(r), r.Article)
		}
		for step := range 8 {
			a.edit(t, rnd, append(first, second...))
			whole, increment := a.timelines()
			if !reflect.DeepEqual(whole, increment) {
				t.Fatalf("sequence %d, step %d: %s", seed, step, firstDifference(whole, increment))
			}
		}
	}
}

func firstDifference(a, b *Timeline) string {
	for i := range min(len(a.Events), len(b.Events)) {
		if !reflect.DeepEqual(a.Events[i], b.Events[i]) {
			return fmt.Sprintf("the whole merge says\n%+v\nand the increment\n%+v", a.Events[i], b.Events[i])
		}
	}
	return fmt.Sprintf("%d events and %d, %d actors and %d", len(a.Events), len(b.Events), len(a.Actors), len(b.Actors))
}
