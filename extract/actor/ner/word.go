package ner

import (
	"strings"
	"unicode/utf8"
)

// Reach is how far to the left and right a word weighs on its neighbours.
const Reach = 2

// word is what the tagger knows of a word by itself, wherever it stands.
type word struct {
	exact, low  uint64 // hashes of the word as written and in small letters
	shape, tail uint64 // hashes of its shape and its last three letters
	end         uint64 // hash of what follows its last hyphen
	bare, fold  uint64 // hashes without genitive, and with the common ending of adjectives
	lists       uint32 // the lists of names it stands in, a bit each
	phrase      uint8  // most words of a listed phrase that begins with it
	class       [2]uint16
	caps        uint8 // how it is written: see style
	spelling    int32 // its number among the words of a cache, the same for all spellings
	mark        mark
	whole       bool  // it has a hyphen inside
	initial     byte  // of its shape: 'X' for a capital, 'x' for a small letter
	size        uint8 // characters, at most 255
}

// Seeds of the features, one for each template; a neighbour's are salted
// with its distance.
const (
	fExact uint64 = iota + 1
	fLow
	fDigits
	fShape
	fShort
	fHead
	fTail
	fGram
	fFirst
	fEnd
	fList
	fLists
	fClass
	fEndList
	fFirstList
	fLong
	fCaps
	fKind
	fBias
	fPair = 64 // pair templates count up from here
)

func salted(template uint64, distance int) uint64 {
	return mix(uint64(distance+8)<<32|template, 0x2545f4914f6cdd1d)
}

// Lexicon is what a model knows of words beside weights: lists of names and
// classes of words. Its methods must be safe for many callers at once.
type Lexicon interface {
	// Lists gives the lists that hold the word or phrase of this hash (see
	// Phrase), a bit each; the top four bits tell the most words of a phrase
	// that begins with it.
	Lists(hash uint64) uint32
	// Class gives the coarse and the fine class of a word in small letters,
	// whose characters begin at ends; 0: none.
	Class(low string, ends []int) [2]uint16
	// Bare takes the ending of a genitive off a word in small letters, and
	// Fold gives inflected forms of an adjective the same end; both return
	// the word itself where there is nothing to do.
	Bare(low string) string
	Fold(low string) string
}

// describe works out what is known of w, and its features by distance:
// out[Reach+d] are those that it gives to the token d places before it, so
// out[Reach] are its own.
func describe(lex Lexicon, w string, out *[2*Reach + 1][]uint64) word {
	for i := range out {
		out[i] = out[i][:0]
	}
	low := strings.ToLower(w)
	var info word
	info.exact, info.low = hashString(w), hashString(low)
	shape, short, caps := shapes(w)
	info.shape, info.caps = hashString(short), caps
	if shape != "" {
		info.initial = shape[0]
	}
	info.mark = markOf(w)
	ends := borders(low)
	info.tail = hashString(tail(low, ends, 3))
	info.lists = lookup(lex, low)
	info.phrase = uint8(lex.Lists(hashString(lex.Fold(low))) >> phraseShift)
	info.class = lex.Class(low, ends)
	info.bare, info.fold = hashString(lex.Bare(low)), hashString(lex.Fold(low))
	first, last := parts(low)
	info.end = hashString(last)
	info.whole = first != "" && last != "" && strings.IndexByte(low, '-') > 0

	own := out[Reach]
	add := func(template, h uint64) { own = append(own, mix(salted(template, 0), h)) }
	add(fBias, 0)
	add(fExact, info.exact)
	add(fLow, info.low)
	if d := digits(low); d != low {
		add(fDigits, hashString(d))
	}
	add(fShape, hashString(shape))
	add(fShort, info.shape)
	add(fCaps, uint64(caps))
	n := len(ends) - 1
	info.size = uint8(min(n, 255))
	add(fLong, uint64(min(n, 12)))
	for k := 1; k <= 5 && k < n; k++ {
		add(fHead, hashString(low[:ends[k]]))
	}
	for k := 1; k <= 6 && k < n; k++ {
		add(fTail, hashString(tail(low, ends, k)))
	}
	for k := 3; k <= 4; k++ {
		for i := 0; i+k <= n && i < 24; i++ {
			add(fGram, hashString(low[ends[i]:ends[i+k]]))
		}
	}
	if first != "" {
		add(fFirst, hashString(first))
		add(fEnd, info.end)
		add(fFirstList, uint64(lookup(lex, first)))
		add(fEndList, uint64(lookup(lex, last)))
	}
	if info.lists != 0 {
		add(fLists, uint64(info.lists))
		for m := info.lists; m != 0; m &= m - 1 {
			add(fList, uint64(m&-m))
		}
	}
	for k, c := range info.class {
		if c != 0 {
			add(fClass, uint64(k)<<16|uint64(c))
		}
	}
	for m := info.class[0] & classKinds; m != 0; m &= m - 1 {
		add(fKind, uint64(m&-m))
	}
	out[Reach] = own
	for d := -Reach; d <= Reach; d++ {
		if d != 0 {
			// The token d places before this word sees it d places behind.
			out[Reach+d] = neighbour(out[Reach+d], &info, low, ends, first, d)
		}
	}
	return info
}

// neighbour lists what a word tells about a token that sees it at a distance.
func neighbour(out []uint64, info *word, low string, ends []int, first string, d int) []uint64 {
	add := func(template, h uint64) { out = append(out, mix(salted(template, d), h)) }
	add(fLow, info.low)
	add(fShort, info.shape)
	add(fTail, info.tail)
	add(fLists, uint64(info.lists))
	for m := info.lists; m != 0; m &= m - 1 {
		add(fList, uint64(m&-m))
	}
	for k, c := range info.class {
		if c != 0 {
			add(fClass, uint64(k)<<16|uint64(c))
		}
	}
	for m := info.class[0] & classKinds; m != 0; m &= m - 1 {
		add(fKind, uint64(m&-m))
	}
	if d == 1 || d == -1 {
		add(fExact, info.exact)
		add(fTail, hashString(tail(low, ends, 2)))
		add(fHead, hashString(low[:ends[min(3, len(ends)-1)]]))
		add(fTail, hashString(tail(low, ends, 5)))
		if first != "" {
			add(fEnd, info.end)
		}
	}
	return out
}

// borders gives the byte offsets of the characters of s, and its length.
func borders(s string) []int {
	b := make([]int, 0, len(s)+1)
	for i := range s {
		b = append(b, i)
	}
	return append(b, len(s))
}

// tail is the last k characters of s.
func tail(s string, ends []int, k int) string {
	n := len(ends) - 1
	return s[ends[max(0, n-k)]:]
}

// parts gives what stands before the first and behind the last hyphen of a
// compound; for a plain word, "" and the word.
func parts(s string) (first, last string) {
	i := strings.IndexAny(s, "-–/")
	if i <= 0 {
		return "", s
	}
	j := strings.LastIndexAny(s, "-–/")
	_, size := utf8.DecodeRuneInString(s[j:])
	if j+size >= len(s) {
		return s[:i], ""
	}
	return s[:i], s[j+size:]
}
