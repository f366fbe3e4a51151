package timex

// raw is an expression as it was recognised, before its value is worked out.
type raw struct {
	first, last int32 // items [first, last)
	start, end  int32 // bytes
	block       int32
	rule        int32
	tense       tense
	sentence    int32 // counted within the block
	joined      bool  // a range's second end, right behind its first
	opens       bool  // stands at the beginning of a sentence
	shared      side  // an elliptic member of a list: its other parts stand elsewhere
	parts       parts
}

// side tells where the rest of an elliptic member stands.
type side int8

const (
	whole  side = iota
	before      // the member stands before the one with all parts
	behind      // behind it
)

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
	at    int
	floor int // items before this belong to an earlier match

	steps  [maxSteps]step
	n      int
	budget int

	bestEnd   int
	bestRule  int32
	bestCtx   bool
	bestParts parts
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

// opens reports whether an expression may begin at an item: not in the middle
// of a number or of a compound.
func (m *matcher) opens(at int) bool {
	it := &m.items[at]
	if it.flags&glued == 0 || at == 0 {
		return true
	}
	prev := &m.items[at-1]
	switch {
	case it.kind == numberItem && prev.kind == wordItem:
		return prev.end-prev.start == 2 // "l'1" no, "A7" no, "d'1" rare
	case it.kind == wordItem && prev.kind == numberItem:
		return false
	case it.kind == wordItem && prev.kind == wordItem:
		return true // behind an apostrophe: "l'an"
	case prev.kind == markItem && prev.flags&glued != 0 && at >= 2:
		pp := &m.items[at-2]
		switch prev.mark {
		case '.', ',', ':':
			return !(it.kind == numberItem && pp.kind == numberItem)
		case '-':
			// the second half of a compound, unless the first is of time too
			if at-1 < m.floor || pp.kind == numberItem && it.kind == numberItem {
				return true
			}
			return at-2 < m.floor
		}
	}
	return true
}

// closes reports whether an expression may end before item end.
func (m *matcher) closes(end int) bool {
	if end >= len(m.items) {
		return true
	}
	last, next := &m.items[end-1], &m.items[end]
	if next.flags&glued == 0 {
		return true
	}
	switch next.kind {
	case wordItem:
		return last.kind == markItem
	case numberItem:
		return last.kind == markItem && last.mark != '.' && last.mark != ',' || last.kind == markItem && !m.numberBefore(end-1)
	}
	if end+1 >= len(m.items) || m.items[end+1].flags&glued == 0 {
		return true
	}
	after := &m.items[end+1]
	switch next.mark {
	case '.', ',', ':':
		return !(last.kind == numberItem && after.kind == numberItem)
	case '-':
		if after.kind != wordItem {
			return true
		}
		return after.word != 0 && len(m.g.lex.entries[after.word].roots) > 0
	}
	return true
}

func (m *matcher) numberBefore(i int) bool {
	return i > 0 && m.items[i-1].kind == numberItem && m.items[i].flags&glued != 0
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
		if it.flags&el.shape != 0 {
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

// scale turns digits into thousandths for fields that hold quantities.
func (m *matcher) scale(el *element) int32 {
	if inThousandths(el.field) {
		return 1000
	}
	return 1
}

// inThousandths reports whether a field holds a quantity.
func inThousandths(f field) bool { return f == fNum || f == fNum2 || f == fTimes }

func (m *matcher) followClass(e *edge, it *item, at int) {
	ent := &m.g.lex.entries[it.word]
	for i := range ent.readings {
		r := &ent.readings[i]
		if r.class == e.el.class && (!r.capital || it.flags&capital != 0) {
			m.take(e, r, at+1)
		}
	}
	for i := range ent.phrases {
		p := &ent.phrases[i]
		if p.reading.class == e.el.class && (!p.reading.capital || it.flags&capital != 0) {
			if n := p.length(m.items, at+1); n >= 0 {
				m.take(e, &p.reading, at+1+n)
			}
		}
	}
}

// length gives the number of items that the rest of a phrase takes at an
// item, or -1.
func (p *phrase) length(items []item, at int) int {
	if at+len(p.rest) > len(items) {
		return -1
	}
	for i, want := range p.rest {
		it := &items[at+i]
		if want.glued && it.flags&glued == 0 {
			return -1
		}
		switch {
		case want.word != 0:
			if it.kind != wordItem || it.word != want.word {
				return -1
			}
		case want.mark != 0:
			if it.kind != markItem || it.mark != want.mark {
				return -1
			}
		case it.kind != numberItem || it.num != want.num:
			return -1
		}
	}
	return len(p.rest)
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

// quantity reads digits with thousands and decimals at an item, in
// thousandths, and how many items it takes.
func (m *matcher) quantity(at int) (int32, int) {
	it := &m.items[at]
	if it.kind != numberItem || it.num < 0 || it.num > 2000000 {
		return 0, 0
	}
	whole, n := int64(it.num), 1
	for at+n+1 < len(m.items) {
		mark, num := &m.items[at+n], &m.items[at+n+1]
		if mark.kind != markItem || num.kind != numberItem || mark.flags&glued == 0 || num.flags&glued == 0 {
			break
		}
		if mark.mark == m.g.decimal {
			if num.digits > 3 {
				break
			}
			frac := int64(num.num)
			for d := num.digits; d < 3; d++ {
				frac *= 10
			}
			return int32(min(whole, 2000000)*1000 + frac), n + 2
		}
		if (mark.mark != '.' && mark.mark != ',') || num.digits != 3 {
			break
		}
		whole = whole*1000 + int64(num.num)
		n += 2
	}
	for m.g.spaced && n == 1 && it.digits <= 3 && at+1 < len(m.items) {
		num := &m.items[at+1]
		if num.kind != numberItem || num.digits != 3 || num.flags&glued != 0 {
			break
		}
		whole = whole*1000 + int64(num.num)
		n++
	}
	if whole > 2000000 {
		return 0, 0
	}
	return int32(whole * 1000), n
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
		if e.el.kind == elClass && (ent == nil || !ent.classes.has(e.el.class)) {
			continue
		}
		m.follow(e, at)
	}
}

// accept weighs a complete match: the longest wins, then one whose context is
// asked for, then the first in the tables.
func (m *matcher) accept(id int32, end int) {
	r := &m.g.rules[id]
	if end < m.bestEnd || end == m.bestEnd && (m.bestCtx && !r.context || m.bestCtx == r.context && m.bestRule <= id) {
		return
	}
	if !r.compound && !m.closes(end) || !m.conditions(r, end) {
		return
	}
	var p parts
	for _, s := range m.steps[:min(m.n, maxSteps)] {
		switch {
		case s.op == opAdd && p.has(s.field):
			p.put(s.field, p.val(s.field)+s.value)
		case s.op == opMul && p.has(s.field):
			p.put(s.field, int32(min(int64(p.val(s.field))*int64(s.value)/1000, 2e9)))
		default:
			p.put(s.field, s.value)
		}
	}
	for _, a := range r.set {
		p.put(a.field, a.value)
	}
	if p.has(fHHMM) {
		p.put(fHour, p.val(fHHMM)/100)
		p.put(fMinute, p.val(fHHMM)%100)
	}
	if r.kind != kindSkip && !plausible(&p) {
		return
	}
	m.bestEnd, m.bestRule, m.bestCtx, m.bestParts = end, id, r.context, p
}

func (m *matcher) conditions(r *rule, end int) bool {
	for i := range r.before {
		if !m.holds(&r.before[i], m.at-1, true) {
			return false
		}
	}
	for i := range r.after {
		if !m.holds(&r.after[i], end, false) {
			return false
		}
	}
	return true
}

// holds tests one condition on the item i beside the match.
func (m *matcher) holds(c *cond, i int, before bool) bool {
	if before && i+1 < len(m.items) && m.lineStart(i+1) {
		for _, s := range c.special {
			if s == "line" {
				return !c.not
			}
		}
	}
	hit := i < 0 || i >= len(m.items)
	if hit {
		hit = false
		for _, s := range c.special {
			hit = hit || s == "edge"
		}
		return hit != c.not
	}
	it := &m.items[i]
	if it.kind == wordItem && it.word != 0 {
		e := &m.g.lex.entries[it.word]
		for j := range e.readings {
			for _, want := range c.classes {
				if e.readings[j].class == want && (!e.readings[j].capital || it.flags&capital != 0) {
					hit = true
				}
			}
		}
	}
	for _, s := range c.special {
		hit = hit || m.special(s, i, before)
	}
	return hit != c.not
}

// lineStart reports whether an item begins a line, a bullet aside.
func (m *matcher) lineStart(i int) bool {
	if m.items[i].flags&line != 0 {
		return true
	}
	return i > 0 && m.items[i-1].kind == markItem && m.items[i-1].mark == '*' && m.items[i].flags&glued == 0
}

func (m *matcher) special(s string, i int, before bool) bool {
	it := &m.items[i]
	switch s {
	case "capital":
		return it.kind == wordItem && it.flags&capital != 0
	case "caps":
		return it.kind == wordItem && it.flags&allCaps != 0
	case "lower":
		return it.kind == wordItem && it.flags&capital == 0
	case "number":
		return it.kind == numberItem
	case "open":
		return it.kind == markItem && (it.mark == '(' || it.mark == '[')
	case "close":
		return it.kind == markItem && (it.mark == ')' || it.mark == ']')
	case "hyphen":
		return it.kind == markItem && it.mark == '-'
	case "dot":
		return it.kind == markItem && it.mark == '.'
	case "comma":
		return it.kind == markItem && it.mark == ','
	case "percent":
		return it.kind == markItem && (it.mark == '%' || it.mark == '$' || it.mark == '#')
	case "glued":
		j := i + 1
		if !before {
			j = i
		}
		return j < len(m.items) && m.items[j].flags&glued != 0 && (before || it.kind != markItem)
	}
	return false
}

// plausible refuses impossible dates and times.
func plausible(p *parts) bool {
	if p.has(fMonth) && (p.val(fMonth) < 1 || p.val(fMonth) > 12) {
		return false
	}
	if p.has(fDay) {
		limit := int32(31)
		if p.has(fMonth) {
			y := 2000
			if p.has(fYear) {
				y = p.get(fYear)
			}
			limit = int32(monthDays(y, p.get(fMonth)))
		}
		if p.val(fDay) < 1 || p.val(fDay) > limit {
			return false
		}
	}
	if p.has(fDecade) && p.val(fDecade)%10 != 0 {
		return false
	}
	if p.has(fHour) && (p.val(fHour) > 24 || p.val(fMinute) > 59 || p.val(fHour) == 24 && p.val(fMinute) > 0) {
		return false
	}
	if p.has(fAMPM) && (p.val(fHour) > 12 || p.val(fHour) < 1) {
		return false
	}
	return true
}
