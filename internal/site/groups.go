package site

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// group is the events of a place or of a kind.
type group struct {
	id, name string
	path     string
	events   []*event
}

// groups collects the events by the words that of gives for each.
func (t *timeline) groups(dir, family string, of func(*event) []string) []*group {
	by := map[string]*group{}
	var all []*group
	for _, e := range t.events {
		for _, word := range of(e) {
			g := by[word]
			if g == nil {
				g = &group{id: word, name: t.placeOrWord(family, word), path: dir + "/" + slug(word) + "/index.html"}
				by[word] = g
				all = append(all, g)
			}
			if n := len(g.events); n == 0 || g.events[n-1] != e {
				g.events = append(g.events, e)
			}
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if a, b := sortKey(all[i].name), sortKey(all[j].name); a != b {
			return a < b
		}
		return all[i].id < all[j].id
	})
	return all
}

func (t *timeline) placeOrWord(family, word string) string {
	if a := t.actorOf[word]; a != nil && family == "place" {
		return a.name
	}
	if family == "place" {
		return placeName(word)
	}
	return t.words.named(family, word)
}

// placeName writes a place that is known by its id alone: "tel-aviv" is Tel
// Aviv. What an editor wrote in full stays as it is.
func placeName(id string) string {
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
