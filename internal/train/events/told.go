package events

import (
	"sort"

	"fasti/extract/event"
	"fasti/extract/event/model"
)

// toldSample is an article with its events after joining.
type toldSample struct {
	sample
	events []event.StudiedEvent
}

// learnTold learns which events an editor wants.
func learnTold(samples []toldSample, ridge float64) *model.Table {
	count := map[string]int{}
	for _, s := range samples {
		for _, e := range s.events {
			for _, t := range e.Traits {
				count[t]++
			}
		}
	}
	voc := newVocabulary(count, often)
	p := &problem{parameters: len(voc.names), ridge: ridge}
	for k := range samples {
		s := &samples[k]
		verdicts := s.match()
		for i, e := range s.events {
			if v := verdicts[i].verdict; v != neutral {
				p.groups = append(p.groups, binary(voc, e.Traits, v == wantedEvent, 1))
			}
		}
	}
	return voc.table(p.fit(), "odds")
}

// verdict is what the gold says of an event.
type verdict uint8

const (
	spurious verdict = iota
	wantedEvent
	neutral
)

// matched is what the gold says of an event, and which of its events that is,
// -1 if none.
type matched struct {
	verdict
	gold int
}

// match gives each event to at most one of the gold's, the likeliest first:
// one of the same sentence and day, then one of the same sentence.
func (s *toldSample) match() []matched {
	order := make([]int, len(s.events))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return s.events[order[i]].Odds > s.events[order[j]].Odds })
	out := make([]matched, len(s.events))
	for i := range out {
		out[i].gold = -1
	}
	taken := make([]bool, len(s.article.Gold))
	for _, dated := range []bool{true, false} {
		for _, i := range order {
			if out[i].gold >= 0 || s.events[i].When == "" {
				continue
			}
			for _, must := range []bool{true, false} {
				if g := s.find(i, dated, must, taken); g >= 0 && out[i].gold < 0 {
					taken[g] = taken[g] || must
					out[i] = matched{neutral, g}
					if must {
						out[i].verdict = wantedEvent
					}
				}
			}
		}
	}
	return out
}

// find gives an event of the gold that a sentence of event i tells; -1 if none.
func (s *toldSample) find(i int, dated, must bool, taken []bool) int {
	best := -1
	for g := range s.article.Gold {
		o := &s.article.Gold[g]
		if taken[g] || o.Must != must || dated && !o.rightDate(s.events[i].When) {
			continue
		}
		for _, m := range s.events[i].Members {
			at := s.article.inBody(s.list[m].Start)
			for _, sp := range o.Spans {
				if sp.Start <= at && at < sp.End && (best < 0 || off(at, o.Trigger) < off(s.article.inBody(s.list[s.events[i].Members[0]].Start), s.article.Gold[best].Trigger)) {
					best = g
				}
			}
		}
	}
	return best
}
