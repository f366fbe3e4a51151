package title

import "fasti/extract/lang"

// marks are how a language writes a quotation.
type marks struct {
	open, close string // quotation marks
	more        string // for what is left out
}

// read takes the marks of the table title/marks; without one they are the
// English.
func (m *marks) read(pack *lang.Pack) error {
	*m = marks{"“", "”", "…"}
	for _, r := range pack.Table("title/marks").Rows {
		switch r.Field(0) {
		case "quote":
			m.open, m.close = r.Field(1), r.Field(2)
		case "more":
			m.more = r.Field(1)
		default:
			return r.Errorf("no row %q", r.Field(0))
		}
	}
	return nil
}
