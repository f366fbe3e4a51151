package config

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	c, err := Parse("hugo.yaml", []byte("title: The Months\nbaseURL: https://example.org/\nlanguageCode: de-DE\nparams:\n  description: A record.\n  fasti:\n    publish: accepted\n    threshold: 60\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Config{Path: "hugo.yaml", Title: "The Months", BaseURL: "https://example.org/", Language: "de", Description: "A record.",
		Fasti: Fasti{Publish: "accepted", Threshold: 60, Articles: "quotes"}}
	if !reflect.DeepEqual(*c, want) {
		t.Errorf("got %+v\nwant %+v", *c, want)
	}
}

func TestParseFaults(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"misspelt key", "params:\n  fasti:\n    publsh: all\n", `hugo.yaml:3:5: params.fasti has no key "publsh"`},
		{"no such value", "params:\n  fasti:\n    publish: some\n", `hugo.yaml:3:14: "some" is not one of its values (one of all, accepted)`},
		{"no percentage", "params:\n  fasti:\n    threshold: 101\n", `hugo.yaml:3:16: threshold: "101" is no percentage`},
		{"a list", "- a\n", "hugo.yaml:1:1: the configuration must be a list of keys"},
		{"broken", "title: [\n", "hugo.yaml: not YAML"},
		{"no language", "languages: [de, '../x']\n", `hugo.yaml:1:17: languages: "../x" is no language`},
		{"a language twice", "languages: [de, de-AT]\n", "hugo.yaml:1:17: languages: de stands here twice"},
		{"a key of no edition", "languages:\n  en: {name: x}\n", `hugo.yaml:2:8: languages: en has no key "name"`},
		{"another first language", "languageCode: en\nlanguages: [de, en]\n", "hugo.yaml:1:15: languageCode: en is not the first of languages:"},
		{"one text", "languages: de\n", "hugo.yaml:1:12: languages must be a list"},
		{"title is a list", "title: [1, 2]\n", "hugo.yaml:1:8: expected a text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse("hugo.yaml", []byte(c.in))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestLoadWithoutSite(t *testing.T) {
	if _, err := Load(t.TempDir()); !errors.Is(err, ErrNoSite) {
		t.Errorf("got %v, want ErrNoSite", err)
	}
}

// A site in several languages is one configuration for each.
func TestEditions(t *testing.T) {
	c, err := Parse("hugo.yaml", []byte("title: Die Monate\nbaseURL: https://example.org/x/\nlanguages:\n  de:\n  en: {title: The Months, emphasis: Months}\nparams:\n  description: Chronik.\n  fasti: {emphasis: Monate}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range c.Editions {
		e := c.Edition(i)
		got = append(got, strings.Join([]string{c.Prefix(i), e.Language, e.Title, e.BaseURL, e.Description, e.Fasti.Emphasis}, "|"))
	}
	want := []string{"|de|Die Monate|https://example.org/x/|Chronik.|Monate", "en/|en|The Months|https://example.org/x/en/|Chronik.|Months"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if c, err = Parse("hugo.yaml", []byte("languages: [fr]\n")); err != nil || c.Language != "fr" || len(c.Editions) != 0 {
		t.Errorf("one language in the list is a site in one language: %+v, %v", c, err)
	}
}
