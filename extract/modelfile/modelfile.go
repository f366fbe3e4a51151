// Package modelfile holds what the learned models of names and of grammar
// share: how a feature becomes a number, and how numbers stand in a file. A
// file opens with a line that names its format; variable-length integers
// follow (those of encoding/binary), keys as differences to the one before.
package modelfile

import (
	"encoding/binary"
	"fmt"
	"io"
)

// Limit bounds a model file, in bytes.
const Limit = 64 << 20

// ReadAll reads a model file of at most Limit bytes; what names the model in
// errors.
func ReadAll(r io.Reader, what string) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, Limit))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	return b, nil
}

// Encoder gathers the numbers of a model file.
type Encoder struct{ B []byte }

// Uint writes a number that is not negative.
func (e *Encoder) Uint(v int) { e.B = binary.AppendUvarint(e.B, uint64(v)) }

// Int writes a number.
func (e *Encoder) Int(v int32) { e.B = binary.AppendVarint(e.B, int64(v)) }

// Text writes a string behind its length.
func (e *Encoder) Text(s string) {
	e.Uint(len(s))
	e.B = append(e.B, s...)
}

// Texts writes strings behind their number.
func (e *Encoder) Texts(list []string) {
	e.Uint(len(list))
	for _, s := range list {
		e.Text(s)
	}
}

// Bool writes yes or no as 1 or 0.
func (e *Encoder) Bool(v bool) {
	n := 0
	if v {
		n = 1
	}
	e.Uint(n)
}

// Decoder reads the numbers of a model file. After a fault Bad stays set and
// all that is read is empty, so one question at the end is enough.
type Decoder struct {
	B   []byte
	Bad bool
}

func (d *Decoder) fail() { d.Bad, d.B = true, nil }

// Uint reads a number that is not negative.
func (d *Decoder) Uint() uint64 {
	if len(d.B) > 0 && d.B[0] < 0x80 {
		v := d.B[0]
		d.B = d.B[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(d.B)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.B = d.B[n:]
	return v
}

// Int reads a number.
func (d *Decoder) Int() int32 {
	v := d.Uint()
	return int32(int64(v>>1) ^ -int64(v&1))
}

// Count reads a number of things that take a byte each at least: a damaged
// file cannot ask for more room than it has bytes.
func (d *Decoder) Count() int {
	n := d.Uint()
	if n > uint64(len(d.B)) {
		d.fail()
		return 0
	}
	return int(n)
}

// Take reads n bytes as they stand; they share the room of the file.
func (d *Decoder) Take(n int) []byte {
	if n > len(d.B) {
		d.fail()
		return make([]byte, n)
	}
	p := d.B[:n]
	d.B = d.B[n:]
	return p
}

// Text reads a string.
func (d *Decoder) Text() string { return string(d.Take(d.Count())) }

// Texts reads strings behind their number.
func (d *Decoder) Texts() []string {
	var out []string
	for n := d.Count(); n > 0; n-- {
		out = append(out, d.Text())
	}
	return out
}

// Key reads the difference to the key before and gives the key, which is never
// 0: that marks a free slot of a table.
func (d *Decoder) Key(before uint32) uint32 { return max(before+uint32(d.Uint()), 1) }
