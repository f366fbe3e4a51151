package review

import (
	"path"
	"strings"
)

// Address is what a page of the site shows.
type Address struct {
	Kind string `json:"kind"` // event, actor, article; "" for other pages
	ID   string `json:"id"`
	Path string `json:"path"` // of its file
	Line int    `json:"line"` // of its title
}

// At says what stands at an address of the site, in whichever language:
// /de/e/harbour/.
func (d *Desk) At(address string) Address {
	parts := strings.Split(strings.Trim(strings.TrimSuffix(path.Clean(address), "/index.html"), "/"), "/")
	if len(parts) < 2 {
		return Address{}
	}
	kind, name := parts[len(parts)-2], parts[len(parts)-1]
	switch kind {
	case "e":
		for _, e := range d.site.Content.Events {
			if e.Slug == name {
				return Address{"event", e.ID, e.Path, e.Line("title")}
			}
		}
	case "a":
		if a := d.actors[name]; a != nil {
			return Address{"actor", a.ID, a.Path, 1}
		}
	case "s":
		for _, a := range d.site.Content.Articles {
			if a.Name == name {
				return Address{"article", a.Name, a.Path, 1}
			}
		}
	}
	return Address{}
}
