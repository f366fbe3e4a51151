package ledger

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/diag"
	"fasti/internal/edtf"
	"fasti/internal/frontmatter"
)

// reader reads the keys of one file. It works on nodes, not on decoded
// values, so that every fault has its line and column and an unquoted date
// stays the text that it is.
type reader struct {
	l    *loader
	file string
	f    *frontmatter.File
	at   places
	has  map[string]bool
	bad  bool // an error was reported
	auto bool // the file is an event of fasti's making
}

func (r *reader) fault(n *yaml.Node, code diag.Code, message, hint string) {
	line, col := r.f.Position(n)
	r.l.report(diag.Diagnostic{File: r.file, Line: line, Col: col, Code: code, Message: message, Hint: hint})
	r.bad = r.bad || code.Severity() == diag.Error
}

// text reads a string; numbers and dates without quotes are the text that
// stands there.
func (r *reader) text(n *yaml.Node, what string) string {
	switch {
	case n == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		return ""
	case n.Kind == yaml.AliasNode:
		return r.text(n.Alias, what)
	case n.Kind != yaml.ScalarNode:
		r.fault(n, diag.BadValue, what+": a text is wanted, not a list", "write it on one line, between quotes")
		return ""
	}
	return n.Value
}

func (r *reader) key(name string) string { return r.text(r.f.Get(name), name) }

func (r *reader) number(n *yaml.Node, what string, lo, hi int) int {
	s := r.text(n, what)
	if s == "" {
		return 0
	}
	v, err := strconv.Atoi(s)
	if err != nil || v < lo || v > hi {
		r.fault(n, diag.BadValue, fmt.Sprintf("%s: %q is no number from %d to %d", what, s, lo, hi), "write digits only")
		return 0
	}
	return v
}

func (r *reader) truth(name string) bool { return r.truthOf(r.f.Get(name), name) }

func (r *reader) truthOf(n *yaml.Node, name string) bool {
	switch s := r.text(n, name); s {
	case "true":
		return true
	case "", "false":
	default:
		r.fault(n, diag.BadValue, fmt.Sprintf("%s: %q is neither true nor false", name, s), "write true or false")
	}
	return false
}

// oneOf reads one of some words; fallback stands for none.
func (r *reader) oneOf(n *yaml.Node, what, fallback string, words ...string) string {
	s := r.text(n, what)
	switch {
	case s == "":
		return fallback
	case slices.Contains(words, s):
		return s
	}
	r.fault(n, diag.BadValue, fmt.Sprintf("%s: %q is not one of its words", what, s), "one of "+strings.Join(words, ", "))
	return fallback
}

// date reads an EDTF date; the zero Date if there is none.
func (r *reader) date(n *yaml.Node, what string) (edtf.Date, string) {
	s := r.text(n, what)
	if s == "" {
		return edtf.Date{}, ""
	}
	d, err := edtf.Parse(s)
	if err != nil {
		r.fault(n, diag.BadDate, fmt.Sprintf("%s: %q is no date: %v", what, s, err), dateHint)
	}
	return d, s
}

const dateHint = "write EDTF: 2024-02-06, 2024-02, 2024-02-05/2024-02-08, 2024-01-30~"

// items gives the entries of a list; one value counts as a list of one.
func (r *reader) items(n *yaml.Node, what string) []*yaml.Node {
	switch {
	case n == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		return nil
	case n.Kind == yaml.AliasNode:
		return r.items(n.Alias, what)
	case n.Kind == yaml.SequenceNode:
		return n.Content
	case n.Kind == yaml.ScalarNode:
		return []*yaml.Node{n}
	}
	r.fault(n, diag.BadValue, what+": a list is wanted", "begin each entry with a hyphen")
	return nil
}

func (r *reader) texts(name string) []string {
	var out []string
	for _, n := range r.items(r.f.Get(name), name) {
		if s := r.text(n, name); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// mapping refuses an entry that is no mapping.
func (r *reader) mapping(n *yaml.Node, what string) bool {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind == yaml.MappingNode {
		return true
	}
	r.fault(n, diag.BadValue, what+": an entry with keys is wanted", "for example {id: egypt, role: host}")
	return false
}

// pairs reads a mapping of words to texts.
func (r *reader) pairs(n *yaml.Node, what string) map[string]string {
	out := map[string]string{}
	if n == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null" || !r.mapping(n, what) {
		return out
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		out[n.Content[i].Value] = r.text(n.Content[i+1], what)
	}
	return out
}

// note gives a key that a person may write, else what fasti has noted of it.
func (r *reader) note(key string) *yaml.Node {
	if n := r.f.Get(key); n != nil {
		return n
	}
	return r.f.Get("fasti", key)
}

// stands remembers where an entry of a list stands.
func (r *reader) stands(key string, n *yaml.Node) {
	line, col := r.f.Position(n)
	r.at[key] = place{line, col}
}
