package ner

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"

	"fasti/extract/modelfile"
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
	e := &modelfile.Encoder{B: []byte(magic)}
	e.Texts(c.Endings)
	e.Uint(len(c.Folds))
	for _, f := range c.Folds {
		e.Text(f[0])
		e.Text(f[1])
	}
	e.Texts(c.Plurals)
	for _, row := range c.Trans {
		for _, v := range row {
			e.Int(v)
		}
	}
	writeEntries(e, c.Lists)
	writeEntries(e, c.Classes)
	writeFeatures(e, c.Features)
	_, err := w.Write(e.B)
	return err
}

func writeEntries(e *modelfile.Encoder, list []Entry) {
	e.Uint(len(list))
	last := uint32(0)
	for _, x := range list {
		e.Uint(int(x.Key - last))
		e.Uint(int(x.Value))
		last = x.Key
	}
}

// writeFeatures writes keys, then masks, then weights, each among its like.
func writeFeatures(e *modelfile.Encoder, list []Feature) {
	e.Uint(len(list))
	last := uint32(0)
	for _, f := range list {
		e.Uint(int(f.Key - last))
		last = f.Key
	}
	for _, f := range list {
		mask := uint16(0)
		for i, v := range f.Weights {
			if v != 0 {
				mask |= 1 << i
			}
		}
		e.B = binary.LittleEndian.AppendUint16(e.B, mask)
	}
	for _, f := range list {
		for _, v := range f.Weights {
			if v != 0 {
				e.B = append(e.B, byte(v))
			}
		}
	}
}

// Read reads a model file.
func Read(r io.Reader) (*Model, error) {
	b, err := modelfile.ReadAll(r, "model of names")
	if err != nil {
		return nil, err
	}
	return read(b)
}

// read reads a model file. What it gives keeps nothing of b.
func read(b []byte) (*Model, error) {
	if !bytes.HasPrefix(b, []byte(magic)) {
		return nil, errors.New("model of names: not a model file of this version")
	}
	d := decoder{modelfile.Decoder{B: b[len(magic):]}}
	m := d.model()
	if d.Bad {
		return nil, errors.New("model of names: the file is cut or damaged")
	}
	return m, nil
}

type decoder struct{ modelfile.Decoder }

func (d *decoder) model() *Model {
	m := &Model{}
	m.Endings = d.Texts()
	for n := d.Count(); n > 0; n-- {
		m.Folds = append(m.Folds, [2]string{d.Text(), d.Text()})
	}
	m.Plurals = d.Texts()
	for i := range m.Trans {
		for j := range m.Trans[i] {
			m.Trans[i][j] = d.Int()
		}
	}
	m.lists, m.classes = d.table(), d.table()
	n := d.Count()
	keys := make([]uint32, n)
	last := uint32(0)
	for i := range keys {
		last = d.Key(last)
		keys[i] = last
	}
	masks := d.Take(2 * n)
	m.room(n)
	for i, key := range keys {
		var weights [16]int8
		mask := binary.LittleEndian.Uint16(masks[2*i:])
		values := d.Take(bits.OnesCount16(mask))
		for k := 0; mask != 0; mask &= mask - 1 {
			weights[bits.TrailingZeros16(mask)] = int8(values[k])
			k++
		}
		m.enter(key, makeRow(&weights))
	}
	return m
}

func (d *decoder) table() table {
	n := d.Count()
	t := newTable(n)
	last := uint32(0)
	for ; n > 0; n-- {
		last = d.Key(last)
		t.put(last, uint32(d.Uint()))
	}
	return t
}
