package frontmatter

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A value to write is a string, an int, a bool, or one of these.
type (
	// Map is a list of keys, each on its own line.
	Map []Entry
	// List is a list of items, each on its own line.
	List []any
	// Inline is a list of keys between braces on one line; its values are
	// strings, numbers and truth values.
	Inline []Entry
	// InlineList is a list between brackets on one line.
	InlineList []any

	// Entry is a key with its value.
	Entry struct {
		Key   string
		Value any
	}

	// raw is a scalar that keeps the text that it had.
	raw struct{ tag, text string }
)

// New writes a file from nothing: the keys, and a body if there is one.
func New(m Map, body []byte) []byte {
	w := writer{eol: "\n"}
	w.line("---")
	w.entries(m, 0)
	w.line("---")
	return append([]byte(w.b.String()), body...)
}

// writer prints values as block YAML.
type writer struct {
	b   strings.Builder
	eol string
}

func (w *writer) line(s string) {
	w.b.WriteString(s)
	w.b.WriteString(w.eol)
}

func (w *writer) entries(m Map, indent int) {
	for _, e := range m {
		w.b.WriteString(strings.Repeat(" ", indent))
		w.entry(e.Key, e.Value, indent, "")
	}
}

// entry prints "key: value" from where the writer stands; indent is that of
// the key, comment a comment to keep on its line.
func (w *writer) entry(key string, v any, indent int, comment string) {
	w.b.WriteString(scalar(key, false))
	w.b.WriteByte(':')
	switch v := v.(type) {
	case Map:
		if len(v) > 0 {
			w.line(comment)
			w.entries(v, indent+2)
			return
		}
	case List:
		if len(v) > 0 {
			w.line(comment)
			for _, item := range v {
				w.b.WriteString(strings.Repeat(" ", indent+2))
				w.item(item, indent+2)
			}
			return
		}
	}
	w.line(" " + inline(v) + comment)
}

// item prints "- value" from where the writer stands; indent is that of the
// hyphen.
func (w *writer) item(v any, indent int) {
	w.b.WriteString("- ")
	m, ok := v.(Map)
	if !ok || len(m) == 0 {
		w.line(inline(v))
		return
	}
	for i, e := range m {
		if i > 0 {
			w.b.WriteString(strings.Repeat(" ", indent+2))
		}
		w.entry(e.Key, e.Value, indent+2, "")
	}
}

// inline prints a value on one line.
func inline(v any) string {
	switch v := v.(type) {
	case string:
		return scalar(v, false)
	case Inline:
		return inlineMap(v)
	case Map:
		return inlineMap(v)
	case InlineList:
		return inlineList(v)
	case List:
		return inlineList(v)
	}
	return inner(v)
}

func inlineMap(m []Entry) string {
	parts := make([]string, len(m))
	for i, e := range m {
		parts[i] = scalar(e.Key, true) + ": " + inner(e.Value)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func inlineList(l []any) string {
	parts := make([]string, len(l))
	for i, e := range l {
		parts[i] = inner(e)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// inner prints a value between braces or brackets.
func inner(v any) string {
	switch v := v.(type) {
	case string:
		return scalar(v, true)
	case Quoted:
		return quote(string(v))
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case raw:
		return v.text
	case Map, Inline, List, InlineList:
		return inline(v)
	case nil:
		return "null"
	}
	return scalar(fmt.Sprint(v), true)
}

// Quoted is a string that is always written between double quotes, as dates
// and quotations are, so that they look alike whatever they hold.
type Quoted string

// scalar prints a string plain where every reader takes it for that string,
// else between double quotes.
func scalar(s string, flow bool) string {
	if plain(s, flow) {
		return s
	}
	return quote(s)
}

// plain is narrow on purpose: letters first, then letters, digits and signs
// that mean nothing in YAML, on one line, and no word that some reader takes
// for something else.
func plain(s string, flow bool) bool {
	if s == "" || len(s) > 1000 || !utf8.ValidString(s) || s[len(s)-1] == ' ' || reserved(s) {
		return false
	}
	for i, r := range s {
		if unicode.IsLetter(r) {
			continue
		}
		signs := " -_./(),'+;?!’‘“”„»«–—…·"
		if flow {
			signs = " -_."
		}
		if i == 0 || !unicode.IsDigit(r) && !unicode.In(r, unicode.Mn) && !strings.ContainsRune(signs, r) {
			return false
		}
	}
	return true
}

// reserved holds the words that YAML 1.1 or 1.2 read as something else than text.
func reserved(s string) bool {
	if len(s) > 8 {
		return false
	}
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nil", "nan", "inf", "infinity":
		return true
	}
	return false
}

// quote prints between double quotes, with the escapes that YAML shares with
// JSON. Bytes that are no UTF-8 become U+FFFD.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < 0x20 || r >= 0x7f && r <= 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r >= 0xfff0 && r <= 0xffff && r != utf8.RuneError:
			fmt.Fprintf(&b, `\u%04X`, r)
		case r > 0xffff && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
