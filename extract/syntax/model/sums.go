package model

import "math/bits"

// sums keeps what parts of the features have scored in a sentence: many states
// have the same word on the stack and the same next word.
type sums struct {
	on     bool
	n      int     // tokens
	wide   int     // actions
	places []int32 // by state: where its scores begin in scores, plus 1; 0: not yet
	scores []int32
	kept   []keptSum // by hash of the context; its length is a power of two
	filled int
}

// keptSum says where the scores of a context begin, plus 1; 0: none is kept.
type keptSum struct {
	key uint64
	at  int32
}

// maxKept is the length of sentence up to which sums are kept: the places grow
// with its square.
const maxKept = 200

// contexts is how many contexts are kept for each token: two steps a token, of
// eight states, with as much room again for the hash.
const contexts = 32

// start makes room for a sentence.
func (k *sums) start(tokens, actions int) {
	k.n, k.wide, k.scores = tokens, actions, k.scores[:0]
	if k.on = tokens <= maxKept; k.on {
		// The words ahead, by the next word; then pairs; each with and without a head.
		k.places = fill(k.places, 2*(tokens+1)*(tokens+2), 0)
		k.filled = 0
		k.kept = fill(k.kept, 1<<bits.Len(uint(contexts*tokens)), keptSum{})
	}
}

// stop makes the next search begin without sums: a trainer's weights move.
func (k *sums) stop() { k.on = false }

// add adds the scores of a part to sum, working them out the first time.
func (k *sums) add(place int, sum []int32, score func(sum []int32)) {
	if k.places[place] == 0 {
		at := len(k.scores)
		for range k.wide {
			k.scores = append(k.scores, 0)
		}
		score(k.scores[at:])
		k.places[place] = int32(at) + 1
	}
	k.take(k.places[place], sum)
}

// take adds the scores that begin at a place.
func (k *sums) take(place int32, sum []int32) {
	at := int(place) - 1
	for i, v := range k.scores[at : at+k.wide] {
		sum[i] += v
	}
}

// slot finds the slot of a context: its own, or an empty one.
func (k *sums) slot(key uint64) *keptSum {
	mask := uint64(len(k.kept) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &k.kept[i]; s.at == 0 || s.key == key {
			return s
		}
	}
}

// addContext adds the scores of a context to sum, working them out the first
// time. States that differ only in what lies far back share it.
func (k *sums) addContext(key uint64, sum []int32, score func(sum []int32)) {
	s := k.slot(key)
	if s.at == 0 {
		if k.filled*2 >= len(k.kept) { // full: a long sentence of many readings
			score(sum)
			return
		}
		at := len(k.scores)
		for range k.wide {
			k.scores = append(k.scores, 0)
		}
		score(k.scores[at:])
		s.key, s.at = key, int32(at)+1
		k.filled++
	}
	k.take(s.at, sum)
}

// score works out the scores of all actions in a state.
func (x *Search) score(score Scorer, in *Input, s *state, rels int) {
	x.sum = fill(x.sum, actions(rels), 0)
	if !x.sums.on {
		x.feats = in.features(s, x.feats)
		score.Score(x.feats, x.sum)
		return
	}
	v := in.view(s)
	headed, wide := int(v.headed), x.sums.n+1
	x.sums.add(2*int(v.b)+headed, x.sum, func(sum []int32) {
		x.feats = v.coming(x.feats[:0])
		score.Score(x.feats, sum)
	})
	x.sums.add(2*((int(v.t)+2)*wide+int(v.b))+headed, x.sum, func(sum []int32) {
		x.feats = v.pair(x.feats[:0])
		score.Score(x.feats, sum)
	})
	x.sums.addContext(v.context(), x.sum, func(sum []int32) {
		x.feats = v.rest(x.feats[:0])
		score.Score(x.feats, sum)
	})
}
