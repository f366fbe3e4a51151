package site

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"fasti/internal/config"
	"fasti/internal/diag"
)

// linked is a text of a person's, and the page that it stands on.
type linked struct {
	file   string // where it was written
	line   int    // lines of the file before it
	page   string // path in the output folder
	prefix string // folder of its edition
	text   string
	own    bool // a page of a person's own, not one of the timeline
}

// text notes what a person has written on a generated page.
func (p *press) text(f *Page) {
	if f.Body != "" && f.source.file != "" {
		p.stage.texts = append(p.stage.texts, linked{f.source.file, f.source.line, p.prefix + f.Path, p.prefix, f.Body, false})
	}
}

// source is where the text of a generated page was written.
type source struct {
	file string
	line int
}

// ownTexts notes people's own pages.
func (p *press) ownTexts(own map[string][]byte) {
	for _, name := range sortedKeys(own) {
		if path.Ext(name) != ".md" {
			continue
		}
		_, body := splitPage(own[name])
		p.stage.texts = append(p.stage.texts, linked{name, strings.Count(strings.TrimSuffix(string(own[name]), body), "\n"), p.prefix + p.stage.places[name] + "index.html", p.prefix, body, true})
	}
}

// deadLinks finds the links and pictures in people's texts that lead to
// nothing in the site. All that is made is known when it is called.
func (s *stage) deadLinks(cfg *config.Config, m *material) []diag.Diagnostic {
	var out []diag.Diagnostic
	seen := map[diag.Diagnostic]bool{}
	under := strings.Trim(pathBelow(cfg.BaseURL), "/")
	places := newMarks(m.theme, m.layouts)
	for _, t := range s.texts {
		for _, to := range destinations(t.text) {
			why, hint := s.dead(t, to, under)
			if place, here := strings.CutPrefix(to, "#"); here && why == "" && !places.anchored(t, unescaped(place)) {
				why, hint = "leads to no heading of the page", "the heading in small letters, with hyphens for blanks: ## What we do is #what-we-do"
			}
			if why == "" {
				continue
			}
			d := diag.Diagnostic{File: t.file, Code: diag.DeadLink, Message: fmt.Sprintf("the link to %s %s", to, why), Hint: hint}
			if at := strings.Index(t.text, to); at >= 0 {
				d.Line, d.Col = diag.Position([]byte(t.text), at)
				d.Line += t.line
			}
			if !seen[d] {
				seen[d] = true
				out = append(out, d)
			}
		}
	}
	return out
}

// unescaped is an address with its %20 read; as it stands if that makes no sense.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// pathBelow is the folder that a site lies in on its host: "fasti/"; "" for none.
func pathBelow(base string) string {
	u, err := url.Parse(base)
	if err != nil || strings.Trim(u.Path, "/") == "" {
		return ""
	}
	return strings.Trim(u.Path, "/") + "/"
}

// dead says why a destination leads nowhere; "" if it leads somewhere, or out
// of the site.
func (s *stage) dead(t linked, to, under string) (why, hint string) {
	u, err := url.Parse(to)
	switch {
	case strings.Contains(to, "{{") || strings.HasPrefix(to, "HAHAHUGOSHORTCODE"):
		return "", ""
	case err != nil:
		return "is no address", "write it with %20 for a blank, or between < and >"
	case u.Scheme != "" && !slices.Contains([]string{"http", "https", "mailto", "tel", "geo"}, strings.ToLower(u.Scheme)):
		return "is no place on the web or in the site, so it is left out", "write an address that begins with https://, mailto: or tel:"
	case u.Scheme != "" || u.Host != "" || u.Path == "":
		return "", ""
	case strings.HasPrefix(u.Path, "/"):
		at := strings.TrimPrefix(u.Path, "/")
		if under != "" && (at+"/" == under+"/" || strings.HasPrefix(at, under+"/")) {
			at = strings.TrimPrefix(strings.TrimPrefix(at, under), "/")
		}
		if s.leads(at) || s.leads(t.prefix+at) { // pages link it from where they are
			return "", ""
		}
	case s.leads(path.Join(path.Dir(t.page), u.Path)):
		return "", ""
	}
	if bare, ok := strings.CutSuffix(u.Path, ".md"); ok {
		return "leads to a file of the content, not to a page", "write " + bare + "/, from the address of this page: it lies in a folder of its own"
	}
	return "leads to nothing in the site", "correct it, or put the file into static/"
}

// leads reports whether there is a file or page at a path.
func (s *stage) leads(at string) bool {
	at = strings.TrimPrefix(path.Clean("/"+at), "/")
	return at == "" || s.has(at) || s.has(path.Join(at, "index.html"))
}

// bracketed is what has the form of a link and is none.
type bracketed struct {
	at         int
	text, hint string
}

var (
	wikiLink  = regexp.MustCompile(`\[\[[^\[\]\n]+\]\]`)
	reference = regexp.MustCompile(`\[[^\[\]\n]+\]\[[^\[\]\n]*\]`)
	bareCall  = regexp.MustCompile(`\{\{\s*(?:event|timeline)\b[^}\n]*\}\}`)
)

// literals finds in a text what is printed with its brackets: links of a wiki, of a
// reference that is nowhere, and shortcodes without their angles. What stands in
// code is meant so.
func literals(markdown string) []bracketed {
	if !strings.Contains(markdown, "[") && !strings.Contains(markdown, "{{") {
		return nil
	}
	var out []bracketed
	src := []byte(markdown)
	_ = ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindCodeSpan, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock, ast.KindLink:
			return ast.WalkSkipChildren, nil
		}
		if !entering || n.Type() != ast.TypeBlock || n.Lines() == nil {
			return ast.WalkContinue, nil
		}
		for k := range n.Lines().Len() {
			s := n.Lines().At(k)
			line := coded(s.Value(src))
			for _, p := range []struct {
				form *regexp.Regexp
				hint string
			}{{wikiLink, "write [its name](its-address/)"}, {reference, "write [its name](its-address/), or say below where it leads: [name]: address"}, {bareCall, "write it between {{< and >}}"}} {
				for _, m := range p.form.FindAllIndex(line, -1) {
					if p.form != reference || !defined(markdown, string(line[m[0]:m[1]])) {
						out = append(out, bracketed{s.Start + m[0], string(line[m[0]:m[1]]), p.hint})
					}
				}
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}

// coded is a line with what stands in backquotes made blank.
func coded(line []byte) []byte {
	return inCode.ReplaceAllFunc(line, func(b []byte) []byte { return bytes.Repeat([]byte(" "), len(b)) })
}

var inCode = regexp.MustCompile("`[^`\n]*`")

// defined reports whether a text says where a reference, [name][label], leads.
func defined(markdown, ref string) bool {
	name, label, _ := strings.Cut(strings.Trim(ref, "[]"), "][")
	if label == "" {
		label = name
	}
	return strings.Contains(strings.ToLower(markdown), "["+strings.ToLower(label)+"]:")
}

// destinations are the addresses of the links and pictures of a text.
func destinations(markdown string) []string {
	if !strings.ContainsAny(markdown, "](<") {
		return nil
	}
	var out []string
	src := []byte(markdown)
	_ = ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			out = append(out, string(bytes.TrimSpace(n.Destination)))
		case *ast.Image:
			out = append(out, string(bytes.TrimSpace(n.Destination)))
		}
		return ast.WalkContinue, nil
	})
	return out
}
