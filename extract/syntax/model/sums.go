package model

// sums keeps what parts of the features have scored in a sentence: many states
// have the same word on the stack and the same next word.
type sums struct {
	on     bool
	n      int     // tokens
	wide   int     // actions
	places []int32 // by state: where its scores begin in scores, plus 1; 0: not yet
	scores []int32
}

// maxKept is the length of sentence up to which sums are kept: the places grow
// with its square.
const maxKept = 200

// start makes room for a sentence.
func (k *sums) start(tokens, actions int) {
	k.n, k.wide, k.scores = tokens, actions, k.scores[:0]
	if k.on = tokens <= maxKept; k.on {
		// The words ahead, by the next word; then pairs; each with and without a head.
		k.places = fill(k.places, 2*(tokens+1)*(tokens+2), 0)
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
	at := int(k.places[place]) - 1
	for i, v := range k.scores[at : at+k.wide] {
		sum[i] += v
	}
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
	x.feats = v.rest(x.feats[:0])
	score.Score(x.feats, x.sum)
}
