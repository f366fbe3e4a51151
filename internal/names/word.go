package names

import (
	"unicode"
	"unicode/utf8"
)

// isWord tells letters and digits; the end of a text is neither.
func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
