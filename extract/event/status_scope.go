package event

import (
	"fasti/extract/segment"
)

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
