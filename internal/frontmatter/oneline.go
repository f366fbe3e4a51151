package frontmatter

import "gopkg.in/yaml.v3"

// OneLine writes a key's value, with all that is in it, on one line.
func OneLine(key string) Edit { return Edit{op: opOneLine, path: []string{key}} }

// OneLine reports whether a key's value stands on one line, or is not there.
func (f *File) OneLine(key string) bool {
	n := f.Get(key)
	return n == nil || n.Kind == yaml.ScalarNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0
}

// flat gives a value all of whose parts stand on one line.
func flat(v any) any {
	switch v := v.(type) {
	case Map:
		return flatEntries(v)
	case Inline:
		return flatEntries(v)
	case List:
		return flatItems(v)
	case InlineList:
		return flatItems(v)
	}
	return v
}

func flatEntries(es []Entry) any {
	out := Inline{}
	for _, e := range es {
		out = append(out, Entry{e.Key, flat(e.Value)})
	}
	return out
}

func flatItems(l []any) any {
	out := InlineList{}
	for _, e := range l {
		out = append(out, flat(e))
	}
	return out
}

// Remarked reports whether somebody has written a comment into an item of a
// list.
func Remarked(list *yaml.Node, item int) bool {
	list = resolve(list)
	if list == nil || item < 0 || item >= len(list.Content) {
		return false
	}
	return remarked(list.Content[item])
}

func remarked(n *yaml.Node) bool {
	if n.HeadComment != "" || n.LineComment != "" || n.FootComment != "" {
		return true
	}
	for _, c := range n.Content {
		if remarked(c) {
			return true
		}
	}
	return false
}
