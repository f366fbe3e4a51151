package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is what a mark does to the text around it.
type mark uint8

const (
	markNone mark = iota
	markOpen
	markShut
	markEither // opens or closes a quotation
	markBracket
	markUnbracket
	markDash
)

// marks of quotation, brackets and dashes. What opens in one language closes
// in another: those only toggle.
func markOf(w string) mark {
	switch w {
	case "„", "‚", "``":
		return markOpen
	case "”", "’’", "''":
		return markShut
	case "\"", "“", "«", "»", "‹", "›":
		return markEither
	case "(", "[":
		return markBracket
	case ")", "]":
		return markUnbracket
	case "-", "–", "—":
		return markDash
	}
	return markNone
}

// The styles of writing that pair features tell apart.
const (
	styleLower uint8 = iota
	styleTitle
	styleCaps
	styleMixed
	styleNumber
	styleMark
)

// digits writes every digit as 0.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
}

// shapes gives the shape of a word ("Xxxx-Xx", runs cut at four), the same
// with runs cut at one ("Xx-Xx"), and its style.
func shapes(w string) (shape, short string, style uint8) {
	var long, brief [40]byte
	n, m, run := 0, 0, 0
	var last byte
	upper, lower, digit, other, at := 0, 0, 0, 0, 0
	firstUpper := false
	for _, r := range w {
		var c byte
		switch {
		case unicode.IsUpper(r):
			c = 'X'
			upper++
			if at == 0 {
				firstUpper = true
			}
		case unicode.IsLetter(r):
			c = 'x'
			lower++
		case r >= '0' && r <= '9':
			c = '0'
			digit++
		case r < utf8.RuneSelf:
			c = byte(r)
			other++
		default:
			c = '~'
			other++
		}
		at++
		if c == last {
			run++
		} else {
			run = 1
		}
		if run <= 4 && n < len(long) {
			long[n] = c
			n++
		}
		if run == 1 && m < len(brief) {
			brief[m] = c
			m++
		}
		last = c
	}
	switch {
	case upper+lower == 0 && digit > 0:
		style = styleNumber
	case upper+lower == 0:
		style = styleMark
	case digit > 0 || (upper > 0 && lower > 0 && (!firstUpper || upper > 1)):
		style = styleMixed
	case upper > 1:
		style = styleCaps
	case upper == 1:
		style = styleTitle
	}
	return string(long[:n]), string(brief[:m]), style
}
