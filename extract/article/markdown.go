package article

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// ReadMarkdown fills the article from a body of Markdown (CommonMark with
// tables, footnotes and strikethrough), without its front matter. Headings,
// paragraphs, list items, quotes and table cells become Blocks; emphasis and
// links leave their text; code, HTML, pictures and bare addresses are no prose.
// A text with more markup on end than any person writes is read as plain text.
func (a *Article) ReadMarkdown(body string) {
	if hostile(body) {
		a.ReadText(body)
		return
	}
	src := []byte(body)
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote))
	r := mdReader{src: src}
	r.pieces = []piece{}
	r.blocks(md.Parser().Parse(text.NewReader(src)), Paragraph)
	a.Body, a.Text, a.Blocks = body, string(r.text), r.found
	a.pieces, a.markup = r.pieces, r.marks
}

// mdReader gathers the prose of a Markdown tree and where each run of it
// stands in the source.
type mdReader struct {
	src    []byte
	text   []byte
	pieces []piece
	marks  []markup
	found  []Block
}

// blocks reads the blocks below n; kind is what a paragraph there is.
func (r *mdReader) blocks(n ast.Node, kind BlockKind) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			r.block(c, Heading)
		case *ast.Paragraph, *ast.TextBlock:
			r.block(c, kind)
		case *extast.TableCell:
			r.block(c, Item)
		case *ast.Blockquote:
			r.blocks(c, Quote)
		case *ast.ListItem:
			r.blocks(c, Item)
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.ThematicBreak:
		default: // lists, tables, footnotes
			r.blocks(c, kind)
		}
	}
}

// block reads one block of prose; one without words is none.
func (r *mdReader) block(n ast.Node, kind BlockKind) {
	text, pieces, marks := len(r.text), len(r.pieces), len(r.marks)
	if text > 0 {
		r.text = append(r.text, "\n\n"...)
	}
	start := len(r.text)
	r.inlines(n)
	prose := r.text[start:]
	front := len(prose) - len(bytes.TrimLeftFunc(prose, isBlank))
	prose = bytes.TrimRightFunc(prose, isBlank)
	if front >= len(prose) {
		r.text, r.pieces, r.marks = r.text[:text], r.pieces[:pieces], r.marks[:marks]
		return
	}
	r.found = append(r.found, Block{Span{start + front, start + len(prose)}, kind})
}

// inlines reads the prose inside a block.
func (r *mdReader) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.write(c.Segment.Start, c.Segment.Stop)
			if c.SoftLineBreak() || c.HardLineBreak() {
				r.text = append(r.text, '\n')
			}
		case *ast.Emphasis:
			r.enclosed(c, func(s Span) Span { return r.delimited(s, c.Level, "*_") })
		case *extast.Strikethrough:
			r.enclosed(c, func(s Span) Span { return r.delimited(s, 1, "~") })
		case *ast.Link:
			r.enclosed(c, r.link)
		case *ast.RawHTML:
			if r.breaks(c) {
				r.text = append(r.text, '\n')
			}
		case *ast.CodeSpan, *ast.Image, *ast.AutoLink, *extast.FootnoteLink, *extast.FootnoteBacklink:
		default:
			r.inlines(c)
		}
	}
}

// breaks tells <br>.
func (r *mdReader) breaks(n *ast.RawHTML) bool {
	if n.Segments.Len() == 0 {
		return false
	}
	s := n.Segments.At(0)
	return s.Len() >= 4 && strings.EqualFold(string(r.src[s.Start:s.Start+3]), "<br")
}

// enclosed reads what a piece of markup encloses; outer gives the span of the
// source with the signs around it.
func (r *mdReader) enclosed(n ast.Node, outer func(Span) Span) {
	first, marks, start := len(r.pieces), len(r.marks), len(r.text)
	r.inlines(n)
	if len(r.pieces) == first || len(r.text) == start {
		return
	}
	last := r.pieces[len(r.pieces)-1]
	s := Span{r.pieces[first].body, last.body + last.m}
	text := Span{start, len(r.text)}
	for _, m := range r.marks[marks:] {
		if m.text.Start == text.Start {
			s.Start = min(s.Start, m.body.Start)
		}
		if m.text.End == text.End {
			s.End = max(s.End, m.body.End)
		}
	}
	if o := outer(s); o.Start < s.Start && o.End > s.End {
		r.marks = append(r.marks, markup{text, o})
	}
}

// delimited widens s by the same run of n or more of the signs on both sides.
func (r *mdReader) delimited(s Span, n int, signs string) Span {
	for range n {
		if s.Start == 0 || s.End >= len(r.src) || r.src[s.Start-1] != r.src[s.End] || strings.IndexByte(signs, r.src[s.End]) < 0 {
			return s
		}
		s = Span{s.Start - 1, s.End + 1}
	}
	for signs == "~" && s.Start > 0 && s.End < len(r.src) && r.src[s.Start-1] == '~' && r.src[s.End] == '~' {
		s = Span{s.Start - 1, s.End + 1}
	}
	return s
}

// maxTarget bounds the look for the end of a link.
const maxTarget = 4096

// link widens s from the text of a link to its brackets and target.
func (r *mdReader) link(s Span) Span {
	src, end := r.src, s.End
	if s.Start == 0 || src[s.Start-1] != '[' || end >= len(src) || src[end] != ']' {
		return s
	}
	end++
	if end < len(src) && (src[end] == '(' || src[end] == '[') {
		open, shut := src[end], byte(')')
		if open == '[' {
			shut = ']'
		}
		depth := 0
		for i := end; i < len(src) && i < end+maxTarget; i++ {
			switch src[i] {
			case '\\':
				i++
			case open:
				depth++
			case shut:
				if depth--; depth == 0 {
					return Span{s.Start - 1, i + 1}
				}
			}
		}
	}
	return Span{s.Start - 1, end}
}

// write appends the source from start to stop, with backslashes and entities
// resolved.
func (r *mdReader) write(start, stop int) {
	run := start
	for i := start; i < stop; {
		n, out := r.written(i, stop)
		if n == 0 {
			i++
			continue
		}
		r.piece(run, i)
		if out != "" {
			r.pieces = append(r.pieces, piece{len(r.text), len(out), i, n})
			r.text = append(r.text, out...)
		}
		i += n
		run = i
	}
	r.piece(run, stop)
}

// piece appends a run of the source as it stands.
func (r *mdReader) piece(start, stop int) {
	if start < stop {
		r.pieces = append(r.pieces, piece{len(r.text), stop - start, start, stop - start})
		r.text = append(r.text, r.src[start:stop]...)
	}
}

// maxEntity is the length of the longest name of an entity, with its signs.
const maxEntity = 34

// written tells how many bytes at i are written otherwise than they read, and
// what they read; 0 if nothing.
func (r *mdReader) written(i, stop int) (int, string) {
	switch r.src[i] {
	case '\\':
		if i+1 < stop && isASCIIPunct(r.src[i+1]) {
			return 2, string(r.src[i+1 : i+2])
		}
	case '&':
		end := bytes.IndexByte(r.src[i:min(stop, i+maxEntity)], ';')
		if end < 2 {
			return 0, ""
		}
		name := string(r.src[i : i+end+1])
		if strings.Trim(name[1:end], "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			return 0, ""
		}
		if out := html.UnescapeString(name); out != name && !strings.HasSuffix(out, ";") {
			return len(name), out
		}
	}
	return 0, ""
}

func isASCIIPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}
