package site

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// summary is the first paragraph of an editor's Markdown as plain text.
func summary(body string) string {
	if strings.TrimSpace(body) == "" {
		return ""
	}
	src := []byte(body)
	doc := goldmark.DefaultParser().Parse(text.NewReader(src))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindParagraph {
			continue
		}
		var b strings.Builder
		_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
			switch v := n.(type) {
			case *ast.RawHTML:
				return ast.WalkSkipChildren, nil
			case *ast.Text:
				if in {
					b.Write(v.Segment.Value(src))
					if v.SoftLineBreak() || v.HardLineBreak() {
						b.WriteByte(' ')
					}
				}
			case *ast.String:
				if in {
					b.Write(v.Value)
				}
			}
			return ast.WalkContinue, nil
		})
		if s := strings.TrimSpace(b.String()); s != "" && !strings.HasPrefix(s, "{{") {
			return s
		}
	}
	return ""
}

// fullText renders an article's Markdown. Raw HTML and script addresses stay
// out, and Hugo never sees the text, so nothing in it is a shortcode.
func fullText(body string) string {
	var b bytes.Buffer
	if err := goldmark.Convert([]byte(body), &b); err != nil {
		return ""
	}
	return b.String()
}
