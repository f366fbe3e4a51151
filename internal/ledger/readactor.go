package ledger

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"

	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

func actorKinds() []string { return []string{"person", "organisation", "state", "place", "group"} }

// actor reads content/actors/NAME.md.
func (l *loader) actor(file, name string, src []byte) {
	r := l.open(file, src)
	if r == nil {
		return
	}
	r.known(actorWords())
	a := &Actor{ID: name, Path: file, raw: src, at: r.at, has: r.has, Body: string(r.f.Body()), laid: r.f.OneLine("fasti")}
	a.Auto = r.f.Get("fasti") != nil
	a.known = r.text(r.f.Get("fasti", "known"), "fasti.known")
	a.wrote, a.lists = r.readWrote()
	if a.Title = r.key("title"); strings.TrimSpace(a.Title) == "" {
		r.fault(r.f.Root(), diag.MissingKey, "the actor has no title", "add title: with its name")
	}
	a.Kind = r.oneOf(r.f.Get("kind"), "kind", "", actorKinds()...)
	a.Names = r.pairs(r.f.Get("names"), "names")
	a.KnownAs, a.Not = r.texts("known_as"), r.texts("not")
	a.NoIndex = r.truth("noindex")
	a.Wikidata, a.Country, a.Geo = r.key("wikidata"), r.key("country"), r.geo()
	if a.Country != "" && !country(a.Country) {
		r.fault(r.f.Get("country"), diag.BadValue, fmt.Sprintf("country: %q is no code of a country", a.Country), "write its two capitals, DE, EG")
	}
	if w := a.Wikidata; w != "" && (len(w) < 2 || w[0] != 'Q' || !digits(w[1:])) {
		r.fault(r.f.Get("wikidata"), diag.BadValue, fmt.Sprintf("wikidata: %q is no number of Wikidata", w), "write Q and digits")
	}
	a.Aliases, a.Image = r.aliases(), r.picture()
	for _, n := range r.items(r.f.Get("roles"), "roles") {
		if role, ok := r.actorRole(n); ok {
			a.Roles = append(a.Roles, role)
		}
	}
	if r.bad {
		return
	}
	if a.Auto {
		a.Edited = a.edited()
	}
	l.c.Actors = append(l.c.Actors, a)
}

func (r *reader) actorRole(n *yaml.Node) (ActorRole, bool) {
	if n.Kind == yaml.ScalarNode {
		return ActorRole{Title: n.Value}, true
	}
	if !r.mapping(n, "roles") {
		return ActorRole{}, false
	}
	r.only(n, "roles", "title", "of", "from", "to")
	role := ActorRole{
		Title: r.text(frontmatter.Value(n, "title"), "roles: title"),
		Of:    r.text(frontmatter.Value(n, "of"), "roles: of"),
	}
	role.From, role.To = r.term(n, "from"), r.term(n, "to")
	if role.Title == "" {
		r.fault(n, diag.MissingKey, "roles: an entry has no title:, so it says nothing", "name the office: {title: Mayor, of: kiel, from: 2020-01-01}")
	}
	return role, role.Title != ""
}

// term reads an end of a term of office; ".." says that it is open.
func (r *reader) term(n *yaml.Node, key string) string {
	v := frontmatter.Value(n, key)
	if v == nil || v.Value == ".." {
		return ""
	}
	_, s := r.date(v, "roles: "+key)
	if strings.Contains(s, "/") || strings.Contains(s, "..") {
		r.fault(v, diag.BadDate, fmt.Sprintf("roles: %s: %q is a stretch of time, and one end of it is wanted", key, s), "write a day, a month or a year, 2020-05")
	}
	return s
}

// country reports whether s is the code of a country that there is or was.
func country(s string) bool {
	r, err := language.ParseRegion(s)
	return countryCode(s) && err == nil && r.IsCountry()
}

func countryCode(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

func digits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// values gives what the hash of each key of an actor is taken of.
func (a *Actor) values() map[string]any {
	v := map[string]any{"title": a.Title, "kind": a.Kind, "country": a.Country}
	for lang, name := range a.Names {
		v["names."+lang] = name
	}
	return v
}

// edited lists the keys of an actor that a person owns.
func (a *Actor) edited() []string {
	var out []string
	add := func(key string) {
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	values := a.values()
	for key, v := range values {
		present := a.has[key] || len(key) > 6 && key[:6] == "names."
		if owned(a.wrote, key, present, v) {
			add(key)
		}
	}
	for key := range a.wrote {
		if _, there := values[key]; !there {
			add(key)
		}
	}
	if differ(a.lists["known_as"], a.KnownAs) {
		add("known_as")
	}
	if differ(a.lists["roles"], a.Roles) {
		add("roles")
	}
	for _, key := range []string{"not", "wikidata", "geo"} {
		if a.has[key] {
			add(key)
		}
	}
	slices.Sort(out)
	return out
}

// differ reports whether the entries are others than those that fasti wrote.
func differ[T any](hashes []string, entries []T) bool {
	if len(hashes) != len(entries) {
		return true
	}
	for _, e := range entries {
		if !slices.Contains(hashes, fingerprint(e)) {
			return true
		}
	}
	return false
}
