package event

import (
	"strings"

	"fasti/extract/segment"
)

// statusOf says whether the candidate took place, by the cues whose scope it
// is in: those of its own clause and of the clauses it hangs on.
func (x *lexicon) statusOf(c *candidate, dct string) Status {
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

// cancels reports whether a clause says that something does not take place.
func (x *lexicon) cancels(s *sentence, n int) bool {
	v := s.clauses[n].verb
	return v >= 0 && x.verbs[v].class == classCancel
}

// calledOff reports whether the clause joined to a noun's own takes back what
// that one says of its subject: "had been planned for May but was cancelled".
func (x *lexicon) calledOff(c *candidate) bool {
	k := &c.sent.clauses[c.clause]
	if c.trigger < k.subject.first || k.subject.last <= c.trigger {
		return false
	}
	for i := range c.sent.clauses {
		if c.sent.clauses[i].coord == c.clause && x.cancels(c.sent, i) {
			return true
		}
	}
	return false
}

// aheadOfNoun reports whether a noun names something still to come: the
// object of planning, or the subject of what is set to begin.
func (x *lexicon) aheadOfNoun(c *candidate) bool {
	if c.clause < 0 {
		return false
	}
	s := c.sent
	k := &s.clauses[c.clause]
	if k.verb >= 0 && x.verbs[k.verb].class == classPlan && k.lex < c.trigger {
		return true
	}
	return x.carrier(c) >= 0
}

// carrier finds the infinitive that tells what is ahead of the noun: behind
// it ("a meeting to be held"), or behind the verb whose subject it is ("the
// trial is set to begin"); -1 if there is none.
func (x *lexicon) carrier(c *candidate) int {
	s := c.sent
	if c.clause < 0 {
		return -1
	}
	k := &s.clauses[c.clause]
	for i := range s.clauses {
		d := &s.clauses[i]
		if d.parent != c.clause || d.kind != infClause || d.verb < 0 {
			continue
		}
		first, _ := d.bounds()
		dc := x.verbs[d.verb].class
		if (dc == classSupport || dc == classAspect || x.verbs[d.verb].frame == frameGoes || d.passive) && !k.past &&
			(first == c.trigger+1 || k.subject.first <= c.trigger && c.trigger < k.subject.last) || first == c.trigger+1 && d.passive {
			return i
		}
	}
	return -1
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

// scope reads what a clause's verb and marker do to what stands in it.
func (x *lexicon) scope(s *sentence, n int) Status {
	k := &s.clauses[n]
	st := Happened
	if k.marker >= 0 && s.words[k.marker].is(tagIf) && k.kind == subClause {
		return Hypothetical
	}
	if k.marker >= 0 && s.words[k.marker].is(tagPurpose) && k.kind == subClause {
		st = Planned
	}
	if k.kind == infClause {
		st = worse(st, x.infinitive(s, k))
	}
	if k.kind == partClause {
		st = worse(st, x.ing(s, k))
	}
	if x.depends(s, n) {
		return Hypothetical
	}
	if k.marker >= 0 && s.words[k.marker].is(tagWithout) {
		return Denied
	}
	if first, _ := k.bounds(); (k.kind == infClause || k.kind == partClause) && (s.words[first].is(tagWithout) || first > 0 && s.words[first-1].is(tagWithout)) {
		return Denied
	}
	if m := k.mood(); m == Hypothetical && k.modal == auxWould && x.foretold(s, k) {
		st = worse(st, Planned)
	} else {
		st = worse(st, m)
	}
	if k.parent >= 0 && k.kind != relClause {
		p := &s.clauses[k.parent]
		if first, _ := k.bounds(); p.verb >= 0 && k.kind == partClause && !k.passive && x.verbs[p.verb].kind == "accuse" && first > p.lex && first <= p.lex+3 {
			st = worse(st, Alleged) // "accused of taking money"
		}
		if p.verb >= 0 && (k.kind == subClause || k.kind == infClause) {
			if v := &x.verbs[p.verb]; v.kind == "accuse" && v.frame == frameSpeaks && k.kind == subClause && k.reported {
				st = worse(st, Alleged)
			}
			switch x.verbs[p.verb].class {
			case classDeny:
				if !p.neg && (k.marker < 0 || !s.words[k.marker].is(tagFact|tagPurpose)) {
					st = worse(st, Denied)
				}
			case classReport:
				if k.kind == subClause && k.reported && !k.past {
					st = worse(st, Happened)
				}
			}
		}
	}
	return st
}

// ing says what the verb before a form in -ing makes of it: "denied taking",
// "considered selling".
func (x *lexicon) ing(s *sentence, k *clause) Status {
	if k.parent < 0 || k.lex < 0 || s.words[k.lex].verbal != gerund {
		return Happened
	}
	p := &s.clauses[k.parent]
	if first, _ := k.bounds(); p.verb < 0 || first <= p.lex || first > p.lex+2 {
		return Happened
	}
	switch {
	case p.neg:
		return Happened
	case x.verbs[p.verb].class == classDeny:
		return Denied
	case x.verbs[p.verb].class == classPlan:
		return Hypothetical
	}
	return Happened
}

// foretold reports whether "would" only is the future of what someone said:
// "announced that it would close the plant", with no condition beside it.
func (x *lexicon) foretold(s *sentence, k *clause) bool {
	if k.kind != subClause || k.parent < 0 || k.perfect {
		return false
	}
	p := &s.clauses[k.parent]
	if p.verb < 0 || !p.past || x.verbs[p.verb].class != classReport && x.verbs[p.verb].kind != "statement" {
		return false
	}
	for i := range s.clauses {
		if m := s.clauses[i].marker; m >= 0 && s.words[m].is(tagCond) {
			return false
		}
	}
	return true
}

// depends reports whether a main clause only holds on a condition: it begins
// with its verb and another one follows ("Sollte die Armee angreifen, ...",
// "Had the coup succeeded, ..."), or a clause of condition stands before it.
func (x *lexicon) depends(s *sentence, n int) bool {
	k := &s.clauses[n]
	if k.kind != mainClause || k.fin < 0 {
		return false
	}
	first, last := k.bounds()
	a := pickAux(s.words[k.fin].aux)
	if k.fin == first && a.verb != auxNone && k.lex > k.fin+1 && last+1 < len(s.words) && s.words[last].text == "," && (k.modal == auxShall || a.features&fSubj2 != 0 || a.verb == auxHave && !x.verbLast) {
		return true
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == subClause && c.parent == n && c.marker >= 0 && s.words[c.marker].is(tagCond) && !k.past {
			if f, _ := c.bounds(); f < k.fin {
				return true
			}
		}
	}
	return false
}

// infinitive says what an infinitive's governor makes of it.
func (x *lexicon) infinitive(s *sentence, k *clause) Status {
	if k.parent < 0 {
		return Planned
	}
	p := &s.clauses[k.parent]
	if p.verb < 0 {
		if p.fin < 0 && p.lex < 0 {
			return Planned // a headline: "Firm to build bridge"
		}
		if p.lex >= 0 && len(s.words[p.lex].aux) > 0 && (!p.past || x.nounBefore(s, k)) {
			return Planned // "has plans to build", "is to be held"
		}
		return Happened
	}
	v := &x.verbs[p.verb]
	if k.completed(s) { // "is said to have killed"
		switch {
		case v.class == classDeny || v.kind == "reject":
			return Denied // "wies den Vorwurf zurück, Geld genommen zu haben"
		case v.class == classReport || v.kind == "accuse" || p.passive:
			return Alleged
		}
		return Happened
	}
	if p.lex >= 0 && len(s.words[p.lex].aux) > 0 && !p.past { // "is to be held", "is due to leave"
		if first, _ := k.bounds(); first > 0 && s.words[first-1].is(tagAble) {
			return Hypothetical
		}
		return Planned
	}
	switch {
	case v.frame == frameFails && !p.neg, v.frame == frameGoes && p.neg:
		return Denied
	case v.frame == frameGoes, v.frame == frameFails:
		return Happened
	}
	switch v.class {
	case classPlan:
		return Planned
	case classState, classSupport, classAspect, classOpen:
		if p.past {
			return Happened
		}
		return Planned
	case classDeny:
		return Denied
	case classReport:
		return Planned
	}
	switch v.kind {
	case "request", "threaten", "reject":
		return Hypothetical
	case "travel", "consult":
		return Planned
	}
	return Planned
}

// nounBefore reports whether an infinitive stands right behind a noun, which
// then says what it is: "had plans to build".
func (x *lexicon) nounBefore(s *sentence, k *clause) bool {
	first, _ := k.bounds()
	return first > 0 && s.words[first-1].class == segment.Lower && s.words[first-1].tags == 0 && s.words[first-1].verbal == notVerb
}

// completed reports whether an infinitive is a perfect one.
func (k *clause) completed(s *sentence) bool {
	found := false
	k.each(func(i int) bool {
		if i != k.lex && k.lex >= 0 && s.words[k.lex].verbal == participle {
			for _, a := range s.words[i].aux {
				found = found || a.verb == auxHave
			}
		}
		return !found
	})
	return found
}

// mood reads modal verbs, future and subjunctives.
func (k *clause) mood() Status {
	switch k.modal {
	case auxShall:
		if k.perfect {
			return Alleged
		}
		return Planned
	case auxWant:
		return Planned
	case auxMust:
		return Planned
	case auxCan, auxMay:
		if k.past && k.subj == 0 && k.modalF&fSubj2 == 0 {
			return Happened // "konnte": was able to
		}
		return Hypothetical
	case auxWould:
		return Hypothetical
	}
	switch {
	case k.subj&fSubj2 != 0:
		return Hypothetical
	case k.future:
		return Planned
	case k.subj&fSubj1 != 0:
		return Alleged
	}
	return Happened
}
