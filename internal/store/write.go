package store

import (
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"sort"
)

// Writer collects data. The zero value is ready.
type Writer struct{ b []byte }

// WriterFor gives one for what will be written under a name, with room for as
// much as was written there last.
func WriterFor(site, name string) *Writer {
	info, err := os.Stat(filepath.Join(site, Dir, name))
	if err != nil || !info.Mode().IsRegular() {
		return &Writer{}
	}
	return &Writer{make([]byte, 0, info.Size()+info.Size()/64)}
}

// Bytes is what was written.
func (w *Writer) Bytes() []byte { return w.b }

// Number writes a number.
func (w *Writer) Number(n int) { w.b = binary.AppendVarint(w.b, int64(n)) }

// Text writes a text.
func (w *Writer) Text(s string) {
	w.Number(len(s))
	w.b = append(w.b, s...)
}

// Blob writes bytes with their number.
func (w *Writer) Blob(b []byte) {
	w.Number(len(b))
	w.b = append(w.b, b...)
}

// Raw writes bytes whose number the reader knows.
func (w *Writer) Raw(b []byte) { w.b = append(w.b, b...) }

// Value writes a value of any type without functions, channels and interfaces.
// It must not lead back to itself.
func (w *Writer) Value(v any) { w.value(reflect.ValueOf(v)) }

func (w *Writer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		w.b = append(w.b, '0')
		if v.Bool() {
			w.b[len(w.b)-1] = '1'
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.b = binary.AppendVarint(w.b, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.b = binary.AppendUvarint(w.b, v.Uint())
	case reflect.Float32, reflect.Float64:
		w.b = binary.BigEndian.AppendUint64(w.b, math.Float64bits(v.Float()))
	case reflect.String:
		w.Text(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			w.value(v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	default:
		w.holder(v)
	}
}

// holder writes what may be nil: 0 for that, else one more than the number of
// what it holds.
func (w *Writer) holder(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			w.Number(0)
			return
		}
		w.Number(1)
		w.value(v.Elem())
	case reflect.Slice:
		if v.IsNil() {
			w.Number(0)
			return
		}
		w.Number(v.Len() + 1)
		if v.Type().Elem().Kind() == reflect.Uint8 {
			w.Raw(v.Bytes())
			return
		}
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Map:
		w.entries(v)
	default:
		panic("store: " + v.Type().String() + " cannot be kept")
	}
}

// entries writes a map, whose keys are texts, in their order.
func (w *Writer) entries(v reflect.Value) {
	if v.IsNil() {
		w.Number(0)
		return
	}
	keys := v.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	w.Number(len(keys) + 1)
	for _, k := range keys {
		w.Text(k.String())
		w.value(v.MapIndex(k))
	}
}
