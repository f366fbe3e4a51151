package importer

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"path"
	"strings"

	"github.com/nlnwa/gowarc/v3"

	"fasti/extract/lang"
	"fasti/internal/diag"
)

// File is what an input is read from: its bytes in order and, for archives
// that are zips, at any place.
type File interface {
	io.Reader
	io.ReaderAt
}

// Each reads a file of any size and gives its articles one by one, so that an
// archive of a crawl (WARC, WACZ) needs no more memory than its largest page.
// All else is read whole, as [Importer.Read] does, and may have [MaxBytes].
// yield may refuse with an error, which ends the reading. The notes are about
// the file as a whole.
func (im *Importer) Each(f File, size int64, opt Options, yield func(*Article) error) ([]string, error) {
	head := make([]byte, 4096)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fault(diag.Unreadable, "the file could not be read: "+err.Error(), "")
	}
	switch kind := archiveKind(head[:n], opt.Source); kind {
	case warcFormat:
		c := &crawl{im: im, opt: opt, yield: yield}
		if err := c.warc(bufio.NewReaderSize(f, 1<<16)); err != nil {
			return nil, err
		}
		return c.done()
	case waczFormat:
		c := &crawl{im: im, opt: opt, yield: yield}
		if err := c.wacz(f, size); err != nil {
			return nil, err
		}
		return c.done()
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, fault(diag.Unreadable, "the file could not be read: "+err.Error(), "")
	}
	found, err := im.Read(data, opt)
	if err != nil {
		return nil, err
	}
	for _, a := range found.Articles {
		if err := yield(a); err != nil {
			return nil, err
		}
	}
	return found.Notes, nil
}

// archiveKind tells an archive that is read as a stream.
func archiveKind(head []byte, name string) format {
	lower := strings.ToLower(name)
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return warcFormat
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}) && strings.HasSuffix(lower, ".warc.gz"):
		return warcFormat
	case bytes.HasPrefix(head, []byte("PK")) && strings.HasSuffix(lower, ".wacz"):
		return waczFormat
	}
	return textFormat
}

// crawl is the reading of one archive.
type crawl struct {
	im    *Importer
	opt   Options
	yield func(*Article) error

	pages, articles, refused int
}

// wacz reads the WARCs in a WACZ, which is a zip.
func (c *crawl) wacz(f io.ReaderAt, size int64) error {
	z, err := zip.NewReader(f, size)
	if err != nil {
		return fault(diag.Unreadable, "the archive could not be read: "+clean(err.Error()), "")
	}
	for _, part := range z.File {
		if name := strings.ToLower(part.Name); !strings.HasPrefix(name, "archive/") || !strings.HasSuffix(name, ".warc.gz") && path.Ext(name) != ".warc" {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return fault(diag.Unreadable, "the archive could not be read: "+clean(err.Error()), "")
		}
		err = c.warc(bufio.NewReaderSize(r, 1<<16))
		if err = errors.Join(err, r.Close()); err != nil {
			return err
		}
	}
	return nil
}

// warc reads the records of a WARC; only answers of a server that hold a page
// are looked at.
func (c *crawl) warc(r io.Reader) error {
	plain, err := unpacked(r)
	if err != nil {
		return fault(diag.Unreadable, "the archive could not be read: "+clean(err.Error()), "")
	}
	// With ErrWarn, records that are no answer in HTTP (resource) keep their
	// bytes until they are closed; with ErrIgnore they are gone before.
	w, err := gowarc.NewWarcFileReaderFromStream(plain, 0, gowarc.WithSyntaxErrorPolicy(gowarc.ErrIgnore), gowarc.WithSpecViolationPolicy(gowarc.ErrWarn),
		gowarc.WithUnknownRecordTypePolicy(gowarc.ErrIgnore), gowarc.WithBlockErrorPolicy(gowarc.ErrIgnore), gowarc.WithBufferMaxMemBytes(MaxBytes))
	if err != nil {
		return fault(diag.Unreadable, "the archive could not be read: "+clean(err.Error()), "")
	}
	for {
		rec, err := w.Next()
		if errors.Is(err, io.EOF) {
			return w.Close()
		}
		if err != nil {
			return errors.Join(fault(diag.Unreadable, fmt.Sprintf("the archive breaks off behind %d pages: %s", c.pages, clean(err.Error())), "the pages before the break can be had by cutting the file there"), w.Close())
		}
		err = c.record(rec.WarcRecord)
		if err = errors.Join(err, rec.Close()); err != nil {
			return errors.Join(err, w.Close())
		}
	}
}

// unpacked is the stream of records without the packing of each, and with bare
// addresses: the parser drops those in the angle brackets that wget writes.
func unpacked(r io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	if magic, err := b.Peek(2); err == nil && magic[0] == 0x1f && magic[1] == 0x8b {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, 1<<16)
	}
	return &bareTargets{r: b, begins: true}, nil
}

// bareTargets blanks the brackets around addresses in the heads of records, so
// that the number of bytes stays.
type bareTargets struct {
	r      *bufio.Reader
	rest   []byte // of the line, not yet given
	begins bool   // a line begins
	err    error
}

func (t *bareTargets) Read(p []byte) (int, error) {
	if len(t.rest) == 0 {
		if t.err != nil {
			return 0, t.err
		}
		t.rest, t.err = t.r.ReadSlice('\n')
		if errors.Is(t.err, bufio.ErrBufferFull) {
			t.err = nil
		}
		const field = "WARC-Target-URI: <"
		if end := bytes.LastIndexByte(t.rest, '>'); t.begins && end > 0 && bytes.HasPrefix(t.rest, []byte(field)) {
			t.rest[len(field)-1], t.rest[end] = ' ', ' '
		}
		t.begins = bytes.HasSuffix(t.rest, []byte("\n"))
	}
	n := copy(p, t.rest)
	t.rest = t.rest[n:]
	return n, nil
}

// record reads the page of one record.
func (c *crawl) record(rec gowarc.WarcRecord) error {
	if rec.Type() != gowarc.Response && rec.Type() != gowarc.Resource {
		return nil
	}
	link := webLink(rec.WarcHeader().Get(gowarc.WarcTargetURI))
	kind := rec.WarcHeader().Get(gowarc.ContentType)
	var body io.Reader
	switch b := rec.Block().(type) {
	case gowarc.HttpResponseBlock:
		if b.HttpStatusCode() != 200 {
			return nil
		}
		kind = b.HttpHeader().Get("Content-Type")
		payload, err := b.PayloadBytes()
		if err != nil {
			return nil
		}
		body = decoded(payload, b.HttpHeader().Get("Content-Encoding"))
	default:
		raw, err := b.RawBytes()
		if err != nil {
			return nil
		}
		body = raw
	}
	if media, _, _ := mime.ParseMediaType(kind); media != "text/html" && media != "application/xhtml+xml" || link == "" || body == nil {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(body, MaxBytes+1))
	if err != nil || len(data) > MaxBytes {
		c.refused++
		return nil
	}
	c.pages++
	return c.page(data, link)
}

func (c *crawl) page(data []byte, link string) error {
	opt := c.opt
	opt.Link = link
	all, err := c.im.readHTML(data, opt)
	if err != nil {
		c.refused++
		return nil
	}
	for _, a := range all {
		a.source = c.opt.Source
		c.im.complete(a, c.opt, true)
		if c.opt.Only != "" && lang.Primary(a.Lang) != lang.Primary(c.opt.Only) {
			c.refused++
			continue
		}
		c.articles++
		if err := c.yield(a); err != nil {
			return err
		}
	}
	return nil
}

// done says what became of the pages.
func (c *crawl) done() ([]string, error) {
	if c.articles == 0 {
		return nil, fault(diag.NotArticle, "no article was found in the archive", "")
	}
	return []string{fmt.Sprintf("of %d pages in the archive %d gave articles, %d were left out", c.pages, c.articles, c.refused)}, nil
}
