package event

import (
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
	"fasti/extract/timex"
	"fasti/internal/edtf"
)

// dated is a date with its reason.
type dated struct {
	when  edtf.Date
	basis Basis
	said  string
	span  article.Span // of the words that carry it, in whatever sentence; empty if none do
	from  int          // number of that sentence, from 1; 0 if there is none
	read  edtf.Date    // what those words alone say
	rule  string       // what gave it, or moved it from what its words alone say; "": they did
	first int          // words that carry it, with their preposition
	last  int
	own   bool

	weekday bool // a day of the week without "last" or "next"
}

// lends gives the date to an event whose own words say none.
func (d dated) lends(when edtf.Date, rule string) dated {
	return dated{when: when, basis: Inherited, span: d.span, from: d.from, read: d.read, rule: rule}
}

// calendar holds the article's dates and what was dated before.
type calendar struct {
	lex   *lexicon
	in    Input
	when  []edtf.Date // of the time expressions
	dct   edtf.Date   // day of publication, if known
	frame dated       // day that a sentence before has set, if one has
	block int
	age   int   // sentences since the frame was set
	lead  dated // day that the article's first sentences are about, if one is
	told  []*candidate

	back    bool      // the paragraph tells of what was long before
	mainDay edtf.Date // the first recent day that the article's first sentences name, if there is one
	ranges  map[int]int
}

func newCalendar(lex *lexicon, in Input) *calendar {
	c := &calendar{lex: lex, in: in, block: -1, ranges: map[int]int{}, when: make([]edtf.Date, len(in.Timexes.Timexes))}
	if d, err := edtf.Parse(in.Article.Date); err == nil {
		c.dct = d.WithoutClock()
	}
	for i := range in.Timexes.Timexes {
		c.when[i] = in.Timexes.Timexes[i].When()
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
// it is counted from an anchor: "vor [vier Monaten]". A day that cannot be worked
// out still dates its clause, so that no other date is taken for it.
func usable(t *timex.Timex) bool {
	return (t.EDTF != "" || t.Open()) && t.Type != timex.Set && !t.Refers()
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
		if !cal.mayDate(c, i) {
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
		if wider(cal.when[w.timex]) { // prefer days to months and years
			k += 3
		}
		if cal.namesNoun(s, i) {
			k += 20
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

// mayDate reports whether nothing keeps the time expression at word i from being the
// date of a candidate of its clause.
func (cal *calendar) mayDate(c *candidate, i int) bool {
	t := &cal.in.Timexes.Timexes[c.sent.words[i].timex]
	if !usable(t) || t.Aside && !c.nominal || cal.namesThing(c.sent, i) {
		return false
	}
	return !cal.tooLate(c, t) && !cal.lastsUntil(c, i) && !cal.another(c, i)
}

// take makes the date of the time expression at word i, or of the range it
// belongs to.
func (cal *calendar) take(s *sentence, i int) dated {
	i = cal.firstDay(s, i)
	n := s.words[i].timex
	t := &cal.in.Timexes.Timexes[n]
	d := dated{when: t.Whole(), basis: Relative, span: t.Span, own: true}
	switch {
	case t.Open():
		d.basis = None
	case t.Basis == timex.Explicit, cal.when[n].YearUnknown(): // without its year, but as the text says it
		d.basis = Explicit
	case t.Basis == timex.Inferred:
		d.basis = Inferred
	}
	day := cal.lead
	if !cal.frame.when.IsZero() && cal.age <= 2 {
		day = cal.frame
	}
	if !day.when.IsZero() && t.Anchor == "dct" && t.Type == timex.Time && d.when == cal.dct && clockOnly(t) {
		d.when, d.basis, d.rule = day.when, Inherited, "hour of the day told before"
	}
	if w, ok := cal.night(s, i, t); ok {
		d.when = w
	}
	if next, ok := cal.nextDay(s, i, n); ok {
		if first, ok := d.when.Earliest(); ok {
			d.when = edtf.Span(first, next)
		}
	}
	if r, ok := cal.ranges[n]; ok && !cal.moved(s, i) {
		rg := &cal.in.Timexes.Ranges[r]
		if when := rg.When(); !when.IsZero() && !(openEnd(when) && (t.Clocked() || when.Start().Open && s.putOff(i))) { // "after 8 p.m." is still that day, and "delayed until May" is May
			d.when, d.span = when, rg.Span
		}
	}
	d.weekday = strings.HasPrefix(t.Rule, "weekday") && !strings.HasPrefix(t.Rule, "weekday-rel")
	d.around(s, i)
	text := cal.in.Doc.Text
	d.from, d.read = s.index+1, d.when
	d.said = text[s.words[d.first].Start:max(s.words[d.last-1].End, d.span.End)]
	return d
}

// around finds the words that carry the date, from word i on, with their preposition.
func (d *dated) around(s *sentence, i int) {
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
			if !s.particle(k) {
				d.first = k
			}
			break
		}
		if !w.is(tagArt) && !w.is(tagFill) {
			break
		}
	}
}

// clockOnly reports whether a time expression says a time of day but no day.
func clockOnly(t *timex.Timex) bool { return t.Rule == "clock" || t.Rule == "part" }

// night gives both days of a night that is named by the day it leads to: "in
// der Nacht zum 9. April".
func (cal *calendar) night(s *sentence, i int, t *timex.Timex) (edtf.Date, bool) {
	day, ok := dayOf(t.When())
	if !ok || !t.Night() {
		return edtf.Date{}, false
	}
	if strings.HasPrefix(t.Rule, "night-to") {
		return edtf.Span(day, day.Add(1)), true
	}
	for k := i + 1; k < len(s.words) && s.words[k].timex == s.words[i].timex; k++ {
		if s.words[k].is(tagUntil) {
			return edtf.Span(day.Add(-1), day), true
		}
	}
	return edtf.Date{}, false
}

// nextDay gives the day of the time expression after the nth if "and" joins the
// two and it is the day after.
func (cal *calendar) nextDay(s *sentence, i, n int) (edtf.Day, bool) {
	all := cal.in.Timexes.Timexes
	if n+1 >= len(all) {
		return edtf.Day{}, false
	}
	day, ok := dayOf(cal.when[n])
	next, known := dayOf(cal.when[n+1])
	if !ok || !known || day.Add(1) != next {
		return edtf.Day{}, false
	}
	for k := i; k < len(s.words) && s.words[k].Start < all[n+1].Start; k++ {
		if s.words[k].timex < 0 && s.words[k].is(tagCoord) && s.words[k].End+2 >= all[n+1].Start {
			return next, true
		}
	}
	return edtf.Day{}, false
}

// firstDay gives the word at which the stretch of days begins that the time expression at
// word i ends: "7" in "am 7. und 8. Mai".
func (cal *calendar) firstDay(s *sentence, i int) int {
	n := s.words[i].timex
	for k := i - 1; k >= 0 && n > 0; k-- {
		if s.words[k].timex != n-1 || k > 0 && s.words[k-1].timex == n-1 {
			continue
		}
		if _, ok := cal.nextDay(s, k, n-1); ok {
			return k
		}
		break
	}
	return i
}

// namesNoun reports whether the year at word i only names the noun before it:
// "die Saison 2023".
func (cal *calendar) namesNoun(s *sentence, i int) bool {
	return i > 0 && isYear(cal.when[s.words[i].timex]) && s.words[i-1].class == segment.Upper && s.words[i-1].timex < 0 && !s.words[i-1].is(tagPrep)
}
