package decisions

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Patch takes back what an act did to one file.
type Patch struct {
	Path  string `json:"path"`          // relative to the site's folder
	Old   string `json:"old,omitempty"` // hash of the file before; "" if there was none
	New   string `json:"new,omitempty"` // hash of the file after; "" if it was removed
	Hunks []Hunk `json:"hunks,omitempty"`
}

// Hunk is a run of lines that changed. Lines keep their ends.
type Hunk struct {
	At     int      `json:"at"`               // in the file after, from 0
	Before string   `json:"before,omitempty"` // the line in front of it
	Old    []string `json:"old,omitempty"`
	New    []string `json:"new,omitempty"`
}

// maxLines bounds the files whose lines are compared one by one.
const maxLines = 4000

// Diff says how to come from after back to before; nil is no file.
func Diff(path string, before, after []byte) Patch {
	p := Patch{Path: path, Old: Hash(before), New: Hash(after)}
	if before == nil {
		return p // to take it back is to remove it
	}
	a, b := lines(before), lines(after)
	if len(a) > maxLines || len(b) > maxLines {
		p.Hunks = []Hunk{{Old: a, New: b}}
		return p
	}
	p.Hunks = hunks(a, b)
	return p
}

// Hash names a content; nil is none.
func Hash(b []byte) string {
	if b == nil {
		return ""
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:6])
}

func lines(b []byte) []string {
	var out []string
	for l := range strings.Lines(string(b)) {
		out = append(out, l)
	}
	return out
}

// hunks are the runs of lines that differ.
func hunks(a, b []string) []Hunk {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []Hunk
	open := false
	note := func(i, j int) *Hunk {
		if !open {
			h := Hunk{At: j}
			if j > 0 {
				h.Before = b[j-1]
			}
			out, open = append(out, h), true
		}
		return &out[len(out)-1]
	}
	i, j := head, head
	table := common(a[head:len(a)-tail], b[head:len(b)-tail])
	for i < len(a)-tail || j < len(b)-tail {
		x, y := i-head, j-head
		switch {
		case i < len(a)-tail && j < len(b)-tail && a[i] == b[j]:
			open = false
			i, j = i+1, j+1
		case j < len(b)-tail && (i == len(a)-tail || table[x][y+1] >= table[x+1][y]):
			h := note(i, j)
			h.New = append(h.New, b[j])
			j++
		default:
			h := note(i, j)
			h.Old = append(h.Old, a[i])
			i++
		}
	}
	return out
}

// common is the table of lengths of the longest common rows of lines.
func common(a, b []string) [][]int {
	t := make([][]int, len(a)+1)
	for i := range t {
		t[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	return t
}

// Notes tells lines that a program notes for itself, and may have written anew
// since an act, from those that people write and read.
type Notes struct {
	// Same reports whether two lines are notes on the same thing.
	Same func(a, b string) bool
	// Join gives the note that stands now, without what the act had changed in it:
	// after and before are the note after the act and before it.
	Join func(after, now, before string) string
	// Leave reports whether lines that are others now may stay as they are: the
	// program wrote them along with the act, and writes them anew by itself.
	Leave func(Hunk) bool
}

// same reports whether a line of a hunk stands in a file, or a note in its place.
func (n Notes) same(a, b string) bool { return a == b || n.Same != nil && n.Same(a, b) }

// old are the lines that come into the place of those of a hunk: its own, but for
// notes that were written anew since.
func (n Notes) old(h Hunk, now []string) []string {
	out := slices.Clone(h.Old)
	for i, after := range h.New {
		if now[i] == after {
			continue
		}
		for j, before := range h.Old {
			if n.same(before, after) {
				out[j] = n.Join(after, now[i], before)
			}
		}
	}
	return out
}

// Back takes a patch back from a file as it is now; nil is no file. Where the
// file has changed since, the lines of the act are looked for, and must be
// found exactly once; else the error says what is in the way. Notes that the
// program has written anew since are in nobody's way.
func (p Patch) Back(now []byte, notes Notes) ([]byte, error) {
	exact := Hash(now) == p.New
	switch {
	case p.Old == "" && exact, p.Old == "" && now == nil:
		return nil, nil
	case p.Old == "":
		return nil, fmt.Errorf("%s was made by this act and has been changed since", p.Path)
	case p.New == "" && now != nil:
		return nil, fmt.Errorf("%s was removed by this act and is there again", p.Path)
	case p.New != "" && now == nil:
		return nil, fmt.Errorf("%s is not there any more", p.Path)
	}
	text := lines(now)
	for i := len(p.Hunks) - 1; i >= 0; i-- {
		h := p.Hunks[i]
		if !exact {
			var ok bool
			if text, ok = h.back(text, notes); !ok {
				return nil, fmt.Errorf("%s has changed since, in the same lines", p.Path)
			}
			continue
		}
		if h.At+len(h.New) > len(text) {
			return nil, fmt.Errorf("the log does not fit %s", p.Path)
		}
		text = slices.Replace(text, h.At, h.At+len(h.New), h.Old...)
	}
	out := []byte(strings.Join(text, ""))
	if exact && Hash(out) != p.Old {
		return nil, fmt.Errorf("the log does not fit %s", p.Path)
	}
	return out, nil
}

// back takes a hunk back from a file that has changed since. Lines that came into
// the place of others one by one are each looked for by itself, if they are not
// there together any more.
func (h Hunk) back(text []string, notes Notes) ([]string, bool) {
	if at := h.find(text, notes); at >= 0 {
		return slices.Replace(text, at, at+len(h.New), notes.old(h, text[at:at+len(h.New)])...), true
	}
	if notes.Leave != nil && notes.Leave(h) {
		return text, true
	}
	if len(h.New) < 2 || len(h.New) != len(h.Old) {
		return text, false
	}
	for i := range h.New {
		var ok bool
		if text, ok = (Hunk{Old: h.Old[i : i+1], New: h.New[i : i+1]}).back(text, notes); !ok {
			return text, false
		}
	}
	return text, true
}

// find looks for the one place of the hunk's lines; -1 if there is none, or
// more than one.
func (h Hunk) find(text []string, notes Notes) int {
	found := -1
	for i := 0; i+len(h.New) <= len(text); i++ {
		if !slices.EqualFunc(text[i:i+len(h.New)], h.New, notes.same) {
			continue
		}
		if len(h.New) == 0 && (i == 0 || !notes.same(text[i-1], h.Before)) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
