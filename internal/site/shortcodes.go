package site

import "encoding/json"

// brief is an event as people's own pages can name it, by the shortcodes event
// and timeline.
type brief struct {
	Title  string   `json:"title"`
	Href   string   `json:"href"` // from the home folder
	When   string   `json:"when"`
	Lang   string   `json:"lang"`
	Kind   string   `json:"kind"`
	Actors []string `json:"actors"`
}

// briefs is the data behind the shortcodes.
func (t *timeline) briefs() ([]byte, error) {
	v := struct {
		Order []string         `json:"order"`
		By    map[string]brief `json:"by"`
	}{By: map[string]brief{}, Order: []string{}}
	for _, e := range t.events.all() {
		b := brief{Title: e.title(t.words), Href: href(e.path), When: e.when.Label, Lang: t.foreign(e.Lang), Kind: e.Kind, Actors: []string{}}
		for _, p := range e.parts {
			b.Actors = append(b.Actors, p.id)
		}
		v.Order = append(v.Order, e.ID)
		v.By[e.ID] = b
	}
	return json.Marshal(v)
}
