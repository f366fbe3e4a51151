package event

import (
	"strconv"

	"fasti/extract/event/model"
)

// bag collects the features of one thing to be judged: the rows of a model's
// table, or their names where something is to be learned from them.
type bag struct {
	table *model.Table
	study bool
	rows  []int32
	names []string
	buf   []byte
}

// reset empties the bag for another thing.
func (b *bag) reset(table *model.Table) {
	b.table, b.rows, b.names = table, b.rows[:0], nil
}

// add puts a feature in; its name is the parts with "=" behind the first and
// "," behind the others.
func (b *bag) add(parts ...string) {
	b.buf = b.buf[:0]
	for i, p := range parts {
		switch i {
		case 0:
		case 1:
			b.buf = append(b.buf, '=')
		default:
			b.buf = append(b.buf, ',')
		}
		b.buf = append(b.buf, p...)
	}
	if b.study {
		b.names = append(b.names, string(b.buf))
	}
	if r := b.table.Row(b.buf); r >= 0 {
		b.rows = append(b.rows, r)
	}
}

// when adds a feature if something holds.
func (b *bag) when(holds bool, parts ...string) {
	if holds {
		b.add(parts...)
	}
}

// sum adds up what the rows weigh in a column.
func (b *bag) sum(column int) int {
	total := 0
	for _, r := range b.rows {
		total += b.table.Weight(r, column)
	}
	return total
}

// few writes a small count; what is more than most is most and "+".
func few(n, most int) string {
	if n > most {
		return strconv.Itoa(most) + "+"
	}
	return strconv.Itoa(n)
}

// steps writes a distance in rough steps.
func steps(n int) string {
	switch {
	case n < 0:
		return "-" + steps(-n)
	case n <= 3:
		return strconv.Itoa(n)
	case n <= 5:
		return "5"
	case n <= 9:
		return "9"
	case n <= 15:
		return "15"
	}
	return "far"
}
