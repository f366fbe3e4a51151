package site

import "testing"

// Bodies and groups that the extractor knows have their names in the site's
// language.
func TestNamesOfTheDictionaries(t *testing.T) {
	d, err := loadDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ id, title, kind, lang, want string }{
		{"hezbollah", "Hisbollah", "group", "en", "Hezbollah"},
		{"hezbollah", "Hezbollah", "group", "de", "Hisbollah"},
		{"un", "UN", "organisation", "de", "Vereinte Nationen"},
		{"hezbollah", "Hisbollah", "group", "fr", ""},
		{"", "Ferry Workers’ Union", "organisation", "en", ""},
		{"", "Nobody of That Name", "person", "en", ""},
	} {
		if got := d.name(c.id, c.title, c.kind, c.lang); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.title, c.lang, got, c.want)
		}
	}
}
