// Package conflict finds the marks that git leaves in a file whose two sides
// it could not merge.
package conflict

import "bytes"

// What to say about them.
const (
	Message = "two versions of the file stand in it, apart by the marks of a merge that is not finished"
	Hint    = "keep what is right of the two, take out the lines of <<<<<<<, ======= and >>>>>>>, then git add the file; git checkout --ours or --theirs FILE takes one side whole"
)

// Line is the number, from 1, of the first mark; 0 if there is none. A lone row
// of seven signs is no mark: a text may have one.
func Line(src []byte) int {
	first, state := 0, 0
	for i := 1; len(src) > 0; i++ {
		var line []byte
		line, src, _ = bytes.Cut(src, []byte("\n"))
		switch {
		case mark(line, "<<<<<<<") && state == 0:
			first, state = i, 1
		case mark(line, "=======") && state == 1:
			state = 2
		case mark(line, ">>>>>>>") && state == 2:
			return first
		}
	}
	return 0
}

// mark reports whether a line is seven signs, alone or before a blank.
func mark(line []byte, signs string) bool {
	rest, ok := bytes.CutPrefix(bytes.TrimRight(line, "\r"), []byte(signs))
	return ok && (len(rest) == 0 || rest[0] == ' ')
}
