// Package model holds the learned weights by which package event judges what
// it finds: sums of integer weights of features with readable names.
package model

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
)

// Table is a linear model with several columns: each feature has a weight a
// column, in thousandths of a natural logarithm of odds.
type Table struct {
	Columns []string
	rows    map[string]int32
	names   []string
	weights []int32 // row by row, as many as there are columns
}

// New makes an empty table.
func New(columns ...string) *Table {
	return &Table{Columns: columns, rows: map[string]int32{}}
}

// Set gives a feature its weights, one a column.
func (t *Table) Set(feature string, weights []int32) {
	t.rows[feature] = int32(len(t.rows))
	t.names = append(t.names, feature)
	t.weights = append(t.weights, weights...)
}

// Row finds a feature; -1 if the table does not know it.
func (t *Table) Row(feature []byte) int32 {
	if r, ok := t.rows[string(feature)]; ok {
		return r
	}
	return -1
}

// Weight is the weight of the feature of a row in a column.
func (t *Table) Weight(row int32, column int) int {
	return int(t.weights[int(row)*len(t.Columns)+column])
}

// Name is the feature of a row.
func (t *Table) Name(row int32) string { return t.names[row] }

// Len is how many features the table has.
func (t *Table) Len() int { return len(t.rows) }

// Read reads a table: a line with the names of the columns, then a line a
// feature, all separated by tabs. Lines that begin with "#" are remarks.
func Read(r io.Reader) (*Table, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	var t *Table
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if t == nil {
			t = New(f[1:]...)
			continue
		}
		if len(f) != len(t.Columns)+1 {
			return nil, fmt.Errorf("line %d: %d fields, not %d", n, len(f), len(t.Columns)+1)
		}
		w := make([]int32, len(t.Columns))
		for i := range w {
			if f[i+1] == "" {
				continue
			}
			v, err := strconv.ParseInt(f[i+1], 10, 32)
			if err != nil {
				return nil, fmt.Errorf("line %d: weight %q: %w", n, f[i+1], err)
			}
			w[i] = int32(v)
		}
		if _, twice := t.rows[f[0]]; twice {
			return nil, fmt.Errorf("line %d: feature %q stands twice", n, f[0])
		}
		t.Set(f[0], w)
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	if t == nil {
		return nil, fmt.Errorf("no columns")
	}
	return t, nil
}

// Write writes what Read reads, sorted by feature, behind remarks. A weight
// of 0 is left empty.
func (t *Table) Write(w io.Writer, remarks ...string) error {
	var b bytes.Buffer
	for _, r := range remarks {
		fmt.Fprintf(&b, "# %s\n", r)
	}
	fmt.Fprintf(&b, "feature\t%s\n", strings.Join(t.Columns, "\t"))
	names := make([]string, 0, len(t.rows))
	for n := range t.rows {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		b.WriteString(n)
		for c := range t.Columns {
			b.WriteByte('\t')
			if v := t.Weight(t.rows[n], c); v != 0 {
				b.WriteString(strconv.Itoa(v))
			}
		}
		b.WriteByte('\n')
	}
	_, err := w.Write(b.Bytes())
	return err
}
