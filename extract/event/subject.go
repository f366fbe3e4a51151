package event

import (
	"slices"
	"strings"

	"fasti/extract/segment"
)

// findSubject finds the words of a clause's subject.
func (x *lexicon) findSubject(s *sentence, n int) {
	c := &s.clauses[n]
	if c.kind == infClause || c.kind == partClause || c.lex < 0 && c.fin < 0 {
		return
	}
	if x.verbLast {
		x.resume(s, n)
		c.subject = x.subjectV2(s, c)
		x.ownedBy(s, c)
		if c.plural {
			c.subject.last = x.listEnd(s, c)
		}
		return
	}
	c.subject = x.subjectSVO(s, c)
}

// resume joins "und hat ..." behind a subordinate clause to the main clause
// before, whose subject it shares.
func (x *lexicon) resume(s *sentence, n int) {
	c := &s.clauses[n]
	first, _ := c.bounds()
	if c.kind != mainClause || c.coord >= 0 || c.fin != first+1 || !s.words[first].is(tagCoord) {
		return
	}
	for i := n - 1; i >= 0; i-- {
		if s.clauses[i].kind == mainClause {
			c.coord = i
			return
		}
	}
}

// ownedBy takes "von" and its phrase into the subject where it is no agent:
// "die Minister von Jordanien und Katar".
func (x *lexicon) ownedBy(s *sentence, c *clause) {
	_, last := c.bounds()
	i := c.subject.last
	if c.passive || c.subject.first >= i || i+1 >= last || !c.has(i) || !s.words[i].is(tagOwner) || s.words[i-1].mention >= 0 || !s.words[i-1].capital() {
		return
	}
	end := x.phraseEnd(s, c, i+1, last)
	for end+1 < last && s.words[end].text == "," && c.has(end+1) && s.words[end+1].mention >= 0 {
		end = x.phraseEnd(s, c, end+1, last)
	}
	if s.nounIn(i+1, end) {
		c.subject.last = end
	}
}

// listEnd gives the word behind the list that a subject with a plural verb
// begins ("trafen sich A, B und C"), or behind the subject if it begins none.
func (x *lexicon) listEnd(s *sentence, c *clause) int {
	_, last := c.bounds()
	for i := c.subject.last; c.subject.first < c.subject.last && i+1 < last && s.words[i].text == "," && c.has(i+1); {
		end := x.phraseEnd(s, c, i+1, last)
		if end <= i+1 || !s.nounIn(i+1, end) {
			break
		}
		for k := i + 1; k < end; k++ {
			if s.words[k].is(tagCoord) {
				return end
			}
		}
		i = end
	}
	return c.subject.last
}

// nextBreak finds the next punctuation that ends a phrase, or -1.
func (s *sentence) nextBreak(first, last int) int {
	for i := max(first, 0); i < last; i++ {
		if isBreak(&s.words[i]) {
			return i
		}
	}
	return -1
}

// subjectV2 takes the first constituent if it can be nominative, else the
// first noun phrase behind the finite verb that can.
func (x *lexicon) subjectV2(s *sentence, c *clause) piece {
	first, last := c.bounds()
	if c.kind == mainClause && c.coord >= 0 && c.fin == first+1 && s.words[first].is(tagCoord) {
		return piece{} // "und traf ...": the subject is the one before
	}
	if o := c.coord; o >= 0 && c.kind == relClause && c.marker < first && s.clauses[o].subject.first >= s.clauses[o].subject.last {
		return piece{} // the relative pronoun before is the subject of both
	}
	if c.coord >= 0 && c.fin >= 0 && !c.has(c.fin) {
		if i := first + 1; c.passive && i < last && s.words[first].is(tagCoord) && s.words[i].class == segment.Upper && !s.words[i].is(tagObl) && s.words[i].timex < 0 {
			return piece{i, x.phraseEnd(s, c, i, last)} // "wurden A verletzt und B getötet"
		}
		return piece{} // shares auxiliary and subject
	}
	if c.kind == mainClause && c.fin >= first {
		if p, ok := x.forefield(s, c, first); ok {
			return p
		}
		return x.middle(s, c, c.fin+1, last)
	}
	start := first
	if c.marker >= start {
		start = c.marker + 1
		if c.kind == relClause && x.nominative(&s.words[c.marker]) && !s.words[max(c.marker-1, 0)].is(tagPrep) {
			if p := x.middle(s, c, start, last); p.first == p.last || !s.words[p.first].is(tagPron) {
				if s.words[c.marker].is(tagGen) || p.first == p.last {
					return piece{}
				}
			}
		}
	}
	return x.middle(s, c, start, last)
}

// forefield reads the words before the finite verb of a main clause.
func (x *lexicon) forefield(s *sentence, c *clause, first int) (piece, bool) {
	for first < c.fin && (s.words[first].is(tagCoord) || s.words[first].class == segment.Punct) {
		first++
	}
	for first < c.fin && s.words[first].is(tagFill) && first+1 < c.fin && s.words[first+1].class != segment.Punct {
		first++ // "auch Minister X ..."
	}
	if first >= c.fin {
		return piece{}, false
	}
	w := &s.words[first]
	if first+1 < c.fin && s.words[first+1].is(tagPrep) && slices.Contains(x.grammar["time-near"], w.low) {
		return piece{}, false // "kurz nach sieben Uhr"
	}
	end := s.phraseCut(first, c.fin, s.words[first].clause)
	if w.is(tagPrep) || w.is(tagSub) && !w.is(tagPron) || w.timex >= 0 || w.verbal != notVerb {
		return piece{}, false
	}
	if last := &s.words[c.fin-1]; last.verbal == participle && last.class == segment.Lower {
		return piece{}, false // "bekannt geworden war er"
	}
	if w.is(tagObl) && w.is(tagRel) && !w.is(tagArt) && end > first+1 && s.words[end-1].capital() {
		return piece{first + 1, end}, true // "deren Chef": whose, is said before
	}
	if w.is(tagFill) && end == first+1 || w.is(tagObl) {
		return piece{}, false
	}
	if first == 0 && end == 1 && w.mention < 0 && !w.is(tagPron|tagWe) && x.endsAdverb(w.low) {
		return piece{}, false // its capital is that of the sentence
	}
	if w.class == segment.Lower && end == first+1 && !w.is(tagPron|tagWe|tagArt|tagNum) {
		return piece{}, false // an adverb
	}
	if !s.nounIn(first, end) && !w.is(tagPron|tagWe) {
		return piece{}, false
	}
	return piece{first, end}, true
}

// endsAdverb reports whether a word ends as adverbs do.
func (x *lexicon) endsAdverb(low string) bool {
	for _, end := range x.grammar["adverb-end"] {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// behindLabel gives the word behind what only labels a statement: "3 March:
// Austria signed", "7. Mai – Die Polizei". A dash is one if it is the only one.
func (s *sentence) behindLabel(first, end int) int {
	at, dashes := first, 0
	for i := first; i < end; i++ {
		w := &s.words[i]
		if w.class != segment.Punct {
			continue
		}
		switch w.text {
		case ":":
			at, dashes = i+1, 0
		case "–", "—", "-", "--":
			if i > first {
				dashes++
			}
			if dashes == 1 && i > 0 && s.words[i-1].timex >= 0 {
				at = i + 1
			}
		}
	}
	if dashes > 1 || at >= end {
		return first
	}
	return at
}

// labels reports whether word i ends a label: a colon, or a dash behind a date.
func (s *sentence) labels(i int) bool {
	if i <= 0 || i >= len(s.words) || s.words[i].class != segment.Punct {
		return false
	}
	switch s.words[i].text {
	case ":":
		return true
	case "–", "—", "-", "--":
		return s.words[i-1].timex >= 0
	}
	return false
}

// phraseCut ends a phrase at its first comma, unless the commas are those of
// a list: "Katar, Ägypten und die USA".
func (s *sentence) phraseCut(first, end, clause int) int {
	k := s.nextBreak(first, end)
	if k <= first {
		return end
	}
	if s.words[k].text != "," {
		return k
	}
	run, coord := 0, false
	for i := k + 1; i < end; i++ {
		w := &s.words[i]
		if w.clause != clause && w.class != segment.Punct {
			return k
		}
		if run++; run > 6 {
			return k
		}
		switch {
		case w.text == ",":
			if run = 0; coord {
				return k
			}
		case isBreak(w):
			return k
		case w.is(tagCoord):
			coord, run = true, 0
		}
	}
	if coord {
		return end
	}
	return k
}

func (s *sentence) nounIn(first, last int) bool {
	for i := first; i < last; i++ {
		if s.words[i].capital() || s.words[i].mention >= 0 {
			return true
		}
	}
	return false
}

func (x *lexicon) nominative(w *word) bool { return !w.is(tagObl) }

// middle finds the first noun phrase from i on that can be nominative.
func (x *lexicon) middle(s *sentence, c *clause, i, last int) piece {
	for ; i < last; i++ {
		w := &s.words[i]
		if !c.has(i) || i == c.particle || x.particle[w.low] && w.class == segment.Lower && (i+1 >= last || !c.has(i+1)) || w.class == segment.Punct || w.timex >= 0 || x.behindTime(s, i) || w.is(tagRefl) || w.is(tagNeg) && !w.is(tagArt) {
			continue
		}
		if w.is(tagPrep) {
			i = x.skipPhrase(s, c, i+1, last) - 1
			continue
		}
		if w.is(tagPron|tagWe) && !w.is(tagObl) && !w.is(tagArt) && !w.is(tagPoss) {
			return piece{i, i + 1}
		}
		if w.is(tagObl) {
			if w.is(tagArt | tagPoss) { // "ihn" is a phrase by itself
				i = x.skipPhrase(s, c, i, last) - 1
			}
			continue
		}
		if w.is(tagArt|tagPoss|tagNum) || w.capital() || w.class == segment.Number {
			return piece{i, x.phraseEnd(s, c, i, last)}
		}
	}
	return piece{}
}
