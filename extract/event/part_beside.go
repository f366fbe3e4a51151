package event

import (
	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// beside reports whether a mention only helps to say who somebody else is: it
// stands in what is set beside a name ("Ruth Keller, the king's doctor,
// resigned"), or is such a noun itself ("Dan Roe, an employee of Torvan, …"),
// or is the person whose kin or deputy is named ("Roe's deputy Ida Holm").
func (v *view) beside(c *candidate, m *mention, a *actor.Actor) bool {
	t := c.sent.grammar()
	if t.clause(c.trigger) < 0 {
		return false
	}
	i := t.headOf(m.from, m.last)
	if v.excepted(c, t, i) || residence(c, m, a) || v.elsewhere(c, t, i) || v.seat(c, t, i, a) || t.Source(i) {
		return true
	}
	if a.Generic && v.renames(c, t, i, m) || a.Kind != actor.Person && c.titles(t, m) {
		return true
	}
	for n := 0; n < len(t.Words) && t.Words[i].Head >= 0; n++ {
		up := t.Words[i].Head
		if up == t.in(c.trigger) {
			return false
		}
		switch t.Words[i].Rel {
		case syntax.RelNmod, syntax.RelNmodPoss, syntax.RelCompound, syntax.RelAmod:
			if k := t.named(c, up); k >= 0 && v.owning(c, t, i, m) && v.other(c, t, k, m) {
				return true
			}
			if t.Words[up].Rel == syntax.RelAppos {
				return v.other(c, t, t.Words[up].Head, m)
			}
		case syntax.RelConj:
		default:
			return false
		}
		i = up
	}
	return false
}

// renames reports whether the tree's word i, somebody without a name, is only another
// word for somebody with one who stands beside: "Dan Roe, a smith and employee of
// Torvan", "the firm's owner, Torvan Holding", "the carmaker Torvan".
func (v *view) renames(c *candidate, t tree, i int, m *mention) bool {
	top := i
	for n := 0; t.Words[top].Rel == syntax.RelConj && t.Words[top].Head >= 0 && n < len(t.Words); n++ {
		top = t.Words[top].Head
	}
	if t.Words[top].Rel == syntax.RelAppos && v.other(c, t, t.Words[top].Head, m) {
		return true
	}
	for k := range t.Words {
		w := &t.Words[k]
		if w.Head == i && (w.Rel == syntax.RelAppos || w.Rel == syntax.RelFlat || w.Rel == syntax.RelNmodDesc) && v.other(c, t, k, m) {
			return true
		}
	}
	return false
}

// titles reports whether a mention stands in the run of nouns before a person's name
// that says who the person is: "Senate Whip Jo Roe", "Norwegian singer and writer Jo Roe".
func (c *candidate) titles(t tree, m *mention) bool {
	s := c.sent
	nouns := 0
	for i := m.last; i < len(s.words); i++ {
		if k := s.words[i].mention; k >= 0 && s.mentions[k].person && s.mentions[k].actor != m.actor {
			return nouns > 0
		}
		switch t.Words[t.in(i)].POS {
		case syntax.NOUN, syntax.PROPN:
			nouns++
		case syntax.ADJ, syntax.CCONJ:
		default:
			return false
		}
	}
	return false
}

// adorns reports whether a mention is only the front of the compound before somebody's
// name: "die US-Weltraumbehörde NASA".
func (v *view) adorns(s *sentence, m *mention) bool {
	w := &s.words[m.last-1]
	if m.End >= w.End || w.text[m.End-w.Start] != '-' || m.last >= len(s.words) {
		return false
	}
	n := s.words[m.last].mention
	return n >= 0 && s.mentions[n].actor != m.actor && s.mentions[n].first == m.last && (s.mentions[n].body || s.mentions[n].person)
}

// excepted reports whether the tree's word i is left out of those who take
// part: "all parties except the Greens", "mit Ausnahme der Grünen".
func (v *view) excepted(c *candidate, t tree, i int) bool {
	is := func(k int) bool {
		o := t.out(k)
		return o >= 0 && o < len(c.sent.words) && c.sent.words[o].is(tagExcept)
	}
	return is(t.Preposition(i)) || t.Words[i].Head >= 0 && is(t.Words[i].Head)
}

// residence reports whether a mention is the place that stands between marks
// behind a person's name or age: "Jo Roe, 30, Dorwick, was arrested".
func residence(c *candidate, m *mention, a *actor.Actor) bool {
	s := c.sent
	if m.first < 2 || m.last >= len(s.words) || s.words[m.first-1].text != "," {
		return false
	}
	if e := s.words[m.last].text; e != "," && e != ")" {
		return false
	}
	i := m.first - 2
	aged := s.words[i].class == segment.Number && i > 1 && (s.words[i-1].text == "," || s.words[i-1].text == "(")
	if aged {
		i -= 2
	}
	if a.Kind != actor.Place && a.Kind != actor.State && !(aged && m.last == m.first+1) {
		return false // a town that nobody knows may be taken for a person
	}
	return s.words[i].mention >= 0 && s.mentions[s.words[i].mention].person
}

// seat reports whether a place only says where the body or person at whose noun it
// stands has its seat: "the court in Dorwick decided".
func (v *view) seat(c *candidate, t tree, i int, a *actor.Actor) bool {
	up := t.Words[i].Head
	if a.Kind != actor.Place || up < 0 || up == t.in(c.trigger) || t.Words[i].Rel != syntax.RelNmod {
		return false
	}
	p := t.out(t.Preposition(i))
	return p >= 0 && p < len(c.sent.words) && c.sent.words[p].is(tagAt) && c.noHappening(t.out(up))
}

// noHappening reports whether word i tells no happening that something could
// befall.
func (c *candidate) noHappening(i int) bool {
	return i >= 0 && i < len(c.sent.words) && !c.sent.words[i].isNoun
}

// elsewhere reports whether the tree's word i belongs to another happening,
// which the clause only names the time or the ground of: "games were postponed
// following the death of Adam Roe".
func (v *view) elsewhere(c *candidate, t tree, i int) bool {
	up := t.Words[i].Head
	if up < 0 || up == t.in(c.trigger) || t.Words[i].Rel != syntax.RelNmod && t.Words[i].Rel != syntax.RelNmodPoss {
		return false
	}
	o, p := t.out(up), t.out(t.Preposition(up))
	return o >= 0 && o < len(c.sent.words) && c.sent.words[o].isNoun && p >= 0 && c.sent.words[p].is(tagPast|tagEarlier|tagDuring|tagSince)
}

// owning reports whether the tree's word i, the head of what a mention stands
// in, says whose or from where somebody is: "US singer Jo Roe", "Roe's deputy
// Ida Holm", "the mayor of Dorwick Ida Holm".
func (v *view) owning(c *candidate, t tree, i int, m *mention) bool {
	if m.person && t.Words[i].Rel == syntax.RelAmod {
		return false
	}
	p := t.out(t.Preposition(i))
	return p < 0 || c.sent.words[p].is(tagGen|tagOwner)
}

// other reports whether the tree's word i belongs to a mention of somebody with
// a name who is not the one that m mentions.
func (v *view) other(c *candidate, t tree, i int, m *mention) bool {
	o := t.out(i)
	if o < 0 || o >= len(c.sent.words) || c.sent.words[o].mention < 0 {
		return false
	}
	who := c.sent.mentions[c.sent.words[o].mention].actor
	return who != m.actor && !v.in.Actors.Actors[who].Generic
}

// named finds the person's name that belongs to the noun at the tree's word i
// or to which that belongs: "deputy Ida Holm"; -1 if there is none.
func (t tree) named(c *candidate, i int) int {
	if r := t.Words[i].Rel; r == syntax.RelNmodDesc || r == syntax.RelFlat || r == syntax.RelCompound {
		if h := t.Words[i].Head; h >= 0 && t.person(c, h) {
			return h
		}
	}
	for k := range t.Words {
		w := &t.Words[k]
		if w.Head != i || w.Rel != syntax.RelAppos && w.Rel != syntax.RelFlat && w.Rel != syntax.RelNmodDesc {
			continue
		}
		if t.person(c, k) {
			return k
		}
	}
	return -1
}

// person reports whether the tree's word i belongs to a mention of a person.
func (t tree) person(c *candidate, i int) bool {
	o := t.out(i)
	return o >= 0 && o < len(c.sent.words) && c.sent.words[o].mention >= 0 && c.sent.mentions[c.sent.words[o].mention].person
}
