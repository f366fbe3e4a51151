package event

import (
	"fasti/extract/segment"
	"fasti/extract/syntax"
	"fasti/internal/edtf"
)

// timexHead gives the word of the tree that carries the time expression at
// word i of the sentence.
func timexHead(s *sentence, t tree, i int) int {
	in := func(k int) bool {
		o := t.out(k)
		return o >= 0 && o < len(s.words) && s.words[o].timex == s.words[i].timex
	}
	k := t.in(i)
	for n := 0; n < len(t.Words) && t.Words[k].Head >= 0 && in(t.Words[k].Head); n++ {
		k = t.Words[k].Head
	}
	return k
}

// foreignTo reports whether the time expression at word i is by the tree none of a
// candidate's business: it stands in what the candidate only asks, alleges or
// denies, or dates something else.
func (cal *calendar) foreignTo(c *candidate, i int) bool {
	s := c.sent
	t := s.grammar()
	cc := t.clause(c.trigger)
	return cc >= 0 && (cal.inContent(c, i) || cal.apart(s, c, t, timexHead(s, t, i), cc))
}

// apart reports whether a time expression is surely none of a verb's business:
// it dates what the verb says something of, or the other way round, or only
// says which thing is meant ("the 2019 law").
func (cal *calendar) apart(s *sentence, c *candidate, t tree, w, cc int) bool {
	if c.nominal {
		return false
	}
	if noun := nounOf(t, w); noun > w {
		o := t.out(noun)
		if o >= 0 && !s.words[o].isNoun && cal.namesBy(s, t, w, noun) {
			return true
		}
	} else if noun >= 0 && t.dated(w, noun) {
		return true
	}
	tc := t.ClauseOf(w)
	if tc < 0 || tc == cc {
		return false
	}
	below := t.Clauses[tc].Head
	return t.ruled(c.trigger) || t.ruled(t.out(below)) && t.Judge(below).Status == syntax.Alleged
}

// inContent reports whether the time expression at word i stands in what the
// candidate's clause only asks, alleges or denies, so that it dates that alone:
// "is investigating whether the player bit an opponent on 2 May".
func (cal *calendar) inContent(c *candidate, i int) bool {
	t := c.sent.grammar()
	own, tc := t.clause(c.trigger), t.clause(i)
	if own < 0 || tc < 0 {
		return false
	}
	content, w := false, t.in(i)
	for n := 0; n < len(t.Clauses) && tc >= 0 && tc != own; n++ {
		k := &t.Clauses[tc]
		if k.First <= w && w < k.Last && t.only(k) {
			content = true
		}
		tc = k.Parent
	}
	return content && tc == own
}

// only reports whether a clause is the content of what is asked, alleged or denied.
func (t tree) only(k *syntax.Clause) bool {
	switch {
	case k.Link == syntax.LinkWhether:
	case k.Kind == syntax.ComplementClause, k.Kind == syntax.InfinitiveClause, k.Kind == syntax.ParticipleClause && k.Marker >= 0:
	default:
		return false
	}
	switch v := t.Judge(k.Head); v.Status {
	case syntax.Alleged:
		return v.Ruled
	case syntax.Denied: // who failed to agree on Sunday failed on Sunday
		return v.Ruled && k.Finite >= 0
	case syntax.Hypothetical:
		return k.Link == syntax.LinkWhether
	}
	return false
}

// dated reports whether a time expression tells which one a thing is: it stands
// right behind the noun with a word of belonging ("der Beschluss vom 12. August",
// "the massacre of May 2030").
func (t tree) dated(w, noun int) bool {
	p := t.Preposition(w)
	return p == noun+1 && t.Belongs(p)
}

// datesThing reports whether the time expression at word i tells which one a
// thing is, so that it dates no verb.
func (s *sentence) datesThing(i int) bool {
	t := s.grammar()
	if t.clause(i) < 0 {
		return false
	}
	w := timexHead(s, t, i)
	noun := nounOf(t, w)
	return noun >= 0 && noun < w && t.dated(w, noun)
}

// another reports whether the time expression at word i dates another thing or
// happening of the sentence alone.
func (cal *calendar) another(c *candidate, i int) bool {
	return cal.cited(c, i) || cal.ofNoun(c, i) || cal.actOnly(c, i) || cal.ofSource(c.sent, i) || cal.madeThing(c, i) || cal.appointed(c, i) || cal.ofGoal(c, i) || cal.movedFrom(c.sent, i) || c.nominal && c.sent.thingAt(i) >= 0 && c.sent.thingAt(i) != c.trigger
}

// appointed reports whether the time expression at word i is the day for which a past
// deed sets something: "announced a summit for Friday". The deed was before that. What a
// passive tells so is the plan itself: "was set for Friday".
func (cal *calendar) appointed(c *candidate, i int) bool {
	if c.nominal || c.clause < 0 || c.status == Cancelled || c.class == classPlan || c.class == classCancel || c.passive() || !c.sent.clauses[c.clause].past {
		return false
	}
	t := c.sent.grammar()
	at, v := t.clause(c.trigger), t.in(c.trigger)
	if at < 0 || t.Clauses[at].Head != v || !c.sent.setFor(i) {
		return false
	}
	h := t.Words[t.top(timexHead(c.sent, t, i))].Head
	return h == v || h >= 0 && t.Words[h].Head == v && t.Edge(h) == syntax.EdgeObject
}

// setFor reports whether the time expression at word i stands behind a word that sets
// something for it: "for Friday", "für den 5. Juni".
func (s *sentence) setFor(i int) bool {
	k := i - 1
	for k > 0 && (s.words[k].is(tagArt) || s.words[k].timex >= 0 && s.words[k].timex == s.words[i].timex) {
		k--
	}
	return k >= 0 && s.words[k].is(tagSet)
}

// ofGoal reports whether the time expression at word i stands right behind a noun of
// what is fixed for its day, as a vote or match is, and that noun behind a word that sets
// a past deed's goal: "nominated Roe for the election on 5 June" was before that.
func (cal *calendar) ofGoal(c *candidate, i int) bool {
	s := c.sent
	if c.nominal || c.clause < 0 || !s.clauses[c.clause].past {
		return false
	}
	k := i - 1
	for k > 0 && (s.words[k].is(tagPrep) || s.words[k].timex >= 0 && s.words[k].timex == s.words[i].timex) {
		k--
	}
	return k > c.trigger && cal.goal(s, k)
}

// goal reports whether the noun that ends at word k is one of what is fixed for its day,
// behind a word that sets a goal.
func (cal *calendar) goal(s *sentence, k int) bool {
	if !s.words[k].isNoun || !cal.lex.nouns[s.words[k].noun.noun].kind.is(hasItsDay) {
		return false
	}
	p := cal.lex.preposition(s, k-s.words[k].nounLen+1)
	return p >= 0 && s.words[p].is(tagSet)
}

// moved reports whether the time expression at word i is one of the two days of what is
// put off or brought forward: "moved from Thursday to Friday" is no span of two days.
func (cal *calendar) moved(s *sentence, i int) bool {
	r, ok := cal.ranges[s.words[i].timex]
	if !ok || cal.in.Timexes.Ranges[r].First < 0 || cal.in.Timexes.Ranges[r].Last < 0 {
		return false
	}
	return s.putOff(i)
}

// movedFrom reports whether it is the day on which that is no more.
func (cal *calendar) movedFrom(s *sentence, i int) bool {
	n := s.words[i].timex
	return cal.moved(s, i) && cal.in.Timexes.Ranges[cal.ranges[n]].First == n
}

// madeReach is the most words between a time expression and what it stands before
// in one phrase.
const madeReach = 5

// madeThing reports whether the time expression at word i dates only what an
// adjective or participle of its phrase says of a thing: "das 1905 erbaute Haus
// brannte", "die Villa, 1905 in Kiel erbaut, brannte". Where that word or the noun
// is the candidate, the date is its own; and a noun of happening shares it.
func (cal *calendar) madeThing(c *candidate, i int) bool {
	s := c.sent
	g := s.grammar()
	if !g.known() || i < 1 || cal.toldIn(s, i) {
		return false
	}
	last := -1 // of the words of the phrase
	for k := i; k < len(s.words) && k <= i+madeReach && (s.words[k].timex >= 0 || !isBreak(&s.words[k])) && s.words[k].verbal != finite; k++ {
		if k == c.trigger {
			return false
		}
		if s.words[k].timex < 0 {
			last = k
		}
		if last > i && s.words[k-1].timex < 0 && s.framed(i) && thing(s, g, k) && cal.saysOf(s, g, k-1, k) {
			return true
		}
	}
	if last < 0 || last+1 >= len(s.words) || s.words[last+1].text != "," {
		return false
	}
	k := i - 1
	if k > 0 && s.words[k].is(tagPrep) {
		k--
	}
	return s.words[k].text == "," && cal.saysOf(s, g, last, -1)
}

// toldIn reports whether the day at word i is that of what something was said in:
// "in einem am Montag veröffentlichten Bericht". That is the day on which it was said.
func (cal *calendar) toldIn(s *sentence, i int) bool {
	if when := cal.when[s.words[i].timex]; when.IsZero() || isYear(when) {
		return false
	}
	k := i - 1
	for k > 0 && s.words[k].is(tagArt|tagPrep) && !s.words[k].is(tagDuring|tagSource) {
		k--
	}
	if s.words[k].is(tagPrep) && k == i-1 { // "am Montag", "im Mai"
		k--
		for k > 0 && s.words[k].is(tagArt) && !s.words[k].is(tagPrep) {
			k--
		}
	}
	return k >= 0 && s.words[k].is(tagDuring|tagSource)
}

// saysOf reports whether word i is a participle or adjective of the noun at word
// noun, or of any if that is negative.
func (cal *calendar) saysOf(s *sentence, g tree, i, noun int) bool {
	w := &g.Words[g.in(i)]
	if s.words[i].class != segment.Lower || w.POS != syntax.ADJ && w.POS != syntax.VERB {
		return false
	}
	return noun < 0 || w.Head == g.in(noun)
}

// ofSource reports whether the time expression at word i is that of who says so: it
// stands in the phrase that names the source, with neither comma nor verb between ("…,
// according to police on Thursday").
func (cal *calendar) ofSource(s *sentence, i int) bool {
	for k := i - 1; k > 0; k-- {
		w := &s.words[k]
		switch {
		case w.is(tagSource):
			return s.words[k-1].text == ","
		case w.text == ",", w.verbal != notVerb, w.timex >= 0 && w.timex != s.words[i].timex:
			return false
		}
	}
	return false
}

// thingAt gives the noun that the time expression at word i tells which one it is,
// or -1.
func (s *sentence) thingAt(i int) int {
	if !s.datesThing(i) {
		return -1
	}
	t := s.grammar()
	return t.out(nounOf(t, timexHead(s, t, i)))
}

// cited reports whether a time expression at word i tells which decision, ruling or
// statement a noun of happening that another phrase only refers to is: "against a
// decision of 12 August".
func (cal *calendar) cited(c *candidate, i int) bool {
	if !c.kind.is(toldByDay) {
		return false
	}
	s := c.sent
	t := s.grammar()
	if !c.nominal || t.clause(i) < 0 || !s.datesThing(i) {
		return false
	}
	p := t.out(t.Preposition(t.in(c.trigger)))
	return p >= 0 && !s.words[p].is(tagWhen)
}

// ofNoun reports whether the time expression at word i stands before a noun of
// happening that another word only refers to, so that it dates that alone: "after a
// 21 December ruling", "helped with the 1998 purchase".
func (cal *calendar) ofNoun(c *candidate, i int) bool {
	s := c.sent
	t := s.grammar()
	if t.clause(i) < 0 {
		return false
	}
	w := t.top(timexHead(s, t, i))
	noun := nounOf(t, w)
	if noun <= w || noun < t.in(i) {
		return false
	}
	if o := t.out(noun); o < 0 || !s.words[o].isNoun || o == c.trigger {
		return false
	}
	p := t.out(t.Preposition(noun))
	return p >= 0 && p < i && !s.words[p].is(tagDuring)
}

// nounOf gives the noun that a time expression stands with, or -1 if it
// stands with a verb.
func nounOf(t tree, w int) int {
	h := t.Words[w].Head
	if h < 0 {
		return -1
	}
	if p := t.Words[h].POS; (p == syntax.NOUN || p == syntax.PROPN) && t.Clauses[t.ClauseOf(h)].Head != h {
		return h
	}
	return -1
}

// namesBy reports whether a time expression only says which one a thing is:
// "the 2019 law", "der Beschluss vom 12. August".
func (cal *calendar) namesBy(s *sentence, t tree, w, noun int) bool {
	switch t.Words[w].Rel {
	case syntax.RelAmod, syntax.RelNummod, syntax.RelCompound, syntax.RelNmodUnmarked, syntax.RelNmodPoss, syntax.RelFlat:
		return true
	}
	if w < noun {
		return true
	}
	p := t.out(t.Preposition(w))
	return p >= 0 && s.words[p].is(tagOwner|tagGen|tagAim)
}

// What is called off has two days: that of the plan and that of the act. A time
// expression in the phrase of what was planned is the plan's ("Saturday's concert",
// "die für Freitag geplante Sitzung"), one at the verb the act's ("was called off on
// Monday"). A cancelled event is the plan, so it has the day of the plan; that of the
// act stands in where the plan's is not told.

// plan reports whether a noun of happening is by its governor's row what is called
// off, and so a plan.
func (c *candidate) plan() bool {
	t := c.sent.grammar()
	if !c.nominal || t.clause(c.trigger) < 0 {
		return false
	}
	v := t.Judge(t.in(c.trigger))
	return v.Ruled && v.Status == syntax.Cancelled
}

// planned reports whether the time expression that begins at word i stands in the phrase of what
// is called off, or right behind it while another stands with the verb.
func (c *candidate) planned(i int) bool {
	s := c.sent
	for i < len(s.words)-1 && s.words[i].timex < 0 { // its preposition
		i++
	}
	t := s.grammar()
	w, noun := timexHead(s, t, i), t.in(c.trigger)
	if t.Preposition(w) == noun+1 && !s.words[c.trigger+1].is(tagUntil|tagAim) {
		for k := range s.words[:c.trigger] {
			if s.words[k].timex >= 0 && s.words[k].clause == c.clause && s.words[k].timex != s.words[i].timex {
				return true
			}
		}
	}
	return w == noun || t.hangsOn(w, noun)
}

// actOnly reports whether the time expression at word i is that of the act which
// calls a plan off, while the plan has its own.
func (cal *calendar) actOnly(c *candidate, i int) bool {
	if !c.plan() || c.planned(i) {
		return false
	}
	return cal.planTime(c) >= 0
}

// planTime gives the first word of the time expression in the phrase of what is called
// off, or -1.
func (cal *calendar) planTime(c *candidate) int {
	s := c.sent
	for k := range s.words {
		w := &s.words[k]
		if w.timex < 0 || k > 0 && s.words[k-1].timex == w.timex || !c.planned(k) {
			continue
		}
		if t := &cal.in.Timexes.Timexes[w.timex]; usable(t) {
			return k
		}
	}
	return -1
}

// sideOfPlan says on which side of the day of publication a weekday of what is called
// off is: the plan's lies ahead, that of an act in the past behind.
func (cal *calendar) sideOfPlan(c *candidate) side {
	k := &c.sent.clauses[c.clause]
	if !c.planned(c.date.first) && k.past && cal.unaimed(c) {
		return before
	}
	return behind
}

// afterAct moves the weekday of a plan to the first one from the day on on which it was
// called off: "on Monday the city called off Saturday's concert".
func (cal *calendar) afterAct(c *candidate) bool {
	day, ok := dayOf(c.date.when)
	if !ok || !c.date.weekday || !c.plan() || !c.planned(c.date.first) {
		return false
	}
	dct, _ := cal.dct.Earliest()
	var act edtf.Day
	for i := range c.sent.times {
		t := &c.sent.times[i]
		if told, ok := dayOf(t.d.when); ok && !c.planned(t.at) && told.Ordinal() <= dct.Ordinal() && c.sent.words[t.at].clause == c.clause {
			act = told
		}
	}
	if !act.Valid() {
		return false
	}
	later := (int(day.Weekday()) - int(act.Weekday()) + 7) % 7
	c.date.when, c.date.rule = act.Add(later).Date(), "first such day from the day on which it was called off"
	return true
}
