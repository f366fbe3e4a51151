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
	return v.rest(v.pair(v.coming(out[:0])))
}

// view is a state as the features see it.
type view struct {
	in                     *Input
	s                      *state
	t, b, under            int16  // the word on the stack, the next, and the one under the first
	headed                 uint64 // whether the first has its head
	s0, n0, n1, n2, n3, s1 node
}

func (in *Input) view(s *state) view {
	root := int16(len(s.head) - 1)
	ahead := func(k int16) node {
		if s.next+k > root {
			return in.at(none)
		}
		return in.at(s.next + k)
	}
	v := view{in: in, s: s, t: s.top(), b: s.next, n1: ahead(1), n2: ahead(2), n3: ahead(3)}
	under := int16(none)
	if len(s.stack) > 1 {
		under = s.stack[len(s.stack)-2]
	}
	v.under = under
	v.s0, v.n0, v.s1 = in.at(v.t), in.at(v.b), in.at(under)
	if v.t != none && s.head[v.t] != none {
		v.headed = 1
	}
	return v
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

// context is a hash of all that the features of rest depend on but the words
// themselves: which words they are and what hangs on them how.
func (v *view) context() uint64 {
	s, t, b := v.s, v.t, v.b
	h := mix(uint64(uint16(t))|uint64(uint16(b))<<16|uint64(uint16(v.under))<<32, s.lefts[b])
	pack := func(a, b, c, d int16) uint64 {
		return uint64(uint16(a)) | uint64(uint16(b))<<16 | uint64(uint16(c))<<32 | uint64(uint16(d))<<48
	}
	rel := func(i int16) uint64 {
		if i == none {
			return 255
		}
		return uint64(s.rel[i])
	}
	bl, bl2 := s.left[b][0], s.left[b][1]
	h = mix(h, rel(bl)|rel(bl2)<<8|uint64(s.nl[b])<<16|uint64(uint16(bl))<<24|uint64(uint16(bl2))<<40)
	if t == none {
		return h
	}
	up, up2 := s.head[t], int16(none)
	if up != none {
		up2 = s.head[up]
	}
	l, l2, r, r2 := s.left[t][0], s.left[t][1], s.right[t][0], s.right[t][1]
	h = mix(h, pack(l, l2, r, r2))
	h = mix(h, rel(l)|rel(l2)<<8|rel(r)<<16|rel(r2)<<24|rel(t)<<32|rel(up)<<40|uint64(s.nl[t])<<48|uint64(s.nr[t])<<56)
	h = mix(h, uint64(uint16(up))|uint64(uint16(up2))<<16)
	return mix(mix(h, s.lefts[t]), s.rights[t])
}

// rest appends the features of what hangs on the words already.
func (v *view) rest(out []uint64) []uint64 {
	in, s, t, b, s0, s1, n0, n1 := v.in, v.s, v.t, v.b, v.s0, v.s1, v.n0, v.n1
	r := reader{in, out}
	up, up2, l, l2, rr, rr2 := int16(none), int16(none), int16(none), int16(none), int16(none), int16(none)
	var sl, sr, vl, vr, s0rel, uprel uint64
	if t != none {
		if up = s.head[t]; up != none {
			s0rel = uint64(s.rel[t]) + 1
			if up2 = s.head[up]; up2 != none {
				uprel = uint64(s.rel[up]) + 1
			}
		}
		l, l2, rr, rr2 = s.left[t][0], s.left[t][1], s.right[t][0], s.right[t][1]
		sl, sr, vl, vr = s.lefts[t], s.rights[t], uint64(s.nl[t]), uint64(s.nr[t])
	}
	bl, bl2 := s.left[b][0], s.left[b][1]
	relOf := func(i int16) uint64 {
		if i == none {
			return 0
		}
		return uint64(s.rel[i]) + 1
	}
	h, h2, s0l, s0l2, s0r, s0r2, n0l, n0l2 := in.at(up), in.at(up2), in.at(l), in.at(l2), in.at(rr), in.at(rr2), in.at(bl), in.at(bl2)
	r.two(50, s1.w, s1.p)
	r.add(51, s1.p)
	r.two(52, s1.m, s1.p)
	r.three(82, h.p, s0.p, n0.p)
	r.three(83, s0.p, s0l.p, n0.p)
	r.three(84, s0.p, s0r.p, n0.p)
	r.three(85, s0.p, n0.p, n0l.p)
	r.three(86, s1.p, s0.p, n0.p)
	r.three(91, h.l, s0.p, n0.p)
	r.three(92, s1.l, s0.p, n0.p)
	r.three(93, mix(s1.p, s0.p), n0.p, n1.p)
	r.three(100, s0.l, n0l.w, n0.p)
	r.three(101, s0.p, n0l.w, n0.p)
	r.three(102, mix(s0.l, s0.p), n0l.w, n0.l)
	r.three(103, mix(s0.p, h.p), n0l.w, n0.p)
	r.three(104, s0l.w, s0.p, n0.p)
	r.three(105, s0l.w, s0.m, n0.l)
	r.three(106, s0l.w, s0.l, n0.l)
	r.three(107, h.l, s0l.w, n0.p)
	r.three(108, h.l, s0.p, n0l.w)
	r.three(109, s1.l, s0.p, n0l.w)
	r.three(110, s0.c, n0l.w, n0.c)
	r.three(130, s0.l, vr, sr)
	r.three(131, s0.p, vr, n0.p)
	r.three(132, s0.l, vl, n0.p)
	r.three(133, s0.p, vl, n0.p)
	r.two(134, n0.l, uint64(s.nl[b]))
	r.two(135, n0.p, uint64(s.nl[b]))
	r.three(136, s0.p, sl, n0.p)
	r.three(137, s0.p, sr, n0.p)
	r.three(138, s0.p, s.lefts[b], n0.p)
	r.two(139, s0.l, sl)
	r.two(140, n0.l, s.lefts[b])
	r.three(141, mix(s0.p, n0.p), sl, sr)
	r.three(142, mix(s0.p, n0.m), mix(s0.m, n0.p), mix(sl, sr))
	r.three(143, mix(s0.m, s0.p), mix(n0.p, n0.m), s.lefts[b])
	r.three(144, s0.l, mix(n0.p, n0.m), mix(sl, sr))
	r.two(150, h.l, s0rel)
	r.two(151, h.p, s0rel)
	r.two(152, s0.p, s0rel)
	r.two(153, s0.l, s0rel)
	r.three(154, s0.p, s0rel, n0.p)
	r.two(155, s0l.l, relOf(l))
	r.two(156, s0l.p, relOf(l))
	r.two(157, s0r.l, relOf(rr))
	r.two(158, s0r.p, relOf(rr))
	r.two(159, n0l.l, relOf(bl))
	r.two(160, n0l.p, relOf(bl))
	r.two(161, h2.p, uprel)
	r.two(162, h2.l, uprel)
	r.two(163, s0l2.p, relOf(l2))
	r.two(164, s0l2.l, relOf(l2))
	r.two(165, s0r2.p, relOf(rr2))
	r.two(166, s0r2.l, relOf(rr2))
	r.two(167, n0l2.p, relOf(bl2))
	r.two(168, n0l2.l, relOf(bl2))
	r.three(169, s0.p, s0l.p, s0l2.p)
	r.three(170, s0.p, s0r.p, s0r2.p)
	r.three(171, s0.p, h.p, h2.p)
	r.three(172, n0.p, n0l.p, n0l2.p)
	r.three(173, mix(s0.p, s0r.p), mix(s0r.l, n0.p), relOf(rr))
	r.three(174, mix(h.p, s0rel), s0.p, mix(n0.p, n1.p))
	r.three(175, mix(uprel, s0rel), s0.p, n0.p)
	return r.out
}
