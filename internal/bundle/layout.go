package bundle

import (
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	html "html/template"
	"net/url"
	"strings"
	text "text/template"
	"unicode/utf8"

	"golang.org/x/text/language"
)

//go:embed layout
var layout embed.FS

// leaf is what a template of the book sees.
type leaf struct {
	Book    *Book
	Title   string // of the page
	Chapter Chapter
	EPUB    bool
	Style   html.CSS
}

// eventLeaf is what the template of an event sees.
type eventLeaf struct {
	Event  Event
	Words  Words
	People string // file of the list of people; "" if it is this one
}

// Event gives an event's template what it needs.
func (l leaf) Event(e Event) eventLeaf {
	v := eventLeaf{Event: e, Words: l.Book.Words}
	if l.EPUB {
		v.People = "people.xhtml"
	}
	return v
}

// yearOf is the chapters of a year.
type yearOf struct {
	Year     string
	Chapters []Chapter
}

// Years gathers the chapters by year, in order.
func (l leaf) Years() []yearOf {
	var out []yearOf
	for _, c := range l.Book.Chapters {
		if n := len(out); n == 0 || out[n-1].Year != c.Year {
			out = append(out, yearOf{Year: c.Year})
		}
		y := &out[len(out)-1]
		y.Chapters = append(y.Chapters, c)
	}
	return out
}

// pages reads the templates. They escape what they print by its place, so
// that no word of an article becomes markup or a script's address.
func pages() (*html.Template, error) {
	t, err := html.ParseFS(layout, "layout/*.html")
	if err != nil {
		return nil, fmt.Errorf("layout of the book: %w", err)
	}
	return t, nil
}

// print fills a template; what XML 1.0 cannot hold becomes U+FFFD.
func print(t *html.Template, name, prologue string, l leaf) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(prologue)
	if err := t.ExecuteTemplate(&b, name, l); err != nil {
		return nil, fmt.Errorf("layout of the book: %w", err)
	}
	return bytes.Map(legal, b.Bytes()), nil
}

// legal replaces the characters that XML 1.0 forbids (section 2.2, Char).
func legal(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
	case r < 0x20, r == 0xfffe, r == 0xffff:
		return utf8.RuneError
	}
	return r
}

// packageDocument fills the OPF, which is XML and no page.
func packageDocument(data any) ([]byte, error) {
	t, err := text.New("package.opf").Funcs(text.FuncMap{"x": escapeXML}).ParseFS(layout, "layout/package.opf")
	if err != nil {
		return nil, fmt.Errorf("layout of the book: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("layout of the book: %w", err)
	}
	return b.Bytes(), nil
}

func escapeXML(s string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(s))
	return b.String(), err
}

// sound is the book with only such languages, links and titles as its formats
// allow; b itself stays as it is.
func (b *Book) sound() *Book {
	v := *b
	if v.Lang = tag(b.Lang); v.Lang == "" {
		v.Lang = "und"
	}
	if v.Dir != "rtl" {
		v.Dir = "ltr"
	}
	if v.Title = strings.TrimSpace(b.Title); v.Title == "" {
		v.Title = "Timeline"
	}
	v.Address = webAddress(b.Address)
	v.Chapters = make([]Chapter, len(b.Chapters))
	for i, c := range b.Chapters {
		events := make([]Event, len(c.Events))
		for j, e := range c.Events {
			e.Lang, e.TextLang = tag(e.Lang), tag(e.TextLang)
			quotes := make([]Quote, len(e.Quotes))
			for k, q := range e.Quotes {
				q.Lang, q.Link = tag(q.Lang), webAddress(q.Link)
				quotes[k] = q
			}
			e.Quotes = quotes
			events[j] = e
		}
		c.Events = events
		v.Chapters[i] = c
	}
	v.People = make([]Kind, len(b.People))
	for i, k := range b.People {
		actors := make([]Actor, len(k.Actors))
		for j, a := range k.Actors {
			refs := make([]Ref, len(a.Events))
			for n, r := range a.Events {
				r.Lang = tag(r.Lang)
				refs[n] = r
			}
			a.Events = refs
			actors[j] = a
		}
		k.Actors = actors
		v.People[i] = k
	}
	return &v
}

// tag is a well-formed language tag, or "".
func tag(s string) string {
	t, err := language.Parse(s)
	if s == "" || err != nil {
		return ""
	}
	return t.String()
}

// webAddress is an address of the web that a strict reader takes too, or "".
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(u.Host, " <>\"{}|\\^`_") {
		return ""
	}
	return u.String()
}
