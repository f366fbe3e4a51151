package frontmatter_test

import (
	"bytes"
	"testing"

	goccy "github.com/goccy/go-yaml"
	"gopkg.in/yaml.v3"

	"fasti/internal/frontmatter"
)

var texts = []string{
	"", " ", "a", " a", "a ", "a: b", "a #b", "# a", "- a", "a\nb", "a\n", "\n", "\r\n", "a\rb", "\t", "a\tb", "'", "\"", "\\", "\\n",
	"yes", "No", "null", "~", "y", "1", "1e3", "0x1f", "1_000", ".5", ".inf", "2024-02-06", "12:30:45", "{a}", "[a]", "a]", "a, b", "&a", "*a", "!a",
	"|", ">", "%", "@", "`", "?", "? a", ":", "-", "---", "...", "<<", "=", "ä", "é", "日本", "العربية", "שלום", "😀", "\u0085", "\u2028", "\u2029", "\ufeff",
	"\u200b", "\u200e", "\x00", "\x1b", "\x7f", "\u009f", "\xff", "\ufffe", "\uffff", "\ufffd", "\U0010ffff", "\U000e0001", "\u00a0", "a\u00a0", "\u3000", "Ende.", "„Nein“, sagte er", "o'clock", "A?", "b-", "c!", "d;", "e'",
}

// Hugo reads front matter with goccy/go-yaml; it must see what we see.
func FuzzReadersAgree(f *testing.F) {
	for i, s := range texts {
		f.Add(s, texts[(i*7+3)%len(texts)], i)
	}
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		a, b = string([]rune(a)), string([]rune(b)) // bytes that are no UTF-8 come out as U+FFFD
		key := "k" + b
		if len(key) > 500 {
			key = "k" // YAML allows keys of 1024 characters
		}
		src := frontmatter.New(frontmatter.Map{
			{Key: "title", Value: a},
			{Key: key, Value: n},
			{Key: "inline", Value: frontmatter.Inline{{Key: "id", Value: a}, {Key: "role", Value: b}}},
			{Key: "list", Value: frontmatter.List{a, frontmatter.Map{{Key: "x", Value: b}, {Key: "y", Value: a}}, frontmatter.InlineList{a, b, n}}},
			{Key: "quoted", Value: frontmatter.Quoted(a + b)},
			{Key: "end", Value: b},
		}, nil)
		text := bytes.TrimSuffix(bytes.TrimPrefix(src, []byte("---\n")), []byte("---\n"))
		for name, read := range map[string]func([]byte, any) error{
			"yaml.v3": yaml.Unmarshal,
			"goccy":   func(b []byte, v any) error { return goccy.Unmarshal(b, v) },
		} {
			var got struct {
				Title  string
				Inline map[string]string
				List   []any
				Quoted string
				End    string
			}
			if err := read(text, &got); err != nil {
				t.Fatalf("%s: %v\n%s", name, err, text)
			}
			var keys map[string]any
			if err := read(text, &keys); err != nil {
				t.Fatalf("%s: %v\n%s", name, err, text)
			}
			_, hasKey := keys[key]
			if got.Title != a || got.Inline["id"] != a || got.Inline["role"] != b || got.Quoted != a+b || got.End != b || !hasKey || len(got.List) != 3 || got.List[0] != a {
				t.Fatalf("%s reads %q\n%q\nfrom\n%s", name, got, keys, text)
			}
			if s, ok := keys["title"].(string); !ok || s != a {
				t.Fatalf("%s takes the title for %T %v\n%s", name, keys["title"], keys["title"], text)
			}
		}
		if _, err := frontmatter.Parse(src); err != nil {
			t.Fatal(err)
		}
	})
}

// Whatever a file holds: an edit succeeds and keeps all else, or it fails.
func FuzzEdit(f *testing.F) {
	for _, s := range []string{
		"---\na: 1\n---\nb", "---\r\na: x # c\r\nb:\r\n- 1\r\n- 2\r\n---\r\n", "---\na: {b: c}\nd: |\n  e\n\n---\n", "---\n? a\n: b\n---\n",
		"---\na: &x [1]\nb: *x\n---\n", "---\n{a: 1, b: 2}\n---\n", "---\n# c\n---\n", "---\na: \"b\n  c\"\nb: d\n  e\n---\n", "---\nb:\n  - - 1\n    - 2\n  -\n    a: 1\n---\n",
		"---\na: 1\u2028b: 2\n---\n", "---\na: 'x\n\n  y'\nb: >+\n  z\n\n\n---\n", "---\nb: !!str 1\na: !x y\n---\n", "---\n\"a\": 1\n'b': 2\n---\n", "---\nfasti:\n  id: x\n  wrote: {a: b}\n---\n",
	} {
		f.Add([]byte(s), "a", "v", 0)
		f.Add([]byte(s), "b", "v: w\n", 1)
	}
	f.Fuzz(func(t *testing.T, src []byte, key, val string, item int) {
		file, err := frontmatter.Parse(src)
		if err != nil {
			return
		}
		for _, e := range []frontmatter.Edit{
			frontmatter.Set(val, []string{"a", "b"}, key),
			frontmatter.Set(val, nil, "fasti", "wrote", key),
			frontmatter.Delete(key),
			frontmatter.SetItem(item, val, key),
			frontmatter.DeleteItem(item, key),
			frontmatter.Append(frontmatter.Inline{{Key: "id", Value: val}}, nil, key),
		} {
			out, err := file.Edit(e)
			if err != nil {
				continue
			}
			again, err := frontmatter.Parse(out)
			if err != nil {
				t.Fatalf("%v\n%q\nbecame\n%q", err, src, out)
			}
			if !bytes.Equal(again.Body(), file.Body()) {
				t.Fatalf("the body changed\n%q\nbecame\n%q", src, out)
			}
			second, err := again.Edit(frontmatter.Set(val, nil, key))
			if err == nil && again.Get(key) != nil && again.Get(key).Value == val && again.Get(key).Tag == "!!str" && !bytes.Equal(second, out) {
				t.Fatalf("a second edit changed\n%q\nto\n%q", out, second)
			}
		}
	})
}
