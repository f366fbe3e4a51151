package event

import (
	"strings"

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
	lex   *lexicon
	in    Input
	dct   string // day of publication, YYYY-MM-DD, or ""
	frame string // date that a sentence before has set, or ""
	block int
	age   int    // sentences since the frame was set
	lead  string // day that the article's first sentences are about, or ""
	told  []*candidate

	back    bool   // the paragraph tells of what was long before
	mainDay string // the first recent day that the article's first sentences name, or ""
	ranges  map[int]int
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
		if !usable(t) || t.Aside && !c.nominal || cal.namesThing(s, i) || cal.tooLate(c, t) || cal.lastsUntil(c, i) || cal.another(c, i) {
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
		if namesNoun(s, i, t) {
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

// take makes the date of the time expression at word i, or of the range it
// belongs to.
func (cal *calendar) take(s *sentence, i int) dated {
	i = cal.firstDay(s, i)
	n := s.words[i].timex
	t := &cal.in.Timexes.Timexes[n]
	d := dated{when: whole(t), basis: Relative, span: t.Span, own: true}
	switch {
	case open(t):
		d.basis = None
	case t.Basis == timex.Explicit, strings.HasPrefix(t.EDTF, "XXXX"): // without its year, but as the text says it
		d.basis = Explicit
	case t.Basis == timex.Inferred:
		d.basis = Inferred
	}
	day := cal.lead
	if cal.frame != "" && cal.age <= 2 {
		day = cal.frame
	}
	if day != "" && t.Anchor == "dct" && t.Type == timex.Time && d.when == cal.dct && clockOnly(t) {
		d.when, d.basis = day, Inherited
	}
	if w := cal.night(s, i, t); w != "" {
		d.when = w
	}
	if d2 := cal.nextDay(s, i, n); d2 != "" {
		d.when += "/" + d2
	}
	if r, ok := cal.ranges[n]; ok {
		rg := &cal.in.Timexes.Ranges[r]
		if rg.EDTF != "" && !(openEnd(rg.EDTF) && strings.Contains(t.Value, "T")) { // "after 8 p.m." is still that day
			d.when, d.span = dayRange(rg.EDTF), rg.Span
		}
	}
	d.weekday = strings.HasPrefix(t.Rule, "weekday") && !strings.HasPrefix(t.Rule, "weekday-rel")
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
	text := cal.in.Doc.Text
	d.said = text[s.words[d.first].Start:max(s.words[d.last-1].End, d.span.End)]
	return d
}

// whole is the day, month, year or decade that a time expression names. "Early
// March" is written as the month and "mid-2019" as the year: where in it, the text
// leaves open, and no third of it is more than a reading. What the words say
// stands in dated.said.
func whole(t *timex.Timex) string {
	day := dayOf(t.EDTF)
	if t.Type != timex.Date || !t.Third {
		return day
	}
	switch len(t.Value) {
	case len("196"):
		return t.Value + "X"
	case len("1960"), len("1960-01"):
		return t.Value
	}
	return day
}

// clockOnly reports whether a time expression says a time of day but no day.
func clockOnly(t *timex.Timex) bool { return t.Rule == "clock" || t.Rule == "part" }

// night gives both days of a night that is named by the day it leads to: "in
// der Nacht zum 9. April".
func (cal *calendar) night(s *sentence, i int, t *timex.Timex) string {
	if !strings.HasSuffix(t.Value, "TNI") || len(dayOf(t.EDTF)) != 10 {
		return ""
	}
	day := dayOf(t.EDTF)
	if strings.HasPrefix(t.Rule, "night-to") {
		return day + "/" + addDays(day, 1)
	}
	for k := i + 1; k < len(s.words) && s.words[k].timex == s.words[i].timex; k++ {
		if s.words[k].is(tagUntil) {
			return addDays(day, -1) + "/" + day
		}
	}
	return ""
}

// nextDay gives the day of a time expression that "and" joins to this one, if
// it is the day after.
func (cal *calendar) nextDay(s *sentence, i, n int) string {
	all := cal.in.Timexes.Timexes
	if n+1 >= len(all) || len(all[n].EDTF) != 10 || len(all[n+1].EDTF) != 10 || addDays(all[n].EDTF, 1) != all[n+1].EDTF {
		return ""
	}
	for k := i; k < len(s.words) && s.words[k].Start < all[n+1].Start; k++ {
		if s.words[k].timex < 0 && s.words[k].is(tagCoord) && s.words[k].End+2 >= all[n+1].Start {
			return all[n+1].EDTF
		}
	}
	return ""
}

// firstDay gives the word at which the stretch of days begins that the time expression at
// word i ends: "7" in "am 7. und 8. Mai".
func (cal *calendar) firstDay(s *sentence, i int) int {
	n := s.words[i].timex
	for k := i - 1; k >= 0 && n > 0; k-- {
		if s.words[k].timex != n-1 || k > 0 && s.words[k-1].timex == n-1 {
			continue
		}
		if cal.nextDay(s, k, n-1) == cal.in.Timexes.Timexes[n].EDTF {
			return k
		}
		break
	}
	return i
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

// openEnd reports whether an interval is open at an end.
func openEnd(edtf string) bool {
	return strings.HasPrefix(edtf, "../") || strings.HasSuffix(edtf, "/..")
}

// namesNoun reports whether the year at word i only names the noun before it:
// "die Saison 2023".
func namesNoun(s *sentence, i int, t *timex.Timex) bool {
	return i > 0 && len(t.EDTF) == 4 && t.Type == timex.Date && s.words[i-1].class == segment.Upper && s.words[i-1].timex < 0 && !s.words[i-1].is(tagPrep)
}
