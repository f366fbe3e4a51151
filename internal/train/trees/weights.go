package trees

import (
	"sort"

	"fasti/extract/syntax/model"
)

// weights are the weights of features while they are learned: integers, with
// what is needed for their mean over all steps. What scoring reads lies close
// together.
type weights struct {
	slots  []place
	used   int
	cells  []cell
	totals []total // beside cells
	step   int64
	often  *often // features that may be learned; nil: all
}

// often remembers which features came twice, in two sets of bits in which
// features may share a place.
type often struct{ once, twice []uint64 }

func newOften() *often { return &often{make([]uint64, 1<<20), make([]uint64, 1<<20)} }

// note counts features.
func (o *often) note(features []uint64) {
	for _, f := range features {
		at, bit := f>>6&(1<<20-1), uint64(1)<<(f&63)
		o.twice[at] |= o.once[at] & bit
		o.once[at] |= bit
	}
}

func (o *often) has(f uint64) bool { return o == nil || o.twice[f>>6&(1<<20-1)]>>(f&63)&1 == 1 }

// place is where the cells of a feature stand. key 0 is free.
type place struct {
	key, at uint32
	n, room uint8
}

type cell struct {
	value int32
	class uint8
}

type total struct{ at, sum int64 } // sum is right up to step at

func newWeights() *weights { return &weights{slots: make([]place, 1<<16)} }

// find is the place of a feature, or the free one where it would stand.
func (w *weights) find(key uint32) *place {
	mask := uint32(len(w.slots) - 1)
	for i := key * 0x9e3779b1 >> 7; ; i++ {
		if p := &w.slots[i&mask]; p.key == key || p.key == 0 {
			return p
		}
	}
}

// grow makes room for more features.
func (w *weights) grow() {
	old := w.slots
	w.slots = make([]place, 4*len(old))
	for _, p := range old {
		if p.key != 0 {
			*w.find(p.key) = p
		}
	}
}

// Score makes weights a model.Scorer. As in model.Table, places are fetched
// for many features before any is looked at.
func (w *weights) Score(features []uint64, sum []int32) {
	const batch = 128
	var near [batch]place
	var first [batch]cell
	for len(features) > 0 {
		part := features[:min(batch, len(features))]
		features = features[len(part):]
		mask := uint32(len(w.slots) - 1)
		for i, f := range part {
			near[i] = w.slots[model.Key(f)*0x9e3779b1>>7&mask]
		}
		n := 0
		for i, f := range part {
			p, key := near[i], model.Key(f)
			if p.key != key && p.key != 0 {
				p = *w.find(key)
			}
			if p.n > 0 && p.key == key {
				near[n] = p
				n++
			}
		}
		for i := range near[:n] {
			first[i] = w.cells[near[i].at]
		}
		for i := range near[:n] {
			p := &near[i]
			sum[first[i].class] += first[i].value
			for _, c := range w.cells[p.at+1 : p.at+uint32(p.n)] {
				sum[c.class] += c.value
			}
		}
	}
}

// add changes the weight of a class for some features.
func (w *weights) add(features []uint64, class uint8, by int32) {
	for _, f := range features {
		key := model.Key(f)
		p := w.find(key)
		if p.key == 0 {
			if !w.often.has(f) {
				continue
			}
			if w.used++; w.used*2 > len(w.slots) {
				w.grow()
				p = w.find(key)
			}
			p.key = key
		}
		at := p.at
		for at < p.at+uint32(p.n) && w.cells[at].class != class {
			at++
		}
		if at == p.at+uint32(p.n) {
			if p.n == p.room {
				w.move(p)
			}
			at = p.at + uint32(p.n)
			p.n++
			w.cells[at], w.totals[at] = cell{class: class}, total{at: w.step}
		}
		t := &w.totals[at]
		t.sum += int64(w.cells[at].value) * (w.step - t.at)
		t.at = w.step
		w.cells[at].value += by
	}
}

// move gives a feature more room, behind all others.
func (w *weights) move(p *place) {
	room := min(max(2, 2*int(p.room)), 255)
	at := uint32(len(w.cells))
	w.cells = append(w.cells, w.cells[p.at:p.at+uint32(p.n)]...)
	w.totals = append(w.totals, w.totals[p.at:p.at+uint32(p.n)]...)
	for k := int(p.n); k < room; k++ {
		w.cells, w.totals = append(w.cells, cell{}), append(w.totals, total{})
	}
	p.at, p.room = at, uint8(room)
}

// mean gives the mean weights times scale, the limit heaviest only, sorted by
// key.
func (w *weights) mean(scale int64, limit int) []model.Row {
	w.step++
	var sizes []int64
	for _, p := range w.slots {
		for at := p.at; at < p.at+uint32(p.n); at++ {
			if v := abs(w.average(at, scale)); v > 0 {
				sizes = append(sizes, v)
			}
		}
	}
	floor := int64(1)
	if limit > 0 && len(sizes) > limit {
		sort.Slice(sizes, func(i, j int) bool { return sizes[i] > sizes[j] })
		floor = sizes[limit]
	}
	var out []model.Row
	for _, p := range w.slots {
		m := model.Row{Key: p.key}
		for at := p.at; at < p.at+uint32(p.n); at++ {
			if v := w.average(at, scale); abs(v) >= floor {
				m.Cells = append(m.Cells, model.Cell{Class: w.cells[at].class, Weight: int16(max(min(v, 32767), -32767))})
			}
		}
		if len(m.Cells) > 0 {
			sort.Slice(m.Cells, func(i, j int) bool { return m.Cells[i].Class < m.Cells[j].Class })
			out = append(out, m)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out
}

// average is the mean of a weight over all steps, times scale.
func (w *weights) average(at uint32, scale int64) int64 {
	t := w.totals[at]
	return (t.sum + int64(w.cells[at].value)*(w.step-t.at)) * scale / w.step
}

func abs(v int64) int64 {
	if v < 0 {
		return -v
	}
	return v
}

// random is a sequence of numbers (splitmix64).
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	x := uint64(*r)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// shuffle puts numbers into another order.
func (r *random) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		j := int(r.next() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}
