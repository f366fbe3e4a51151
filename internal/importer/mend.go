package importer

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// mend repairs the bytes of a feed that no reader of XML takes, and says what
// it did.
func mend(data []byte) ([]byte, []string) {
	var notes []string
	if wide(data) {
		if b, err := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Bytes(data); err == nil {
			data = undeclared(b)
			notes = append(notes, "it was in UTF-16 and is now in UTF-8")
		}
	}
	if !utf8.Valid(data) {
		data = undeclared(patched(data))
		notes = append(notes, "some of its bytes are not in the encoding that it declares and were read as Windows-1252")
	}
	data = bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, data)
	if i := bytes.Index(data, []byte("<?xml")); i > 0 && i < maxPreface && len(bytes.TrimSpace(data[:i])) > 0 {
		data = data[i:]
		notes = append(notes, "what stood before the feed was left out")
	}
	if cut, ok := closed(data); ok {
		data = cut
		notes = append(notes, "it breaks off; what stands after the last whole item was not read")
	}
	return data, notes
}

// maxPreface is how many bytes a server may have written before a feed: warnings
// of its programs.
const maxPreface = 1 << 14

// patched reads the bytes that are no UTF-8 as Windows-1252, one by one.
func patched(data []byte) []byte {
	var b bytes.Buffer
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		b.WriteRune(r)
		data = data[n:]
	}
	return b.Bytes()
}

// undeclared takes the name of an encoding out of the declaration of XML.
func undeclared(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	end := bytes.Index(data, []byte("?>"))
	if !bytes.HasPrefix(data, []byte("<?xml")) || end < 0 {
		return data
	}
	return append([]byte(`<?xml version="1.0" encoding="utf-8"`), data[end:]...)
}

// closed cuts a feed that breaks off behind its last whole item and closes it.
func closed(data []byte) ([]byte, bool) {
	lower := bytes.ToLower(data)
	for _, f := range []struct{ root, item, tail string }{
		{"<rss", "</item>", "</channel></rss>"}, {"<rdf:rdf", "</item>", "</rdf:RDF>"}, {"<feed", "</entry>", "</feed>"},
	} {
		end := "</" + strings.TrimPrefix(f.root, "<")
		i := bytes.LastIndex(lower, []byte(f.item))
		if bytes.Contains(lower, []byte(f.root)) && !bytes.Contains(lower, []byte(end)) && i >= 0 {
			return append(append([]byte{}, data[:i+len(f.item)]...), f.tail...), true
		}
	}
	return nil, false
}
