package edtf

import (
	"fmt"
	"strings"
)

// MaxLength is the longest text that [Parse] takes, in bytes.
const MaxLength = 4096

// maxYear bounds years so that day numbers fit 64 bits with room to spare.
const maxYear = 999_999_999_999_999

// Error says why a text is not EDTF.
type Error struct {
	Pos int    // byte offset into the text where it goes wrong
	Msg string // what is wrong, without the position
}

func (e *Error) Error() string { return fmt.Sprintf("character %d: %s", e.Pos+1, e.Msg) }

// Parse reads an EDTF string. An error is an [*Error]. The empty string is an
// error too: no date is the zero Date.
func Parse(s string) (Date, error) {
	if s == "" {
		return Date{}, &Error{0, "the date is empty"}
	}
	if len(s) > MaxLength {
		return Date{}, &Error{MaxLength, fmt.Sprintf("longer than %d bytes", MaxLength)}
	}
	var (
		d   Date
		err *Error
	)
	switch {
	case s[0] == '[' || s[0] == '{':
		d, err = parseSet(s)
	case strings.IndexByte(s, '/') >= 0:
		d, err = parseInterval(s)
	default:
		r := reader{s: s}
		var p Point
		if p, err = r.point(true); err == nil {
			d = Date{shape: single, start: p, end: p}
			err = r.done()
		}
	}
	if err == nil {
		err = d.bound()
	}
	if err != nil {
		return Date{}, err
	}
	d.text = strings.Clone(s)
	return d, nil
}

// Must is Parse for texts that are known to be right, as constants and tests
// have them: what is wrong gives the zero Date.
func Must(s string) Date {
	d, err := Parse(s)
	if err != nil {
		return Date{}
	}
	return d
}

// parseInterval reads start/end: level 0 (ISO 8601-1, 5.5), extended by level
// 1 with open (..) and unknown (empty) ends.
func parseInterval(s string) (Date, *Error) {
	cut := strings.IndexByte(s, '/')
	if next := strings.IndexByte(s[cut+1:], '/'); next >= 0 {
		return Date{}, &Error{cut + 1 + next, "an interval has one slash"}
	}
	d := Date{shape: interval}
	var err *Error
	if d.start, err = parseEnd(s, 0, cut); err != nil {
		return Date{}, err
	}
	if d.end, err = parseEnd(s, cut+1, len(s)); err != nil {
		return Date{}, err
	}
	if !d.start.HasYear && !d.end.HasYear {
		return Date{}, &Error{0, "an interval needs a date at one end"}
	}
	return d, nil
}

func parseEnd(s string, from, to int) (Point, *Error) {
	switch s[from:to] {
	case "":
		return Point{Unknown: true}, nil
	case "..":
		return Point{Open: true}, nil
	}
	r := reader{s: s[:to], i: from}
	p, err := r.point(false)
	if err != nil {
		return p, err
	}
	return p, r.done()
}

// reader walks over one text.
type reader struct {
	s string
	i int
}

func (r *reader) errorf(at int, format string, args ...any) *Error {
	return &Error{at, fmt.Sprintf(format, args...)}
}

func (r *reader) peek() byte {
	if r.i < len(r.s) {
		return r.s[r.i]
	}
	return 0
}

func (r *reader) accept(c byte) bool {
	if r.peek() == c && r.i < len(r.s) {
		r.i++
		return true
	}
	return false
}

func (r *reader) done() *Error {
	if r.i == len(r.s) {
		return nil
	}
	return r.unexpected()
}

func (r *reader) unexpected() *Error {
	if r.i >= len(r.s) {
		return r.errorf(r.i, "the date ends too early")
	}
	for _, c := range r.s[r.i:] {
		return r.errorf(r.i, "%q does not belong here", c)
	}
	return nil
}

// qualifier reads one of ? ~ %, if there is one.
func (r *reader) qualifier() Qualifier {
	switch r.peek() {
	case '?':
		r.i++
		return Uncertain
	case '~':
		r.i++
		return Approximate
	case '%':
		r.i++
		return Uncertain | Approximate
	}
	return 0
}
