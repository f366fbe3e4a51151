package event

import "fasti/internal/edtf"

// statusOf says whether the candidate took place: what the grammar of its
// sentence says, then its date.
func (x *lexicon) statusOf(c *candidate, dct edtf.Date) Status {
	st := Happened
	if t := c.sent.grammar(); t.clause(c.trigger) >= 0 {
		st = x.treeStatus(c, t)
	}
	return x.dated(c, st, dct)
}

// dated lets the date and the clause of a noun weigh in on a status.
func (x *lexicon) dated(c *candidate, st Status, dct edtf.Date) Status {
	if (st == Happened || st == Alleged) && c.date.own && ahead(c.date.when, dct) {
		st = Planned // nobody claims that what lies ahead took place
	}
	if c.nominal && st == Happened && x.aheadOfNoun(c) {
		st = Planned
	}
	if c.nominal && c.clause >= 0 && (x.cancelled(c) || x.calledOff(c)) {
		return Cancelled
	}
	return st
}
