package site

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/internal/fold"
	"fasti/internal/gazetteer"
	"fasti/internal/ledger"
)

// group is the events of a place or of a kind.
type group struct {
	id     string // of its address, the same in every language
	name   string
	path   string
	events eventList

	actor *actor          // a place that also takes part in events
	at    *ledger.Geo     // where a place lies, nil if not known
	known gazetteer.Place // what is known of it, the zero value if nothing is
	area  bool            // at stands for a stretch of land or sea, not for a town
}

// gather puts the events into the groups of the words that of gives for each;
// by finds the group of a word again.
func (t *timeline) gather(of func(*event) []string, make func(word string) group) (all []*group, by map[string]*group) {
	by = map[string]*group{}
	byID := map[string]*group{}
	for _, e := range t.events.unnoted {
		for _, word := range of(e) {
			g := by[word]
			if g == nil {
				v := make(word)
				if g = byID[v.id]; g == nil {
					g = &v
					byID[v.id] = g
					all = append(all, g)
				}
				by[word] = g
			}
			if n := len(g.events.unnoted); n == 0 || g.events.unnoted[n-1] != e {
				g.events.unnoted = append(g.events.unnoted, e)
			}
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if a, b := fold.Key(all[i].name), fold.Key(all[j].name); a != b {
			return a < b
		}
		return all[i].id < all[j].id
	})
	return all, by
}

// kindGroup is the group of a kind.
func (t *timeline) kindGroup(kind string) group {
	id := slug(kind)
	return group{id: id, name: capital(t.words.named("kind", kind)), path: "k/" + id + "/index.html"}
}

// placeGroup is the group of a place as an event names it: an actor by its id,
// a place that fasti knows by any of its names, else what the report says.
func (t *timeline) placeGroup(word string) group {
	p, known := t.words.places.Find(word)
	g := group{id: slug(word), name: cmp.Or(t.spelled[word], placeName(word))}
	a := t.actorOf[word]
	if known {
		g.id, g.name = p.ID, p.Name(t.words.short())
		if a == nil {
			a = t.actorOf[p.ID]
		}
	}
	if a != nil {
		g.actor, g.id, g.name = a, slug(a.ID), a.name
		if !known {
			p, known = t.words.places.Find(a.Title)
		}
	}
	switch {
	case a != nil && a.Geo != nil:
		g.at = a.Geo
	case known && p.Located:
		g.at, g.area = &ledger.Geo{Lat: float64(p.Point.Lat) / 100, Lon: float64(p.Point.Lon) / 100}, p.Kind != "city"
	}
	if known {
		g.known = p
	}
	g.path = "p/" + g.id + "/index.html"
	return g
}

// place is the group of a place of a published event.
func (t *timeline) place(word string) *group {
	if g := t.placeOf[word]; g != nil {
		return g
	}
	g := t.placeGroup(word)
	return &g
}

// shippedName is what an actor that fasti made itself is called in the site's
// language, where its file has no name for it; "" if that is not known.
func shippedName(a *ledger.Actor, w *words) string {
	if !a.Auto || slices.Contains(a.Edited, "title") {
		return ""
	}
	if a.Kind != "state" && a.Kind != "place" {
		return w.dict.name(a.Known(), a.Title, a.Kind, w.short())
	}
	p, ok := w.places.Find(a.ID)
	if !ok {
		p, ok = w.places.Find(a.Title)
	}
	if !ok || p.Kind == "state" != (a.Kind == "state") {
		return ""
	}
	return p.Name(w.short())
}

// placeName writes a place that is known by its id alone: "tel-aviv" is Tel
// Aviv. What an editor wrote in full stays as it is.
func placeName(id string) string {
	id = plainDirection(id)
	if strings.ToLower(id) != id || strings.Contains(id, " ") {
		return id
	}
	parts := strings.Split(id, "-")
	for i, p := range parts {
		if r, n := utf8.DecodeRuneInString(p); n > 0 {
			parts[i] = string(unicode.ToUpper(r)) + p[n:]
		}
	}
	return strings.Join(parts, " ")
}
