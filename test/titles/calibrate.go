package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"strconv"
	"strings"

	"fasti/extract/lang"
)

// folds is how many parts the articles are dealt into: each is judged by
// weights that were learned from the others.
const folds = 10

// calibrate prints how often titles of a confidence are printable, each judged
// by weights that have not seen its article.
func calibrate(o options) error {
	list, err := examples(o)
	if err != nil {
		return err
	}
	hand, base, err := byHand()
	if err != nil {
		return err
	}
	var bins [10]struct {
		n          int
		said, good float64
	}
	for part := range uint32(folds) {
		var train, test []example
		for _, e := range list {
			if fold(e.event) == part {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		w, _ := fit(train, count(train))
		for f, x := range hand {
			w[f] = x
		}
		for _, e := range test {
			if !e.judged {
				continue
			}
			p := chance(e, w, base)
			b := &bins[min(9, int(p*10))]
			b.n, b.said = b.n+1, b.said+p
			if e.good == 1 {
				b.good++
			}
		}
	}
	fmt.Println("confidence\ttitles\tmean\tprintable")
	for i, b := range bins {
		if b.n > 0 {
			fmt.Printf("%d-%d\t%d\t%.0f %%\t%.0f %%\n", i*10, i*10+9, b.n, 100*b.said/float64(b.n), 100*b.good/float64(b.n))
		}
	}
	return nil
}

// fold deals an event's article to a part.
func fold(event string) uint32 {
	article, _, _ := strings.Cut(event, " ")
	h := fnv.New32a()
	h.Write([]byte(article))
	return h.Sum32() % folds
}

// chance is how likely a title is to be printable.
func chance(e example, w map[string]float64, base float64) float64 {
	z := base
	for _, f := range e.features {
		z += w[f]
	}
	return 1 / (1 + math.Exp(-z))
}

// byHand reads the weights that are not learned, and their base, in logits.
func byHand() (map[string]float64, float64, error) {
	pack, err := lang.Load("en")
	if err != nil {
		return nil, 0, err
	}
	out, base := map[string]float64{}, 0.0
	for _, r := range pack.Table("title/hand").Rows {
		n, err := strconv.Atoi(r.Field(1))
		if err != nil {
			return nil, 0, r.Errorf("%q is no number", r.Field(1))
		}
		if r.Field(0) == "base" {
			base = float64(n) / 100
			continue
		}
		out[r.Field(0)] = float64(n) / 100
	}
	return out, base, nil
}
