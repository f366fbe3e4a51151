package actor

import (
	"fmt"
	"strings"

	"fasti/extract/lang"
)

// sheet is a table whose first row names its columns.
type sheet struct {
	name string
	cols map[string]int
	rows []lang.Row
}

// read takes a table of the pack. A missing table is an empty sheet.
func read(pack *lang.Pack, name string) sheet {
	t := pack.Table("actor/" + name)
	s := sheet{name: "actor/" + name, cols: map[string]int{}}
	if len(t.Rows) == 0 {
		return s
	}
	for i, c := range t.Rows[0].Fields {
		s.cols[strings.TrimSpace(c)] = i
	}
	s.rows = t.Rows[1:]
	return s
}

// cell is the column's field of a row, "" if there is no such column.
func (s sheet) cell(r lang.Row, col string) string {
	i, ok := s.cols[col]
	if !ok {
		return ""
	}
	return strings.TrimSpace(r.Field(i))
}

// list is a cell of alternatives.
func (s sheet) list(r lang.Row, col string) []string {
	c := s.cell(r, col)
	if c == "" {
		return nil
	}
	return strings.Split(c, "|")
}

// wrong is an error that says where the table is broken.
func (s sheet) wrong(r lang.Row, format string, args ...any) error {
	return fmt.Errorf("%s.tsv:%d: %s", s.name, r.Line, fmt.Sprintf(format, args...))
}
