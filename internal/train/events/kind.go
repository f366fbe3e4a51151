package events

import (
	"slices"

	"fasti/extract/event"
	"fasti/extract/event/model"
)

// kinds are the columns of the model of kinds, see docs/kinds.md.
var kinds = columns()

func columns() []string {
	var out []string
	for _, k := range event.Kinds() {
		out = append(out, string(k))
	}
	slices.Sort(out)
	return out
}

// How much the kind that the tables give is trusted before anything is
// learned, in log odds: what the marked articles tell of must outweigh it, for
// they know few of the kinds well. More if the word tells a happening by
// itself, or the words beside it gave the kind.
const (
	tableTrust   = 3.5
	sureTrust    = 1.0
	companyTrust = 1.5
)

// kindRidge is how strongly weights of kinds are held near 0, kindOften how
// often a feature must come.
const (
	kindRidge = 3
	kindOften = 3
)

// trust is what a kind has for nothing where the tables give it.
func trust(traits []string, kind string) float64 {
	total := 0.0
	if kind == "other" {
		return 0
	}
	for _, t := range traits {
		switch t {
		case "table=" + kind:
			total += tableTrust
		case "sure=" + kind:
			total += sureTrust
		case "by company=" + kind:
			total += companyTrust
		}
	}
	return total
}

// known is something of which the gold says what kind it is.
type known struct {
	traits []string
	kinds  []string
	weight float64
}

// sensed lists the candidates that the gold knows, and the events after
// joining, whose features also tell of the other words for them.
func sensed(samples []sample, events []toldSample) []known {
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
		}
	}
	for k := range events {
		s := &events[k]
		for i, m := range s.match() {
			if m.gold >= 0 && s.events[i].Odds > tellable {
				all = append(all, known{s.events[i].Sense, s.article.Gold[m.gold].Kinds, 1})
			}
		}
	}
	return all
}

// tellable is the least odds, in thousandths, of an event from which a kind is
// learned: what is less likely seldom is what the gold means.
const tellable = -2500

// learnKind learns of what kind an event is.
func learnKind(samples []sample, events []toldSample, ridge float64) *model.Table {
	all := sensed(samples, events)
	count := map[string]int{}
	for _, x := range all {
		for _, t := range x.traits {
			count[t]++
		}
	}
	voc := newVocabulary(count, kindOften)
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
