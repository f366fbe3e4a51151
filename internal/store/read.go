package store

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"strings"
	"unsafe"
)

// Reader reads what a [Writer] wrote. Texts are parts of the data and not
// copied. After a fault everything is zero, and Bad says so.
type Reader struct {
	b    []byte
	s    string // the same bytes
	at   int
	fail bool
}

// NewReader reads data, which nobody may change any more.
func NewReader(data []byte) *Reader {
	return &Reader{b: data, s: unsafe.String(unsafe.SliceData(data), len(data))}
}

// Bad reports whether the data is not what was asked for.
func (r *Reader) Bad() bool { return r.fail }

// End reports whether all is read, or nothing more can be.
func (r *Reader) End() bool { return r.fail || r.at == len(r.b) }

func (r *Reader) spoilt() { r.at, r.fail = len(r.b), true }

// Number reads a number.
func (r *Reader) Number() int {
	n, size := binary.Varint(r.b[r.at:])
	if size <= 0 {
		r.spoilt()
		return 0
	}
	r.at += size
	return int(n)
}

// Many reads the number of things that follow, each of a byte at least.
func (r *Reader) Many() int {
	n := r.Number()
	if n < 0 || n > len(r.b)-r.at {
		r.spoilt()
		return 0
	}
	return n
}

// Text reads a text.
func (r *Reader) Text() string {
	n := r.Many()
	s := r.s[r.at : r.at+n]
	r.at += n
	return s
}

// Raw reads n bytes.
func (r *Reader) Raw(n int) []byte {
	if n < 0 || n > len(r.b)-r.at {
		r.spoilt()
		return make([]byte, max(0, min(n, 64)))
	}
	out := r.b[r.at : r.at+n : r.at+n]
	r.at += n
	return out
}

// Value reads into what v points to, which is zero.
func (r *Reader) Value(v any) { r.value(reflect.ValueOf(v).Elem()) }

func (r *Reader) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.Raw(1)[0] == '1')
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.Number()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n, size := binary.Uvarint(r.b[r.at:])
		if size <= 0 {
			r.spoilt()
			return
		}
		r.at += size
		v.SetUint(n)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(math.Float64frombits(binary.BigEndian.Uint64(r.Raw(8))))
	case reflect.String:
		v.SetString(r.Text())
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			if !f.CanSet() { // unexported
				f = reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem()
			}
			r.value(f)
		}
	case reflect.Array:
		for i := range v.Len() {
			r.value(v.Index(i))
		}
	default:
		r.holder(v)
	}
}

func (r *Reader) holder(v reflect.Value) {
	n := r.Number() - 1
	if n < 0 {
		return
	}
	if n > len(r.b)-r.at {
		r.spoilt()
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(v.Elem())
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			v.SetBytes(r.Raw(n))
			return
		}
		if n == 0 {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0)) // not nil
			return
		}
		v.Grow(n)
		v.SetLen(n)
		v.SetCap(n) // who appends to a copy must not write into this one
		for i := 0; i < n && !r.fail; i++ {
			r.value(v.Index(i))
		}
	case reflect.Map:
		r.entries(v, n)
	default:
		panic("store: " + v.Type().String() + " cannot be kept")
	}
}

// entries reads a map of n. Maps of texts are most of what is kept.
func (r *Reader) entries(v reflect.Value, n int) {
	if m, ok := v.Addr().Interface().(*map[string]string); ok {
		*m = make(map[string]string, n)
		for i := 0; i < n && !r.fail; i++ {
			k := r.Text()
			(*m)[k] = r.Text()
		}
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), n))
	k, e := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
	for i := 0; i < n && !r.fail; i++ {
		k.SetString(r.Text())
		e.SetZero()
		r.value(e)
		v.SetMapIndex(k, e)
	}
}

// Shape describes a type with all that it holds. Values that were written of
// another shape must not be read.
func Shape(v any) string {
	var b strings.Builder
	shape(&b, reflect.TypeOf(v), map[reflect.Type]bool{})
	return b.String()
}

func shape(b *strings.Builder, t reflect.Type, seen map[reflect.Type]bool) {
	fmt.Fprintf(b, "%s %s;", t.Kind(), t)
	switch t.Kind() {
	case reflect.Struct:
		if seen[t] {
			return
		}
		seen[t] = true
		for i := range t.NumField() {
			b.WriteString(t.Field(i).Name + " ")
			shape(b, t.Field(i).Type, seen)
		}
	case reflect.Pointer, reflect.Slice, reflect.Array:
		shape(b, t.Elem(), seen)
	case reflect.Map:
		shape(b, t.Key(), seen)
		shape(b, t.Elem(), seen)
	}
}
