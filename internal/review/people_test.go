package review

import (
	"slices"
	"testing"

	"fasti/internal/ledger"
)

// A name is asked about if it is hardly one of the person, and not for a rank
// before it.
func TestSplits(t *testing.T) {
	a := &ledger.Actor{Auto: true, ID: "mohammed-bin-salman", Kind: "person", Title: "Mohammed bin Salman",
		KnownAs: []string{"Kronprinz Mohammed bin Salman", "Prince Mohammed bin Salman", "Salman", "Ida Holm"}}
	var got []string
	for _, s := range (index{}).splits(a, Person{}) {
		got = append(got, s.Name)
	}
	if !slices.Equal(got, []string{"Ida Holm"}) {
		t.Errorf("asked about %q", got)
	}
}
