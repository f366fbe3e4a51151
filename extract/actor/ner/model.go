package ner

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"strings"
)

// Model is a trained tagger's knowledge: weights of features, transitions,
// lists of names, classes of words. It does not change once it is read, and
// serves any number of goroutines.
type Model struct {
	Endings []string    // of the genitive, in small letters: "s"
	Folds   [][2]string // ending of an inflected adjective, and what it becomes
	Trans   Transitions

	keys    []uint32 // slots of the features' keys; 0: free
	rows    []int32  // of each slot: index into weights
	bits    int
	weights [][16]int8

	lists   table
	classes table
}

// table maps the upper 32 bits of hashes to numbers, by open addressing.
type table struct {
	keys   []uint32
	values []uint32
	bits   int
}

// slotBits is the size of a table for n entries: at most two thirds full.
func slotBits(n int) int { return max(4, bits.Len(uint(n+n/2))) }

func newTable(n int) table {
	b := slotBits(n)
	return table{make([]uint32, 1<<b), make([]uint32, 1<<b), b}
}

func (t *table) put(key, value uint32) {
	for i := key >> (32 - t.bits); ; i++ {
		i &= uint32(len(t.keys) - 1)
		if t.keys[i] == 0 {
			t.keys[i], t.values[i] = key, value
			return
		}
	}
}

func (t *table) get(key uint32) uint32 {
	for i := key >> (32 - t.bits); ; i++ {
		i &= uint32(len(t.keys) - 1)
		if t.keys[i] == key {
			return t.values[i]
		}
		if t.keys[i] == 0 {
			return 0
		}
	}
}

// Key is the part of a hash that models keep; it is never 0.
func Key(hash uint64) uint32 { return max(uint32(hash>>32), 1) }

// row gives the weights of a feature, or nil.
func (m *Model) row(feature uint64) *[16]int8 {
	key := Key(feature)
	for i := key >> (32 - m.bits); ; i++ {
		i &= uint32(len(m.keys) - 1)
		if m.keys[i] == key {
			return &m.weights[m.rows[i]]
		}
		if m.keys[i] == 0 {
			return nil
		}
	}
}

// Lists, Class, Bare and Fold make a model the Lexicon of its features.
func (m *Model) Lists(hash uint64) uint32 { return m.lists.get(Key(hash)) }

// Class is part of Lexicon.
func (m *Model) Class(hash uint64) [2]uint16 {
	v := m.classes.get(Key(hash))
	return [2]uint16{uint16(v >> 16), uint16(v)}
}

// Bare is part of Lexicon.
func (m *Model) Bare(low string) string {
	for _, e := range m.Endings {
		if len(low) > len(e)+2 && strings.HasSuffix(low, e) {
			return low[:len(low)-len(e)]
		}
	}
	return low
}

// Fold is part of Lexicon.
func (m *Model) Fold(low string) string {
	for _, f := range m.Folds {
		if len(low) > len(f[0])+1 && strings.HasSuffix(low, f[0]) {
			return low[:len(low)-len(f[0])] + f[1]
		}
	}
	return low
}

// Entry is a key with its number.
type Entry struct{ Key, Value uint32 }

// Feature is a key with its weights, one for each label but Outside.
type Feature struct {
	Key     uint32
	Weights [16]int8
}

// Content is what a model file holds. Features, Lists and Classes are sorted
// by key, without doubles.
type Content struct {
	Endings  []string
	Folds    [][2]string
	Trans    Transitions
	Features []Feature
	Lists    []Entry
	Classes  []Entry
}

// magic opens a model file; the digit is the version of the format and of
// the features, which belong together.
const magic = "fasti-ner 1\n"

// Write writes a model file: gzip over variable-length integers; keys as
// differences, weights as a mask of those that are not 0 and their bytes.
func (c *Content) Write(w io.Writer) error {
	var b []byte
	str := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	b = append(b, magic...)
	b = binary.AppendUvarint(b, uint64(len(c.Endings)))
	for _, e := range c.Endings {
		str(e)
	}
	b = binary.AppendUvarint(b, uint64(len(c.Folds)))
	for _, f := range c.Folds {
		str(f[0])
		str(f[1])
	}
	for _, row := range c.Trans {
		for _, v := range row {
			b = binary.AppendVarint(b, int64(v))
		}
	}
	for _, list := range [][]Entry{c.Lists, c.Classes} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		last := uint32(0)
		for _, e := range list {
			b = binary.AppendUvarint(b, uint64(e.Key-last))
			b = binary.AppendUvarint(b, uint64(e.Value))
			last = e.Key
		}
	}
	b = binary.AppendUvarint(b, uint64(len(c.Features)))
	last := uint32(0)
	for _, f := range c.Features {
		b = binary.AppendUvarint(b, uint64(f.Key-last))
		last = f.Key
	}
	for _, f := range c.Features {
		mask := uint16(0)
		for i, v := range f.Weights {
			if v != 0 {
				mask |= 1 << i
			}
		}
		b = binary.LittleEndian.AppendUint16(b, mask)
	}
	for _, f := range c.Features {
		for _, v := range f.Weights {
			if v != 0 {
				b = append(b, byte(v))
			}
		}
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(b); err != nil {
		return err
	}
	return z.Close()
}

// maxModel bounds a model file once unpacked, in bytes.
const maxModel = 64 << 20

// Read reads a model file.
func Read(r io.Reader) (*Model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("model of names: %w", err)
	}
	var buf bytes.Buffer
	buf.Grow(8 << 20)
	if _, err := io.Copy(&buf, io.LimitReader(z, maxModel)); err != nil {
		return nil, fmt.Errorf("model of names: %w", err)
	}
	b := buf.Bytes()
	if !bytes.HasPrefix(b, []byte(magic)) {
		return nil, errors.New("model of names: not a model file of this version")
	}
	d := decoder{b: b[len(magic):]}
	m := d.model()
	if d.bad {
		return nil, errors.New("model of names: the file is cut or damaged")
	}
	return m, nil
}

// decoder reads the numbers of a model file; bad stays set after a fault.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.bad, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.b)
	if n <= 0 {
		d.bad, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return v
}

// count reads a number of things that take a byte each at least.
func (d *decoder) count() int {
	n := d.uint()
	if n > uint64(len(d.b)) {
		d.bad, d.b = true, nil
		return 0
	}
	return int(n)
}

func (d *decoder) take(n int) []byte {
	if n > len(d.b) {
		d.bad, d.b = true, nil
		return make([]byte, n)
	}
	p := d.b[:n]
	d.b = d.b[n:]
	return p
}

func (d *decoder) string() string { return string(d.take(d.count())) }

func (d *decoder) model() *Model {
	m := &Model{}
	for n := d.count(); n > 0; n-- {
		m.Endings = append(m.Endings, d.string())
	}
	for n := d.count(); n > 0; n-- {
		m.Folds = append(m.Folds, [2]string{d.string(), d.string()})
	}
	for i := range m.Trans {
		for j := range m.Trans[i] {
			m.Trans[i][j] = int32(d.int())
		}
	}
	m.lists, m.classes = d.table(), d.table()
	n := d.count()
	m.bits = slotBits(n)
	m.keys, m.rows = make([]uint32, 1<<m.bits), make([]int32, 1<<m.bits)
	m.weights = make([][16]int8, n)
	last := uint32(0)
	for i := 0; i < n; i++ {
		last += uint32(d.uint())
		key := max(last, 1)
		for s := key >> (32 - m.bits); ; s++ {
			s &= uint32(len(m.keys) - 1)
			if m.keys[s] == 0 {
				m.keys[s], m.rows[s] = key, int32(i)
				break
			}
		}
	}
	masks := d.take(2 * n)
	for i := range m.weights {
		mask := binary.LittleEndian.Uint16(masks[2*i:])
		values := d.take(bits.OnesCount16(mask))
		for k := 0; mask != 0; mask &= mask - 1 {
			m.weights[i][bits.TrailingZeros16(mask)] = int8(values[k])
			k++
		}
	}
	return m
}

func (d *decoder) table() table {
	n := d.count()
	t := newTable(n)
	last := uint32(0)
	for ; n > 0; n-- {
		last += uint32(d.uint())
		t.put(max(last, 1), uint32(d.uint()))
	}
	return t
}
