package event

// several makes one more candidate for each further date of a verb: "gewann
// im Mai in Rom und im Juni in Nottingham" tells of two days. Each keeps the
// words around its own date and does without those around the others.
func (f *Finder) several(c *candidate, cal *calendar) []*candidate {
	if c.nominal {
		return cal.severalYears(c)
	}
	if !c.date.own || c.clause < 0 || c.class != classEvent && c.class != classWeak || c.date.when.IsZero() {
		return nil
	}
	parts := cal.dates(c)
	if len(parts) < 2 {
		return nil
	}
	var out []*candidate
	for k, p := range parts {
		d := c
		if k > 0 {
			d = &candidate{sent: c.sent, clause: c.clause, trigger: c.trigger, verb: c.verb, kind: c.kind, class: c.class, content: c.content}
			out = append(out, d)
		}
		d.date = cal.take(c.sent, p.at)
		for j, o := range parts {
			if j != k {
				d.mute = append(d.mute, o.piece)
			} else if k > 0 { // what joins it to the one before
				d.mute = append(d.mute, piece{o.first, o.first + 1})
			}
		}
	}
	return out
}

// severalYears makes one more candidate for each further year that is listed before a
// noun of happening: "the 1998 and 2017 purchases".
func (cal *calendar) severalYears(c *candidate) []*candidate {
	s := c.sent
	var at []int
	for i := c.trigger - s.words[c.trigger].nounLen; i >= 0; i-- {
		w := &s.words[i]
		if w.timex >= 0 && cal.bareYear(s, i) {
			at = append([]int{i}, at...)
		} else if w.text != "," && !(w.is(tagCoord) && len(at) > 0) {
			break
		}
	}
	if len(at) < 2 {
		return nil
	}
	var out []*candidate
	plain := *c
	for n, i := range at {
		d := c
		if n > 0 {
			more := plain
			d = &more
			out = append(out, d)
		}
		d.date = cal.take(s, i)
		for m, j := range at {
			if m != n {
				d.mute = append(d.mute, piece{j, j + 1})
			}
		}
	}
	return out
}

// stretch is a date with the words around it that are about it.
type stretch struct {
	piece
	at int // the first word of the time expression
}

// dates cuts the part of a clause that lists dates into the stretches of each:
// they are joined by a comma or a coordinator, and each has a phrase of its
// own beside its date.
func (cal *calendar) dates(c *candidate) []stretch {
	s := c.sent
	k := &s.clauses[c.clause]
	var out []stretch
	k.each(func(i int) bool {
		w := &s.words[i]
		if w.timex < 0 || i > 0 && s.words[i-1].timex == w.timex {
			return true
		}
		t := &cal.in.Timexes.Timexes[w.timex]
		if _, ranged := cal.ranges[w.timex]; ranged || !usable(t) || t.Open() || w.quoted || clockOnly(t) || cal.since(s, i) || cal.topic(s, i) || cal.nounOwner(s, i, c.trigger) || cal.ofSource(s, i) {
			return true
		}
		if n := len(out); n > 0 && s.words[out[n-1].at].timex == w.timex-1 {
			if _, ok := cal.nextDay(s, out[n-1].at, w.timex-1); ok {
				return true // "on 7 and 8 May" is one stretch of time
			}
		}
		out = append(out, stretch{at: i})
		return true
	})
	if len(out) < 2 || len(out) > 6 {
		return nil
	}
	for n := range out {
		p := &out[n]
		when := cal.when[s.words[p.at].timex]
		if n > 0 {
			cut := cal.cut(s, out[n-1].at, p.at)
			before := cal.when[s.words[out[n-1].at].timex]
			if cut < 0 || grain(when) != grain(before) || when == before {
				return nil
			}
			out[n-1].last, p.first = cut, cut
		} else {
			p.first = cal.lex.phrasesFrom(s, k, p.at)
		}
		p.last = cal.lex.phrasesTo(s, k, p.at)
	}
	for n := range out {
		if !cal.more(s, out[n]) {
			return nil // only a list of days: "am 3., 5. und 7. Mai"
		}
	}
	return out
}

// cut finds the comma or coordinator that parts two dates, if nothing but
// phrases stands between them; -1 if nothing does.
func (cal *calendar) cut(s *sentence, a, b int) int {
	found := -1
	for i := a + 1; i < b; i++ {
		w := &s.words[i]
		switch {
		case w.verbal != notVerb && w.verbal != attributed, w.is(tagSub|tagRel) && !w.is(tagPrep|tagArt):
			return -1
		case w.is(tagCoord), w.text == ",":
			found = i
		}
	}
	return found
}

// more reports whether a stretch says something beside its date.
func (cal *calendar) more(s *sentence, p stretch) bool {
	for i := p.first; i < p.last; i++ {
		w := &s.words[i]
		if w.timex < 0 && w.tags == 0 && w.text != "," && w.text != "." {
			return true
		}
	}
	return false
}

// phrasesFrom goes back from a date over the phrases with prepositions that
// stand right before it.
func (x *lexicon) phrasesFrom(s *sentence, k *clause, at int) int {
	first := at
	for i := at - 1; i >= 0 && k.has(i) && i > at-7; i-- {
		w := &s.words[i]
		if w.verbal != notVerb && w.verbal != attributed || isBreak(w) || i < k.subject.last && i >= k.subject.first {
			break
		}
		if w.is(tagPrep) {
			first = i
		}
	}
	return first
}

// phrasesTo goes on from the last date to the verb or the end of its phrases.
func (x *lexicon) phrasesTo(s *sentence, k *clause, at int) int {
	i := at
	for i < len(s.words) && k.has(i) && !isBreak(&s.words[i]) && (s.words[i].verbal == notVerb || s.words[i].verbal == attributed) && i != k.particle {
		i++
	}
	return i
}
