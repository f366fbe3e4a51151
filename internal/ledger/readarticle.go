package ledger

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// article reads content/articles/NAME.md. A file without front matter is a
// bare text: all of it is the body.
func (l *loader) article(file, name string, src []byte) {
	a := &Article{Path: file, Article: article.Article{Name: name}, at: places{}}
	body := string(src)
	if line := almostFence(body); line > 0 {
		l.report(diag.Diagnostic{File: file, Line: line, Col: 1, Code: diag.FrontMatter, Message: "this is almost front matter, and would be read as the text of the article", Hint: "begin the file with a line of three hyphens, ---, and end the front matter with another"})
		return
	}
	if frontmatter.Has(src) {
		r := l.open(file, src)
		if r == nil {
			return
		}
		if r.articleKeys(a); r.bad {
			return
		}
		body = string(r.f.Body())
		a.linesBefore = bytes.Count(src[:r.f.BodyOffset()], []byte("\n"))
	}
	if strings.TrimSpace(body) == "" {
		l.report(a.at.diagnose(file, "", diag.NoText, "there is no text behind the front matter", "paste the article's text below it"))
	}
	a.ReadMarkdown(body)
	l.c.Articles = append(l.c.Articles, a)
}

var (
	fenceLike = regexp.MustCompile(`^\s*(?:[-–—]+|\+\+\++)\s*$`)
	keyLike   = regexp.MustCompile(`^\s*(?:title|date|lang|draft|publisher|author|link|genre)\s*[:=]`)
)

// almostFence is the line of a text that begins like front matter and is none: with
// too many hyphens, with a line before them, in another program's signs. What it
// says, as that the article is a draft, would be read as its words. 0: there is none.
func almostFence(text string) int {
	if frontmatter.Has([]byte(text)) {
		return 0
	}
	lines := strings.SplitN(strings.TrimPrefix(text, "\ufeff"), "\n", 32)
	for i, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		if fenceLike.MatchString(l) && slices.ContainsFunc(lines[i+1:], keyLike.MatchString) {
			return i + 1
		}
		return 0
	}
	return 0
}

func (r *reader) articleKeys(a *Article) {
	r.known(articleWords())
	a.at, a.hold = r.at, r.hold()
	a.Title, a.Publisher, a.Author = r.key("title"), r.key("publisher"), r.key("author")
	if n := r.f.Get("date"); n != nil {
		if s := r.text(n, "date"); s != "" {
			d, ok := article.ParseDate(s)
			if !ok {
				r.fault(n, diag.BadDate, fmt.Sprintf("date: %q is no day of publication", s), "write 2024-02-07, or with time and zone 2024-02-07T18:30:00+01:00")
			}
			a.Date = d
		}
	}
	a.Lang = strings.ToLower(r.key("lang"))
	a.Region = lang.Region(a.Lang)
	a.Lang, _, _ = strings.Cut(a.Lang, "-")
	if a.Lang != "" && !languageCode(a.Lang) {
		r.fault(r.f.Get("lang"), diag.BadValue, fmt.Sprintf("lang: %q is no code of a language", a.Lang), "write de, en, fr …")
	}
	a.Genre = r.oneOf(r.f.Get("genre"), "genre", "", "news", "narrative")
	if a.Link = r.key("link"); a.Link != "" {
		if u, err := url.Parse(a.Link); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(a.Link, " \t\n") {
			r.fault(r.f.Get("link"), diag.BadValue, fmt.Sprintf("link: %q is no address on the web", a.Link), "begin it with https://")
		}
	}
}

// ArticleKeys are the keys of an article in the order in which they are written.
func ArticleKeys() []string {
	return []string{"title", "date", "lang", "publisher", "author", "link", "genre"}
}

// languageCode reports whether s looks like a primary subtag of BCP 47; those of
// four letters and more are given to none.
func languageCode(s string) bool {
	if len(s) < 2 || len(s) > 3 {
		return false
	}
	for _, c := range s {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
