package model

// Parser builds trees.
type Parser struct {
	Table *Table
	Rels  []string // names of the relations; the first is the root's
	Beam  int      // how many trees are followed at once
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
	next  []candidate
	sum   []int32
	feats []uint64
	sums  sums
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
			for r := rootRel + 1; r < rels; r++ {
				x.offer(width, s, ActionLeft(r))
			}
		}
	}
	if m.right {
		for r := rootRel + 1; r < rels; r++ {
			x.offer(width, s, ActionRight(r))
		}
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
	var out []*state
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
	return out
}
