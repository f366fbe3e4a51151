package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"fasti/internal/frontmatter"
)

// fingerprint is 48 bits of a hash of a value: enough to tell whether what
// stands in a file is what fasti wrote there.
func fingerprint(v any) string {
	var sum [sha256.Size]byte
	if s, ok := v.(string); ok && plain(s) {
		var room [128]byte
		sum = sha256.Sum256(append(append(append(room[:0], '"'), s...), '"'))
	} else {
		b, err := json.Marshal(v)
		if err != nil { // values are texts, numbers and lists of them
			b = nil
		}
		sum = sha256.Sum256(b)
	}
	return hex.EncodeToString(sum[:6])
}

// plain reports whether a text stands in JSON as it is, between quotes.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' || strings.IndexByte(`"\&<>`, c) >= 0 {
			return false
		}
	}
	return true
}

// sameValue reports whether two values have one fingerprint. Most are the same
// text or number, which needs no hash.
func sameValue(a, b any) bool {
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok && x == y {
			return true
		}
	case int:
		if y, ok := b.(int); ok {
			return x == y
		}
	}
	return fingerprint(a) == fingerprint(b)
}

// hashed is a fingerprint as it is written: always quoted, since some look
// like numbers.
func hashed(v any) frontmatter.Quoted { return frontmatter.Quoted(fingerprint(v)) }

// owned reports whether a person owns a key: it says something else than fasti
// wrote, it was added, or it was removed.
func owned(wrote map[string]string, key string, present bool, value any) bool {
	h, ok := wrote[key]
	if !present {
		return ok
	}
	return !ok || h != fingerprint(value)
}

// readWrote reads fasti.wrote: a hash for a key, hashes by id for the entries
// of a list that have ids, a list of hashes for those that have none.
func (r *reader) readWrote() (wrote map[string]string, lists map[string][]string) {
	wrote, lists = map[string]string{}, map[string][]string{}
	n := r.f.Get("fasti", "wrote")
	if n == nil || !r.mapping(n, "fasti.wrote") {
		return wrote, lists
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i].Value, n.Content[i+1]
		switch v.Kind {
		case yaml.ScalarNode:
			wrote[key] = v.Value
		case yaml.MappingNode:
			for id, h := range r.pairs(v, "fasti.wrote."+key) {
				wrote[key+"."+id] = h
			}
		case yaml.SequenceNode:
			for _, h := range v.Content {
				lists[key] = append(lists[key], h.Value)
			}
		}
	}
	return wrote, lists
}

// values gives what the hash of each scalar key of an event is taken of.
func (e *Event) values() map[string]any {
	return map[string]any{
		"title": e.Title, "title_is": e.TitleIs, "title_lang": e.TitleLang, "when": e.when, "kind": e.Kind, "status": e.Status, "places": list(e.Places),
		"series": e.Series, "basis": e.Basis, "confidence": e.Confidence, "publish": e.hiding(),
	}
}

// hiding is "false" for an event that is not to be shown, as its key says it.
func (e *Event) hiding() string {
	if e.Hidden {
		return "false"
	}
	return ""
}

// EventKeys are the keys of an event in the order in which they are written.
func EventKeys() []string {
	return []string{"title", "title_is", "title_lang", "when", "kind", "status", "actors", "places", "geo", "image", "series", "basis", "confidence", "review", "reviewed_by", "reviewed_on", "question", "note", "publish", "into", "sources", "key", "noindex", "titles", "summaries", "fasti"}
}

// ActorKeys are the keys of an actor in the order in which they are written.
func ActorKeys() []string {
	return []string{"title", "kind", "country", "names", "known_as", "not", "roles", "wikidata", "geo", "image", "noindex", "fasti"}
}

// edited lists the keys of an event that a person owns.
func (e *Event) edited() []string {
	var out []string
	for key, v := range e.values() {
		if owned(e.wrote, key, e.has[key], v) {
			out = append(out, key)
		}
	}
	if e.partsEdited() {
		out = append(out, "actors")
	}
	if e.sourcesEdited() {
		out = append(out, "sources")
	}
	slices.Sort(out)
	return out
}

func (e *Event) partsEdited() bool {
	seen := map[string]bool{}
	for _, p := range e.Actors {
		seen["actors."+p.ID] = true
		if owned(e.wrote, "actors."+p.ID, true, p.Role) {
			return true
		}
	}
	return e.gone("actors.", seen)
}

func (e *Event) sourcesEdited() bool {
	seen := map[string]bool{}
	for _, s := range e.Sources {
		seen["sources."+s.ID] = true
		if e.sourceOwned(s) {
			return true
		}
	}
	return e.gone("sources.", seen)
}

// gone reports whether an entry that fasti wrote is no longer there.
func (e *Event) gone(prefix string, seen map[string]bool) bool {
	for k := range e.wrote {
		if len(k) > len(prefix) && k[:len(prefix)] == prefix && !seen[k] {
			return true
		}
	}
	return false
}

// inlinePart is an actor's entry as it is written.
func inlinePart(p Part) frontmatter.Inline {
	return frontmatter.Inline{{Key: "id", Value: p.ID}, {Key: "role", Value: p.Role}}
}

func seriesEntry(s *Series) frontmatter.Inline {
	return frontmatter.Inline{{Key: "of", Value: s.Of}, {Key: "what", Value: s.What}, {Key: "number", Value: s.Number}}
}

func inlineTexts(l []string) frontmatter.InlineList {
	out := frontmatter.InlineList{}
	for _, s := range l {
		out = append(out, s)
	}
	return out
}

// list makes an empty list of none, so that both have one hash.
func list(l []string) []string {
	if l == nil {
		return []string{}
	}
	return l
}
