package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/spell"
)

// closed refuses a configuration in which something that decides what is
// published may stand where nobody reads it: misspelt, in the wrong place,
// twice, behind an anchor, or swallowed by a text. Read as if it were not
// there, it would publish what the site's owner means to hold back.
func closed(file string, root *yaml.Node) error {
	return (&closing{file}).mapping(root, nil)
}

type closing struct{ file string }

// mapping looks at the keys of one mapping; path leads to it.
func (c *closing) mapping(n *yaml.Node, path []string) error {
	ours := len(path) == 0 || path[0] == "params" && (len(path) == 1 || path[1] == "fasti")
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		name := k.Value
		if ours {
			name = strings.ToLower(name)
		}
		if ours && (k.Tag == "!!merge" || v.Kind == yaml.AliasNode) {
			return at(c.file, k, "an anchor of YAML stands where the keys of fasti are", "write the keys out: it may hide what decides what is published")
		}
		if seen[name] {
			return at(c.file, k, fmt.Sprintf("the key %s stands here twice", k.Value), "remove one of the two")
		}
		seen[name] = true
		if err := c.key(k, path); err != nil {
			return err
		}
		if err := c.value(v, append(slices.Clone(path), name)); err != nil {
			return err
		}
	}
	return nil
}

// key refuses a name that looks like one of those that decide, in a place
// where it is not read.
func (c *closing) key(k *yaml.Node, path []string) error {
	name, where := strings.ToLower(k.Value), strings.Join(path, ".")
	switch {
	case where == "params.fasti":
		return nil // Config.fasti is strict itself
	case where == "" && name == "params", where == "params" && name == "fasti":
		return nil
	case where == "" && spell.Near(name, []string{"params"}) != "" || where == "" && slices.Contains([]string{"parameters", "param"}, name):
		return at(c.file, k, fmt.Sprintf("%s: is not params:, and what stands below it is not read", k.Value), "did you mean params?")
	case strings.Contains(name, "fasti") || near(name, "fasti"):
		return at(c.file, k, fmt.Sprintf("%s: is not read here", k.Value), "the keys of fasti stand under params: and there under fasti:")
	case near(name, "publish") && name != "publisher":
		return at(c.file, k, fmt.Sprintf("%s: is not read here, and what it decides would not hold", k.Value), "write it under params: and there under fasti: publish: accepted")
	case (near(name, "threshold") || name == "propose") && where != "related": // Hugo's own has one
		return at(c.file, k, fmt.Sprintf("%s: is not read here, and what it decides would not hold", k.Value), "write it under params: and there under fasti:")
	}
	return nil
}

// near is stricter than [spell.Near] with short words: "fast" is no "fasti".
func near(name, word string) bool {
	return name == word || len(name) >= 5 && spell.Near(name, []string{word}) != ""
}

// swallowed is a line of a text that was meant to be a key.
var swallowed = regexp.MustCompile(`(?im)^[ \t]*(fasti|publish|threshold|propose)[ \t]*:([ \t]|$)`)

func (c *closing) value(v *yaml.Node, path []string) error {
	switch v.Kind {
	case yaml.MappingNode:
		return c.mapping(v, path)
	case yaml.SequenceNode:
		for _, n := range v.Content {
			if err := c.value(n, path); err != nil {
				return err
			}
		}
	case yaml.ScalarNode:
		if m := swallowed.FindStringSubmatch(v.Value); m != nil && strings.Contains(v.Value, "\n") {
			return at(c.file, v, fmt.Sprintf("the text of %s has a line %s:, which is no key there", strings.Join(path, "."), m[1]), "move the line out of the text: its indentation makes it a part of it")
		}
	}
	return nil
}
