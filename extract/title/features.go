package title

import (
	"slices"
	"strings"
)

// features is what was done to make a title: how it came about, what was left
// out, what was changed. Its confidence is learned from them.
type features struct {
	names []string
}

// add notes a feature, once.
func (f *features) add(name string) {
	if !slices.Contains(f.names, name) {
		f.names = append(f.names, name)
	}
}

// drop takes a feature back.
func (f *features) drop(name string) {
	f.names = slices.DeleteFunc(f.names, func(n string) bool { return n == name })
}

// left notes that something was left out.
func (f *features) left(what string) { f.add("left:" + what) }

func (f *features) has(name string) bool { return slices.Contains(f.names, name) }

// refused reports whether a step has refused the title.
func (f *features) refused() bool {
	return slices.ContainsFunc(f.names, func(n string) bool { return strings.HasPrefix(n, "refused:") })
}
