// Package frontmatter reads the YAML at the head of a content file and
// changes single keys of it: bytes and edits in, bytes out. Lines that hold
// none of the edited keys keep every byte, and so do the body, comments, the
// order of keys and the ends of lines.
//
// Begin with [Parse], look at [File.Root], change with [File.Edit]; [New]
// writes a file from nothing. YAML written here is read alike by yaml.v3 and
// by goccy/go-yaml, which Hugo uses.
package frontmatter

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"fasti/internal/diag"
)

// Bounds of what is read; hostile input gets an error, not the machine.
const (
	MaxSize  = 4 << 20 // bytes of YAML
	maxDepth = 64
	maxNodes = 400_000 // with aliases resolved
)

// File is a content file, taken apart.
type File struct {
	src        []byte
	head, tail int // the YAML is src[head:tail], whole lines
	body       int // where the body begins
	eol        string
	root       *yaml.Node // a mapping; never nil
	lines      []int      // offsets of the lines of the YAML as yaml.v3 counts them, and of its end
}

// Has reports whether the bytes begin as front matter does.
func Has(src []byte) bool {
	line, _, _ := bytes.Cut(trimBOM(src), []byte("\n"))
	return isFence(line)
}

// Parse takes a file apart. The error, a [diag.Diagnostic] without a file
// name, has line and column.
func Parse(src []byte) (*File, error) {
	f := &File{src: src, eol: "\n"}
	if err := f.split(); err != nil {
		return nil, err
	}
	if f.tail-f.head > MaxSize {
		return nil, fault(diag.TooLarge, 1, 1, "the front matter is larger than 4 MB", "keep long texts in the body")
	}
	if at, ok := invalid(src[f.head:f.tail]); ok {
		return nil, f.faultAt(diag.NotUTF8, f.head+at, "the front matter is not UTF-8", "save the file as UTF-8")
	}
	f.index()
	doc, err := f.decode()
	if err != nil {
		return nil, err
	}
	f.root = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1}
	if len(doc.Content) > 0 {
		f.root = doc.Content[0]
	}
	if f.root.Kind == yaml.ScalarNode && f.root.Tag == "!!null" {
		f.root = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1}
	}
	if f.root.Kind != yaml.MappingNode {
		return nil, f.fault(diag.BadYAML, f.root, "the front matter is not a list of keys", "write a key, a colon, a blank and a value on each line")
	}
	nodes := 0
	if err := f.check(f.root, 0, &nodes); err != nil {
		return nil, err
	}
	return f, nil
}

// split finds the fences around the YAML.
func (f *File) split() error {
	start := len(f.src) - len(trimBOM(f.src))
	line, _, more := bytes.Cut(f.src[start:], []byte("\n"))
	if !isFence(line) {
		hint := "begin the file with a line of three hyphens"
		if bytes.HasPrefix(line, []byte("+++")) || bytes.HasPrefix(line, []byte("{")) {
			hint = "fasti reads YAML only, between lines of three hyphens"
		}
		return fault(diag.FrontMatter, 1, 1, "the file has no front matter", hint)
	}
	if bytes.HasSuffix(line, []byte("\r")) {
		f.eol = "\r\n"
	}
	f.head = start + len(line)
	if more {
		f.head++
	}
	for at := f.head; at < len(f.src); {
		line, _, _ := bytes.Cut(f.src[at:], []byte("\n"))
		next := min(at+len(line)+1, len(f.src))
		if isFence(line) {
			f.tail, f.body = at, next
			return nil
		}
		at = next
	}
	return fault(diag.FrontMatter, 1, 1, "the front matter is never closed", "end it with a line of three hyphens")
}

// isFence reports whether a line is three hyphens, with nothing but blanks
// behind them.
func isFence(line []byte) bool {
	return bytes.HasPrefix(line, []byte("---")) && len(bytes.Trim(line[3:], " \t\r")) == 0
}

func trimBOM(b []byte) []byte { return bytes.TrimPrefix(b, []byte("\ufeff")) }

// Root is the mapping of all keys.
func (f *File) Root() *yaml.Node { return f.root }

// Body is what stands behind the front matter, byte for byte.
func (f *File) Body() []byte { return f.src[f.body:] }

// BodyOffset is where the body begins in the file.
func (f *File) BodyOffset() int { return f.body }

// Bytes are the bytes of the whole file.
func (f *File) Bytes() []byte { return f.src }

// Get finds the value at a path of keys; nil if there is none.
func (f *File) Get(path ...string) *yaml.Node {
	n := f.root
	for _, k := range path {
		if n = Value(n, k); n == nil {
			return nil
		}
	}
	return n
}

// Text is the value of a key as it is read, where it is a single one; "" if it is a
// list, a mapping or not there.
func (f *File) Text(key string) string {
	n := resolve(f.Get(key))
	if n == nil || n.Kind != yaml.ScalarNode {
		return ""
	}
	return n.Value
}

// Value finds the value of a key of a mapping; nil if there is none.
func Value(n *yaml.Node, key string) *yaml.Node {
	n = resolve(n)
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// resolve follows an alias.
func resolve(n *yaml.Node) *yaml.Node {
	for range maxDepth {
		if n == nil || n.Kind != yaml.AliasNode {
			return n
		}
		n = n.Alias
	}
	return nil
}

// Position is the place of a node in the file, both from 1.
func (f *File) Position(n *yaml.Node) (line, col int) {
	return diag.Position(f.src, f.offset(n.Line, n.Column))
}

// check refuses what readers of YAML disagree on, and what is too large.
func (f *File) check(n *yaml.Node, depth int, nodes *int) error {
	if *nodes++; depth > maxDepth || *nodes > maxNodes {
		return f.fault(diag.BadYAML, n, "the front matter is nested too deeply or expands too far", "keep it flat and without aliases")
	}
	if n.Kind == yaml.AliasNode {
		return f.check(n.Alias, depth+1, nodes)
	}
	if n.Kind == yaml.MappingNode {
		seen := make(map[string]bool, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := n.Content[i]
			if k.Kind != yaml.ScalarNode {
				return f.fault(diag.BadYAML, k, "a key is not a word", "quote keys that hold special characters")
			}
			if seen[k.Value] {
				return f.fault(diag.DuplicateKey, k, fmt.Sprintf("the key %q stands here for the second time", k.Value), "remove one of the two")
			}
			seen[k.Value] = true
		}
	}
	for _, c := range n.Content {
		if err := f.check(c, depth+1, nodes); err != nil {
			return err
		}
	}
	return nil
}

// Fault is a diagnostic at a node.
func (f *File) fault(code diag.Code, n *yaml.Node, message, hint string) error {
	line, col := f.Position(n)
	return fault(code, line, col, message, hint)
}

func (f *File) faultAt(code diag.Code, offset int, message, hint string) error {
	line, col := diag.Position(f.src, offset)
	return fault(code, line, col, message, hint)
}

func fault(code diag.Code, line, col int, message, hint string) error {
	return diag.Diagnostic{Line: line, Col: col, Code: code, Message: message, Hint: hint}
}

// invalid finds the first byte that is not UTF-8.
func invalid(b []byte) (int, bool) {
	if utf8.Valid(b) {
		return 0, false
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i, true
		}
		i += n
	}
	return 0, false
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
