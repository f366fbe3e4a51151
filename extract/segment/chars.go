package segment

import (
	"unicode"
	"unicode/utf8"
)

// kind is what a character is to the scanner.
type kind uint8

const (
	blank kind = iota
	small      // a small letter, or one of a script without case, or a combining mark
	large      // a capital
	digit      // 0 to 9
	mark       // everything else
)

// kindAt tells the kind and width in bytes of the character at i. At the end
// of the text it is a blank of width 0.
func kindAt(text string, i int) (kind, int) {
	if i >= len(text) {
		return blank, 0
	}
	c := text[i]
	switch {
	case 'a' <= c && c <= 'z':
		return small, 1
	case c == ' ':
		return blank, 1
	case 'A' <= c && c <= 'Z':
		return large, 1
	case '0' <= c && c <= '9':
		return digit, 1
	case c < ' ' || c == 0x7f:
		return blank, 1
	case c < utf8.RuneSelf:
		return mark, 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return kindOf(r), n
}

// kindOf is the kind of a character beyond ASCII.
func kindOf(r rune) kind {
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return large
	case unicode.IsLetter(r):
		return small
	case r == '\u00ad' || r == '\u200c' || r == '\u200d': // soft hyphen, (non-)joiner: inside words
		return small
	case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
		return blank
	case unicode.IsMark(r) || unicode.IsDigit(r):
		return small
	}
	return mark
}

// kindBefore tells the kind of the character that ends at i.
func kindBefore(text string, i int) kind {
	if i <= 0 {
		return blank
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		k, _ := kindAt(text, i-1)
		return k
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return kindOf(r)
}

func isLetter(k kind) bool { return k == small || k == large }

// isWord tells letters and digits.
func isWord(k kind) bool { return k == small || k == large || k == digit }

// apostrophe is the width of the apostrophe at i, straight or curly; else 0.
func apostrophe(text string, i int) int {
	if i < len(text) && text[i] == '\'' {
		return 1
	}
	if i+2 < len(text) && text[i] == 0xe2 && text[i+1] == 0x80 && text[i+2] == 0x99 { // ’
		return 3
	}
	return 0
}

// hyphen is the width of the hyphen at i: -, U+2010 or U+2011; else 0.
func hyphen(text string, i int) int {
	if i < len(text) && text[i] == '-' {
		return 1
	}
	if i+2 < len(text) && text[i] == 0xe2 && text[i+1] == 0x80 && (text[i+2] == 0x90 || text[i+2] == 0x91) {
		return 3
	}
	return 0
}
