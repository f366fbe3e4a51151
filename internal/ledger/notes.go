package ledger

import (
	"fmt"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// notes tells the lines of a file that are fasti's own notes, which runs write
// anew: a person's act is taken back though its line of notes is another now.
func notes() decisions.Notes { return decisions.Notes{Same: sameNote, Join: joinNotes} }

// noteOf reads a line of notes: "fasti: {…}", at any indentation.
func noteOf(l string) (indent string, v any, ok bool) {
	text := strings.TrimLeft(l, " ")
	if !strings.HasPrefix(text, "fasti: {") {
		return "", nil, false
	}
	f, err := frontmatter.Parse([]byte("---\n" + text + "---\n"))
	if err != nil {
		return "", nil, false
	}
	v, ok = f.Value("fasti")
	return l[:len(l)-len(text)], v, ok
}

// sameNote reports whether two lines are notes on the same event, or on the
// same sentence.
func sameNote(a, b string) bool {
	in, x, ok := noteOf(a)
	other, y, also := noteOf(b)
	return ok && also && in == other && noteID(x) == noteID(y)
}

// noteID is the id in a note; those of actors have none, and stand alone.
func noteID(v any) string {
	m, _ := entriesOf(v)
	id, _ := valueOf(m, "id")
	return fmt.Sprint(id)
}

// joinNotes takes back in the note of now what an act had changed in it.
func joinNotes(after, now, before string) string {
	indent, n, _ := noteOf(now)
	_, a, _ := noteOf(after)
	_, b, _ := noteOf(before)
	return indent + frontmatter.Print("fasti", joinValues(a, n, b))
}
