package importer

import (
	"bytes"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"

	"fasti/internal/diag"
)

// maxItems is how many items of a feed are read.
const maxItems = 5000

// readFeed gives an article for each item of a feed that has text.
func readFeed(data []byte) ([]*Article, error) {
	if binary(data) && !bytes.HasPrefix(data, []byte{0xff, 0xfe}) && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return nil, fault(diag.Binary, "this is no feed but a binary file", "fasti reads text, Markdown, HTML and feeds")
	}
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true // to know which dates are only those of a change
	feed, err := p.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, fault(diag.Unreadable, "the feed could not be read: "+clean(err.Error()), "RSS and Atom are read")
	}
	var all []*Article
	changed := onlyChanged(feed)
	for i, it := range feed.Items {
		if len(all) == maxItems {
			break
		}
		a := &Article{
			Title:     first(plainText(it.Title)),
			Date:      itemDate(it),
			Lang:      first(itemLang(it), feed.Language),
			Publisher: first(plainText(feed.Title)),
			Author:    authors(it),
			Link:      firstLink(it.Link, it.GUID),
		}
		blocks := fragment(it.Content)
		if len(blocks) == 0 {
			blocks = fragment(it.Description)
		}
		if a.Body = markdown(a.withoutTitle(blocks)); a.Body != "" {
			if changed[i] && a.Date != "" {
				a.Notes = append(a.Notes, "its date is that of its last change, because the feed gives no other")
			}
			all = append(all, a)
		}
	}
	if len(all) == 0 {
		return nil, fault(diag.NoText, "the feed has no items with text", "")
	}
	return all, nil
}

// onlyChanged tells the entries of an Atom feed that name the day of their last
// change, as each must, but none of publication, as many do. The text is as it
// was on that day, so the day serves as its date; but a person should know.
func onlyChanged(feed *gofeed.Feed) map[int]bool {
	changed := map[int]bool{}
	if f, ok := feed.OriginalFeed().(*atom.Feed); ok && len(f.Entries) == len(feed.Items) {
		for i, e := range f.Entries {
			changed[i] = e.Published == ""
		}
	}
	return changed
}

// plainText takes markup out of a title.
func plainText(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var parts []string
	for _, b := range fragment(s) {
		parts = append(parts, b.text)
	}
	return strings.Join(parts, " ")
}

// itemDate is the day on which an item was published.
func itemDate(it *gofeed.Item) string {
	if d := readDate(it.Published); d != "" {
		return d
	}
	if it.DublinCoreExt != nil {
		for _, s := range it.DublinCoreExt.Date {
			if d := readDate(s); d != "" {
				return d
			}
		}
	}
	return ""
}

func itemLang(it *gofeed.Item) string {
	if it.DublinCoreExt != nil && len(it.DublinCoreExt.Language) > 0 {
		return it.DublinCoreExt.Language[0]
	}
	return ""
}

func authors(it *gofeed.Item) string {
	var names []string
	for _, p := range it.Authors {
		if p != nil && clean(p.Name) != "" && len(names) < 10 {
			names = append(names, clean(p.Name))
		}
	}
	return strings.Join(names, ", ")
}
