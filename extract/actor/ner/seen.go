package ner

import "fasti/extract/segment"

// survey appends, for every token of a document, how the document writes its
// word anywhere; words gives what is known of a token's word, and flags is
// room to work in.
func survey(doc *segment.Doc, words func(token int) *word, flags map[uint64]seen, out []seen) []seen {
	clear(flags)
	next := 0 // the sentence that has not begun yet
	for i := range doc.Tokens {
		start := next < len(doc.Sentences) && doc.Sentences[next].First == i
		for next < len(doc.Sentences) && doc.Sentences[next].First <= i {
			next++
		}
		switch w := words(i); {
		case w.initial == 'x':
			flags[w.low] |= seenLower
		case w.initial == 'X' && !start:
			flags[w.low] |= seenInside
		}
	}
	for i := range doc.Tokens {
		out = append(out, flags[words(i).low])
	}
	return out
}
