package importer

import (
	"strings"

	"golang.org/x/net/html"

	"fasti/internal/diag"
)

// readNewsML reads a news item in NewsML-G2 or NITF, the XML of the IPTC. The
// names of elements are read in any namespace.
func readNewsML(data []byte) ([]*Article, error) {
	text, note, err := decode(data)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(closeEmpty(text)))
	if err != nil {
		return nil, fault(diag.Unreadable, "the item could not be read: "+clean(err.Error()), "")
	}
	get := func(names ...string) *html.Node {
		for _, name := range names {
			if n := find(doc, func(n *html.Node) bool { return localName(n.Data) == name }); n != nil {
				return n
			}
		}
		return nil
	}
	a := &Article{}
	if note != "" {
		a.Notes = append(a.Notes, note)
	}
	a.Title = elementText(get("headline", "hl1", "title"))
	a.Author = elementText(get("bytag", "byline", "by"))
	a.Publisher = elementText(get("copyrightholder", "doc.copyright", "provider"))
	for _, name := range []string{"contentcreated", "firstcreated", "versioncreated"} {
		if a.Date == "" {
			a.Date = readDate(elementText(get(name)))
		}
	}
	if n := get("date.issue"); n != nil && a.Date == "" {
		a.Date = readDate(compactStamp(attr(n, "norm")))
	}
	if n := get("language"); n != nil {
		a.Lang = attr(n, "tag")
	}
	for n := range doc.Descendants() {
		if a.Lang == "" {
			a.Lang = attr(n, "xml:lang")
		}
	}
	body := get("body.content", "block", "inlinexml", "inlinedata")
	if body == nil {
		return nil, fault(diag.NoText, "the item has no text", "")
	}
	if a.Body = markdown(a.withoutTitle(prose(body))); a.Body == "" {
		return nil, fault(diag.NoText, "the item has no text", "")
	}
	return []*Article{a}, nil
}

// localName is an element's name without its namespace.
func localName(name string) string { return name[strings.IndexByte(name, ':')+1:] }

func elementText(n *html.Node) string {
	if n == nil {
		return ""
	}
	return inner(n)
}

// compactStamp gives 20240207T180500+0100, as NITF has it, the form of ISO 8601
// with signs between its parts.
func compactStamp(s string) string {
	if len(s) < 15 || s[8] != 'T' {
		return s
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:8] + "T" + s[9:11] + ":" + s[11:13] + ":" + s[13:]
}
