package erase

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// view is a text as one reads it: with the escapes of addresses (%C3%BC), HTML
// (&uuml;), JSON and YAML (\u00fc) read, marks joined to their letters, and what
// is invisible left out. Each of its bytes knows where it stands in the source.
type view struct {
	text     string
	from, to []int // of each byte of text: the bytes of the source that it was read from
}

// letter is one sign of the text and the bytes of the source that it stands in.
type letter struct {
	r        rune
	from, to int
}

func read(src []byte) view {
	var letters []letter
	for i := 0; i < len(src); {
		r, n := decode(src[i:])
		last := len(letters) - 1
		switch {
		case last >= 0 && invisible(r):
			letters[last].to = i + n
		case last >= 0 && unicode.Is(unicode.Mn, r) && joined(letters[last].r, r) != 0:
			letters[last].r, letters[last].to = joined(letters[last].r, r), i+n
		default:
			letters = append(letters, letter{r, i, i + n})
		}
		i += n
	}
	var v view
	var b strings.Builder
	for _, l := range letters {
		at := b.Len()
		b.WriteRune(l.r)
		for range b.Len() - at {
			v.from, v.to = append(v.from, l.from), append(v.to, l.to)
		}
	}
	v.text = b.String()
	return v
}

// invisible reports whether a sign may stand within a name without being seen:
// a soft hyphen, a joiner, a mark of order.
func invisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200d' || r == '\u2060' || r == '\ufeff'
}

// joined is a letter with a mark, or 0 if there is none of the two.
func joined(letter, mark rune) rune {
	s := norm.NFC.String(string([]rune{letter, mark}))
	if r, n := utf8.DecodeRuneInString(s); n == len(s) {
		return r
	}
	return 0
}

var (
	entity = regexp.MustCompile(`^&#?[0-9A-Za-z]{1,32};`)
	hexed  = regexp.MustCompile(`^\\(?:u\{?([0-9A-Fa-f]{4})\}?|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2}))`)
)

// decode reads the sign at the beginning of b, and how many bytes it takes there.
func decode(b []byte) (rune, int) {
	switch b[0] {
	case '%':
		if r, n := percent(b); n > 0 {
			return r, n
		}
	case '&':
		if m := entity.Find(b); m != nil {
			plain := html.UnescapeString(string(m))
			if r, n := utf8.DecodeRuneInString(plain); n == len(plain) {
				return r, len(m)
			}
		}
	case '\\':
		if m := hexed.FindSubmatch(b); m != nil {
			n, _ := strconv.ParseUint(string(m[1])+string(m[2])+string(m[3]), 16, 32) // what is no sign is none below
			return rune(n), len(m[0])
		}
		if len(b) > 1 && (b[1] == 'n' || b[1] == 't') { // a line's end in JSON
			return ' ', 2
		}
	}
	return utf8.DecodeRune(b)
}

// percent reads a sign that an address writes as one to four bytes in hexadecimal.
func percent(b []byte) (rune, int) {
	var raw []byte
	for i := 0; i+2 < len(b) && b[i] == '%' && len(raw) < utf8.UTFMax; i += 3 {
		n, err := strconv.ParseUint(string(b[i+1:i+3]), 16, 8)
		if err != nil {
			break
		}
		raw = append(raw, byte(n))
		if utf8.FullRune(raw) {
			break
		}
	}
	if r, n := utf8.DecodeRune(raw); n > 0 && r != utf8.RuneError {
		return r, 3 * n
	}
	return 0, 0
}
