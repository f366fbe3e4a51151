package config

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/spell"
)

// MenuItem is an entry of a menu, as Hugo's configuration has them.
type MenuItem struct {
	Name   string
	To     string // a path from the site's root, "/imprint/", or an address
	Weight int    // the lighter the earlier; 0 comes last
	Line   int
	Col    int
}

// menus reads the menus main and footer. Others are for the site's own layouts.
func (c *Config) menus(v *yaml.Node) error {
	if v.Kind != yaml.MappingNode {
		return at(c.Path, v, "menus must be a list of menus", "main: or footer:, and below it entries with name: and pageRef:")
	}
	for i := 0; i+1 < len(v.Content); i += 2 {
		name, items := v.Content[i].Value, v.Content[i+1]
		if name != "main" && name != "footer" {
			if near := spell.Near(name, []string{"main", "footer"}); near != "" {
				c.Doubts = append(c.Doubts, at(c.Path, v.Content[i], fmt.Sprintf("the menu %s is read by nothing but layouts of your own", name), "did you mean "+near+"?"))
			}
			continue
		}
		if items.Kind != yaml.SequenceNode {
			return at(c.Path, items, fmt.Sprintf("menus.%s must be a list of entries", name), "begin each with a hyphen: - name: Imprint")
		}
		for _, n := range items.Content {
			item, err := c.menuItem(name, n)
			if err != nil {
				return err
			}
			if c.Menus == nil {
				c.Menus = map[string][]MenuItem{}
			}
			c.Menus[name] = append(c.Menus[name], item)
		}
	}
	return nil
}

func (c *Config) menuItem(menu string, n *yaml.Node) (MenuItem, error) {
	item := MenuItem{Line: n.Line, Col: n.Column}
	if n.Kind != yaml.MappingNode {
		return item, at(c.Path, n, fmt.Sprintf("menus.%s: an entry has name: and pageRef: or url:", menu), "- name: Imprint")
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		var err error
		switch strings.ToLower(k.Value) {
		case "name":
			err = c.text(v, &item.Name)
		case "pageref", "url":
			err = c.text(v, &item.To)
		case "weight":
			item.Weight, err = strconv.Atoi(v.Value)
			if err != nil {
				err = at(c.Path, v, fmt.Sprintf("weight: %q is no number", v.Value), "the lighter an entry, the earlier it stands")
			}
		}
		if err != nil {
			return item, err
		}
	}
	u, err := url.Parse(item.To)
	switch {
	case item.Name == "":
		return item, at(c.Path, n, fmt.Sprintf("menus.%s: an entry has no name", menu), "add name: and what the link says")
	case item.To == "":
		return item, at(c.Path, n, fmt.Sprintf("menus.%s: %s leads nowhere", menu, item.Name), "add pageRef: /imprint, or url: and an address")
	case err != nil, u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto", u.Scheme == "" && u.Host != "":
		return item, at(c.Path, n, fmt.Sprintf("menus.%s: %s is no address", menu, item.To), "a path such as /imprint, or an address that begins with https:// or mailto:")
	}
	return item, nil
}
