package importer

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"fasti/internal/diag"
)

// readOffice reads a document of a word processor: .docx (Office Open XML),
// .odt (OpenDocument) or .rtf.
func (im *Importer) readOffice(data []byte, name string) ([]*Article, error) {
	a := &Article{}
	if bytes.HasPrefix(data, []byte(`{\rtf`)) {
		text := readRTF(data)
		if all := im.press(text); len(all) > 0 {
			return all, nil
		}
		a.readPlain(text)
	} else {
		blocks, err := officeBlocks(data, name)
		if err != nil {
			return nil, err
		}
		lines := make([]string, len(blocks))
		for i, b := range blocks {
			lines[i] = b.text
		}
		if all := im.pressLines(lines); len(all) > 0 {
			return all, nil
		}
		if len(blocks) > 1 && (blocks[0].kind == heading || isTitle(blocks[0].text)) {
			a.Title, blocks = blocks[0].text, blocks[1:]
		}
		a.Body = markdown(blocks)
	}
	if strings.TrimSpace(a.Body) == "" {
		return nil, fault(diag.NoText, "the document has no text", "")
	}
	im.headDay(a)
	return []*Article{a}, nil
}

// headParts is how many paragraphs at the head of a document may hold its day.
const headParts = 4

// headDay takes the day of an article from a line at its head that says nothing
// else ("Press release of 7 February 2031", "Vik, 17 April 2029").
func (im *Importer) headDay(a *Article) {
	parts := strings.SplitN(a.Body, "\n\n", headParts+1)
	for i, b := range parts[:min(len(parts)-1, headParts)] {
		line := strings.ReplaceAll(clean(b), "\\", "")
		found := im.stamps.read(line, a.Lang)
		if a.Date != "" || len(line) > maxByline || sentence(line) || len(found) == 0 {
			continue
		}
		if im.stamps.only(line) || im.stamps.placed(line, found[0]) || im.stamps.stamped(line, strings.ToLower(line)) {
			a.Date = found[0].day
			a.Notes = append(a.Notes, "its date is the one printed at its head")
			a.Body = strings.TrimLeft(strings.Join(slices.Delete(parts, i, i+1), "\n\n"), "\n")
		}
	}
}

// maxPart is the size in bytes of the largest part of a document that is read,
// unpacked: a small file may unpack to a huge one.
const maxPart = 64 << 20

// officeBlocks are the paragraphs of a document that is a zip of XML.
func officeBlocks(data []byte, name string) ([]block, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refusal(unknownFormat, data, name)
	}
	for _, part := range []string{"word/document.xml", "content.xml"} {
		f, err := z.Open(part)
		if err != nil {
			continue
		}
		b, err := io.ReadAll(io.LimitReader(f, maxPart+1))
		if err == nil && len(b) > maxPart {
			err = errors.New("it unpacks to more than 64 MB")
		}
		if err != nil {
			return nil, fault(diag.Unreadable, "the document could not be read: "+clean(err.Error()), "")
		}
		return documentBlocks(b)
	}
	return nil, refusal(unknownFormat, data, name)
}

// documentBlocks reads the paragraphs of both kinds of documents: they differ
// in names of elements only. What was deleted under "track changes" is left
// out.
func documentBlocks(data []byte) ([]block, error) {
	d := documentReader{xml: xml.NewDecoder(bytes.NewReader(data))}
	for {
		t, err := d.xml.Token()
		if err == io.EOF {
			return d.blocks, nil
		}
		if err == nil {
			err = d.token(t)
		}
		if err != nil {
			return nil, fault(diag.Unreadable, "the document could not be read: "+clean(err.Error()), "")
		}
	}
}

// documentReader gathers the paragraphs of a document.
type documentReader struct {
	xml    *xml.Decoder
	blocks []block
	text   strings.Builder
	kind   blockKind
	depth  int // of paragraphs within paragraphs

	rows  int   // of tables within tables, that are open
	cells []int // of the open row: how many blocks stand before each
	plain bool  // the open row holds no table of its own
}

func (d *documentReader) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		return d.start(t)
	case xml.EndElement:
		switch t.Name.Local {
		case "p", "h":
			d.end()
		case "tr", "table-row":
			d.endRow()
		}
	case xml.CharData:
		if d.depth > 0 {
			d.text.Write(t)
		}
	}
	return nil
}

func (d *documentReader) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "del", "moveFrom", "Fallback", "tracked-changes", "annotation", "note", "footnote", "instrText", "delText":
		return d.xml.Skip()
	case "p", "h":
		if d.depth++; d.depth == 1 {
			d.text.Reset()
			d.kind = paragraph
			if t.Name.Local == "h" {
				d.kind = heading
			}
		}
	case "tr", "table-row":
		d.rows++
		d.cells, d.plain = nil, d.rows == 1
	case "tc", "table-cell":
		d.cells = append(d.cells, len(d.blocks))
	case "pStyle":
		if v := attribute(t, "val"); strings.HasPrefix(v, "Heading") || v == "Title" || strings.HasPrefix(v, "berschrift") || v == "Titel" {
			d.kind = heading
		}
	case "tab", "br", "line-break", "s", "cr":
		d.text.WriteByte(' ')
	}
	return nil
}

// end closes a paragraph.
func (d *documentReader) end() {
	if d.depth--; d.depth != 0 {
		return
	}
	if s := clean(d.text.String()); s != "" {
		d.blocks = append(d.blocks, block{kind: d.kind, text: s})
	}
}

// endRow makes a row of a table one block, its first cell before a colon, as
// those of pages are: apart, a year and what happened in it say nothing. A row
// with a cell of several paragraphs lays out a page and is none.
func (d *documentReader) endRow() {
	d.rows--
	if !d.plain || len(d.cells) < 2 {
		return
	}
	d.plain = false
	start := d.cells[0]
	for i, from := range d.cells {
		until := len(d.blocks)
		if i+1 < len(d.cells) {
			until = d.cells[i+1]
		}
		if until-from > 1 {
			return
		}
	}
	var texts []string
	for _, b := range d.blocks[start:] {
		texts = append(texts, b.text)
	}
	if len(texts) < 2 {
		return
	}
	d.blocks = append(d.blocks[:start], block{kind: item, text: strings.TrimSuffix(texts[0], ":") + ": " + strings.Join(texts[1:], " | ")})
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
