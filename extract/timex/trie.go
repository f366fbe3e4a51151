package timex

import (
	"fmt"
	"slices"
)

// node is a state of the trie of patterns.
type node struct {
	edges   []edge  // sealed: those that take words, then numbers, then marks
	accepts []int32 // rules that end here
	numbers int32   // where the edges for numbers begin, and for marks
	marks   int32
	classes classSet // of the words that some edge takes
	plain   bool     // some edge takes a word by itself, or any word of a shape
}

// classSet is a set of classes.
type classSet [4]uint64

func (s *classSet) add(c classID) { s[c>>6] |= 1 << (c & 63) }

func (s *classSet) has(c classID) bool { return s[c>>6]&(1<<(c&63)) != 0 }

func (s *classSet) meets(t *classSet) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}

type edge struct {
	el element
	to int32
}

const maxNodes = 60000

func (g *grammar) insert(seq []element, id int32) error {
	n := int32(0)
	for _, el := range seq {
		next := int32(-1)
		for _, e := range g.nodes[n].edges {
			if e.el == el {
				next = e.to
				break
			}
		}
		if next < 0 {
			if len(g.nodes) >= maxNodes {
				return fmt.Errorf("more than %d states: too many optional parts", maxNodes)
			}
			next = int32(len(g.nodes))
			g.nodes = append(g.nodes, node{})
			g.nodes[n].edges = append(g.nodes[n].edges, edge{el, next})
		}
		n = next
	}
	for _, a := range g.nodes[n].accepts {
		if a == id {
			return nil
		}
	}
	g.nodes[n].accepts = append(g.nodes[n].accepts, id)
	return nil
}

// seal orders the edges of every node by what they take, and notes what that
// is, so that an item that cannot go on costs one look.
func (g *grammar) seal() {
	for i := range g.nodes {
		n := &g.nodes[i]
		slices.SortStableFunc(n.edges, func(a, b edge) int { return a.el.takes() - b.el.takes() })
		for _, e := range n.edges {
			switch {
			case e.el.takes() == 0:
				n.numbers++
				n.marks++
			case e.el.takes() == 1:
				n.marks++
			}
			switch e.el.kind {
			case elClass:
				n.classes.add(e.el.class)
			case elWord, elShape:
				n.plain = true
			}
		}
	}
	for i := range g.lex.entries {
		e := &g.lex.entries[i]
		for _, r := range e.readings {
			e.classes.add(r.class)
		}
		for _, p := range e.phrases {
			e.classes.add(p.reading.class)
		}
	}
}

// index notes with each word which edges of the root it can take, so that
// most words cost one look.
func (g *grammar) index() {
	byClass := map[classID][]int32{}
	byWord := map[int32][]int32{}
	for i, e := range g.nodes[0].edges {
		switch e.el.kind {
		case elClass:
			byClass[e.el.class] = append(byClass[e.el.class], int32(i))
		case elWord:
			byWord[e.el.word] = append(byWord[e.el.word], int32(i))
		}
	}
	for i := range g.lex.entries {
		e := &g.lex.entries[i]
		seen := map[classID]bool{}
		add := func(c classID) {
			if !seen[c] {
				seen[c] = true
				e.roots = append(e.roots, byClass[c]...)
			}
		}
		for _, r := range e.readings {
			add(r.class)
		}
		for _, p := range e.phrases {
			add(p.reading.class)
		}
		e.roots = append(e.roots, byWord[int32(i)]...)
	}
}
