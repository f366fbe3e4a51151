package model

import "strings"

// Relations are found a second time when the tree stands: for all dependants of
// a word together, with what a parser that goes from left to right does not yet
// see.

// kin is the tree as the relations' features see it.
type kin struct {
	in       *Input
	head     []int16
	children [][]int16 // of each word, in order
	prep     []int16   // of each word: its preposition or subordinating word in front; none
	det      []int16   // of each word: its determiner in front; none
	finite   []int16   // of each word: the finite verb of its clause, if it has one; none
	helper   []int16   // of each word: its last auxiliary; none
	traits   []Trait   // of the labels of Morph
	chain    [][]int16
}

// look looks a tree over.
func (k *kin) look(in *Input, head []int16, traits []Trait) {
	n := in.Len()
	k.in, k.head, k.traits = in, head, traits
	for len(k.children) < n {
		k.children = append(k.children, nil)
	}
	k.prep, k.det = fill(k.prep, n, int16(none)), fill(k.det, n, int16(none))
	k.finite, k.helper = fill(k.finite, n, int16(none)), fill(k.helper, n, int16(none))
	for i := range head {
		k.children[i] = k.children[i][:0]
	}
	for i, h := range head {
		if h != none {
			k.children[h] = append(k.children[h], int16(i))
		}
		if in.POS[i] < pNone && (in.POS[i] == pVERB || in.POS[i] == pAUX) && traits[in.Morph[i]].Finite {
			k.finite[i] = int16(i)
		}
	}
	for i, h := range head {
		if h == none {
			continue
		}
		c := int16(i)
		switch in.POS[i] {
		case pADP, pSCONJ:
			if c < h && k.prep[h] == none && len(k.children[i]) == 0 {
				k.prep[h] = c
			}
		case pDET:
			if c < h && k.det[h] == none {
				k.det[h] = c
			}
		case pAUX:
			k.helper[h] = c
			if traits[in.Morph[i]].Finite {
				k.finite[h] = c
			}
		}
	}
}

// bare tells a nominal without a preposition.
func (k *kin) bare(i int16) bool {
	switch k.in.POS[i] {
	case pNOUN, pPROPN, pPRON, pNUM, pDET:
		return k.prep[i] == none
	}
	return false
}

// features lists the features of the relation of word c to its head.
func (k *kin) features(c int16, out []uint64) []uint64 {
	in, h := k.in, k.head[c]
	r := reader{in, out[:0]}
	d, g := in.at(c), in.at(h)
	up := in.at(k.head[h])
	prep, det, help, fin := in.at(k.prep[c]), in.at(k.det[c]), in.at(k.helper[h]), in.at(k.finite[h])
	own := in.at(k.finite[c])
	ownHelp := in.at(k.helper[c])
	side := uint64(0)
	if c > h {
		side = 1
	}
	dist := bucket(max(int(c-h), int(h-c)))
	commas := uint64(min(max(in.Comma[c]-in.Comma[h], in.Comma[h]-in.Comma[c]), 2))
	// Where the word stands among its sisters.
	var before, after int16 = none, none
	bares, rank := uint64(0), uint64(0)
	other := int16(none)
	for _, x := range k.children[h] {
		switch {
		case x < c && in.POS[x] != pPUNCT:
			before = x
		case x > c && after == none && in.POS[x] != pPUNCT:
			after = x
		}
		if k.bare(x) {
			bares++
			if x < c {
				rank++
			}
			if x != c && (other == none || x < c) {
				other = x
			}
		}
	}
	first, last := in.at(none), in.at(none)
	if kids := k.children[c]; len(kids) > 0 {
		first, last = in.at(kids[0]), in.at(kids[len(kids)-1])
	}
	b, a, o := in.at(before), in.at(after), in.at(other)
	prev, next := in.at(none), in.at(none)
	if c > 0 {
		prev = in.at(c - 1)
	}
	if int(c) < in.Len()-1 {
		next = in.at(c + 1)
	}
	front := uint64(0) // before or behind the finite verb
	if f := k.finite[h]; f != none {
		front = 1
		if c > f {
			front = 2
		}
	}
	detOther := in.at(none)
	if other != none {
		detOther = in.at(k.det[other])
	}
	hp, cp := g.p<<8|side, d.p<<8|side
	isBare := uint64(0)
	if k.bare(c) {
		isBare = 1
	}

	td, to, tf := k.trait(c), k.trait(other), k.trait(k.finite[h])
	agree := uint64(0) // in number with the finite verb, the word and its rival
	if isBare == 1 && tf.Finite {
		agree = 1
		if td.Number == tf.Number {
			agree |= 2
		}
		if other != none && to.Number == tf.Number {
			agree |= 4
		}
	}
	rival := mix(to.Case, agree)

	r.two(1, hp, cp)
	r.two(2, g.l, cp)
	r.two(3, d.l, hp)
	r.two(4, d.w, hp)
	r.two(5, g.l, d.l)
	r.three(6, hp, cp, dist)
	r.three(7, hp, cp, commas)
	r.three(8, hp, d.m, g.m)
	r.three(9, hp, d.c, d.p)
	r.three(10, cp, g.c, g.p)
	r.three(11, g.c, d.c, side)
	r.three(12, hp, cp, prep.w)
	r.three(13, g.l, prep.w, isBare)
	r.three(14, g.l, prep.w, d.l)
	r.three(15, hp, prep.w, d.l)
	r.three(16, prep.w, g.c, g.p)
	r.three(17, prep.w, d.c, hp)
	r.three(18, prep.w, d.m, hp)
	r.three(19, hp, cp, det.w)
	r.three(20, hp, det.w, d.m)
	r.three(21, mix(hp, cp), first.p, last.p)
	r.three(22, hp, cp, first.w)
	r.three(23, hp, cp, up.p)
	r.three(24, hp, cp, b.p<<8|a.p)
	r.three(25, hp, cp, b.p)
	r.three(26, hp, cp, a.p)
	r.three(27, hp, d.l, b.p)
	r.three(28, hp, cp, b.l)
	r.three(29, hp, cp, a.l)
	r.three(30, hp, cp, prev.w)
	r.three(31, hp, cp, next.w)
	r.three(32, hp, d.l, prev.p<<8|next.p)
	// Verbs: helpers, order, agreement, what else could be the subject.
	r.three(40, hp, cp, help.l)
	r.three(41, mix(hp, cp), help.l, g.m)
	r.three(42, mix(hp, cp), help.l, mix(d.m, g.m))
	r.three(43, mix(hp, isBare), rank<<8|bares, front)
	r.three(44, mix(hp, isBare), rank<<8|bares, mix(d.m, help.l))
	r.three(45, mix(hp, isBare), d.m, mix(o.m, front))
	r.three(46, mix(hp, isBare), mix(d.m, fin.m), mix(rank<<8|bares, front))
	r.three(47, mix(hp, isBare), mix(d.m, fin.m), o.m)
	r.three(48, mix(g.l, isBare), rank<<8|bares, front)
	r.three(49, mix(g.l, isBare), d.m, help.l)
	r.three(50, mix(hp, isBare), mix(det.w, detOther.w), front)
	r.three(51, mix(hp, isBare), mix(det.w, detOther.w), fin.m)
	r.three(52, mix(hp, isBare), mix(d.p, o.p), front)
	r.three(53, mix(hp, d.w), front, rank<<8|bares)
	r.three(54, mix(hp, isBare), mix(d.c, o.c), front)
	r.three(55, mix(g.c, isBare), mix(d.c, d.p), front)
	r.three(56, mix(g.l, isBare), mix(d.p, front), help.l)
	r.three(57, mix(hp, prep.w), help.l, g.m)
	r.three(58, mix(hp, prep.w), mix(help.l, g.m), d.c)
	r.three(70, mix(hp, isBare), mix(td.Case, to.Case), agree)
	r.three(71, mix(hp, isBare), mix(td.Case, to.Case), mix(agree, front))
	r.three(72, mix(hp, isBare), mix(td.Case, help.l), mix(rank<<8|bares, front))
	r.three(73, mix(g.l, isBare), mix(td.Case, rival), front)
	r.three(74, mix(cp, isBare), mix(td.Case, rival), mix(front, o.p))
	r.three(75, mix(d.c, isBare), mix(g.c, rank<<8|bares), td.Case)
	r.three(76, mix(hp, isBare), mix(det.w, detOther.w), mix(agree, front))
	r.three(77, mix(hp, isBare), mix(d.p, td.Case), mix(tf.Person, rival))
	r.three(80, hp, cp, d.k)
	r.three(81, mix(hp, isBare), mix(d.k, o.k), front)
	r.three(82, mix(g.c, isBare), d.k, front)
	r.three(83, mix(hp, prep.w), d.k, d.p)
	r.three(84, mix(g.l, isBare), d.k, front)
	r.three(85, mix(hp, isBare), mix(d.k, td.Case), rival)
	// Clauses: their own verb, helper and first words.
	r.three(60, hp, mix(cp, own.m), first.w)
	r.three(61, hp, mix(cp, d.m), first.l)
	r.three(62, g.l, mix(cp, own.m), prep.w)
	r.three(63, hp, mix(cp, own.m), mix(prep.w, commas))
	r.three(64, hp, mix(cp, d.m), ownHelp.l)
	r.three(65, mix(hp, d.m), mix(commas, prev.p), first.p)
	r.three(66, mix(hp, cp), mix(own.m, first.m), first.p)
	r.three(67, hp, mix(cp, dist), mix(first.w, last.p))
	return r.out
}

// Relate finds the relations of a tree, whose words are given by in.
func (s *Sequence) Relate(room *Room, in *Input, head []int16, traits []Trait, rel []uint8) {
	k := &room.kin
	k.look(in, head, traits)
	for h := range head {
		for _, words := range k.chains(int16(h)) {
			tokens := room.lattice.Room(len(words))
			for i, c := range words {
				room.feats = k.features(c, room.feats)
				room.sum = fill(room.sum, s.size, 0)
				s.Table.score(&room.bench, room.feats, room.sum)
				tokens[i].Set(s.Labels, s.groups[255][rootRel+1:], room.sum)
			}
			room.labels = fill(room.labels, len(words), 0)
			room.lattice.Best(s.Trans, len(s.Labels), room.labels)
			for i, c := range words {
				rel[c] = room.labels[i]
			}
		}
	}
}

// chains are the dependants of a word whose relations are to be found: those
// that can be subject or object together, because there is one of each, and
// every other by itself. Marks are left out.
func (k *kin) chains(h int16) [][]int16 {
	k.chain = k.chain[:0]
	var together []int16
	for i, c := range k.children[h] {
		switch {
		case k.in.POS[c] == pPUNCT:
		case k.bare(c):
			together = append(together, c)
		default:
			k.chain = append(k.chain, k.children[h][i:i+1])
		}
	}
	if len(together) > 0 {
		k.chain = append(k.chain, together)
	}
	return k.chain
}

// Kin gives the words that hang on each word of a tree, and the features of
// their relations, for a trainer.
func Kin(in *Input, head []int16, traits []Trait, visit func(words []int16, features [][]uint64)) {
	k := &kin{}
	k.look(in, head, traits)
	for h := range head {
		for _, words := range k.chains(int16(h)) {
			features := make([][]uint64, len(words))
			for i, c := range words {
				features[i] = k.features(c, nil)
			}
			visit(words, features)
		}
	}
}

// Trait is what a label of morphology says by itself.
type Trait struct {
	Finite                       bool
	Case, Number, Gender, Person uint64 // 0: not told
}

// Traits reads the names of labels.
func Traits(labels []Label) []Trait {
	out := make([]Trait, len(labels))
	for i, l := range labels {
		for _, f := range strings.Split(l.Name, "|") {
			name, value, _ := strings.Cut(f, "=")
			switch name {
			case "Case":
				out[i].Case = hashString(value)
			case "Number":
				out[i].Number = hashString(value)
			case "Gender":
				out[i].Gender = hashString(value)
			case "Person":
				out[i].Person = hashString(value)
			case "VerbForm":
				out[i].Finite = value == "Fin"
			}
		}
	}
	return out
}

// plural is Trait.Number of plurals.
var plural = hashString("Plur")

// trait is what is known of the morphology of a word, or nothing.
func (k *kin) trait(i int16) Trait {
	if i == none {
		return Trait{}
	}
	return k.traits[k.in.Morph[i]]
}
