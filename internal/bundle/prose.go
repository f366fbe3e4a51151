package bundle

import (
	"bytes"
	html "html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	render "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Prose renders an editor's Markdown as the site does, for a book: raw HTML
// stays out, headings stand below that of the event, and what would ask for
// another file does not: a picture is its description, and only links to the
// web remain links. prefix keeps the notes of different texts apart; it begins
// with a letter. The result is XHTML.
func Prose(markdown, prefix string) html.HTML {
	if strings.TrimSpace(markdown) == "" {
		return ""
	}
	md := goldmark.New(
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
			extension.Strikethrough, extension.DefinitionList, extension.Linkify,
			extension.NewFootnote(extension.WithFootnoteIDPrefix(prefix+"-")),
			extension.NewTypographer(extension.WithTypographicSubstitutions(quotes())),
		),
		goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(contained{}, 900))),
		goldmark.WithRendererOptions(render.WithXHTML()),
	)
	var b bytes.Buffer
	if err := md.Convert([]byte(markdown), &b); err != nil { // only writing can fail, and memory does not
		return ""
	}
	return html.HTML(strings.ReplaceAll(b.String(), "<!-- raw HTML omitted -->", ""))
}

// quotes are the signs of good typography as characters: XHTML does not know
// the names that HTML has for them.
func quotes() map[extension.TypographicPunctuation][]byte {
	return map[extension.TypographicPunctuation][]byte{
		extension.LeftSingleQuote: []byte("‘"), extension.RightSingleQuote: []byte("’"),
		extension.LeftDoubleQuote: []byte("“"), extension.RightDoubleQuote: []byte("”"),
		extension.EnDash: []byte("–"), extension.EmDash: []byte("—"), extension.Ellipsis: []byte("…"),
		extension.LeftAngleQuote: []byte("«"), extension.RightAngleQuote: []byte("»"), extension.Apostrophe: []byte("’"),
	}
}

// contained makes a text stand by itself.
type contained struct{}

// Transform implements [parser.ASTTransformer].
func (contained) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	var loose []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			n.Level = min(n.Level+2, 6)
		case *ast.Image:
			loose = append(loose, n)
		case *ast.Link:
			if n.Title = nil; webAddress(string(n.Destination)) == "" {
				loose = append(loose, n)
			} else {
				n.Destination = []byte(webAddress(string(n.Destination)))
			}
		}
		return ast.WalkContinue, nil
	})
	for _, n := range loose { // their words stay
		for c := n.FirstChild(); c != nil; {
			next := c.NextSibling()
			n.Parent().InsertBefore(n.Parent(), n, c)
			c = next
		}
		n.Parent().RemoveChild(n.Parent(), n)
	}
	links(doc, reader.Source())
}

// links takes the addresses out of bare links that a strict reader refuses.
func links(doc ast.Node, src []byte) {
	var bad []*ast.AutoLink
	_ = ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if a, ok := n.(*ast.AutoLink); ok && in && (a.AutoLinkType != ast.AutoLinkURL || webAddress(string(a.URL(src))) != string(a.URL(src))) {
			bad = append(bad, a)
		}
		return ast.WalkContinue, nil
	})
	for _, a := range bad {
		a.Parent().ReplaceChild(a.Parent(), a, ast.NewString(a.Label(src)))
	}
}
