package importer

import (
	"bytes"
	"net/http"
	"path"
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

// markup tells what a file that begins with "<" is; "" if it does not say.
func markup(head []byte) format {
	switch {
	case contains(head, "<newsitem") || contains(head, "<newsmessage") || contains(head, "<nitf"):
		return newsMLFormat
	case contains(head, "<html") || contains(head, "<!doctype html"):
		return htmlFormat
	case contains(head, "<svg"):
		return unknownFormat
	case contains(head, "<opml") || contains(head, "<urlset") || contains(head, "<sitemapindex"):
		return xmlFormat
	case contains(head, "<rss") || contains(head, "<feed") || contains(head, "<rdf:rdf"):
		return feedFormat
	case contains(head, "<head") || contains(head, "<body") || contains(head, "<meta") || contains(head, "<article"):
		return htmlFormat
	case contains(head, "<?xml"):
		return xmlFormat
	}
	return ""
}

// byExtension tells a format by the ending of the name; without a known one it
// is text if the bytes are.
func byExtension(ext string, data []byte) format {
	switch ext {
	case ".svg", ".vcf", ".pem", ".sh", ".bat", ".ps1", ".srtm", ".ini", ".conf", ".c", ".h", ".java", ".rb", ".rs", ".ts":
		return unknownFormat
	case ".html", ".htm", ".xhtml":
		return htmlFormat
	case ".rss", ".atom", ".xml", ".rdf":
		return feedFormat
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd":
		return markdownFormat
	case ".eml":
		return mailFormat
	case ".mbox":
		return mailboxFormat
	case ".mhtml", ".mht":
		return mailFormat
	case ".ris", ".bib", ".nbib", ".enw":
		return referencesFormat
	case ".json", ".jsonl", ".ndjson":
		return jsonFormat
	case ".csv", ".tsv", ".ics", ".mw", ".markwhen", ".yaml", ".yml", ".toml", ".js", ".css", ".tex", ".log", ".srt", ".vtt", ".sql", ".go", ".py":
		return unknownFormat
	}
	if kind := http.DetectContentType(data); strings.HasPrefix(kind, "image/") || strings.HasPrefix(kind, "video/") || strings.HasPrefix(kind, "audio/") || strings.HasPrefix(kind, "font/") {
		return unknownFormat
	}
	if !inWords(data) {
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
	case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\ufeff' || r == '\u200b' || r == '\u2060' || r == '\u00ad':
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
