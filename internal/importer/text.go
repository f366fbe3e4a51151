package importer

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"fasti/extract/article"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// maxTitle is the longest first line, in characters, that can be a title.
const maxTitle = 150

// readPlain reads plain text. Its first paragraph is the title if it is one
// short line (up to 150 characters) that ends no sentence and more text
// follows; it then leaves the body. Lines that were broken to fit a width are
// joined again, and signs that Markdown would take for markup are escaped.
func (a *Article) readPlain(text string) {
	var r article.Article
	r.ReadText(text)
	blocks := r.Blocks
	if len(blocks) > 1 {
		if first := clean(blocks[0].Of(text)); isTitle(first) && blocks[0].Kind == article.Paragraph {
			a.Title = first
			blocks = blocks[1:]
		}
	}
	var out []block
	for _, b := range blocks {
		k := paragraph
		if b.Kind == article.Item {
			k = item
		}
		out = append(out, block{kind: k, text: strings.Join(strings.Fields(b.Of(text)), " ")})
	}
	a.Body = markdown(out)
}

// isTitle tells whether a line can be a title.
func isTitle(s string) bool {
	if utf8.RuneCountInString(s) > maxTitle {
		return false
	}
	bare := strings.TrimRight(s, "\"'»«”“’)")
	return bare != "" && !strings.HasSuffix(bare, ".") && !strings.HasSuffix(bare, ":") && !strings.HasSuffix(bare, ",") &&
		!strings.HasSuffix(bare, ";") && strings.ContainsFunc(s, isLetter)
}

// opening is the beginning of a text, for a title where there is none.
func opening(text string) string {
	s := clean(text)
	const limit = 80
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	n, last := 0, 0
	for i, r := range s {
		if r == ' ' {
			last = i
		}
		if n++; n > limit {
			break
		}
	}
	if last == 0 {
		last = len(string([]rune(s)[:limit]))
	}
	return strings.TrimRight(s[:last], " ,;:–-") + " …"
}

// readMarkdown reads Markdown without front matter. A heading of the first
// level that opens it is its title and leaves the body.
func (a *Article) readMarkdown(text string) {
	a.Body = strings.TrimLeft(text, "\n")
	a.headed(a.Body)
	if !strings.HasSuffix(a.Body, "\n") {
		a.Body += "\n"
	}
}

// headed takes the title from a heading of the first level that opens the text.
func (a *Article) headed(text string) {
	line, rest, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	if title, ok := strings.CutPrefix(line, "# "); ok && clean(title) != "" && strings.TrimSpace(rest) != "" {
		var r article.Article
		r.ReadMarkdown(line)
		a.Title, a.Body = clean(r.Text), strings.TrimLeft(rest, "\n")
	}
}

// knownKeys are the values of the keys that say what is known of an article.
func knownKeys(f *frontmatter.File) (map[string]any, error) {
	m := map[string]any{}
	for _, names := range aliases {
		for _, key := range names {
			n := f.Get(key)
			if n == nil || n.Tag == "!!null" {
				continue
			}
			var v any
			if err := n.Decode(&v); err != nil {
				return nil, faultAt(n, diag.BadValue, key+" could not be read", "")
			}
			m[key] = v
		}
	}
	for key := range drafts {
		if n := f.Get(key); n != nil && m[key] == nil {
			m[key] = n.Value
		}
	}
	return m, nil
}

// readFrontMatter reads Markdown with front matter, which it keeps. Where a
// key of fasti's holds more than a value, or is missing and another program's
// stands in its place, it is brought to form.
func (a *Article) readFrontMatter(text string, w *words) error {
	f, err := frontmatter.Parse([]byte(text))
	if err != nil {
		return err
	}
	a.file, a.Body = f, string(f.Body())
	var other Article
	m, err := knownKeys(f)
	if err != nil {
		return err
	}
	other.readKeys(m, w)
	a.readDraft(m)
	for i, k := range []struct {
		field *string
		found string
	}{
		{&a.Title, other.Title}, {&a.Date, other.Date}, {&a.Lang, other.Lang}, {&a.Publisher, other.Publisher}, {&a.Author, other.Author}, {&a.Link, other.Link},
	} {
		*k.field = k.found
		key := aliases[i][0]
		n := f.Get(key)
		if n == nil || n.Tag == "!!null" {
			continue
		}
		if n.Kind != yaml.ScalarNode {
			if k.found == "" || key != "author" {
				return faultAt(n, diag.BadValue, key+" is not a single value", "write it on one line behind the colon")
			}
			continue
		}
		*k.field = clean(n.Value)
	}
	if a.Title == "" {
		a.headed(a.Body)
	}
	if a.Date != "" {
		d := w.anyDate(a.Date)
		if d == "" {
			return faultAt(f.Get("date"), diag.BadDate, "date "+a.Date+" is no date", "write it as 2024-02-07")
		}
		a.Date = d
	}
	if n := f.Get("link"); n != nil && a.Link != "" {
		if a.Link = webLink(a.Link); a.Link == "" {
			return faultAt(n, diag.BadValue, "link is no address of the web", "it begins with https:// or http://")
		}
	}
	return nil
}

// faultAt is a fault of a value of the front matter; the file has a line before
// the YAML's first.
func faultAt(n *yaml.Node, code diag.Code, message, hint string) error {
	return diag.Diagnostic{Line: n.Line + 1, Col: n.Column, Code: code, Message: message, Hint: hint}
}
