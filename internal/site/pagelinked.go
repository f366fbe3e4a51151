package site

import (
	"net/url"
	"strings"
)

// pageLD describes a page that is about no single thing: what sort of page it
// is, where it stands, and when it changed.
func (t *timeline) pageLD(p *Page) string {
	n := ld{"@type": pageType(p.Layout), "name": p.Title, "url": t.address(p.Path, p.Path), "inLanguage": t.words.lang}
	if p.Description != "" {
		n["description"] = p.Description
	}
	if p.Modified != "" {
		n["dateModified"] = p.Modified
	}
	n["isPartOf"] = ld{"@type": "WebSite", "name": t.cfg.Title, "url": t.address(p.Path, "index.html")}
	if items := t.trail(p); len(items) > 1 {
		n["breadcrumb"] = ld{"@type": "BreadcrumbList", "itemListElement": items}
	}
	return n.script()
}

func pageType(layout string) string {
	switch layout {
	case "list", "actors", "sources", "groups", "all", "changes", "meetings":
		return "CollectionPage"
	case "about":
		return "AboutPage"
	case "search":
		return "SearchResultsPage"
	}
	return "WebPage"
}

// trail is the way down to a page as schema.org has it.
func (t *timeline) trail(p *Page) []ld {
	here, err := url.Parse("/" + p.Path)
	if err != nil {
		return nil
	}
	var out []ld
	for i, c := range p.Crumbs {
		item := ld{"@type": "ListItem", "position": i + 1, "name": c.Text}
		if u, err := here.Parse(c.Href); err == nil && c.Href != "" {
			at := strings.TrimPrefix(u.Path, "/")
			item["item"] = t.address(p.Path, at)
		}
		out = append(out, item)
	}
	return out
}

// siteLD describes the whole site, on its first page.
func (t *timeline) siteLD(p *Page, events []*event) string {
	n := ld{"@type": "WebSite", "name": t.cfg.Title, "url": t.address(p.Path, p.Path), "inLanguage": t.words.lang, "mainEntity": t.itemList(events, p.Path)}
	if p.Description != "" {
		n["description"] = p.Description
	}
	if p.Modified != "" {
		n["dateModified"] = p.Modified
	}
	if f := t.cfg.Fasti; f.Publisher != "" {
		n["publisher"] = ld{"@type": "Organization", "name": f.Publisher}
	}
	if l := licenseLink(t.cfg.Fasti.License); l != "" {
		n["license"] = l
	}
	return n.script()
}
