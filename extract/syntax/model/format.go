package model

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Content is what a model file holds. Entries and rows are sorted by key,
// without doubles.
type Content struct {
	Classes, Tags, Lists []Entry
	TagRows              []Row
	TagTrans             []int32
	MorphLabels          []Label
	MorphRows            []Row
	MorphTrans           []int32
	Rules                []Rule
	Forms, Ends          []Entry
	Rels                 []string
	Bias                 string
	Beam                 int
	ParseRows            []Row
	Kinds                []string // all relations; the first is the root's
	KindRows             []Row
	KindTrans            []int32
}

// magic opens a model file; the digit is the version of the format and of the
// features, which belong together.
const magic = "fasti-syntax 3\n"

// encoder gathers the numbers of a model file.
type encoder struct{ b []byte }

func (e *encoder) uint(v int)  { e.b = binary.AppendUvarint(e.b, uint64(v)) }
func (e *encoder) int(v int32) { e.b = binary.AppendVarint(e.b, int64(v)) }
func (e *encoder) text(s string) {
	e.uint(len(s))
	e.b = append(e.b, s...)
}

func (e *encoder) bool(v bool) {
	if v {
		e.uint(1)
		return
	}
	e.uint(0)
}

func (e *encoder) entries(list []Entry) {
	e.uint(len(list))
	last := uint32(0)
	for _, x := range list {
		e.uint(int(x.Key - last))
		last = x.Key
	}
	for _, x := range list {
		e.uint(int(x.Value))
	}
}

func (e *encoder) trans(list []int32) {
	e.uint(len(list))
	for _, v := range list {
		e.int(v)
	}
}

// rows writes keys, then numbers of cells, then classes, then weights, each
// among its like.
func (e *encoder) rows(rows []Row) {
	e.uint(len(rows))
	last := uint32(0)
	for i := range rows {
		e.uint(int(rows[i].Key - last))
		last = rows[i].Key
	}
	for i := range rows {
		e.uint(len(rows[i].Cells))
	}
	for i := range rows {
		for _, c := range rows[i].Cells {
			e.b = append(e.b, c.Class)
		}
	}
	for i := range rows {
		for _, c := range rows[i].Cells {
			e.int(int32(c.Weight))
		}
	}
}

// Write writes a model file of variable-length integers. It is not packed: the
// program would unpack it at every start, which takes longer than reading it.
func (c *Content) Write(w io.Writer) error {
	e := &encoder{b: []byte(magic)}
	e.entries(c.Classes)
	e.entries(c.Tags)
	e.entries(c.Lists)
	e.rows(c.TagRows)
	e.trans(c.TagTrans)
	e.uint(len(c.MorphLabels))
	for _, l := range c.MorphLabels {
		e.text(l.Name)
		e.uint(int(l.Group))
		e.text(string(l.Classes))
	}
	e.rows(c.MorphRows)
	e.trans(c.MorphTrans)
	e.uint(len(c.Rules))
	for _, r := range c.Rules {
		e.bool(r.Lower)
		e.bool(r.Ge)
		e.uint(r.Cut)
		e.text(r.Add)
	}
	e.entries(c.Forms)
	e.entries(c.Ends)
	e.uint(len(c.Rels))
	for _, r := range c.Rels {
		e.text(r)
	}
	e.text(c.Bias)
	e.uint(c.Beam)
	e.uint(0) // free
	e.rows(c.ParseRows)
	e.uint(len(c.Kinds))
	for _, k := range c.Kinds {
		e.text(k)
	}
	e.rows(c.KindRows)
	e.trans(c.KindTrans)
	_, err := w.Write(e.b)
	return err
}

// maxModel bounds a model file, in bytes.
const maxModel = 64 << 20

// Read reads a model file.
func Read(r io.Reader) (*Model, error) {
	c, err := ReadContent(r)
	if err != nil {
		return nil, err
	}
	return c.Model(), nil
}

// ReadContent reads what a model file holds.
func ReadContent(r io.Reader) (*Content, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxModel))
	if err != nil {
		return nil, fmt.Errorf("model of grammar: %w", err)
	}
	return readContent(b)
}

// readContent reads a model file, also one that gzip has packed, as they were
// until November 2026. What it gives keeps nothing of b.
func readContent(b []byte) (*Content, error) {
	if bytes.HasPrefix(b, []byte("\x1f\x8b")) {
		var err error
		if b, err = unpack(b); err != nil {
			return nil, fmt.Errorf("model of grammar: %w", err)
		}
	}
	if !bytes.HasPrefix(b, []byte(magic)) {
		return nil, errors.New("model of grammar: not a model file of this version")
	}
	d := decoder{b: b[len(magic):]}
	c := d.content()
	if d.bad || c.wrong() {
		return nil, errors.New("model of grammar: the file is cut or damaged")
	}
	return c, nil
}

func unpack(b []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(z, maxModel))
}

// Model makes the model of a content.
func (c *Content) Model() *Model {
	var tags []Label
	for i, n := range POSNames {
		tags = append(tags, Label{Name: n, Group: uint8(i), Classes: []uint8{uint8(i)}})
	}
	m := &Model{
		Traits:  Traits(c.MorphLabels),
		Kinds:   NewSequence(c.KindRows, PlainLabels(c.Kinds), c.KindTrans),
		Lexicon: *c.Lexicon(),
		Tags:    NewSequence(c.TagRows, tags, c.TagTrans),
		Morphs:  NewSequence(c.MorphRows, c.MorphLabels, c.MorphTrans),
		Lemmas:  &Lemmas{Rules: c.Rules, Forms: newWords(c.Forms), Ends: newWords(c.Ends)},
		Parser:  &Parser{Table: newTable(c.ParseRows), Rels: c.Rels, Beam: c.Beam},
		Bias:    uint64(WordKey(c.Bias)),
	}
	for i, k := range c.Kinds {
		_, lifted := Plain(k)
		m.lifted = append(m.lifted, lifted)
		switch k {
		case "punct":
			m.punct = uint8(i)
		case "flat":
			m.flat = uint8(i)
		case "parataxis":
			m.beside = uint8(i)
		}
	}
	return m
}

// PlainLabels are labels of one class each.
func PlainLabels(names []string) []Label {
	out := make([]Label, len(names))
	for i, n := range names {
		out[i] = Label{Name: n, Classes: []uint8{uint8(i)}}
	}
	return out
}

// Lexicon makes what is known of words by themselves.
func (c *Content) Lexicon() *Lexicon {
	return &Lexicon{Classes: newWords(c.Classes), Tags: newWords(c.Tags), Lists: newWords(c.Lists)}
}

// wrong tells whether the parts of a content do not fit each other.
func (c *Content) wrong() bool {
	tags, morphs := len(POSNames)+1, len(c.MorphLabels)+1
	if len(c.TagTrans) != tags*tags || len(c.MorphTrans) != morphs*morphs || morphs > 256 || len(c.Rels) == 0 || actions(len(c.Rels)) > 256 || c.Beam < 1 || c.Beam > 64 {
		return true
	}
	groups, classes := Groups(c.MorphLabels)
	for i := range POSNames {
		if len(groups[i]) == 0 {
			return true
		}
	}
	kinds := len(c.Kinds) + 1
	if kinds < 2 || kinds > 256 || len(c.KindTrans) != kinds*kinds || beyond(c.KindRows, len(c.Kinds)) {
		return true
	}
	return beyond(c.TagRows, len(POSNames)) || beyond(c.MorphRows, classes) || beyond(c.ParseRows, actions(len(c.Rels)))
}

// beyond tells whether a row has a class that is not there.
func beyond(rows []Row, classes int) bool {
	for i := range rows {
		for _, c := range rows[i].Cells {
			if int(c.Class) >= classes {
				return true
			}
		}
	}
	return false
}

// decoder reads the numbers of a model file; bad stays set after a fault.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) uint() uint64 {
	if len(d.b) > 0 && d.b[0] < 0x80 {
		v := d.b[0]
		d.b = d.b[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.bad, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) int() int32 {
	v := d.uint()
	return int32(int64(v>>1) ^ -int64(v&1))
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

func (d *decoder) text() string { return string(d.take(d.count())) }

func (d *decoder) entries() []Entry {
	out := make([]Entry, d.count())
	last := uint32(0)
	for i := range out {
		last += uint32(d.uint())
		out[i].Key = max(last, 1)
	}
	for i := range out {
		out[i].Value = uint32(d.uint())
	}
	return out
}

func (d *decoder) trans() []int32 {
	out := make([]int32, d.count())
	for i := range out {
		out[i] = d.int()
	}
	return out
}

func (d *decoder) rows() []Row {
	out := make([]Row, d.count())
	last := uint32(0)
	for i := range out {
		last += uint32(d.uint())
		out[i].Key = max(last, 1)
	}
	sizes, sum := make([]int, len(out)), 0
	for i := range sizes {
		sizes[i] = d.count()
		sum += sizes[i]
	}
	classes := d.take(sum)
	if d.bad {
		return nil
	}
	cells := make([]Cell, sum)
	for i := range cells {
		cells[i] = Cell{classes[i], int16(d.int())}
	}
	for i := range out {
		out[i].Cells, cells = cells[:sizes[i]], cells[sizes[i]:]
	}
	return out
}

func (d *decoder) content() *Content {
	c := &Content{}
	c.Classes, c.Tags, c.Lists = d.entries(), d.entries(), d.entries()
	c.TagRows, c.TagTrans = d.rows(), d.trans()
	for n := d.count(); n > 0; n-- {
		c.MorphLabels = append(c.MorphLabels, Label{d.text(), uint8(d.uint()), []uint8(d.text())})
	}
	c.MorphRows, c.MorphTrans = d.rows(), d.trans()
	for n := d.count(); n > 0; n-- {
		c.Rules = append(c.Rules, Rule{d.uint() > 0, d.uint() > 0, int(d.uint() & 0xff), d.text()})
	}
	c.Forms, c.Ends = d.entries(), d.entries()
	for n := d.count(); n > 0; n-- {
		c.Rels = append(c.Rels, d.text())
	}
	c.Bias, c.Beam = d.text(), int(d.uint()&0xff)
	d.uint() // free
	c.ParseRows = d.rows()
	for n := d.count(); n > 0; n-- {
		c.Kinds = append(c.Kinds, d.text())
	}
	c.KindRows, c.KindTrans = d.rows(), d.trans()
	return c
}
