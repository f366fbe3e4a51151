package lang_test

import (
	"strings"
	"testing"

	"fasti/extract/lang"
)

func TestLoad(t *testing.T) {
	all := lang.Languages()
	if got := strings.Join(all, " "); got != "de en fr" {
		t.Errorf("languages %s", got)
	}
	for _, l := range all {
		p, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range p.Tables() {
			table := p.Table(name)
			if table.Name != name {
				t.Errorf("table %s calls itself %s", name, table.Name)
			}
			for _, r := range table.Rows {
				if r.Line < 1 || !strings.HasSuffix(r.File, name+".tsv") {
					t.Fatalf("row %v of %s does not know its place", r, name)
				}
			}
		}
	}
	if _, err := lang.Load("xx"); err == nil {
		t.Error("a language that is not there loads")
	}
}

func TestRow(t *testing.T) {
	p := lang.NewPack("xx", lang.Table{Name: "a/b", Rows: []lang.Row{{File: "f.tsv", Line: 3, Fields: []string{"x"}}}})
	r := p.Table("a/b").Rows[0]
	if r.Field(0) != "x" || r.Field(1) != "" || len(p.Table("none").Rows) != 0 {
		t.Errorf("fields of %v", r)
	}
	if got := r.Errorf("wrong %d", 7).Error(); got != "f.tsv:3: wrong 7" {
		t.Errorf("error %q", got)
	}
}

func TestDetect(t *testing.T) {
	d, err := lang.NewDetector()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Die Brücke in Ulm war am Sonntag nicht zu benutzen.":                                         "de",
		"Ministerin tritt nach Streit um die Brücke zurück":                                           "de",
		"The bridge at Millford was closed on Sunday.":                                                "en",
		"Minister resigns over the row about a bridge":                                                "en",
		"Le pont de la ville est fermé depuis dimanche, selon la mairie.":                             "fr",
		"El puente de la ciudad está cerrado desde el domingo, según el ayuntamiento.":                "",
		"De brug in de stad is sinds zondag gesloten volgens de gemeente omdat er scheuren in zitten": "",
		"Most w mieście jest zamknięty od niedzieli, poinformował urząd.":                             "",
		"Мост в городе закрыт с воскресенья, сообщила администрация.":                                 "",
		"":      "",
		"7 8 9": "",
	} {
		if got := d.Detect(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestPrimary(t *testing.T) {
	for tag, want := range map[string]string{
		"de": "de", "DE-at": "de", "en_US": "en", " fr ": "fr", "gsw": "gsw", "german": "", "": "", "d": "", "12": "", "d3": "",
	} {
		if got := lang.Primary(tag); got != want {
			t.Errorf("Primary(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestRegion(t *testing.T) {
	for tag, want := range map[string]string{"en-GB": "GB", "en_gb": "GB", "de": "", "zh-Hant-TW": "TW", "": "", "en-x1": "", "fr-": ""} {
		if got := lang.Region(tag); got != want {
			t.Errorf("Region(%q) = %q, want %q", tag, got, want)
		}
	}
}
