package site

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Every link of the built site leads to a file that is there, with the place
// that it names, and nothing is loaded from elsewhere.
func TestLinks(t *testing.T) {
	for _, lang := range []string{"en", "de"} {
		out, _ := build(t, lang)
		checkLinks(t, out)
	}
}

type htmlPage struct {
	ids   map[string]bool
	links []string
	loads []string
}

func checkLinks(t *testing.T, out string) {
	t.Helper()
	pages := map[string]*htmlPage{}
	files := map[string]bool{}
	err := filepath.Walk(out, func(name string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		rel, err := filepath.Rel(out, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		files[rel] = true
		if path.Ext(rel) == ".html" {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			pages[rel] = readHTML(t, rel, string(data))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for name, p := range pages {
		for _, l := range p.loads {
			if strings.Contains(l, "//") {
				t.Errorf("%s loads %s", name, l)
			}
		}
		for _, l := range append(p.links, p.loads...) {
			u, err := url.Parse(l)
			if err != nil {
				t.Errorf("%s: link %q: %v", name, l, err)
				continue
			}
			if u.Scheme != "" {
				if u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" && l != "data:," {
					t.Errorf("%s: link %q", name, l)
				}
				continue
			}
			checked++
			to := name
			if u.Path != "" {
				to = path.Join(path.Dir(name), u.Path)
			}
			if strings.HasSuffix(u.Path, "/") || !files[to] {
				t.Errorf("%s: link %q leads to no file", name, l)
				continue
			}
			if u.Fragment != "" && pages[to] != nil && !pages[to].ids[u.Fragment] {
				t.Errorf("%s: link %q: no such place", name, l)
			}
		}
	}
	t.Logf("%d links on %d pages", checked, len(pages))
}

func readHTML(t *testing.T, name, s string) *htmlPage {
	t.Helper()
	p := &htmlPage{ids: map[string]bool{}}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		canonical := false
		for _, a := range n.Attr {
			canonical = canonical || a.Key == "rel" && a.Val == "canonical" || n.Data == "link" && a.Key == "hreflang"
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				if p.ids[a.Val] {
					t.Errorf("%s: id %q twice", name, a.Val)
				}
				p.ids[a.Val] = true
			case a.Key == "href" && n.Data == "link" && !canonical:
				p.loads = append(p.loads, a.Val)
			case a.Key == "href" && !canonical, a.Key == "action":
				p.links = append(p.links, a.Val)
			case a.Key == "src":
				p.loads = append(p.loads, a.Val)
			case strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: attribute %s", name, a.Key)
			}
		}
	}
	return p
}
