package event

import (
	"strings"

	"fasti/extract/segment"
)

// statusOf says whether the candidate took place, by the cues whose scope it
// is in: those of its own clause and of the clauses it hangs on.
func (x *lexicon) statusOf(c *candidate, dct string) Status {
	if t := c.sent.grammar(); t.clause(c.trigger) >= 0 {
		return x.dated(c, treeStatus(c, t), dct)
	}
	s := c.sent
	st := x.localStatus(c)
	beside := c.nominal && !c.support && x.preposition(s, c.trigger-s.words[c.trigger].nounLen+1) >= 0
	for n, depth := c.clause, 0; n >= 0 && depth < 6 && !beside; depth++ { // what a phrase names besides is not in the verb's scope
		k := &s.clauses[n]
		st = worse(st, x.scope(s, n))
		if k.kind == relClause || k.kind == partClause && k.passive || k.kind == subClause && k.marker >= 0 && s.words[k.marker].is(tagFact) && (k.past || !s.words[k.marker].is(tagSame)) {
			break // what it tells stands by itself
		}
		n = k.parent
	}
	return x.dated(c, st, dct)
}

// dated lets the date and the clause of a noun weigh in on a status.
func (x *lexicon) dated(c *candidate, st Status, dct string) Status {
	s := c.sent
	if st == Happened && c.date.own && ahead(c.date.when, dct) {
		st = Planned
	}
	if c.nominal && st == Happened && x.aheadOfNoun(c) {
		st = Planned
	}
	if c.nominal && c.clause >= 0 && (x.cancels(s, c.clause) || x.calledOff(c)) {
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

var order = [...]Status{Happened, Alleged, Planned, Cancelled, Denied, Hypothetical}

func worse(a, b Status) Status {
	for i := len(order) - 1; i >= 0; i-- {
		if order[i] == a || order[i] == b {
			return order[i]
		}
	}
	return a
}

// localStatus reads the cues inside the candidate's clause.
func (x *lexicon) localStatus(c *candidate) Status {
	s := c.sent
	if c.clause < 0 {
		return Happened
	}
	k := &s.clauses[c.clause]
	st := Happened
	if c.nominal || k.lex != c.trigger {
		for i := c.trigger - 1; i >= 0 && i >= c.trigger-4; i-- { // adjectives before the noun
			w := &s.words[i]
			switch {
			case w.is(tagUndone):
				return Cancelled
			case w.is(tagAlleged):
				st = worse(st, Alleged)
			case w.is(tagPlanned):
				st = worse(st, Planned)
			case w.is(tagMaybe):
				st = worse(st, Hypothetical)
			case w.is(tagNeg) && w.is(tagArt):
				st = worse(st, Denied)
			}
			if w.is(tagArt) || w.is(tagPrep) {
				break
			}
		}
		if !c.support {
			return st
		}
	}
	k.each(func(i int) bool {
		w := &s.words[i]
		switch {
		case w.quoted || x.attributive(s, i):
		case w.is(tagAlleged):
			st = worse(st, Alleged)
		case w.is(tagPlanned):
			if !k.past && i != k.lex {
				st = worse(st, Planned)
			}
		case w.is(tagMaybe):
			st = worse(st, Hypothetical)
		}
		return true
	})
	if k.neg {
		st = worse(st, Denied)
	}
	return st
}

// attributive reports whether word i describes the noun behind it, so that it
// says nothing of the verb: "der mutmaßliche Täter wurde gefasst".
func (x *lexicon) attributive(s *sentence, i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	w, next := &s.words[i], &s.words[i+1]
	if x.verbLast {
		return next.class != segment.Punct && x.inflected(w.low) && (next.capital() || next.class == segment.Lower && next.tags == 0 && next.verbal == notVerb)
	}
	if w.manner || w.is(tagFill) || w.verbal != notVerb && w.verbal != attributed {
		return false
	}
	return next.capital() || next.isNoun || next.class == segment.Lower && next.tags == 0 && (next.verbal == notVerb || next.verbal == attributed)
}

// inflected reports whether a word has the ending of an adjective before its
// noun.
func (x *lexicon) inflected(low string) bool {
	for _, e := range x.grammar["adjective"] {
		if strings.HasSuffix(low, e) {
			return true
		}
	}
	return false
}
