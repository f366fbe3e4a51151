package events

import (
	"slices"

	"fasti/extract/event"
	"fasti/extract/event/model"
)

// kinds are the columns of the model of kinds, see docs/kinds.md.
var kinds = event.Kinds()

// tableTrust is how much the kind that the tables give is trusted before
// anything is learned, in log odds: what the marked articles tell of must
// outweigh it, for they know few of the kinds well.
const tableTrust = 3.5

// trust is what a kind has for nothing where the tables give it.
func trust(traits []string, kind string) float64 {
	if kind == "other" || !slices.Contains(traits, "table="+kind) {
		return 0
	}
	return tableTrust
}

// learnKind learns of what kind an event is.
func learnKind(samples []sample, ridge float64) *model.Table {
	count := map[string]int{}
	type known struct {
		traits []string
		kinds  []string
		weight float64
	}
	var all []known
	for k := range samples {
		s := &samples[k]
		of, sure := label(s.article, s.list, func(i, j int) bool { return len(s.list[i].Choices) > len(s.list[j].Choices) })
		for i, g := range of {
			if g < 0 {
				continue
			}
			w := 1.0
			if !sure[i] {
				w = furtherWeight
			}
			all = append(all, known{s.list[i].Sense, s.article.Gold[g].Kinds, w})
			for _, t := range s.list[i].Sense {
				count[t]++
			}
		}
	}
	voc := newVocabulary(count, 2)
	n := len(kinds)
	p := &problem{parameters: len(voc.names) * n, ridge: ridge}
	for _, x := range all {
		g := group{weight: x.weight}
		for k, name := range kinds {
			var a []int32
			for _, t := range x.traits {
				if id, ok := voc.ids[t]; ok {
					a = append(a, id*int32(n)+int32(k))
				}
			}
			g.alternatives = append(g.alternatives, a)
			g.right = append(g.right, slices.Contains(x.kinds, name))
			g.offset = append(g.offset, trust(x.traits, name))
		}
		if slices.Contains(g.right, true) {
			p.groups = append(p.groups, g)
		}
	}
	w := p.fit()
	t := model.New(kinds...)
	for f, name := range voc.names {
		row := make([]int32, n)
		any := false
		for k := range row {
			if row[k] = milli(w[f*n+k]) + milli(trust([]string{name}, kinds[k])); max(row[k], -row[k]) < 20 {
				row[k] = 0
			}
			any = any || row[k] != 0
		}
		if any {
			t.Set(name, row)
		}
	}
	return t
}
