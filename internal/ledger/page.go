package ledger

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/conflict"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
	"fasti/internal/spell"
)

// Page is what is to be known of a person's own page before it is made.
type Page struct {
	Held  string // why it is not shown on the day; "" if it is
	Until string // the day on which that changes; ""

	Aliases   []string // Hugo's key: addresses that lead to the page, without outer slashes
	Title     string
	LinkTitle string
	Menus     []PageMenu // the menus that the page wants to stand in

	Slug   string
	URL    string
	Layout string // the template that it asks for; "": that of its kind
	Found  []diag.Diagnostic
}

// PageMenu is an entry that a page has in a menu (Hugo's key menus).
type PageMenu struct {
	Menu   string
	Name   string // "" for the page's title
	Weight int
}

// menus reads the three forms that Hugo knows: a name, a list of names, a
// mapping of names to what the entry says.
func (r *reader) menus() []PageMenu {
	var out []PageMenu
	for _, key := range []string{"menus", "menu"} {
		n := r.f.Get(key)
		switch {
		case n == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		case n.Kind == yaml.ScalarNode:
			out = append(out, PageMenu{Menu: n.Value})
		case n.Kind == yaml.SequenceNode:
			for _, v := range n.Content {
				out = append(out, PageMenu{Menu: v.Value})
			}
		case n.Kind == yaml.MappingNode:
			for i := 0; i+1 < len(n.Content); i += 2 {
				m := PageMenu{Menu: n.Content[i].Value}
				if v := n.Content[i+1]; v.Kind == yaml.MappingNode {
					m.Name = r.text(frontmatter.Value(v, "name"), key+": name")
					m.Weight = r.number(frontmatter.Value(v, "weight"), key+": weight", 0, 1_000_000)
				}
				out = append(out, m)
			}
		}
	}
	return out
}

// ReadPage judges the front matter of a page of a person's own. Keys that
// neither Hugo nor fasti has are for layouts, so only those that are near one
// are told of.
func ReadPage(file string, src []byte, day string) Page {
	l := &loader{c: &Content{}}
	if line := conflict.Line(src); line > 0 {
		return Page{Found: []diag.Diagnostic{{File: file, Line: line, Col: 1, Code: diag.Conflict, Message: conflict.Message, Hint: conflict.Hint}}}
	}
	if d, ok := notText(src); !ok {
		d.File = file
		return Page{Found: []diag.Diagnostic{d}}
	}
	text := strings.TrimLeft(strings.TrimPrefix(string(src), "\ufeff"), " \t\r\n")
	switch {
	case strings.HasPrefix(text, "+++") || strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "{{"):
		return Page{Found: []diag.Diagnostic{{File: file, Line: 1, Col: 1, Code: diag.BadPage, Message: "the front matter is TOML or JSON, which fasti does not read", Hint: "write it in YAML, between two lines of three hyphens"}}}
	case !frontmatter.Has(src):
		return Page{}
	}
	r := l.open(file, src)
	if r == nil {
		return Page{Found: l.found}
	}
	var p Page
	r.pageKeys()
	p.Aliases = r.aliases()
	p.Title, p.LinkTitle, p.Menus = r.key("title"), r.key("linktitle"), r.menus()
	if p.LinkTitle == "" {
		p.LinkTitle = r.key("linkTitle")
	}
	p.Slug, p.URL, p.Layout = r.key("slug"), r.key("url"), r.key("layout")
	h := r.hold()
	p.Held, p.Until, p.Found = h.on(day), h.turns(day), l.found
	return p
}

func (r *reader) pageKeys() {
	root := r.f.Root()
	for i := 0; i+1 < len(root.Content); i += 2 {
		k := root.Content[i]
		if slices.Contains([]string{"when", "sources", "review", "into", "known_as", "wikidata"}, k.Value) {
			r.fault(k, diag.MisplacedFile, fmt.Sprintf("%s: is a key of an event or actor, and here it is a page of its own", k.Value), "move the file to content/events or content/actors")
			return
		}
		if slices.Contains(hugoKeys(), strings.ToLower(k.Value)) {
			continue
		}
		switch near := spell.Near(k.Value, hugoKeys()); {
		case slices.Contains(deciding(), near):
			r.fault(k, diag.BadKey, fmt.Sprintf("there is no key %q, and what it decides would not hold", k.Value), "did you mean "+near+"?")
		case near != "":
			r.fault(k, diag.UnknownKey, fmt.Sprintf("there is no key %q", k.Value), "did you mean "+near+"?")
		}
	}
}

// Day is the day that the content is published on, see [Content.HoldBack].
func (c *Content) Day() string { return c.day }

// BodyLine is how many lines stand before the text of an event's file.
func (e *Event) BodyLine() int {
	return strings.Count(strings.TrimSuffix(string(e.raw), e.Body), "\n")
}

// Known is the id of the entry of fasti's dictionaries that the actor is; "".
func (a *Actor) Known() string { return a.known }

// BodyLine is how many lines stand before the text of an actor's file.
func (a *Actor) BodyLine() int {
	return strings.Count(strings.TrimSuffix(string(a.raw), a.Body), "\n")
}
