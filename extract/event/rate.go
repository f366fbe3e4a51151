package event

import (
	"sort"
	"strconv"
)

// rate works out how likely an editor wants each event, knowing of all others:
// the likeliest first, so that what it leaves to tell counts less.
func (v *view) rate(all []*candidate, study *[]StudiedEvent) {
	order := make([]*candidate, 0, len(all))
	for _, c := range all {
		if !c.quoted && c.odds > never {
			order = append(order, c)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return order[i].odds > order[j].odds })
	b, pairs := &bag{study: study != nil}, &bag{}
	odds := make([]int, len(order))
	for i, c := range order {
		b.reset(v.f.model.Told)
		v.told(c, order[:i], b, pairs)
		odds[i] = b.sum(0)
		if study != nil {
			sense := &bag{study: true}
			sense.reset(v.f.model.Kind)
			v.sense(c, sense)
			*study = append(*study, StudiedEvent{Members: append([]int{c.number}, c.mates...), When: c.date.when.String(), Odds: c.odds, Traits: b.names, Sense: sense.names})
		}
	}
	for i, c := range order {
		c.odds = odds[i]
		if c.nominal && c.support && c.status == Cancelled && c.date.own {
			c.odds = max(c.odds, calledOff)
		}
		if c.odds > plausible {
			c.kind = v.kindOf(c)
		}
	}
}

// calledOff is the least odds of what is said not to take place on its day:
// the marked articles have too few of these to learn from.
const calledOff = 800

// How fine the odds of the first judgement are told, in thousandths.
const oddsStep, oddsSteps = 500, 10

// told puts what is known of an event into the bag, beside those that are
// likelier.
func (v *view) told(c *candidate, stronger []*candidate, b, pairs *bag) {
	b.add("all")
	group := "own"
	if !c.date.own {
		group = string(c.date.basis)
	}
	for k := -oddsSteps; k <= oddsSteps; k++ {
		if c.odds < k*oddsStep {
			break
		}
		b.add("odds over", strconv.Itoa(k*oddsStep))
		b.add("odds over", strconv.Itoa(k*oddsStep), group)
	}
	b.add("basis", string(c.date.basis))
	b.add("grain", grain(c.date.when))
	b.add("status", string(c.status))
	b.add("kind", string(c.kind))
	b.add("form", formOf(c))
	b.add("told in", few(1+len(c.also), 4))
	b.add("mates", few(len(c.mates), 4))
	b.add("parts", few(len(c.parts), 3))
	b.when(v.f.leans(c), "tells of nobody that the article names", formOf(c))
	v.rivals(c, stronger, b, pairs)
}

// rivals tells what likelier events have in common with an event.
func (v *view) rivals(c *candidate, stronger []*candidate, b, pairs *bag) {
	here, hereThen, alike, near := 0, 0, 0, 0
	top := never
	for _, e := range stronger {
		same := e.date.when == c.date.when
		if same && (e.kind.family() == c.kind.family() || shareParts(e, c) > 0) {
			alike++
		}
		if e.sent == c.sent {
			here++
			if same {
				hereThen++
			}
			if e.clause == c.clause {
				near++
			}
		}
		if e.odds < plausible/2 {
			continue
		}
		pairs.reset(v.f.model.Join)
		if e.sent.index <= c.sent.index {
			v.pair(e, c, pairs)
		} else {
			v.pair(c, e, pairs)
		}
		top = max(top, pairs.sum(0))
	}
	b.add("likelier here", few(here, 2))
	b.add("likelier here then", few(hereThen, 2))
	b.add("likelier in the clause", few(near, 1), few(hereThen, 1))
	b.add("likelier alike", few(alike, 3), string(c.date.basis))
	for k := -8; k <= 4; k++ {
		if top < k*oddsStep {
			break
		}
		b.add("like a likelier", strconv.Itoa(k))
	}
}
