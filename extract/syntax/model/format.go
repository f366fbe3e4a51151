package model

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"fasti/extract/modelfile"
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
	Beam, Reach          int
	ParseRows            []Row
	Kinds                []string // all relations; the first is the root's
	KindRows             []Row
	KindTrans            []int32
}

// magic opens a model file; the digit is the version of the format and of the
// features, which belong together.
const magic = "fasti-syntax 3\n"

type encoder struct{ modelfile.Encoder }

func (e *encoder) entries(list []Entry) {
	e.Uint(len(list))
	last := uint32(0)
	for _, x := range list {
		e.Uint(int(x.Key - last))
		last = x.Key
	}
	for _, x := range list {
		e.Uint(int(x.Value))
	}
}

func (e *encoder) trans(list []int32) {
	e.Uint(len(list))
	for _, v := range list {
		e.Int(v)
	}
}

// rows writes keys, then numbers of cells, then classes, then weights, each
// among its like.
func (e *encoder) rows(rows []Row) {
	e.Uint(len(rows))
	last := uint32(0)
	for i := range rows {
		e.Uint(int(rows[i].Key - last))
		last = rows[i].Key
	}
	for i := range rows {
		e.Uint(len(rows[i].Cells))
	}
	for i := range rows {
		for _, c := range rows[i].Cells {
			e.B = append(e.B, c.Class)
		}
	}
	for i := range rows {
		for _, c := range rows[i].Cells {
			e.Int(int32(c.Weight))
		}
	}
}

// Write writes a model file of variable-length integers. It is not packed: the
// program would unpack it at every start, which takes longer than reading it.
func (c *Content) Write(w io.Writer) error {
	e := &encoder{modelfile.Encoder{B: []byte(magic)}}
	e.entries(c.Classes)
	e.entries(c.Tags)
	e.entries(c.Lists)
	e.rows(c.TagRows)
	e.trans(c.TagTrans)
	e.Uint(len(c.MorphLabels))
	for _, l := range c.MorphLabels {
		e.Text(l.Name)
		e.Uint(int(l.Group))
		e.Text(string(l.Classes))
	}
	e.rows(c.MorphRows)
	e.trans(c.MorphTrans)
	e.Uint(len(c.Rules))
	for _, r := range c.Rules {
		e.Bool(r.Lower)
		e.Bool(r.Ge)
		e.Uint(r.Cut)
		e.Text(r.Add)
	}
	e.entries(c.Forms)
	e.entries(c.Ends)
	e.Texts(c.Rels)
	e.Text(c.Bias)
	e.Uint(c.Beam)
	e.Uint(c.Reach)
	e.rows(c.ParseRows)
	e.Texts(c.Kinds)
	e.rows(c.KindRows)
	e.trans(c.KindTrans)
	_, err := w.Write(e.B)
	return err
}

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
	b, err := modelfile.ReadAll(r, "model of grammar")
	if err != nil {
		return nil, err
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
	d := decoder{modelfile.Decoder{B: b[len(magic):]}}
	c := d.content()
	if d.Bad || c.wrong() {
		return nil, errors.New("model of grammar: the file is cut or damaged")
	}
	return c, nil
}

func unpack(b []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(z, modelfile.Limit))
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
		Parser:  &Parser{Table: newTable(c.ParseRows, actions(len(c.Rels))), Rels: c.Rels, Beam: c.Beam, Reach: int64(c.Reach)},
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

type decoder struct{ modelfile.Decoder }

func (d *decoder) entries() []Entry {
	out := make([]Entry, d.Count())
	last := uint32(0)
	for i := range out {
		last = d.Key(last)
		out[i].Key = last
	}
	for i := range out {
		out[i].Value = uint32(d.Uint())
	}
	return out
}

func (d *decoder) trans() []int32 {
	out := make([]int32, d.Count())
	for i := range out {
		out[i] = d.Int()
	}
	return out
}

func (d *decoder) rows() []Row {
	out := make([]Row, d.Count())
	last := uint32(0)
	for i := range out {
		last = d.Key(last)
		out[i].Key = last
	}
	sizes, sum := make([]int, len(out)), 0
	for i := range sizes {
		sizes[i] = d.Count()
		sum += sizes[i]
	}
	classes := d.Take(sum)
	if d.Bad {
		return nil
	}
	cells := make([]Cell, sum)
	for i := range cells {
		cells[i] = Cell{classes[i], int16(d.Int())}
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
	for n := d.Count(); n > 0; n-- {
		c.MorphLabels = append(c.MorphLabels, Label{d.Text(), uint8(d.Uint()), []uint8(d.Text())})
	}
	c.MorphRows, c.MorphTrans = d.rows(), d.trans()
	for n := d.Count(); n > 0; n-- {
		c.Rules = append(c.Rules, Rule{d.Uint() > 0, d.Uint() > 0, int(d.Uint() & 0xff), d.Text()})
	}
	c.Forms, c.Ends = d.entries(), d.entries()
	c.Rels = d.Texts()
	c.Bias, c.Beam, c.Reach = d.Text(), int(d.Uint()&0xff), int(d.Uint()&0xffffff)
	c.ParseRows = d.rows()
	c.Kinds = d.Texts()
	c.KindRows, c.KindTrans = d.rows(), d.trans()
	return c
}
