package modelfile

import (
	"math"
	"slices"
	"testing"
)

func written() []byte {
	e := &Encoder{}
	e.Uint(0)
	e.Uint(math.MaxUint32)
	e.Int(-1)
	e.Int(math.MinInt32)
	e.Text("ß")
	e.Texts([]string{"a", "", "bc"})
	e.Bool(true)
	e.Uint(7)
	return e.B
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	d := Decoder{B: written()}
	if a, b := d.Uint(), d.Uint(); a != 0 || b != math.MaxUint32 {
		t.Error(a, b)
	}
	if a, b := d.Int(), d.Int(); a != -1 || b != math.MinInt32 {
		t.Error(a, b)
	}
	if s := d.Text(); s != "ß" {
		t.Error(s)
	}
	if l := d.Texts(); !slices.Equal(l, []string{"a", "", "bc"}) {
		t.Error(l)
	}
	if d.Uint() != 1 {
		t.Error("a bool is 0 or 1")
	}
	if k := d.Key(5); k != 12 {
		t.Error(k)
	}
	if d.Bad || len(d.B) > 0 {
		t.Error(d)
	}
}

// A file that is cut anywhere is bad, and asks for no room beyond its bytes.
func TestCutFileIsBad(t *testing.T) {
	whole := written()
	for n := range whole {
		d := Decoder{B: whole[:n]}
		d.Uint()
		d.Uint()
		d.Int()
		d.Int()
		d.Text()
		d.Texts()
		d.Uint()
		d.Key(0)
		if !d.Bad {
			t.Errorf("cut at %d of %d bytes", n, len(whole))
		}
	}
	d := Decoder{B: []byte{0xff, 0xff, 0xff, 0xff, 0x0f, 1}}
	if n := d.Count(); n != 0 || !d.Bad {
		t.Errorf("a number of things beyond the file's end: %d", n)
	}
}

// The hashes stand in the files of the models: they may not change.
func TestHashIsFixed(t *testing.T) {
	for s, want := range map[string]uint64{"": 0x90f8749b0fb13233, "a": 0xcf8f5517db0dd45d, "Versammlung": 0x3b925106a0fa2288} {
		if got := Hash(s); got != want {
			t.Errorf("%q: %#x, want %#x", s, got, want)
		}
	}
	if Hash("Wien") == Hash("Wie") || Hash("abcdefgh") == Hash("abcdefgi") {
		t.Error("different words, one hash")
	}
}
