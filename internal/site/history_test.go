package site

import (
	"reflect"
	"testing"

	"fasti/internal/ledger"
)

func TestHistoryIsNet(t *testing.T) {
	change := func(day, what, key, old, now string) ledger.Change {
		return ledger.Change{Day: day, ID: "e1", What: what, Key: key, Old: old, New: now}
	}
	lines := []ledger.Change{
		change("2031-03-01", "new", "title", "", "A"),
		change("2031-03-02", "changed", "title", "A", "B"),
		change("2031-03-02", "changed", "actors", "", "mira actor"),
		change("2031-03-02", "changed", "title", "B", "C"), // on from B
		change("2031-03-02", "changed", "actors", "mira actor", ""),
		change("2031-03-02", "changed", "kind", "other", "economy"),
		change("2031-03-02", "changed", "kind", "economy", "other"), // and back
		change("2031-03-02", "changed", "actors", "leo victim", ""),
		change("2031-03-02", "changed", "actors", "", "ida victim"), // another one
		change("2031-03-03", "changed", "title", "C", "D"),          // another day
		change("2031-03-03", "corrected", "title", "D", "E"),        // a person
		change("2031-03-03", "changed", "title", "E", "D"),
	}
	want := []ledger.Change{
		lines[0],
		change("2031-03-02", "changed", "title", "A", "C"),
		lines[7], lines[8], lines[9], lines[10], lines[11],
	}
	if got := net(lines); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
