package config

import (
	"errors"
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
	if *c != want {
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
