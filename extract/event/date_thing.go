package event

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/extract/timex"
)

// namesThing reports whether the time expression at word i only says which
// thing is meant and so dates nothing: "the 1922 Committee", "Expo 2030",
// "the Class of 2020", "das Gesetz von 1976", "der Haushalt 2025 wurde …".
// What a noun of happening carries dates it, and what the deed is told of:
// "the 2019 attack killed …", "die Wahl 2021 brachte …".
func (cal *calendar) namesThing(s *sentence, i int) bool {
	t := &cal.in.Timexes.Timexes[s.words[i].timex]
	if cal.saysAge(s, i) || cal.looksBack(s, i) {
		return true
	}
	if t.Basis != timex.Explicit || t.Type != timex.Date {
		return false
	}
	if cal.lawYear(s, i) {
		return true
	}
	g := s.grammar()
	if !g.known() {
		return false
	}
	return cal.ofThing(s, g, i) || cal.fromThing(s, g, i) || cal.beforeThing(s, g, i) || cal.behindThing(s, g, i)
}

// saysAge reports whether the time expression at word i only says when somebody
// has the age behind it: "kam der heute 52-jährige Fotograf frei". What is told
// of somebody by the age of today was long before.
func (cal *calendar) saysAge(s *sentence, i int) bool {
	t := &cal.in.Timexes.Timexes[s.words[i].timex]
	if !t.Now() && (cal.dct.IsZero() || cal.when[s.words[i].timex] != cal.dct) {
		return false
	}
	for i+1 < len(s.words) && s.words[i+1].timex == s.words[i].timex {
		i++
	}
	if i+1 >= len(s.words) || s.words[i+1].timex >= 0 {
		return false
	}
	if g := s.grammar(); g.known() && g.Words[g.in(i+1)].POS != syntax.ADJ {
		return false
	}
	years, rest, ok := strings.Cut(s.words[i+1].text, "-")
	return ok && rest != "" && years != "" && strings.Trim(years, "0123456789") == ""
}

// looksBack reports whether the length of time at word i only says among those of
// which years something stands out: "the first such pandemic in 40 years".
func (cal *calendar) looksBack(s *sentence, i int) bool {
	t := &cal.in.Timexes.Timexes[s.words[i].timex]
	if t.Type != timex.Duration || !ahead(cal.when[s.words[i].timex], cal.dct) {
		return false
	}
	for k := i - 1; k >= 0 && !isBreak(&s.words[k]) && s.words[k].timex < 0; k-- {
		if s.words[k].is(tagRank) {
			return true
		}
	}
	return false
}

// ofThing: "the Class of 2020 protested".
func (cal *calendar) ofThing(s *sentence, g tree, i int) bool {
	return i >= 2 && cal.bareYear(s, i) && s.words[i-1].is(tagGen) && thing(s, g, i-2)
}

// fromThing: "a church of the 12th century burned", "stahlen ein Gemälde aus dem
// Jahr 1503".
func (cal *calendar) fromThing(s *sentence, g tree, i int) bool {
	if cal.in.Timexes.Timexes[s.words[i].timex].WithinYear() {
		return false
	}
	for i > 0 && s.words[i-1].is(tagArt) && !s.words[i-1].is(tagPrep) {
		i--
	}
	return i >= 2 && s.words[i-1].is(tagOrigin) && thing(s, g, i-2)
}

// beforeThing: "the 2030 Agenda was adopted"; not "since 2007 Hamas has ruled".
func (cal *calendar) beforeThing(s *sentence, g tree, i int) bool {
	if i > 0 && s.words[i-1].is(tagPrep) {
		return false
	}
	w := g.top(timexHead(s, g, i)) // "the 2011 and 2019 repairs"
	noun := nounOf(g, w)
	if noun <= w || noun < g.in(i) || g.Words[w].Rel == syntax.RelNmodPoss {
		return false
	}
	o := g.out(noun)
	return o >= 0 && thing(s, g, o) && cal.namesBy(s, g, w, noun)
}

// behindThing: "Expo 2030 was awarded", "der Haushalt 2025 wurde gekippt". No
// adverbial stands between a subject and the finite verb of a main clause; a
// place before the year may, with its preposition, be one: "in Berlin 1936".
func (cal *calendar) behindThing(s *sentence, g tree, i int) bool {
	if i < 1 || !cal.bareYear(s, i) || !thing(s, g, i-1) || cal.onMap(s, i-1) {
		return false
	}
	n := g.clause(i)
	return n >= 0 && g.Clauses[n].Kind == syntax.MainClause && g.Clauses[n].Finite > g.in(i)
}

// onMap reports whether word i belongs to the name of a place or state.
func (cal *calendar) onMap(s *sentence, i int) bool {
	m := s.words[i].mention
	if m < 0 {
		return false
	}
	k := cal.in.Actors.Actors[s.mentions[m].actor].Kind
	return k == actor.Place || k == actor.State
}

// thing reports whether word i is a noun or name of no happening and no time.
func thing(s *sentence, g tree, i int) bool {
	w := &s.words[i]
	if w.isNoun || w.timex >= 0 || w.class == segment.Punct {
		return false
	}
	p := g.Words[g.in(i)].POS
	return p == syntax.NOUN || p == syntax.PROPN
}

// lawYear reports whether the year at word i says which law or treaty is
// meant: "the Harbour Act of 1867".
func (cal *calendar) lawYear(s *sentence, i int) bool {
	if i < 2 || !cal.bareYear(s, i) || !s.words[i-1].is(tagPrep|tagGen) {
		return false
	}
	law := &s.words[i-2]
	return law.capital() && slices.Contains(cal.lex.about(law.low, true), topicLaw)
}

// topicLaw is the topic of the table of topics that laws and treaties have.
const topicLaw = "law"

// bareYear reports whether the time expression at word i is four figures.
func (cal *calendar) bareYear(s *sentence, i int) bool {
	return isYear(cal.when[s.words[i].timex]) && s.words[i].class == segment.Number
}

// tooLate reports whether a date cannot be that of a candidate because its
// clause tells of the past and the date lies ahead of the day of publication:
// "the company announced a launch in 2027", "extended the order until May 1".
// Weekdays do not count: their side is worked out from the tense itself.
func (cal *calendar) tooLate(c *candidate, t *timex.Timex) bool {
	return !c.nominal && t.Basis != timex.Relative && endsAhead(t.When(), cal.dct) && toldAsDone(c)
}

// toldAsDone reports whether the candidate's verb heads a main clause that
// tells what has happened.
func toldAsDone(c *candidate) bool {
	g := c.sent.grammar()
	n := g.clause(c.trigger)
	if n < 0 {
		return false
	}
	k := &g.Clauses[n]
	past := k.Tense == syntax.TensePast || k.Tense == syntax.TensePerfect || k.Tense == syntax.TensePluperfect
	return past && k.Kind == syntax.MainClause && k.Mood == syntax.Indicative && k.Modality == syntax.NoModality && g.Judge(k.Head).Status == syntax.Happened
}

// lastsUntil reports whether the time expression at word i says how long what
// was done holds, and not when it was done: "suspended its service until
// Friday". Of a verb that goes on it is the end: "it rained until Friday"; and
// before the verb it is a limit: "bis Freitag hatten zehn unterschrieben".
func (cal *calendar) lastsUntil(c *candidate, i int) bool {
	s := c.sent
	if c.nominal || c.clause < 0 || c.class != classEvent && c.class != classWeak {
		return false
	}
	return cal.limit(s.words[i].timex) && s.clauses[c.clause].fin >= 0 && i > s.clauses[c.clause].fin && toldAsDone(c)
}

// limit reports whether a time expression, by its index, ends a span without a
// beginning: "until Friday". One that the text says whole may be all that is
// known of a term of office: "served until 2019"; and what was done "before
// Christmas" was done then.
func (cal *calendar) limit(t int) bool {
	n, ranged := cal.ranges[t]
	basis := cal.in.Timexes.Timexes[t].Basis
	if !ranged || basis == timex.Explicit {
		return false
	}
	r := &cal.in.Timexes.Ranges[n]
	done := r.Sometime && basis == timex.Inferred && !endsAhead(r.When(), cal.dct)
	return r.First < 0 && !done
}

// sinceElsewhere reports whether the time expression at word i says since when
// something else of the sentence has held: "decided a ban that has been in
// force since May".
func (cal *calendar) sinceElsewhere(c *candidate, i int) bool {
	s := c.sent
	if !cal.since(s, i) {
		return false
	}
	g := s.grammar()
	own := g.clause(c.trigger)
	return own >= 0 && g.clause(i) >= 0 && g.clause(i) != own
}
