package event

import (
	"slices"

	"fasti/internal/edtf"
)

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
	off := c.nominal && c.clause >= 0 && (x.cancelled(c) || x.calledOff(c))
	switch {
	case (off || st == Cancelled) && c.putOffTo():
		return Planned, "put off to its date"
	case off:
		return Cancelled, "its clause calls it off"
	case st.Told() && c.date.own && ahead(c.date.when, dct):
		return Planned, "its date lies ahead" // nobody claims that what lies ahead took place
	case c.nominal && st == Happened && x.aheadOfNoun(c):
		return Planned, "its clause puts it ahead"
	}
	return st, ""
}

// putOffTo reports whether the date of a candidate is the one to which it is put off,
// so that on that day it is planned: "postponed the trial to 9 May".
func (c *candidate) putOffTo() bool {
	d, s := &c.date, c.sent
	if !d.own || d.first >= d.last || !s.putOff(d.first) {
		return false
	}
	return s.words[d.first].is(tagUntil) || d.first > 0 && s.words[d.first-1].is(tagUntil)
}

// putOff reports whether a word that leaves one day for another stands in the clause of
// word i.
func (s *sentence) putOff(i int) bool {
	return slices.ContainsFunc(s.words, func(w word) bool { return w.is(tagMoves) && w.clause == s.words[i].clause })
}
