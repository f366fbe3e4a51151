package importer

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// format is what a file is.
type format uint8

const (
	textFormat format = iota
	markdownFormat
	htmlFormat
	feedFormat
)

// sniff tells a file's format by its first bytes and, where they leave it
// open, by the extension of its name.
func sniff(data []byte, name string) format {
	head := bytes.TrimPrefix(data, []byte("\ufeff"))
	if frontmatter.Has(head) {
		return markdownFormat
	}
	head = bytes.TrimLeft(head[:min(len(head), 4096)], " \t\r\n")
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/")))
	switch {
	case bytes.HasPrefix(head, []byte("<")):
		switch {
		case contains(head, "<html") || contains(head, "<!doctype html"):
			return htmlFormat
		case contains(head, "<rss") || contains(head, "<feed") || contains(head, "<rdf:rdf"):
			return feedFormat
		case contains(head, "<head") || contains(head, "<body") || contains(head, "<meta") || contains(head, "<article"):
			return htmlFormat
		}
	}
	switch ext {
	case ".html", ".htm", ".xhtml":
		return htmlFormat
	case ".rss", ".atom", ".xml", ".rdf":
		return feedFormat
	case ".md", ".markdown", ".mdown", ".mkd":
		return markdownFormat
	}
	return textFormat
}

// decode gives the text of a file in UTF-8 with line feeds. What is not UTF-8
// is UTF-16 if it has the mark of that, else Windows-1252, of which Latin-1 is
// a part; the note says so.
func decode(data []byte) (text, note string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		b, err := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", "", fault(diag.NotUTF8, "the file is no good UTF-16", "save it as UTF-8")
		}
		text, note = string(b), "it was in UTF-16 and is now in UTF-8"
	case utf8.Valid(data):
		text = string(data)
	case binary(data):
	default:
		b, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return "", "", fault(diag.NotUTF8, "the file is not UTF-8", "save it as UTF-8")
		}
		text, note = string(b), "it was not in UTF-8 and was read as Windows-1252 (Latin-1); look at its umlauts"
	}
	if binary(data) && note == "" || binary([]byte(text)) {
		return "", "", fault(diag.Binary, "this is no text but a binary file", "fasti reads text, Markdown, HTML and feeds")
	}
	return strings.Map(printable, lines(text)), note, nil
}

// binary tells bytes that no text has: a zero, or many control characters.
func binary(data []byte) bool {
	head := data[:min(len(data), 1<<16)]
	control := 0
	for _, c := range head {
		if c == 0 {
			return true
		}
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			control++
		}
	}
	return control > 8 && control*100 > len(head)
}

// printable drops control characters and marks without meaning from a text.
func printable(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\ufeff' || r == '\u200b' || r == '\u2060':
		return -1
	case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069': // turn the reading direction
		return -1
	case r == '\u2028' || r == '\u2029':
		return '\n'
	}
	return r
}

// clean brings a title or name to one line without outer blanks.
func clean(s string) string {
	s = strings.Join(strings.Fields(strings.Map(printable, strings.ToValidUTF8(s, "\ufffd"))), " ")
	if n := 500; len(s) > n {
		for !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n]
	}
	return s
}
