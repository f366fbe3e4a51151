package frontmatter_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

var update = flag.Bool("update", false, "write what comes out into testdata")

func TestEdit(t *testing.T) {
	files, err := filepath.Glob("testdata/edit/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string][]byte{}
			for _, f := range a.Files {
				part[f.Name] = f.Data
			}
			edits := readEdits(t, string(part["edits"]), strings.Fields(string(part["order"])))
			for _, eol := range []string{"\n", "\r\n"} {
				in := bytes.ReplaceAll(part["before"], []byte("\n"), []byte(eol))
				f, err := frontmatter.Parse(in)
				if err != nil {
					t.Fatal(err)
				}
				got, err := f.Edit(edits...)
				if err != nil {
					t.Fatal(err)
				}
				if *update && eol == "\n" {
					for i := range a.Files {
						if a.Files[i].Name == "after" {
							a.Files[i].Data = got
						}
					}
					if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
						t.Fatal(err)
					}
					continue
				}
				if want := bytes.ReplaceAll(part["after"], []byte("\n"), []byte(eol)); !bytes.Equal(got, want) {
					t.Errorf("line ends %q: got\n%s\nwant\n%s", eol, got, want)
				}
			}
		})
	}
}

// readEdits reads lines such as: set PATH VALUE, setitem PATH N VALUE.
func readEdits(t *testing.T, text string, order []string) []frontmatter.Edit {
	t.Helper()
	var out []frontmatter.Edit
	for line := range strings.Lines(text) {
		verb, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		name, rest, _ := strings.Cut(rest, " ")
		path := strings.Split(name, ".")
		switch verb {
		case "set":
			out = append(out, frontmatter.Set(value(t, rest), order, path...))
		case "append":
			out = append(out, frontmatter.Append(value(t, rest), order, path...))
		case "delete":
			out = append(out, frontmatter.Delete(path...))
		case "setblock": // an item with a line for each key
			n, v, _ := strings.Cut(rest, " ")
			i, err := strconv.Atoi(n)
			m, ok := value(t, v).(frontmatter.Inline)
			if err != nil || !ok {
				t.Fatal(line, err)
			}
			out = append(out, frontmatter.SetItem(i, frontmatter.Map(m), path...))
		case "setitem", "delitem":
			n, v, _ := strings.Cut(rest, " ")
			i, err := strconv.Atoi(n)
			if err != nil {
				t.Fatal(err)
			}
			if verb == "setitem" {
				out = append(out, frontmatter.SetItem(i, value(t, v), path...))
			} else {
				out = append(out, frontmatter.DeleteItem(i, path...))
			}
		default:
			t.Fatalf("no verb %q", verb)
		}
	}
	return out
}

func value(t *testing.T, s string) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(s), &n); err != nil {
		t.Fatal(err)
	}
	return fromNode(n.Content[0])
}

func fromNode(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		var m frontmatter.Inline
		for i := 0; i < len(n.Content); i += 2 {
			m = append(m, frontmatter.Entry{Key: n.Content[i].Value, Value: fromNode(n.Content[i+1])})
		}
		return m
	case yaml.SequenceNode:
		var l frontmatter.List
		for _, c := range n.Content {
			l = append(l, fromNode(c))
		}
		return l
	}
	if i, err := strconv.Atoi(n.Value); err == nil && n.Tag == "!!int" {
		return i
	}
	// Dates are quoted, as the ledger does it.
	if n.Value != "" && n.Value[0] >= '0' && n.Value[0] <= '9' {
		return frontmatter.Quoted(n.Value)
	}
	return n.Value
}

func TestNew(t *testing.T) {
	got := frontmatter.New(frontmatter.Map{
		{Key: "title", Value: "Yes"},
		{Key: "when", Value: frontmatter.Quoted("2024-02-06")},
		{Key: "places", Value: frontmatter.InlineList{"graz", "a, b"}},
		{Key: "confidence", Value: 86},
		{Key: "key", Value: true},
		{Key: "none", Value: frontmatter.List{}},
		{Key: "sources", Value: frontmatter.List{frontmatter.Map{
			{Key: "id", Value: "s1"}, {Key: "span", Value: frontmatter.InlineList{872, 1239}}, {Key: "quote", Value: frontmatter.Quoted("Er sagte: \"Nein\"\nund ging.")},
		}}},
	}, []byte("Body.\n"))
	want := `---
title: "Yes"
when: "2024-02-06"
places: [graz, "a, b"]
confidence: 86
key: true
none: []
sources:
  - id: s1
    span: [872, 1239]
    quote: "Er sagte: \"Nein\"\nund ging."
---
Body.
`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"none", "Text.\n", "1:1 front-matter: the file has no front matter"},
		{"toml", "+++\ntitle = 1\n+++\n", "1:1 front-matter: the file has no front matter"},
		{"never closed", "---\ntitle: a\n", "1:1 front-matter: the front matter is never closed"},
		{"colon", "---\na: 1\ntitle: a: b\n---\n", "3:1 bad-yaml: the front matter is not YAML: mapping values are not allowed in this context"},
		{"bracket", "---\na: [1, 2\nb: 3\n---\n", "3:1 bad-yaml: the front matter is not YAML: did not find expected ',' or ']'"},
		{"quote", "---\na: \"x\nb: 3\n---\n", "4:1 bad-yaml: the front matter is not YAML: found unexpected end of stream"},
		{"tab", "---\na:\n\tb: 3\n---\n", "3:1 bad-yaml: the front matter is not YAML: found character that cannot start any token"},
		{"at sign", "---\na: @x\n---\n", "2:1 bad-yaml: the front matter is not YAML: found character that cannot start any token"},
		{"twice", "---\na: 1\nb: {c: 1, c: 2}\n---\n", "3:11 duplicate-key: the key \"c\" stands here for the second time"},
		{"twice at the top", "---\r\na: 1\r\na: 2\r\n---\r\n", "3:1 duplicate-key: the key \"a\" stands here for the second time"},
		{"a list", "---\n- a\n---\n", "2:1 bad-yaml: the front matter is not a list of keys"},
		{"text", "---\nhello\n---\n", "2:1 bad-yaml: the front matter is not a list of keys"},
		{"latin-1", "---\ntitle: caf\xe9\n---\n", "2:11 not-utf8: the front matter is not UTF-8"},
		{"control", "---\ntitle: a\x07\n---\n", "2:9 bad-yaml: the front matter holds the control character U+0007"},
		{"complex key", "---\n? [a, b]\n: c\n---\n", "2:3 bad-yaml: a key is not a word"},
		{"deep", "---\na: " + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "\n---\n", "2:68 bad-yaml: the front matter is nested too deeply or expands too far"},
		{"bomb", "---\n" + bomb(12) + "---\n", "bad-yaml: the front matter is nested too deeply or expands too far"},
		{"huge", "---\n" + strings.Repeat("# 234567890123456789012345678901234567890\n", 110_000) + "---\n", "1:1 too-large: the front matter is larger than 4 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := frontmatter.Parse([]byte(c.in))
			var d diag.Diagnostic
			if !errors.As(err, &d) {
				t.Fatalf("error %v", err)
			}
			got := strconv.Itoa(d.Line) + ":" + strconv.Itoa(d.Col) + " " + string(d.Code) + ": " + d.Message
			if !strings.HasSuffix(got, c.want) || d.Hint == "" {
				t.Errorf("got  %s (%s)\nwant %s", got, d.Hint, c.want)
			}
		})
	}
}

// bomb is YAML whose aliases expand to 9 to the power of n.
func bomb(n int) string {
	var b strings.Builder
	b.WriteString("a0: &a0 x\n")
	for i := 1; i <= n; i++ {
		p := strconv.Itoa(i - 1)
		b.WriteString("a" + strconv.Itoa(i) + ": &a" + strconv.Itoa(i) + " [" + strings.Repeat("*a"+p+", ", 8) + "*a" + p + "]\n")
	}
	return b.String()
}

func TestBodyAndFences(t *testing.T) {
	for _, c := range []struct{ in, body string }{
		{"---\na: 1\n---\nText\n---\n", "Text\n---\n"},
		{"\ufeff--- \r\na: 1\r\n---\t\r\n\r\nText", "\r\nText"},
		{"---\n---", ""},
		{"---\na: |\n  ---\n---\nx", "x"},
	} {
		f, err := frontmatter.Parse([]byte(c.in))
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if string(f.Body()) != c.body || c.in[f.BodyOffset():] != c.body {
			t.Errorf("%q: body %q", c.in, f.Body())
		}
	}
}

// An anchor that another key needs cannot go; the file stays as it is.
func TestCannotEdit(t *testing.T) {
	f, err := frontmatter.Parse([]byte("---\na: &x 1\nb: *x\n---\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Edit(frontmatter.Set(2, nil, "a"))
	var d diag.Diagnostic
	if !errors.As(err, &d) || d.Code != diag.CannotEdit || d.Line != 2 {
		t.Error(err)
	}
}
