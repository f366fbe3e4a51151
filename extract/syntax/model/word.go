package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is what is known of a word before its sentence is read.
type Word struct {
	exact, low, shape uint64
	tail              [7]uint64 // hashes of its last 1 to 6 characters, in small letters; 0: shorter
	class             uint64    // distributional class; 0: not known
	tags              uint64    // mask of parts of speech that it has had; 0: not known
	lists             uint64    // mask of the lists that it is on
	mark              bool      // has no letter and no digit
	own               []uint64  // features of the word by itself
}

// The templates of features, in their order: a change makes older models
// useless.
const (
	tBias uint64 = iota + 1
	tExact
	tLow
	tHead
	tTail
	tShape
	tLong
	tHyphen
	tClass
	tTags
	tPair
	tTriple
	tFirst
	tPOS
	tNoun
	tArticle
	tCase
	tStop
	tLists
)

// feature is the hash of a template, at a distance, with a value.
func feature(template uint64, distance int, value uint64) uint64 {
	return mix(template<<8|uint64(distance&0xff), value)
}

// describe works out what is known of a word.
func describe(lex *Lexicon, text string) Word {
	low := strings.ToLower(text)
	w := Word{exact: hashString(text), low: hashString(low)}
	shape := shapeOf(text)
	w.mark = !strings.ContainsAny(shape, "Xx0")
	w.shape = hashString(shape)
	key := Key(w.low)
	w.class, w.tags = uint64(lex.Classes.Get(WordKey(zeros(low)))), uint64(lex.Tags.Get(key))
	if w.class == 0 {
		// Words that are in no text that was clustered go by their shape and end.
		w.class = hashString(shape + lastOf(low, 2))
	}
	add := func(template uint64, distance int, value uint64) {
		w.own = append(w.own, feature(template, distance, value))
	}
	w.lists = uint64(lex.listed(low))
	add(tLists, 0, w.lists)
	for m := w.lists; m != 0; m &= m - 1 {
		add(tLists, 1, m&-m)
	}
	add(tBias, 0, 0)
	add(tExact, 0, w.exact)
	add(tLow, 0, w.low)
	add(tShape, 0, w.shape)
	add(tClass, 0, w.class)
	add(tTags, 0, w.tags)
	n := utf8.RuneCountInString(low)
	add(tLong, 0, uint64(min(n, 12)))
	end := 0
	for k := 1; k <= 4 && k < n; k++ {
		_, size := utf8.DecodeRuneInString(low[end:])
		end += size
		add(tHead, k, hashString(low[:end]))
	}
	start := len(low)
	for k := 1; k <= 6 && k <= n; k++ {
		_, size := utf8.DecodeLastRuneInString(low[:start])
		start -= size
		w.tail[k] = hashString(low[start:])
		add(tTail, k, w.tail[k])
		if k == 3 || k == 4 {
			add(tTail, 16+k, mix(w.tail[k], w.shape))
		}
	}
	for k := 1; k <= 6; k++ {
		if w.tail[k] == 0 {
			w.tail[k] = w.low
		}
	}
	if i := strings.LastIndexByte(low, '-'); i > 0 && i < len(low)-1 {
		add(tHyphen, 0, hashString(low[i+1:]))
		add(tHyphen, 1, uint64(lex.Tags.Get(WordKey(low[i+1:]))))
	}
	return w
}

// partial marks lists that only the end of a word is on.
const partial = 1 << 31

// listed gives the lists of a word, or else of the longest of its ends of four
// characters and more behind the first two: compounds are what they end in.
func (l *Lexicon) listed(low string) uint32 {
	if m := l.Lists.Get(WordKey(low)); m != 0 || len(low) > 100 {
		return m
	}
	n := 0
	for i := range low {
		if n++; n < 3 {
			continue
		}
		if utf8.RuneCountInString(low[i:]) < 4 {
			break
		}
		if m := l.Lists.Get(WordKey(low[i:])); m != 0 {
			return m | partial
		}
	}
	return 0
}

// lastOf is the last k characters of s.
func lastOf(s string, k int) string {
	i := len(s)
	for ; k > 0 && i > 0; k-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// shapeOf writes capitals as X, small letters as x, digits as 0, runs of three
// and more as two.
func shapeOf(s string) string {
	var out [24]byte
	n, run := 0, 0
	var last byte
	for _, r := range s {
		c := byte('~')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case r >= '0' && r <= '9':
			c = '0'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if run++; c != last {
			run = 1
		}
		if run <= 2 && n < len(out) {
			out[n] = c
			n++
		}
		last = c
	}
	return string(out[:n])
}

// Lexicon is what is known of words by themselves.
type Lexicon struct {
	Classes *Words // distributional classes, from running text
	Lists   *Words // mask of the lists that words are on: verbs, nouns, names
	Tags    *Words // mask of the parts of speech of words that are not rare
}

// zeros writes every digit as 0.
func zeros(s string) string {
	if !strings.ContainsAny(s, "123456789") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r > '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
}
