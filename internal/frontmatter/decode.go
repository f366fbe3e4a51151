package frontmatter

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/diag"
)

// decode runs yaml.v3 over the YAML and turns its errors into diagnostics.
func (f *File) decode() (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil { // a fault of the reader must not end the run
			doc, err = nil, fault(diag.BadYAML, 2, 1, fmt.Sprintf("the front matter cannot be read: %v", r), "write it more simply")
		}
	}()
	doc = &yaml.Node{}
	text := f.src[f.head:f.tail]
	if at, c := control(text); at >= 0 {
		return nil, f.faultAt(diag.BadYAML, f.head+at, fmt.Sprintf("the front matter holds the control character U+%04X", c), "remove it, or write it as \\u escape between double quotes")
	}
	if e := yaml.Unmarshal(text, doc); e != nil {
		return nil, f.yamlFault(e)
	}
	return doc, nil
}

// control finds a character that YAML forbids unescaped.
func control(b []byte) (at int, c rune) {
	for i, r := range string(b) {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 && r != 0x85 || r == 0xfffe || r == 0xffff {
			return i, r
		}
	}
	return -1, 0
}

// yamlFault reads the line out of an error of yaml.v3: "yaml: line 3: what".
// Its scanner counts lines from 1, its parser from 0.
func (f *File) yamlFault(e error) error {
	var te *yaml.TypeError
	if errors.As(e, &te) && len(te.Errors) > 0 {
		e = errors.New(te.Errors[0])
	}
	msg := strings.TrimPrefix(e.Error(), "yaml: ")
	line := 1
	if rest, ok := strings.CutPrefix(msg, "line "); ok {
		if n, m, ok := strings.Cut(rest, ": "); ok {
			if k, err := strconv.Atoi(n); err == nil {
				line, msg = k, m
			}
		}
		if hasAnyPrefix(msg, "did not find expected key", "did not find expected '-'", "did not find expected ','", "did not find expected node", "did not find expected <") {
			line++
		}
	}
	at, _ := diag.Position(f.src, f.offset(line, 1))
	return fault(diag.BadYAML, at, 1, "the front matter is not YAML: "+msg, hint(msg))
}

// hint says what most often lies behind a message of the YAML reader.
func hint(msg string) string {
	switch {
	case strings.Contains(msg, "mapping values are not allowed"):
		return "put a value that holds a colon in quotes"
	case strings.Contains(msg, "cannot start any token"):
		return "indent with blanks, not tabs, and put a value that begins with a special character in quotes"
	case strings.Contains(msg, "tab character"):
		return "indent with blanks, not tabs"
	case strings.Contains(msg, "unexpected end of stream"), strings.Contains(msg, "expected ',' or"):
		return "close the quotation mark or bracket"
	case strings.Contains(msg, "unknown anchor"):
		return "an asterisk at the start of a value needs quotes"
	case strings.Contains(msg, "escape character"):
		return "write a backslash between double quotes twice"
	}
	return "look at the indentation and the quotes on this line and the one before"
}

// index notes where the lines of the YAML begin. yaml.v3 ends lines at the
// separators of YAML 1.1 too.
func (f *File) index() {
	f.lines = append(f.lines[:0], f.head)
	text := string(f.src[f.head:f.tail])
	for i, r := range text {
		switch r {
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				continue
			}
			fallthrough
		case '\n':
			f.lines = append(f.lines, f.head+i+1)
		case '\u0085':
			f.lines = append(f.lines, f.head+i+2)
		case '\u2028', '\u2029':
			f.lines = append(f.lines, f.head+i+3)
		}
	}
	if f.lines[len(f.lines)-1] != f.tail {
		f.lines = append(f.lines, f.tail)
	}
}

// offset is the byte offset in the file of a place as yaml.v3 gives it.
func (f *File) offset(line, col int) int {
	if line < 1 || line > len(f.lines) {
		return f.tail
	}
	at := f.lines[line-1]
	for _, r := range string(f.src[at:f.lineEnd(line)]) {
		if col--; col < 1 {
			break
		}
		at += len(string(r))
	}
	return at
}

// lineEnd is where a line ends, its separator included.
func (f *File) lineEnd(line int) int {
	if line < len(f.lines) {
		return f.lines[line]
	}
	return f.tail
}
