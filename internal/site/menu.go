package site

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"fasti/internal/config"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// menuLink is an entry that the site's owner has put into a menu.
type menuLink struct {
	text, to string // to: a path in the output folder, or an address
	weight   int
}

// from is the entry as a link on a page.
func (l menuLink) from(page string) Link {
	if strings.Contains(l.to, ":") {
		return Link{Href: l.to, Text: l.text}
	}
	return Link{Href: rel(page, l.to), Text: l.text, Current: l.to == page}
}

// menus are the entries of each menu: those of the configuration, and those
// that people's own pages ask for in their front matter.
func (m *material) menus(cfg *config.Config, own map[string][]byte, day string) map[string][]menuLink {
	out := map[string][]menuLink{}
	for _, menu := range []string{"main", "footer"} {
		for _, item := range cfg.Menus[menu] {
			out[menu] = append(out[menu], menuLink{item.Name, menuTarget(item.To), item.Weight})
		}
	}
	for _, name := range sortedKeys(own) {
		if path.Ext(name) != ".md" || ownAddress(name) == "" {
			continue
		}
		p := ledger.ReadPage(name, own[name], day)
		for _, e := range p.Menus {
			text := cmp.Or(e.Name, p.LinkTitle, p.Title)
			if text != "" && (e.Menu == "main" || e.Menu == "footer") {
				out[e.Menu] = append(out[e.Menu], menuLink{text, placeOf(name, p) + "index.html", e.Weight})
			}
		}
	}
	for _, links := range out {
		slices.SortStableFunc(links, func(a, b menuLink) int {
			if (a.weight == 0) != (b.weight == 0) { // as Hugo has it: those without a weight come last
				return cmp.Compare(b.weight, a.weight)
			}
			return cmp.Compare(a.weight, b.weight)
		})
	}
	return out
}

// menuTarget is where an entry of the configuration leads.
func menuTarget(to string) string {
	if strings.Contains(to, ":") {
		return to
	}
	to, fragment, found := strings.Cut(strings.TrimPrefix(to, "/"), "#")
	to = strings.TrimSuffix(strings.TrimSuffix(to, ".md"), "/_index")
	if path.Ext(to) == "" {
		to = path.Join(to, "index.html")
	}
	if found {
		to += "#" + fragment
	}
	return to
}

// menuFaults are the entries of the configuration that lead to no page.
func menuFaults(cfg *config.Config, s *stage) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, menu := range []string{"main", "footer"} {
		for _, item := range cfg.Menus[menu] {
			to, _, _ := strings.Cut(menuTarget(item.To), "#")
			if strings.Contains(to, ":") || s.leads(to) {
				continue
			}
			out = append(out, diag.Diagnostic{File: cfg.Path, Line: item.Line, Col: item.Col, Code: diag.DeadLink,
				Message: fmt.Sprintf("menus.%s: %s leads to %s, where there is no page", menu, item.Name, item.To), Hint: "write content/" + path.Dir(to) + ".md, or correct pageRef:"})
		}
	}
	return out
}
