package importer

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"fasti/internal/diag"
)

// readNewsML reads the news items of a file in NewsML-G2, its forerunner NewsML
// 1, or NITF, the XML of the IPTC. The names of elements are read in any
// namespace. Items that are pictures, or were withdrawn, are counted in a note.
func (im *Importer) readNewsML(data []byte) (*Found, error) {
	text, note, err := decode(data)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(closeEmpty(text)))
	if err != nil {
		return nil, fault(diag.Unreadable, "the item could not be read: "+clean(err.Error()), "")
	}
	remove(pictures(doc))
	var items []*html.Node
	for n := range doc.Descendants() {
		if localName(n.Data) == "newsitem" {
			items = append(items, n)
		}
	}
	if len(items) == 0 {
		items = []*html.Node{doc}
	}
	found := &Found{}
	for _, n := range items {
		a := newsItem{n}.article(im.words)
		if a == nil || len(found.Articles) == maxItems {
			continue
		}
		if note != "" {
			a.Notes = append(a.Notes, note)
		}
		found.Articles = append(found.Articles, a)
	}
	if len(found.Articles) == 0 {
		return nil, fault(diag.NoText, "the item has no text", "")
	}
	if left := len(items) - len(found.Articles); left > 0 {
		found.Notes = append(found.Notes, fmt.Sprintf("%d of its items have no text or were withdrawn, and were left out", left))
	}
	return found, nil
}

// newsItem is one item of such a file.
type newsItem struct{ *html.Node }

// get is the first element by the first of the names that there is.
func (it newsItem) get(names ...string) *html.Node {
	for _, name := range names {
		if n := find(it.Node, func(n *html.Node) bool { return localName(n.Data) == name }); n != nil {
			return n
		}
	}
	return nil
}

// text is the text of such an element.
func (it newsItem) text(names ...string) string {
	if n := it.get(names...); n != nil {
		return inner(n)
	}
	return ""
}

// attr is an attribute of the first element by that name.
func (it newsItem) attr(name, key string) string {
	if n := it.get(name); n != nil {
		return attr(n, key)
	}
	return ""
}

// article is the item as an article; nil if it has no text, or is withheld or
// withdrawn.
func (it newsItem) article(w *words) *Article {
	if status := it.attr("pubstatus", "qcode"); status != "" && !strings.HasSuffix(status, ":usable") {
		return nil
	}
	body := it.get("body.content", "block", "inlinexml", "inlinedata", "datacontent")
	if body == nil {
		return nil
	}
	a := &Article{
		Title: it.text("headline", "hl1", "title"),
		Date:  it.day(),
		Lang:  first(it.attr("language", "tag"), it.attr("language", "formalname"), attr(it.Node, "xml:lang")),
		Publisher: first(it.text("copyrightholder", "doc.copyright", "provider"), it.attr("pubdata", "name"),
			it.attr("provider", "literal")),
		Author: w.authors(it.text("bytag", "byline", "by")),
	}
	for n := range it.Descendants() {
		if a.Lang == "" {
			a.Lang = attr(n, "xml:lang")
		}
	}
	if a.Body = markdown(a.withoutTitle(prose(body))); a.Body == "" {
		return nil
	}
	return a
}

// day is when the item was made public.
func (it newsItem) day() string {
	for _, name := range []string{"contentcreated", "firstcreated", "versioncreated", "dateid"} {
		if d := readDate(compactStamp(it.text(name))); d != "" {
			return d
		}
	}
	for _, name := range []string{"date.issue", "date.release", "story.date"} {
		if d := readDate(compactStamp(it.attr(name, "norm"))); d != "" {
			return d
		}
	}
	return ""
}

// pictures are the parts of an item that show pictures, with their captions.
func pictures(doc *html.Node) []*html.Node {
	var all []*html.Node
	for n := range doc.Descendants() {
		switch localName(n.Data) {
		case "media", "media-caption", "media-producer", "remotecontent":
			all = append(all, n)
		}
	}
	return all
}

// localName is an element's name without its namespace.
func localName(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// compactStamp gives 20240207T180500+0100, as NITF has it, the form of ISO 8601
// with signs between its parts.
func compactStamp(s string) string {
	if len(s) < 15 || s[8] != 'T' {
		return s
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:8] + "T" + s[9:11] + ":" + s[11:13] + ":" + s[13:]
}
