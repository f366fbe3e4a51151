package event

// apposed reports whether a mention stands between commas right behind the
// subject: "the lawyer, Jo Roe, said".
func (x *lexicon) apposed(s *sentence, k *clause, subject piece, m *mention) bool {
	end := subject.last
	return (m.person || m.body) && end > 0 && end < len(s.words) && s.words[end].text == "," && m.first > end && m.first <= end+3 &&
		m.last < len(s.words) && s.words[m.last].text == "," && (k.fin >= m.last || k.fin < 0 && k.lex >= m.last)
}

// subjectOf gives the words of a clause's subject, also where another clause names
// it; of "X said it would …" those of X.
func (x *lexicon) subjectOf(s *sentence, n int) piece {
	if n < 0 {
		return piece{}
	}
	k := &s.clauses[n]
	p := treeSubject(s, k)
	if p.last-p.first != 1 || k.kind != subClause || k.parent < 0 || k.parent == n {
		return p
	}
	if w := &s.words[p.first]; !w.is(tagPron) || w.is(tagWe) || w.mention >= 0 || !x.says(s, s.clauses[k.parent].lex) {
		return p
	}
	if o := treeSubject(s, &s.clauses[k.parent]); o.first < o.last && s.words[o.last-1].mention >= 0 {
		return o
	}
	return p
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

// treeSubject gives the words of a clause's subject by the tree of its
// sentence, without where it happens and whom it is for; none where the tree does
// not say.
func treeSubject(s *sentence, k *clause) piece {
	p, head := s.subjectPhrase(k)
	for i := max(p.first, head) + 1; i < p.last; i++ {
		if w := &s.words[i]; w.is(tagPrep) && !w.is(tagOwner|tagGen|tagWith) && !s.inMention(i) {
			p.last = i
		}
	}
	return p
}

// subjectPhrase gives all words of a clause's subject, and which one heads it.
func (s *sentence) subjectPhrase(k *clause) (p piece, head int) {
	t := s.grammar()
	at := k.lex
	if at < 0 {
		at = k.fin
	}
	c := t.clause(at)
	if c < 0 {
		return piece{}, 0
	}
	subject := t.Subject(c)
	return t.phrase(subject), t.out(subject)
}
