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
	slots  []slot
	cells  []uint32 // class, whether it is the row's last, weight
	dense  []dense  // rows with weights of most classes; only in a narrow table
	narrow bool     // it has no more than 64 classes
}

// slot is the key of a row with its place: in cells, or with isDense in dense. A
// single cell of a narrow table stands here itself, with isCell.
type slot struct{ key, at uint32 }

// What places are, by their upper bits. A cell that stands in a slot has its
// class below, then its weight.
const (
	isDense = 1 << 31
	isCell  = 1 << 30
)

const lastCell = 1 << 8

// newTable makes a table of rows for a number of classes.
func newTable(rows []Row, classes int) *Table {
	t := &Table{slots: make([]slot, roomy(len(rows))), narrow: classes <= lanes}
	t.fill(rows)
	return t
}

// fill puts the rows in, those of many weights first: they are asked for most
// and so lie in the first slot that is looked at.
func (t *Table) fill(rows []Row) {
	for _, span := range [...][2]int{{thick, 257}, {4, thick}, {1, 4}} {
		for i := range rows {
			if r := &rows[i]; len(r.Cells) >= span[0] && len(r.Cells) < span[1] {
				t.row(r)
			}
		}
	}
}

func (t *Table) row(r *Row) {
	if t.narrow && len(r.Cells) >= thick {
		if d, ok := densely(r.Cells); ok {
			t.put(r.Key, uint32(len(t.dense))|isDense)
			t.dense = append(t.dense, d)
			return
		}
	}
	if t.narrow && len(r.Cells) == 1 {
		t.put(r.Key, uint32(r.Cells[0].Class)|uint32(uint16(r.Cells[0].Weight))<<8|isCell)
		return
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

// roomy is the number of slots for some rows. The fewer there are, the more of the
// table stays near the processor; two fifths of them are free.
func roomy(rows int) int { return rows + rows*2/3 + 8 }

// first is the slot in which a key is looked for first.
func (t *Table) first(key uint32) uint32 { return uint32(uint64(key) * uint64(len(t.slots)) >> 32) }

func (t *Table) put(key, at uint32) {
	i := t.first(key)
	for t.slots[i].key != 0 {
		if i++; int(i) == len(t.slots) {
			i = 0
		}
	}
	t.slots[i] = slot{key, at}
}

// batch is how many features are looked up at once.
const batch = 128

// find puts the places of the features' rows into x.rows, and gives how many have one. Most of
// the time goes into waiting for memory, so slots are fetched for many features
// before any is looked at.
func (t *Table) find(x *bench, features []uint64) int {
	slots := t.slots
	many := uint64(len(slots))
	for i, f := range features {
		x.near[i&(batch-1)] = slots[uint64(Key(f))*many>>32]
	}
	n := 0
	for i, f := range features {
		s, key := x.near[i&(batch-1)], Key(f)
		if s.key != key && s.key != 0 {
			s = t.probe(key)
		}
		// Whether a feature has a row is not to be foreseen, so nothing branches on it.
		found := 0
		if s.key == key {
			found = 1
		}
		x.rows[n&(batch-1)] = s.at
		n += found
	}
	return n
}

// Score is part of Scorer. sum has a place for every class.
func (t *Table) Score(features []uint64, sum []int32) { t.score(&bench{}, features, sum) }

// score adds the weights of features to the sums of all classes.
func (t *Table) score(x *bench, features []uint64, sum []int32) {
	if t.narrow {
		p := nothing
		t.pack(x, features, &p)
		p.addTo(sum)
		return
	}
	for len(features) > 0 {
		n := min(len(features), batch)
		t.scoreWide(x, features[:n], sum)
		features = features[n:]
	}
}

func (t *Table) scoreWide(x *bench, features []uint64, sum []int32) {
	rows := x.rows[:t.find(x, features)]
	for i, a := range rows {
		x.first[i&(batch-1)] = t.cells[a]
	}
	for i, a := range rows {
		for c := x.first[i&(batch-1)]; ; c = t.cells[a] {
			sum[c&0xff] += int32(c) >> 16
			if c&lastCell != 0 {
				break
			}
			a++
		}
	}
}

// probe looks behind the first slot of a key.
func (t *Table) probe(key uint32) slot {
	for i := t.first(key); ; {
		if i++; int(i) == len(t.slots) {
			i = 0
		}
		if s := t.slots[i]; s.key == key || s.key == 0 {
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
