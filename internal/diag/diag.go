// Package diag says what is wrong with a file and what to do about it: a
// place, a stable code, a message and a hint. A [Diagnostic] prints as text
// ("file:line:col: what is wrong (what to do)"), JSON, GitHub annotation and
// SARIF 2.1.0.
//
// The codes are in one table ([Codes]); a code never changes its meaning.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Severity says how grave a diagnostic is.
type Severity string

// The severities. Only errors make a command fail.
const (
	Error   Severity = "error"   // the file, or a part of it, could not be used
	Warning Severity = "warning" // it was used, but a person should look
	Note    Severity = "note"    // worth knowing
)

// Diagnostic is one finding. It is an error too, so that it can be returned
// and wrapped.
type Diagnostic struct {
	File    string // relative to the site's folder, with slashes; "" for the site as a whole
	Line    int    // from 1; 0 for the file as a whole
	Col     int    // from 1, in characters; 0 for the line as a whole
	Code    Code
	Message string // what is wrong, a clause without full stop
	Hint    string // what to do, a clause without full stop; ""
}

// Severity is that of the code.
func (d Diagnostic) Severity() Severity { return d.Code.Severity() }

// Error prints the diagnostic as one line of text.
func (d Diagnostic) Error() string { return d.String() }

// String prints "file:line:col: message (hint)". Control characters, which
// hostile input may carry to a terminal, are escaped.
func (d Diagnostic) String() string {
	if d.File == "" {
		return d.words()
	}
	return d.Place() + " " + d.words()
}

// Place is "file:line:col:", as far as it is known; "" for the site as a whole.
func (d Diagnostic) Place() string {
	switch {
	case d.File == "":
		return ""
	case d.Line <= 0:
		return plain(d.File) + ":"
	case d.Col <= 0:
		return fmt.Sprintf("%s:%d:", plain(d.File), d.Line)
	}
	return fmt.Sprintf("%s:%d:%d:", plain(d.File), d.Line, d.Col)
}

// words are the message and the hint.
func (d Diagnostic) words() string {
	if d.Hint == "" {
		return plain(d.Message)
	}
	return plain(d.Message) + " (" + plain(d.Hint) + ")"
}

// plain escapes what moves a cursor or the reading direction.
func plain(s string) string {
	if strings.IndexFunc(s, unprintable) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\n' || r == '\t':
			b.WriteByte(' ')
		case unprintable(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unprintable holds for control characters, line separators and the
// characters that turn the reading direction.
func unprintable(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// Sort orders diagnostics by file, place, code and message.
func Sort(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col),
			strings.Compare(string(a.Code), string(b.Code)),
			strings.Compare(a.Message, b.Message),
			strings.Compare(a.Hint, b.Hint),
		)
	})
}

// Worst orders diagnostics by severity, errors first, and within one as [Sort].
func Worst(ds []Diagnostic) {
	Sort(ds)
	rank := map[Severity]int{Error: 0, Warning: 1, Note: 2}
	slices.SortStableFunc(ds, func(a, b Diagnostic) int { return cmp.Compare(rank[a.Severity()], rank[b.Severity()]) })
}

// HasErrors reports whether one of the diagnostics is an error.
func HasErrors(ds []Diagnostic) bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity() == Error })
}

// Position tells line and column, both from 1, of a byte offset into src. Lines
// end with LF; columns count characters.
func Position(src []byte, offset int) (line, col int) {
	offset = min(max(offset, 0), len(src))
	line, start := 1, 0
	for i, c := range src[:offset] {
		if c == '\n' {
			line, start = line+1, i+1
		}
	}
	return line, utf8.RuneCount(src[start:offset]) + 1
}
