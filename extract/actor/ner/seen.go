package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/segment"
)

// docWords is room for what a document tells of its words.
type docWords struct {
	flags map[string]seen
}

// survey appends, for every token, how the document writes its word elsewhere.
func survey(doc *segment.Doc, out []seen, room *docWords) []seen {
	if room.flags == nil || len(room.flags) > maxCached {
		room.flags = map[string]seen{}
	}
	clear(room.flags)
	starts := make(map[int]bool, len(doc.Sentences))
	for _, s := range doc.Sentences {
		starts[s.First] = true
	}
	for i := range doc.Tokens {
		w := doc.Word(i)
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsLower(r):
			room.flags[w] |= seenLower
		case unicode.IsUpper(r) && !starts[i]:
			room.flags[strings.ToLower(w)] |= seenInside
		}
	}
	for i := range doc.Tokens {
		out = append(out, room.flags[strings.ToLower(doc.Word(i))])
	}
	return out
}
