package ledger

import (
	"strings"
	"testing"
)

// A translation is read in both forms, written back as it was, and makes the
// entry a person's own.
func TestQuoteTranslation(t *testing.T) {
	for _, c := range []struct{ written, lang, want string }{
		{"quote_translation: The crews walk out.", "en", "The crews walk out."},
		{"quote_translation: {en: The crews walk out., fr: Les équipages débrayent.}", "fr", "Les équipages débrayent."},
		{"quote_translation: {de: Die Mannschaften streiken.}", "en", ""},
	} {
		l := &loader{c: &Content{broken: map[string]bool{}}}
		l.event("content/events/x.md", "x", []byte("---\ntitle: X\nwhen: 2031-03-10\nsources:\n  - article: a\n    quote: Die Mannschaften streiken.\n    "+c.written+"\n---\n"))
		if len(l.c.Events) != 1 || len(l.found) > 0 {
			t.Fatalf("%s: %v", c.written, l.found)
		}
		s := l.c.Events[0].Sources[0]
		if got, _ := s.Translation.In(c.lang, true); got != c.want {
			t.Errorf("%s: %q", c.written, got)
		}
		m := sourceEntry(s)
		var keys []string
		for _, e := range m {
			keys = append(keys, e.Key)
		}
		if !strings.Contains(strings.Join(keys, " "), "quote quote_translation") {
			t.Errorf("%s: written as %v", c.written, keys)
		}
		bare := s
		bare.Translation = ""
		if fingerprint(bare.claim()) == fingerprint(s.claim()) {
			t.Errorf("%s: the entry is not the person's", c.written)
		}
	}
}
