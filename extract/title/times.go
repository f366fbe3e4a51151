package title

import (
	"slices"

	"fasti/extract/syntax"
)

// A time without a preposition often hangs wrongly in a tree: as the head of
// the noun before it ("a fire yesterday afternoon | killed …"), or as an
// attribute of the one behind it ("Last year President Lee resigned"). Since
// the times are known, they are taken out of such phrases before a title is
// made.

// freeTimes hangs times on the verb of their clause where the tree makes them
// parts of a noun phrase that stands before or behind them.
func (t *tree) freeTimes() {
	for a := 0; a < len(t.low); {
		b := a + 1
		for b < len(t.low) && t.timex[b] == t.timex[a] {
			b++
		}
		if t.timex[a] >= 0 && t.dated(a) {
			t.freeTime(a, b-1)
		}
		a = b
	}
}

// freeTime does so for the time from word a to word b.
func (t *tree) freeTime(a, b int) {
	h := t.runHead(a, b)
	if h < 0 || t.brack[h] || a > 0 && t.pos(a-1) == syntax.ADP {
		return
	}
	if c := t.nounBefore(h, a); c >= 0 {
		t.promote(c, h, a, b)
		return
	}
	if t.opens(a, b) {
		if v := t.verbAbove(h); v >= 0 && v != t.s.Words[h].Head {
			t.own()
			t.hang(h, v, syntax.RelOblUnmarked)
			t.freed[h] = true
		}
	}
}

// runHead is the word of a run on which its others hang, if there is one, else -1.
func (t *tree) runHead(a, b int) int {
	head := -1
	for i := a; i <= b; i++ {
		if h := t.s.Words[i].Head; h < a || h > b {
			if head >= 0 {
				return -1
			}
			head = i
		}
	}
	return head
}

// nounBefore is the dependent of a time's head h that is really the noun on
// which the time follows, or -1: it ends right before the time, at word a.
func (t *tree) nounBefore(h, a int) int {
	if a == 0 {
		return -1
	}
	c := a - 1
	for t.s.Words[c].Head >= 0 && t.s.Words[c].Head < a && c != t.s.Words[c].Head {
		c = t.s.Words[c].Head
	}
	if t.s.Words[c].Head != h || t.verbal(c) {
		return -1
	}
	switch t.pos(c) {
	case syntax.NOUN:
		return c
	case syntax.PROPN:
		if t.is("filler", a) || t.who[a-1].actor >= 0 {
			return c
		}
	}
	return -1
}

// promote puts noun c in the place of the time from a to b, whose head is h.
func (t *tree) promote(c, h, a, b int) {
	t.own()
	w := &t.s.Words[h]
	rel, head := w.Rel, w.Head
	if head < 0 {
		return
	}
	for _, k := range slices.Clone(t.kids[h]) {
		if (k < a || k > b) && k != c {
			t.hang(k, c, t.rel(k))
		}
	}
	t.hang(c, head, rel)
	v := t.verbAbove(c)
	if v < 0 {
		v = c
	}
	t.hang(h, v, syntax.RelOblUnmarked)
	t.freed[h] = true
}

// opens reports whether a time opens its clause without a comma behind: a noun
// phrase with an article or a name follows.
func (t *tree) opens(a, b int) bool {
	if a > 0 && t.pos(a-1) != syntax.PUNCT || b+1 >= len(t.low) || b == a && !t.is("filler", a) {
		return false
	}
	switch t.pos(b + 1) {
	case syntax.DET, syntax.PROPN, syntax.ADJ:
		return true
	}
	return false
}

// verbAbove is the verb on which a word hangs, at whatever depth, or -1.
func (t *tree) verbAbove(i int) int {
	for n := 0; i >= 0 && n < len(t.low); n++ {
		if i = t.s.Words[i].Head; i >= 0 && t.pos(i) == syntax.VERB {
			return i
		}
	}
	return -1
}

// own gives the tree words of its own, which may be changed.
func (t *tree) own() {
	if t.freed != nil {
		return
	}
	s := *t.s
	s.Words = slices.Clone(s.Words)
	t.s, t.freed = &s, make([]bool, len(s.Words))
}

// hang makes word i a dependent of word head.
func (t *tree) hang(i, head int, rel syntax.Rel) {
	t.unhang(i)
	t.s.Words[i].Head, t.s.Words[i].Rel = head, rel
	n, _ := slices.BinarySearch(t.kids[head], i)
	t.kids[head] = slices.Insert(t.kids[head], n, i)
}
