package model

// Input is a sentence for the parser: what is known of each word.
type Input struct {
	Word, Lemma, POS, Morph, Class, Lists []uint64 // hashes or numbers, by token; two more behind: the root, and beyond the sentence
	Comma                                 []int32  // how many commas stand before each token, and at the end
	Verb                                  []int32  // how many verbs stand before each token
	Bias                                  uint64   // which way of annotating is followed
}

// Len is the number of tokens.
func (in *Input) Len() int { return len(in.Word) - 2 }

// none stands for no token.
const none = -1

// state is a tree being built from left to right ("arc-eager": a word gets its
// head as soon as the head is next to it). The root stands behind the last
// token.
type state struct {
	stack  []int16
	next   int16
	head   []int16 // of each token; none: not yet
	rel    []uint8
	left   [][2]int16 // first and second leftmost dependants, also of the root
	right  [][2]int16 // last and second last
	lefts  []uint64   // sets of relations of the left and right dependants
	rights []uint64
	nl, nr []uint8
	score  int64
	path   []uint8 // the actions that led here
	used   bool
}

// start makes s the state in which nothing is decided.
func (s *state) start(n int) {
	s.stack = s.stack[:0]
	s.next, s.score, s.path = 0, 0, s.path[:0]
	s.head, s.rel = fill(s.head, n+1, int16(none)), fill(s.rel, n+1, 0)
	pair := [2]int16{none, none}
	s.left, s.right = fill(s.left, n+1, pair), fill(s.right, n+1, pair)
	s.lefts, s.rights = fill(s.lefts, n+1, 0), fill(s.rights, n+1, 0)
	s.nl, s.nr = fill(s.nl, n+1, 0), fill(s.nr, n+1, 0)
}

// fill gives a slice of n times v, in the room of s if it is enough.
func fill[T any](s []T, n int, v T) []T {
	if cap(s) < n {
		s = make([]T, n, n+n/2)
	}
	s = s[:n]
	for i := range s {
		s[i] = v
	}
	return s
}

// copy makes s the same as o.
func (s *state) copy(o *state) {
	s.stack = append(s.stack[:0], o.stack...)
	s.next, s.score, s.path = o.next, o.score, append(s.path[:0], o.path...)
	s.head, s.rel = append(s.head[:0], o.head...), append(s.rel[:0], o.rel...)
	s.left, s.right = append(s.left[:0], o.left...), append(s.right[:0], o.right...)
	s.lefts, s.rights = append(s.lefts[:0], o.lefts...), append(s.rights[:0], o.rights...)
	s.nl, s.nr = append(s.nl[:0], o.nl...), append(s.nr[:0], o.nr...)
}

// Actions: the first two, then LEFT and RIGHT with each relation.
const (
	actShift = iota
	actReduce
	actFirst
)

// ActionLeft and ActionRight make the number of an action that gives the
// relation r: the word on the stack hangs on the next word, or the next word on
// it.
func ActionLeft(r int) int  { return actFirst + 2*r }
func ActionRight(r int) int { return actFirst + 2*r + 1 }

// top is the word on top of the stack, or none.
func (s *state) top() int16 {
	if len(s.stack) == 0 {
		return none
	}
	return s.stack[len(s.stack)-1]
}

// done tells whether every word has its head.
func (s *state) done() bool { return int(s.next) == len(s.head)-1 && len(s.stack) == 0 }

// moves are the kinds of action that a state allows.
type moves struct{ shift, reduce, left, right bool }

// moves tells what a state allows in any sentence.
func (s *state) moves() moves {
	root := int16(len(s.head) - 1)
	t := s.top()
	return moves{
		shift:  s.next < root,
		reduce: t != none && s.head[t] != none,
		left:   t != none && s.head[t] == none,
		right:  t != none && s.next < root,
	}
}

// likely leaves out that marks of punctuation govern words.
func (m moves) likely(s *state, in *Input) moves {
	if int(s.next) < in.Len() && in.POS[s.next] == pPUNCT {
		m.left = false
	}
	if t := s.top(); t != none && in.POS[t] == pPUNCT {
		m.right = false
	}
	return m
}

// act takes an action.
func (s *state) act(a int) {
	s.path = append(s.path, uint8(a))
	switch {
	case a == actShift:
		s.stack = append(s.stack, s.next)
		s.next++
	case a == actReduce:
		s.stack = s.stack[:len(s.stack)-1]
	case (a-actFirst)%2 == 0:
		t := s.top()
		s.arc(s.next, t, uint8((a-actFirst)/2))
		s.stack = s.stack[:len(s.stack)-1]
	default:
		s.arc(s.top(), s.next, uint8((a-actFirst)/2))
		s.stack = append(s.stack, s.next)
		s.next++
	}
}

func (s *state) arc(head, dep int16, r uint8) {
	s.head[dep], s.rel[dep] = head, r
	if dep < head {
		s.left[head][1] = s.left[head][0]
		s.left[head][0] = dep
		s.lefts[head] |= 1 << (r & 63)
		s.nl[head] = min(s.nl[head]+1, 250)
		return
	}
	s.right[head][1] = s.right[head][0]
	s.right[head][0] = dep
	s.rights[head] |= 1 << (r & 63)
	s.nr[head] = min(s.nr[head]+1, 250)
}

// oracle is the action that leads to a projective tree.
func (s *state) oracle(head []int16, rel []uint8) int {
	t, root := s.top(), int16(len(s.head)-1)
	if t == none {
		return actShift
	}
	if head[t] == s.next && s.head[t] == none {
		return ActionLeft(int(rel[t]))
	}
	if s.next == root {
		return actReduce
	}
	if head[s.next] == t {
		return ActionRight(int(rel[s.next]))
	}
	if s.head[t] != none {
		for _, k := range s.stack[:len(s.stack)-1] {
			if head[k] == s.next || head[s.next] == k {
				return actReduce
			}
		}
	}
	return actShift
}
