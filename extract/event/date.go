package event

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fasti/extract/article"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// dated is a date with its reason.
type dated struct {
	when  string
	basis Basis
	said  string
	span  article.Span // of the words that carry it; empty if inherited
	first int          // words that carry it, with their preposition
	last  int
	own   bool

	weekday bool // a day of the week without "last" or "next"
}

// calendar holds the article's dates and what was dated before.
type calendar struct {
	lex    *lexicon
	in     Input
	dct    string // day of publication, YYYY-MM-DD, or ""
	frame  string // date that a sentence before has set, or ""
	block  int
	age    int // sentences since the frame was set
	ranges map[int]int
}

func newCalendar(lex *lexicon, in Input) *calendar {
	c := &calendar{lex: lex, in: in, block: -1, ranges: map[int]int{}}
	if len(in.Article.Date) >= 10 {
		c.dct = in.Article.Date[:10]
	}
	for i, r := range in.Timexes.Ranges {
		for _, t := range []int{r.First, r.Last} {
			if t >= 0 {
				c.ranges[t] = i
			}
		}
	}
	return c
}

// usable reports whether a time expression can date an event. A length can if
// it is counted from an anchor: "vor [vier Monaten]".
func usable(t *timex.Timex) bool {
	return (t.EDTF != "" || open(t)) && t.Type != timex.Set && !strings.HasSuffix(t.Value, "_REF")
}

// open reports whether a time expression means a day that cannot be worked
// out ("am Dienstag" in an article without a day of publication). It still
// dates its clause, so that no other date is taken for it.
func open(t *timex.Timex) bool {
	return t.EDTF == "" && t.Anchor == "none" && strings.HasPrefix(t.Value, "XXXX")
}

// dayOf cuts the clock time off an EDTF date.
func dayOf(edtf string) string {
	if i := strings.IndexByte(edtf, 'T'); i > 0 && !strings.Contains(edtf, "/") {
		return edtf[:i]
	}
	return edtf
}

// of finds the date of a candidate in its own clause.
func (cal *calendar) of(c *candidate) dated {
	s := c.sent
	best, cost := -1, 1<<30
	for i := range s.words {
		w := &s.words[i]
		if w.timex < 0 || i > 0 && s.words[i-1].timex == w.timex || w.quoted {
			continue
		}
		t := &cal.in.Timexes.Timexes[w.timex]
		if !usable(t) {
			continue
		}
		k := cal.distance(c, i)
		if k < 0 {
			continue
		}
		if cal.since(s, i) { // says how long something has gone on
			if c.nominal {
				continue
			}
			k += 100
		}
		if len(t.EDTF) < 10 { // prefer days to months and years
			k += 3
		}
		if cal.topic(s, i) {
			if !c.nominal && c.verb >= 0 && c.class == classEvent && c.status != Cancelled {
				continue
			}
			k += 200
		}
		if k < cost && !(best >= 0 && cal.listed(s, best, i)) {
			best, cost = i, k
		}
	}
	if best < 0 {
		return dated{}
	}
	return cal.take(s, best)
}

// since reports whether the time expression at word i is the beginning of a
// span that is still open: "seit Oktober".
func (cal *calendar) since(s *sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		w := &s.words[k]
		if w.is(tagSince) {
			return true
		}
		if !w.is(tagArt | tagFill) {
			return false
		}
	}
	return false
}

// nounsOwn reports whether the time expression at word i can date a noun: in
// a clause with a verb of happening only one beside the noun can.
func (cal *calendar) nounsOwn(c *candidate, i int) bool {
	s := c.sent
	k := &s.clauses[c.clause]
	if k.verb < 0 || cal.lex.verbs[k.verb].class != classEvent {
		return true
	}
	if sinceNoun(s, i) == c.trigger {
		return true
	}
	if i > c.trigger {
		if i-c.trigger > 6 {
			return false
		}
		for j := c.trigger + 1; j < i; j++ {
			if isBreak(&s.words[j]) || s.words[j].verbal != notVerb || s.words[j].isNoun || s.words[j].is(tagFill) {
				return false
			}
		}
		return true
	}
	if c.trigger-i > 3 {
		return false
	}
	for j := i + 1; j < c.trigger; j++ {
		if s.words[j].is(tagPrep|tagArt|tagPoss) || isBreak(&s.words[j]) || s.words[j].verbal != notVerb {
			return false
		}
	}
	return true
}

// topic reports whether a time expression is what something is for: "the
// forecasts for 2014 and 2015".
func (cal *calendar) topic(s *sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		w := &s.words[k]
		if w.is(tagAim) {
			return true
		}
		if w.timex < 0 && !w.is(tagArt|tagCoord) && w.text != "," {
			return false
		}
	}
	return false
}

// retense moves a day whose year was worked out to the side of the day of
// publication that the event is on.
func (cal *calendar) retense(c *candidate) {
	d := &c.date
	if d.own && d.weekday && d.basis == Relative && len(d.when) == 10 && cal.dct != "" && d.when > cal.dct && !c.nominal && c.clause >= 0 {
		probe := *c
		probe.date = dated{}
		if st := cal.lex.statusOf(&probe, ""); c.sent.clauses[c.clause].past && (st == Happened || st == Alleged) {
			d.when, c.status = addDays(d.when, -7), st
			return
		}
	}
	if d.own && d.basis == Relative && len(d.when) == 10 && d.when < cal.dct && d.weekday && (c.status == Cancelled || c.status == Planned && cal.lex.isAhead(c)) {
		d.when = addDays(d.when, 7)
		return
	}
	if !d.own || d.basis != Inferred || cal.dct == "" || len(d.when) != 10 && len(d.when) != 7 {
		return
	}
	year, dct := d.when[:4], cal.dct[:4]
	switch {
	case c.status == Planned && d.when < cal.dct[:len(d.when)] && cal.lex.isAhead(c):
		year = dct
		if year+d.when[4:] < cal.dct[:len(d.when)] {
			year = nextYear(dct, 1)
		}
	case c.status == Happened && c.clause >= 0 && !c.nominal && c.sent.clauses[c.clause].past && d.when > cal.dct[:len(d.when)] && year == dct:
		year = nextYear(dct, -1)
	}
	d.when = year + d.when[4:]
}

// isAhead reports whether the candidate is planned by its words, not only by
// its date.
func (x *lexicon) isAhead(c *candidate) bool {
	probe := *c
	probe.date = dated{}
	return x.statusOf(&probe, "") == Planned
}

// addDays counts on from a day of the calendar.
func addDays(day string, n int) string {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, n).Format("2006-01-02")
}

func nextYear(year string, by int) string {
	n, err := strconv.Atoi(year)
	if err != nil {
		return year
	}
	return fmt.Sprintf("%04d", n+by)
}

// goesOn reports whether clause n is a main clause that "and" joins to the
// main clause m before it.
func (cal *calendar) goesOn(s *sentence, n, m int) bool {
	if m >= n {
		return false
	}
	k, o := &s.clauses[n], &s.clauses[m]
	first, _ := k.bounds()
	_, last := o.bounds()
	return k.kind == mainClause && o.kind == mainClause && o.fin >= 0 && k.fin >= 0 && k.past == o.past && first < len(s.words) && s.words[first].is(tagCoord) && last <= first && last >= first-1
}

// listed reports whether two time expressions stand in one list, so that the
// first one leads it.
func (cal *calendar) listed(s *sentence, a, b int) bool {
	coord := false
	for k := a; k < b; k++ {
		w := &s.words[k]
		if w.timex >= 0 || w.class == segment.Punct || w.is(tagPrep|tagArt) {
			continue
		}
		if !w.is(tagCoord) {
			return false
		}
		coord = true
	}
	return coord
}

// distance says how far a time expression at word i is from the candidate,
// or -1 if it belongs to another clause.
func (cal *calendar) distance(c *candidate, i int) int {
	s := c.sent
	d := i - c.trigger
	if d < 0 {
		d = -d
	}
	cl := s.words[i].clause
	if c.nominal {
		if cl >= 0 && cl != c.clause { // "a trip planned for Monday"
			p := &s.clauses[cl]
			if first, _ := p.bounds(); p.kind == partClause && p.verb >= 0 && cal.lex.verbs[p.verb].class == classPlan && first > c.trigger && first-c.trigger < 6 {
				return d
			}
		}
		if cl != c.clause || !cal.nounsOwn(c, i) {
			return -1
		}
		return d
	}
	if cl == c.clause {
		if owner := cal.nounOwner(s, i, c.trigger); owner {
			return d + 40
		}
		return d
	}
	// "and he founded": the date before it holds on
	if c.clause >= 0 && cl >= 0 && cal.goesOn(s, c.clause, cl) {
		return d + 80
	}
	// an infinitive or a participle shares the date of the clause it hangs on
	if c.clause >= 0 && cl >= 0 {
		k := &s.clauses[c.clause]
		if k.parent == cl && (k.kind == partClause || k.coord == cl) || k.coord == cl {
			return d + 60
		}
		if p := &s.clauses[cl]; k.kind == infClause && k.parent == cl && p.verb >= 0 {
			if v := &cal.lex.verbs[p.verb]; v.class == classSupport || v.class == classState || v.frame == frameGoes {
				return d + 70
			}
		}
		if p := &s.clauses[cl]; p.parent == c.clause && p.kind == subClause && p.marker >= 0 && s.words[p.marker].is(tagSame) && p.past == k.past {
			return d + 70
		}
		if p := &s.clauses[c.clause]; p.parent == cl && p.kind == subClause && p.marker >= 0 && s.words[p.marker].is(tagSame) && p.past == s.clauses[cl].past {
			return d + 70
		}
		if p := &s.clauses[cl]; p.parent == c.clause && (p.kind == infClause || p.kind == partClause) && p.verb < 0 {
			return d + 60
		}
		if p := &s.clauses[cl]; p.kind == infClause && p.parent == c.clause && i > c.trigger && !c.nominal {
			return d + 60
		}
	}
	return -1
}

// nounOwner reports whether the time expression at word i stands right
// behind an event noun, which it then dates rather than the verb
// ("seit dem Angriff am 7. Oktober").
func (cal *calendar) nounOwner(s *sentence, i, trigger int) bool {
	if p := sinceNoun(s, i); p >= 0 && p != trigger {
		s.words[p].dates = true
		return true
	}
	p := i - 1
	for p >= 0 && p >= i-2 && (s.words[p].is(tagPrep) || s.words[p].is(tagArt)) {
		p--
	}
	if p < 1 || p == trigger {
		return false
	}
	w := &s.words[p]
	if w.isNoun {
		w.dates = true
		return true
	}
	// "Angriff auf Israel am 7. Oktober"
	if w.mention >= 0 && p >= 2 && s.words[p-1].is(tagPrep) && s.words[p-2].isNoun {
		if !s.words[p-1].is(tagWith) {
			s.words[p-2].dates = true
			return true
		}
	}
	return false
}

// sinceNoun gives the event noun behind "since" that the time expression at
// word i dates at the end of its phrase, however long that is ("since the raid
// by gunmen of the group on the village on 5 May"), or -1.
func sinceNoun(s *sentence, i int) int {
	noun := -1
	for p := i - 1; p >= 0 && p >= i-14; p-- {
		w := &s.words[p]
		switch {
		case w.is(tagSince):
			return noun
		case isBreak(w), w.timex >= 0 && w.timex != s.words[i].timex, w.verbal != notVerb && w.verbal != attributed, w.is(tagFill | tagCoord):
			return -1
		case w.isNoun:
			noun = p
		}
	}
	return -1
}

// take makes the date of the time expression at word i, or of the range it
// belongs to.
func (cal *calendar) take(s *sentence, i int) dated {
	n := s.words[i].timex
	t := &cal.in.Timexes.Timexes[n]
	d := dated{when: dayOf(t.EDTF), basis: Relative, span: t.Span, own: true}
	switch {
	case open(t):
		d.basis = None
	case t.Basis == timex.Explicit, strings.HasPrefix(t.EDTF, "XXXX"): // without its year, but as the text says it
		d.basis = Explicit
	case t.Basis == timex.Inferred:
		d.basis = Inferred
	}
	if d2 := cal.nextDay(s, i, n); d2 != "" {
		d.when += "/" + d2
	}
	if r, ok := cal.ranges[n]; ok {
		rg := &cal.in.Timexes.Ranges[r]
		if rg.EDTF != "" {
			d.when, d.span = dayRange(rg.EDTF), rg.Span
		}
	}
	d.weekday = strings.HasPrefix(t.Rule, "weekday")
	d.first, d.last = i, i+1
	for d.first > 0 && s.words[d.first-1].End > d.span.Start {
		d.first--
	}
	for d.last < len(s.words) && s.words[d.last].Start < d.span.End {
		d.last++
	}
	for k := d.first - 1; k >= 0 && k >= d.first-3; k-- {
		w := &s.words[k]
		if w.is(tagPrep) {
			d.first = k
			break
		}
		if !w.is(tagArt) && !w.is(tagFill) {
			break
		}
	}
	text := cal.in.Doc.Text
	d.said = text[s.words[d.first].Start:max(s.words[d.last-1].End, d.span.End)]
	return d
}

// nextDay gives the day of a time expression that "and" joins to this one, if
// it is the day after.
func (cal *calendar) nextDay(s *sentence, i, n int) string {
	all := cal.in.Timexes.Timexes
	if n+1 >= len(all) || len(all[n].EDTF) != 10 || len(all[n+1].EDTF) != 10 || dayNumber(all[n+1].EDTF)-dayNumber(all[n].EDTF) != 1 {
		return ""
	}
	for k := i; k < len(s.words) && s.words[k].Start < all[n+1].Start; k++ {
		if s.words[k].timex < 0 && s.words[k].is(tagCoord) && s.words[k].End+2 >= all[n+1].Start {
			return all[n+1].EDTF
		}
	}
	return ""
}

func dayRange(edtf string) string {
	a, b, ok := strings.Cut(edtf, "/")
	if !ok {
		return dayOf(edtf)
	}
	a, b = dayOf(a), dayOf(b)
	if a == b {
		return a
	}
	return a + "/" + b
}

// infer dates a candidate that has no time expression of its own.
func (cal *calendar) infer(c *candidate) dated {
	s := c.sent
	var k *clause
	if c.clause >= 0 {
		k = &s.clauses[c.clause]
	}
	if k == nil || k.fin < 0 && k.kind == mainClause {
		return dated{basis: None}
	}
	past := cal.tells(s, c.clause)
	if !past || c.status == Planned || c.status == Hypothetical {
		return dated{basis: None}
	}
	if cal.frame != "" && cal.age <= 6 && !k.perfect {
		return dated{when: cal.frame, basis: Inherited}
	}
	if cal.dct == "" || k.pluperf && !cal.justBefore(s, k) || cal.otherTime(s, c.clause) {
		return dated{basis: None}
	}
	return dated{when: cal.dct, basis: DCT}
}

// justBefore reports whether a pluperfect only puts a piece of today's news
// before another one: "war zuvor mit X zusammengetroffen".
func (cal *calendar) justBefore(s *sentence, k *clause) bool {
	if s.index > 2 {
		return false
	}
	found := false
	k.each(func(i int) bool {
		found = found || s.words[i].is(tagBefore)
		return !found
	})
	return found || k.coord >= 0 && cal.justBefore(s, &s.clauses[k.coord])
}

// otherTime reports whether a clause speaks of a time that gives no date: "a
// year later".
func (cal *calendar) otherTime(s *sentence, n int) bool {
	found := false
	s.clauses[n].each(func(i int) bool {
		if t := s.words[i].timex; t >= 0 && !cal.topic(s, i) {
			x := &cal.in.Timexes.Timexes[t]
			found = found || x.Value != "PRESENT_REF"
		}
		return !found
	})
	return found
}

// tells reports whether a clause tells of the past: its own verb does, or,
// for infinitives and participles, the verb it hangs on.
func (cal *calendar) tells(s *sentence, n int) bool {
	for depth := 0; n >= 0 && depth < 5; depth++ {
		k := &s.clauses[n]
		if k.fin >= 0 {
			return k.past
		}
		n = k.parent
	}
	return false
}

// next moves on to a sentence: a frame holds inside a block.
func (cal *calendar) next(s *sentence, block int) {
	if block != cal.block {
		cal.block, cal.frame, cal.age = block, "", 0
	}
	cal.age++
}

// set lets a date that a main clause tells frame the sentences behind it.
func (cal *calendar) set(c *candidate) {
	if c.date.own && c.clause >= 0 && c.sent.clauses[c.clause].kind == mainClause && (c.status == Happened || c.status == Alleged) && len(c.date.when) == 10 && c.date.when[0] != 'X' {
		if cal.recent(c.date.when) {
			cal.frame, cal.age = c.date.when, 0
		}
	}
}

// recent reports whether a day lies in the month before publication.
func (cal *calendar) recent(day string) bool {
	if cal.dct == "" {
		return true
	}
	return day <= cal.dct && dayNumber(cal.dct)-dayNumber(day) <= 31
}

// dayNumber counts days roughly, enough for comparing near dates.
func dayNumber(day string) int {
	if len(day) < 10 {
		return 0
	}
	n := func(s string) int {
		v := 0
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return 0
			}
			v = v*10 + int(s[i]-'0')
		}
		return v
	}
	return n(day[:4])*372 + n(day[5:7])*31 + n(day[8:10])
}
