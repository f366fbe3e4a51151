package article

import "testing"

// Nothing quoted is nothing said: the letter that keeps a line of Markdown from
// being a list is not among the words.
func TestInlineProse(t *testing.T) {
	for in, want := range map[string]string{"": "", "  ": "", "a": "a", "1. The *vote*": "1. The vote", "- a dash": "- a dash"} {
		if got := InlineProse(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
