package merge

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/segment"
)

// randomNews makes articles about a small world: some events are reported by
// many papers in two languages, with other words and dates of other precision.
func randomNews(n int, seed uint64) []*extract.Result {
	rnd := rand.New(rand.NewPCG(seed, 5))
	people := []string{"Anna Berg", "Anna Bergh", "Jan Kowalski", "Kowalski", "Wiktor Sokolow", "Victor Sokolov", "Li Na", "A. Berg"}
	lands := []string{"Norland", "Surland", "Ostmark", "Westria"}
	kinds := []string{"consult", "assault", "travel", "agree", "statement", "court"}
	verbs := []string{"trifft", "besucht", "verurteilt", "stimmt", "kommt", "greift", "spricht", "warnt"}
	things := []string{"Abkommen", "Hafen", "Grenze", "Urteil", "Gespräche", "Wahlen", "Kraftwerk", "Gipfel", "Schule", "Brücke"}
	statuses := []string{"happened", "happened", "happened", "planned", "cancelled", "alleged", "denied"}
	var out []*extract.Result
	for i := range n {
		day := rnd.IntN(max(5, n/10))
		r := &extract.Result{
			Article: &article.Article{Name: fmt.Sprintf("a%05d", i), Lang: []string{"de", "en"}[rnd.IntN(2)], Date: dayAfter(day + 1)},
			Doc:     &segment.Doc{},
		}
		r.Doc.Lang = r.Article.Lang
		for k := range 2 + rnd.IntN(3) {
			r.Actors.Actors = append(r.Actors.Actors, actor.Actor{ID: fmt.Sprintf("p%d", k), Name: people[rnd.IntN(len(people))], Kind: actor.Person, Country: []string{"", "NL", "SL"}[rnd.IntN(3)]})
		}
		for k, l := range lands {
			r.Actors.Actors = append(r.Actors.Actors, actor.Actor{ID: fmt.Sprintf("l%d", k), Name: l, Kind: actor.State, Known: l})
		}
		for range 1 + rnd.IntN(4) {
			when := dayAfter(day - rnd.IntN(3))
			if rnd.IntN(5) == 0 {
				when = when[:7]
			}
			verb, thing := verbs[rnd.IntN(len(verbs))], things[rnd.IntN(len(things))]
			title := fmt.Sprintf("%s %s %s %d", lands[rnd.IntN(4)], verb, thing, rnd.IntN(40))
			addEvent(r, map[string]string{
				"when": when, "kind": kinds[rnd.IntN(len(kinds))], "title": title, "trigger": verb, "status": statuses[rnd.IntN(len(statuses))],
				"actors": fmt.Sprintf("p%d:actor, l%d:recipient", rnd.IntN(2), rnd.IntN(4)), "basis": []string{"explicit", "relative", "dct"}[rnd.IntN(3)],
			})
		}
		out = append(out, r)
	}
	return out
}

func dayAfter(n int) string {
	d, _ := dateOf("2024-01-10").Earliest()
	return d.Add(n).String()
}

func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		news := randomNews(n, 1)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bytes := 0
			for _, r := range news {
				bytes += len(r.Article.Body)
			}
			b.SetBytes(int64(bytes))
			for b.Loop() {
				Merge(news, Options{})
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
		})
	}
}
