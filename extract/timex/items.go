package timex

import (
	"unicode"
	"unicode/utf8"
)

// The scanner cuts text finer than package segment does: digits, letters and
// marks are always apart ("14.30" is three items, "1990er-Jahre" four), and
// each item knows whether a blank stands before it. So the tables can say how
// dates are punctuated, and nothing depends on how words are tokenised.

// item is a run of letters, a run of digits, or one mark.
type item struct {
	start, end int32
	word       int32 // index into lexicon.entries; 0: not in the lexicon
	num        int32 // value of a run of at most nine digits, else -1
	kind       itemKind
	digits     uint8 // number of digits, at most 255
	flags      uint8
	roles      role // roleComputed once looked at: what it says of tense
	mark       byte // the mark, folded: every dash is '-', every apostrophe '\''
}

type itemKind uint8

const (
	wordItem itemKind = iota
	numberItem
	markItem
)

const (
	glued   uint8 = 1 << iota // no blank before it
	capital                   // begins with a capital
	allCaps                   // two or more capitals and no small letter
	line                      // begins a line
	ends                      // a mark that ends a sentence
	inner                     // a dot that ends none
)

// byte classes of the scanner
const (
	cBlank = iota
	cLetter
	cDigit
	cMark
	cWide // first byte of a longer character
)

type byteClasses [256]uint8

func newByteClasses() *byteClasses {
	var t byteClasses
	for b := range t {
		switch {
		case b <= ' ' || b == 0x7f:
			t[b] = cBlank
		case b >= '0' && b <= '9':
			t[b] = cDigit
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z':
			t[b] = cLetter
		case b < 0x80:
			t[b] = cMark
		default:
			t[b] = cWide
		}
	}
	return &t
}

// wide classes the character at i, which begins with a byte over 0x7f.
func wide(text string, i int) (class int, size int, mark byte) {
	// Latin-1 letters, by far the most frequent.
	if text[i] == 0xc3 && i+1 < len(text) && text[i+1] >= 0x80 && text[i+1] < 0xc0 {
		return cLetter, 2, 0
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case r == 0xad: // soft hyphen: belongs to its word
		return cLetter, n, 0
	case r >= 0x2010 && r <= 0x2015, r == 0x2212:
		return cMark, n, '-'
	case r == 0x2019, r == 0x2018, r == 0x02bc:
		return cMark, n, '\''
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return cLetter, n, 0
	case unicode.IsSpace(r) || r == 0x200b || r == 0xfeff:
		return cBlank, n, 0
	}
	switch r {
	case '€', '£', '¥', '¢':
		return cMark, n, '$'
	case '§', '№':
		return cMark, n, '#'
	case '°', '‰':
		return cMark, n, '%'
	case '•', '‣', '◦', '▪':
		return cMark, n, '*'
	case '„', '“', '”', '«', '»', '‚', '‹', '›':
		return cMark, n, '"'
	}
	return cMark, n, 1
}

const (
	hashSeed  = 2166136261
	hashPrime = 16777619
)

// scan appends the items of text[from:to] to buf.
func (lx *lexicon) scan(buf []item, text string, from, to int) []item {
	classes := lx.classes
	i, glue := from, line
	for i < to {
		b := text[i]
		class, size, mark := int(classes[b]), 1, b
		if class == cWide {
			class, size, mark = wide(text, i)
		}
		switch class {
		case cBlank:
			if b == '\n' {
				glue = line
			} else if glue != line {
				glue = 0
			}
			i += size
			continue
		case cLetter:
			var it item
			it, i = lx.word(text, i, to)
			it.flags |= glue
			buf = append(buf, it)
		case cDigit:
			it := item{start: int32(i), kind: numberItem}
			n := int32(0)
			for i < to && classes[text[i]] == cDigit {
				if it.digits < 10 {
					n = n*10 + int32(text[i]-'0')&0xf
				}
				if it.digits < 255 {
					it.digits++
				}
				i++
			}
			if it.digits > 9 {
				n = -1
			}
			it.num, it.end, it.flags = n, int32(i), glue
			buf = append(buf, it)
		default:
			buf = append(buf, item{start: int32(i), end: int32(i + size), kind: markItem, mark: mark, num: -1, flags: glue})
			i += size
		}
		glue = glued
	}
	return buf
}

// word reads a run of letters. An apostrophe behind it belongs to it if
// letters follow ("l'an", "aujourd'hui"), except before the clitic of the
// language alone ("year's").
func (lx *lexicon) word(text string, i, to int) (item, int) {
	it := item{start: int32(i), kind: wordItem, num: -1}
	h := uint32(hashSeed)
	upper, lower := 0, 0
loop:
	for i < to {
		b := text[i]
		switch lx.classes[b] {
		case cLetter:
			if b < 'a' {
				b |= 0x20
				if int32(i) == it.start {
					it.flags |= capital
				}
				upper++
			} else {
				lower++
			}
			h = (h ^ uint32(b)) * hashPrime
			i++
		case cWide:
			class, size, mark := wide(text, i)
			if mark == '\'' && lx.joins(text, i+size, to) {
				h = (h ^ '\'') * hashPrime
				i += size
				break loop
			}
			if class != cLetter {
				break loop
			}
			up, down := lx.foldWide(text, i, size, &h)
			if up && int32(i) == it.start {
				it.flags |= capital
			}
			if up {
				upper++
			} else if down {
				lower++
			}
			i += size
		default:
			if b == '\'' && lx.joins(text, i+1, to) {
				h = (h ^ '\'') * hashPrime
				i++
			}
			break loop
		}
	}
	if upper > 1 && lower == 0 {
		it.flags |= allCaps
	}
	it.end = int32(i)
	it.word = lx.find(h, text[it.start:it.end])
	return it, i
}

// joins reports whether an apostrophe before i joins two parts of a word.
func (lx *lexicon) joins(text string, i, to int) bool {
	if i >= to || lx.classes[text[i]] != cLetter && lx.classes[text[i]] != cWide {
		return false
	}
	if lx.classes[text[i]] == cWide {
		c, _, _ := wide(text, i)
		return c == cLetter
	}
	if text[i]|0x20 != lx.clitic {
		return true
	}
	return i+1 < to && lx.classes[text[i+1]] == cLetter
}

// foldWide hashes a longer letter in its small form.
func (lx *lexicon) foldWide(text string, i, size int, h *uint32) (upper, lower bool) {
	if text[i] == 0xc3 {
		b := text[i+1]
		upper = b < 0x9f && b != 0x97
		if upper {
			b += 0x20
		}
		*h = ((*h^0xc3)*hashPrime ^ uint32(b)) * hashPrime
		return upper, !upper
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	if r == 0xad {
		return false, false
	}
	l := unicode.ToLower(r)
	var buf [utf8.UTFMax]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], l)] {
		*h = (*h ^ uint32(b)) * hashPrime
	}
	return l != r, l == r
}
