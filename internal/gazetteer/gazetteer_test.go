package gazetteer

import (
	"strings"
	"testing"
)

// Every place that is located has a table's name, and every row of the table
// of places is read (Load fails on one that is nobody's).
func TestLoad(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	located := 0
	for id, p := range g.byID {
		if p.Located {
			located++
		}
		if p.Name("en") == "" || strings.ContainsAny(p.Name("de")+p.Name("en"), "|?~=>/") {
			t.Errorf("%s is called %q, %q", id, p.Name("en"), p.Name("de"))
		}
		if p.Kind == "city" && !p.Located {
			t.Errorf("the town %s lies nowhere", id)
		}
		if p.Kind == "state" && !p.Located && !strings.HasPrefix(p.Country, "X-") {
			t.Errorf("the state %s lies nowhere", id)
		}
		for _, l := range []string{"fr", "ar"} {
			if p.Kind == "city" && l == "ar" && p.Name(l) == p.Name("en") {
				t.Errorf("%s has no name in %s", id, l)
			}
		}
	}
	t.Logf("%d places, %d located", len(g.byID), located)
}

// A place is found by any of its names and called as each language calls it.
func TestFind(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, id, en, de, fr, ar string }{
		{"cairo", "cairo", "Cairo", "Kairo", "Le Caire", "القاهرة"},
		{"Kairo", "cairo", "Cairo", "Kairo", "Le Caire", "القاهرة"},
		{"bagdad", "baghdad", "Baghdad", "Bagdad", "Bagdad", "بغداد"},
		{"rotes-meer", "red-sea", "Red Sea", "Rotes Meer", "Mer Rouge", "البحر الأحمر"},
		{"koeln", "cologne", "Cologne", "Köln", "Cologne", "كولونيا"},
		{"tel-aviv", "tel-aviv", "Tel Aviv", "Tel Aviv", "Tel Aviv", "تل أبيب"},
		{"Großbritannien", "united-kingdom", "United Kingdom", "Großbritannien", "Royaume-Uni", "المملكة المتحدة"},
		{"Bogotá", "bogota", "Bogotá", "Bogotá", "Bogota", "بوغوتا"},
	} {
		p, ok := g.Find(c.word)
		if !ok || p.ID != c.id || p.Name("en") != c.en || p.Name("de") != c.de || p.Name("fr") != c.fr || p.Name("ar") != c.ar {
			t.Errorf("%s: %v %q %q %q %q %q", c.word, ok, p.ID, p.Name("en"), p.Name("de"), p.Name("fr"), p.Name("ar"))
		}
	}
	if p, ok := g.Find("Atlantis"); ok {
		t.Errorf("Atlantis is %v", p)
	}
	if p, _ := g.Find("cairo"); p.Point != (Point{3004, 3124}) {
		t.Errorf("Cairo lies at %v", p.Point)
	}
}
