package model

import "math/bits"

// Cell is the weight of one class.
type Cell struct {
	Class  uint8
	Weight int16
}

// Row is a feature with its weights.
type Row struct {
	Key   uint32
	Cells []Cell
}

// Scorer adds the weights of features to the scores of classes.
type Scorer interface {
	Score(features []uint64, sum []int32)
}

// Table holds the weights of features. It does not change and serves any
// number of goroutines.
type Table struct {
	slots []slot
	cells []uint32 // class, whether it is the row's last, weight
	shift int
}

type slot struct{ key, at uint32 }

const lastCell = 1 << 8

// newTable makes a table of rows.
func newTable(rows []Row) *Table {
	n := max(4, bits.Len(uint(len(rows)+len(rows)/2)))
	t := &Table{slots: make([]slot, 1<<n), shift: 32 - n}
	size := 0
	for i := range rows {
		size += len(rows[i].Cells)
	}
	t.cells = make([]uint32, 0, size)
	for i := range rows {
		r := &rows[i]
		if len(r.Cells) == 0 {
			continue
		}
		t.put(r.Key, uint32(len(t.cells)))
		for k, c := range r.Cells {
			v := uint32(c.Class) | uint32(uint16(c.Weight))<<16
			if k == len(r.Cells)-1 {
				v |= lastCell
			}
			t.cells = append(t.cells, v)
		}
	}
	return t
}

func (t *Table) put(key, at uint32) {
	for i := key >> t.shift; ; i++ {
		s := &t.slots[i&uint32(len(t.slots)-1)]
		if s.key == 0 {
			s.key, s.at = key, at
			return
		}
	}
}

// batch is how many features are looked up at once.
const batch = 128

// Score is part of Scorer. sum has a place for every class. Most of the time
// goes into waiting for memory, so places are fetched for many features before
// any is looked at: first the slots, then the cells.
func (t *Table) Score(features []uint64, sum []int32) {
	for len(features) > batch {
		t.score(features[:batch], sum)
		features = features[batch:]
	}
	t.score(features, sum)
}

func (t *Table) score(features []uint64, sum []int32) {
	var near [batch]slot
	var at, first [batch]uint32
	for i, f := range features {
		near[i] = t.slots[Key(f)>>t.shift]
	}
	n := 0
	for i, f := range features {
		s, key := near[i], Key(f)
		if s.key != key && s.key != 0 {
			s = t.probe(key)
		}
		if s.key == key {
			at[n] = s.at
			n++
		}
	}
	for i, a := range at[:n] {
		first[i] = t.cells[a]
	}
	for i, c := range first[:n] {
		for a := at[i] + 1; ; a++ {
			sum[c&0xff] += int32(c) >> 16
			if c&lastCell != 0 {
				break
			}
			c = t.cells[a]
		}
	}
}

// probe looks behind the first slot of a key.
func (t *Table) probe(key uint32) slot {
	mask := uint32(len(t.slots) - 1)
	for i := key>>t.shift + 1; ; i++ {
		if s := t.slots[i&mask]; s.key == key || s.key == 0 {
			return s
		}
	}
}

// Words maps keys of words to numbers.
type Words struct {
	slots []slot
	shift int
}

// Entry is the key of a word with its number, which is not 0.
type Entry struct{ Key, Value uint32 }

func newWords(entries []Entry) *Words {
	n := max(4, bits.Len(uint(len(entries)+len(entries)/2)))
	w := &Words{slots: make([]slot, 1<<n), shift: 32 - n}
	for _, e := range entries {
		for i := e.Key >> w.shift; ; i++ {
			s := &w.slots[i&uint32(len(w.slots)-1)]
			if s.key == 0 {
				*s = slot{e.Key, e.Value}
				break
			}
		}
	}
	return w
}

// Get is the number of a word, or 0.
func (w *Words) Get(key uint32) uint32 {
	if w == nil {
		return 0
	}
	for i := key >> w.shift; ; i++ {
		s := w.slots[i&uint32(len(w.slots)-1)]
		if s.key == key {
			return s.at
		}
		if s.key == 0 {
			return 0
		}
	}
}
