package ner

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
)

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
	Plurals  []string
	Trans    Transitions
	Features []Feature
	Lists    []Entry
	Classes  []Entry
}

// magic opens a model file; the digit is the version of the format and of
// the features, which belong together.
const magic = "fasti-ner 4\n"

// Write writes a model file: variable-length integers; keys as differences,
// weights as a mask of those that are not 0 and their bytes. It is not packed:
// the program would unpack it at every start.
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
	b = binary.AppendUvarint(b, uint64(len(c.Plurals)))
	for _, e := range c.Plurals {
		str(e)
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
	_, err := w.Write(b)
	return err
}

// maxModel bounds a model file, in bytes.
const maxModel = 64 << 20

// Read reads a model file.
func Read(r io.Reader) (*Model, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxModel))
	if err != nil {
		return nil, fmt.Errorf("model of names: %w", err)
	}
	return read(b)
}

// read reads a model file. What it gives keeps nothing of b.
func read(b []byte) (*Model, error) {
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
	for n := d.count(); n > 0; n-- {
		m.Plurals = append(m.Plurals, d.string())
	}
	for i := range m.Trans {
		for j := range m.Trans[i] {
			m.Trans[i][j] = int32(d.int())
		}
	}
	m.lists, m.classes = d.table(), d.table()
	n := d.count()
	keys := make([]uint32, n)
	last := uint32(0)
	for i := range keys {
		last += uint32(d.uint())
		keys[i] = max(last, 1)
	}
	masks := d.take(2 * n)
	m.room(n)
	for i, key := range keys {
		var weights [16]int8
		mask := binary.LittleEndian.Uint16(masks[2*i:])
		values := d.take(bits.OnesCount16(mask))
		for k := 0; mask != 0; mask &= mask - 1 {
			weights[bits.TrailingZeros16(mask)] = int8(values[k])
			k++
		}
		m.enter(key, makeRow(&weights))
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
