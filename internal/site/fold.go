package site

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// sortKey folds a name for alphabetical order: case and marks do not count.
func sortKey(s string) string {
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

// slug makes a word fit for an address: letters and digits, folded, with
// hyphens between.
func slug(s string) string {
	var b strings.Builder
	for _, r := range sortKey(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if out := strings.Trim(b.String(), "-"); out != "" {
		return out
	}
	return "x"
}
