package importer

import (
	"crypto/sha256"
	"fmt"
	"net/url"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
)

// Index knows the articles that a site has, by link and by text.
type Index struct {
	links      map[string]string
	texts      map[[sha256.Size]byte]string
	names      map[string]bool
	publishers map[string]string // by host
}

// NewIndex makes an index of nothing.
func NewIndex() *Index {
	return &Index{links: map[string]string{}, texts: map[[sha256.Size]byte]string{}, names: map[string]bool{}, publishers: map[string]string{}}
}

// Have notes an article of the site: its name, its link and publisher if it
// has them, and its body (Markdown, as in the file).
func (x *Index) Have(name, link, publisher, body string) {
	var r article.Article
	r.ReadMarkdown(body)
	x.have(name, link, publisher, r.Text, false)
}

func (x *Index) have(name, link, publisher, prose string, entry bool) {
	x.names[strings.ToLower(name)] = true
	if k := linkKey(link); k != "" && x.links[k] == "" && !entry {
		x.links[k] = name
	}
	if k, ok := textKey(prose, link); ok && x.texts[k] == "" {
		x.texts[k] = name
	}
	if h := hostName(link); h != "" && publisher != "" && (x.publishers[h] == "" || x.publishers[h] == h) {
		x.publishers[h] = publisher
	}
}

// State is what an index finds an article to be.
type State string

// The states of an article that is to be added.
const (
	Unknown State = "new"     // the site has nothing of the kind
	There   State = "there"   // the site has it, by its text
	Changed State = "changed" // the site has one of its address, with another text
)

// Add gives the article a name that the site has not used, and notes it. If
// the site has it already, by its link or by its text, the name is that of the
// article there. A paper goes by one name: an article takes that under which
// its host is known.
func (x *Index) Add(a *Article) (name string, state State) {
	prose := a.prose()
	if h := hostName(a.Link); x.publishers[h] != "" && a.file == nil && (a.Publisher == "" || a.Publisher == h) {
		a.Publisher = x.publishers[h]
	}
	if k, ok := textKey(prose, a.Link); ok && x.texts[k] != "" {
		return x.texts[k], There
	}
	if have := x.links[linkKey(a.Link)]; have != "" && a.Link != "" && !a.entry {
		if _, ok := textKey(prose, a.Link); !ok {
			return have, There
		}
		return have, Changed
	}
	base := a.name()
	name = base
	for n := 2; x.names[name]; n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	x.have(name, a.Link, a.Publisher, prose, a.entry)
	return name, Unknown
}

// maxName is the length of a name in bytes, without the number that parts it
// from others.
const maxName = 80

// name is the day and the title in letters, digits and hyphens: what a file
// and an address can be called, whatever stands in them.
func (a *Article) name() string {
	var parts []string
	if a.Date != "" {
		parts = append(parts, day(a.Date))
	}
	s := ""
	if a.titled() {
		s = namekey.Slug(a.Title)
	}
	if s == "" {
		s = namekey.Slug(stem(a.source))
	}
	if s == "" {
		s = "article"
	}
	name := strings.Join(append(parts, s), "-")
	if strings.HasPrefix(s, day(a.Date)) && a.Date != "" {
		name = s
	}
	if len(name) > maxName {
		name = name[:maxName]
		if i := strings.LastIndexByte(name, '-'); i > maxName/2 {
			name = name[:i]
		}
	}
	return strings.Trim(name, "-")
}

// titled tells whether the title is one, and not the beginning of the text.
func (a *Article) titled() bool { return a.Title != "" && !strings.HasSuffix(a.Title, " …") }

// stem is a file's name without folders and extension.
func stem(source string) string {
	source = source[strings.LastIndexAny(source, `/\`)+1:]
	if i := strings.LastIndexByte(source, '.'); i > 0 {
		source = source[:i]
	}
	return source
}

// textKey is a key of the words of a text; white space and the encoding of
// accents make no difference. A text of a few words that has a link has none:
// items of a feed often say no more than "Read on".
func textKey(prose, link string) ([sha256.Size]byte, bool) {
	words := strings.Fields(norm.NFC.String(prose))
	if len(words) == 0 || len(words) < 8 && link != "" {
		return [sha256.Size]byte{}, false
	}
	return sha256.Sum256([]byte(strings.Join(words, " "))), true
}

// linkKey is the address in the form in which two of them are compared:
// without scheme, "www.", fragment, the marks that count readers, and the
// slash at its end.
func linkKey(link string) string {
	u, err := url.Parse(link)
	if link == "" || err != nil || u.Host == "" {
		return ""
	}
	q := u.Query()
	var keep []string
	for k, vs := range q {
		l := strings.ToLower(k)
		if strings.HasPrefix(l, "utm_") || strings.HasPrefix(l, "at_") || l == "fbclid" || l == "gclid" || l == "wt_mc" || l == "ref" || l == "mc_cid" || l == "mc_eid" {
			continue
		}
		for _, v := range vs {
			keep = append(keep, url.QueryEscape(k)+"="+url.QueryEscape(v))
		}
	}
	sort.Strings(keep)
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	return host + strings.TrimSuffix(u.EscapedPath(), "/") + "?" + strings.Join(keep, "&")
}
