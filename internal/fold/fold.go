// Package fold reduces names to what counts when they are compared, sorted or
// made addresses of: neither case nor marks.
package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key folds a text for comparison and alphabetical order: case and marks do
// not count, ß is ss.
func Key(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Address folds a text to letters and digits with single hyphens between; it
// is empty for a text without any, and as long as the text is.
func Address(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range Key(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
