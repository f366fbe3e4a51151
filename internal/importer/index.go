package importer

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"net/url"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
)

// Index knows the articles that a site has, by link and by text.
type Index struct {
	links      map[string][]owner // by address without fragment
	texts      map[[sha256.Size]byte]string
	paragraphs map[[sha256.Size]byte]string // the first article that has it
	names      map[string]bool
	publishers map[string]string // by host
}

// owner is an article of an address, and the fragment of it that is its own: an
// entry of a ticker has one.
type owner struct{ name, fragment string }

// NewIndex makes an index of nothing.
func NewIndex() *Index {
	return &Index{
		links: map[string][]owner{}, texts: map[[sha256.Size]byte]string{}, paragraphs: map[[sha256.Size]byte]string{},
		names: map[string]bool{}, publishers: map[string]string{},
	}
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
	if k, f := linkKey(link), fragmentOf(link); k != "" && (f != "" || !entry) {
		x.links[k] = append(x.links[k], owner{name, f})
	}
	for _, k := range paragraphKeys(prose) {
		if x.paragraphs[k] == "" {
			x.paragraphs[k] = name
		}
	}
	if k, ok := textKey(prose, link); ok && x.texts[k] == "" {
		x.texts[k] = name
	}
	if h := large(hostName(link)); h != "" && publisher != "" && (x.publishers[h] == "" || x.publishers[h] == h) {
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
	if h := large(hostName(a.Link)); x.publishers[h] != "" && a.file == nil && (a.Publisher == "" || a.Publisher == hostName(a.Link) || oneHouse(a.Publisher, x.publishers[h], h)) {
		a.Publisher = x.publishers[h]
	}
	if k, ok := textKey(prose, a.Link); ok && x.texts[k] != "" {
		return x.texts[k], There
	}
	if have := x.at(a); have != "" {
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
	if other, share := x.like(prose); other != "" {
		a.Notes = append(a.Notes, fmt.Sprintf("%d of 100 bytes of its text stand in content/articles/%s.md, too: it may be the same article under another address", share, other))
	}
	x.have(name, a.Link, a.Publisher, prose, a.entry)
	return name, Unknown
}

// at is the article that the site has under the address: for an entry of a
// ticker that of the same fragment, else one without, or the only one.
func (x *Index) at(a *Article) string {
	owners, f := x.links[linkKey(a.Link)], fragmentOf(a.Link)
	if linkKey(a.Link) == "" {
		return ""
	}
	for _, o := range owners {
		if a.entry && f != "" && o.fragment == f || !a.entry && o.fragment == "" {
			return o.name
		}
	}
	if len(owners) == 1 && !a.entry {
		return owners[0].name
	}
	return ""
}

// likeness is how much of a text, of 100, makes it seem another's.
const likeness = 50

// like is the article with which a text shares most, and how much of 100.
func (x *Index) like(prose string) (string, int) {
	shared, total, best := map[string]int{}, 0, ""
	for p, k := range paragraphKeys(prose) {
		total += len(p)
		if name := x.paragraphs[k]; name != "" {
			if shared[name] += len(p); best == "" || shared[name] > shared[best] {
				best = name
			}
		}
	}
	if best == "" || 100*shared[best] < likeness*total {
		return "", 0
	}
	return best, 100 * shared[best] / total
}

// minParagraph is the length in bytes of the shortest paragraph that tells a
// text from others.
const minParagraph = 80

// paragraphKeys are keys of the longer paragraphs of a text.
func paragraphKeys(prose string) iter.Seq2[string, [sha256.Size]byte] {
	return func(yield func(string, [sha256.Size]byte) bool) {
		for p := range strings.Lines(norm.NFC.String(prose)) {
			if p = strings.Join(strings.Fields(p), " "); len(p) >= minParagraph && !yield(p, sha256.Sum256([]byte(p))) {
				return
			}
		}
	}
}

// fragmentOf is what stands behind the "#" of an address.
func fragmentOf(link string) string {
	_, f, _ := strings.Cut(link, "#")
	return f
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

// counters are the parts of an address that count readers or choose how a page
// looks.
var counters = map[string]bool{"fbclid": true, "gclid": true, "wt_mc": true, "ref": true, "mc_cid": true, "mc_eid": true, "amp": true, "outputtype": true}

// linkKey is the address in the form in which two of them are compared:
// without scheme, "www.", fragment, the marks that count readers, the slash at
// its end, and what leads to the page for telephones.
func linkKey(link string) string {
	u, err := url.Parse(link)
	if link == "" || err != nil || u.Host == "" {
		return ""
	}
	var keep []string
	for k, vs := range u.Query() {
		l := strings.ToLower(k)
		if counters[l] || strings.HasPrefix(l, "utm_") || strings.HasPrefix(l, "at_") {
			continue
		}
		for _, v := range vs {
			keep = append(keep, url.QueryEscape(k)+"="+url.QueryEscape(v))
		}
	}
	sort.Strings(keep)
	host := large(strings.TrimPrefix(strings.ToLower(u.Host), "www."))
	path := strings.TrimSuffix(strings.TrimSuffix(u.EscapedPath(), "/"), "/amp")
	return host + path + "?" + strings.Join(keep, "&")
}

// oneHouse reports whether a publisher as a page names it is the one known of
// its host, with other words beside it: "anzeiger.example | Der Anzeiger".
func oneHouse(name, known, host string) bool {
	for part := range strings.SplitSeq(strings.ReplaceAll(name, " – ", "|"), "|") {
		if part = strings.TrimSpace(part); strings.EqualFold(part, known) || strings.EqualFold(part, host) {
			return true
		}
	}
	return false
}

// large is the host for large screens of a host for small ones.
func large(host string) string {
	for _, small := range []string{"m.", "mobil.", "mobile.", "amp."} {
		if rest, ok := strings.CutPrefix(host, small); ok && strings.Contains(rest, ".") {
			host = rest
		}
	}
	return host
}
