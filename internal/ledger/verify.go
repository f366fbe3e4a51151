package ledger

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"fasti/internal/diag"
)

// verdict is what became of a quotation when it was compared with its article.
type verdict struct {
	code    diag.Code // "" if all is well
	message string
	hint    string
	shown   bool // the quotation may be published
}

// shelf is where quotations are looked up.
type shelf struct {
	c        *Content
	articles map[string]*Article
}

func (c *Content) shelf() shelf {
	l := shelf{c, map[string]*Article{}}
	for _, a := range c.Articles {
		l.articles[a.Name] = a
	}
	return l
}

// judge compares a source's quotation with the bytes of its article. A
// quotation that stands there as fasti wrote it was true when it was written;
// if a reviewed event rests on it, it stays when the report changes.
func (l shelf) judge(e *Event, s Source) verdict {
	raw, unread := l.c.unread[s.Article]
	a := l.articles[s.Article]
	held := l.c.held[s.Article]
	kept := e.weighty() && l.c.proven(e, s)
	switch {
	case held != "":
		return verdict{diag.NotPublished, fmt.Sprintf("the quotation is held back with its article %s (%s)", s.Article, held), "", false}
	case s.Quote == "" && (s.Article == "" || a != nil || unread):
		return verdict{shown: true}
	case s.Article == "":
		return verdict{diag.QuoteUnverified, "the quotation names no article, so nobody can verify it: it is not published", "add article: with the name of its file in content/articles, or take the quotation out", false}
	case unread && bytes.Contains(raw, []byte(s.Quote)):
		return verdict{shown: true}
	case a == nil && kept && l.c.whereabouts(s) != nil:
		home := l.c.whereabouts(s).Name
		return verdict{diag.QuoteMoved, fmt.Sprintf("the article %s is there no more, and %s has the very words", s.Article, home), "write article: " + home, true}
	case a == nil && kept:
		return verdict{diag.ArticleGone, fmt.Sprintf("the article %s is not there", s.Article), "bring it back, or remove the source", true}
	case a == nil:
		return verdict{diag.QuoteUnverified, fmt.Sprintf("the article %s of the quotation cannot be read, so it cannot be verified: it is not published", s.Article), "bring the article back, or remove the source", false}
	case s.Span[1] <= len(a.Body) && a.Body[s.Span[0]:s.Span[1]] == s.Quote:
		return verdict{shown: true}
	case strings.Contains(a.Body, s.Quote) && s.Span == [2]int{}:
		return verdict{shown: true} // a person's, who need not count bytes
	case strings.Contains(a.Body, s.Quote):
		return verdict{diag.QuoteMoved, fmt.Sprintf("the quotation stands in %s, but not at its span", a.Path), "run fasti extract; if you own the entry, set its span", true}
	}
	message := fmt.Sprintf("the quotation does not stand in %s", a.Path)
	if !kept {
		message += ": it is not published"
	}
	return verdict{diag.QuoteGone, message, "correct the quotation, or remove the source", kept}
}

// Publishable is the content as it may be published on the day of
// [Content.HoldBack]: without quotations that do not stand in their articles,
// without events that have no other, and without what is a draft. The findings
// are the errors among them; the content itself stays as it is.
func (c *Content) Publishable() (*Content, []diag.Diagnostic) {
	lib, out := c.shelf(), *c
	out.Events = slices.Clone(c.Events)
	var found []diag.Diagnostic
	for i, e := range c.Events {
		if !e.Published("all") {
			continue
		}
		why := ""
		switch {
		case e.hold.on(c.day) != "":
			why = "draft"
		case e.Unread(c.Readers):
			why = "unread"
		}
		var shown []Source
		moved := false
		for _, s := range e.Sources {
			v := lib.judge(e, s)
			if v.shown {
				if home := c.whereabouts(s); v.code == diag.QuoteMoved && home != nil && home.Name != s.Article {
					s.Article, moved = home.Name, true // readers are led to the report under its new name
				}
				shown = append(shown, s)
				continue
			}
			if v.code.Severity() == diag.Error && why == "" {
				found = append(found, e.at.diagnose(e.Path, "sources."+s.ID, v.code, v.message, v.hint))
			}
		}
		if len(shown) == len(e.Sources) && why == "" && !moved {
			continue
		}
		if len(shown) == 0 && len(e.Sources) > 0 && why == "" {
			why = "unverified"
		}
		held := *e
		held.Sources, held.Withheld = shown, why
		out.Events[i] = &held
	}
	return &out, found
}
