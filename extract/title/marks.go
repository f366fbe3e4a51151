package title

import (
	"strings"

	"fasti/extract/lang"
)

// marks are how a language writes a quotation, and what endings a title needs.
type marks struct {
	open, close string // quotation marks
	more        string // for what is left out
	owner       string // what a name takes before what it owns
	hissed      string // what it takes instead behind one of the endings hissing
	hissing     []string

	dative    string            // what plurals take after some prepositions
	plural    string            // how plurals end, as far as one ending tells
	best      []string          // how superlatives end
	adjective []string          // endings of adjectives
	strong    map[string]string // gender or "pl" -> the ending without an article
}

// read takes the marks of the table title/marks; without one they are the
// English.
func (m *marks) read(pack *lang.Pack) error {
	*m = marks{open: "“", close: "”", more: "…", strong: map[string]string{}}
	for _, r := range pack.Table("title/marks").Rows {
		switch r.Field(0) {
		case "quote":
			m.open, m.close = r.Field(1), r.Field(2)
		case "owner":
			m.owner = r.Field(1)
		case "hissing":
			m.hissed, m.hissing = r.Field(1), strings.Fields(r.Field(2))
		case "more":
			m.more = r.Field(1)
		case "dative":
			m.dative = r.Field(1)
		case "plural":
			m.plural = r.Field(1)
		case "superlative":
			m.best = strings.Fields(r.Field(1))
		case "adjective":
			m.adjective = strings.Fields(r.Field(1))
		case "strong":
			gender, end, _ := strings.Cut(r.Field(1), " ")
			m.strong[gender] = end
		default:
			return r.Errorf("no row %q", r.Field(0))
		}
	}
	return nil
}

// ownerOf puts a name before what it owns: "Ann Lee's".
func (m *marks) ownerOf(name string) string {
	for _, end := range m.hissing {
		if strings.HasSuffix(name, end) {
			return name + m.hissed
		}
	}
	return name + m.owner
}
