package event

import (
	"strings"
	"testing"

	"fasti/extract/lang"
)

// TestAbout holds that words are about what their table says, also inflected
// and as the last part of a compound.
func TestAbout(t *testing.T) {
	for _, c := range []struct {
		lang, word string
		noun       bool
		want       string
	}{
		{"de", "verwaltungsgerichts", true, "court"},
		{"de", "wassergesetz", true, "parliament law"},
		{"de", "raketen", true, "weapon space"},
		{"de", "bericht", true, "press"},
		{"de", "abrichten", false, ""},
		{"de", "hai", true, "animal"},
		{"en", "courts", false, "court"},
		{"en", "hurricane", false, "weather"},
		{"en", "supercourt", true, ""}, // English compounds are words of their own
		{"en", "xylophone", false, ""},
	} {
		pack, err := lang.Load(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		x, err := compile(pack)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(x.about(c.word, c.noun), " "); got != c.want {
			t.Errorf("%s %s: %q, not %q", c.lang, c.word, got, c.want)
		}
	}
}
