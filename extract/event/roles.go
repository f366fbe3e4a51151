package event

import (
	"fasti/extract/actor"
	"fasti/extract/segment"
)

// cast finds who takes part in a candidate, and where it happens.
func (x *lexicon) cast(c *candidate, in Input) {
	c.parts, c.places = nil, nil
	s := c.sent
	acts := in.Actors.Actors
	add := func(a int, role Role) {
		for i := range c.parts {
			if c.parts[i].Actor == acts[a].ID {
				return
			}
		}
		c.parts = append(c.parts, Part{acts[a].ID, role})
	}
	place := func(a int) {
		for _, p := range c.places {
			if p == acts[a].ID {
				return
			}
		}
		c.places = append(c.places, acts[a].ID)
	}
	if c.clause < 0 {
		return
	}
	whole := !c.nominal || c.support
	subject := x.subjectOf(s, c.clause)
	around, _ := s.subjectPhrase(&s.clauses[c.clause])
	for i := range s.mentions {
		m := &s.mentions[i]
		if s.words[m.first].quoted || c.mutes(m.first) {
			continue
		}
		men := acts[m.actor].Mentions[m.index]
		inSubject := subject.first <= m.first && m.first < subject.last
		if !inSubject && !c.nominal && x.apposed(s, &s.clauses[c.clause], subject, m) {
			inSubject = true
		}
		does := functionOf(s, c, m)
		inSubject = inSubject || does == functionSubject
		near := s.words[m.first].clause == c.clause || inSubject || does == functionArgument || does == functionObject || does == functionAgent
		if !near || !whole && !x.belongs(s, c, m) {
			continue
		}
		if !c.nominal && !inSubject && x.ownedByNoun(s, c, m) {
			continue
		}
		if (!inSubject || c.nominal) && !x.isTarget(s, c, m) {
			if x.isPlace(s, m, men, acts[m.actor].Kind) {
				if near && x.visits(s, c, m, in, subject) {
					add(m.actor, Recipient) // an official's journey has its hosts
				}
				if near {
					place(m.actor)
				}
				continue
			}
			if does != functionObject && (x.isSource(s, m) || x.isTopic(s, m, acts[m.actor].Kind)) {
				continue
			}
		}
		if !inSubject && !c.nominal && around.first <= m.first && m.first < around.last {
			continue // "a spokesman for President Roe resigned"
		}
		if men.Form == actor.ByAdjective && !x.modifies(s, c, m) {
			continue
		}
		if acts[m.actor].Generic && (!inSubject && !x.suffers(s, c, m) || inSubject && !x.leads(s, m, subject)) {
			continue
		}
		if x.inCompoundName(s, m) && men.Form != actor.ByMetonym || inSubject && does != functionSubject && men.Form != actor.ByMetonym && (x.ornament(s, m, acts[m.actor].Kind, subject) || !c.nominal && x.owner(s, m, subject)) {
			continue
		}
		if p := x.preposition(s, m.first); does == functionOwned && !inSubject && m.person && (p < 0 || s.words[p].is(tagOwner|tagGen)) {
			continue // "the brother of Roe"
		}
		if does == functionAgent {
			add(m.actor, Actor)
			continue
		}
		add(m.actor, x.roleOf(s, c, m, inSubject))
	}
	if c.nominal && !c.support && (x.possessed(s, c.trigger) || len(c.parts) == 0 && c.date.own && x.achieved(s, c)) {
		for i := range s.mentions {
			if m := &s.mentions[i]; subject.first <= m.first && m.first < subject.last {
				add(m.actor, Actor)
			}
		}
	}
}

// mutes reports whether word i is about another date of the candidate's verb.
func (c *candidate) mutes(i int) bool {
	for _, p := range c.mute {
		if p.first <= i && i < p.last {
			return true
		}
	}
	return false
}

// achieved reports whether a noun is the object of what its clause's subject
// did: "gewann Silber 2007 und Bronze 2011".
func (x *lexicon) achieved(s *sentence, c *candidate) bool {
	k := &s.clauses[c.clause]
	if k.verb < 0 || k.passive || x.verbs[k.verb].class != classEvent || k.subject.first <= c.trigger && c.trigger < k.subject.last {
		return false
	}
	return x.preposition(s, c.trigger) < 0
}

// possessed reports whether a possessive of the third person stands before a
// noun: "seines Treffens".
func (x *lexicon) possessed(s *sentence, t int) bool {
	for i := t - 1; i >= 0 && i >= t-3; i-- {
		if s.words[i].is(tagPoss) {
			return s.words[i].mention < 0 && !s.words[i].is(tagWe)
		}
		if s.words[i].class != segment.Lower || s.words[i].is(tagPrep|tagArt) {
			return false
		}
	}
	return false
}

// belongs reports whether a mention stands with an event noun: a modifier in
// its compound, a genitive or a prepositional phrase behind it, a possessive
// before it.
func (x *lexicon) belongs(s *sentence, c *candidate, m *mention) bool {
	t := c.trigger
	if m.first == t {
		return true
	}
	if m.last == t || m.last < t && m.last >= t-3 && m.first < t && !x.breakBetween(s, m.last, t) {
		return s.words[m.last-1].text != "" && (s.words[m.first].is(tagPoss) || m.last == t || genitive(s, m) || x.adjectives(s, m.last, t))
	}
	if m.first > t && m.first-t <= 8 && !x.breakBetween(s, t+1, m.first) {
		for i := t + 1; i < m.first; i++ {
			if s.words[i].verbal == finite || s.words[i].isNoun && i != t {
				return false
			}
		}
		return true
	}
	return false
}

func (x *lexicon) breakBetween(s *sentence, a, b int) bool {
	for i := a; i < b && i < len(s.words); i++ {
		if isBreak(&s.words[i]) || s.words[i].verbal == finite {
			return true
		}
	}
	return false
}

// adjectives reports whether only small-lettered words stand between.
func (x *lexicon) adjectives(s *sentence, a, b int) bool {
	for i := a; i < b; i++ {
		if s.words[i].capital() || s.words[i].is(tagPrep) {
			return false
		}
	}
	return true
}

func genitive(s *sentence, m *mention) bool {
	t := s.words[m.last-1].text
	return len(t) > 0 && (t[len(t)-1] == 's' || t[len(t)-1] == '\'')
}

// leads reports whether a mention begins a subject or one of its listed parts,
// rather than belonging to another noun of it: "a member of the team".
func (x *lexicon) leads(s *sentence, m *mention, subject piece) bool {
	if p := x.preposition(s, m.first); p >= subject.first && p < m.first {
		return m.people && p > subject.first && s.words[p-1].is(tagNum) // "hundreds of residents"
	}
	return m.first == subject.first || m.first == 0 || !x.verbLast || !s.words[m.first-1].capital() || !s.words[m.first].is(tagArt)
}

// suffers reports whether somebody without a name is an object of the event or
// its agent, not just mentioned beside it: "nahm die Demonstranten fest", "by
// police".
func (x *lexicon) suffers(s *sentence, c *candidate, m *mention) bool {
	p := x.preposition(s, m.first)
	if p < 0 {
		return m.people || c.kind.is(befalls)
	}
	if c.nominal {
		return p > c.trigger && s.words[p].is(tagAgent|tagTarget|tagWith|tagGen)
	}
	k := &s.clauses[c.clause]
	return k.passive && s.words[p].is(tagAgent) || s.words[p].is(tagWith) && x.verbs[c.verb].frame == frameMeets
}

// modifies reports whether an adjective or the front of a compound names a
// party of the event: "Hamas-Angriff", "der israelische Angriff".
func (x *lexicon) modifies(s *sentence, c *candidate, m *mention) bool {
	if !c.nominal {
		return false
	}
	return m.first == c.trigger || m.first < c.trigger && c.trigger-m.first <= 2
}

// inCompoundName reports whether the mention is the front of a compound that
// names another: "SVP-Obmann", "US-Außenminister Antony Blinken".
func (x *lexicon) inCompoundName(s *sentence, m *mention) bool {
	w := &s.words[m.last-1]
	if m.End >= w.End || w.isNoun || w.text[m.End-w.Start] != '-' {
		return false
	}
	// "SVP-Experten" act for their party, "SVP-Obmann Egger" for himself
	return m.last < len(s.words) && (s.words[m.last].mention >= 0 || s.words[m.last].capital())
}

// ownedByNoun reports whether a mention belongs to a noun of happening that
// has its own date in the same clause.
func (x *lexicon) ownedByNoun(s *sentence, c *candidate, m *mention) bool {
	for i := range s.words {
		if s.words[i].dates && s.words[i].clause == c.clause && x.belongs(s, &candidate{trigger: i, nominal: true, clause: c.clause}, m) {
			return true
		}
	}
	return false
}

// roleOf says what the mention does in the event.
func (x *lexicon) roleOf(s *sentence, c *candidate, m *mention, inSubject bool) Role {
	p := x.preposition(s, m.first)
	if c.nominal {
		switch {
		case p > c.trigger && !s.words[p].is(tagAgent):
			return Recipient
		}
		return Actor
	}
	f := frameActs
	if c.verb >= 0 {
		f = x.verbs[c.verb].frame
	}
	if inSubject {
		if c.passive() && f != frameMeets {
			if (f == frameObject || f == frameVictim) && (m.person || m.people) {
				return Victim
			}
			return Recipient
		}
		if f == frameVictim {
			return Victim
		}
		return Actor
	}
	if c.passive() && p >= 0 && s.words[p].is(tagAgent) {
		return Actor
	}
	if f == frameObject && (m.person || m.people) {
		return Victim
	}
	return Recipient
}
