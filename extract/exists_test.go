package extract_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/internal/edtf"
)

// Sentences whose words were mixed with those of others give no event on a day
// that does not exist.
func TestEventsExist(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 5))
	for _, language := range []string{"de", "en"} {
		var texts []string
		for _, name := range []string{"forms.", "traps."} {
			b, err := os.ReadFile(filepath.Join("..", "testdata", "timex", name+language+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(b)) {
				if text, _, _ := strings.Cut(strings.TrimSpace(line), "\t"); text != "" && text[0] != '#' && text[0] != '@' {
					texts = append(texts, text)
				}
			}
		}
		for range 400 {
			a, b := texts[random.IntN(len(texts))], texts[random.IntN(len(texts))]
			u, v := strings.Fields(a), strings.Fields(b)
			text := strings.Join(append(append(u[:random.IntN(len(u))+1:len(u)], v[random.IntN(len(v)):]...), u...), " ")
			art := &article.Article{Date: "2024-02-07", Lang: language}
			art.ReadText(text)
			for _, e := range x.Article(art).Events {
				if _, err := edtf.Parse(e.When); err != nil && e.When != "" {
					t.Errorf("%q: an event on %s: %v", text, e.When, err)
				}
			}
		}
	}
}
