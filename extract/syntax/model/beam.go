package model

import "math"

// Parser builds trees.
type Parser struct {
	Table *Table
	Rels  []string // names of the relations; the first is the root's
	Beam  int      // how many trees are followed at once
	Reach int64    // how far behind the best a tree may be to be followed on; 0: as far as it is
}

// rootRel is the place of the root's relation.
const rootRel = 0

// actions is the number of actions for some relations.
func actions(rels int) int { return actFirst + 2*rels }

// candidate is a state to be made. Those that are kept stand the best first.
type candidate struct {
	from  *state
	act   int
	score int64
}

// Search is the room for building trees.
type Search struct {
	pool  []*state
	spare []*state // room for the next beam
	next  []candidate
	sum   []int32
	feats []uint64
	sums  sums
	bench bench
	near  near
}

func (x *Search) fresh() *state {
	if n := len(x.pool); n > 0 {
		s := x.pool[n-1]
		x.pool = x.pool[:n-1]
		return s
	}
	return &state{}
}

// offer keeps a candidate if it is among the best width of those offered so far.
// Of equals the first stays in front.
func (x *Search) offer(width int, s *state, act int) {
	score := s.score + int64(x.sum[act])
	c := x.next
	if len(c) == width {
		if score <= c[width-1].score {
			return
		}
		c = c[:width-1]
	}
	c = append(c, candidate{})
	i := len(c) - 1
	for ; i > 0 && c[i-1].score < score; i-- {
		c[i] = c[i-1]
	}
	c[i] = candidate{s, act, score}
	x.next = c
}

// cut leaves out the candidates that are out of reach.
func (x *Search) cut(reach int64) {
	n := len(x.next)
	for reach > 0 && n > 1 && x.next[0].score-x.next[n-1].score > reach {
		n--
	}
	x.next = x.next[:n]
}

// offerAll offers an action with each relation, the first of which is given.
func (x *Search) offerAll(width int, s *state, first int) {
	least := x.least(width, s)
	for act := first; act < len(x.sum); act += 2 {
		if int64(x.sum[act]) > least {
			x.offer(width, s, act)
			least = x.least(width, s)
		}
	}
}

// least is what an action has to score more than for its candidate to be kept.
func (x *Search) least(width int, s *state) int64 {
	if len(x.next) < width {
		return math.MinInt64
	}
	return x.next[width-1].score - s.score
}

// expand offers what can follow from s.
func (x *Search) expand(score Scorer, in *Input, s *state, rels, width int) {
	x.score(score, in, s, rels)
	m := s.moves().likely(s, in)
	if m.shift {
		x.offer(width, s, actShift)
	}
	if m.reduce {
		x.offer(width, s, actReduce)
	}
	if m.left {
		if int(s.next) == in.Len() {
			x.offer(width, s, ActionLeft(rootRel))
		} else {
			x.offerAll(width, s, ActionLeft(rootRel+1))
		}
	}
	if m.right {
		x.offerAll(width, s, ActionRight(rootRel+1))
	}
}

// Tree is the heads and relations of a sentence; head -1 is the root.
type Tree struct {
	Head   []int16
	Rel    []uint8
	Margin int64 // of the best tree over the next in the beam
}

// Parse builds the tree of a sentence.
func (p *Parser) Parse(x *Search, in *Input, width int) Tree {
	first := x.fresh()
	first.start(in.Len())
	beam := []*state{first}
	x.sums.start(p.Table)
	for steps := 2 * in.Len(); steps > 0; steps-- {
		x.next = x.next[:0]
		for _, s := range beam {
			x.expand(p.Table, in, s, len(p.Rels), width)
		}
		x.cut(p.Reach)
		beam = x.follow(beam)
	}
	x.sums.stop()
	t := Tree{Head: append([]int16(nil), beam[0].head[:in.Len()]...), Rel: append([]uint8(nil), beam[0].rel[:in.Len()]...)}
	if len(beam) > 1 {
		t.Margin = beam[0].score - beam[1].score
	}
	for i, h := range t.Head {
		if int(h) == in.Len() {
			t.Head[i] = none
		}
	}
	x.pool = append(x.pool, beam...)
	return t
}

// follow makes the states of the candidates, in the room of those that end.
func (x *Search) follow(beam []*state) []*state {
	out := x.spare[:0]
	for i := range beam {
		beam[i].used = false
	}
	for i := len(x.next) - 1; i >= 0; i-- {
		// The last that uses a state takes it over, all others copy.
		x.next[i].from.used = true
	}
	for i := range x.next {
		c := &x.next[i]
		more := false
		for k := i + 1; k < len(x.next); k++ {
			if x.next[k].from == c.from {
				more = true
				break
			}
		}
		s := c.from
		if more {
			s = x.fresh()
			s.copy(c.from)
		}
		s.score = c.score
		s.act(c.act)
		out = append(out, s)
	}
	for _, s := range beam {
		if !s.used {
			x.pool = append(x.pool, s)
		}
	}
	x.spare = beam
	return out
}
