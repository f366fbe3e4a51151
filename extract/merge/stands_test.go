package merge

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
)

// Where a timeline is said to stand under other vetoes, merging with them gives it,
// to the last field; and it is said of many.
func TestTimelinesStandUnderVetoes(t *testing.T) {
	stood, fell := 0, 0
	for seed := range uint64(16) {
		rnd := rand.New(rand.NewPCG(seed, 23))
		news := digests(crowded(rnd, randomNews(120, seed+100)))
		opt := Options{Lang: "de"}
		for k := range 8 {
			opt.Vetoes = append(opt.Vetoes, randomVeto(rnd, news, fmt.Sprint("g", k%5)))
		}
		before := Gists(news, opt)
		for step := range 12 {
			next := opt
			next.Vetoes = append([]Veto{}, opt.Vetoes...)
			switch rnd.IntN(6) {
			case 0:
				at := rnd.IntN(len(next.Vetoes))
				next.Vetoes = append(next.Vetoes[:at], next.Vetoes[at+1:]...)
			case 1:
				next.Vetoes = append(next.Vetoes, randomVeto(rnd, news, "g1"))
			default:
				for k := range 1 + rnd.IntN(2) {
					next.Vetoes = append(next.Vetoes, randomVeto(rnd, news, fmt.Sprint("new", step, k)))
				}
			}
			rnd.Shuffle(len(next.Vetoes), func(i, j int) { next.Vetoes[i], next.Vetoes[j] = next.Vetoes[j], next.Vetoes[i] })
			after := Gists(news, next)
			if !before.StandsUnder(opt.Vetoes, next.Vetoes) {
				fell++
				continue
			}
			if stood++; !reflect.DeepEqual(before, after) {
				t.Fatalf("seed %d, step %d: %s", seed, step, firstDifference(after, before))
			}
		}
	}
	t.Logf("%d stand, %d do not", stood, fell)
	if stood < 20 || fell < 20 {
		t.Errorf("%d stand and %d do not: too few to say anything", stood, fell)
	}
}

// crowded lets sentences tell of a second event by another word, which is mostly not
// sure enough to be published.
func crowded(rnd *rand.Rand, results []*extract.Result) []*extract.Result {
	for _, r := range results {
		for i := 1; i < len(r.Events); i++ {
			if x, y := &r.Events[i-1], &r.Events[i]; rnd.IntN(3) == 0 {
				y.Sources, y.When, y.Published = slices.Clone(x.Sources), x.When, rnd.IntN(4) == 0
				at := x.Sources[0].Span.Start
				y.Trigger = article.Span{Start: at, End: at + 3}
			}
		}
	}
	return results
}

// randomVeto is what a person may have decided on a sentence.
func randomVeto(rnd *rand.Rand, news []*Gist, group string) Veto {
	r := news[rnd.IntN(len(news))].res
	e := r.Events[rnd.IntN(len(r.Events))]
	v := Veto{Article: r.Article.Name, Sentence: e.Sources[0].Sentence, Group: group}
	if rnd.IntN(3) > 0 {
		v.Trigger = textOf(r, e.Trigger)
	}
	if rnd.IntN(8) == 0 {
		v.When = dayAfter(rnd.IntN(9))
	}
	return v
}
