package site

import (
	"strings"
	"unicode"

	"fasti/extract/actor/namekey"
	"fasti/internal/ledger"
)

// spellings are how the quotations write places of which a file has the id
// alone: "bundesstrasse-7" is what a report calls "Bundesstraße 7". They stand
// by the id; a place that fasti knows, that takes part in events, or that an
// editor wrote in full needs none.
func (t *timeline) spellings(events []*ledger.Event) map[string]string {
	out := map[string]string{}
	for _, e := range events {
		for _, id := range e.Places {
			if out[id] != "" || placeName(id) == id || t.actorOf[id] != nil {
				continue
			}
			if _, known := t.words.places.Find(id); known {
				continue
			}
			for _, s := range e.Sources {
				if name := spelled(id, s.Quote); name != "" {
					out[id] = name
					break
				}
			}
		}
	}
	return out
}

// spelled finds the words of a text of which the extraction makes the id; "" if there are
// none, or all of them stand in capitals as a dateline does.
func spelled(id, text string) string {
	words := strings.Fields(text)
	for i := range words {
		for n := 1; n <= 1+strings.Count(id, "-") && i+n <= len(words); n++ {
			name := strings.TrimFunc(strings.Join(words[i:i+n], " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if name != "" && namekey.Slug(name) == id && (strings.ToUpper(name) != name || len(name) < 4) && strings.ToLower(name) != name {
				return name
			}
		}
	}
	return ""
}
