package importer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"fasti/extract/lang"
)

// isReferences tells a file of references: RIS or BibTeX.
func isReferences(head []byte) bool {
	return bytes.HasPrefix(head, []byte("TY  - ")) || bibStart.Match(head)
}

// bibStart is where a file of BibTeX begins: with comments of the program that
// wrote it, or its first entry.
var bibStart = regexp.MustCompile(`^(?:%[^\n]*\n\s*)*@[A-Za-z]+\s*\{[^{}=\s]+[\s,=]`)

// References are what a file of references (RIS, BibTeX, CSL-JSON) says of one
// article, for the file of the article beside it: same name, other ending. ok
// is false if the bytes are no references, or hold more than one.
func References(data []byte) (opt Options, ok bool) {
	text, _, err := decode(data)
	if err != nil {
		return Options{}, false
	}
	head := bytes.TrimSpace([]byte(text))
	var m map[string]string
	switch {
	case bytes.HasPrefix(head, []byte("TY  - ")):
		m = readRIS(text)
	case bibStart.Match(head):
		m = readBibTeX(text)
	default:
		m = readCSL(head)
	}
	if m == nil {
		return Options{}, false
	}
	opt = Options{
		Title: first(m["title"]), Publisher: first(m["publisher"]), Lang: languageCode(m["lang"]),
		Date: referenceDay(m["date"]), Link: webLink(m["link"]), Author: first(m["author"]),
	}
	return opt, opt.Title != "" || opt.Date != "" || opt.Link != ""
}

// referenceDate is a day as references have it, with other things behind it.
var referenceDate = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\D|$)`)

func referenceDay(s string) string {
	if m := referenceDate.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
		return readDate(fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3]))
	}
	return ""
}

// languageNames are those of the languages that fasti reads, as programs for
// references write them, and their codes.
var languageNames = map[string]string{
	"german": "de", "ngerman": "de", "austrian": "de", "naustrian": "de", "nswissgerman": "de", "deutsch": "de", "ger": "de", "deu": "de",
	"english": "en", "british": "en", "american": "en", "ukenglish": "en", "usenglish": "en", "eng": "en", "anglais": "en", "englisch": "en",
	"french": "fr", "francais": "fr", "fre": "fr", "fra": "fr", "acadian": "fr", "canadien": "fr", "français": "fr", "französisch": "fr",
}

// languageCode is the code of a language that references name; "" if it is
// none that is known.
func languageCode(s string) string {
	s = strings.TrimSpace(s)
	if code := languageNames[strings.ToLower(s)]; code != "" {
		return code
	}
	if lang.Primary(s) == "" {
		return ""
	}
	return s
}

// risKeys are the tags of RIS that say what fasti keeps.
var risKeys = map[string]string{"TI": "title", "T1": "title", "DA": "date", "PY": "date", "Y1": "date", "T2": "publisher", "PB": "publisher", "JO": "publisher", "JF": "publisher", "BT": "publisher", "UR": "link", "LA": "lang", "AU": "author", "A1": "author"}

func readRIS(text string) map[string]string {
	m := map[string]string{}
	if strings.Count(text, "\nER  -") > 1 {
		return nil
	}
	for _, line := range strings.Split(text, "\n") {
		if len(line) < 6 || line[2:6] != "  - " {
			continue
		}
		key := risKeys[line[:2]]
		value := strings.TrimSpace(line[6:])
		switch {
		case key == "" || value == "":
		case key == "author":
			m[key] = joinName(m[key], turned(value))
		case m[key] == "" || line[:2] == "DA":
			m[key] = value
		}
	}
	return m
}

var bibKeys = map[string]string{"title": "title", "date": "date", "journal": "publisher", "journaltitle": "publisher", "publisher": "publisher", "url": "link", "howpublished": "link", "language": "lang", "langid": "lang", "author": "author", "year": "year", "month": "month", "day": "day"}

// readBibTeX reads the fields of the only entry of a file; nil if it has more.
func readBibTeX(text string) map[string]string {
	if len(bibEntry.FindAllString(text, 2)) > 1 {
		return nil
	}
	at := bibEntry.FindStringIndex(text)
	if at == nil {
		return nil
	}
	m := map[string]string{}
	for rest := text[at[1]:]; ; {
		f := bibField.FindStringSubmatchIndex(rest)
		if f == nil {
			break
		}
		key := bibKeys[strings.ToLower(rest[f[2]:f[3]])]
		var raw string
		raw, rest = bibValue(rest[f[1]:])
		switch value := withoutTeX(raw); {
		case key == "" || m[key] != "":
		case key == "author":
			for _, n := range strings.Split(value, " and ") {
				m[key] = joinName(m[key], turned(n))
			}
		default:
			m[key] = value
		}
	}
	if d := bibDay.FindStringSubmatch(m["month"]); m["day"] == "" && d != nil { // month = "12~" # mar
		m["day"] = d[0]
	}
	if month := bibMonth(m["month"]); m["date"] == "" && m["year"] != "" && month != "" && m["day"] != "" {
		m["date"] = m["year"] + "-" + month + "-" + m["day"]
	}
	return m
}

// bibEntry opens an entry that is a reference, bibField a field of it.
var (
	bibEntry = regexp.MustCompile(`(?mi)^[ \t]*@(?:[abd-oq-z]|c(?:onference|ollection)|p(?:roceedings|atent|eriodical|hdthesis))\w*\s*\{[^,{}]*,`)
	bibField = regexp.MustCompile(`(?:^|[\s,])([A-Za-z]+)\s*=\s*`)
	bibDay   = regexp.MustCompile(`\d{1,2}`)
)

// bibMonth is the number of a month, which BibTeX has as a number or by the
// first letters of its English name.
func bibMonth(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 0 && len(s) <= 2 && strings.Trim(s, "0123456789") == "" {
		return s
	}
	for i, name := range []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"} {
		if strings.Contains(strings.ToLower(s), name) {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

// bibValue is the value of a field, in braces, in quotes or bare, and what
// stands behind it.
func bibValue(s string) (value, rest string) {
	quoted := strings.HasPrefix(s, `"`)
	depth := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 && !quoted && s[0] == '{' {
				return s[1:i], s[i+1:]
			}
			if depth < 0 {
				return s[:i], ""
			}
		case c == '"' && quoted && depth == 0 && i > 0:
			return s[1:i], s[i+1:]
		case c == ',' && depth == 0 && !quoted:
			return s[:i], s[i:]
		}
	}
	return strings.Trim(s, "{}\" \n"), ""
}

var (
	texAccent  = regexp.MustCompile("\\\\([\"'`^~=.]|[cvHuk]\\b)\\s*(?:\\{\\\\?([A-Za-z])\\}|\\\\?([A-Za-z]))")
	texCommand = regexp.MustCompile(`\\(?:url|emph|textit|textbf|textquotedbl|enquote|href)\b`)
)

// accents are the signs that TeX puts on letters, as characters that combine.
var accents = map[string]string{`"`: "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307", "c": "\u0327", "v": "\u030c", "H": "\u030b", "u": "\u0306", "k": "\u0328"}

// texSigns are the rest of TeX that stands in names and titles.
var texSigns = strings.NewReplacer(`{\ss}`, "ß", `\ss{}`, "ß", `\ss `, "ß", `{\o}`, "ø", `{\O}`, "Ø", `{\ae}`, "æ", `{\aa}`, "å", `{\l}`, "ł", `\&`, "&", `\%`, "%", `\_`, "_", `\#`, "#", `\$`, "$", "---", "—", "--", "–", "``", "“", "''", "”", "~", " ")

// withoutTeX is a value of BibTeX in plain characters.
func withoutTeX(s string) string {
	if strings.Contains(s, "://") { // in addresses a tilde is one
		return clean(strings.NewReplacer("{", "", "}", "", `\_`, "_", `\%`, "%", `\&`, "&", `\#`, "#").Replace(texCommand.ReplaceAllString(s, "")))
	}
	s = texAccent.ReplaceAllStringFunc(s, func(x string) string {
		m := texAccent.FindStringSubmatch(x)
		return m[2] + m[3] + accents[m[1]]
	})
	s = texCommand.ReplaceAllString(texSigns.Replace(s), "")
	return clean(norm.NFC.String(strings.NewReplacer("{", "", "}", "").Replace(s)))
}

func readCSL(data []byte) map[string]string {
	var list []struct {
		Title     string `json:"title"`
		Container string `json:"container-title"`
		Publisher string `json:"publisher"`
		URL       string `json:"URL"`
		Language  string `json:"language"`
		Issued    struct {
			Parts [][]json.Number `json:"date-parts"`
			Raw   string          `json:"raw"`
		} `json:"issued"`
		Author []struct {
			Family  string `json:"family"`
			Given   string `json:"given"`
			Literal string `json:"literal"`
		} `json:"author"`
	}
	if json.Unmarshal(data, &list) != nil || len(list) != 1 {
		return nil
	}
	r := list[0]
	m := map[string]string{"title": r.Title, "publisher": first(r.Container, r.Publisher), "link": r.URL, "lang": r.Language, "date": r.Issued.Raw}
	if len(r.Issued.Parts) > 0 && len(r.Issued.Parts[0]) == 3 {
		p := r.Issued.Parts[0]
		m["date"] = fmt.Sprintf("%s-%s-%s", p[0], p[1], p[2])
	}
	for _, p := range r.Author {
		m["author"] = joinName(m["author"], first(p.Literal, p.Given+" "+p.Family))
	}
	return m
}

// turned brings "Berg, Jana" to "Jana Berg".
func turned(name string) string {
	if family, given, ok := strings.Cut(name, ","); ok {
		return clean(given + " " + family)
	}
	return clean(name)
}

func joinName(all, name string) string {
	if all == "" || name == "" {
		return all + name
	}
	return all + ", " + name
}
