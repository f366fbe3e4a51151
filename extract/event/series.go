package event

import (
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
		t := i + 1
		for t < len(s.words) && t < i+4 && !s.words[t].isNoun && (s.words[t].class == segment.Lower || s.words[t].mention >= 0) {
			t++
		}
		if t >= len(s.words) || !s.words[t].isNoun || s.words[t].clause != c.clause {
			continue
		}
		noun := &f.lex.nouns[s.words[t].noun.noun]
		if noun.kind == "sport" && noun.class == classWeak || noun.kind == "death" {
			continue
		}
		if c.nominal && c.trigger != t {
			continue
		}
		if !c.nominal && noun.kind != c.kind && !(c.kind == "travel" && noun.kind == "consult") {
			continue
		}
		w := &writer{lex: f.lex, in: in, c: &candidate{sent: s, clause: c.clause, trigger: t, nominal: true}, s: s, skip: make([]bool, len(s.words)), owner: -1}
		what := f.lex.heading(w, &s.words[t], noun)
		if p := w.complements(t); len(p) > 0 {
			first, _, _ := strings.Cut(p[0].text, " ")
			if when := f.lex.tags[strings.ToLower(first)]; when&(tagSince|tagWhen) == 0 || when&tagAt != 0 {
				what += " " + p[0].text
			}
		}
		c.series = &Series{Of: f.owner(c, i, in), What: what, Number: n}
		return
	}
}

// heading gives the noun as a heading has it.
func (x *lexicon) heading(w *writer, word *word, n *noun) string {
	if x.verbLast {
		return w.nominative(word, n)
	}
	return word.text
}

// owner is the actor whose row it is: the possessive's, else the subject's.
func (f *Finder) owner(c *candidate, i int, in Input) string {
	s := c.sent
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if m := s.words[k].mention; m >= 0 {
			return in.Actors.Actors[s.mentions[m].actor].ID
		}
	}
	if i > 0 && s.words[i-1].is(tagPoss) || !c.nominal {
		p := f.lex.subjectOf(s, c.clause)
		for k := p.first; k < p.last; k++ {
			if m := s.words[k].mention; m >= 0 {
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
