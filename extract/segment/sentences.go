package segment

import (
	"strings"

	"fasti/extract/article"
)

// end tells how a token may end a sentence.
type end uint8

const (
	noEnd      end = iota
	fullStop       // .
	cry            // ! ?
	ellipsis       // … ...
	shortening     // an abbreviation with its dot
)

// maxSentence is the number of tokens behind which a sentence is cut. None is
// as long; texts without full stops are tables, or hostile.
const maxSentence = 1500

// sentences appends the sentences of a block with the tokens [first, last).
func (s *scanner) sentences(out []Sentence, block, first, last int) []Sentence {
	start, opening := first, len(out)
	for i := first; i < last; i++ {
		e := s.endAt(i)
		if e == noEnd {
			if i-start >= maxSentence {
				out = append(out, s.sentence(block, start, i))
				start = i
			}
			continue
		}
		next := s.closing(i+1, last)
		if next < last && s.begins(e, start, i, next, last) {
			out = append(out, s.sentence(block, start, next))
			start = next
		}
		i = next - 1
	}
	if start < last {
		out = append(out, s.sentence(block, start, last))
	}
	if opening < len(out) {
		o := &out[opening]
		o.Lead = s.dateline(block, o.First, o.Last)
	}
	return out
}

func (s *scanner) sentence(block, first, last int) Sentence {
	span := article.Span{Start: s.tokens[first].Start, End: s.tokens[last-1].End}
	return Sentence{Span: span, Block: block, First: first, Lead: first, Last: last}
}

// endAt tells how token i may end a sentence.
func (s *scanner) endAt(i int) end {
	t := s.tokens[i]
	if t.Class != Punct {
		if s.text[t.End-1] == '.' && t.Len() > 1 {
			return shortening
		}
		return noEnd
	}
	switch s.text[t.Start] {
	case '.':
		if t.Len() > 1 {
			return ellipsis
		}
		return fullStop
	case '!', '?':
		return cry
	case 0xe2:
		if t.Of(s.text) == "…" {
			return ellipsis
		}
	}
	return noEnd
}

// closing is the first token from i on that does not belong to the end of the
// sentence: more stops, and the quotes and brackets that close there.
func (s *scanner) closing(i, last int) int {
	for ; i < last; i++ {
		t := s.tokens[i]
		if t.Class != Punct {
			break
		}
		m := s.markKind(i)
		if s.apart(i) {
			// A quote behind a blank closes only if it opens nothing: « Bonjour. »
			if m != quote || t.End < len(s.text) && !s.blankAt(t.End) || s.opens(i, last) {
				break
			}
			continue
		}
		if m == closer || m == quote || s.endAt(i) != noEnd {
			continue
		}
		break
	}
	return i
}

// opens tells whether the straight quote i, with blanks on both sides, opens a
// quotation: it does if another one follows in the block and the number of
// quotes before it is even.
func (s *scanner) opens(i, last int) bool {
	c := s.text[s.tokens[i].Start]
	if c != '"' {
		return s.tokens[i].Of(s.text) != "»" && s.tokens[i].Of(s.text) != "”"
	}
	even := true
	for j := i - 1; j >= s.first && i-j < 400; j-- {
		if s.text[s.tokens[j].Start] == '"' {
			even = !even
		}
	}
	return even
}

// markGroup is what a mark does around a sentence.
type markGroup uint8

const (
	otherMark markGroup = iota
	quote               // may open or close
	opener              // ( [
	closer              // ) ]
	dash                // – — - •
)

func (s *scanner) markKind(i int) markGroup {
	t := s.tokens[i]
	switch s.text[t.Start] {
	case '"', '\'', '`':
		return quote
	case '(', '[', '{':
		return opener
	case ')', ']', '}':
		return closer
	case '-', '*':
		return dash
	case 0xc2, 0xe2:
		switch t.Of(s.text) {
		case "«", "»", "“", "”", "„", "‟", "‘", "’", "‚", "‹", "›":
			return quote
		case "–", "—", "•", "―", "·", "▪", "►":
			return dash
		}
	}
	return otherMark
}

// apart tells whether a blank stands before token i.
func (s *scanner) apart(i int) bool {
	return i == 0 || s.tokens[i-1].End < s.tokens[i].Start
}

func (s *scanner) blankAt(i int) bool {
	k, _ := kindAt(s.text, i)
	return k == blank
}

// begins tells whether a sentence begins at token next, behind the end e at
// token i of the sentence that began at token start.
func (s *scanner) begins(e end, start, i, next, last int) bool {
	if !s.apart(next) {
		return e == fullStop && s.glued(i, next)
	}
	t, quoted := next, false
	for t < last && s.tokens[t].Class == Punct && s.markKind(t) != otherMark && s.markKind(t) != closer {
		quoted = quoted || s.markKind(t) == quote
		t++
	}
	if t == last {
		return false
	}
	capital := s.capitalAt(t)
	number := s.tokens[t].Class == Number || s.tokens[t].Class == Mixed
	sure := s.starters[s.tokens[t].Of(s.text)] && capital
	switch e {
	case cry:
		return capital || number
	case ellipsis:
		return sure || capital && (!s.nouns || quoted || next > i+1)
	case shortening:
		return s.shorteningEnds(i, capital, sure)
	}
	if next > i+1 { // a quote or bracket closes behind the stop: no ordinal
		return capital || number
	}
	return s.stopEnds(start, i, t, capital, number, sure)
}

// stopEnds decides on a plain full stop at token i before the word at t.
func (s *scanner) stopEnds(start, i, t int, capital, number, sure bool) bool {
	if i == start {
		return false
	}
	p := i - 1
	adjacent := !s.apart(i)
	if adjacent && p == start && (s.tokens[p].Class == Number || s.tokens[p].Len() == 1) && s.tokens[p].Len() <= 3 {
		return false // "1. Der Titel", "a. Der Titel": the number of an item
	}
	if adjacent && s.ordinals && s.maybeOrdinal(p) {
		return s.ordinalEnds(start, p, t, capital, number, sure)
	}
	return capital || number
}

// ordinalEnds decides on the dot behind a short number, where dots also write
// ordinals: "am 7. Oktober", "Wilhelm II. starb".
func (s *scanner) ordinalEnds(start, p, t int, capital, number, sure bool) bool {
	switch {
	case number || !capital:
		return false
	case s.follows.has(s.tokens[t].Of(s.text)):
		return false
	case sure:
		return true
	case s.tokens[p].Class != Number: // a Roman numeral seldom ends a sentence
		return false
	}
	return !(p > start && s.leads.has(s.tokens[p-1].Of(s.text)))
}

// maybeOrdinal tells whether token p is a number of one or two digits, a day
// and month ("7.10"), or a Roman numeral.
func (s *scanner) maybeOrdinal(p int) bool {
	w := s.tokens[p].Of(s.text)
	switch s.tokens[p].Class {
	case Number:
		n := digits(w, 0)
		if n > 2 {
			return false
		}
		return n == len(w) || w[n] == '.' && digits(w, n+1) == len(w) && len(w)-n <= 3
	case Caps, Upper:
		for i := 0; i < len(w); i++ {
			switch w[i] {
			case 'I', 'V', 'X', 'L':
			default:
				return false
			}
		}
		return true
	}
	return false
}

// shorteningEnds decides on an abbreviation at token i before a word.
func (s *scanner) shorteningEnds(i int, capital, sure bool) bool {
	w := s.tokens[i].Of(s.text)
	switch s.abbrevs[w[:len(w)-1]] {
	case title, before:
		return false
	case stop:
		return capital
	case noAbbreviation:
		if k, n := kindAt(w, 0); k == large && n == len(w)-1 {
			return false // an initial
		}
	}
	return sure
}

// glued tells a full stop without the blank behind it: "kam.Der".
func (s *scanner) glued(i, next int) bool {
	if next != i+1 || i == 0 || s.apart(i) {
		return false
	}
	p, t := s.tokens[i-1], s.tokens[next]
	if p.Class != Lower || p.Len() < 3 || t.Class != Upper || t.Len() < 2 {
		return false
	}
	return true
}

// capitalAt tells whether token t begins like a sentence: with a capital, with a
// small letter before one ("iPhone"), or with the bar that stands for a name.
func (s *scanner) capitalAt(t int) bool {
	switch s.tokens[t].Class {
	case Upper, Caps:
		return true
	case Mixed:
		k, _ := kindAt(s.text, s.tokens[t].Start)
		return k == large
	case Lower:
		_, n := kindAt(s.text, s.tokens[t].Start)
		k, _ := kindAt(s.text, s.tokens[t].Start+n)
		return k == large && s.tokens[t].Len() > n
	case Punct:
		return strings.HasPrefix(s.text[s.tokens[t].Start:], blackout)
	}
	return false
}

// blackout is the sign of the bar that stands where a name was taken out of a
// text: "███ kam." begins as the name did.
const blackout = "█"
