package config

import (
	"errors"
	"os"
	"path/filepath"
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
		{"no country", "params:\n  fasti:\n    region: Britain\n", `hugo.yaml:3:13: region: "Britain" is no code of a country`},
		{"no such value", "params:\n  fasti:\n    publish: some\n", `hugo.yaml:3:14: "some" is not one of its values (one of all, accepted)`},
		{"no percentage", "params:\n  fasti:\n    threshold: 101\n", `hugo.yaml:3:16: threshold: "101" is no percentage`},
		{"a list", "- a\n", "hugo.yaml:1:1: the configuration must be a list of keys"},
		{"broken", "title: [\n", "hugo.yaml:1:1: not YAML"},
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

// What decides what is published is an error wherever it stands so that it is
// not read.
func TestPolicyFailsClosed(t *testing.T) {
	for name, in := range map[string]string{
		"misspelt":              "params:\n  fasti:\n    pubilsh: accepted\n",
		"other capitals":        "params:\n  fasti:\n    Publish: accepted\n",
		"other value":           "params:\n  fasti:\n    publish: Accepted\n",
		"empty":                 "params:\n  fasti:\n    publish:\n",
		"a list":                "params:\n  fasti:\n    publish: [accepted]\n",
		"no number of readers":  "params:\n  fasti:\n    publish: {reviewed: many}\n",
		"none of the readers":   "params:\n  fasti:\n    publish: {reviewed: 0}\n",
		"another way to say it": "params:\n  fasti:\n    publish: {review: 2}\n",
		"at the top":            "publish: accepted\n",
		"at the top, misspelt":  "publsih: accepted\n",
		"under params":          "params:\n  publish: accepted\n",
		"fasti at the top":      "fasti:\n  publish: accepted\n",
		"fasti misspelt":        "params:\n  fsati:\n    publish: accepted\n",
		"fasti in plural":       "params:\n  fastis:\n    publish: accepted\n",
		"params misspelt":       "parms:\n  fasti:\n    publish: accepted\n",
		"param":                 "param:\n  fasti:\n    publish: accepted\n",
		"dotted":                "params.fasti.publish: accepted\n",
		"dotted under params":   "params:\n  fasti.publish: accepted\n",
		"under another":         "params:\n  site:\n    fasti:\n      publish: accepted\n",
		"in a text":             "params:\n  description: |\n    A record.\n    fasti:\n      publish: accepted\n",
		"in a folded text":      "params:\n  description: >\n    A record.\n\n    publish: accepted\n",
		"twice":                 "params:\n  fasti:\n    publish: accepted\n    publish: all\n",
		"params twice":          "params:\n  fasti:\n    publish: accepted\nparams:\n  description: x\n",
		"fasti twice":           "params:\n  fasti: {publish: accepted}\n  Fasti: {articles: quotes}\n",
		"an anchor":             "x: &f {publish: accepted}\nparams:\n  fasti: *f\n",
		"a merge":               "x: &f {fasti: {publish: accepted}}\nparams:\n  <<: *f\n",
		"a second document":     "title: x\n---\nparams:\n  fasti:\n    publish: accepted\n",
		"in the marks of git":   "title: x\n<<<<<<< HEAD\na: b\n=======\nparams: {fasti: {publish: accepted}}\n>>>>>>> b\n",
		"in a list":             "params:\n  fasti:\n    - publish: accepted\n",
		"by language":           "languages:\n  de: {publish: accepted}\n",
		"threshold at the top":  "threshold: 90\n",
		"threshold misspelt":    "params:\n  fasti:\n    treshold: 90\n",
		"threshold as a part":   "params:\n  fasti:\n    threshold: 0.9\n",
		"articles, other value": "params:\n  fasti:\n    articles: quote\n",
		"articles misspelt":     "params:\n  fasti:\n    article: quotes\n",
	} {
		if c, err := Parse("hugo.yaml", []byte(in)); err == nil {
			t.Errorf("%s: published as %q", name, c.Fasti.Publish)
		} else if e := (*Error)(nil); !errors.As(err, &e) || e.Line == 0 || e.Hint == "" {
			t.Errorf("%s: no place or no way out: %v", name, err)
		}
	}
	for _, in := range []string{"", "# nothing\n", "---\ntitle: x\n", "params:\n  publisher: The Record\n  fast: 1\n", "params:\n  description: \"publish: all\"\n"} {
		if _, err := Parse("hugo.yaml", []byte(in)); err != nil {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// A second configuration is not read, so it may not be there.
func TestOtherConfiguration(t *testing.T) {
	for _, other := range []string{"hugo.yml", "hugo.toml", "config.yaml", "config/_default/hugo.yaml"} {
		dir := t.TempDir()
		for _, name := range []string{"hugo.yaml", other} {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Load(dir); err == nil {
			t.Errorf("%s is passed over", other)
		}
	}
}

// Keys that do nothing are told of, with what was meant or why.
func TestDoubts(t *testing.T) {
	for in, want := range map[string]string{
		"titel: x\n":                       `there is no key "titel" (did you mean title?)`,
		"baseUrl: https://example.org/\n":  "",
		"base_url: https://example.org/\n": "did you mean baseURL?",
		"uglyURLs: true\n":                 "Hugo's key uglyURLs does nothing",
		"theme: ananke\n":                  "the theme is fasti's",
		"menus: {main: []}\n":              "",
		"enableEmoji: true\n":              "",
		"whatever: 1\n":                    "stands under params:",
		"params: {descripton: x}\n":        "did you mean description?",
		"params: {mine: x}\n":              "",
	} {
		c, err := Parse("hugo.yaml", []byte("title: T\n"+in))
		if err != nil {
			t.Errorf("%q: %v", in, err)
			continue
		}
		switch {
		case want == "" && len(c.Doubts) > 0:
			t.Errorf("%q: %v", in, c.Doubts)
		case want != "" && (len(c.Doubts) != 1 || !strings.Contains(c.Doubts[0].Error(), want)):
			t.Errorf("%q: %v, want %s", in, c.Doubts, want)
		}
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

// A second reader is asked for by number.
func TestReaders(t *testing.T) {
	c, err := Parse("hugo.yaml", []byte("params:\n  fasti:\n    publish: {reviewed: 2}\n"))
	if err != nil || c.Fasti.Publish != "accepted" || c.Readers != 2 {
		t.Errorf("%+v %v", c, err)
	}
}
