package event

import "fasti/internal/edtf"

// statusOf says whether the candidate took place: what the grammar of its
// sentence says, then its date.
func (x *lexicon) statusOf(c *candidate, dct edtf.Date) Status {
	st := Happened
	if t := c.sent.grammar(); t.clause(c.trigger) >= 0 {
		st = x.treeStatus(c, t)
	}
	st, _ = x.dated(c, st, dct)
	return st
}

// dated lets the date and the clause of a noun weigh in on a status; the rule
// says what has, "" that nothing did.
func (x *lexicon) dated(c *candidate, st Status, dct edtf.Date) (now Status, rule string) {
	if c.nominal && c.clause >= 0 && (x.cancelled(c) || x.calledOff(c)) {
		return Cancelled, "its clause calls it off"
	}
	switch {
	case st.Told() && c.date.own && ahead(c.date.when, dct):
		return Planned, "its date lies ahead" // nobody claims that what lies ahead took place
	case c.nominal && st == Happened && x.aheadOfNoun(c):
		return Planned, "its clause puts it ahead"
	}
	return st, ""
}
