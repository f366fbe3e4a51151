package events

import (
	"fasti/extract/event"
	"fasti/extract/event/model"
)

// pairSample is an article with the pairs of its candidates.
type pairSample struct {
	sample
	pairs []event.StudiedPair
	odds  map[int]int // of a candidate, to be wanted
}

// Weights of pairs of which the gold does not name both.
const (
	besideWeight  = 0.3 // another word of the same sentence, of the same day
	furtherJoined = 0.6 // a sentence that tells the event again
	strangeWeight = 0.05
)

// learnJoin learns which candidates tell of one happening.
func learnJoin(samples []pairSample, ridge float64) *model.Table {
	count := map[string]int{}
	for _, s := range samples {
		for _, p := range s.pairs {
			for _, t := range p.Traits {
				count[t]++
			}
		}
	}
	voc := newVocabulary(count, often)
	p := &problem{parameters: len(voc.names), ridge: ridge}
	for k := range samples {
		s := &samples[k]
		of, sure := label(s.article, s.list, func(i, j int) bool { return s.odds[i] > s.odds[j] })
		for _, q := range s.pairs {
			right, weight := s.joined(&q, of, sure)
			if weight > 0 {
				p.groups = append(p.groups, binary(voc, q.Traits, right, weight))
			}
		}
	}
	return voc.table(p.fit(), "odds")
}

// joined says whether a pair is one happening, and how sure that is.
func (s *pairSample) joined(p *event.StudiedPair, of []int, sure []bool) (bool, float64) {
	a, b := of[p.A], of[p.B]
	switch {
	case a >= 0 && b >= 0 && sure[p.A] && sure[p.B]:
		return a == b, 1
	case a >= 0 && b >= 0:
		return a == b, furtherJoined
	case a < 0 && b < 0:
		return false, 0
	case s.list[p.A].Sentence == s.list[p.B].Sentence:
		return true, besideWeight
	}
	return false, strangeWeight
}

// binary is a decision between yes and no.
func binary(voc *vocabulary, traits []string, right bool, weight float64) group {
	var a []int32
	for _, t := range traits {
		if id, ok := voc.ids[t]; ok {
			a = append(a, id)
		}
	}
	return group{alternatives: [][]int32{nil, a}, right: []bool{!right, right}, weight: weight}
}

// table writes the weights of a model with one column.
func (v *vocabulary) table(w []float64, column string) *model.Table {
	t := model.New(column)
	for f, name := range v.names {
		if x := milli(w[f]); x > 2 || x < -2 {
			t.Set(name, []int32{x})
		}
	}
	return t
}
