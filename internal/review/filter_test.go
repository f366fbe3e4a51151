package review

import (
	"strings"
	"testing"
)

func TestFilter(t *testing.T) {
	e := &Entry{ID: "e1", Title: "Élan wins the „cup“", When: "2031-03-04", Kind: "court", Status: "happened", State: "proposed", Basis: "relative",
		Confidence: 91, Actors: []string{"ida-holm", "seewerk"}, Places: []string{"Ostwik"}, Articles: []string{"a"}, Langs: []string{"de"}, Sources: 2}
	for in, want := range map[string]bool{
		"":                                   true,
		"  ":                                 true,
		"confidence>90 kind=court":           true,
		"confidence>91":                      false,
		"confidence>=91 confidence<92":       true,
		"confidence=90,91":                   true,
		"confidence!=91":                     false,
		"kind=arrest,court":                  true,
		"kind!=court":                        false,
		"actor=seewerk":                      true,
		"actor=holm":                         false,
		"actor~holm":                         true,
		"actor!=karl-roe":                    true,
		"actor!=seewerk":                     false,
		"title~elan":                         true,
		`title~"wins the"`:                   true,
		"title~'the „cup'":                   true,
		"place=ostwik":                       true,
		"publisher=":                         true,
		"when=2031-03":                       true,
		"when=2031-0":                        true,
		"when>2031-03":                       false,
		"when>2031-02":                       true,
		"when<=2031-03":                      true,
		"when>=2031-03-04 when<2031-03-05":   true,
		"when<2031":                          false,
		"question=no":                        true,
		"state=proposed lang=de basis!=dct":  true,
		"sources>1 sources<3 status=planned": false,
	} {
		f, err := ParseFilter(in)
		if err != nil {
			t.Errorf("%q: %v", in, err)
		} else if f.Match(e) != want {
			t.Errorf("%q: %v", in, !want)
		}
	}
}

// An event without a date lies neither before nor after one.
func TestFilterUndated(t *testing.T) {
	for in, want := range map[string]bool{"when=": true, "when<2031": false, "when>2031": false, "when=2031": false} {
		if f, err := ParseFilter(in); err != nil || f.Match(&Entry{}) != want {
			t.Errorf("%q: %v %v", in, !want, err)
		}
	}
}

// What cannot be read is refused with what can be written in its place.
func TestFilterErrors(t *testing.T) {
	for in, want := range map[string]string{
		"confidense>90":      "did you mean confidence?",
		"colour=red":         "the fields are confidence, kind, actor",
		"court":              "write FIELD=VALUE",
		"kind>court":         "use = != or ~",
		"confidence~9":       "use = != > >= < <=",
		"confidence>high":    "wants a whole number",
		"kind!court":         "use = != > >= < <= or ~",
		`title~"no end`:      "is not closed",
		"when>2031,2032":     "only one value",
		"kind=court =happen": "there is no field",
	} {
		if _, err := ParseFilter(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want %q", in, err, want)
		}
	}
}

func FuzzFilter(f *testing.F) {
	f.Add("confidence>90 kind=court,arrest title~'a b'")
	f.Fuzz(func(t *testing.T, s string) {
		if x, err := ParseFilter(s); err == nil {
			x.Match(&Entry{When: "2031-03-04", Title: "x"})
		}
	})
}
