package event

import (
	"strconv"

	"fasti/extract/syntax"
	"fasti/extract/timex"
	"fasti/internal/edtf"
)

// timeAt is a time expression of a sentence that may date an event.
type timeAt struct {
	at int // its first word
	d  dated
	t  *timex.Timex
}

// times lists the time expressions of a sentence that may date an event.
func (cal *calendar) times(s *sentence) []timeAt {
	var out []timeAt
	for i := range s.words {
		w := &s.words[i]
		if w.timex < 0 || i > 0 && s.words[i-1].timex == w.timex || w.quoted {
			continue
		}
		t := &cal.in.Timexes.Timexes[w.timex]
		if !usable(t) || cal.namesThing(s, i) {
			continue
		}
		if d := cal.take(s, i); !d.when.IsZero() {
			out = append(out, timeAt{i, d, t})
		}
	}
	return out
}

// source says where the date of a choice comes from; it is also the column of
// the model that judges the candidate with such a date.
type source int

const (
	fromAny   source = iota // the column of what holds for all
	fromOwn                 // an expression of its own sentence
	fromNear                // one of another sentence
	fromToday               // the day of publication
)

// choice is a date that a candidate may have.
type choice struct {
	date   dated
	from   source
	ours   []int // of its own sentence's times
	theirs []timeRef
	ruled  bool // the rules chose it
	odds   int  // log odds against having no date, in thousandths
	reason []Feature
}

// timeRef is a time expression of another sentence.
type timeRef struct {
	sent *sentence
	time *timeAt
	rank int // how many other days stand between
}

// How far a date is looked for: sentences back and ahead, and days.
const (
	timesBack  = 8
	timesAhead = 1
	nearDays   = 3
)

// choices lists the dates that a candidate may have.
func (v *view) choices(c *candidate) []choice {
	var out []choice
	find := func(when edtf.Date) *choice {
		for i := range out {
			if out[i].date.when == when {
				return &out[i]
			}
		}
		return nil
	}
	if c.date.own && !c.date.when.IsZero() {
		out = append(out, choice{date: c.date, from: fromOwn, ruled: true})
	}
	for i := range c.sent.times {
		t := &c.sent.times[i]
		if v.cal.foreign(c, t) {
			continue
		}
		o := find(t.d.when)
		if len(out) > 0 && out[0].ruled && t.d.first == c.date.first { // the rules moved it to another week or year
			o = &out[0]
		}
		if o == nil {
			if len(c.mute) > 0 || c.date.own && c.date.basis == None {
				continue // each of several dates has its own candidate
			}
			out = append(out, choice{date: t.d, from: fromOwn})
			o = &out[len(out)-1]
		}
		o.ours = append(o.ours, i)
	}
	if c.date.own && c.date.basis == None { // a day that cannot be worked out
		return out
	}
	v.near(c, func(r timeRef) {
		if v.cal.tooLate(c, r.time.t) || r.time.d.when.Start().Open { // a limit is the date of what it limits alone
			return
		}
		o := find(r.time.d.when)
		if o == nil {
			d := r.time.d.lends(r.time.d.when, byWeights)
			out = append(out, choice{date: d, from: fromNear})
			o = &out[len(out)-1]
		}
		o.theirs = append(o.theirs, r)
	})
	if !c.date.own && !c.date.when.IsZero() {
		o := find(c.date.when)
		if o == nil {
			from := fromNear
			if c.date.basis == DCT {
				from = fromToday
			}
			out = append(out, choice{date: c.date, from: from})
			o = &out[len(out)-1]
		}
		o.ruled = true
	}
	if !v.cal.dct.IsZero() && find(v.cal.dct) == nil && v.mayBeToday(c) {
		out = append(out, choice{date: dated{when: v.cal.dct, basis: DCT, rule: byWeights}, from: fromToday})
	}
	return out
}

// foreign reports whether a time expression of a candidate's sentence is surely not
// its date.
func (cal *calendar) foreign(c *candidate, t *timeAt) bool {
	switch {
	case cal.tooLate(c, t.t), cal.lastsUntil(c, t.at), cal.sinceElsewhere(c, t.at), cal.inContent(c, t.at), cal.another(c, t.at):
		return true
	}
	return !c.nominal && c.sent.datesThing(t.at)
}

// mayBeToday reports whether a candidate may be of the day of publication
// though no word says so: not what was before something else, nor what has a
// time of its own that gives no date.
func (v *view) mayBeToday(c *candidate) bool {
	if c.clause < 0 {
		return c.sent.index < opening
	}
	k := &c.sent.clauses[c.clause]
	return !c.sent.goesBack && !c.sent.longAgo(k) && !(k.pluperf && !v.cal.justBefore(c.sent, k)) && !v.cal.otherTime(c.sent, c.clause)
}

// near gives the times of the sentences around a candidate's, the nearest
// before it first, then that of the lead and those behind.
func (v *view) near(c *candidate, give func(timeRef)) {
	days := map[edtf.Date]bool{}
	for n := c.sent.index - 1; n >= max(0, c.sent.index-timesBack) && len(days) < nearDays; n-- {
		s := v.sents[n]
		if s == nil {
			continue
		}
		for i := len(s.times) - 1; i >= 0; i-- {
			t := &s.times[i]
			give(timeRef{s, t, len(days)})
			days[t.d.when] = true
		}
	}
	for n := 0; n < min(opening, c.sent.index-timesBack, len(v.sents)); n++ {
		if s := v.sents[n]; s != nil {
			for i := range s.times {
				give(timeRef{s, &s.times[i], nearDays})
			}
		}
	}
	for n := c.sent.index + 1; n <= c.sent.index+timesAhead && n < len(v.sents); n++ {
		s := v.sents[n]
		if s == nil || v.block(s) != v.block(c.sent) {
			continue
		}
		for i := range s.times {
			give(timeRef{s, &s.times[i], 0})
		}
	}
}

// weigh puts what speaks for and against a choice into the bag.
func (v *view) weigh(c *candidate, o *choice, all []choice, b *bag) {
	from := [...]string{"", "own", "near", "today"}[o.from]
	tense := v.tense(c)
	age := v.age(o.date.when)
	b.add("from", from, formOf(c))
	b.add("basis", string(o.date.basis))
	b.add("grain", grain(o.date.when), from)
	b.add("age", age, from)
	b.add("age for", age, tense)
	b.add("age as", age, string(c.status))
	b.when(o.ruled, "chosen by rule", from, formOf(c))
	ruled := false
	for i := range all {
		ruled = ruled || all[i].ruled && &all[i] != o
	}
	b.when(ruled, "another chosen by rule", from, formOf(c))
	b.add("choices", few(len(all), 5), from)
	b.when(c.date.own && !o.ruled, "has its own")
	for _, i := range o.ours {
		v.ours(c, &c.sent.times[i], b)
	}
	if o.from == fromNear || o.from == fromToday {
		v.framed(c, o, b)
	}
	if len(o.theirs) > 0 {
		v.theirs(c, o, b)
	}
}

// ours tells how a time expression stands to a candidate of its sentence.
func (v *view) ours(c *candidate, t *timeAt, b *bag) {
	s := c.sent
	form := formOf(c)
	at, cl := t.at, s.words[t.at].clause
	far := at - c.trigger
	side := "behind"
	if far < 0 {
		far, side = -far, "ahead"
	}
	between := 0
	rival, marks := 0, 0
	for i := min(at, c.trigger) + 1; i < max(at, c.trigger); i++ {
		w := &s.words[i]
		if w.verbal == finite || w.verbal == participle {
			between++
		}
		if w.isNoun {
			rival++
		}
		if isBreak(w) {
			marks++
		}
	}
	b.add("time", side, form, steps(far))
	b.add("verbs between", few(between, 2), form)
	b.add("happenings between", few(rival, 2), form)
	b.add("marks between", few(marks, 2), form, side)
	b.add("time in", v.relation(s, c.clause, cl), form)
	lang := v.in.Doc.Lang
	if p := t.d.first; p < t.at && s.words[p].is(tagPrep) {
		b.add("time behind", lang, s.words[p].low, form)
	} else if t.at > 0 {
		b.add("time follows", lang, s.words[t.at-1].low)
	}
	b.when(v.cal.since(s, at), "since", form)
	b.when(v.cal.topic(s, at), "what it is for")
	b.add("time rule", t.t.Rule)
	if on, rel := c.hangs(t); on != "" {
		b.add("time hangs on", on, form)
		b.add("time hangs on", on, rel, form)
	}
	b.when(s.words[at].quoted, "quoted time")
	nearer, taken := 0, 0
	for _, o := range v.bySent[s.index] {
		if o == c || o.quoted || o.trigger == c.trigger {
			continue
		}
		d := o.trigger - at
		if max(d, -d) < far {
			nearer++
		}
		if o.date.own && o.date.when == t.d.when {
			taken++
		}
	}
	b.add("others nearer", few(nearer, 2), form)
	b.add("others have it", few(taken, 2), form)
	inside := at > 0 && s.words[at-1].text == "("
	b.when(inside, "in brackets")
}

// hangs says what a time expression hangs on in the tree, seen from a candidate,
// and by which edge; "" where there is no tree.
func (c *candidate) hangs(t *timeAt) (on, rel string) {
	g := c.sent.grammar()
	at := g.clause(c.trigger)
	if at < 0 {
		return "", ""
	}
	head := g.top(g.headOf(t.at, t.d.last))
	rel = g.Words[head].Rel.String()
	h := g.Words[head].Head
	switch {
	case h < 0:
		return "nothing", rel
	case h == g.in(c.trigger):
		return "it", rel
	case h == g.Clauses[at].Head:
		return "its verb", rel
	}
	for k, n := g.Words[h].Head, 0; k >= 0 && n < 6; k, n = g.Words[k].Head, n+1 {
		if k == g.in(c.trigger) {
			return "what hangs on it", rel
		}
	}
	if p := g.Words[h].POS; p == syntax.NOUN || p == syntax.PROPN {
		return "a noun", rel
	}
	return "another verb", rel
}

// relation says how two clauses of a sentence stand to each other.
func (v *view) relation(s *sentence, a, b int) string {
	switch {
	case a == b:
		return "same"
	case a < 0 || b < 0:
		return "no clause"
	case s.clauses[a].parent == b:
		return "parent of " + clauseNames[s.clauses[a].kind]
	case s.clauses[b].parent == a:
		return "child " + clauseNames[s.clauses[b].kind]
	case s.clauses[a].coord == b || s.clauses[b].coord == a:
		return "joined"
	case s.clauses[a].kind == mainClause && s.clauses[b].kind == mainClause:
		return "main beside main"
	}
	return "other"
}

// framed tells what stands around a candidate that has no words of its own
// for its date.
func (v *view) framed(c *candidate, o *choice, b *bag) {
	from := [...]string{"", "own", "near", "today"}[o.from]
	s := c.sent
	first := "later"
	if s.index == 0 {
		first = "lead"
	} else if s.index < opening {
		first = "early"
	}
	b.add("undated", from, first, v.tense(c))
	b.add("undated kind", from, string(c.kind))
	b.add("undated as", from, formOf(c), classNames[c.class])
	b.add("undated words here", from, few(len(s.times), 2))
	b.add("undated in paragraph", from, few(v.inBlock(s), 2), first)
	dates := 0
	for n := 0; n < s.index; n++ {
		if p := v.sents[n]; p != nil && len(p.times) > 0 {
			dates++
		}
	}
	b.add("dated sentences before", from, few(dates, 3))
	b.when(!v.cal.mainDay.IsZero() && o.date.when == v.cal.mainDay, "the article's day", from)
	b.when(!v.cal.mainDay.IsZero() && o.date.when != v.cal.mainDay, "not the article's day", from)
}

// theirs tells how the nearest time expression of another sentence stands to
// the candidate.
func (v *view) theirs(c *candidate, o *choice, b *bag) {
	r := o.theirs[0]
	s := c.sent
	away := s.index - r.sent.index
	same := yes(v.block(s) == v.block(r.sent))
	from := [...]string{"", "own", "near", "today"}[o.from]
	b.add("sentences back", steps(away), same, from)
	b.add("days between", few(r.rank, 3), from)
	b.add("named", few(len(o.theirs), 3), from)
	main := "no clause"
	if cl := r.sent.words[r.time.at].clause; cl >= 0 {
		k := &r.sent.clauses[cl]
		main = clauseNames[k.kind]
		b.add("tenses", tenseOf(r.sent, cl, 0), v.tense(c), from)
	}
	b.add("named in", main, from)
	b.when(r.sent.index == 0, "named in the lead", from)
	dated := false
	for _, e := range v.bySent[r.sent.index] {
		if e.date.own && e.date.when == o.date.when {
			dated = true
			if e.kind.family() == c.kind.family() {
				b.add("an event of the kind then", string(c.kind))
			}
			if shareParts(e, c) > 0 {
				b.add("shares who takes part", from)
			}
			if v.f.stem(e) == v.f.stem(c) {
				b.add("the same word then")
			}
		}
	}
	b.when(dated, "dates an event", from)
	if c.clause >= 0 {
		for i := range s.words {
			if s.words[i].clause == c.clause && v.cal.definite(s, i) {
				b.add("takes up", same, from)
				break
			}
		}
	}
}

// shareParts counts the actors that two candidates have in common.
func shareParts(a, b *candidate) int {
	n := 0
	for _, p := range a.parts {
		for _, q := range b.parts {
			if p.Actor == q.Actor {
				n++
			}
		}
	}
	return n
}

// age says how far before the day of publication a date is.
func (v *view) age(when edtf.Date) string {
	dct, ok := v.cal.dct.Earliest()
	if !ok {
		return "unknown"
	}
	day, ok := lastDay(when)
	if !ok {
		first, ok := when.Earliest()
		switch {
		case !ok:
			return "open"
		case ahead(when, v.cal.dct):
			return "ahead"
		case first.Year == dct.Year:
			return "this year"
		case first.Year >= dct.Year-2:
			return "recent year"
		}
		return "old"
	}
	switch n := roughly(dct) - roughly(day); {
	case n < 0:
		return "ahead"
	case n <= 2:
		return strconv.Itoa(n)
	case n <= 7:
		return "week"
	case n <= 31:
		return "month"
	case n <= 372:
		return "year"
	case n <= 3*372:
		return "years"
	}
	return "old"
}
