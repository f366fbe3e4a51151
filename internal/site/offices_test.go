package site

import (
	"testing"

	"fasti/internal/ledger"
)

// Of the titles of one office the one in the reader's language is shown, else
// the longest; other offices stay.
func TestOffices(t *testing.T) {
	o, err := loadOffices()
	if err != nil {
		t.Fatal(err)
	}
	for title, lang := range map[string]string{"US-Außenminister": "de", "Secretary of State": "en", "Präsident": "de", "president": "en", "Oberbefehlshaber": "de", "Quastenträger": "", "General": ""} {
		if got := o.of(title).lang; got != lang {
			t.Errorf("%s is %q, not %q", title, got, lang)
		}
	}
	role := func(title, of string) ledger.ActorRole { return ledger.ActorRole{Title: title, Of: of} }
	for _, c := range []struct {
		lang  string
		roles []ledger.ActorRole
		want  []string
	}{
		{"en", []ledger.ActorRole{role("Secretary of State", "us"), role("US-Außenminister", "us")}, []string{"Secretary of State"}},
		{"de", []ledger.ActorRole{role("Secretary of State", "us"), role("US-Außenminister", "us")}, []string{"US-Außenminister"}},
		{"en", []ledger.ActorRole{role("Präsident", "us"), role("US-Präsident", "us")}, []string{"US-Präsident"}},
		{"en", []ledger.ActorRole{role("Präsident", "us"), role("Präsident", "fr")}, []string{"Präsident", "Präsident"}},
		{"fr", []ledger.ActorRole{role("Außenminister", "de"), role("Außenminister", "de")}, []string{"Außenminister"}},
		{"en", []ledger.ActorRole{role("Quastenträger", "de"), role("chief of staff", "de")}, []string{"Quastenträger", "chief of staff"}},
	} {
		var got []string
		for _, r := range o.titles(c.roles, c.lang) {
			got = append(got, r.Title)
		}
		if len(got) != len(c.want) {
			t.Errorf("%s %v: %v", c.lang, c.roles, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s %v: %v", c.lang, c.roles, got)
			}
		}
	}
}
