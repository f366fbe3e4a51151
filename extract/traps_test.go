package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/event"
)

// No number that is no year and no name that is no day dates an event:
// testdata/timex/traps.de.txt tells the form of the files.
func TestTraps(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"de", "en", "fr"} {
		b, err := os.ReadFile(filepath.Join("..", "testdata", "timex", "traps."+language+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(b)) {
			text := strings.TrimSpace(line)
			if text == "" || text[0] == '#' {
				continue
			}
			n++
			a := &article.Article{Date: "2024-02-07", Lang: language}
			a.ReadText(text)
			r := x.Article(a)
			for _, e := range r.Events {
				if e.Published && e.Basis != event.DCT && e.Basis != event.Inherited && e.Basis != event.None {
					t.Errorf("%s: %s: an event on %s", language, text, e.When)
				}
			}
			for _, d := range r.Timexes.Timexes {
				if d.EDTF != "" {
					t.Errorf("%s: %s: %s is taken for %s", language, text, d.Of(text), d.EDTF)
				}
			}
		}
		if n < 30 {
			t.Errorf("%s: only %d traps", language, n)
		}
	}
}
