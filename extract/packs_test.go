package extract

import (
	"testing"

	"fasti/extract/lang"
)

// A pack is compiled when it is needed, so nothing else would tell of a table
// that is broken.
func TestEveryPackCompiles(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lang.Languages() {
		if _, err := x.stages(l); err != nil {
			t.Error(err)
		}
	}
	if _, err := x.stages("xx"); err == nil {
		t.Error("a language without a pack has stages")
	}
}
