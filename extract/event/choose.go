package event

import (
	"sort"

	"fasti/extract/event/model"
)

// choose gives a candidate the likeliest of its dates.
func (v *view) choose(c *candidate, all []choice) {
	c.odds = never
	best := -1
	for i := range all {
		if best < 0 || all[i].odds > all[best].odds {
			best = i
		}
	}
	if best < 0 {
		return
	}
	against := 0
	for i := range all {
		if i != best {
			against = model.Add(against, all[i].odds)
		}
	}
	c.odds = all[best].odds - against
	if !all[best].ruled {
		v.date(c, all[best].date)
	}
	c.reason = all[best].reason
}

// reasons is how many of the reasons for a judgement are told.
const reasons = 8

// explain tells what weighed most in a judgement, in hundredths of log odds.
func explain(traits, weights *bag, from source) []Feature {
	var all []Feature
	for _, r := range traits.rows {
		all = append(all, Feature{traits.table.Name(r), (traits.table.Weight(r, int(fromAny)) + traits.table.Weight(r, int(from))) / 10})
	}
	for _, r := range weights.rows {
		all = append(all, Feature{weights.table.Name(r), weights.table.Weight(r, int(fromAny)) / 10})
	}
	return heaviest(all)
}

// heaviest keeps the few heaviest features.
func heaviest(all []Feature) []Feature {
	size := func(f Feature) int { return max(f.Weight, -f.Weight) }
	sort.SliceStable(all, func(i, j int) bool { return size(all[i]) > size(all[j]) })
	return append([]Feature(nil), all[:min(reasons, len(all))]...)
}

// never is the log odds of what no editor wants.
const never = -20000

// date gives a candidate another date than the rules did, and the status that
// goes with it.
func (v *view) date(c *candidate, d dated) {
	c.date = d
	if !d.own {
		return
	}
	c.status = v.f.lex.statusOf(c, v.cal.dct)
	v.cal.retense(c)
}
