package ner

// scene is a sentence as the features of its tokens see it.
type scene struct {
	words  []*word // with Reach border words before and behind
	listed []listed
	seen   []seen
	places []place
	shout  bool // most of its words are in capitals
	loose  bool // the document writes compounds in pieces: "S - Bahn"
}

// place is where in its sentence a token stands.
type place struct {
	inside      uint8 // of quotation marks, of brackets: a bit each
	left, right uint8 // words with a capital in a row before and behind, at most 3
}

const (
	inQuotes uint8 = 1 << iota
	inBrackets
)

// survey works out the places of the tokens of the sentence.
func (s *scene) survey() {
	words := s.words[Reach : len(s.words)-Reach]
	state, run := uint8(0), uint8(0)
	for i, w := range words {
		switch w.mark {
		case markOpen:
			state |= inQuotes
		case markShut:
			state &^= inQuotes
		case markEither:
			state ^= inQuotes
		case markBracket:
			state |= inBrackets
		case markUnbracket:
			state &^= inBrackets
		}
		s.places[i] = place{inside: state, left: run}
		if run = min(run+1, 3); w.initial != 'X' {
			run = 0
		}
	}
	run = 0
	for i := len(words) - 1; i >= 0; i-- {
		s.places[i].right = run
		if run = min(run+1, 3); words[i].initial != 'X' {
			run = 0
		}
	}
}

// contextual appends the features of token i that need more than one word or
// more than the word: pairs, phrases of lists, places, the document.
func (s *scene) contextual(i int, out []uint64) []uint64 {
	w := s.words[i : i+2*Reach+1]
	a2, a1, w0, b1, b2 := w[0], w[1], w[2], w[3], w[4]
	if w0.quiet() && a1.quiet() && b1.quiet() && s.listed[i].place == 0 {
		return out // among small words and marks there are hardly any names
	}
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
	p := s.places[i]
	flags |= uint64(p.inside) << 10
	add(flags, c0)
	add(flags, w0.shape)
	add(uint64(p.left)<<8|uint64(p.right), c0)
	if a1.mark == markDash || w0.mark == markDash || b1.mark == markDash {
		far := c0<<1 | 1
		if !s.loose {
			far = c0 << 1
		}
		add(far, uint64(a1.caps)<<8|uint64(b1.caps))
		add(far, uint64(a1.lists)<<32|uint64(b1.lists))
	}
	template = fPair + 30
	if p := s.listed[i]; p.place != 0 {
		add(uint64(p.lists), uint64(p.place))
		for m := p.lists; m != 0; m &= m - 1 {
			out = append(out, mix(mix(fPair+40, uint64(p.place)), uint64(m&-m)))
		}
	}
	return out
}

// quiet tells whether a word has no capital.
func (w *word) quiet() bool {
	return w.caps == styleLower || w.caps == styleMark || w.caps == styleNumber
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
