package frontmatter

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/diag"
)

// Edit is one change of the front matter; make it with [Set], [Delete],
// [SetItem], [DeleteItem] or [Append].
type Edit struct {
	op    op
	path  []string
	item  int
	value any
	order []string
}

type op uint8

const (
	opSet op = iota
	opDelete
	opOneLine
	opSetItem
	opDeleteItem
	opAppend
)

// Set gives the key at the end of the path a value. A key that is not there
// yet goes to its place in the order of keys given, or to the end. Mappings on
// the way are made.
func Set(value any, order []string, path ...string) Edit {
	return Edit{op: opSet, path: path, value: value, order: order}
}

// Delete removes a key; it is no error if it is not there.
func Delete(path ...string) Edit { return Edit{op: opDelete, path: path} }

// SetItem replaces an item, counted from 0, of the list at the path.
func SetItem(item int, value any, path ...string) Edit {
	return Edit{op: opSetItem, item: item, value: value, path: path}
}

// DeleteItem removes an item of the list at the path.
func DeleteItem(item int, path ...string) Edit {
	return Edit{op: opDeleteItem, item: item, path: path}
}

// Append adds an item to the list at the path; the list is made if it is not
// there or empty.
func Append(value any, order []string, path ...string) Edit {
	return Edit{op: opAppend, value: value, order: order, path: path}
}

// Edit applies the edits in turn and gives the whole file. It fails, with
// the file unchanged, where the front matter is written so that the edit
// would change the meaning of another part (an anchor that is removed).
func (f *File) Edit(edits ...Edit) ([]byte, error) {
	g, err := f.EditFile(edits...)
	if err != nil {
		return nil, err
	}
	return g.src, nil
}

// EditFile is [File.Edit] that gives the file taken apart.
func (f *File) EditFile(edits ...Edit) (*File, error) {
	for _, e := range edits {
		g, err := f.one(e)
		if err != nil {
			return nil, err
		}
		f = g
	}
	return f, nil
}

// one applies one edit: first to as few lines as possible, then, where the
// style does not allow that, by writing the whole key anew.
func (f *File) one(e Edit) (*File, error) {
	if len(e.path) == 0 {
		return nil, fault(diag.CannotEdit, 0, 0, "an edit without a key", "")
	}
	before := model(f.root)
	want := meaning(e.apply(before, e.path))
	after := e.apply(styled(f.root), e.path)
	if equal(before, want) && e.op != opOneLine {
		return f, nil
	}
	for depth := len(e.path); depth >= 1; depth-- {
		text, ok := f.splice(e, depth, after)
		if !ok {
			continue
		}
		g, err := Parse(text)
		if err == nil && equal(model(g.root), want) && string(g.Body()) == string(f.Body()) {
			return g, nil
		}
	}
	line, col := 1, 1
	if n := f.Get(e.path[0]); n != nil {
		line, col = f.Position(n)
	}
	return nil, fault(diag.CannotEdit, line, col,
		fmt.Sprintf("the key %s cannot be changed without touching other parts", strings.Join(e.path, ".")),
		"write it as a plain list of keys, without anchors")
}

// splice writes the edit into the text by replacing the lines of the entry
// at the first depth keys of its path. At full depth list items are replaced
// alone.
func (f *File) splice(e Edit, depth int, want any) ([]byte, bool) {
	parent, from, to := f.root, 1, len(f.lines)
	for i := 0; ; i++ {
		if parent.Kind != yaml.MappingNode || parent.Style&yaml.FlowStyle != 0 {
			return nil, false
		}
		k := find(parent, e.path[i])
		if k < 0 {
			if i+1 != depth {
				return nil, false
			}
			return f.insert(e, parent, e.path[:depth], to, want)
		}
		if !f.alone(parent.Content[k]) {
			return nil, false
		}
		from, to = f.extent(parent, k, to)
		if i+1 == depth {
			if depth == len(e.path) && e.op >= opSetItem {
				if text, ok := f.spliceItem(e, parent.Content[k+1], from, to); ok {
					return text, true
				}
			}
			return f.replace(e, parent, k, e.path[:depth], from, to, want)
		}
		parent = parent.Content[k+1]
	}
}

func find(m *yaml.Node, key string) int {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// at finds the value at a path of a styled value.
func at(v any, path []string) (any, bool) {
	for _, key := range path {
		m, _ := v.(Map)
		if w, ok := v.(Inline); ok {
			m = Map(w)
		}
		found := false
		for _, e := range m {
			if e.Key == key {
				v, found = e.Value, true
				break
			}
		}
		if !found {
			return nil, false
		}
	}
	return v, true
}

// alone reports whether nothing but blanks stands before the key on its line.
func (f *File) alone(key *yaml.Node) bool {
	at := f.offset(key.Line, key.Column)
	return strings.Trim(string(f.src[f.lines[key.Line-1]:at]), " ") == ""
}

// extent gives the lines [from, to) of the entry whose key is
// parent.Content[k], without the comments and empty lines that follow it. end
// bounds the parent.
func (f *File) extent(parent *yaml.Node, k, end int) (from, to int) {
	key, value := parent.Content[k], parent.Content[k+1]
	from, to = key.Line, end
	if k+2 < len(parent.Content) {
		to = parent.Content[k+2].Line
	}
	literal := value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	for to > from+1 {
		line := string(f.src[f.lines[to-2]:f.lineEnd(to-1)])
		text := strings.TrimSpace(line)
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if text != "" && (text[0] != '#' || literal && indent >= key.Column) {
			break
		}
		to--
	}
	return from, to
}

// cut replaces the lines [from, to) by a text.
func (f *File) cut(from, to int, text string) []byte {
	a, b := f.lines[from-1], f.tail
	if to-1 < len(f.lines) {
		b = f.lines[to-1]
	}
	out := make([]byte, 0, len(f.src)+len(text))
	out = append(out, f.src[:a]...)
	if a > f.head && a == f.tail && f.src[a-1] != '\n' {
		out = append(out, f.eol...)
	}
	out = append(out, text...)
	return append(out, f.src[b:]...)
}

// replace writes the entry anew, or removes it.
func (f *File) replace(e Edit, parent *yaml.Node, k int, path []string, from, to int, want any) ([]byte, bool) {
	v, ok := at(want, path)
	if !ok {
		if len(parent.Content) == 2 && parent != f.root {
			return nil, false // the last key of a nested mapping: write the mapping as {}
		}
		return f.cut(from, to, ""), true
	}
	key, value := parent.Content[k], parent.Content[k+1]
	w := writer{eol: f.eol}
	start := f.offset(key.Line, key.Column)
	w.b.Write(f.src[f.lines[from-1]:start])
	w.entry(key.Value, v, key.Column-1, f.comment(key, value, to))
	return f.cut(from, to, w.b.String()), true
}

// comment gives the comment at the end of the key's line, with the blanks
// before it, if the value ends on that line or begins on a later one.
func (f *File) comment(key, value *yaml.Node, to int) string {
	c := value.LineComment
	if c == "" {
		c = key.LineComment
	}
	if c == "" || strings.ContainsAny(c, "\r\n") {
		return ""
	}
	line := strings.TrimRight(string(f.src[f.lines[key.Line-1]:f.lineEnd(key.Line)]), "\r\n")
	head, ok := strings.CutSuffix(line, c)
	if !ok || value.Line == key.Line && to > key.Line+1 {
		return ""
	}
	return head[len(strings.TrimRight(head, " \t")):] + c
}

// insert writes a new entry of the parent, whose lines end before to.
func (f *File) insert(e Edit, parent *yaml.Node, path []string, to int, want any) ([]byte, bool) {
	v, ok := at(want, path)
	if !ok {
		return nil, false
	}
	var indent, line int
	if n := len(parent.Content); n > 0 {
		if !f.alone(parent.Content[0]) {
			return nil, false
		}
		indent = parent.Content[0].Column - 1
		keys := make(Map, 0, n/2)
		for i := 0; i < n; i += 2 {
			keys = append(keys, Entry{Key: parent.Content[i].Value})
		}
		if p := e.place(keys, path[len(path)-1], len(path) == len(e.path)); p == 0 {
			line = parent.Content[0].Line
		} else {
			_, line = f.extent(parent, 2*p-2, to)
		}
	} else if parent != f.root {
		return nil, false
	} else {
		line = len(f.lines) // behind comments, if there are some
		if f.lines[line-1] != f.tail {
			return nil, false
		}
	}
	w := writer{eol: f.eol}
	w.b.WriteString(strings.Repeat(" ", indent))
	w.entry(path[len(path)-1], v, indent, "")
	return f.cut(line, line, w.b.String()), true
}

// spliceItem changes one item of a block list whose key has the lines
// [from, to).
func (f *File) spliceItem(e Edit, list *yaml.Node, from, to int) ([]byte, bool) {
	if list.Kind != yaml.SequenceNode || list.Style&yaml.FlowStyle != 0 || len(list.Content) == 0 {
		return nil, false
	}
	dashes := make([]int, len(list.Content)+1) // the lines of the hyphens
	indent := -1
	for i, c := range list.Content {
		line := string(f.src[f.lines[c.Line-1]:f.offset(c.Line, c.Column)])
		rest := strings.TrimLeft(line, " ")
		if n := len(line) - len(rest); strings.Trim(rest, " ") != "-" || indent >= 0 && n != indent {
			return nil, false
		} else {
			indent = n
		}
		dashes[i] = c.Line
	}
	dashes[len(list.Content)] = to
	w := writer{eol: f.eol}
	if e.op == opAppend {
		w.b.WriteString(strings.Repeat(" ", indent))
		w.item(e.value, indent)
		return f.cut(to, to, w.b.String()), true
	}
	if e.item < 0 || e.item >= len(list.Content) || e.op == opDeleteItem && len(list.Content) == 1 {
		return nil, false
	}
	a, b := dashes[e.item], f.itemEnd(list.Content[e.item], dashes[e.item], dashes[e.item+1])
	if e.op == opDeleteItem {
		return f.cut(a, b, ""), true
	}
	w.b.WriteString(strings.Repeat(" ", indent))
	w.item(e.value, indent)
	return f.cut(a, b, f.keepRemarks(list.Content[e.item], a, b, w.b.String())), true
}

// itemEnd leaves the comments between an item and the next where they are.
func (f *File) itemEnd(item *yaml.Node, from, to int) int {
	literal := item.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	for to > from+1 && !literal {
		text := strings.TrimSpace(string(f.src[f.lines[to-2]:f.lineEnd(to-1)]))
		if text != "" && text[0] != '#' {
			break
		}
		to--
	}
	return to
}
