package extract_test

import (
	"os"
	"strings"
	"testing"

	"fasti/extract/article"
)

// Times whose value needs the tree of their sentence.
func TestTimesByTree(t *testing.T) {
	x := extractor(t)
	file, err := os.ReadFile("../testdata/timex/trees.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(strings.TrimSpace(string(file)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			t.Fatalf("line %d: want language, day, text, values", n+1)
		}
		a := &article.Article{Lang: f[0], Date: f[1]}
		a.ReadText(f[2])
		var got []string
		for _, tx := range x.Article(a).Timexes.Timexes {
			got = append(got, tx.Value)
		}
		if g := strings.Join(got, " "); g != f[3] {
			t.Errorf("line %d: %s\n got %s\nwant %s", n+1, f[2], g, f[3])
		}
	}
}
