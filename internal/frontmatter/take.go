package frontmatter

import (
	"strings"

	"fasti/internal/diag"
)

// Lines are the lines of a key, with its comments, as they stand; "" if it is
// not there.
func (f *File) Lines(key string) string {
	k := find(f.root, key)
	if k < 0 || !f.alone(f.root.Content[k]) {
		return ""
	}
	from, to := f.extent(f.root, k, len(f.lines))
	return string(f.cutOut(from, to))
}

func (f *File) cutOut(from, to int) []byte {
	b := f.tail
	if to-1 < len(f.lines) {
		b = f.lines[to-1]
	}
	return f.src[f.lines[from-1]:b]
}

// Put gives a key the lines that are given, to the byte; "" removes it. A key
// that is not there yet goes to its place in the order of keys.
func (f *File) Put(key, lines string, order []string) (*File, error) {
	if lines != "" && !strings.HasSuffix(lines, "\n") {
		lines += f.eol
	}
	k := find(f.root, key)
	var out []byte
	switch {
	case k >= 0 && f.alone(f.root.Content[k]):
		from, to := f.extent(f.root, k, len(f.lines))
		out = f.cut(from, to, lines)
	case k >= 0:
		return nil, fault(diag.CannotEdit, 1, 1, "the key "+key+" does not stand on a line of its own", "write each key on a line of its own")
	case lines == "":
		return f, nil
	default:
		line := f.placeOf(key, order)
		out = f.cut(line, line, lines)
	}
	return Parse(out)
}

// placeOf is the line that a new key goes to.
func (f *File) placeOf(key string, order []string) int {
	keys := Map{}
	for i := 0; i+1 < len(f.root.Content); i += 2 {
		keys = append(keys, Entry{Key: f.root.Content[i].Value})
	}
	if len(keys) == 0 {
		return len(f.lines)
	}
	p := (Edit{order: order}).place(keys, key, true)
	if p == 0 {
		return f.root.Content[0].Line
	}
	_, line := f.extent(f.root, 2*p-2, len(f.lines))
	return line
}

// Value gives a key's value in the style that it has, to compare and to write;
// ok is false if it is not there.
func (f *File) Value(key string) (v any, ok bool) {
	n := f.Get(key)
	if n == nil {
		return nil, false
	}
	return styled(n), true
}

// Keys are the keys at the top, in order.
func (f *File) Keys() []string {
	var out []string
	for i := 0; i+1 < len(f.root.Content); i += 2 {
		out = append(out, f.root.Content[i].Value)
	}
	return out
}

// Equal reports whether two values mean the same, whatever their style.
func Equal(a, b any) bool { return equal(meaning(a), meaning(b)) }

// Number reports whether a value is a number.
func Number(v any) bool {
	switch v := v.(type) {
	case int, int64, float64:
		return true
	case raw:
		return v.tag == "!!int" || v.tag == "!!float"
	}
	return false
}

// Print writes a key with its value as lines.
func Print(key string, v any) string {
	w := writer{eol: "\n"}
	w.entry(key, v, 0, "")
	return w.b.String()
}
