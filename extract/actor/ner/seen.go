package ner

import "fasti/extract/segment"

// seen is what the document tells of a word, summed over all its places.
type seen uint8

const (
	seenLower  seen = 1 << iota // in small letters
	seenInside                  // with a capital, not at the start of a sentence
)

// spellings numbers words, all spellings of a word alike.
type spellings map[uint64]int32

func (s spellings) of(low uint64) int32 {
	n, ok := s[low]
	if !ok {
		n = int32(len(s))
		s[low] = n
	}
	return n
}

// survey appends, for every token of a document, how the document writes its
// word anywhere; words gives what is known of a token's word, and notes is
// room for as many words as have numbers.
func survey(doc *segment.Doc, words func(token int) *word, notes, out []seen) []seen {
	for i := range doc.Tokens {
		notes[words(i).spelling] = 0
	}
	next := 0 // the sentence that has not begun yet
	for i := range doc.Tokens {
		start := next < len(doc.Sentences) && doc.Sentences[next].First == i
		for next < len(doc.Sentences) && doc.Sentences[next].First <= i {
			next++
		}
		switch w := words(i); {
		case w.initial == 'x':
			notes[w.spelling] |= seenLower
		case w.initial == 'X' && !start:
			notes[w.spelling] |= seenInside
		}
	}
	for i := range doc.Tokens {
		out = append(out, notes[words(i).spelling])
	}
	return out
}

// loose tells whether a document writes compounds in pieces ("S - Bahn", as
// some tools do that cut a text at its hyphens): it has hyphens between blanks
// and none inside of words.
func loose(doc *segment.Doc, words func(token int) *word) bool {
	apart := 0
	for i := range doc.Tokens {
		switch w := words(i); {
		case w.whole:
			return false
		case w.mark == markDash && i > 0 && i+1 < len(doc.Tokens) && doc.Tokens[i].Len() == 1 &&
			doc.Tokens[i-1].End < doc.Tokens[i].Start && doc.Tokens[i].End < doc.Tokens[i+1].Start:
			apart++
		}
	}
	return apart > 0
}
