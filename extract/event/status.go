package event

// statusOf says whether the candidate took place, by the cues whose scope it
// is in: those of its own clause and of the clauses it hangs on.
func (x *lexicon) statusOf(c *candidate, dct string) Status {
	s := c.sent
	st := x.localStatus(c)
	beside := c.nominal && !c.support && x.preposition(s, c.trigger-s.words[c.trigger].nounLen+1) >= 0
	for n, depth := c.clause, 0; n >= 0 && depth < 6 && !beside; depth++ { // what a phrase names besides is not in the verb's scope
		k := &s.clauses[n]
		st = worse(st, x.scope(s, n))
		if k.kind == relClause || k.kind == partClause && k.passive || k.kind == subClause && k.past && k.marker >= 0 && s.words[k.marker].is(tagFact) {
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
	if c.nominal && c.clause >= 0 && s.clauses[c.clause].verb >= 0 && x.verbs[s.clauses[c.clause].verb].class == classCancel {
		return Cancelled
	}
	return st
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
	for i := range s.clauses {
		d := &s.clauses[i]
		if d.parent != c.clause || d.kind != infClause || d.verb < 0 {
			continue
		}
		first, _ := d.bounds()
		dc := x.verbs[d.verb].class
		if (dc == classSupport || dc == classAspect || x.verbs[d.verb].frame == frameGoes || d.passive) && !k.past &&
			(first == c.trigger+1 || k.subject.first <= c.trigger && c.trigger < k.subject.last) {
			return true
		}
	}
	return false
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
		return when[:4] > dct[:4]
	}
	return when[:n] > dct[:n]
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
		case w.quoted:
		case w.is(tagAlleged):
			st = worse(st, Alleged)
		case w.is(tagPlanned):
			if !k.past {
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
	st = worse(st, k.mood())
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

// infinitive says what an infinitive's governor makes of it.
func (x *lexicon) infinitive(s *sentence, k *clause) Status {
	if k.parent < 0 {
		return Planned
	}
	p := &s.clauses[k.parent]
	if p.verb < 0 {
		return Happened
	}
	v := &x.verbs[p.verb]
	if k.completed(s) { // "is said to have killed"
		if v.class == classReport || p.passive {
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
	if v.frame == frameGoes {
		return Happened
	}
	switch v.class {
	case classPlan:
		return Planned
	case classState, classSupport, classAspect:
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
	case "request", "threaten", "reject", "statement":
		return Hypothetical
	case "travel", "consult":
		return Planned
	}
	return Planned
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
