package bundle

import (
	"crypto/sha256"
	"fmt"
	"io"
	"time"
)

const xmlHead = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n"

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

// EPUB writes the book as an EPUB 3.2 publication: a title page, contents, a
// chapter for each month and the list of people.
func EPUB(w io.Writer, b *Book) error {
	b = b.sound()
	t, err := pages()
	if err != nil {
		return err
	}
	css, err := layout.ReadFile("layout/book.css")
	if err != nil {
		return err
	}
	opf, err := packageDocument(struct {
		Book            *Book
		Identifier, Day string
	}{b, identifier(b), modified(b)})
	if err != nil {
		return err
	}
	a := newArchive(w)
	// OCF 4.3: the type is the first file, stored as it is.
	if err := a.add("mimetype", []byte("application/epub+zip"), true); err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{"META-INF/container.xml", []byte(container)}, {"EPUB/package.opf", opf}, {"EPUB/book.css", css}} {
		if err := a.add(f.name, f.data, false); err != nil {
			return err
		}
	}
	page := func(file, name, title string, c Chapter) error {
		data, err := print(t, name, xmlHead, leaf{Book: b, Title: title, Chapter: c, EPUB: true})
		if err != nil {
			return err
		}
		return a.add("EPUB/"+file, data, false)
	}
	if err := page("nav.xhtml", "nav.xhtml", b.Words.Contents, Chapter{}); err != nil {
		return err
	}
	if err := page("title.xhtml", "title.xhtml", b.Title, Chapter{}); err != nil {
		return err
	}
	for _, c := range b.Chapters {
		if err := page(c.ID+".xhtml", "chapter.xhtml", c.Title, c); err != nil {
			return err
		}
	}
	if len(b.People) > 0 {
		if err := page("people.xhtml", "people.xhtml", b.Words.People, Chapter{}); err != nil {
			return err
		}
	}
	return a.close()
}

// identifier names the publication, the same for all its editions: a UUID of
// version 8 (RFC 9562) from the site's address, or its title if it has none.
func identifier(b *Book) string {
	from := b.Address
	if from == "" {
		from = b.Title + "\n" + b.Lang
	}
	s := sha256.Sum256([]byte("fasti book\n" + from))
	s[6], s[8] = s[6]&0x0f|0x80, s[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", s[0:4], s[4:6], s[6:8], s[8:10], s[10:16])
}

// modified is the day of the latest change; an EPUB must have one, so a book
// that knows of none says 1 January 2000.
func modified(b *Book) string {
	if _, err := time.Parse(time.DateOnly, b.Modified); err != nil {
		return "2000-01-01"
	}
	return b.Modified
}
