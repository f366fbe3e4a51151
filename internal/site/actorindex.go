package site

import (
	"unicode"
)

// ActorIndex lists all actors.
type ActorIndex struct {
	Page
	Heading string    `json:"heading"`
	Dek     string    `json:"dek"`
	Kinds   []Link    `json:"kinds"`
	Chief   []Link    `json:"chief"`
	Letters []Letters `json:"letters"`
}

// Letters are the actors under one initial.
type Letters struct {
	Initial string `json:"initial"`
	Items   []Link `json:"items"`
}

func (t *timeline) actorIndex() ActorIndex {
	const path = "a/index.html"
	w := t.words
	v := ActorIndex{Page: t.page(path, "actors", "actors", w.say("nav_actors")), Heading: w.say("nav_actors")}
	v.Dek = w.count("actors_dek", len(t.actors))
	v.Description = v.Dek
	kinds := map[string]int{}
	var links []Link
	for _, a := range t.actors {
		kinds[a.Kind]++
		links = append(links, Link{Href: rel(path, a.path), Text: a.name, Note: w.number(len(a.events)), Type: w.named("actorkind", a.Kind)})
	}
	v.Letters = w.byLetter(links)
	for _, k := range []string{"person", "organisation", "state", "place", "group"} {
		if kinds[k] > 0 {
			v.Kinds = append(v.Kinds, Link{Text: w.named("actorkinds", k), Note: w.number(kinds[k]), Type: k})
		}
	}
	chief := t.chief(12)
	for _, a := range chief {
		v.Chief = append(v.Chief, Link{Href: rel(path, a.path), Text: a.name, Note: w.number(len(a.events)), Bar: pct(int64(len(a.events)) * 10000 / int64(len(chief[0].events)))})
	}
	return v
}

// initial is the letter that a name stands under.
func (w *words) initial(name string) string {
	for _, r := range sortKey(name) {
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return "#"
}
