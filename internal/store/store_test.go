package store_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fasti/internal/store"
)

type inner struct {
	n    int16
	list []string
}

type record struct {
	Name  string
	ok    bool
	f     float64
	u     uint8
	in    inner
	at    *inner
	by    map[string]inner
	raw   []byte
	pair  [2]int
	Empty []int
	None  map[string]bool
}

func sample() record {
	return record{Name: "ä\x00b", ok: true, f: -1.5, u: 255, in: inner{-7, []string{"", "x"}}, at: &inner{n: 1},
		by: map[string]inner{"k": {2, nil}, "": {}}, raw: []byte{0, 1}, pair: [2]int{1, -1}, Empty: []int{}}
}

// What is written is read back whole, with what is nil and what is empty.
func TestValuesComeBack(t *testing.T) {
	w := &store.Writer{}
	want := []record{sample(), {}}
	w.Value(want)
	w.Text("end")
	r := store.NewReader(w.Bytes())
	var got []record
	if r.Value(&got); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if r.Text() != "end" || r.Bad() || !r.End() {
		t.Error("not all was read, or too much")
	}
}

// What is read has no room behind it: a copy that grows leaves it as it is.
func TestListsAreAsLongAsTheirRoom(t *testing.T) {
	w := &store.Writer{}
	w.Value([][]string{{"a", "b", "c"}, {"d"}})
	var got [][]string
	store.NewReader(w.Bytes()).Value(&got)
	if cap(got) != 2 || cap(got[0]) != 3 || cap(got[1]) != 1 {
		t.Errorf("room for %d, %d and %d", cap(got), cap(got[0]), cap(got[1]))
	}
}

// Data that is cut off or changed is bad or something else, and never a crash.
func TestSpoiltDataIsBad(t *testing.T) {
	w := &store.Writer{}
	w.Value(sample())
	whole := w.Bytes()
	for n := range whole {
		r := store.NewReader(whole[:n:n])
		if r.Value(&record{}); !r.Bad() {
			t.Errorf("%d of %d bytes are taken for all", n, len(whole))
		}
		for bit := range 8 {
			b := append([]byte(nil), whole...)
			b[n] ^= 1 << bit
			store.NewReader(b).Value(&record{})
		}
	}
}

// A file is given as it was written, and not if it is of another form, spoilt or
// not there.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	if store.Read(dir, "x", "one 1") != nil {
		t.Error("there is something in an empty folder")
	}
	store.Write(dir, "x", "one 1", []byte("data"))
	if got := store.Read(dir, "x", "one 1"); string(got) != "data" {
		t.Errorf("got %q", got)
	}
	if store.Read(dir, "x", "one 2") != nil {
		t.Error("another form is read")
	}
	file := filepath.Join(dir, store.Dir, "x")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1]++
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	if store.Read(dir, "x", "one 1") != nil {
		t.Error("a spoilt file is read")
	}
}

// The shape of a type tells of a field that came, went or is another.
func TestShape(t *testing.T) {
	type a struct{ X, Y int }
	type b struct{ X, Z int }
	if store.Shape([]a{}) == store.Shape([]b{}) || store.Shape(a{}) != store.Shape(a{1, 2}) {
		t.Error("shapes do not tell types apart")
	}
}
