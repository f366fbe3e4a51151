package timex

// step is one value that an element gave on the way through the trie.
type step struct {
	field field
	op    op
	value int32
}

const maxSteps = 48

// matcher walks the trie from one item. All its work is bounded by the tables:
// it looks no further than the longest pattern.
type matcher struct {
	g     *grammar
	items []item
	text  string
	at    int
	floor int     // items before this belong to an earlier match
	bound []int32 // the words that are surnames in this article
	order order

	steps  [maxSteps]step
	n      int
	budget int

	phrases [phraseSlots]phraseSlot

	bestEnd   int
	bestRule  int32
	bestCtx   bool
	bestParts parts
	bestNoDay bool // the match names a day that does not exist
}

// matchBudget bounds the steps from one item, whatever the tables.
const matchBudget = 4000

// match finds the longest expression that begins at item at. It gives the
// item behind it, or -1.
func (m *matcher) match(at int) int {
	m.at, m.n, m.bestEnd, m.bestRule, m.budget = at, 0, -1, -1, matchBudget
	it := &m.items[at]
	if !m.opens(at) {
		return -1
	}
	root := &m.g.nodes[0]
	switch it.kind {
	case wordItem:
		if it.word == 0 {
			return -1
		}
		for _, i := range m.g.lex.entries[it.word].roots {
			m.follow(&root.edges[i], at)
		}
	case numberItem:
		for i := root.numbers; i < root.marks; i++ {
			m.follow(&root.edges[i], at)
		}
	default:
		for i := root.marks; i < int32(len(root.edges)); i++ {
			m.follow(&root.edges[i], at)
		}
	}
	return m.bestEnd
}

// follow takes an edge at an item, if it fits, and goes on from there.
func (m *matcher) follow(e *edge, at int) {
	if m.budget <= 0 {
		return
	}
	m.budget--
	it := &m.items[at]
	el := &e.el
	if el.glued && it.flags&glued == 0 {
		return
	}
	switch el.kind {
	case elMark:
		if it.mark == el.mark {
			m.enter(e.to, at+1)
		}
	case elWord:
		if it.word == el.word {
			m.enter(e.to, at+1)
		}
	case elDigits:
		if it.num >= el.lo && it.num <= el.hi && it.digits <= 9 &&
			(el.digits == 0 || el.digits == it.digits) && (el.step == 0 || it.num%el.step == 0) && (it.num <= 2000000 || !inThousandths(el.field)) {
			m.push(el, it.num*m.scale(el))
			m.enter(e.to, at+1)
			m.n--
		}
	case elShape:
		if el.shape == 0 || it.flags&el.shape != 0 {
			m.enter(e.to, at+1)
		}
	case elQuantity:
		if v, n := m.quantity(at); n > 0 {
			m.push(el, v)
			m.enter(e.to, at+n)
			m.n--
		}
	case elClass:
		if it.word != 0 {
			m.followClass(e, it, at)
		}
	}
}

func (m *matcher) followClass(e *edge, it *item, at int) {
	ent := &m.g.lex.entries[it.word]
	for i := range ent.readings {
		r := &ent.readings[i]
		if r.class == e.el.class && (!r.capital || it.flags&capital != 0) {
			m.take(e, r, at+1)
		}
	}
	if len(ent.phrases) == 0 {
		return
	}
	for _, h := range m.phrasesAt(ent, at) {
		if h.phrase.reading.class == e.el.class && (!h.phrase.reading.capital || it.flags&capital != 0) {
			m.take(e, &h.phrase.reading, at+1+int(h.length))
		}
	}
}

// take applies a reading and goes on.
func (m *matcher) take(e *edge, r *reading, next int) {
	n := m.n
	for i, a := range r.set {
		if i == 0 && e.el.over {
			if inThousandths(a.field) && !inThousandths(e.el.field) {
				a.value /= 1000
			}
			a.field = e.el.field
		}
		if m.n < maxSteps {
			o := e.el.op
			if i > 0 {
				o = opSet
			}
			m.steps[m.n] = step{a.field, o, a.value}
			m.n++
		}
	}
	m.enter(e.to, next)
	m.n = n
}

func (m *matcher) push(el *element, v int32) {
	if m.n < maxSteps {
		m.steps[m.n] = step{el.field, el.op, v}
	}
	m.n++
}

// enter comes to a node with everything before item at matched.
func (m *matcher) enter(to int32, at int) {
	nd := &m.g.nodes[to]
	for _, id := range nd.accepts {
		m.accept(id, at)
	}
	if at >= len(m.items) {
		return
	}
	it := &m.items[at]
	switch it.kind {
	case wordItem:
		m.enterWord(nd, it, at)
	case numberItem:
		for i := nd.numbers; i < nd.marks; i++ {
			m.follow(&nd.edges[i], at)
		}
	default:
		for i := nd.marks; i < int32(len(nd.edges)); i++ {
			m.follow(&nd.edges[i], at)
		}
	}
}

// enterWord takes the edges of a node that a word can take.
func (m *matcher) enterWord(nd *node, it *item, at int) {
	var ent *entry
	if it.word != 0 {
		ent = &m.g.lex.entries[it.word]
	}
	if !nd.plain && (ent == nil || !nd.classes.meets(&ent.classes)) {
		return
	}
	for i := int32(0); i < nd.numbers; i++ {
		e := &nd.edges[i]
		switch e.el.kind {
		case elClass:
			if ent == nil || !ent.classes.has(e.el.class) {
				continue
			}
		case elWord:
			if e.el.word != it.word {
				continue
			}
		}
		m.follow(e, at)
	}
}

// phraseSlots is for how many items at once the phrases that begin there are
// kept, so that the many patterns that ask need not look again.
const phraseSlots = 8

// phraseSlot holds the phrases of the lexicon that begin at an item.
type phraseSlot struct {
	at   int // 1 for the first item; 0: empty
	hits []phraseHit
}

// phraseHit is a phrase that the text has, and how many items it takes behind
// its first.
type phraseHit struct {
	phrase *phrase
	length int32
}

// phrasesAt are the phrases that begin with the word at an item.
func (m *matcher) phrasesAt(ent *entry, at int) []phraseHit {
	s := &m.phrases[at%phraseSlots]
	if s.at == at+1 {
		return s.hits
	}
	s.at, s.hits = at+1, nil // the old ones may still be walked
	for i := range ent.phrases {
		if n := ent.phrases[i].length(m.items, at+1); n >= 0 {
			s.hits = append(s.hits, phraseHit{&ent.phrases[i], int32(n)})
		}
	}
	return s.hits
}
