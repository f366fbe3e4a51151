package event

import (
	"fasti/extract/actor"
	"fasti/extract/segment"
)

// isPlace reports whether a mention only says where.
func (x *lexicon) isPlace(s *sentence, m *mention, men actor.Mention, kind actor.Kind) bool {
	if men.Place {
		return true
	}
	if men.Form == actor.ByMetonym {
		return false // it acts
	}
	if kind != actor.Place && kind != actor.State {
		return false
	}
	p := x.preposition(s, m.first)
	return p >= 0 && s.words[p].is(tagAt)
}

// preposition finds the preposition that governs the phrase at word i, or -1.
func (x *lexicon) preposition(s *sentence, i int) int {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		w := &s.words[k]
		if w.is(tagPrep) {
			return k
		}
		if isBreak(w) || w.timex >= 0 || w.verbal == finite || w.verbal == participle || w.verbal == infinitive || w.capital() && w.mention < 0 && w.isNoun {
			return -1
		}
		if w.is(tagCoord) && k > 0 {
			return x.preposition(s, k)
		}
	}
	return -1
}

// visits reports whether a journey of someone in office goes to a state.
func (x *lexicon) visits(s *sentence, c *candidate, m *mention, in Input, subject piece) bool {
	if c.nominal || x.verbs[c.verb].frame != frameTravels || in.Actors.Actors[m.actor].Kind != actor.State {
		return false
	}
	p := x.preposition(s, m.first)
	if p < 0 || !s.words[p].is(tagGoal) {
		return false
	}
	for i := subject.first; i < subject.last; i++ {
		if n := s.words[i].mention; n >= 0 && len(in.Actors.Actors[s.mentions[n].actor].Roles) > 0 {
			return true
		}
	}
	return false
}

// isTarget reports whether a preposition makes a state or place the one that
// suffers: "Angriff auf X", "sanctions against X".
func (x *lexicon) isTarget(s *sentence, c *candidate, m *mention) bool {
	if !c.kind.is(targeted) {
		return false
	}
	p := x.preposition(s, m.first)
	return p >= 0 && s.words[p].is(tagTarget) && (!c.nominal || p > c.trigger)
}

// isSource reports whether the mention is whom a report rests on: "laut X".
func (x *lexicon) isSource(s *sentence, m *mention) bool {
	p := x.preposition(s, m.first)
	if p < 0 {
		return false
	}
	return s.words[p].is(tagSource) || p > 0 && s.words[p-1].is(tagSource)
}

// isTopic reports whether a state or place is only what something is about
// or for: "Prognose für Italien".
func (x *lexicon) isTopic(s *sentence, m *mention, kind actor.Kind) bool {
	if kind != actor.Place && kind != actor.State {
		return false
	}
	p := x.preposition(s, m.first)
	return p >= 0 && s.words[p].is(tagAim) && !s.words[p].is(tagTarget)
}

// owner reports whether a person in a subject only owns its head, who is somebody
// else: "der Sprecher von Holm", "Holm's lawyer". What a noun of happening owns
// takes part in it: "talks between Roe and Holm".
func (x *lexicon) owner(s *sentence, m *mention, subject piece) bool {
	if !m.person {
		return false
	}
	if p := x.preposition(s, m.first); p > subject.first && p < m.first {
		for k := p + 1; k < m.first; k++ {
			if s.words[k].mention >= 0 {
				return false // "Director-General of WHO Dr Jo Roe"
			}
		}
		head := p - 1
		return (x.verbLast || !s.words[p].is(tagAgent)) && s.words[head].mention < 0 && !s.words[head].isNoun && !s.words[head].is(tagNum) && (s.words[head].capital() || !x.verbLast)
	}
	i := m.last
	if i < subject.last && s.words[i].owns {
		i++
	} else if !x.verbLast || !genitive(s, m) {
		return false
	}
	if i >= subject.last || s.words[i].is(tagCoord|tagPrep) || s.words[i].class == segment.Punct {
		return false
	}
	for ; i < subject.last; i++ {
		if s.words[i].isNoun || s.words[i].mention >= 0 && s.words[i].mention != s.words[m.first].mention {
			return false
		}
	}
	return true
}

// ornament reports whether a place or state in a subject only describes its
// head: "the New York man", "Germany's largest bank", "ministers from Chad".
func (x *lexicon) ornament(s *sentence, m *mention, kind actor.Kind, subject piece) bool {
	if kind != actor.Place && kind != actor.State || m.last >= subject.last {
		if kind == actor.Place || kind == actor.State {
			p := x.preposition(s, m.first)
			return p >= subject.first && p < m.first
		}
		return false
	}
	if p := x.preposition(s, m.first); p >= subject.first && p < m.first {
		return true
	}
	next := &s.words[m.last]
	if next.owns || genitive(s, m) && kind == actor.State && next.mention < 0 && !next.is(tagCoord) {
		return true
	}
	return kind == actor.Place && next.class == segment.Lower && !next.is(tagCoord|tagPrep) && next.verbal == notVerb
}
