package importer

import (
	"bytes"
	"net/http"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"

	"fasti/internal/diag"
	"fasti/internal/frontmatter"
)

// format is what a file is.
type format string

// The formats. Those below unknownFormat are known and refused.
const (
	textFormat       format = "text"
	markdownFormat   format = "Markdown"
	htmlFormat       format = "a page"
	feedFormat       format = "a feed"
	mailFormat       format = "a mail"
	mailboxFormat    format = "a mailbox"
	ninjsFormat      format = "ninjs"
	newsMLFormat     format = "NewsML"
	telegramFormat   format = "a Telegram export"
	mastodonFormat   format = "a Mastodon export"
	pdfFormat        format = "PDF"
	officeFormat     format = "an office document"
	webArchiveFormat format = "a web archive of Safari"
	warcFormat       format = "WARC"
	waczFormat       format = "WACZ"

	referencesFormat format = "references"
	jsonFormat       format = "JSON"
	xmlFormat        format = "XML"
	unknownFormat    format = "unknown"
)

// many tells a format that may hold any number of articles.
func (f format) many() bool {
	switch f {
	case feedFormat, mailboxFormat, telegramFormat, mastodonFormat, warcFormat, waczFormat:
		return true
	}
	return false
}

// magics are the first bytes of formats that have such.
var magics = []struct {
	bytes  string
	format format
}{
	{"%PDF-", pdfFormat}, {`{\rtf`, officeFormat}, {"bplist00", webArchiveFormat}, {"WARC/", warcFormat},
	{"PK\x03\x04", officeFormat}, {"\xd0\xcf\x11\xe0", unknownFormat}, {"#!/", unknownFormat},
	{"BEGIN:VCARD", unknownFormat}, {"BEGIN:VCALENDAR", unknownFormat}, {"-----BEGIN ", unknownFormat},
}

// sniff tells a file's format by its first bytes and, where they leave it
// open, by the extension of its name.
func sniff(data []byte, name string) format {
	head := bytes.TrimPrefix(data, []byte("\ufeff"))
	if frontmatter.Has(head) {
		return markdownFormat
	}
	ext := extension(name)
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			if ext == ".wacz" {
				return waczFormat
			}
			return m.format
		}
	}
	head = bytes.TrimLeft(head[:min(len(head), 4096)], " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("<")):
		if f := markup(head); f != "" {
			return f
		}
	case bytes.HasPrefix(head, []byte("{")) || bytes.HasPrefix(head, []byte("[")):
		if f := sniffJSON(data, ext); f != "" {
			return f
		}
	case isReferences(head):
		return referencesFormat
	case isMailbox(head):
		return mailboxFormat
	case isMail(head):
		return mailFormat
	}
	return byExtension(ext, data)
}

// extension is the ending of a file's name in small letters, with its point.
func extension(name string) string {
	return strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/")))
}

// elements are those by which a file that begins with "<" is known, in the
// order in which they are looked for.
var elements = []struct {
	tag    string
	format format
}{
	{"<newsitem", newsMLFormat}, {"<newsmessage", newsMLFormat}, {"<nitf", newsMLFormat}, {"<newsml", newsMLFormat}, {"<plist", webArchiveFormat},
	{"<html", htmlFormat}, {"<!doctype html", htmlFormat}, {"<svg", unknownFormat},
	{"<opml", xmlFormat}, {"<urlset", xmlFormat}, {"<sitemapindex", xmlFormat},
	{"<rss", feedFormat}, {"<feed", feedFormat}, {"<rdf:rdf", feedFormat},
	{"<head", htmlFormat}, {"<body", htmlFormat}, {"<meta", htmlFormat}, {"<article", htmlFormat}, {"<?xml", xmlFormat},
}

// markup tells what a file that begins with "<" is; "" if it does not say.
func markup(head []byte) format {
	for _, t := range elements {
		if contains(head, t.tag) {
			return t.format
		}
	}
	return ""
}

// endings are the endings of names that tell a format.
var endings = map[string]format{
	".html": htmlFormat, ".htm": htmlFormat, ".xhtml": htmlFormat,
	".rss": feedFormat, ".atom": feedFormat, ".xml": feedFormat, ".rdf": feedFormat,
	".md": markdownFormat, ".markdown": markdownFormat, ".mdown": markdownFormat, ".mkd": markdownFormat, ".qmd": markdownFormat,
	".eml": mailFormat, ".mhtml": mailFormat, ".mht": mailFormat, ".mbox": mailboxFormat,
	".ris": referencesFormat, ".bib": referencesFormat, ".nbib": referencesFormat, ".enw": referencesFormat,
	".json": jsonFormat, ".jsonl": jsonFormat, ".ndjson": jsonFormat,
}

// noArticles are the endings of names of texts that are no articles.
var noArticles = strings.Fields(".csv .tsv .ics .mw .markwhen .yaml .yml .toml .ini .conf .js .ts .css .tex .log .srt .vtt .sql .go .py .c .h .java .rb .rs .sh .bat .ps1 .svg .vcf .pem")

// byExtension tells a format by the ending of the name; without a known one it
// is text if the bytes are prose.
func byExtension(ext string, data []byte) format {
	if f, ok := endings[ext]; ok {
		return f
	}
	if slices.Contains(noArticles, ext) || !inWords(data) {
		return unknownFormat
	}
	kind, _, _ := strings.Cut(http.DetectContentType(data), "/")
	switch kind {
	case "image", "video", "audio", "font":
		return unknownFormat
	}
	return textFormat
}

// longestWord is the mean length of words, in bytes, beyond which a text is no
// prose but data written in letters.
const longestWord = 30

// inWords tells a text of words. Scripts that part none are left alone.
func inWords(data []byte) bool {
	head := data[:min(len(data), 4096)]
	words := len(bytes.Fields(head))
	return words == 0 || len(head)/words <= longestWord || bytes.ContainsFunc(head, func(r rune) bool { return r > unicode.MaxLatin1 })
}

// refusal says why a file is not read.
func refusal(f format, data []byte, name string) error {
	const way = "'fasti add --help' names the formats that are read"
	switch f {
	case referencesFormat:
		return fault(diag.NotArticle, "these are references to articles, without their texts", "add the articles; references beside them (same name, other ending) fill in what they do not say")
	case warcFormat, waczFormat:
		return fault(diag.NotArticle, "this is an archive of pages", "name it as a file, so that it can be read piece by piece")
	case jsonFormat:
		return fault(diag.NotArticle, "this JSON is in no form that fasti knows", way)
	case xmlFormat:
		return fault(diag.NotArticle, "this XML is in no form that fasti knows", way)
	}
	what := extension(name)
	switch what {
	case ".csv", ".tsv", ".ics", ".mw", ".markwhen":
		return fault(diag.NotArticle, "this is no article but a list", "fasti add --events reads lists of events")
	}
	if what == "" {
		what = "text, but no prose"
	}
	if kind := http.DetectContentType(data); !strings.HasPrefix(kind, "text/plain") {
		what, _, _ = strings.Cut(kind, ";")
	}
	return fault(diag.NotArticle, "this is no article ("+what+")", way)
}

// decode gives the text of a file in UTF-8 with line feeds. What is not UTF-8
// is UTF-16 if it has the mark of that, else Windows-1252, of which Latin-1 is
// a part; the note says so.
func decode(data []byte) (text, note string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		b, err := utf16.UTF16(utf16.BigEndian, utf16.ExpectBOM).NewDecoder().Bytes(data)
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
	case unicode.IsControl(r) || invisible(r):
		return -1
	case r == '\u2028' || r == '\u2029':
		return '\n'
	}
	return r
}

// invisible tells characters that have no width, or turn the reading direction.
func invisible(r rune) bool {
	switch r {
	case '\ufeff', '\u200b', '\u2060', '\u00ad':
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
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
