// Package importer makes articles of fasti's own form out of what people
// have: plain text, Markdown, HTML pages and feeds (RSS, Atom). Bytes in,
// articles out; reading and writing files is the command's.
//
// Begin with [New]; [Importer.Read] gives the articles of one file, an [Index]
// tells which of them the site has already and gives the others names, and
// [Article.File] prints them for content/articles/NAME.md.
//
// Nothing is guessed: a date that neither the file nor the caller gives stays
// open, with a note that says so.
package importer

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// MaxBytes is the size of the largest file that is read.
const MaxBytes = 20 << 20

// Options say what the caller knows about a file. They fill in what it does not
// say itself, and never change what it says; Link is not used for the items of
// a feed.
type Options struct {
	Source    string // the file's name; its extension tells the format, and it names an article without a title
	Title     string
	Date      string // YYYY-MM-DD, or with time and zone
	Lang      string // BCP 47
	Link      string // http or https
	Publisher string
	Author    string // of references beside the file; fills in only
	Only      string // language: of an archive's pages only those in it are taken
	from      string // address that a saved page was saved from
	Zone      string // IANA name: where the site's papers write, for stamps in universal time; "" to tell by address and language
}

// Article is an imported article.
type Article struct {
	Title, Date, Lang, Publisher, Author, Link string

	Body  string   // Markdown
	Notes []string // what a person should know: a missing date, a guessed encoding

	source string
	tags   []string          // of its language, as a page names them in several places
	draft  bool              // its own system does not publish it
	entry  bool              // it shares its address with others: an entry of a live ticker, an item of a feed
	file   *frontmatter.File // the front matter that it came with, kept
}

// Importer reads files; it may be used from many goroutines.
type Importer struct {
	detect *lang.Detector
	words  *words
	stamps *stamps
}

// New makes an importer.
func New() (*Importer, error) {
	d, err := lang.NewDetector()
	if err != nil {
		return nil, err
	}
	w, err := newWords()
	if err != nil {
		return nil, err
	}
	s, err := newStamps(w)
	if err != nil {
		return nil, err
	}
	return &Importer{detect: d, words: w, stamps: s}, nil
}

// Found is what a file gives.
type Found struct {
	Articles []*Article
	Notes    []string // about the file as a whole: what was left out, and why
}

// Read gives the articles of one file: one, or for a feed, a mailbox, an
// export any number. Errors are of type [diag.Diagnostic], without a file's
// name. For archives that may be larger than [MaxBytes] see [Importer.Each].
func (im *Importer) Read(data []byte, opt Options) (*Found, error) {
	if len(data) > MaxBytes {
		return nil, fault(diag.TooLarge, "the file is larger than 20 MB", "split it")
	}
	if err := checkOptions(&opt); err != nil {
		return nil, err
	}
	data = marked(data)
	f := sniff(data, opt.Source)
	found, err := im.read(data, f, opt)
	if err != nil {
		return nil, err
	}
	for _, a := range found.Articles {
		a.source = opt.Source
		im.complete(a, opt, len(found.Articles) > 1 || f.many())
	}
	return found, nil
}

// read hands the file to the reader of its format.
func (im *Importer) read(data []byte, f format, opt Options) (*Found, error) {
	switch f {
	case feedFormat:
		return im.readFeed(data)
	case htmlFormat:
		return articles(im.readHTML(data, opt))
	case textFormat, markdownFormat:
		return articles(im.readText(data, f, opt))
	case mailFormat:
		return articles(im.readMail(data, opt))
	case mailboxFormat:
		return im.readMailbox(data, opt)
	case ninjsFormat:
		return articles(readNinjs(data))
	case newsMLFormat:
		return im.readNewsML(data)
	case telegramFormat:
		return readTelegram(data)
	case mastodonFormat:
		return readMastodon(data)
	case pdfFormat:
		return articles(im.readPDF(data))
	case officeFormat:
		return articles(im.readOffice(data, opt.Source))
	case webArchiveFormat:
		return articles(im.readWebArchive(data, opt))
	}
	return nil, refusal(f, data, opt.Source)
}

func articles(all []*Article, err error) (*Found, error) { return &Found{Articles: all}, err }

// readText reads plain text or Markdown.
func (im *Importer) readText(data []byte, f format, opt Options) ([]*Article, error) {
	text, note, err := decode(data)
	if err != nil {
		return nil, err
	}
	headed := frontmatter.Has([]byte(text)) || hasForeign(text)
	if f == textFormat && !headed {
		if all := im.press(text); len(all) > 0 {
			return all, nil
		}
	}
	a := &Article{}
	switch {
	case frontmatter.Has([]byte(text)):
		err = a.readFrontMatter(text, im.words)
	case hasForeign(text):
		err = a.readForeign(text, im.words)
	case f == markdownFormat:
		a.readMarkdown(text)
	default:
		a.readPlain(text)
		im.headDay(a)
	}
	if err == nil && (f == markdownFormat || headed) {
		a.dayByName(opt.Source)
		a.Body = withoutSiteMarks(a.Body)
	}
	if err == nil && strings.TrimSpace(a.Body) == "" {
		err = fault(diag.NoText, "there is no text in it", "")
	}
	if note != "" {
		a.Notes = append(a.Notes, note)
	}
	return []*Article{a}, err
}

// dayByName takes the day that the file's name says, where the file says none.
func (a *Article) dayByName(name string) {
	if a.Date != "" {
		return
	}
	if a.Date = dayOfName(name); a.Date != "" {
		a.Notes = append(a.Notes, "its date is taken from the file's name")
	}
}

// complete fills the gaps of what the file says with the caller's knowledge,
// and finds the language. What the file says holds; of a page or text a note
// says where the caller knows it otherwise.
func (im *Importer) complete(a *Article, opt Options, item bool) {
	fill := func(what string, mine *string, theirs string) {
		switch {
		case *mine == "":
			*mine = theirs
		case theirs != "" && theirs != *mine && !item:
			a.Notes = append(a.Notes, fmt.Sprintf("it says itself that its %s is %s, so --%s was not used (change it in the file if it is wrong)", what, *mine, what))
		}
	}
	said, tags := lang.Primary(a.Lang), append([]string{a.Lang}, a.tags...)
	byPerson := a.file != nil || opt.Lang != "" && (said == "" || said == lang.Primary(opt.Lang))
	fill("title", &a.Title, opt.Title)
	fill("date", &a.Date, opt.Date)
	a.Lang = said
	fill("lang", &a.Lang, lang.Primary(opt.Lang))
	fill("publisher", &a.Publisher, opt.Publisher)
	if a.Author == "" {
		a.Author = opt.Author
	}
	if !item {
		fill("link", &a.Link, opt.Link)
	}
	text := a.prose()
	if a.Title == "" {
		a.Title = opening(text)
	}
	im.language(a, text, byPerson)
	if lang.Region(opt.Lang) != "" && lang.Primary(opt.Lang) == a.Lang {
		a.Lang = regional(a.Lang, a.Link, true, opt.Lang)
	} else {
		a.Lang = regional(a.Lang, a.Link, byPerson, tags...)
	}
	if a.Date == "" {
		a.Notes = append(a.Notes, "it has no date of publication (give it with --date 2024-02-07, or write date: into the file)")
	}
}

// minProof is the length of a text, in bytes, that can prove a page wrong about
// its language.
const minProof = 300

// language settles the article's language. What a person has written holds;
// what a page or feed says of itself holds unless its text is clearly in
// another language, because many are built from a template in English.
func (im *Importer) language(a *Article, text string, byPerson bool) {
	a.Lang = lang.Primary(a.Lang)
	if byPerson && a.Lang != "" {
		return
	}
	found := im.words.language(text, im.detect.Detect(text))
	switch {
	case a.Lang == "":
		a.Lang = found
	case found != "" && found != a.Lang && len(text) >= minProof:
		a.Notes = append(a.Notes, "it says that its language is "+a.Lang+", but its text is in "+found)
		a.Lang = found
	}
	if a.Lang == "" {
		a.Notes = append(a.Notes, "its language is not known (give it with --lang)")
	}
}

// checkOptions refuses what the caller gave wrongly, and brings it to form.
func checkOptions(opt *Options) error {
	if opt.Date != "" {
		d, ok := article.ParseDate(opt.Date)
		if !ok {
			return fault(diag.BadDate, "date "+opt.Date+" is no date", "write it as 2024-02-07")
		}
		opt.Date = d
	}
	if opt.Lang != "" && lang.Primary(opt.Lang) == "" {
		return fault(diag.BadValue, "language "+opt.Lang+" is none", "write it as de or en")
	}
	if opt.Link != "" {
		l := webLink(opt.Link)
		if l == "" {
			return fault(diag.BadValue, "link "+opt.Link+" is no address of the web", "it begins with https:// or http://")
		}
		opt.Link = l
	}
	opt.Title, opt.Publisher = clean(opt.Title), clean(opt.Publisher)
	return nil
}

// prose is the article's text without its markup.
func (a *Article) prose() string {
	var r article.Article
	r.ReadMarkdown(a.Body)
	return r.Text
}

// order is the order of an article's keys.
var order = []string{"title", "date", "lang", "publisher", "author", "link", "genre"}

// File prints the article for content/articles/NAME.md. The front matter that
// it came with keeps its lines; only what the caller gave is changed.
func (a *Article) File() ([]byte, error) {
	values := []frontmatter.Entry{
		{Key: "title", Value: a.Title}, {Key: "date", Value: a.Date}, {Key: "lang", Value: a.Lang},
		{Key: "publisher", Value: a.Publisher}, {Key: "author", Value: a.Author}, {Key: "link", Value: a.Link},
	}
	var m frontmatter.Map
	for _, e := range values {
		if e.Value == "" {
			continue
		}
		if e.Key == "date" {
			e.Value = frontmatter.Quoted(a.Date)
		}
		if a.file != nil {
			if n := a.file.Get(e.Key); n != nil && same(e.Key, n.Value, e.Value) {
				continue
			}
		}
		m = append(m, e)
	}
	if a.draft && (a.file == nil || a.file.Text("draft") != "true") {
		m = append(m, frontmatter.Entry{Key: "draft", Value: true})
	}
	if a.file == nil {
		return frontmatter.New(m, []byte("\n"+a.Body)), nil
	}
	var edits []frontmatter.Edit
	for _, e := range m {
		edits = append(edits, frontmatter.Set(e.Value, order, e.Key))
	}
	if n := a.file.Get("published"); n != nil && n.Tag == "!!bool" { // Jekyll's; Hugo takes it for a day
		edits = append(edits, frontmatter.Delete("published"))
	}
	b, err := a.file.Edit(edits...)
	if own := a.file.Body(); err == nil && a.Body != string(own) { // marks or a heading were taken out of it
		b = append(bytes.TrimSuffix(b, own), "\n"+strings.TrimLeft(a.Body, "\n")...)
	}
	return b, err
}

// same tells whether a key of the file says what the article holds.
func same(key, written string, value any) bool {
	switch key {
	case "date":
		d, ok := article.ParseDate(written)
		return ok && frontmatter.Quoted(d) == value
	case "lang":
		return lang.Primary(written) == value
	}
	return clean(written) == value
}

// webLink is the address if it is one of the web, else "".
func webLink(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 2000 || !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	return u.String()
}

func fault(code diag.Code, message, hint string) error {
	return diag.Diagnostic{Line: 1, Col: 1, Code: code, Message: message, Hint: hint}
}

// lines brings the ends of lines to LF and takes the byte order mark off.
func lines(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n")
}

// contains tells whether the beginning of the file has the word, in any case.
func contains(head []byte, word string) bool {
	return bytes.Contains(bytes.ToLower(head), []byte(word))
}
