package importer

import "testing"

// A page that names its publisher with other words beside it names the one
// that its host is known for.
func TestOneHouse(t *testing.T) {
	for name, want := range map[string]bool{
		"Der Anzeiger":                    true,
		"DER ANZEIGER":                    true,
		"anzeiger.example":                true,
		"anzeiger.example | Der Anzeiger": true,
		"Sport – Der Anzeiger":            true,
		"Der Anzeiger Oberwalden":         false,
		"Polizei Oberwalden":              false,
	} {
		if got := oneHouse(name, "Der Anzeiger", "anzeiger.example"); got != want {
			t.Errorf("%s: got %v", name, got)
		}
	}
	x := NewIndex()
	x.Have("a", "https://www.anzeiger.example/1", "Der Anzeiger", "Ein Text.")
	a := &Article{Title: "T", Link: "https://m.anzeiger.example/2", Publisher: "anzeiger.example | Der Anzeiger", Body: "Ein anderer Text, der lang genug ist."}
	x.Add(a)
	if a.Publisher != "Der Anzeiger" {
		t.Errorf("got %q", a.Publisher)
	}
}
