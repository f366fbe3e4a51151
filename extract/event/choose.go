package event

import "fasti/extract/event/model"

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
