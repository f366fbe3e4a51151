package model

// This file is what a trainer needs of the parser.

// Projective builds the actions that lead to a projective tree. head -1 is the
// root; rel are numbers of relations. It is nil if they do not.
func Projective(head []int16, rel []uint8) []uint8 {
	n := len(head)
	h, r := make([]int16, n+1), append(append([]uint8(nil), rel...), 0)
	for i := range head {
		if h[i] = head[i]; h[i] == none {
			h[i] = int16(n)
		}
	}
	h[n] = none
	s := &state{}
	s.start(n)
	for !s.done() {
		a, m := s.oracle(h, r), s.moves()
		ok := a == actShift && m.shift || a == actReduce && m.reduce || a >= actFirst && ((a-actFirst)%2 == 0 && m.left || (a-actFirst)%2 == 1 && m.right)
		if !ok {
			return nil
		}
		s.act(a)
	}
	for i := range head {
		if s.head[i] != h[i] || s.rel[i] != r[i] {
			return nil
		}
	}
	return s.path
}

// Replay calls visit with the features of each state and the action taken in
// it, from step first on.
func Replay(x *Search, in *Input, path []uint8, first int, visit func(features []uint64, action int)) {
	s := x.fresh()
	s.start(in.Len())
	for i, a := range path {
		if i >= first {
			x.feats = in.features(s, x.feats)
			visit(x.feats, int(a))
		}
		s.act(int(a))
	}
	x.pool = append(x.pool, s)
}

// Violation searches with the beam and gives the prefix of a wrong sequence of
// actions that is furthest ahead of the right one's prefix, with the number of
// steps; nil if the right one stays best.
func (x *Search) Violation(score Scorer, in *Input, gold []uint8, rels, width int) []uint8 {
	right := x.fresh()
	right.start(in.Len())
	first := x.fresh()
	first.start(in.Len())
	beam := []*state{first}
	rightScore, most := int64(0), int64(-1)
	var worst []uint8
	for step, a := range gold {
		x.next = x.next[:0]
		for _, s := range beam {
			x.expand(score, in, s, rels, width)
		}
		beam = x.follow(beam)
		x.feats = in.features(right, x.feats)
		x.sum = fill(x.sum, actions(rels), 0)
		score.Score(x.feats, x.sum)
		rightScore += int64(x.sum[a])
		right.act(int(a))
		if d := beam[0].score - rightScore; d > most || d == most && worst != nil {
			if string(beam[0].path) != string(gold[:step+1]) {
				most, worst = d, append(worst[:0], beam[0].path...)
			}
		}
	}
	x.pool = append(append(x.pool, beam...), right)
	return worst
}

// Actions is the number of actions for some relations.
func Actions(rels int) int { return actions(rels) }
