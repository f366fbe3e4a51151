package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"
	check "github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"fasti/internal/config"
	"fasti/internal/frontmatter"
	"fasti/internal/ledger"
	"fasti/internal/schema"
)

var update = flag.Bool("update", false, "write the schemas anew")

func types() map[string]any {
	return map[string]any{"article": &schema.Article{}, "event": &schema.Event{}, "actor": &schema.Actor{}, "config": &schema.Config{}}
}

// The schemas that are shipped are those of the Go types.
func TestCurrent(t *testing.T) {
	for name, v := range types() {
		r := jsonschema.Reflector{Anonymous: true, DoNotReference: true, ExpandedStruct: true, AllowAdditionalProperties: true}
		s := r.Reflect(v)
		s.Title = "fasti: " + name
		closeFasti(s)
		want, err := json.MarshalIndent(s, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, '\n')
		if *update {
			if err := os.WriteFile("json/"+name+".json", want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := fs.ReadFile(schema.Files(), name+".json")
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s.json has fallen behind its type: go test ./internal/schema -update", name)
		}
	}
}

// closeFasti refuses unknown keys under params.fasti, as package config does.
func closeFasti(s *jsonschema.Schema) {
	if s.Properties == nil {
		return
	}
	params, ok := s.Properties.Get("params")
	if !ok || params.Properties == nil {
		return
	}
	if f, ok := params.Properties.Get("fasti"); ok {
		f.AdditionalProperties = jsonschema.FalseSchema
		publish, _ := f.Properties.Get("publish")
		words := *publish
		*publish = jsonschema.Schema{OneOf: []*jsonschema.Schema{&words, readers()}}
	}
}

// readers is the other form of publish: {reviewed: 2}.
func readers() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), Required: []string{"reviewed"}, AdditionalProperties: jsonschema.FalseSchema}
	s.Properties.Set("reviewed", &jsonschema.Schema{Type: "integer", Minimum: "1", Maximum: "9", Description: "How many people must have reviewed an event before it is shown."})
	return s
}

// The types have the keys that the ledger reads, no more and no fewer.
func TestKeys(t *testing.T) {
	for _, c := range []struct {
		of   any
		keys []string
	}{{schema.Article{}, ledger.ArticleKeys()}, {schema.Event{}, ledger.EventKeys()}, {schema.Actor{}, ledger.ActorKeys()}} {
		var got []string
		typ := reflect.TypeOf(c.of)
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			got = append(got, name)
		}
		slices.Sort(got)
		want := slices.Sorted(slices.Values(c.keys))
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v, the ledger reads %v", typ.Name(), got, want)
		}
	}
	// Every key of params.fasti is one that the configuration takes.
	typ := reflect.TypeOf(config.Fasti{})
	for i := range typ.NumField() {
		f := typ.Field(i)
		name := f.Tag.Get("yaml")
		if j, _, _ := strings.Cut(f.Tag.Get("json"), ","); j != name {
			t.Errorf("params.fasti: %s in YAML, %s in the schema", name, j)
		}
	}
}

func compile(t *testing.T, name string) *check.Schema {
	t.Helper()
	b, err := fs.ReadFile(schema.Files(), name+".json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := check.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := check.NewCompiler()
	if err := c.AddResource(name+".json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// plain gives YAML as JSON has it; a date without quotes is a text, as editors
// take it (YAML 1.2).
func plain(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.DocumentNode:
		return plain(t, n.Content[0])
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		l := []any{}
		for _, c := range n.Content {
			l = append(l, plain(t, c))
		}
		return l
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		return json.Number(n.Value)
	case "!!bool":
		return n.Value == "true"
	case "!!null":
		return nil
	}
	return n.Value
}

// The example site and what fasti writes are valid.
func TestExamples(t *testing.T) {
	for name, patterns := range map[string][]string{
		"article": {"../../content/articles/*.md"},
		"event":   {"../../content/events/*/*.md", "../ledger/testdata/new-event.md"},
		"actor":   {"../../content/actors/*.md", "../ledger/testdata/new-actor.md"},
	} {
		s := compile(t, name)
		seen := 0
		for _, p := range patterns {
			files, err := filepath.Glob(p)
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				b, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				f, err := frontmatter.Parse(b)
				if err != nil {
					t.Errorf("%s: %v", file, err)
					continue
				}
				seen++
				if err := s.Validate(plain(t, f.Root())); err != nil {
					t.Errorf("%s: %v", file, err)
				}
			}
		}
		if seen == 0 {
			t.Errorf("no %s to check", name)
		}
	}
	b, err := os.ReadFile("../../hugo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var n yaml.Node
	if err := yaml.Unmarshal(b, &n); err != nil {
		t.Fatal(err)
	}
	if err := compile(t, "config").Validate(plain(t, &n)); err != nil {
		t.Error(err)
	}
}

// The schemas refuse what fasti refuses.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		schema, yaml string
		ok           bool
	}{
		{"event", "title: x\nwhen: 2024\nactors: [{id: a}]\nweight: 3", true},
		{"event", "when: 2024", false},
		{"event", "title: x\nstatus: maybe", false},
		{"event", "title: x\nconfidence: 101", false},
		{"event", "title: x\nactors: [{id: a, role: king}]", false},
		{"event", "title: x\nsources: [{span: [1]}]", false},
		{"article", "title: x\ndate: 2024-02-07\nlang: de-AT", true},
		{"article", "title: x\ndate: 7. Februar", false},
		{"article", "title: x\nlink: javascript:alert(1)", false},
		{"article", "title: [1, 2]", false},
		{"actor", "title: x\nnames: {de: X}\nroles: [{title: y, from: 2020, to: ..}]", true},
		{"actor", "title: x\ncountry: Germany", false},
		{"actor", "title: x\nwikidata: 12", false},
		{"config", "title: x\nmodule: {}\nparams: {fasti: {publish: accepted}}", true},
		{"config", "params: {fasti: {publish: {reviewed: 2}}}", true},
		{"config", "params: {fasti: {publish: {reviewed: 0}}}", false},
		{"config", "params: {fasti: {publsh: all}}", false},
		{"config", "params: {fasti: {threshold: 101}}", false},
	} {
		var n yaml.Node
		if err := yaml.Unmarshal([]byte(c.yaml), &n); err != nil {
			t.Fatal(err)
		}
		if err := compile(t, c.schema).Validate(plain(t, &n)); (err == nil) != c.ok {
			t.Errorf("%s %q: %v", c.schema, c.yaml, err)
		}
	}
}
