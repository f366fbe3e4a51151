package ner

// scene is a sentence as the features of its tokens see it.
type scene struct {
	words  []*word // with Reach border words before and behind
	listed []listed
	seen   []seen
	shout  bool // most of its words are in capitals
}

// contextual appends the features of token i that need more than one word or
// more than the word: pairs, phrases of lists, places, the document.
func (s *scene) contextual(i int, out []uint64) []uint64 {
	w := s.words[i : i+2*Reach+1]
	a2, a1, w0, b1, b2 := w[0], w[1], w[2], w[3], w[4]
	template := uint64(fPair)
	add := func(x, y uint64) {
		out = append(out, mix(mix(x+template, template), y))
		template++
	}
	c0 := uint64(w0.caps)
	add(a1.low, w0.low)
	add(w0.low, b1.low)
	add(a1.shape, w0.shape)
	add(w0.shape, b1.shape)
	add(mix(a1.shape, w0.shape), b1.shape)
	add(a1.low, w0.shape)
	add(w0.shape, b1.low)
	add(a1.low, w0.tail)
	add(w0.tail, b1.low)
	add(a1.low, b1.low)
	add(a2.low, a1.low)
	add(b1.low, b2.low)
	add(mix(a2.low, a1.low), c0)
	add(mix(b1.low, b2.low), c0)
	add(a1.tail, c0<<8|uint64(b1.caps))
	add(uint64(a1.lists)<<32|uint64(w0.lists), c0)
	add(uint64(w0.lists)<<32|uint64(b1.lists), c0)
	add(uint64(a1.class[0])<<16|uint64(w0.class[0]), c0)
	add(uint64(w0.class[0])<<16|uint64(b1.class[0]), c0)
	add(uint64(a1.class[1])<<8|c0, uint64(b1.class[1]))
	add(uint64(a2.caps)<<24|uint64(a1.caps)<<16|c0, uint64(b1.caps)<<8|uint64(b2.caps))
	flags := uint64(s.seen[i])
	if i == 0 {
		flags |= 1 << 8
	}
	if s.shout {
		flags |= 1 << 9
	}
	add(flags, c0)
	add(flags, w0.shape)
	if p := s.listed[i]; p.place != 0 {
		add(uint64(p.lists), uint64(p.place))
		for m := p.lists; m != 0; m &= m - 1 {
			out = append(out, mix(mix(fPair+40, uint64(p.place)), uint64(m&-m)))
		}
	}
	return out
}

// shouts tells whether words in capitals outnumber those in small letters by three.
func shouts(words []*word) bool {
	loud := 0
	for _, w := range words {
		switch w.caps {
		case styleCaps:
			loud++
		case styleLower:
			loud--
		}
	}
	return loud > 2
}
