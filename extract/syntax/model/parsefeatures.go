package model

// reader builds the features of a state.
type reader struct {
	in  *Input
	out []uint64
}

func (r *reader) add(template int, value uint64) {
	r.out = append(r.out, mix(uint64(template), value))
}

func (r *reader) two(template int, a, b uint64) {
	r.out = append(r.out, mix(mix(uint64(template), a), b))
}

func (r *reader) three(template int, a, b, c uint64) {
	r.out = append(r.out, mix(mix(mix(uint64(template), a), b), c))
}

// node is a word as the features see it.
type node struct{ w, l, p, m, c, k uint64 }

// at gives the node of a token; none and the root have their own.
func (in *Input) at(i int16) node {
	if i == none {
		i = int16(len(in.Word) - 1)
	}
	return node{in.Word[i], in.Lemma[i], in.POS[i], in.Morph[i], in.Class[i], in.Lists[i]}
}

func bucket(n int) uint64 {
	switch {
	case n < 5:
		return uint64(n)
	case n < 8:
		return 5
	case n < 12:
		return 6
	}
	return 7
}

// features lists the features of a state. The numbers of the templates belong
// to the version of the model.
func (in *Input) features(s *state, out []uint64) []uint64 {
	v := in.view(s)
	v.nodes(&near{})
	out = out[:0]
	for i := range parts {
		out = parts[i].features(&v, out)
	}
	return out
}

// view is a state as the features see it. Relations are 1 more than their
// numbers, 0 for none.
type view struct {
	in                                      *Input
	s                                       *state
	t, b, under                             int16  // the word on the stack, the next, and the one under the first
	up, up2                                 int16  // the head of the first, and that one's
	l, l2, r, r2                            int16  // its outer dependants, left and right
	bl, bl2                                 int16  // those of the next
	headed                                  uint64 // whether the first has its head
	upRel, up2Rel                           uint64 // the relations of the first and of its head
	lRel, l2Rel, rRel, r2Rel, blRel, bl2Rel uint64
	lefts, rights, bLefts                   uint64 // sets of relations of the dependants of the first, and of the next
	nl, nr, nb                              uint64 // how many those are
	*near                                          // nil until features are asked for
}

// near are the word on the stack, the next, and those behind it.
type near struct{ s0, n0, n1, n2, n3 node }

func (in *Input) view(s *state) view {
	v := view{in: in, s: s, t: s.top(), b: s.next, under: none}
	v.up, v.up2, v.l, v.l2, v.r, v.r2 = none, none, none, none, none, none
	if len(s.stack) > 1 {
		v.under = s.stack[len(s.stack)-2]
	}
	v.bl, v.bl2, v.bLefts, v.nb = s.left[v.b][0], s.left[v.b][1], s.lefts[v.b], uint64(s.nl[v.b])
	v.blRel, v.bl2Rel = s.relOf(v.bl), s.relOf(v.bl2)
	if v.t != none {
		v.around()
	}
	return v
}

// nodes looks at the words themselves, which only features want. They stand in room.
func (v *view) nodes(room *near) {
	root := int16(len(v.s.head) - 1)
	ahead := func(k int16) node {
		if v.b+k > root {
			return v.in.at(none)
		}
		return v.in.at(v.b + k)
	}
	*room = near{v.in.at(v.t), v.in.at(v.b), ahead(1), ahead(2), ahead(3)}
	v.near = room
}

// around looks at what hangs on the word on the stack, and on what it hangs.
func (v *view) around() {
	s, t := v.s, v.t
	if v.up = s.head[t]; v.up != none {
		v.headed, v.upRel = 1, s.relOf(t)
		if v.up2 = s.head[v.up]; v.up2 != none {
			v.up2Rel = s.relOf(v.up)
		}
	}
	v.l, v.l2, v.r, v.r2 = s.left[t][0], s.left[t][1], s.right[t][0], s.right[t][1]
	v.lRel, v.l2Rel, v.rRel, v.r2Rel = s.relOf(v.l), s.relOf(v.l2), s.relOf(v.r), s.relOf(v.r2)
	v.lefts, v.rights, v.nl, v.nr = s.lefts[t], s.rights[t], uint64(s.nl[t]), uint64(s.nr[t])
}

// relOf is the relation of a dependant as features have it.
func (s *state) relOf(i int16) uint64 {
	if i == none {
		return 0
	}
	return uint64(s.rel[i]) + 1
}

// coming appends the features of the words ahead, the same in all states with
// the same next word and headed.
func (v *view) coming(out []uint64) []uint64 {
	r := reader{v.in, out}
	n0, n1, n2, n3 := v.n0, v.n1, v.n2, v.n3
	for k, x := range [...]node{n0, n1, n2} {
		base := 10 * (k + 2)
		r.add(base, x.w)
		r.add(base+1, x.p)
		r.two(base+2, x.w, x.p)
		r.two(base+3, x.m, x.p)
		r.add(base+4, x.c)
		r.two(base+5, x.l, v.headed)
	}
	r.add(53, n3.p)
	r.two(65, n0.p, n1.p)
	r.three(80, n0.p, n1.p, n2.p)
	return r.out
}

// pair appends the features of the word on the stack and the words ahead, the
// same in all states with the same two words and headed.
func (v *view) pair(out []uint64) []uint64 {
	in, s0, n0, n1, n2, n3, headed := v.in, v.s0, v.n0, v.n1, v.n2, v.n3, v.headed
	r := reader{in, out}
	dist, commas, verbs := uint64(0), uint64(0), uint64(0)
	if t, b := v.t, v.b; t != none {
		dist = bucket(int(b - t))
		commas = uint64(min(in.Comma[b]-in.Comma[t], 3))
		verbs = uint64(min(in.Verb[b]-in.Verb[t+1], 3))
	}
	r.add(10, s0.w)
	r.add(11, s0.p)
	r.two(12, s0.w, s0.p)
	r.two(13, s0.m, s0.p)
	r.add(14, s0.c)
	r.two(15, s0.l, headed)
	r.two(54, s0.p, headed)
	r.two(55, in.Bias, s0.p)
	r.three(56, in.Bias, s0.p, n0.p)
	r.three(60, s0.w, n0.w, s0.p)
	r.three(61, s0.w, s0.p, n0.p)
	r.three(62, s0.p, n0.w, n0.p)
	r.three(63, s0.l, n0.l, n0.p)
	r.three(64, s0.p, n0.p, headed)
	r.three(66, s0.m, n0.m, mix(s0.p, n0.p))
	r.three(67, s0.m, n0.p, s0.p)
	r.three(68, s0.p, n0.m, n0.p)
	r.two(69, s0.c, n0.c)
	r.three(70, s0.l, n0.c, n0.p)
	r.three(71, s0.c, n0.l, s0.p)
	r.three(72, s0.l, n0.m, n0.p)
	r.three(73, s0.m, n0.l, s0.p)
	r.three(74, s0.c, n0.p, n0.m)
	r.three(75, s0.p, s0.m, n0.c)
	r.three(76, s0.k, n0.k, mix(s0.p, n0.p))
	r.three(77, s0.l, n0.k, n0.p)
	r.three(81, s0.p, n0.p, n1.p)
	r.three(87, s0.l, n0.p, n1.p)
	r.three(88, s0.p, n0.l, n1.p)
	r.three(89, s0.p, n0.p, n1.l)
	r.three(90, mix(s0.m, s0.p), mix(n0.m, n0.p), n1.p)
	r.three(94, mix(s0.p, n0.p), mix(n1.p, n2.p), n3.p)
	r.three(95, s0.w, n0.w, n1.w)
	r.two(120, s0.l, dist)
	r.two(121, s0.p, dist)
	r.two(122, n0.l, dist)
	r.two(123, n0.p, dist)
	r.three(124, s0.p, n0.p, dist)
	r.three(125, s0.p, n0.p, commas<<4|verbs)
	r.three(126, s0.l, n0.p, commas<<4|verbs)
	r.three(127, s0.p, n0.l, commas<<4|verbs)
	r.three(128, mix(s0.p, s0.m), mix(n0.p, n0.m), commas<<4|verbs)
	return r.out
}

// crossed appends the features of the words on the stack, the next, and a word
// that hangs on one of them.
func (v *view) crossed(out []uint64) []uint64 {
	in, s0, n0, n1 := v.in, v.s0, v.n0, v.n1
	r := reader{in, out}
	s1, h, s0l, n0l := in.at(v.under), in.at(v.up), in.at(v.l), in.at(v.bl)
	r.two(50, s1.w, s1.p)
	r.add(51, s1.p)
	r.two(52, s1.m, s1.p)
	r.three(86, s1.p, s0.p, n0.p)
	r.three(92, s1.l, s0.p, n0.p)
	r.three(93, mix(s1.p, s0.p), n0.p, n1.p)
	r.three(103, mix(s0.p, h.p), n0l.w, n0.p)
	r.three(107, h.l, s0l.w, n0.p)
	r.three(108, h.l, s0.p, n0l.w)
	r.three(109, s1.l, s0.p, n0l.w)
	return r.out
}

// nextWords appends the features of the words on the left of the next.
func (v *view) nextWords(out []uint64) []uint64 {
	in, s0, n0 := v.in, v.s0, v.n0
	r := reader{in, out}
	n0l, n0l2 := in.at(v.bl), in.at(v.bl2)
	r.three(85, s0.p, n0.p, n0l.p)
	r.three(100, s0.l, n0l.w, n0.p)
	r.three(101, s0.p, n0l.w, n0.p)
	r.three(102, mix(s0.l, s0.p), n0l.w, n0.l)
	r.three(110, s0.c, n0l.w, n0.c)
	r.two(134, n0.l, v.nb)
	r.two(135, n0.p, v.nb)
	r.three(172, n0.p, n0l.p, n0l2.p)
	return r.out
}

// nextRels appends the features of how they hang on it.
func (v *view) nextRels(out []uint64) []uint64 {
	in, s0, n0 := v.in, v.s0, v.n0
	r := reader{in, out}
	n0l, n0l2 := in.at(v.bl), in.at(v.bl2)
	r.three(138, s0.p, v.bLefts, n0.p)
	r.two(140, n0.l, v.bLefts)
	r.three(143, mix(s0.m, s0.p), mix(n0.p, n0.m), v.bLefts)
	r.two(159, n0l.l, v.blRel)
	r.two(160, n0l.p, v.blRel)
	r.two(167, n0l2.p, v.bl2Rel)
	r.two(168, n0l2.l, v.bl2Rel)
	return r.out
}

// above appends the features of what the word on the stack hangs on.
func (v *view) above(out []uint64) []uint64 {
	in, s0, n0, n1 := v.in, v.s0, v.n0, v.n1
	r := reader{in, out}
	h, h2 := in.at(v.up), in.at(v.up2)
	r.three(82, h.p, s0.p, n0.p)
	r.three(91, h.l, s0.p, n0.p)
	r.two(150, h.l, v.upRel)
	r.two(151, h.p, v.upRel)
	r.two(152, s0.p, v.upRel)
	r.two(153, s0.l, v.upRel)
	r.three(154, s0.p, v.upRel, n0.p)
	r.two(161, h2.p, v.up2Rel)
	r.two(162, h2.l, v.up2Rel)
	r.three(171, s0.p, h.p, h2.p)
	r.three(174, mix(h.p, v.upRel), s0.p, mix(n0.p, n1.p))
	r.three(175, mix(v.up2Rel, v.upRel), s0.p, n0.p)
	return r.out
}

// leftward appends the features of what hangs on its left.
func (v *view) leftward(out []uint64) []uint64 {
	in, s0, n0 := v.in, v.s0, v.n0
	r := reader{in, out}
	s0l, s0l2 := in.at(v.l), in.at(v.l2)
	r.three(83, s0.p, s0l.p, n0.p)
	r.three(104, s0l.w, s0.p, n0.p)
	r.three(105, s0l.w, s0.m, n0.l)
	r.three(106, s0l.w, s0.l, n0.l)
	r.three(132, s0.l, v.nl, n0.p)
	r.three(133, s0.p, v.nl, n0.p)
	r.three(136, s0.p, v.lefts, n0.p)
	r.two(139, s0.l, v.lefts)
	r.two(155, s0l.l, v.lRel)
	r.two(156, s0l.p, v.lRel)
	r.two(163, s0l2.p, v.l2Rel)
	r.two(164, s0l2.l, v.l2Rel)
	r.three(169, s0.p, s0l.p, s0l2.p)
	return r.out
}

// rightward appends the features of what hangs on its right.
func (v *view) rightward(out []uint64) []uint64 {
	in, s0, n0 := v.in, v.s0, v.n0
	r := reader{in, out}
	s0r, s0r2 := in.at(v.r), in.at(v.r2)
	r.three(84, s0.p, s0r.p, n0.p)
	r.three(130, s0.l, v.nr, v.rights)
	r.three(131, s0.p, v.nr, n0.p)
	r.three(137, s0.p, v.rights, n0.p)
	r.two(157, s0r.l, v.rRel)
	r.two(158, s0r.p, v.rRel)
	r.two(165, s0r2.p, v.r2Rel)
	r.two(166, s0r2.l, v.r2Rel)
	r.three(170, s0.p, s0r.p, s0r2.p)
	r.three(173, mix(s0.p, s0r.p), mix(s0r.l, n0.p), v.rRel)
	return r.out
}

// bothWays appends the features of its dependants on both sides together.
func (v *view) bothWays(out []uint64) []uint64 {
	in, s0, n0, sl, sr := v.in, v.s0, v.n0, v.lefts, v.rights
	r := reader{in, out}
	r.three(141, mix(s0.p, n0.p), sl, sr)
	r.three(142, mix(s0.p, n0.m), mix(s0.m, n0.p), mix(sl, sr))
	r.three(144, s0.l, mix(n0.p, n0.m), mix(sl, sr))
	return r.out
}
