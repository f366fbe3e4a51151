package spell

import "testing"

func TestNear(t *testing.T) {
	words := []string{"publish", "threshold", "articles", "emphasis", "kind"}
	for s, want := range map[string]string{
		"publsh": "publish", "pubilsh": "publish", "Publish": "publish", "publsih": "publish", "treshhold": "threshold",
		"knd": "kind", "kidn": "kind", "find": "kind", "mood": "", "": "", "article": "articles", "publish_": "publish",
	} {
		if got := Near(s, words); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b string
		n    int
	}{{"", "", 0}, {"a", "", 1}, {"ab", "ba", 1}, {"abc", "abd", 1}, {"kitten", "sitting", 3}, {"über", "uber", 1}} {
		if n, m := Slips(c.a, c.b), Slips(c.b, c.a); n != c.n || m != c.n {
			t.Errorf("%s %s: %d %d, want %d", c.a, c.b, n, m, c.n)
		}
	}
}
