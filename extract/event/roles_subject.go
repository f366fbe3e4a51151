package event

import (
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// apposed reports whether a mention stands between commas right behind the
// subject: "the lawyer, Jo Roe, said".
func (x *lexicon) apposed(s *sentence, k *clause, subject piece, m *mention) bool {
	end := subject.last
	return (m.person || m.body) && end > 0 && end < len(s.words) && s.words[end].text == "," && m.first > end && m.first <= end+3 &&
		m.last < len(s.words) && s.words[m.last].text == "," && (k.fin >= m.last || k.fin < 0 && k.lex >= m.last)
}

// subjectOf gives the words of a clause's subject; a clause without one of
// its own has that of the clause it shares or hangs on.
func (x *lexicon) subjectOf(s *sentence, n int) piece {
	if n >= 0 {
		if p, known := treeSubject(s, &s.clauses[n]); known && (s.named(p) || s.grammar().ruled(s.clauses[n].lex) || !s.named(x.wordsSubject(s, n))) {
			return p
		}
	}
	return x.wordsSubject(s, n)
}

// inMention reports whether word i stands inside a mention, behind its first word.
func (s *sentence) inMention(i int) bool {
	for k := range s.mentions {
		if s.mentions[k].first < i && i < s.mentions[k].last {
			return true
		}
	}
	return false
}

// named reports whether a mention stands in a phrase.
func (s *sentence) named(p piece) bool {
	for i := range s.mentions {
		if m := &s.mentions[i]; p.first <= m.first && m.last <= p.last {
			return true
		}
	}
	return p.first == p.last
}

// wordsSubject finds a subject by the order of words, where no tree says it.
func (x *lexicon) wordsSubject(s *sentence, n int) piece {
	for depth := 0; n >= 0 && depth < 5; depth++ {
		k := &s.clauses[n]
		if k.subject.first < k.subject.last {
			w := &s.words[k.subject.first]
			if k.subject.last-k.subject.first == 1 && w.is(tagRel) && k.parent >= 0 {
				return x.antecedent(s, k)
			}
			if k.subject.last-k.subject.first == 1 && w.is(tagPron) && !w.is(tagWe) && w.mention < 0 && k.kind == subClause && k.parent >= 0 && k.parent != n && x.says(s, s.clauses[k.parent].lex) {
				if p := x.subjectOf(s, k.parent); p.first < p.last && s.words[p.last-1].mention >= 0 && depth == 0 {
					return p // "X said it would ..."
				}
			}
			return k.subject
		}
		switch {
		case k.coord >= 0:
			n = k.coord
		case k.kind == relClause:
			return x.antecedent(s, k)
		case x.reduced(s, k):
			return x.antecedent(s, k)
		case k.kind == infClause || k.kind == partClause:
			n = k.parent
		default:
			return piece{}
		}
	}
	return piece{}
}

// reduced reports whether a participle belongs to the noun right before it: "has
// kept the crossing closed", "a bill passed in May".
func (x *lexicon) reduced(s *sentence, k *clause) bool {
	if x.verbLast || k.kind != partClause || !k.passive || k.lex < 0 || s.words[k.lex].verbal != participle {
		return false
	}
	first, _ := k.bounds()
	if first == 0 || first != k.lex {
		return false
	}
	w := &s.words[first-1]
	return w.class != segment.Punct && w.timex < 0 && w.verbal == notVerb && nominal(w)
}

// antecedent gives the words before a relative clause that it speaks of: the
// last noun phrase.
func (x *lexicon) antecedent(s *sentence, k *clause) piece {
	first, _ := k.bounds()
	i := first - 1
	if k.marker >= 0 && s.words[k.marker].is(tagWho) { // the last person
		for m := len(s.mentions) - 1; m >= 0; m-- {
			if s.mentions[m].last <= first && s.mentions[m].last > first-16 && s.mentions[m].person {
				return piece{s.mentions[m].first, s.mentions[m].last}
			}
		}
	}
	for i >= 0 && i > first-8 && (isBreak(&s.words[i]) || s.words[i].is(tagPrep) || x.verbLast && !s.words[i].capital() && s.words[i].mention < 0 ||
		s.words[i].verbal != notVerb && s.words[i].verbal != attributed || s.words[i].timex >= 0) {
		i--
	}
	if i < 0 {
		return piece{}
	}
	if m := s.words[i].mention; m >= 0 {
		return piece{s.mentions[m].first, s.mentions[m].last}
	}
	p := piece{i, i + 1}
	for p.first > 0 && (s.words[p.first-1].class == segment.Lower && s.words[p.first-1].tags == 0 || s.words[p.first-1].capital() && s.words[p.first-1].tags == 0) && s.words[p.first-1].verbal == notVerb && !x.verbLast {
		p.first--
	}
	return p
}

// treeSubject gives the words of a clause's subject by the tree of its
// sentence; known is false where the tree does not say.
func treeSubject(s *sentence, k *clause) (p piece, known bool) {
	t := s.grammar()
	at := k.lex
	if at < 0 {
		at = k.fin
	}
	c := t.clause(at)
	if c < 0 || !s.syntax.Decides(syntax.DecidesSubjects) && !t.ruled(at) {
		return piece{}, false
	}
	subject := t.Subject(c)
	if subject >= 0 {
		p = t.phrase(subject)
		for i := max(p.first, t.out(subject)) + 1; i < p.last; i++ { // where it happens is no part of who
			if w := &s.words[i]; w.is(tagPrep) && !w.is(tagOwner|tagGen|tagWith) && !s.inMention(i) {
				p.last = i
			}
		}
		return p, p.first < p.last
	}
	switch t.Clauses[c].Kind {
	case syntax.InfinitiveClause, syntax.ParticipleClause:
		return piece{}, true // it says nobody
	}
	return piece{}, false
}
