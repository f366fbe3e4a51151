package frontmatter

import (
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"
)

// The model is what YAML means, without its style: raw scalars, lists as
// []any, mappings as Map. Edits are applied to the text and to the model, and
// the text is only given out when it reads as the model says.

// model gives the meaning of a node. Parse has bounded its size.
func model(n *yaml.Node) any {
	n = resolve(n)
	switch n.Kind {
	case yaml.MappingNode:
		m := make(Map, 0, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			m = append(m, Entry{n.Content[i].Value, model(n.Content[i+1])})
		}
		return m
	case yaml.SequenceNode:
		l := make(List, 0, len(n.Content))
		for _, c := range n.Content {
			l = append(l, model(c))
		}
		return l
	}
	if n.ShortTag() == "!!str" {
		return n.Value
	}
	if n.ShortTag() == "!!null" {
		return raw{"!!null", "null"}
	}
	return raw{n.ShortTag(), n.Value}
}

// meaning brings a value to write into the form of the model.
func meaning(v any) any {
	switch v := v.(type) {
	case Map:
		return meanEntries(v)
	case Inline:
		return meanEntries(v)
	case List:
		return meanItems(v)
	case InlineList:
		return meanItems(v)
	case Quoted:
		return valid(string(v))
	case string:
		return valid(v)
	case int:
		return raw{"!!int", strconv.Itoa(v)}
	case bool:
		return raw{"!!bool", strconv.FormatBool(v)}
	case nil:
		return raw{"!!null", "null"}
	}
	return v
}

func valid(s string) string { return string([]rune(s)) }

func meanEntries(es []Entry) any {
	m := make(Map, 0, len(es))
	for _, e := range es {
		m = append(m, Entry{e.Key, meaning(e.Value)})
	}
	return m
}

func meanItems(l []any) any {
	out := make(List, 0, len(l))
	for _, e := range l {
		out = append(out, meaning(e))
	}
	return out
}

// equal compares two meanings.
func equal(a, b any) bool {
	switch a := a.(type) {
	case Map:
		b, ok := b.(Map)
		return ok && slices.EqualFunc(a, b, func(x, y Entry) bool { return x.Key == y.Key && equal(x.Value, y.Value) })
	case List:
		b, ok := b.(List)
		return ok && slices.EqualFunc(a, b, equal)
	}
	return a == b
}

// styled gives a node as a value to write, in the style that it has as far
// as this package writes such a style.
func styled(n *yaml.Node) any {
	n = resolve(n)
	flow := n.Style&yaml.FlowStyle != 0
	switch n.Kind {
	case yaml.MappingNode:
		m := make(Map, 0, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			m = append(m, Entry{n.Content[i].Value, styled(n.Content[i+1])})
		}
		if flow && len(m) > 0 {
			return Inline(m)
		}
		return m
	case yaml.SequenceNode:
		l := make(List, 0, len(n.Content))
		for _, c := range n.Content {
			l = append(l, styled(c))
		}
		if flow && len(l) > 0 {
			return InlineList(l)
		}
		return l
	}
	if n.ShortTag() == "!!str" && n.Style&yaml.DoubleQuotedStyle != 0 {
		return Quoted(n.Value)
	}
	return model(n)
}

// apply carries out an edit on a model, or on a styled value. Mappings on the
// way that do not exist are made. Places of new keys are found as the splicing
// finds them.
func (e Edit) apply(v any, path []string) any {
	switch w := v.(type) {
	case Inline:
		if len(path) > 0 {
			if m := e.apply(Map(w), path).(Map); len(m) > 0 {
				return Inline(m)
			}
			return Map{}
		}
	case InlineList:
		if len(path) == 0 && e.op != opSet {
			return InlineList(e.apply(List(w), path).(List))
		}
	}
	if len(path) > 0 {
		m, _ := v.(Map)
		m = slices.Clone(m)
		i := slices.IndexFunc(m, func(x Entry) bool { return x.Key == path[0] })
		if len(path) == 1 && e.op == opDelete {
			if i >= 0 {
				m = slices.Delete(m, i, i+1)
			}
			return m
		}
		if i < 0 {
			i = e.place(m, path[0], len(path) == 1)
			m = slices.Insert(m, i, Entry{Key: path[0]})
		}
		m[i].Value = e.apply(m[i].Value, path[1:])
		return m
	}
	if e.op == opSet {
		return e.value
	}
	if e.op == opOneLine {
		return flat(v)
	}
	l, _ := v.(List)
	l = slices.Clone(l)
	switch {
	case e.op == opAppend:
		return append(l, e.value)
	case e.item < 0 || e.item >= len(l):
		return l
	case e.op == opDeleteItem:
		return slices.Delete(l, e.item, e.item+1)
	}
	l[e.item] = e.value
	return l
}

// place says where a new key goes: behind the last key that comes before it
// in the edit's order, else in front of the first that comes after, else at
// the end.
func (e Edit) place(m Map, key string, last bool) int {
	if !last {
		return len(m)
	}
	rank := slices.Index(e.order, key)
	if rank < 0 {
		return len(m)
	}
	for i := len(m) - 1; i >= 0; i-- {
		if r := slices.Index(e.order, m[i].Key); r >= 0 && r < rank {
			return i + 1
		}
	}
	for i := range m {
		if r := slices.Index(e.order, m[i].Key); r > rank {
			return i
		}
	}
	return len(m)
}
