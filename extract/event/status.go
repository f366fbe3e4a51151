package event

import "strings"

// statusOf says whether the candidate took place: what the grammar of its
// sentence says, then its date.
func (x *lexicon) statusOf(c *candidate, dct string) Status {
	st := Happened
	if t := c.sent.grammar(); t.clause(c.trigger) >= 0 {
		st = x.treeStatus(c, t)
	}
	return x.dated(c, st, dct)
}

// dated lets the date and the clause of a noun weigh in on a status.
func (x *lexicon) dated(c *candidate, st Status, dct string) Status {
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

// ahead reports whether a date lies wholly behind the day of publication.
func ahead(when, dct string) bool {
	if dct == "" || when == "" {
		return false
	}
	if when[0] == '.' {
		return false
	}
	n := min(len(when), len(dct))
	for i := 0; i < n; i++ {
		if when[i] == '/' || when[i] == '~' || when[i] == '?' {
			n = i
			break
		}
	}
	if n == 7 && when[5] >= '2' { // a season
		return when[:5]+begins(when[5:7]) > dct[:7]
	}
	return when[:n] > dct[:n]
}

// begins gives the first month of an EDTF season, quarter, third or half.
func begins(code string) string {
	const months = "21:03 22:06 23:09 24:12 33:01 34:04 35:07 36:10 37:01 38:05 39:09 40:01 41:07"
	if i := strings.Index(months, code+":"); i >= 0 {
		return months[i+3 : i+5]
	}
	return "01"
}
