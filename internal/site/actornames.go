package site

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// idName is the name of an actor by id; what is no id stands for itself.
func (t *timeline) idName(id string) string {
	if a := t.actorOf[id]; a != nil {
		return a.name
	}
	return id
}

// wikidata is the address of an item, "" if the text is no item's number.
func wikidata(q string) string {
	if len(q) < 2 || len(q) > 12 || q[0] != 'Q' || strings.Trim(q[1:], "0123456789") != "" {
		return ""
	}
	return "https://www.wikidata.org/wiki/" + q
}

// namesOf lists the other names of an actor.
func (t *timeline) namesOf(a *actor) []Link {
	seen := map[string]bool{a.name: true}
	var out []Link
	for _, l := range sortedKeys(a.Names) {
		if n := plainDirection(a.Names[l]); !seen[n] {
			seen[n] = true
			out = append(out, Link{Text: n, Lang: l, Type: direction(l)})
		}
	}
	for _, n := range append([]string{a.Title}, a.KnownAs...) {
		if n = plainDirection(n); n != "" && !seen[n] {
			seen[n] = true
			out = append(out, Link{Text: n})
		}
	}
	return out
}

// surname is the last part of a name, with the small words that belong to it
// ("bin Salman", "von der Leyen").
func surname(name string) string {
	parts := strings.Fields(name)
	if len(parts) < 2 {
		return name
	}
	i := len(parts) - 1
	for i > 1 {
		r, _ := utf8.DecodeRuneInString(parts[i-1])
		if !unicode.IsLower(r) && parts[i-1] != "Al" && parts[i-1] != "El" {
			break
		}
		i--
	}
	return strings.Join(parts[i:], " ")
}
