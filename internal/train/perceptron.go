package train

import (
	"fasti/extract/actor/ner"
)

// Sample is a sentence to learn from.
type Sample struct {
	Features [][]uint32 // of each token: numbers of its features
	Labels   []uint8    // gold
	Free     []uint32   // labels that each token may have; nil: only the gold ones
}

// Settings steer the learning.
type Settings struct {
	Epochs  int
	Models  int   // averaged, each with another order and dropout
	Dropout int   // of 1024 features, how many are not seen in a visit
	Margin  int32 // what a wrong label gets for nothing, so that the right one has to win by it
}

// perceptron is an averaged structured perceptron. All its numbers are
// integers, so that every machine learns the same.
type perceptron struct {
	weights [][16]int32
	totals  [][16]int64 // sums of step times update, for averaging
	trans   ner.Transitions
	sums    [ner.Labels][ner.Labels]int64
	step    int64

	random uint64
	emit   [][ner.Labels]int32
	margin [][ner.Labels]int32
}

// learn trains Models perceptrons and adds up their averages. The result is
// scaled by 256 times the number of models.
func learn(samples []Sample, features int, set Settings, log func(string, ...any)) ([][16]int64, [ner.Labels][ner.Labels]int64) {
	sum := make([][16]int64, features)
	var trans [ner.Labels][ner.Labels]int64
	for k := range set.Models {
		p := &perceptron{weights: make([][16]int32, features), totals: make([][16]int64, features), random: uint64(k+1) * 0x9e3779b97f4a7c15}
		p.run(samples, set, log)
		for i := range p.weights {
			for l, w := range p.weights[i] {
				sum[i][l] += (int64(w)*p.step - p.totals[i][l]) * 256 / p.step
			}
		}
		for f := range p.trans {
			for t, w := range p.trans[f] {
				trans[f][t] += (int64(w)*p.step - p.sums[f][t]) * 256 / p.step
			}
		}
	}
	return sum, trans
}

func (p *perceptron) run(samples []Sample, set Settings, log func(string, ...any)) {
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	for e := range set.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(p.next() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		wrong := 0
		for _, i := range order {
			if p.visit(&samples[i], set) {
				wrong++
			}
		}
		log("epoch %d: %d of %d sentences wrong", e+1, wrong, len(order))
	}
}

// next is the next random number (splitmix64).
func (p *perceptron) next() uint64 {
	p.random += 0x9e3779b97f4a7c15
	x := p.random
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// visit learns from a sentence and tells whether it was wrong.
func (p *perceptron) visit(s *Sample, set Settings) bool {
	n := len(s.Labels)
	p.step++
	salt := p.next()
	for len(p.emit) < n {
		p.emit = append(p.emit, [ner.Labels]int32{})
		p.margin = append(p.margin, [ner.Labels]int32{})
	}
	for i := range n {
		p.emit[i] = [ner.Labels]int32{}
		e := &p.emit[i]
		for k, f := range s.Features[i] {
			if dropped(salt, i, k, set.Dropout) {
				continue
			}
			w := &p.weights[f]
			for l, v := range w {
				e[l+1] += v
			}
		}
	}
	gold := s.Labels
	if s.Free != nil {
		gold = make([]uint8, n)
		ner.Best(p.emit[:n], &p.trans, s.Free, gold)
	}
	for i := range n {
		p.margin[i] = p.emit[i]
		for l := range p.margin[i] {
			if l != int(gold[i]) && (s.Free == nil || s.Free[i]&(1<<l) == 0) {
				p.margin[i][l] += set.Margin
			}
		}
	}
	guess := make([]uint8, n)
	ner.Best(p.margin[:n], &p.trans, nil, guess)
	return p.update(s, gold, guess, salt, set)
}

// dropped decides whether feature k of token i sits out a visit.
func dropped(salt uint64, i, k, dropout int) bool {
	x := (salt ^ uint64(i)<<20 ^ uint64(k)) * 0x9e3779b97f4a7c15
	return int(x>>54) < dropout
}

func (p *perceptron) update(s *Sample, gold, guess []uint8, salt uint64, set Settings) bool {
	wrong := false
	for i := range gold {
		g, h := gold[i], guess[i]
		before := [2]uint8{}
		if i > 0 {
			before = [2]uint8{gold[i-1], guess[i-1]}
		}
		p.move(before, g, h)
		if g == h {
			continue
		}
		wrong = true
		for k, f := range s.Features[i] {
			if dropped(salt, i, k, set.Dropout) {
				continue
			}
			if g != ner.Outside {
				p.weights[f][g-1]++
				p.totals[f][g-1] += p.step
			}
			if h != ner.Outside {
				p.weights[f][h-1]--
				p.totals[f][h-1] -= p.step
			}
		}
	}
	n := len(gold)
	p.move([2]uint8{gold[n-1], guess[n-1]}, ner.Outside, ner.Outside)
	return wrong
}

// move updates the transitions into a token.
func (p *perceptron) move(before [2]uint8, g, h uint8) {
	if before[0] == before[1] && g == h {
		return
	}
	p.trans[before[0]][g]++
	p.sums[before[0]][g] += p.step
	p.trans[before[1]][h]--
	p.sums[before[1]][h] -= p.step
}
