package model

import "slices"

// Most states of a search share most of what they are scored by: the word on the
// stack and the next, what hangs on the one, what hangs on the other. So the
// features are scored in parts, and what a part has scored is kept for the
// sentence, by all that the part looks at.

// part is some of the features of a state, and a hash of all that they depend on.
// The hash begins with a number of the part's own.
type part struct {
	key      func(v *view, own uint64) uint64
	features func(v *view, out []uint64) []uint64
}

// The parts. Those that do not depend on relations have scores together, too. A
// state's features are those of all parts.
var (
	bare = []part{
		{func(v *view, h uint64) uint64 { return mix(h, words(v.b, int16(v.headed), 0, 0)) }, (*view).coming},
		{func(v *view, h uint64) uint64 { return mix(h, words(v.b, v.t, int16(v.headed), 0)) }, (*view).pair},
		{func(v *view, h uint64) uint64 {
			return mix(mix(h, words(v.t, v.b, v.under, v.up)), words(v.l, v.bl, 0, 0))
		}, (*view).crossed},
		{func(v *view, h uint64) uint64 { return mix(mix(h, words(v.t, v.b, v.bl, v.bl2)), v.nb) }, (*view).nextWords},
	}
	tied = []part{
		{func(v *view, h uint64) uint64 {
			return mix(mix(mix(h, words(v.t, v.b, v.bl, v.bl2)), v.blRel|v.bl2Rel<<8), v.bLefts)
		}, (*view).nextRels},
		{func(v *view, h uint64) uint64 {
			return mix(mix(h, words(v.t, v.b, v.up, v.up2)), v.upRel|v.up2Rel<<8)
		}, (*view).above},
		{func(v *view, h uint64) uint64 {
			return mix(mix(mix(h, words(v.t, v.b, v.l, v.l2)), v.lRel|v.l2Rel<<8|v.nl<<16), v.lefts)
		}, (*view).leftward},
		{func(v *view, h uint64) uint64 {
			return mix(mix(mix(h, words(v.t, v.b, v.r, v.r2)), v.rRel|v.r2Rel<<8|v.nr<<16), v.rights)
		}, (*view).rightward},
		{func(v *view, h uint64) uint64 { return mix(mix(mix(h, words(v.t, v.b, 0, 0)), v.lefts), v.rights) }, (*view).bothWays},
	}
	parts = slices.Concat(bare, tied)
)

// words packs the places of four words.
func words(a, b, c, d int16) uint64 {
	return uint64(uint16(a)) | uint64(uint16(b))<<16 | uint64(uint16(c))<<32 | uint64(uint16(d))<<48
}

// The numbers with which hashes begin, and the distance between parts. They are
// far from each other, since mix takes two numbers that differ as little as what
// is mixed in for one.
const (
	ofStructure = 0xd1342543de82ef95
	ofContext   = 0x2545f4914f6cdd1d
	ofBare      = 0x5851f42d4c957f2d
	ofTied      = 0xaef17502108ef2d9
	apart       = 0x9e3779b97f4a7c15
)

// structure is a hash of all that the bare parts depend on, context one of all
// that any part does.
func (v *view) structure(h uint64) uint64 {
	h = mix(mix(h, words(v.t, v.b, v.under, v.up)), words(v.l, v.bl, v.bl2, int16(v.headed)))
	return mix(h, v.nb)
}

func (v *view) context() uint64 {
	h := mix(v.structure(ofContext), words(v.up2, v.l2, v.r, v.r2))
	h = mix(h, v.upRel|v.up2Rel<<8|v.lRel<<16|v.l2Rel<<24|v.rRel<<32|v.r2Rel<<40|v.blRel<<48|v.bl2Rel<<56)
	return mix(mix(mix(mix(h, v.lefts), v.rights), v.bLefts), v.nl|v.nr<<8)
}

// sums keeps what parts have scored in a sentence.
type sums struct {
	table  *Table // nil: nothing is kept
	scores []packed
	kept   []keptSum // by hash of what the scores depend on; its length is a power of two
	filled int
}

// keptSum says where some scores stand, plus 1; 0: none are kept.
type keptSum struct {
	key uint64
	at  int32
}

// keptRoom is the room at first. It doubles when it is half full.
const keptRoom = 1 << 10

// start makes room for a sentence.
func (k *sums) start(t *Table) {
	k.scores, k.filled, k.table = k.scores[:0], 0, nil
	if t.narrow {
		k.table = t
	}
	if len(k.kept) == 0 {
		k.kept = make([]keptSum, keptRoom)
	}
	clear(k.kept)
}

// stop makes the next search begin without sums: a trainer's weights move.
func (k *sums) stop() { k.table = nil }

// slot finds the slot of a key: its own, or an empty one.
func (k *sums) slot(key uint64) *keptSum {
	mask := uint64(len(k.kept) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &k.kept[i]; s.at == 0 || s.key == key {
			return s
		}
	}
}

// get gives the scores of a key, if they are kept. They hold until others are.
func (k *sums) get(key uint64) *packed {
	if s := k.slot(key); s.at != 0 {
		return &k.scores[s.at-1]
	}
	return nil
}

// put keeps scores, which are to be written into what it gives: nothing so far.
func (k *sums) put(key uint64) *packed {
	k.scores = append(k.scores, nothing)
	if k.filled++; k.filled*2 > len(k.kept) {
		old := k.kept
		k.kept = make([]keptSum, 2*len(old))
		for _, s := range old {
			if s.at != 0 {
				*k.slot(s.key) = s
			}
		}
	}
	*k.slot(key) = keptSum{key, int32(len(k.scores))}
	return &k.scores[len(k.scores)-1]
}

// score works out the scores of all actions in a state.
func (x *Search) score(score Scorer, in *Input, s *state, rels int) {
	x.sum = fill(x.sum, actions(rels), 0)
	if x.sums.table == nil {
		x.feats = in.features(s, x.feats)
		score.Score(x.feats, x.sum)
		return
	}
	v := in.view(s)
	key := v.context()
	if p := x.sums.get(key); p != nil {
		p.unpack(x.sum)
		return
	}
	all := x.structure(&v)
	x.add(&all, &v, tied, ofTied)
	*x.sums.put(key) = all
	all.unpack(x.sum)
}

// structure gives the scores of the bare parts.
func (x *Search) structure(v *view) packed {
	key := v.structure(ofStructure)
	if p := x.sums.get(key); p != nil {
		return *p
	}
	all := nothing
	x.add(&all, v, bare, ofBare)
	*x.sums.put(key) = all
	return all
}

// add adds the scores of some parts, whose hashes begin with own and numbers
// apart from it, working them out the first time.
func (x *Search) add(sum *packed, v *view, parts []part, own uint64) {
	for i := range parts {
		key := parts[i].key(v, own+uint64(i)*apart)
		p := x.sums.get(key)
		if p == nil {
			if v.near == nil {
				v.nodes(&x.near)
			}
			x.feats = parts[i].features(v, x.feats[:0])
			p = x.sums.put(key)
			x.sums.table.pack(&x.bench, x.feats, p)
		}
		sum.add(p)
	}
}
