package config

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
)

// Edition is the site in one of several languages. What it does not say of
// itself is as the site says.
type Edition struct {
	Language    string // BCP 47, of the interface
	Title       string
	Description string
	Emphasis    string // a word of Title
}

// Prefix is the folder that an edition lies in, with a slash, seen from the
// site's root: "en/". The first edition lies at the root: "".
func (c *Config) Prefix(i int) string {
	if i == 0 || i >= len(c.Editions) {
		return ""
	}
	return c.Editions[i].Language + "/"
}

// Edition is the configuration of the i-th edition as if it were a site of its
// own, at its own address. A site in one language is its own only edition.
func (c *Config) Edition(i int) *Config {
	if i >= len(c.Editions) {
		return c
	}
	e, v := c.Editions[i], *c
	v.Language = e.Language
	if v.BaseURL != "" && i > 0 {
		v.BaseURL = strings.TrimSuffix(v.BaseURL, "/") + "/" + c.Prefix(i)
	}
	if e.Title != "" {
		v.Title, v.Fasti.Emphasis = e.Title, e.Emphasis
	}
	if e.Emphasis != "" {
		v.Fasti.Emphasis = e.Emphasis
	}
	if e.Description != "" {
		v.Description = e.Description
	}
	return &v
}

// languages reads a list of languages, or a mapping of a language to what its
// edition is called, in the order that they stand in.
func (c *Config) languages(v *yaml.Node) error {
	switch v.Kind {
	case yaml.SequenceNode:
		for _, n := range v.Content {
			if err := c.edition(n, nil); err != nil {
				return err
			}
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(v.Content); i += 2 {
			if err := c.edition(v.Content[i], v.Content[i+1]); err != nil {
				return err
			}
		}
	default:
		return at(c.Path, v, "languages must be a list", "for example languages: [de, en]")
	}
	return nil
}

// edition reads one language and, if it has any, its own keys.
func (c *Config) edition(code, keys *yaml.Node) error {
	var e Edition
	if err := c.text(code, &e.Language); err != nil {
		return err
	}
	if tag, err := language.Parse(e.Language); err != nil || tag == language.Und || strings.ContainsAny(e.Language, "_/") {
		return at(c.Path, code, fmt.Sprintf("languages: %q is no language", e.Language), "a code such as de, en, fr or ar")
	}
	e.Language = base(e.Language)
	for _, o := range c.Editions {
		if o.Language == e.Language {
			return at(c.Path, code, fmt.Sprintf("languages: %s stands here twice", e.Language), "remove one of the two")
		}
	}
	if keys != nil && keys.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(keys.Content); i += 2 {
			into := map[string]*string{"title": &e.Title, "description": &e.Description, "emphasis": &e.Emphasis}[keys.Content[i].Value]
			if into == nil {
				return at(c.Path, keys.Content[i], fmt.Sprintf("languages: %s has no key %q", e.Language, keys.Content[i].Value), "it knows description, emphasis, title")
			}
			if err := c.text(keys.Content[i+1], into); err != nil {
				return err
			}
		}
	} else if keys != nil && keys.Tag != "!!null" {
		return at(c.Path, keys, fmt.Sprintf("languages: %s wants keys of its own or nothing", e.Language), "for example title: and description:")
	}
	c.Editions = append(c.Editions, e)
	return nil
}

// settle makes the first edition the site itself.
func (c *Config) settle(root *yaml.Node) error {
	if len(c.Editions) == 0 {
		return nil
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		k := strings.ToLower(root.Content[i].Value)
		if (k == "languagecode" || k == "defaultcontentlanguage" || k == "locale") && c.Language != c.Editions[0].Language {
			return at(c.Path, root.Content[i+1], fmt.Sprintf("%s: %s is not the first of languages:", root.Content[i].Value, c.Language), "the first language is the one at the root of the site; name it first, or leave this key out")
		}
	}
	first := c.Edition(0)
	first.Editions = c.Editions
	*c = *first
	if len(c.Editions) == 1 {
		c.Editions = nil
	}
	return nil
}
