package timex

import (
	"testing"

	"fasti/extract/lang"
)

// Every shipped pack compiles.
func TestCompile(t *testing.T) {
	for _, l := range lang.Languages() {
		p, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := New(p); err != nil {
			t.Errorf("%s: %v", l, err)
		}
	}
}
