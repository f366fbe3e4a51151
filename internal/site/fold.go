package site

import (
	"crypto/sha256"
	"encoding/hex"
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

// slugMax bounds a part of an address in bytes: disks take names of 255.
const slugMax = 120

// slug makes a word fit for an address: letters and digits, folded, with
// hyphens between. What is too long for a name of a file is cut and told apart
// from its like by a hash.
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
	out := strings.Trim(b.String(), "-")
	if out == "" {
		return "x"
	}
	if len(out) > slugMax {
		sum := sha256.Sum256([]byte(out))
		return strings.ToValidUTF8(out[:slugMax-17], "") + "-" + hex.EncodeToString(sum[:8])
	}
	return out
}
