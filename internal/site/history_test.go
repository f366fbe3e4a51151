package site

import (
	"reflect"
	"strings"
	"testing"

	"fasti/internal/config"
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

// The page of what changed tells of the runs of a day what became of it all, too:
// of what was changed and changed back it says nothing.
func TestChangesOfADayAreNet(t *testing.T) {
	files, _ := pressed(t, nil, func(c *ledger.Content, _ *config.Config) {
		c.History = nil
		change := func(id, key, old, now string) {
			c.History = append(c.History, ledger.Change{Day: "2031-06-01", ID: id, What: "changed", Key: key, Old: old, New: now})
		}
		change("aa1", "kind", "court", "statement")
		change("aa2", "kind", "court", "statement")
		change("aa1", "kind", "statement", "court")
		change("aa2", "kind", "statement", "protest")
	})
	page := files["changes/index.html"]
	if n := strings.Count(page, "” became “"); n != 1 || !strings.Contains(page, "became “protest”") {
		t.Errorf("%d lines of what became what; one event went back to where it was, one is a protest", n)
	}
}
