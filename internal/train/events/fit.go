package events

import "math"

// group is one decision to learn: exactly one of its alternatives is right, or
// any of several. An alternative is a list of parameters that add up; the
// first alternative may be empty, then its score is 0.
type group struct {
	alternatives [][]int32
	right        []bool
	weight       float64
	offset       []float64 // what each alternative has for nothing; nil: nothing
}

// problem is a set of decisions over a number of parameters.
type problem struct {
	groups     []group
	parameters int
	ridge      float64 // how strongly weights are held near 0
}

// loss gives the negative log likelihood with its ridge, and its gradient.
func (p *problem) loss(w, gradient []float64) float64 {
	total := 0.0
	for i, v := range w {
		total += float64(p.ridge*v*v) / 2
		gradient[i] = p.ridge * v
	}
	var scores []float64
	for i := range p.groups {
		g := &p.groups[i]
		scores = scores[:0]
		for k, a := range g.alternatives {
			s := 0.0
			if g.offset != nil {
				s = g.offset[k]
			}
			for _, f := range a {
				s += w[f]
			}
			scores = append(scores, s)
		}
		all, good := logSum(scores, nil), logSum(scores, g.right)
		total += float64(g.weight * (all - good))
		for k, a := range g.alternatives {
			d := math.Exp(scores[k] - all)
			if g.right[k] {
				d -= math.Exp(scores[k] - good)
			}
			d = float64(d * g.weight)
			for _, f := range a {
				gradient[f] += d
			}
		}
	}
	return total
}

// logSum is the logarithm of the sum of the exponentials, of all or of some.
func logSum(scores []float64, which []bool) float64 {
	top := math.Inf(-1)
	for i, s := range scores {
		if which == nil || which[i] {
			top = math.Max(top, s)
		}
	}
	sum := 0.0
	for i, s := range scores {
		if which == nil || which[i] {
			sum += math.Exp(s - top)
		}
	}
	return top + math.Log(sum)
}

// How far back the search remembers, and how long it goes on.
const (
	memory     = 8
	iterations = 80
)

// fit finds the weights that explain the decisions best (L-BFGS).
func (p *problem) fit() []float64 {
	n := p.parameters
	w, gradient := make([]float64, n), make([]float64, n)
	at := p.loss(w, gradient)
	var steps, changes [][]float64
	next, nextGradient := make([]float64, n), make([]float64, n)
	for range iterations {
		d := direction(gradient, steps, changes)
		slope := dot(d, gradient)
		if slope >= 0 {
			break
		}
		rate := 1.0
		if len(steps) == 0 {
			rate = 1 / math.Sqrt(dot(gradient, gradient)+1e-12)
		}
		value, ok := 0.0, false
		for range 30 {
			for i := range next {
				next[i] = w[i] + float64(rate*d[i])
			}
			if value = p.loss(next, nextGradient); value <= at+float64(1e-4*rate*slope) {
				ok = true
				break
			}
			rate /= 2
		}
		if !ok || at-value < 1e-6*math.Abs(at) {
			break
		}
		s, y := make([]float64, n), make([]float64, n)
		for i := range s {
			s[i], y[i] = next[i]-w[i], nextGradient[i]-gradient[i]
		}
		if dot(s, y) > 1e-10 {
			steps, changes = append(steps, s), append(changes, y)
			if len(steps) > memory {
				steps, changes = steps[1:], changes[1:]
			}
		}
		copy(w, next)
		copy(gradient, nextGradient)
		at = value
	}
	return w
}

// direction is where the search goes next.
func direction(gradient []float64, steps, changes [][]float64) []float64 {
	q := make([]float64, len(gradient))
	for i, g := range gradient {
		q[i] = -g
	}
	k := len(steps)
	a := make([]float64, k)
	for i := k - 1; i >= 0; i-- {
		a[i] = dot(steps[i], q) / dot(changes[i], steps[i])
		for j := range q {
			q[j] -= float64(a[i] * changes[i][j])
		}
	}
	if k > 0 {
		scale := dot(steps[k-1], changes[k-1]) / dot(changes[k-1], changes[k-1])
		for j := range q {
			q[j] *= scale
		}
	}
	for i := range k {
		b := dot(changes[i], q) / dot(changes[i], steps[i])
		for j := range q {
			q[j] += float64((a[i] - b) * steps[i][j])
		}
	}
	return q
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += float64(a[i] * b[i])
	}
	return s
}

// milli writes a weight in thousandths, as the models do.
func milli(w float64) int32 { return int32(math.Round(1000 * w)) }
