package site

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// No text of an article becomes a script: pages have the scripts of the theme
// and no others, no handlers, and links to the web and to mail only.
func TestNoTextBecomesAScript(t *testing.T) {
	for name, text := range tree(t, buildEditions(t)) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		doc, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text, "http-equiv=\"Content-Security-Policy\"") {
			t.Errorf("%s has no policy", name)
		}
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				scheme, _, ok := strings.Cut(a.Val, ":")
				switch {
				case strings.HasPrefix(a.Key, "on"):
					t.Errorf("%s: a handler %s=%q", name, a.Key, a.Val)
				case ok && (a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "cite") && scheme != "https" && scheme != "http" && scheme != "mailto":
					t.Errorf("%s: an address %q", name, a.Val)
				case n.Data == "script" && a.Key == "src" && !strings.HasSuffix(a.Val, "assets/site.js") && !strings.HasSuffix(a.Val, "assets/search.js"):
					t.Errorf("%s: a script %q", name, a.Val)
				}
			}
			if n.Data == "iframe" || n.Data == "object" || n.Data == "embed" || n.Data == "base" || n.Data == "img" {
				t.Errorf("%s: an element %s", name, n.Data)
			}
		}
	}
}
