package importer

import (
	"bytes"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	ext "github.com/mmcdole/gofeed/extensions"
	"github.com/mmcdole/gofeed/json"

	"fasti/extract/lang"
	"fasti/internal/diag"
)

// maxItems is how many items of a feed are read.
const maxItems = 5000

// readFeed gives an article for each item of a feed that has text. Faults of
// the bytes are mended as far as that is safe: bytes that are no UTF-8 are read
// as Windows-1252, control characters go, and a feed that breaks off gives the
// items before the break.
func (im *Importer) readFeed(data []byte) (*Found, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	first, rest := nextFeed(data)
	found, err := im.readOneFeed(first)
	if err != nil || len(rest) == 0 {
		return found, err
	}
	more, err := im.readFeed(rest)
	if err != nil {
		found.Notes = append(found.Notes, "a second feed in it could not be read")
		return found, nil
	}
	found.Articles, found.Notes = append(found.Articles, more.Articles...), append(found.Notes, more.Notes...)
	return found, nil
}

// nextFeed parts the first of several feeds that stand one behind the other.
func nextFeed(data []byte) (first, rest []byte) {
	for _, end := range []string{"</rss>", "</feed>", "</rdf:RDF>"} {
		if i := bytes.Index(data, []byte(end)); i >= 0 {
			i += len(end)
			if rest = bytes.TrimSpace(data[i:]); bytes.HasPrefix(rest, []byte("<")) && !bytes.HasPrefix(rest, []byte("<!--")) {
				return data[:i], rest
			}
		}
	}
	return data, nil
}

// readOneFeed reads a feed that stands alone.
func (im *Importer) readOneFeed(data []byte) (*Found, error) {
	if !wide(data) {
		data = withoutZeros(data)
	}
	if binary(data) && !wide(data) {
		return nil, fault(diag.Binary, "this is no feed but a binary file", "fasti reads text, Markdown, HTML and feeds")
	}
	found := &Found{}
	feed, err := parseFeed(data)
	if err != nil {
		mended, what := mend(data)
		var again error
		if feed, again = parseFeed(mended); again != nil {
			return nil, fault(diag.Unreadable, "the feed could not be read: "+clean(err.Error()), "RSS, Atom and JSON Feed are read")
		}
		found.Notes = append(found.Notes, what...)
	}
	textOnly(feed)
	signPosts(feed)
	changed, common := onlyChanged(feed), sharedLinks(feed)
	bare, drafts := 0, 0
	for i, it := range feed.Items {
		if len(found.Articles) == maxItems {
			found.Notes = append(found.Notes, fmt.Sprintf("it has %d items, of which the first %d were read; the others were left out", len(feed.Items), maxItems))
			break
		}
		if draft(it) {
			drafts++
			continue
		}
		a := im.item(it, feed, changed[i])
		if a.Body == "" {
			bare++
			continue
		}
		a.entry = common[i]
		found.Articles = append(found.Articles, a)
	}
	if bare > 0 {
		found.Notes = append(found.Notes, fmt.Sprintf("%d of its items are without text and were left out", bare))
	}
	if drafts > 0 {
		found.Notes = append(found.Notes, fmt.Sprintf("%d of its items are no published posts and were left out", drafts))
	}
	if len(found.Articles) == 0 && drafts == 0 {
		return nil, fault(diag.NoText, "the feed has no items with text", "")
	}
	if len(found.Articles) == 0 {
		return nil, fault(diag.NoText, "the export has no published posts", "")
	}
	return found, nil
}

// parseFeed parses a feed. Empty frames go first: the parser loses what stands
// behind one inside XHTML.
func parseFeed(data []byte) (*gofeed.Feed, error) {
	data = emptyFrame.ReplaceAll(data, []byte(" "))
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true // to know which dates are only those of a change
	return p.Parse(bytes.NewReader(data))
}

// textOnly marks the texts of a JSON Feed that are said to be no HTML.
func textOnly(feed *gofeed.Feed) {
	f, ok := feed.OriginalFeed().(*json.Feed)
	if !ok || len(f.Items) != len(feed.Items) {
		return
	}
	for i, it := range f.Items {
		if it.ContentHTML == "" {
			feed.Items[i].Content = html.EscapeString(it.ContentText)
		}
	}
}

// item is the article of one item.
func (im *Importer) item(it *gofeed.Item, feed *gofeed.Feed, changed bool) *Article {
	a := &Article{
		Title:     first(plainText(it.Title)),
		Lang:      first(itemLang(it), feed.Language),
		Publisher: first(plainText(feed.Title)),
		Author:    authors(it),
		Link:      firstLink(append([]string{originalLink(it), it.Link, it.GUID}, it.Links...)...),
	}
	a.Date = im.words.itemDate(it)
	if moved, note := local(a.Date, "", dayOfAddress(a.Link, a.Lang), im.words.zoneOf("", a.Link, lang.Primary(a.Lang))); wordPress(it, "post_date") == "" {
		a.Date = moved
		if note != "" {
			a.Notes = append(a.Notes, note)
		}
	}
	blocks, cut := withoutCut(im.words.prune(a.withoutTitle(itemText(it)), im.stamps))
	a.Body = markdown(blocks)
	if cut {
		a.Notes = append(a.Notes, "its text breaks off: the feed has only the beginning")
	}
	if changed && a.Date != "" {
		a.Notes = append(a.Notes, "its date is that of its last change, because the feed gives no other")
	}
	return a
}

// escapedTwice finds markup in what should be text.
var escapedTwice = regexp.MustCompile(`(?i)</(p|div|a|em|strong|h[1-6]|ul|li)>|<br ?/?>`)

// originalLink is the address that a service which counts readers has replaced.
func originalLink(it *gofeed.Item) string {
	for _, e := range it.Extensions["feedburner"]["origLink"] {
		return e.Value
	}
	return ""
}

// breaksOff are the signs at the end of a text that goes on elsewhere.
var breaksOff = regexp.MustCompile(`\s*(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\)|\b…)$`)

// withoutCut takes the sign off that a text goes on elsewhere.
func withoutCut(blocks []block) ([]block, bool) {
	if len(blocks) == 0 {
		return blocks, false
	}
	last := &blocks[len(blocks)-1]
	cut := breaksOff.FindString(last.text)
	last.text = strings.TrimSuffix(last.text, cut)
	return blocks, cut != ""
}

// itemText is the text of an item: the fullest of the places where feeds put
// it.
func itemText(it *gofeed.Item) []block {
	var best []block
	for _, s := range []string{it.Content, it.Description, xhtmlBody(it), mediaDescription(it)} {
		if s == "" {
			continue
		}
		if wordPress(it, "post_type") != "" {
			s = withoutShortcodes(s)
		}
		if !blockTag.MatchString(s) || wordPress(it, "post_type") != "" {
			s = autop(s)
		}
		b := fragment(s)
		if len(b) == 1 && escapedTwice.MatchString(b[0].text) {
			b = fragment(b[0].text)
		}
		if proseLen(b) > proseLen(best) {
			best = b
		}
	}
	return best
}

// xhtmlBody is the body that an item of RSS may hold as XHTML.
func xhtmlBody(it *gofeed.Item) string {
	if s := it.Custom["body"]; s != "" {
		return s
	}
	for _, space := range it.Extensions {
		for _, key := range []string{"body", "div"} {
			for _, e := range space[key] {
				return extensionText(e)
			}
		}
	}
	return ""
}

// extensionText is the text of an element of an extension, its children as
// paragraphs.
func extensionText(e ext.Extension) string {
	var b strings.Builder
	b.WriteString(html.EscapeString(e.Value))
	for _, name := range slices.Sorted(maps.Keys(e.Children)) {
		for _, c := range e.Children[name] {
			b.WriteString("<p>" + extensionText(c) + "</p>")
		}
	}
	return b.String()
}

// mediaDescription is what Media RSS says of an item.
func mediaDescription(it *gofeed.Item) string {
	media := it.Extensions["media"]
	for _, e := range append(slices.Clone(media["description"]), groupDescription(media["group"])...) {
		if e.Value != "" {
			return e.Value
		}
	}
	return ""
}

func groupDescription(groups []ext.Extension) []ext.Extension {
	var all []ext.Extension
	for _, g := range groups {
		all = append(all, g.Children["description"]...)
	}
	return all
}

// sharedLinks tells the items whose address other items of the feed have too,
// the fragment left out: they are told apart by their text.
func sharedLinks(feed *gofeed.Feed) map[int]bool {
	count := map[string]int{}
	for _, it := range feed.Items {
		count[linkKey(firstLink(it.Link, it.GUID))]++
	}
	common := map[int]bool{}
	for i, it := range feed.Items {
		common[i] = count[linkKey(firstLink(it.Link, it.GUID))] > 1
	}
	return common
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

// itemDate is the day on which an item was published. WordPress' own exports
// have the local time.
func (w *words) itemDate(it *gofeed.Item) string {
	if d := localPost(it); d != "" {
		return d
	}
	if d := w.anyDate(it.Published); d != "" {
		return d
	}
	if it.DublinCoreExt != nil {
		for _, s := range it.DublinCoreExt.Date {
			if d := w.anyDate(s); d != "" {
				return d
			}
		}
	}
	return w.anyDate(it.Updated)
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
