package fold

import "testing"

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, key, address string }{
		{"Große Straße", "grosse strasse", "grosse-strasse"},
		{"  Île-de-France (Nord)! ", "  ile-de-france (nord)! ", "ile-de-france-nord"},
		{"القاهرة", "القاهرة", "القاهرة"},
		{"–", "–", ""},
	} {
		if got := Key(c.in); got != c.key {
			t.Errorf("Key(%q) = %q, want %q", c.in, got, c.key)
		}
		if got := Address(c.in); got != c.address {
			t.Errorf("Address(%q) = %q, want %q", c.in, got, c.address)
		}
	}
}
