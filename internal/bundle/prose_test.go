package bundle

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestProse(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", " \n", ""},
		{"paragraphs", "One *two*\nthree.\n\nFour.", "<p>One <em>two</em>\nthree.</p>\n<p>Four.</p>\n"},
		{"headings", "# A\n\n## B\n\n###### C", "<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>\n"},
		{"raw", "a <b>b</b>\n\n<script>x</script>\n\nc", "<p>a b</p>\n\n<p>c</p>\n"},
		{"links", "[w](https://example.org/?a=1&b=2 \"t\") [s](javascript:x) [r](../e/day/) [m](mailto:a@b.c) https://example.org/x",
			`<p><a href="https://example.org/?a=1&amp;b=2">w</a> s r m <a href="https://example.org/x">https://example.org/x</a></p>` + "\n"},
		{"pictures", "![A *pier*](https://example.org/p.png) and [![in](a.png)](https://example.org/)", `<p>A <em>pier</em> and <a href="https://example.org/">in</a></p>` + "\n"},
		{"quotes", `"Well," -- 'tis --- so...`, "<p>“Well,” – ’tis — so…</p>\n"},
		{"breaks", "a  \nb\n\n***", "<p>a<br />\nb</p>\n<hr />\n"},
		{"table", "|a|b|\n|:-|-:|\n|1|2|", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"},
	} {
		if got := string(Prose(c.in, "e1")); got != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
	}
	a, b := string(Prose("x[^1]\n\n[^1]: n", "e1")), string(Prose("x[^1]\n\n[^1]: n", "e2"))
	if !strings.Contains(a, `id="e1-fn:1"`) || strings.Contains(b, "e1-") {
		t.Errorf("notes of two texts meet: %s%s", a, b)
	}
}

// Whatever the text, the result is well-formed and holds nothing that runs or
// asks for a file.
func FuzzProse(f *testing.F) {
	for _, s := range []string{"a", "[x](javascript:alert(1))", "<img src=x onerror=y>", "![](http://a.b/c)", "[^1]\n\n[^1]: \"x\" & y", "<http://a b>", "|a|\n|-|\n|`<`|", "- [ ] x", "http://a_b.c/", "a\n: b", "\x00<\xff&\u2028", "[a]: <b> \"c\"\n[a]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := strings.Map(legal, string(Prose(s, "e1")))
		for d := xml.NewDecoder(strings.NewReader("<x>" + out + "</x>")); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatalf("%v in %q", err, out)
			}
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			switch e.Name.Local {
			case "script", "img", "iframe", "input", "object", "style", "link":
				t.Fatalf("<%s> in %q", e.Name.Local, out)
			}
			for _, a := range e.Attr {
				if a.Name.Local == "src" || strings.HasPrefix(a.Name.Local, "on") ||
					a.Name.Local == "href" && !strings.HasPrefix(a.Value, "http://") && !strings.HasPrefix(a.Value, "https://") && !strings.HasPrefix(a.Value, "#e1-") {
					t.Fatalf("%s=%q in %q", a.Name.Local, a.Value, out)
				}
			}
		}
	})
}
