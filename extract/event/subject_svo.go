package event

import (
	"slices"

	"fasti/extract/segment"
)

// subjectSVO takes what stands before the verb, less what opens the clause.
func (x *lexicon) subjectSVO(s *sentence, c *clause) piece {
	verb := c.fin
	if verb < 0 {
		verb = c.lex
	}
	end := verb
	first, _ := c.bounds()
	if c.marker >= first && c.marker < verb {
		first = c.marker + 1
		if s.words[c.marker].is(tagRel) && first == verb {
			return piece{}
		}
	}
	for _, p := range c.pieces {
		if p.first <= verb && verb < p.last && p.first > first && p.first < verb {
			// the verb comes after an interruption: the subject is before it
			continue
		}
	}
	for first < end {
		w := &s.words[first]
		switch {
		case w.class == segment.Punct || w.is(tagCoord) || w.timex >= 0 || w.is(tagFill) && !w.is(tagArt) && !w.is(tagPron) || w.manner:
			first++
			continue
		case w.is(tagPrep) && s.timexAhead(first+1, end) > 0:
			first = s.timexAhead(first+1, end)
			continue
		case w.is(tagPrep) && first+1 < end && slices.Contains(x.grammar["quantity"], s.words[first+1].low):
			// "at least 20 people"
		case w.is(tagPrep) && !w.is(tagPron) || w.is(tagSub) && !w.is(tagArt) || w.is(tagSource):
			if k := s.nextBreak(first, end); k > first {
				first = k + 1
				continue
			}
			return s.lastName(first, end)
		}
		break
	}
	for end > first && (s.words[end-1].clause != s.words[verb].clause && s.words[end-1].clause >= 0 || s.words[end-1].class == segment.Punct || x.adverb(&s.words[end-1])) {
		end--
	}
	end = s.phraseCut(first, end, s.words[verb].clause)
	if first >= end {
		return piece{}
	}
	if c.marker >= 0 && s.words[c.marker].is(tagPrep) {
		if i := s.secondPhrase(first, end); i > 0 {
			return piece{i, end} // "after the accident the line was closed"
		}
	}
	return piece{first, end}
}

// secondPhrase gives the article at which a second noun phrase begins right
// behind a first one, or 0.
func (s *sentence) secondPhrase(first, end int) int {
	for i := end - 1; i > first+1; i-- {
		w, prev := &s.words[i], &s.words[i-1]
		if w.is(tagArt|tagPoss) && !w.is(tagRel) && nominal(prev) && !prev.is(tagArt|tagPrep|tagCoord|tagGen|tagNum) {
			return i
		}
	}
	return 0
}

// timexAhead gives the word behind a time expression that begins at word i
// or behind an article there, or 0.
func (s *sentence) timexAhead(i, last int) int {
	if i < last && s.words[i].is(tagArt) && s.words[i].timex < 0 {
		i++
	}
	if i >= last || s.words[i].timex < 0 {
		return 0
	}
	for i < last && s.words[i].timex >= 0 {
		i++
	}
	return i
}

// lastName takes, behind a phrase that no comma ends, the pronoun or the
// person's name right before the verb: "In Amman he met".
func (s *sentence) lastName(first, end int) piece {
	if end-1 <= first+1 {
		return piece{}
	}
	if i := s.secondPhrase(first, end); i > 0 {
		return piece{i, end}
	}
	w := &s.words[end-1]
	if w.is(tagPron|tagWe) && !w.is(tagPoss|tagArt) {
		return piece{end - 1, end}
	}
	if m := w.mention; m >= 0 && s.mentions[m].person && s.mentions[m].last == end && s.mentions[m].first > first+1 && !s.words[s.mentions[m].first-1].is(tagPrep|tagArt|tagCoord) {
		return piece{s.mentions[m].first, end}
	}
	return piece{}
}
