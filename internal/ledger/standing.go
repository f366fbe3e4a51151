package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Standing says how a quotation stands to its article as it is now.
type Standing string

// How a quotation can stand.
const (
	Stands   Standing = ""         // it is there, word for word
	Edited   Standing = "changed"  // it was there; the report has been changed since
	Gone     Standing = "gone"     // it was there; the article is there no more
	Unproven Standing = "unproven" // nothing says that it ever was there
)

// Standing says how a source of an event stands to its article. A quotation
// that fasti itself wrote, or that a run has seen in the article, was there
// once; any other that is not there now is nobody's word.
func (c *Content) Standing(e *Event, s Source) Standing {
	a := c.articleOf(s.Article)
	if a == nil && c.proven(e, s) {
		a = c.whereabouts(s) // under another name
	}
	switch {
	case s.Quote == "" || c.broken[s.Article] && a == nil:
		return Stands
	case a != nil && strings.Contains(a.Body, s.Quote):
		if e.Auto && !e.sourceOwned(s) && !a.holds(s) && a.within(s.Quote) {
			return Edited
		}
		return Stands
	case !c.proven(e, s):
		return Unproven
	case a == nil:
		return Gone
	}
	return Edited
}

// within reports whether words that were a sentence stand only as the end of a longer
// one: "It is false that …" leaves every word of a sentence as it was.
func (a *Article) within(quote string) bool {
	for body := a.Body; ; {
		at := strings.Index(body, quote)
		if at < 0 {
			return true
		}
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(body[:at], " \t\u00a0*_"))
		if !unicode.IsLetter(before) && !unicode.IsDigit(before) && before != ',' {
			return false
		}
		body = body[at+len(quote):]
	}
}

// proven reports whether the quotation once stood in its article.
func (c *Content) proven(e *Event, s Source) bool {
	if e.Auto && !e.sourceOwned(s) {
		return true
	}
	return c.know().proofs[[3]string{e.ID, s.Article, fingerprint(s.Quote)}]
}

// articleOf finds an article by its name; nil if it is not there.
func (c *Content) articleOf(name string) *Article {
	if c.byName == nil {
		c.byName = map[string]*Article{}
		for _, a := range c.Articles {
			c.byName[a.Name] = a
		}
	}
	return c.byName[name]
}

// Now is what a report says now where it once said what an event quotes.
type Now struct {
	Source   Source   // as it would be; the zero value if no sentence is like it
	Standing Standing // of what the event quotes
	Kept     bool     // a person has decided to keep the old words
}

// print names what the report says now, for decisions on it.
func (n Now) print() string {
	if n.Source.Quote == "" {
		return string(n.Standing)
	}
	return fingerprint(n.Source.Quote)
}

// Pending gives, by the source's id, what the reports of a reviewed event say
// now in the place of what it quotes: the changes that wait for a person, and
// those that one has decided to leave.
func (c *Content) Pending(e *Event) map[string]Now {
	if !e.reviewed() {
		return nil
	}
	var out map[string]Now
	for _, s := range e.Sources {
		st := c.Standing(e, s)
		if st != Edited && st != Gone {
			continue
		}
		n := Now{Standing: st}
		if st == Edited {
			n.Source = c.successor(e, s)
		}
		n.Kept = c.know().kept[[2]string{e.ID, s.ID}] == n.print()
		if out == nil {
			out = map[string]Now{}
		}
		out[s.ID] = n
	}
	return out
}

// reviewed reports whether a person has vouched for an event that stands, or put
// work of their own into it.
func (e *Event) reviewed() bool {
	return e.weighty() && (e.Review == Accepted || e.Review == Corrected || e.worked())
}

// worked reports whether people have added something of their own to an event
// that nobody has decided on: a text, a picture, words in another language, that
// a sentence was misread. It is not taken from them when the report changes.
func (e *Event) worked() bool {
	return e.Auto && e.Review == Proposed && (strings.TrimSpace(e.Body) != "" || e.Image != nil || e.Geo != nil || len(e.Titles)+len(e.Summaries) > 0 ||
		slices.ContainsFunc(e.Sources, func(s Source) bool { return s.Misread }))
}

// successor finds the sentence that stands in the article in the place of one
// that is no more there: the one most like it, of those that nothing quotes
// yet. The zero value if none is like it.
func (c *Content) successor(e *Event, s Source) Source {
	a := c.articleOf(s.Article)
	quoted := c.quotedIn(a.Name)
	best, at := 0, sentence{}
	for _, t := range c.sentencesOf(a) {
		text := a.Body[t.span[0]:t.span[1]]
		if quoted[text] {
			continue
		}
		n := common(s.Quote, text)
		if t.number == s.Sentence {
			n += 10
		}
		if n > best {
			best, at = n, t
		}
	}
	if best < enoughWords {
		return Source{}
	}
	out := s
	out.Span, out.Sentence, out.Quote = at.span, at.number, a.Body[at.span[0]:at.span[1]]
	return out
}

// quotedIn are the sentences of an article that some event quotes word for
// word.
func (c *Content) quotedIn(article string) map[string]bool {
	if c.quoted == nil {
		c.quoted = map[string]map[string]bool{}
		for _, e := range c.Events {
			for _, s := range e.Sources {
				if c.quoted[s.Article] == nil {
					c.quoted[s.Article] = map[string]bool{}
				}
				c.quoted[s.Article][s.Quote] = true
			}
		}
	}
	return c.quoted[article]
}

// enoughWords is how many of a hundred words two sentences share at least, if
// one stands in the place of the other.
const enoughWords = 45

// common is how many of a hundred words two sentences share.
func common(a, b string) int {
	x, y := wordsOf(a), wordsOf(b)
	all := len(x) + len(y)
	if all == 0 {
		return 0
	}
	n := 0
	for _, w := range x {
		if i := slices.Index(y, w); i >= 0 {
			n++
			y = slices.Delete(y, i, i+1)
		}
	}
	return 200 * n / all
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWord(r) })
}
