package config

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/configuration.md anew")

// docs/configuration.md is made from the types and tables of this package; it
// may not fall behind.
func TestDocumented(t *testing.T) {
	const path = "../../docs/configuration.md"
	want := page(t)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s has fallen behind: go test ./internal/config -update", path)
	}
}

func page(t *testing.T) string {
	var b strings.Builder
	b.WriteString("# Configuration\n\n<!-- Made by go test ./internal/config -update from the types in internal/config. -->\n\n" +
		"A site has one configuration, `hugo.yaml` in its folder. fasti reads the keys\nbelow, hands some of Hugo's to Hugo, and tells of all others (`config-key`), with\nthe key that was probably meant.\n\n" +
		"## The site\n\n| key | what it does |\n|---|---|\n")
	for _, k := range SiteKeys() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", k.Name, k.Doc)
	}
	b.WriteString("\n## params.fasti\n\n```yaml\nparams:\n  fasti:\n    publish: accepted\n```\n\n| key | values | what it does |\n|---|---|---|\n")
	docs := comments(t)
	typ := reflect.TypeOf(Fasti{})
	for i := range typ.NumField() {
		f := typ.Field(i)
		doc := docs[f.Name]
		if doc == "" {
			t.Errorf("%s has no comment", f.Name)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Tag.Get("yaml"), values(f), doc)
	}
	b.WriteString("\n## What decides is never passed over\n\nA key that decides what is published (`publish`, `threshold`, all of\n`params.fasti`) is an error wherever it stands so that it is not read: misspelt,\nwith another value, at the top or under another key, twice, behind an anchor,\ninside of a text by its indentation, in a second document or a second file of\nconfiguration, between the marks of an unfinished merge. Nothing is built then.\n\n" +
		"## Keys of Hugo's that work\n\n| key | what it does |\n|---|---|\n")
	for _, k := range HugoKeys() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", k.Name, k.Doc)
	}
	b.WriteString("\nHugo's other keys do nothing, because fasti decides those things itself: where\nfiles lie, which kinds of page there are, that raw HTML is left out, that no\nprogram runs and no connection is opened.\n")
	return b.String()
}

// comments are the comments of the fields of Fasti, without the name that they
// begin with.
func comments(t *testing.T) map[string]string {
	file, err := parser.ParseFile(token.NewFileSet(), "config.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.TypeSpec)
		if !ok || s.Name.Name != "Fasti" {
			return true
		}
		for _, f := range s.Type.(*ast.StructType).Fields.List {
			name := f.Names[0].Name
			text := strings.Join(strings.Fields(f.Doc.Text()), " ")
			text = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(text, name+" "), "is "), "says ")
			out[name] = strings.ReplaceAll(text, "\"", "`")
		}
		return false
	})
	return out
}

// values are what a key may hold, by the tags that make its schema.
func values(f reflect.StructField) string {
	var out []string
	for _, part := range strings.Split(f.Tag.Get("jsonschema"), ",") {
		if v, ok := strings.CutPrefix(part, "enum="); ok {
			out = append(out, "`"+v+"`")
		}
	}
	switch {
	case len(out) > 0:
		return strings.Join(out, ", ")
	case f.Type.Kind() == reflect.Int:
		return "0 to 100"
	}
	return "a text"
}
