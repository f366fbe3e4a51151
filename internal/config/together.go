package config

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// together finds keys that are right each for itself, and of which one does
// nothing beside another. It is asked after all are read.
func (c *Config) together(root *yaml.Node) {
	var language, before *yaml.Node
	for i := 0; i+1 < len(root.Content); i += 2 {
		switch k := root.Content[i]; strings.ToLower(k.Value) {
		case "languagecode", "defaultcontentlanguage", "locale":
			before, language = language, root.Content[i+1]
			if before != nil && base(before.Value) != base(language.Value) {
				c.Doubts = append(c.Doubts, at(c.Path, before, fmt.Sprintf("the language of the site is said twice, and %s is not taken", before.Value), "leave one of the two keys"))
			}
		}
	}
	if strings.TrimSpace(c.Title) == "" && !slices.ContainsFunc(c.Editions, func(e Edition) bool { return e.Title != "" }) {
		c.Doubts = append(c.Doubts, at(c.Path, root, "the site has no title", "add title: My timeline"))
	}
	fasti := child(child(root, "params"), "fasti")
	if v := child(fasti, "emphasis"); v != nil && c.Fasti.Emphasis != "" && !c.titled(c.Fasti.Emphasis) {
		c.Doubts = append(c.Doubts, at(c.Path, v, fmt.Sprintf("emphasis: %s does not stand in the title, so nothing is set apart", v.Value), "a word of title:, as it stands there"))
	}
	if v := child(fasti, "propose"); v != nil {
		c.proposed = v
	}
}

// titled reports whether a word stands in the title of the site, or of the site in
// one of its languages.
func (c *Config) titled(word string) bool {
	for _, e := range c.Editions {
		if strings.Contains(e.Title, word) {
			return true
		}
	}
	return strings.Contains(c.Title, word)
}

// Idle says that propose: does nothing: it is not below the threshold from which
// events are published, which is builtIn unless the site has its own.
func (c *Config) Idle(builtIn int) *Error {
	from := c.Fasti.Threshold
	if from == 0 {
		from = builtIn
	}
	if c.proposed == nil || c.Fasti.Propose < from {
		return nil
	}
	return at(c.Path, c.proposed, fmt.Sprintf("propose: %d proposes nothing, since all from %d per cent is published", c.Fasti.Propose, from), "a number below threshold:; what lies between the two waits for review")
}

// base is the language of a code such as de-AT.
func base(code string) string { return strings.ToLower(strings.SplitN(code, "-", 2)[0]) }

// child is the value of a key of a mapping, in any case of letters; nil if there
// is none.
func child(m *yaml.Node, key string) *yaml.Node {
	if m == nil || m.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		if strings.EqualFold(m.Content[i].Value, key) {
			return m.Content[i+1]
		}
	}
	return nil
}
