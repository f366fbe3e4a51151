package site

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// against reports whether a text has letters that run against the direction of
// the page and begins with them: only then can it turn what stands beside it.
func against(s string, rtl bool) bool {
	for _, r := range s {
		if r >= 0x2066 && r <= 0x2068 { // apart already
			return false
		}
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return rtl
		case bidi.R, bidi.AL:
			return !rtl
		}
	}
	return false
}

// controls are the marks that begin, end and override a direction. In a title
// or name they serve to show something else than is written, so pages leave
// them out; quotations keep them, each inside of an element of its own.
var controls = strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// plainDirection is a title or name without marks of direction.
func plainDirection(s string) string { return controls.Replace(s) }
