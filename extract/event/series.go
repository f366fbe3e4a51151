package event

import (
	"slices"
	"strings"

	"fasti/extract/segment"
)

// findSeries finds that a candidate is a member of a numbered row: "seine
// fünfte Reise", "at the third round of talks".
func (f *Finder) findSeries(c *candidate, in Input) {
	s := c.sent
	if c.clause < 0 {
		return
	}
	for i := range s.words {
		n := f.lex.ordinal(s, i)
		if n < 2 || s.words[i].quoted || s.words[i].timex >= 0 {
			continue
		}
		if f.lex.nthTime(s, i+1) && s.words[i].clause == c.clause && (!c.nominal || c.support) {
			c.series = &Series{Of: f.owner(c, i, in), What: f.what(c, in), Number: n}
			return
		}
		t := i + 1
		for t < len(s.words) && t < i+4 && !s.words[t].isNoun && (s.words[t].class == segment.Lower || s.words[t].mention >= 0) {
			t++
		}
		if t >= len(s.words) || !s.words[t].isNoun || s.words[t].clause != c.clause {
			continue
		}
		noun := &f.lex.nouns[s.words[t].noun.noun]
		if noun.kind == Sport && noun.class == classWeak || noun.kind == Death {
			continue
		}
		if c.nominal && c.trigger != t {
			continue
		}
		if !c.nominal && noun.kind != c.kind && !(c.kind == Travel && noun.kind == Consult) {
			continue
		}
		c.series = &Series{Of: f.owner(c, i, in), What: f.heading(c, t, in), Number: n}
		return
	}
}

// nthTime reports whether word i is what an ordinal counts: "zum dritten Mal".
func (x *lexicon) nthTime(s *sentence, i int) bool {
	return i < len(s.words) && slices.Contains(x.grammar["time-nth"], s.words[i].low)
}

// what names that which is done for the third time: the noun of happening that
// the candidate is or has, else its verb.
func (f *Finder) what(c *candidate, in Input) string {
	s := c.sent
	if c.nominal {
		return f.heading(c, c.trigger, in)
	}
	found := ""
	s.clauses[c.clause].each(func(i int) bool {
		if w := &s.words[i]; w.isNoun && w.verbal == notVerb && f.lex.nouns[w.noun.noun].kind == c.kind {
			found = f.heading(c, i, in)
		}
		return found == ""
	})
	if found == "" {
		found = f.lex.verbs[c.verb].lemma
	}
	return found
}

// numbered lets a sentence that only counts what the one before tells, "Es ist
// seine fünfte Reise", give that one its number.
func (f *Finder) numbered(list, before []*candidate) {
	for _, c := range list {
		if !c.nominal || c.series == nil || c.date.own && c.date.basis == Explicit || !f.lex.counts(c) {
			continue
		}
		var e *candidate
		for k := len(before) - 1; k >= 0 && before[k].sent.index == c.sent.index-1; k-- {
			if b := before[k]; !b.drop && !b.gone && !b.quoted && (e == nil || b.score >= e.score) {
				e = b
			}
		}
		if e == nil {
			continue
		}
		if e.series == nil {
			e.series = c.series
			if e.series.Of == "" {
				e.series.Of = e.doer()
			}
		}
		e.also, c.gone, c.drop = append(e.also, c), true, true
		c.joinedBy.Value = "of one series"
	}
}

// counts reports whether the clause says of "it" that it is the noun.
func (x *lexicon) counts(c *candidate) bool {
	s := c.sent
	if c.clause < 0 {
		return false
	}
	k := &s.clauses[c.clause]
	if k.fin < 0 || pickAux(s.words[k.fin].aux).verb != auxBe || k.lex != k.fin {
		return false
	}
	p := k.subject
	return p.last-p.first == 1 && s.words[p.first].is(tagPron|tagThat) && s.words[p.first].mention < 0
}

// heading gives the noun of happening at word t as a heading has it, with the
// phrase behind it that says which ("Reise in den Nahen Osten").
func (f *Finder) heading(c *candidate, t int, in Input) string {
	s := c.sent
	what := s.words[t].text
	if f.lex.verbLast {
		what = s.words[t].nominative(&f.lex.nouns[s.words[t].noun.noun])
	}
	if more := f.lex.complement(s, t, in.Doc.Text); more != "" {
		first, _, _ := strings.Cut(more, " ")
		if when := f.lex.tags[strings.ToLower(first)]; when&(tagSince|tagWhen) == 0 || when&tagAt != 0 {
			what += " " + more
		}
	}
	return what
}

// owner is the actor whose row it is: the possessive's, else the subject's.
func (f *Finder) owner(c *candidate, i int, in Input) string {
	s := c.sent
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if m := s.words[k].mention; m >= 0 && !s.mentions[m].place {
			return in.Actors.Actors[s.mentions[m].actor].ID
		}
	}
	if i > 0 && s.words[i-1].is(tagPoss) || !c.nominal {
		p := f.lex.subjectOf(s, c.clause)
		for k := p.first; k < p.last; k++ {
			if m := s.words[k].mention; m >= 0 && !s.mentions[m].place {
				return in.Actors.Actors[s.mentions[m].actor].ID
			}
		}
	}
	return ""
}

// ordinal reads an ordinal number: a word, or digits before a dot or with
// an ending; 0 if it is none.
func (x *lexicon) ordinal(s *sentence, i int) int {
	w := &s.words[i]
	if w.class == segment.Number || w.class == segment.Mixed {
		n, k := 0, 0
		for k < len(w.text) && w.text[k] >= '0' && w.text[k] <= '9' && k < 4 {
			n = n*10 + int(w.text[k]-'0')
			k++
		}
		rest := w.text[k:]
		if k == 0 || n > 200 {
			return 0
		}
		if x.verbLast && (rest == "." || rest == "" && i+1 < len(s.words) && s.words[i+1].text == ".") || x.ordinals[rest] < 0 {
			return n
		}
		return 0
	}
	if w.class != segment.Lower {
		return 0
	}
	if n, ok := x.ordinals[w.low]; ok {
		return n
	}
	if x.verbLast {
		for _, e := range x.grammar["adjective"] {
			if b, ok := strings.CutSuffix(w.low, e); ok {
				return x.ordinals[b]
			}
		}
	}
	return 0
}
