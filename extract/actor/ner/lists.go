package ner

import "strings"

// The bits of Lexicon.Lists.
const (
	phraseShift = 28                 // above: the most words of a phrase that begins so
	listMask    = 1<<phraseShift - 1 // below: a bit for each list
)

// MaxPhrase is the most words that a listed phrase may have.
const MaxPhrase = 7

// Phrase is the hash under which a lexicon keeps a name of one or more words:
// of its words in small letters, all but the last folded.
func Phrase(lex interface{ Fold(string) string }, words ...string) uint64 {
	n := len(words) - 1
	if n == 0 {
		return hashString(strings.ToLower(words[0]))
	}
	h := hashString(lex.Fold(strings.ToLower(words[0])))
	for _, w := range words[1:n] {
		h = join(h, hashString(lex.Fold(strings.ToLower(w))))
	}
	return join(h, hashString(strings.ToLower(words[n])))
}

// join is the hash of a phrase made longer by a word.
func join(phrase, word uint64) uint64 { return mix(phrase, word^0x94d049bb133111eb) }

// lookup gives the lists of a word in small letters, or, where it is in none,
// those of the word without its genitive.
func lookup(lex Lexicon, low string) uint32 {
	low = strings.TrimLeft(low, "#@")
	if low == "" {
		return 0
	}
	if m := lex.Lists(hashString(low)) & listMask; m != 0 {
		return m
	}
	if bare := lex.Bare(low); bare != low && bare != "" {
		return lex.Lists(hashString(bare)) & listMask
	}
	return 0
}

// listed is what a token is in a phrase of the lists: the lists, and its
// place (inBegin, inInside, inLast; 0 in none).
type listed struct {
	lists uint32
	place uint8
}

// phrases marks the longest listed phrases of two words and more, from left
// to right.
func phrases(lex Lexicon, words []*word, out []listed) {
	clear(out)
	for i := 0; i < len(words); {
		n, lists := longest(lex, words[i:])
		for k := 0; k < n; k++ {
			out[i+k] = listed{lists, inInside}
		}
		if n > 0 {
			out[i].place, out[i+n-1].place = inBegin, inLast
		}
		i += max(n, 1)
	}
}

// longest gives the number of words of the longest phrase that begins the
// words, and its lists; 0 if there is none.
func longest(lex Lexicon, words []*word) (n int, lists uint32) {
	most := min(int(words[0].phrase), len(words))
	h := words[0].fold
	for k := 1; k < most; k++ {
		m := lex.Lists(join(h, words[k].low)) & listMask
		if m == 0 && words[k].bare != words[k].low {
			m = lex.Lists(join(h, words[k].bare)) & listMask
		}
		if m == 0 && words[k].fold != words[k].low { // "den Arabischen Emiraten"
			m = lex.Lists(join(h, words[k].fold)) & listMask
		}
		if m != 0 {
			n, lists = k+1, m
		}
		h = join(h, words[k].fold)
	}
	return n, lists
}
