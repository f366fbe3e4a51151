package events

import (
	"sort"

	"fasti/extract/event"
	"fasti/extract/event/model"
)

// sample is an article with its candidates as they are learned from.
type sample struct {
	article *Article
	list    []event.Studied
}

// vocabulary numbers the features that come often enough.
type vocabulary struct {
	ids   map[string]int32
	names []string
}

// often is how many candidates must have a feature for it to be learned.
const often = 3

func newVocabulary(count map[string]int, least int) *vocabulary {
	v := &vocabulary{ids: map[string]int32{}}
	for n, c := range count {
		if c >= least {
			v.names = append(v.names, n)
		}
	}
	sort.Strings(v.names)
	for i, n := range v.names {
		v.ids[n] = int32(i)
	}
	return v
}

// wantColumns are the columns of the model of what is wanted: what holds for
// any date, and for one of its own sentence, of another one, and of today.
var wantColumns = []string{"any", "own", "near", "today"}

// Weights of what is learned from, against 1 for what is sure.
const (
	furtherWeight = 0.3 // a sentence that tells an event again
	lostWeight    = 0.3 // an event whose date is not among the choices
)

// learnWant learns which candidates an editor wants, and with which date.
func learnWant(samples []sample, ridge float64, better func(s *sample, i, j int) bool) *model.Table {
	count := map[string]int{}
	for _, s := range samples {
		for i := range s.list {
			for _, t := range s.list[i].Traits {
				count[t]++
			}
			for _, o := range s.list[i].Choices {
				for _, t := range o.Traits {
					count[t]++
				}
			}
		}
	}
	voc := newVocabulary(count, often)
	n := len(wantColumns)
	p := &problem{parameters: len(voc.names) * n, ridge: ridge}
	for k := range samples {
		s := &samples[k]
		of, sure := label(s.article, s.list, func(i, j int) bool { return better(s, i, j) })
		for i := range s.list {
			p.groups = append(p.groups, wanted(s, i, of[i], sure[i], voc, n))
		}
	}
	w := p.fit()
	t := model.New(wantColumns...)
	for f, name := range voc.names {
		row := make([]int32, n)
		any := false
		for c := range row {
			row[c] = milli(w[f*n+c])
			if max(row[c], -row[c]) < 3 {
				row[c] = 0
			}
			any = any || row[c] != 0
		}
		if any {
			t.Set(name, row)
		}
	}
	return t
}

// wanted is what is to be learned of one candidate.
func wanted(s *sample, i, of int, sure bool, voc *vocabulary, n int) group {
	c := &s.list[i]
	g := group{alternatives: [][]int32{nil}, right: []bool{true}, weight: 1}
	var traits []int32
	for _, t := range c.Traits {
		if id, ok := voc.ids[t]; ok {
			traits = append(traits, id)
		}
	}
	found := false
	for _, o := range c.Choices {
		var a []int32
		for _, id := range traits {
			a = append(a, id*int32(n), id*int32(n)+int32(o.From))
		}
		for _, t := range o.Traits {
			if id, ok := voc.ids[t]; ok {
				a = append(a, id*int32(n))
			}
		}
		right := of >= 0 && s.article.Gold[of].rightDate(o.When)
		found = found || right
		g.alternatives = append(g.alternatives, a)
		g.right = append(g.right, right)
	}
	if of < 0 {
		return g
	}
	gold := &s.article.Gold[of]
	switch {
	case !gold.Must: // neither asked for nor forbidden, but not on another day
	case !found:
		g.weight = lostWeight
	default:
		g.right[0] = false
		if !sure {
			g.weight = furtherWeight
		}
	}
	return g
}
